import type { Route, SambandRequest } from '../http/index.ts';
import { formatDate } from '../ui/index.ts';
import type { HomeParts } from './parts.ts';
import { readHome } from './queries.ts';
import { FrontPage, HomePage } from './views.tsx';

export function homeRoutes(parts: HomeParts): readonly Route[] {
  return [{ method: 'get', path: '/', access: 'anyone', handle: (request) => show(request, parts) }];
}

async function show(request: SambandRequest, parts: HomeParts): Promise<Response> {
  const { actor, language } = request;
  if (actor === undefined) return request.html(<FrontPage shell={request.shell()} example={await parts.example()} />);
  const day = formatDate(request.now);
  const home = await request.transaction((tx) => readHome(tx, parts, { actor, language, day }));
  return request.html(<HomePage shell={request.shell()} home={home} day={day} />);
}
