import type {
  Charts,
  DocumentAbout,
  DocumentLanguage,
  Figure,
  InlineText,
  KeyNumbers,
  List,
  Notice,
  Paragraph,
  Quote,
  Table,
} from '../model/index.ts';

/** Slides to be shown in a room. The first, with title, subtitle and who stands behind it, is made from the deck itself. */
export interface Deck {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly language: DocumentLanguage;
  readonly about: DocumentAbout;
  readonly slides: readonly Slide[];
}

/** A slide without blocks divides the deck. */
export interface Slide {
  /** What references point at, as they do at the ids of tables and figures; unique in the deck. */
  readonly id: string;
  /** What the slide says, in one sentence. No other slide has the same. */
  readonly title: string;
  /** Stands small above the title: where in the whole this is. */
  readonly kicker?: string | undefined;
  /** What programs that list slides in stretches call the one that begins here. */
  readonly stretch?: string | undefined;
  readonly lead?: InlineText | undefined;
  readonly blocks: readonly SlideBlock[];
  /** Stands to the right of the blocks. */
  readonly beside?: readonly SlideBlock[] | undefined;
  /** What is said and not shown; one paragraph a line. */
  readonly notes?: string | undefined;
}

/** A link whose address is `#` and a slide's id leads to that slide. */
export type SlideBlock = Paragraph | SlideList | SlideTable | Figure | Notice | Quote | KeyNumbers | Charts;

export interface SlideList extends List {
  /** The number of the first item, where an ordered list goes on from the slide before. */
  readonly start?: number | undefined;
}

export interface SlideTable extends Table {
  /** In points, where the slides that a table goes on to are to look alike; else as large as there is room for. */
  readonly size?: number | undefined;
}

export type TextBlock = Exclude<SlideBlock, SlideTable | Figure | KeyNumbers | Charts>;

export function isText(block: SlideBlock): block is TextBlock {
  return !isVisual(block) && block.kind !== 'numbers';
}

export function isVisual(block: SlideBlock): block is SlideTable | Figure | Charts {
  return block.kind === 'table' || block.kind === 'figure' || block.kind === 'charts';
}

/** All that stands on a slide, in reading order. */
export function blocksOf({ blocks, beside = [] }: Pick<Slide, 'blocks' | 'beside'>): readonly SlideBlock[] {
  return [...blocks, ...beside];
}
