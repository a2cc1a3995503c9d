import type { Certainty } from '../index-components.ts';

/** The six areas that RKA has indices for. */
export type IndexArea =
  | 'preschool'
  | 'compulsorySchool'
  | 'upperSecondarySchool'
  | 'elderCare'
  | 'lss'
  | 'socialAssistance';

export type IndexKind = 'resource' | 'quality' | 'efficiency';

/** Why there is no own computation of an index beside the published one. */
export type OwnIndexReason =
  | { readonly code: 'noComponentSet' }
  | { readonly code: 'componentsUncertain' }
  | { readonly code: 'componentNotInTable'; readonly kpis: readonly string[] }
  | { readonly code: 'componentMissing'; readonly kpis: readonly string[] }
  | { readonly code: 'tooFewMunicipalities'; readonly n: number }
  | { readonly code: 'halfMissing'; readonly halves: readonly ('resource' | 'quality')[] };

/** One index of one municipality: area × kind. Published is *the* index; own is "egen beräkning". */
export interface IndexRow {
  readonly area: IndexArea;
  readonly kind: IndexKind;
  readonly kpi: string;
  readonly year: number;
  /** As Kolada publishes it; null when Kolada has none. */
  readonly published: number | null;
  /** From components (resource, quality) or from own halves (efficiency); null with `ownReason`. */
  readonly own: number | null;
  readonly ownReason: OwnIndexReason | null;
  /** Whether the component ids are read or recomputed ('certain') or reasoned ('inferred'); null without a set. */
  readonly ownCertainty: Certainty | null;
  /** Efficiency only: recomputed from the published halves. */
  readonly fromPublishedHalves: number | null;
  /** Which of the two `rank`, `n`, `similarMedian` and `values` speak of. */
  readonly shown: 'published' | 'own' | 'none';
  /** Median of the comparison group's values, whatever kind of group was asked for. */
  readonly similarMedian: number | null;
  readonly similarN: number;
  /** 1 is best; ties share the better rank. */
  readonly rank: number | null;
  readonly n: number;
  /** Values of all municipalities, in the order they were given, for the dot strip; NaN is missing. */
  readonly values: Float64Array;
}
