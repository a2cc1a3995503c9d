import { compare, MINIMUM_N, type QuartileClass } from './compare.ts';
import { type FigureTable, figureAt, figuresOf, seriesOf } from './figure-table.ts';
import { medianAbsoluteDeviation, medianOfSorted } from './median.ts';
import { type PublicationDates, publicationState } from './preliminary.ts';
import { quantile } from './quantile.ts';
import { breaksOf, methodSince } from './series-break.ts';
import type { FigureFlag, TrendSummary } from './situation/finding.ts';
import { countAtOrBelow, countBelow, sortedPresent } from './sorted.ts';
import { type Trend, trend } from './trend.ts';
import { VOLATILE_SHARE, volatility } from './volatility.ts';

export interface KeyFigureQuestion {
  readonly figures: FigureTable;
  readonly kpi: string;
  readonly unit: string;
  readonly year: number;
  readonly municipalities: readonly string[];
  /** Groups to draw beside the own series, e.g. similar municipalities and the SKR class. */
  readonly groups: readonly { readonly id: string; readonly units: readonly string[] }[];
  readonly riket?: string;
  readonly direction: 'low' | 'high' | null;
  readonly breaks?: readonly number[];
  readonly today?: string;
  readonly publication?: PublicationDates;
}

export interface GroupSeries {
  readonly id: string;
  /** Median per year, NaN where fewer than the minimum have a value. */
  readonly median: Float64Array;
  readonly n: Int32Array;
}

export interface KeyFigureAnalysis {
  readonly kpi: string;
  readonly unit: string;
  /** All years of the table, ascending; every series is aligned to it. */
  readonly years: readonly number[];
  readonly own: Float64Array;
  readonly riket: Float64Array;
  readonly groups: readonly GroupSeries[];
  /** Quartiles among all municipalities per year. */
  readonly band: {
    readonly lower: Float64Array;
    readonly median: Float64Array;
    readonly upper: Float64Array;
    readonly n: Int32Array;
  };
  /** The year that ranks, distribution and flags speak of: as asked, or the latest with an own value at most two years back. */
  readonly usedYear: number | null;
  readonly value: number | null;
  /** Every municipality with a value that year, most desirable first (lowest first where no direction). */
  readonly distribution: readonly { readonly unit: string; readonly value: number; readonly rank: number }[];
  readonly rank: number | null;
  readonly n: number;
  readonly percentile: number | null;
  readonly quartileClass: QuartileClass | null;
  readonly trend: TrendSummary & {
    readonly low: number | null;
    readonly high: number | null;
    readonly p: number | null;
  };
  readonly flags: readonly FigureFlag[];
}

/** A key figure without a value in the asked year is shown for the latest earlier one, at most so many years back. */
const OLDEST_YEARS_BACK = 2;

/**
 * Everything the page of one key figure shows: own series, groups' medians, Riket, the quartile band year by year, the year's
 * distribution with ranks, trend and flags. Any kpi of the table will do, in the map or not.
 *
 * Medians of a group need `MINIMUM_N.similar` members with a value, the band `MINIMUM_N.all` municipalities; otherwise `NaN`.
 * The trend covers the ten years up to the year used, and never crosses a break.
 *
 * @example keyFigureAnalysis({ figures, kpi: 'N20900', unit: '1814', year: 2020, municipalities, groups: [], direction: 'low' }).rank
 */
export function keyFigureAnalysis(question: KeyFigureQuestion): KeyFigureAnalysis {
  const { figures, kpi, unit, municipalities, direction } = question;
  const years = figures.years;
  const own = seriesOf(figures, kpi, unit, years);
  const band = bandOf(figures, kpi, municipalities);
  const usedYear = yearWithValue(years, own, question.year);
  const breaks = breaksOf(kpi, question.breaks);
  const since = usedYear === null ? null : methodSince(breaks, usedYear);
  const trendYears = years.filter(
    (year) => usedYear !== null && year > usedYear - TREND_YEARS && year <= usedYear && year >= (since ?? 0),
  );
  const trendValues = seriesOf(figures, kpi, unit, trendYears);
  const line = trend(trendYears, trendValues);
  const all = usedYear === null ? new Float64Array() : figuresOf(figures, kpi, usedYear, municipalities);
  const value = usedYear === null ? Number.NaN : figureAt(figures, kpi, unit, usedYear);
  const others = all.filter((_, i) => municipalities[i] !== unit);
  const compared = compare(value, others, { kind: 'all', direction });
  const n = sortedPresent(all).length;
  return {
    kpi,
    unit,
    years,
    own,
    riket: seriesOf(figures, kpi, question.riket ?? '0000', years),
    groups: question.groups.map((group) => groupSeries(figures, kpi, unit, group)),
    band,
    usedYear,
    value: Number.isNaN(value) ? null : value,
    distribution: distributionOf(municipalities, all, direction),
    rank: compared.ok ? compared.rank : null,
    n,
    percentile: compared.ok ? compared.percentile : null,
    quartileClass: compared.ok ? compared.quartileClass : null,
    trend: { slope: line.slope, low: line.low, high: line.high, p: line.p, word: line.word, n: line.n },
    flags: usedYear === null ? [] : flagsOf(question, usedYear, since, line, volatility(trendValues), all),
  };
}

/** Years of the trend, as for the findings. */
const TREND_YEARS = 10;

function yearWithValue(years: readonly number[], own: Float64Array, asked: number): number | null {
  return (
    years.findLast((year, i) => year <= asked && year >= asked - OLDEST_YEARS_BACK && !Number.isNaN(own[i]!)) ?? null
  );
}

function bandOf(figures: FigureTable, kpi: string, municipalities: readonly string[]): KeyFigureAnalysis['band'] {
  const size = figures.years.length;
  const band = {
    lower: new Float64Array(size).fill(Number.NaN),
    median: new Float64Array(size).fill(Number.NaN),
    upper: new Float64Array(size).fill(Number.NaN),
    n: new Int32Array(size),
  };
  figures.years.forEach((year, i) => {
    const sorted = sortedPresent(figuresOf(figures, kpi, year, municipalities));
    band.n[i] = sorted.length;
    if (sorted.length < MINIMUM_N.all) return;
    band.lower[i] = quantile(sorted, 0.25, 7);
    band.median[i] = medianOfSorted(sorted);
    band.upper[i] = quantile(sorted, 0.75, 7);
  });
  return band;
}

function groupSeries(
  figures: FigureTable,
  kpi: string,
  unit: string,
  group: { readonly id: string; readonly units: readonly string[] },
): GroupSeries {
  const members = group.units.filter((member) => member !== unit);
  const medians = new Float64Array(figures.years.length).fill(Number.NaN);
  const n = new Int32Array(figures.years.length);
  figures.years.forEach((year, i) => {
    const sorted = sortedPresent(figuresOf(figures, kpi, year, members));
    n[i] = sorted.length;
    if (sorted.length >= Math.min(MINIMUM_N.similar, members.length)) medians[i] = medianOfSorted(sorted);
  });
  return { id: group.id, median: medians, n };
}

function distributionOf(
  municipalities: readonly string[],
  values: Float64Array,
  direction: 'low' | 'high' | null,
): KeyFigureAnalysis['distribution'] {
  const sorted = sortedPresent(values);
  const rankOf = (value: number): number =>
    1 + (direction === 'high' ? sorted.length - countAtOrBelow(sorted, value) : countBelow(sorted, value));
  return municipalities
    .map((unit, i) => ({ unit, value: values[i] ?? Number.NaN, rank: 0 }))
    .filter(({ value }) => !Number.isNaN(value))
    .map((row) => ({ ...row, rank: rankOf(row.value) }))
    .sort((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1));
}

function flagsOf(
  question: KeyFigureQuestion,
  usedYear: number,
  since: number | null,
  line: Trend,
  noise: number,
  all: Float64Array,
): FigureFlag[] {
  const flags: FigureFlag[] = [];
  const sorted = sortedPresent(all);
  const of = question.municipalities.length;
  const state = publicationState(question.publication, usedYear, question.today);
  if (usedYear < question.year) flags.push({ code: 'olderYear', year: usedYear });
  if (state === 'preliminary' || state === 'notYetPublished') flags.push({ code: state });
  if (since !== null && usedYear - since < TREND_YEARS) flags.push({ code: 'breakInSeries', year: since });
  if (noise >= VOLATILE_SHARE * medianAbsoluteDeviation(sorted)) flags.push({ code: 'volatile' });
  if (2 * sorted.length < of) flags.push({ code: 'fewReporting', n: sorted.length, of });
  if (line.gaps.length > 0) flags.push({ code: 'gapsInSeries', years: line.gaps });
  return flags;
}
