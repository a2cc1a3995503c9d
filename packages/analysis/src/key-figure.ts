import type { KeyFigure as CuratedKeyFigure } from './key-figures/types.ts';

export type { Area, Denominator, FigurePerspective, NoVolumeReason, SubArea } from './key-figures/types.ts';

/**
 * What the engine needs to know of a key figure: the curated map's shape, with any phenomenon and any weight, so that a
 * municipality's own key figures fit too. `phenomenon: ''` means unmapped; then correlation groups it (docs/methods/ranking.md).
 */
export interface KeyFigure extends Omit<CuratedKeyFigure, 'phenomenon' | 'weight'> {
  readonly phenomenon: string;
  readonly weight: number;
}
