import { keyFigureMap } from '@samband/analysis';
import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { readSituation } from './access.ts';
import { choiceQuery, readChoice } from './choice-address.rules.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { findSimilar, likenesses, readSimilarity } from './similarity.rules.ts';
import { texts } from './similarity.texts.ts';
import { path, SimilarityPage, titleOfLikeness } from './similarity.views.tsx';
import { vocabulary } from './vocabulary.texts.ts';

export interface SimilarityParts {
  readonly figures: FigureStore;
}

/** Own similarity: whom one is like in what one chooses oneself. */
export function similarityRoutes({ figures }: SimilarityParts): readonly Route[] {
  return [
    {
      method: 'get',
      path,
      access: readSituation,
      async handle(request) {
        return request.html(<SimilarityPage shell={request.shell()} {...(await ask(request, figures))} />);
      },
    },
    {
      method: 'get',
      path: `${path}.xlsx`,
      access: readSituation,
      handle: (request) => workbook(request, figures),
    },
  ];
}

async function ask(request: SambandRequest, store: FigureStore) {
  const figures = await figuresOfRequest(request, store);
  const read = readChoice(request.query(choiceQuery), figures, request.tenant?.code ?? '');
  const { unit, year } = read.choice;
  const available = likenesses(keyFigureMap, figures.table);
  const choice = readSimilarity(request.url.searchParams, available);
  const answer = findSimilar(figures.table, available, figures.municipalities, { unit, year }, choice);
  return { figures, unit, year, years: read.years, faults: read.faults, available, choice, answer };
}

async function workbook(request: SambandRequest, store: FigureStore): Promise<Response> {
  const { language } = request;
  const { figures, unit, year, faults, answer } = await ask(request, store);
  // A file must not silently be about another municipality or year than asked for.
  if (faults.length > 0) throw new RefusedError(404);
  const t = texts(language);
  const name = figures.title(unit);
  const used = answer.used;
  const weightOf = new Map(
    answer.similar[0]?.compared.map(({ likeness, weight }) => [likeness.id, weight] as const) ?? [],
  );
  const words = vocabulary(language).source;
  const given = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const own = answer.similar[0]?.compared;
  const content = await writeWorkbook([
    {
      name: t.sheet,
      columns: [
        { header: t.columns.place, width: 5 },
        { header: t.code, width: 12 },
        { header: t.columns.municipality, width: 24 },
        { header: t.columns.distance, width: 11, format: '0.00' },
        { header: t.columns.coverage, width: 14, format: '0%' },
        ...used.map((likeness) => ({
          header: `${titleOfLikeness(likeness, language)} (${t.weight.toLowerCase()} ${weightOf.get(likeness.id) ?? ''})`,
          width: 18,
          format: '#,##0.##',
        })),
      ],
      rows: [
        [0, unit, name, 0, 1, ...used.map(({ id }) => given(own?.find(({ likeness }) => likeness.id === id)?.own))],
        ...answer.similar.map((one, index) => [
          index + 1,
          one.unit,
          figures.title(one.unit),
          one.distance,
          one.coverage,
          ...used.map(({ id }) => given(one.compared.find(({ likeness }) => likeness.id === id)?.other)),
        ]),
      ],
      notes: [
        `${t.note(name, year)} ${t.own}.`,
        `${t.ownHow} ${t.missing}`,
        figures.info.exampleData ? words.example : words.computed,
        ...(answer.unused.length === 0
          ? []
          : [t.unused(answer.unused.map((one) => titleOfLikeness(one, language)).join(', '), year)]),
      ],
    },
  ]);
  return request.download(content, xlsxType, `${t.sheet} ${name} ${year}.xlsx`);
}
