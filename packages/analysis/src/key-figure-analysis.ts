import type { FigureTable } from './figure-table.ts';
import type { FigureFlag, TrendSummary } from './situation/finding.ts';
import type { Publication } from './situation/situation-analysis.ts';

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
  readonly publication?: Publication;
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

/** The comparison's colours: best quarter, middle half, worst quarter; null without direction. It compares, it does not judge. */
export type QuartileClass = 'best' | 'middle' | 'worst';
