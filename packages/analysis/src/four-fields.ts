import type { IndexArea } from './situation/index-row.ts';

/** One municipality in the four fields: x = resource index, y = quality index (both 0–100, 100 best). */
export interface FourFieldPoint {
  readonly unit: string;
  readonly resource: number;
  readonly quality: number;
}

/** Better on both counts than the municipality that asks. */
export interface RoleModel extends FourFieldPoint {
  /** In the comparison group; these come first. */
  readonly similar: boolean;
  readonly resourceAdvantage: number;
  readonly qualityAdvantage: number;
}

export type Field = 'cheapGood' | 'dearGood' | 'cheapWeak' | 'dearWeak';

export interface FourFields {
  readonly area: IndexArea;
  readonly year: number;
  /** Where the lines are drawn: the medians over municipalities that have both indices (own choice; RKA's is unknown). */
  readonly resourceLine: number;
  readonly qualityLine: number;
  readonly lineRule: 'median';
  readonly points: readonly FourFieldPoint[];
  readonly own: FourFieldPoint | null;
  readonly ownField: Field | null;
  readonly missing: readonly ('resource' | 'quality')[];
  readonly roleModels: readonly RoleModel[];
}
