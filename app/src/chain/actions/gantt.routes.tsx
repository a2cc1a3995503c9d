import type { Route, SambandRequest } from '../../foundation/http/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readActions } from './access.ts';
import { actionPicture } from './action-picture.ts';
import { viewPaths } from './action-views.view.tsx';
import { actionWork } from './action-work.ts';
import { timeline } from './gantt.queries.ts';
import { TimelinePage, timelinePicture } from './gantt.view.tsx';

export function timelineRoutes(kernel: Kernel): readonly Route[] {
  const ask = (request: SambandRequest) =>
    request.transaction((tx) => timeline(actionWork(kernel, request, tx), request.url.searchParams, request.language));
  return [
    {
      method: 'get',
      path: viewPaths.timeline,
      access: readActions,
      handle: async (request) => request.html(<TimelinePage shell={request.shell()} timeline={await ask(request)} />),
    },
    {
      method: 'get',
      path: `${viewPaths.timeline}/:file{(?:oversikt|sida)\\.(?:svg|png)}`,
      example: `${viewPaths.timeline}/sida.svg`,
      access: readActions,
      async handle(request) {
        const [slug = '', format = ''] = (request.params.file ?? '').split('.');
        const kind = slug === 'oversikt' ? 'overview' : 'page';
        return actionPicture(request, timelinePicture(kind, await ask(request), request.language), format);
      },
    },
  ];
}
