/**
 * What the readers of the formats hand on, in reading order, before tables are joined and headings are counted. A format says what
 * it knows – a style that is a heading, a row that is a header – and leaves the rest to `compose`.
 */
export type Piece = HeadingPiece | ParagraphPiece | ListPiece | GridPiece;

export interface HeadingPiece {
  readonly kind: 'heading';
  /** Undefined: to be judged by what stands around it. */
  readonly level?: number | undefined;
  readonly text: string;
  /** It stood alone above cells, and may as well name a group of a table that goes on. */
  readonly overCells?: boolean | undefined;
}

export interface ParagraphPiece {
  readonly kind: 'paragraph';
  /** Its lines as they stand; cells between tabs where somebody has made a table of them. */
  readonly text: string;
  readonly place: number;
  readonly page?: number | undefined;
  /** All of it is bold, or larger than other text: perhaps a heading that was given no style. */
  readonly strong?: boolean | undefined;
}

export interface ListPiece {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Cells in rows: a table, or a part of one. */
export interface GridPiece {
  readonly kind: 'grid';
  readonly rows: readonly GridRow[];
  /** How many of its rows are its header, where the file says. */
  readonly headerRows?: number | undefined;
  readonly caption?: string | undefined;
  /** The first column that it fills, of a sheet. */
  readonly from?: number | undefined;
  readonly people?: boolean | undefined;
}

export interface GridRow {
  readonly place: number;
  readonly page?: number | undefined;
  readonly cells: readonly string[];
  /** One cell over all columns. */
  readonly spanning?: boolean | undefined;
  readonly strong?: boolean | undefined;
}
