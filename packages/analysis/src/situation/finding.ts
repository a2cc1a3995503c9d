import type { Area, FigurePerspective, SubArea } from '../key-figure.ts';
import type { PotentialResult } from '../potential.ts';
import type { TrendWord } from '../trend-word.ts';

/** What one should know before trusting a figure. A text table speaks Swedish. */
export type FigureFlag =
  | { readonly code: 'olderYear'; readonly year: number }
  | { readonly code: 'preliminary' }
  | { readonly code: 'notYetPublished' }
  | { readonly code: 'breakInSeries'; readonly year: number }
  | { readonly code: 'volatile' }
  | { readonly code: 'smallNumbers'; readonly units: number }
  | { readonly code: 'smallGroup'; readonly n: number }
  | { readonly code: 'fewReporting'; readonly n: number; readonly of: number }
  | { readonly code: 'gapsInSeries'; readonly years: readonly number[] };

/** The four parts of strength, each 0–1; see docs/methods/ranking.md. Money is null where kronor cannot be computed. */
export interface StrengthParts {
  readonly howFar: number;
  readonly howLong: number;
  readonly howSure: number;
  readonly howMuchMoney: number | null;
}

export interface TrendSummary {
  /** Theil–Sen, in the unit of the key figure per year; null when too short. */
  readonly slope: number | null;
  readonly word: TrendWord;
  readonly n: number;
}

/** The latest years, own value and the comparison group's median, for a sparkline; NaN is missing. */
export interface FindingSeries {
  readonly years: readonly number[];
  readonly own: Float64Array;
  readonly comparisonMedian: Float64Array;
}

/** A key figure that tells of the same phenomenon as the finding it is attached to. */
export interface SeenIn {
  readonly kpi: string;
  readonly title: string;
  readonly value: number;
  readonly year: number;
  readonly unit: string;
  readonly strength: number;
  readonly percentile: number;
  /** 'phenomenon': the map says so; 'correlation': the two order the municipalities almost alike. */
  readonly because: 'phenomenon' | 'correlation';
}

/** One thing that stands out. */
export interface Finding {
  /** 1 comes first. */
  readonly rank: number;
  readonly kind: 'deviation' | 'strength';
  /** Importance in the map, 1–3. */
  readonly weight: number;
  readonly area: Area;
  readonly subArea: SubArea;
  readonly phenomenon: string;
  readonly perspective: FigurePerspective;
  readonly kpi: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  /** The year of the value; earlier than asked when flagged `olderYear`. */
  readonly year: number;
  /** Whether low or high is desired. */
  readonly direction: 'low' | 'high';
  /** Where the value lies: above or below the comparison's median. */
  readonly side: 'above' | 'below';
  /** 0–1, comparable between findings. */
  readonly strength: number;
  /** What the list is ordered by: strength, times 0.9 for each stronger finding of the same area, perspective and kind. */
  readonly priority: number;
  readonly parts: StrengthParts;
  /** Share of all municipalities with a lower value, ties counted half, 0–100. */
  readonly percentile: number;
  /** Rank among all municipalities with a value, 1 = most desirable. */
  readonly rankAmongAll: number;
  readonly nAmongAll: number;
  readonly comparison: {
    readonly median: number;
    readonly n: number;
    /** Rank with the comparison group and oneself, 1 = most desirable. */
    readonly rank: number;
    readonly difference: number;
    /** Difference over the absolute median; null when the median is 0. */
    readonly relativeDifference: number | null;
  };
  readonly riket: number | null;
  readonly trend: TrendSummary;
  /** Trend of the gap to the comparison's median: 'rising' = the value rises faster than the comparison. */
  readonly relativeTrend: TrendSummary;
  readonly series: FindingSeries;
  readonly potential: PotentialResult;
  /** Kronor per year that the gap to the comparison's median amounts to; null where it cannot be said. */
  readonly potentialKr: number | null;
  readonly flags: readonly FigureFlag[];
  readonly alsoSeenIn: readonly SeenIn[];
}

/** A phenomenon whose key figures lie near the comparison: "hemtjänst ligger nära mitten". */
export interface NearMiddle {
  readonly area: Area;
  readonly subArea: SubArea;
  readonly phenomenon: string;
  readonly kpi: string;
  readonly title: string;
  readonly perspective: FigurePerspective;
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly percentile: number;
  readonly comparisonMedian: number;
  readonly relativeDifference: number | null;
}
