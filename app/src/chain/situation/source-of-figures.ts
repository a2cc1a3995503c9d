import type { Figures } from '../../foundation/figures/index.ts';
import type { SourceKind, SourceLineProps } from '../../foundation/ui/index.ts';

/** The source line for figures of this archive: generated examples say so instead of naming Kolada. */
export function sourceOf(figures: Figures, kind: Exclude<SourceKind, 'example'>): SourceLineProps {
  return figures.info.exampleData ? { kind: 'example' } : { kind, fetchedAt: figures.info.fetchedAt };
}
