import type { Finding } from './finding.ts';
import type { SituationQuestion } from './situation-analysis.ts';

/** The same question for every municipality at once. */
export interface AllSituationsQuestion extends Omit<SituationQuestion, 'unit' | 'comparison'> {
  readonly comparisonOf: (unit: string) => SituationQuestion['comparison'];
}

/** The strongest findings of each municipality, in the order of `municipalities`. */
export interface AllSituations {
  readonly year: number;
  readonly municipalities: readonly { readonly unit: string; readonly findings: readonly Finding[] }[];
}
