import type { Route } from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readActions } from './access.ts';
import { viewPaths } from './action-views.view.tsx';
import { actionWork } from './action-work.ts';
import { myActions } from './mine.queries.ts';
import { MinePage } from './mine.view.tsx';

export function mineRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: viewPaths.mine,
      access: readActions,
      async handle(request) {
        const mine = await request.transaction((tx) =>
          myActions(actionWork(kernel, request, tx), request.url.searchParams, request.language),
        );
        return request.html(<MinePage shell={request.shell()} mine={mine} />);
      },
    },
  ];
}
