import type { FigureTable } from '../figure-table.ts';
import type { Area, KeyFigure, SubArea } from '../key-figure.ts';
import type { PublicationDates } from '../preliminary.ts';
import type { AllSituations } from '../situation/all.ts';
import type { ComparisonKind } from '../situation/comparison.ts';
import type { SharedYardsticks, Turns } from './shared-memory.ts';

/** What the workers are asked, in this order: they survey a table once, and judge and find for every question about it. */
export type Request =
  | {
      readonly kind: 'survey';
      readonly figures: FigureTable;
      readonly keyFigures: readonly KeyFigure[];
      readonly municipalities: readonly string[];
      readonly year: number;
      readonly yardsticks: SharedYardsticks;
    }
  | ({ readonly kind: 'judge'; readonly turns: Turns } & JudgeOrder)
  | { readonly kind: 'find'; readonly turns: Turns; readonly turnSize: number };

/** A question's functions cannot pass between threads; so these are their answers. */
export interface JudgeOrder {
  /** Where what is judged is kept for all threads; see `analyserOf`. */
  readonly strengths: Float64Array;
  /** Per municipality. A message keeps lists that are the same the same. */
  readonly comparisons: readonly {
    readonly kind: ComparisonKind;
    readonly units: ReadonlyMap<string, readonly string[]>;
  }[];
  readonly publication: ReadonlyMap<string, PublicationDates> | null;
  readonly riket: string | undefined;
  readonly today: string | undefined;
  readonly maxFindings: number | undefined;
}

export type Reply =
  | { readonly kind: 'found'; readonly from: number; readonly situations: AllSituations['municipalities'] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Comparison groups go by area and sub-area. */
export function placeName(area: Area, subArea: SubArea): string {
  return `${area}/${subArea}`;
}
