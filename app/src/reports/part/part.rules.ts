import type { Block, Inline, Showing } from '@samband/documents';

/** What a report takes from the chain for one of its parts: composed, ready to be kept as it is and to be written as any kind of file. */
export interface PartContent {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The figures in it, for the list of sources. */
  readonly sources: readonly FigureSource[];
  /** What is shown of it in a room, where that is told otherwise than on paper. */
  readonly shown?: readonly Showing[];
}

/** Of which year a figure is, where it was read and of what kind it is. */
export interface FigureSource {
  readonly code: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly kind: FigureKind;
  /** As 2026-03-02, when the archive was read from Kolada; '' for the municipality's own and for example data. */
  readonly fetched: string;
  /** Said beside the municipality's own figures: where they come from. */
  readonly from?: string;
}

/** Kolada's value as published, or not final yet; a number computed here; the municipality's own key figure; invented. */
export type FigureKind = 'published' | 'preliminary' | 'computed' | 'local' | 'example';

export function partOf(
  title: string,
  blocks: readonly (Block | undefined)[],
  sources: readonly FigureSource[] = [],
  shown: readonly (Showing | undefined)[] = [],
): PartContent {
  const slides = shown.filter((one) => one !== undefined);
  return {
    title,
    blocks: blocks.filter((block) => block !== undefined),
    sources,
    ...(slides.length > 0 && { shown: slides }),
  };
}

/** What a paragraph is about, in bold before its words: a sentence of its own, whether people have ended it or not. */
export function strongTitle(title: string): Inline {
  return { kind: 'text', text: `${title}${/[.!?…]$/.test(title) ? '' : '.'} `, strong: true };
}

/** The same figure in several parts stands once in the list of sources, with all its years. */
export function mergedSources(sources: readonly FigureSource[]): readonly FigureSource[] {
  const groups = Map.groupBy(sources, ({ code, kind, fetched, from }) => [code, kind, fetched, from ?? ''].join('|'));
  return [...groups.values()]
    .map((same) => ({ ...same[0]!, years: [...new Set(same.flatMap(({ years }) => years))].sort((a, b) => a - b) }))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'sv') || a.kind.localeCompare(b.kind));
}

/** "2021", "2010–2011, 2013–2021". */
export function yearWords(years: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === year - 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/** What references in the document point at, of the part with this key. Tables and pictures have ids of their own. */
export function sectionId(key: string): string {
  return `part-${key}`;
}

/** A part of a report as it is put together: a chapter has parts of its own. */
export interface ComposedPart {
  /** What it tells; with `subject` its own in the report. */
  readonly kind: string;
  /** The focus area or the department that it is about. */
  readonly subject: string | null;
  readonly appendix?: boolean;
  readonly content: PartContent;
  readonly parts?: readonly ComposedPart[];
}
