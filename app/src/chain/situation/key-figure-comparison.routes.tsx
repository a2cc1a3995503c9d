import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { z } from 'zod';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { LineChart } from '../../foundation/ui/index.ts';
import { readSituation } from './access.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { compareUnits } from './key-figure-comparison.queries.ts';
import { texts } from './key-figure-comparison.texts.ts';
import { ComparisonPage, comparisonChart, comparisonPath } from './key-figure-comparison.views.tsx';
import { pictureResponse } from './picture.ts';
import { vocabulary } from './vocabulary.texts.ts';

const query = z.object({
  nyckeltal: z.string().max(10_000).default(''),
  kommuner: z.string().max(10_000).default(''),
  till: z.string().max(100).default(''),
});

/** Up to ten municipalities in one picture. */
export function keyFigureComparisonRoutes(store: FigureStore): readonly Route[] {
  return [
    {
      method: 'get',
      path: comparisonPath,
      access: readSituation,
      async handle(request) {
        const { figures, comparison, own } = await ask(request, store);
        const similar = figures.groups.similar(own, 'economy')?.members ?? [];
        return request.html(
          <ComparisonPage shell={request.shell()} figures={figures} comparison={comparison} similar={similar} />,
        );
      },
    },
    {
      method: 'get',
      path: `${comparisonPath}.xlsx`,
      access: readSituation,
      handle: (request) => workbook(request, store),
    },
    ...(['svg', 'png'] as const).map(
      (format): Route => ({
        method: 'get',
        path: `${comparisonPath}/bild.${format}`,
        access: readSituation,
        async handle(request) {
          const { figures, keyFigure, own } = await mustCompare(request, store);
          const chart = comparisonChart(keyFigure, own, figures, request.language);
          return pictureResponse(request, figures, {
            chart: (width) => <LineChart {...chart} width={width} />,
            width: 860,
            format,
            name: `${keyFigure.kpi.id} ${texts(request.language).title}`,
            heading: keyFigure.title,
            kind: 'published',
          });
        },
      }),
    ),
  ];
}

async function ask(request: SambandRequest, store: FigureStore) {
  const figures = await figuresOfRequest(request, store);
  const { nyckeltal, kommuner, till } = request.query(query);
  const own = request.tenant?.code ?? '';
  // Opened without a choice, the page begins with the own municipality.
  const asked = request.url.searchParams.has('kommuner') || !figures.municipalities.includes(own) ? kommuner : own;
  const comparison = await compareUnits(figures, { keyFigure: nyckeltal, municipalities: asked, added: till, own });
  return { figures, comparison, own };
}

async function mustCompare(request: SambandRequest, store: FigureStore) {
  const { figures, comparison, own } = await ask(request, store);
  const { keyFigure } = comparison;
  if (!keyFigure || keyFigure.years.length === 0) throw new RefusedError(404);
  return { figures, keyFigure, own };
}

async function workbook(request: SambandRequest, store: FigureStore): Promise<Response> {
  const { figures, keyFigure } = await mustCompare(request, store);
  const t = texts(request.language);
  const { source } = vocabulary(request.language);
  const { kpi, title, unit, years, series, riket } = keyFigure;
  const rows = [...series, { unit: '0000', values: riket }];
  const content = await writeWorkbook([
    {
      name: kpi.id,
      notes: [
        `${title} (${kpi.id})${unit ? `, ${unit}` : ''}.`,
        `${figures.info.exampleData ? source.example : source.values}.`,
      ],
      columns: [
        { header: t.code, width: 7 },
        { header: t.municipality, width: 22 },
        ...years.map((year) => ({ header: String(year), width: 12, format: '#,##0.##' })),
      ],
      rows: rows.map((row) => [
        row.unit,
        figures.title(row.unit),
        ...row.values.map((value) => (Number.isNaN(value) ? null : value)),
      ]),
    },
  ]);
  return request.download(content, xlsxType, `${kpi.id} ${t.title}.xlsx`);
}
