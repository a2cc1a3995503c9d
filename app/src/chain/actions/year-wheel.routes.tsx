import type { Route, SambandRequest } from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readActions } from './access.ts';
import { actionPicture } from './action-picture.ts';
import { viewPaths } from './action-views.view.tsx';
import { actionWork } from './action-work.ts';
import { yearOfActions } from './year-wheel.queries.ts';
import { YearWheelPage, yearPicture } from './year-wheel.view.tsx';

export function yearWheelRoutes(kernel: Kernel): readonly Route[] {
  const ask = (request: SambandRequest) =>
    request.transaction((tx) =>
      yearOfActions(actionWork(kernel, request, tx), request.url.searchParams, request.language),
    );
  return [
    {
      method: 'get',
      path: viewPaths.yearWheel,
      access: readActions,
      handle: async (request) => request.html(<YearWheelPage shell={request.shell()} page={await ask(request)} />),
    },
    {
      method: 'get',
      path: `${viewPaths.yearWheel}/:file{hjul\\.(?:svg|png)}`,
      example: `${viewPaths.yearWheel}/hjul.svg`,
      access: readActions,
      async handle(request) {
        const [, format = ''] = (request.params.file ?? '').split('.');
        return actionPicture(request, yearPicture(await ask(request), request.language), format);
      },
    },
  ];
}
