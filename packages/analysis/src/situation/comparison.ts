import type { Area, SubArea } from '../key-figure.ts';

/** Whom one is compared with: all municipalities, SKR's class, similar municipalities, or a set of one's own. */
export type ComparisonKind = 'all' | 'class' | 'similar' | 'own';

/**
 * A comparison as the caller chose it. The members may differ by area (Kolada's similar municipalities do) and
 * never include the municipality itself; if they do, it is left out.
 */
export interface Comparison {
  readonly kind: ComparisonKind;
  readonly unitsFor: (area: Area, subArea: SubArea) => readonly string[];
}
