import { publicationState, type TrendWord, trend } from '@samband/analysis';
import type { Transaction } from '../../foundation/database/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { type FigureHistory, type HistoryComparison, localFigureHistory } from './figure-history.queries.ts';
import { keyFigureMaterial, keyFigureReport, latestYear } from './key-figure.queries.ts';
import { publicationOf } from './situation.queries.ts';

/** A key figure as it stands now, for pages that follow it from an observation on. */
export interface FigureToday {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  /** Undefined where there are none, or too few, to compare with. */
  readonly median: number | undefined;
  readonly trend: TrendWord;
  readonly preliminary: boolean;
  readonly source: FigureHistory['source'];
}

export interface FigureTodayQuestion {
  readonly code: string;
  readonly unit: string;
  readonly comparison: HistoryComparison;
  readonly today: string;
}

/** The municipality's own key figure or Kolada's; undefined where it has no value to show. */
export async function figureToday(
  tx: Transaction,
  figures: Figures | undefined,
  asked: FigureTodayQuestion,
): Promise<FigureToday | undefined> {
  const local = await localFigureHistory(tx, asked.code);
  if (local !== undefined) return latestOf(local);
  return figures && koladaToday(figures, asked);
}

function latestOf(history: FigureHistory): FigureToday | undefined {
  const { code, title, unit, years, own, source } = history;
  const at = own.findLastIndex((value) => !Number.isNaN(value));
  if (at === -1) return undefined;
  const { word } = trend(years, own);
  return {
    code,
    title,
    unit,
    year: years[at]!,
    value: own[at]!,
    median: undefined,
    trend: word,
    preliminary: false,
    source,
  };
}

async function koladaToday(figures: Figures, asked: FigureTodayQuestion): Promise<FigureToday | undefined> {
  const kpi = figures.catalogue.get(asked.code);
  if (kpi === undefined) return undefined;
  const year = latestYear(kpi.id, await keyFigureMaterial(figures, kpi), asked.unit);
  if (year === undefined) return undefined;
  const choice = { unit: asked.unit, year, compareWith: { kind: asked.comparison } };
  const { title, unit, analysis, comparison } = await keyFigureReport(figures, kpi, choice, asked.today);
  if (analysis.value === null || analysis.usedYear === null) return undefined;
  const { id, version, fetchedAt, exampleData } = figures.info;
  return {
    code: kpi.id,
    title,
    unit,
    year: analysis.usedYear,
    value: analysis.value,
    median: comparison.ok && comparison.result.ok ? comparison.result.median : undefined,
    trend: analysis.trend.word,
    preliminary: publicationState(publicationOf(figures, kpi.id), analysis.usedYear, asked.today) === 'preliminary',
    source: { kind: 'kolada', archive: { id, version, fetchedAt, exampleData } },
  };
}
