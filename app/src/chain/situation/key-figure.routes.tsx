import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore, Figures } from '../../foundation/figures/index.ts';
import { field, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { type Content, DrawnOnce } from '../../foundation/ui/index.ts';
import { readSituation, writeSituation } from './access.ts';
import { choiceHref, choiceQuery, readChoice } from './choice-address.rules.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { type KeyFigureReport, keyFigureMaterial, keyFigureReport, latestYear } from './key-figure.queries.ts';
import { keyFigureSheets } from './key-figure.sheets.ts';
import { cataloguePath, crumbsOf, KeyFigurePage, UnknownKeyFigurePage } from './key-figure.views.tsx';
import { chartOf, keyFigureCharts } from './key-figure-charts.view.tsx';
import { keyFigureComparisonRoutes } from './key-figure-comparison.routes.tsx';
import { Evidence, readNearSort } from './key-figure-evidence.view.tsx';
import { keyFigureListRoutes } from './key-figure-list.routes.tsx';
import { Reading } from './key-figure-reading.view.tsx';
import { keyFigureRevisionRoutes } from './key-figure-revisions.routes.tsx';
import { nearestKeyFigures } from './key-figure-search.queries.ts';
import { pictureResponse } from './picture.ts';
import { reviewStatistics } from './statistics-review.commands.ts';
import { savedReview } from './statistics-review.queries.ts';
import {
  emptyReview,
  type ReviewFault,
  type ReviewPlace,
  type ReviewValues,
  reviewFields,
  valuesOfReview,
} from './statistics-review.rules.ts';
import { texts as reviewTexts } from './statistics-review.texts.ts';
import { ReviewConflictPage, ReviewFormPage, ReviewSection } from './statistics-review.views.tsx';

export interface KeyFigureParts {
  readonly figures: FigureStore;
  readonly thread?: KeyFigureSlot;
}

/** What a slice further on shows on the page of a key figure: what has come of it. */
export type KeyFigureSlot = (request: SambandRequest, tx: Transaction, code: string) => Promise<Content>;

/** The catalogue, one key figure, comparison of municipalities, changed values and the review of the statistics. */
export function keyFigureRoutes({ figures: store, thread }: KeyFigureParts): readonly Route[] {
  return [
    ...keyFigureListRoutes(store),
    ...keyFigureComparisonRoutes(store),
    ...keyFigureRevisionRoutes(store),
    {
      method: 'get',
      path: '/nyckeltal/:kpi',
      example: '/nyckeltal/N20900',
      access: readSituation,
      handle: (request) => showKeyFigure(request, store, thread),
    },
    {
      method: 'get',
      path: '/nyckeltal/:kpi/allt.xlsx',
      example: '/nyckeltal/N20900/allt.xlsx',
      access: readSituation,
      async handle(request) {
        const { figures, report } = await mustFind(request, store);
        const { table } = await keyFigureMaterial(figures, report.kpi);
        const sheets = keyFigureSheets(figures, report, table, request.language, today(request));
        return request.download(await writeWorkbook(sheets), xlsxType, `${fileName(report, figures)}.xlsx`);
      },
    },
    {
      method: 'get',
      path: '/nyckeltal/:kpi/bild/:file',
      example: '/nyckeltal/N20900/bild/utveckling.svg',
      access: readSituation,
      handle: (request) => picture(request, store),
    },
    {
      method: 'get',
      path: '/nyckeltal/:kpi/granska',
      example: '/nyckeltal/N20900/granska',
      access: writeSituation,
      async handle(request) {
        const found = await mustFind(request, store);
        const saved = await request.transaction((tx) => savedReview(tx, placeOf(found.report)));
        return reviewForm(request, found, valuesOfReview(saved?.row ?? emptyReview), saved?.row.version ?? 0);
      },
    },
    {
      method: 'post',
      path: '/nyckeltal/:kpi/granska',
      example: '/nyckeltal/N20900/granska',
      access: writeSituation,
      handle: (request) => saveReviewForm(request, store),
    },
  ];
}

const today = (request: SambandRequest) => request.now.toISOString().slice(0, 10);

interface Found {
  readonly figures: Figures;
  readonly report: KeyFigureReport;
  readonly faults: ReturnType<typeof readChoice>['faults'];
  /** What the address asks for, when no municipality has a value that year. */
  readonly yearWithout: string | undefined;
}

/** The report that the address asks for; undefined when there is no such key figure. */
async function find(request: SambandRequest, store: FigureStore): Promise<Found | { readonly figures: Figures }> {
  const figures = await figuresOfRequest(request, store);
  const kpi = figures.catalogue.get((request.params.kpi ?? '').toUpperCase());
  if (!kpi) return { figures };
  const query = request.query(choiceQuery);
  const material = await keyFigureMaterial(figures, kpi);
  // The years to choose among are those of this key figure, not those of the whole map.
  const read = readChoice(query, { ...figures, table: material.table }, request.tenant?.code ?? '');
  const latest = latestYear(kpi.id, material, read.choice.unit) ?? read.choice.year;
  const asked = Number(query.ar);
  const known = query.ar !== undefined && material.years.includes(asked);
  const report = await keyFigureReport(figures, kpi, { ...read.choice, year: known ? asked : latest }, today(request));
  return {
    figures,
    report,
    // A year that this key figure lacks has a sentence of its own.
    faults: read.faults.filter(({ code }) => code !== 'yearWithoutFigures'),
    yearWithout: query.ar && !known ? query.ar : undefined,
  };
}

async function mustFind(request: SambandRequest, store: FigureStore): Promise<Found> {
  const found = await find(request, store);
  // A file or a form must not silently be about another municipality or year than asked for.
  if (!('report' in found) || found.faults.length > 0 || found.yearWithout !== undefined) throw new RefusedError(404);
  return found;
}

async function showKeyFigure(
  request: SambandRequest,
  store: FigureStore,
  thread: KeyFigureSlot | undefined,
): Promise<Response> {
  const found = await find(request, store);
  if (!('report' in found)) {
    const id = (request.params.kpi ?? '').slice(0, 40);
    const { alike, rows } = nearestKeyFigures(found.figures, id, 8);
    return request.html(<UnknownKeyFigurePage shell={request.shell()} id={id} alike={alike} nearest={rows} />, 404);
  }
  const { figures, report } = found;
  const [saved, line] = await request.transaction(async (tx) => [
    await savedReview(tx, placeOf(report)),
    await thread?.(request, tx, report.kpi.id),
  ]);
  const mayWrite = may(request.person, writeSituation);
  const { language } = request;
  const sort = readNearSort(request.url.searchParams);
  return request.html(
    <KeyFigurePage
      shell={request.shell()}
      figures={figures}
      report={report}
      faults={found.faults}
      yearWithout={found.yearWithout}
      mayWrite={mayWrite}
      thread={line}
      evidence={
        <DrawnOnce
          owner={report}
          of={['evidence', sort]}
          draw={() => <Evidence report={report} figures={figures} language={language} sort={sort} />}
        />
      }
      reading={
        <DrawnOnce
          owner={report}
          of={['reading', today(request)]}
          draw={() => <Reading report={report} figures={figures} language={language} today={today(request)} />}
        />
      }
      review={
        report.years.length > 0 && (
          <ReviewSection saved={saved} formHref={reviewPath(report)} mayWrite={mayWrite} language={language} />
        )
      }
    />,
  );
}

async function picture(request: SambandRequest, store: FigureStore): Promise<Response> {
  const [, name, format] = /^([a-z]+)\.(svg|png)$/.exec(request.params.file ?? '') ?? [];
  const which = keyFigureCharts.find((chart) => chart === name);
  if (which === undefined) throw new RefusedError(404);
  const { figures, report } = await mustFind(request, store);
  const chart = chartOf(which, report, figures, request.language);
  if (!chart) throw new RefusedError(404);
  return pictureResponse(request, figures, {
    chart: chart.at,
    width: 860,
    format: format === 'png' ? 'png' : 'svg',
    name: `${fileName(report, figures)} ${which}`,
    heading: `${report.title}: ${figures.title(report.choice.unit)} ${report.analysis.usedYear ?? report.choice.year}`,
    kind: which === 'kon' ? 'published' : 'computed',
  });
}

function fileName({ kpi, choice }: KeyFigureReport, figures: Figures): string {
  return `${kpi.id} ${figures.title(choice.unit)} ${choice.year}`;
}

function placeOf({ kpi, choice, analysis }: KeyFigureReport): ReviewPlace {
  return { kpi: kpi.id, municipality: choice.unit, year: analysis.usedYear ?? choice.year };
}

const reviewPath = ({ kpi, choice }: KeyFigureReport) => choiceHref(`${cataloguePath}/${kpi.id}/granska`, choice);

function reviewForm(
  request: SambandRequest,
  { figures, report }: Found,
  values: ReviewValues,
  version: number,
  faults: readonly ReviewFault[] = [],
) {
  const t = reviewTexts(request.language);
  const { kpi, choice, analysis } = report;
  const page = (
    <ReviewFormPage
      shell={request.shell()}
      crumbs={reviewCrumbs(request, report)}
      about={t.about(report.title, figures.title(choice.unit), analysis.usedYear ?? choice.year)}
      action={reviewPath(report)}
      back={choiceHref(`${cataloguePath}/${kpi.id}`, choice)}
      values={values}
      version={version}
      flags={analysis.flags}
      faults={faults.map(({ field: name, reason }) => ({ field: name, text: t.faults[reason] }))}
    />
  );
  return request.html(page, faults.length > 0 ? 422 : 200);
}

function reviewCrumbs(request: SambandRequest, report: KeyFigureReport) {
  const here = { href: choiceHref(`${cataloguePath}/${report.kpi.id}`, report.choice), label: report.title };
  return [...crumbsOf(report, request.language).slice(0, 1), here];
}

async function saveReviewForm(request: SambandRequest, store: FigureStore): Promise<Response> {
  const found = await mustFind(request, store);
  const { report } = found;
  const fields = await request.fields();
  const values = Object.fromEntries(reviewFields.map((name) => [name, field(fields, name)])) as ReviewValues;
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version) || version < 0) throw new RefusedError(400);
  const result = await request.transaction((tx) =>
    reviewStatistics(tx, request.person, placeOf(report), version, values),
  );
  if (result.ok) {
    const back = `${choiceHref(`${cataloguePath}/${report.kpi.id}`, report.choice)}#granskning`;
    return request.redirect(back, { kind: 'success', text: reviewTexts(request.language).saved });
  }
  if (result.reason === 'invalid') return reviewForm(request, found, values, version, result.faults);
  return request.html(
    <ReviewConflictPage
      shell={request.shell()}
      crumbs={reviewCrumbs(request, report)}
      action={reviewPath(report)}
      version={result.theirs.version}
      mine={values}
      theirs={valuesOfReview(result.theirs)}
      base={result.base && valuesOfReview(result.base)}
    />,
    409,
  );
}
