import { keyFigureOf } from '@samband/analysis';
import { type CellValue, writeCsv, writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import type { FigureRevision } from '@samband/kolada';
import type { FigureStore, Figures } from '../../foundation/figures/index.ts';
import { type ListShape, type Route, readListState, type SambandRequest } from '../../foundation/http/index.ts';
import { formatDate } from '../../foundation/ui/index.ts';
import { readSituation } from './access.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { type AllRevisions, allRevisions, filterRevisions } from './key-figure-revisions.queries.ts';
import { texts } from './key-figure-revisions.texts.ts';
import {
  type RevisionFilterName,
  type RevisionState,
  RevisionsPage,
  revisionsPageSize,
  revisionsPath,
} from './key-figure-revisions.view.tsx';

const shape: ListShape<'senast', RevisionFilterName> = {
  sorts: ['senast'],
  filters: ['ar', 'kommun', 'hamtning'],
  newestFirst: true,
  pageSize: revisionsPageSize,
};

/** "Ändrat sedan …": what has changed in Kolada after it was fetched the first time. */
export function keyFigureRevisionRoutes(store: FigureStore): readonly Route[] {
  return [
    {
      method: 'get',
      path: revisionsPath,
      access: readSituation,
      async handle(request) {
        const { figures, all, rows, state } = await ask(request, store);
        return request.html(
          <RevisionsPage shell={request.shell()} figures={figures} all={all} rows={rows} state={state} />,
        );
      },
    },
    {
      method: 'get',
      path: `${revisionsPath}.xlsx`,
      access: readSituation,
      async handle(request) {
        const { figures, rows } = await ask(request, store);
        const t = texts(request.language);
        const content = await writeXlsx(t.file, header(request), table(request, figures, rows));
        return request.download(content, xlsxType, `${t.file}.xlsx`);
      },
    },
    {
      method: 'get',
      path: `${revisionsPath}.csv`,
      access: readSituation,
      async handle(request) {
        const { figures, rows } = await ask(request, store);
        const content = writeCsv(header(request), table(request, figures, rows));
        return request.download(new TextEncoder().encode(content), 'text/csv', `${texts(request.language).file}.csv`);
      },
    },
  ];
}

async function ask(
  request: SambandRequest,
  store: FigureStore,
): Promise<{ figures: Figures; all: AllRevisions; rows: readonly FigureRevision[]; state: RevisionState }> {
  const figures = await figuresOfRequest(request, store);
  const read = readListState(request.url.searchParams, shape);
  const all = await allRevisions(figures);
  const { ar, kommun, hamtning } = read.filters;
  const rows = filterRevisions(figures, all, {
    q: read.q,
    year: ar === '' ? undefined : Number(ar),
    unit: kommun || undefined,
    version: hamtning === '' ? undefined : Number(hamtning),
  });
  const last = Math.max(1, Math.ceil(rows.length / revisionsPageSize));
  return { figures, all, rows, state: { ...read, page: Math.min(read.page, last) } };
}

function header(request: SambandRequest): readonly string[] {
  const { columns } = texts(request.language);
  return ['Id', columns.kpi, columns.unit, columns.year, columns.gender, columns.old, columns.new, columns.seen];
}

function table(request: SambandRequest, figures: Figures, rows: readonly FigureRevision[]): CellValue[][] {
  const { gender } = texts(request.language);
  return rows.map((row) => [
    row.kpi,
    keyFigureOf(row.kpi)?.title ?? figures.catalogue.get(row.kpi)?.title ?? row.kpi,
    figures.title(row.unit),
    row.year,
    gender[row.gender],
    row.old,
    row.new,
    formatDate(row.seenAt),
  ]);
}
