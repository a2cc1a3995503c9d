import { RefusedError, type Route } from '../../foundation/http/index.ts';
import { methodPages } from './method.pages.ts';
import { MethodListPage, MethodPage } from './method.views.tsx';

/** How the figures are computed, for whoever reads them: open to all, since a printed report refers here. */
export const methodRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/metod',
    access: 'anyone',
    handle(request) {
      const methods = Object.entries(methodPages).map(([slug, page]) => {
        const { title, lead } = page(request.language);
        return { href: `/metod/${slug}`, title, lead };
      });
      return request.html(<MethodListPage shell={request.shell()} methods={methods} />);
    },
  },
  {
    method: 'get',
    path: '/metod/:page',
    example: '/metod/rangordning',
    access: 'anyone',
    handle(request) {
      const slug = request.params.page ?? '';
      const page = Object.hasOwn(methodPages, slug) ? methodPages[slug] : undefined;
      if (page === undefined) throw new RefusedError(404);
      return request.html(<MethodPage shell={request.shell()} method={page(request.language)} />);
    },
  },
];
