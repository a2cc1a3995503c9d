import type {
  DocumentAbout,
  DocumentLanguage,
  Figure,
  InlineText,
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

/** A slide without blocks divides the deck: those after it, until the next one, belong to it. */
export interface Slide {
  /** What references point at, as they do at the ids of tables and figures; unique in the deck. */
  readonly id: string;
  /** What the slide says, in one sentence. No other slide has the same. */
  readonly title: string;
  readonly lead?: InlineText | undefined;
  readonly blocks: readonly SlideBlock[];
  /** What is said and not shown; one paragraph a line. */
  readonly notes?: string | undefined;
}

/** A link whose address is `#` and a slide's id leads to that slide. */
export type SlideBlock = Paragraph | SlideList | SlideTable | Figure | Notice | Quote;

export interface SlideList extends List {
  /** The number of the first item, where an ordered list goes on from the slide before. */
  readonly start?: number | undefined;
}

export interface SlideTable extends Table {
  /** In points, where the slides that a table goes on to are to look alike; else as large as there is room for. */
  readonly size?: number | undefined;
}

export type TextBlock = Exclude<SlideBlock, SlideTable | Figure>;

export function isText(block: SlideBlock): block is TextBlock {
  return block.kind !== 'table' && block.kind !== 'figure';
}
