import type { FigurePerspective } from '@samband/analysis';
import { type CellValue, writeCsv, writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import type { FigureStore, Figures } from '../../foundation/figures/index.ts';
import { type ListShape, type Route, readListState, type SambandRequest } from '../../foundation/http/index.ts';
import { readSituation } from './access.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { texts } from './key-figure-list.texts.ts';
import {
  KeyFigureListPage,
  type KeyFigureListState,
  type ListFilterName,
  listPageSize,
  listPath,
  onlyDividedByGender,
  onlyWithValues,
  perspectiveSlugs,
} from './key-figure-list.views.tsx';
import {
  catalogueCounts,
  type KeyFigureSort,
  type ListedKeyFigure,
  listKeyFigures,
  nearestKeyFigures,
} from './key-figure-search.queries.ts';
import { areaOfSlug } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

const shape: ListShape<KeyFigureSort, ListFilterName> = {
  sorts: ['best', 'title', 'kpi', 'values', 'year'],
  filters: ['omrade', 'perspektiv', 'varden', 'kon'],
  pageSize: listPageSize,
};

/** The whole catalogue: search, filters, sort, paging, export. */
export function keyFigureListRoutes(store: FigureStore): readonly Route[] {
  return [
    {
      method: 'get',
      path: listPath,
      access: readSituation,
      async handle(request) {
        const { figures, rows, state } = await ask(request, store);
        const start = (state.page - 1) * listPageSize;
        return request.html(
          <KeyFigureListPage
            shell={request.shell()}
            figures={figures}
            state={state}
            shortened={(request.url.searchParams.get('q') ?? '').trim().length > state.q.length}
            rows={rows.slice(start, start + listPageSize)}
            total={rows.length}
            counts={catalogueCounts(figures)}
            nearest={rows.length === 0 && state.q !== '' ? nearestKeyFigures(figures, state.q, 3).rows : []}
          />,
        );
      },
    },
    {
      method: 'get',
      path: `${listPath}.xlsx`,
      access: readSituation,
      async handle(request) {
        const { rows } = await ask(request, store);
        const { title } = texts(request.language);
        return request.download(
          await writeXlsx(title, header(request), table(request, rows)),
          xlsxType,
          `${title}.xlsx`,
        );
      },
    },
    {
      method: 'get',
      path: `${listPath}.csv`,
      access: readSituation,
      async handle(request) {
        const { rows } = await ask(request, store);
        const content = writeCsv(header(request), table(request, rows));
        return request.download(new TextEncoder().encode(content), 'text/csv', `${texts(request.language).title}.csv`);
      },
    },
  ];
}

async function ask(
  request: SambandRequest,
  store: FigureStore,
): Promise<{ figures: Figures; rows: readonly ListedKeyFigure[]; state: KeyFigureListState }> {
  const figures = await figuresOfRequest(request, store);
  const state = readListState(request.url.searchParams, shape);
  const { omrade, perspektiv, varden, kon } = state.filters;
  const rows = listKeyFigures(
    figures,
    {
      q: state.q,
      area: areaOfSlug(omrade),
      perspective: (Object.keys(perspectiveSlugs) as FigurePerspective[]).find(
        (perspective) => perspectiveSlugs[perspective] === perspektiv,
      ),
      onlyWithValues: varden === onlyWithValues,
      onlyDividedByGender: kon === onlyDividedByGender,
    },
    state.sort,
    state.descending,
  );
  const last = Math.max(1, Math.ceil(rows.length / listPageSize));
  return { figures, rows, state: { ...state, page: Math.min(state.page, last) } };
}

function header(request: SambandRequest): readonly string[] {
  const t = texts(request.language);
  return [
    'Id',
    t.catalogueTitle,
    t.shortTitle,
    t.columns.unit,
    t.columns.area,
    t.operatingArea,
    t.columns.perspective,
    t.first,
    t.last,
    t.columns.values,
  ];
}

function table(request: SambandRequest, rows: readonly ListedKeyFigure[]): CellValue[][] {
  const words = vocabulary(request.language);
  return rows.map((row) => [
    row.kpi,
    row.title,
    row.shortTitle ?? '',
    row.unit,
    row.area ? words.area[row.area] : '',
    row.operatingArea,
    row.perspective ? words.perspective[row.perspective] : '',
    row.firstYear ?? null,
    row.lastYear ?? null,
    row.valueCount,
  ]);
}
