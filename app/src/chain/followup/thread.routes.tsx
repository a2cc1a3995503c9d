import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { findRows, type Kernel } from '../../foundation/register/index.ts';
import { type Content, chartToPng, renderChartSvg } from '../../foundation/ui/index.ts';
import { focusArea, readFocus } from '../focus/index.ts';
import { readFollowup } from './access.ts';
import { threadPicture } from './thread.pictures.tsx';
import { threadAround } from './thread.queries.ts';
import { sameObject, type ThreadGraph, type ThreadObject, threadOf, whole } from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';
import { ThreadPage, ThreadStartPage } from './thread.view.tsx';
import { objectOf, reportHref, threadPath } from './thread-address.rules.ts';
import { ThreadLine } from './thread-line.view.tsx';
import { threadReport } from './thread-report.queries.ts';
import { ThreadReportPage } from './thread-report.view.tsx';
import { titleOf } from './thread-words.ts';

/** What slices further on tell of a focus area at the end of its thread. */
type AreaSlot = (request: SambandRequest, tx: Transaction, areaId: string) => Promise<Content>;

/** The thread from any object, as a page and as a picture to take along. */
export function threadRoutes(kernel: Kernel, store: FigureStore, further?: AreaSlot): readonly Route[] {
  return [
    { method: 'get', path: threadPath, access: readFollowup, handle: (request) => page(kernel, request) },
    ...(['svg', 'png'] as const).map(
      (format): Route => ({
        method: 'get',
        path: `${threadPath}/bild.${format}`,
        access: readFollowup,
        handle: (request) => picture(kernel, request, format),
      }),
    ),
    {
      method: 'get',
      path: reportHref(':id'),
      example: reportHref('00000000-0000-7000-8000-000000000000'),
      access: readFollowup,
      handle: (request) => report(kernel, store, request, further),
    },
  ];
}

async function page(kernel: Kernel, request: SambandRequest): Promise<Response> {
  if (!request.url.searchParams.has('av')) {
    const areas = await request.transaction(async (tx) =>
      may(request.person, readFocus) ? findRows(tx, focusArea, [], 200) : [],
    );
    return request.html(<ThreadStartPage shell={request.shell()} areas={areas} />);
  }
  const { object, thread } = await asked(kernel, request);
  return request.html(<ThreadPage shell={request.shell()} object={object} thread={thread} />);
}

async function picture(kernel: Kernel, request: SambandRequest, format: 'svg' | 'png'): Promise<Response> {
  const { language, tenant } = request;
  const t = threadTexts(language);
  const { object, thread } = await asked(kernel, request);
  const title = t.title(titleOf(thread.nodes.find((node) => sameObject(node, object))!, language));
  const { chart, width } = threadPicture(thread, object, title, language);
  const svg = await renderChartSvg(chart, {
    width,
    language,
    heading: title,
    source: (tenant?.exampleData === true ? t.exampleSource : t.source)(tenant?.name ?? ''),
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${title}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${title}.svg`);
}

async function report(
  kernel: Kernel,
  store: FigureStore,
  request: SambandRequest,
  further: AreaSlot | undefined,
): Promise<Response> {
  const id = idParam(request);
  const { person: actor, language } = request;
  if (!may(actor, readFocus)) throw new RefusedError(403);
  const today = request.now.toISOString().slice(0, 10);
  const [found, more] = await request.transaction(async (tx) => [
    await threadReport({ kernel, tx, actor, language }, store, id, today),
    await further?.(request, tx, id),
  ]);
  if (found === undefined) throw new RefusedError(404);
  return request.html(<ThreadReportPage shell={request.shell()} report={found} today={today} further={more} />);
}

async function asked(
  kernel: Kernel,
  request: SambandRequest,
): Promise<{ readonly object: ThreadObject; readonly thread: ThreadGraph }> {
  const object = objectOf(request.url.searchParams.get('av') ?? '');
  const thread = object && (await request.transaction((tx) => ownThread(kernel, request, tx, object)));
  if (object === undefined || thread === undefined) throw new RefusedError(404);
  return { object, thread };
}

async function ownThread(kernel: Kernel, request: SambandRequest, tx: Transaction, object: ThreadObject) {
  const { person: actor, language } = request;
  const graph = await threadAround({ kernel, tx, actor, language }, object);
  if (graph === undefined) return undefined;
  const inUse = whole(graph);
  // What is archived itself is shown with all that there is of it.
  return threadOf(inUse.nodes.some((node) => sameObject(node, object)) ? inUse : graph, object);
}

/** The line that every object's page shows of its thread. */
export function threadSlot(kernel: Kernel) {
  return async (request: SambandRequest, tx: Transaction, object: ThreadObject): Promise<Content> => {
    if (!may(request.person, readFollowup)) return null;
    const thread = await ownThread(kernel, request, tx, object);
    return thread && <ThreadLine thread={thread} object={object} language={request.language} />;
  };
}

/** The same for pages of one kind, which give the id alone; for a key figure its code. */
export function threadOfKind(kernel: Kernel, kind: ThreadObject['kind']) {
  const slot = threadSlot(kernel);
  return (request: SambandRequest, tx: Transaction, id: string): Promise<Content> => slot(request, tx, { kind, id });
}
