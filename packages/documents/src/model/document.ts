/** The language of a document's own words and of what the writers add ("Figur", "Innehåll"). */
export type DocumentLanguage = 'sv' | 'en';

/**
 * One document, whatever it is written as. Headings are sections within sections, so that an outline can skip no level; numbers
 * ("2.1", "Figur 3", "Bilaga 4a") are counted by `numberDocument`, never typed.
 */
export interface DocumentModel {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly language: DocumentLanguage;
  readonly about: DocumentAbout;
  /** A table of contents after the title. */
  readonly contents: boolean;
  /** Sections get the numbers 1, 1.1, 1.1.1. */
  readonly numbered: boolean;
  readonly sections: readonly Section[];
  readonly appendices: readonly Appendix[];
}

export interface DocumentAbout {
  /** Whose document it is, e.g. the municipality. */
  readonly organisation: string;
  /** A role or a body, e.g. "Ekonomiavdelningen". */
  readonly author?: string | undefined;
  /** `2026-03-02`. */
  readonly date: string;
  /** Diarienummer. */
  readonly caseNumber?: string | undefined;
  /** Where it stands: "Arbetsutkast", "Fastställd 2026-03-02". */
  readonly state?: string | undefined;
  readonly subject?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** Said on every page, e.g. "Exempeldata". */
  readonly mark?: string | undefined;
  readonly logo?: (Picture & { readonly alt: string }) | undefined;
  /** The municipality's colour, `#rrggbb`. */
  readonly colour?: string | undefined;
}

export interface Section {
  /** What references and links in the document point at; unique in it. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[] | undefined;
  /** Stands without a number in a numbered document. */
  readonly unnumbered?: boolean | undefined;
  /** What is shown of it in a room. Its other tables and figures come after, where all is shown. */
  readonly shown?: readonly Showing[] | undefined;
}

/** One slide's worth of a section. */
export interface Showing {
  /** Unique among what is shown. */
  readonly id: string;
  /** What it says, in one sentence. */
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
  /** Stands to the right of the blocks. */
  readonly beside?: readonly ShownBlock[] | undefined;
  /** Ids of tables and figures among the section's blocks that say nothing more than this does. */
  readonly instead?: readonly string[] | undefined;
  /** What is said and not shown; one paragraph a line. */
  readonly notes?: string | undefined;
}

export type ShownBlock = Exclude<Block, PageBreak> | KeyNumbers | Charts;

/** A few values set large, each with the words that say what it is. */
export interface KeyNumbers {
  readonly kind: 'numbers';
  readonly items: readonly KeyNumber[];
  readonly source?: string | undefined;
}

/** Charts that are read together, few enough to stand on a slide; the program that shows them draws them. */
export interface Charts {
  readonly kind: 'charts';
  readonly id?: string | undefined;
  readonly charts: readonly NamedChart[];
  readonly source?: string | undefined;
}

export interface NamedChart {
  readonly title: string;
  readonly alt: string;
  readonly chart: Chart;
}

export interface KeyNumber {
  readonly value: string;
  readonly words: string;
}

/** Numbered 1, 2, 3; the parts of appendix 4 are 4a, 4b. Each begins on a page of its own. */
export interface Appendix extends Omit<Section, 'unnumbered'> {
  readonly parts?: readonly Omit<Appendix, 'parts'>[] | undefined;
}

export type Block = Paragraph | List | Table | Figure | Quote | Notice | PageBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: InlineText;
  /** The first sentences of a section, set larger. */
  readonly lead?: boolean | undefined;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly text: InlineText;
  readonly list?: List | undefined;
}

/** Its first row, the columns' titles, is repeated on every page that the table goes on to. */
export interface Table {
  readonly kind: 'table';
  readonly id?: string | undefined;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The first cell of each row names the row. */
  readonly rowHeader?: boolean | undefined;
  readonly source?: string | undefined;
}

export interface TableColumn {
  readonly title: string;
  /** Figures stand to the right, under a title with their unit. */
  readonly align?: 'start' | 'end' | undefined;
  /** Share of the table's width; columns without one share what is left. */
  readonly width?: number | undefined;
}

export interface TableRow {
  /** As many as there are columns; one alone in a row that heads a group. */
  readonly cells: readonly InlineText[];
  readonly role?: 'group' | 'total' | undefined;
}

export interface Figure {
  readonly kind: 'figure';
  readonly id?: string | undefined;
  readonly picture: Picture;
  /** What it shows, for whoever does not see it. Never empty. */
  readonly alt: string;
  readonly caption: string;
  readonly source?: string | undefined;
  /** The same figures, where a chart can be drawn by the reader's program (slides). */
  readonly chart?: Chart | undefined;
}

/** Sizes in CSS pixels (96 to the inch). An SVG stands alone: its styles inside it, nothing fetched from elsewhere. */
export type Picture =
  | { readonly format: 'svg'; readonly svg: string; readonly width: number; readonly height: number }
  | {
      readonly format: 'png' | 'jpeg';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
    };

export interface Chart {
  readonly kind: 'bar' | 'column' | 'line';
  readonly unit: string;
  readonly decimals: number;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** One for each category; undefined is missing, never 0. */
  readonly values: readonly (number | undefined)[];
  /** The municipality's own, in its colour; the others are grey. */
  readonly own?: boolean | undefined;
}

export interface Quote {
  readonly kind: 'quote';
  readonly text: InlineText;
  readonly by?: string | undefined;
}

/** Set apart: what a reader must not miss, e.g. how sure a figure is. */
export interface Notice {
  readonly kind: 'notice';
  readonly title: string;
  readonly text: InlineText;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

export type InlineText = readonly Inline[];

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly strong?: boolean | undefined;
      readonly emphasis?: boolean | undefined;
    }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** Reads "figur 3", "tabell 2", "avsnitt 2.1", "bilaga 4a". */
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'footnote'; readonly text: InlineText }
  | { readonly kind: 'break' };

/** Plain words as inline text; nothing for an empty string. */
export function plain(text: string): InlineText {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** The words alone, as they are read aloud; a footnote is left out. */
export function wordsOf(text: InlineText): string {
  return text
    .map((part) => {
      if (part.kind === 'text' || part.kind === 'link') return part.text;
      return part.kind === 'break' ? ' ' : '';
    })
    .join('');
}

export function paragraph(text: string | InlineText): Paragraph {
  return { kind: 'paragraph', text: typeof text === 'string' ? plain(text) : text };
}
