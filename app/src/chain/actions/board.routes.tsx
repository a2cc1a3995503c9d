import type { Route } from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readActions } from './access.ts';
import { actionCounts } from './action-views.queries.ts';
import { viewPaths } from './action-views.view.tsx';
import { actionWork } from './action-work.ts';
import { board } from './board.queries.ts';
import { BoardPage } from './board.view.tsx';

/** The actions by state; a card is moved by the routes of its action. */
export function boardRoutes(kernel: Kernel): readonly Route[] {
  return [
    {
      method: 'get',
      path: viewPaths.board,
      access: readActions,
      async handle(request) {
        const [page, late] = await request.transaction(async (tx) => {
          const work = actionWork(kernel, request, tx);
          return [
            await board(work, request.url.searchParams, request.language),
            (await actionCounts(tx, work.today)).late,
          ] as const;
        });
        return request.html(<BoardPage shell={request.shell()} board={page} late={late} />);
      },
    },
  ];
}
