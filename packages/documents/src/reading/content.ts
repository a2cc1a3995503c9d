/** How a file was read. The kind is told by the content, not by the name; "text" is also what was pasted. */
export type ReadFormat = 'word' | 'workbook' | 'csv' | 'pdf' | 'text' | 'html';

/** A file's content in reading order, as tables, lists and words. Nothing in it is calculated, run or fetched. */
export interface ReadContent {
  readonly format: ReadFormat;
  readonly parts: readonly ContentPart[];
  /** What a reader should know, e.g. that changes were tracked. */
  readonly remarks: readonly ReadRemark[];
}

export type ContentPart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | FoundTable;

/**
 * A table as one: where a page turn had broken it and repeated its header, the pieces are joined. A list of people ("name, title,
 * unit" on lines of their own under a heading) is a table too, with `origin: 'people'`.
 */
export interface FoundTable {
  readonly kind: 'table';
  /** Its place among the file's tables, from 1. */
  readonly number: number;
  readonly origin: 'table' | 'people';
  /** The headings above it, outermost first; of a workbook the sheet's name. */
  readonly headings: readonly string[];
  readonly caption?: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly FoundRow[];
}

export interface FoundRow {
  /** Where a person finds it: the line of a text, the row of a sheet, the row of a table in Word or PDF, from 1. */
  readonly place: number;
  /** The page of a PDF, from 1. */
  readonly page?: number | undefined;
  /** As many as the table has columns; lines within a cell are kept as line breaks. */
  readonly cells: readonly string[];
  /** A row of its own above it that names a group of rows. */
  readonly group?: string | undefined;
  /** It only adds up the rows above. */
  readonly sum?: true | undefined;
}

export interface ReadRemark {
  readonly what:
    | 'trackedChanges'
    | 'macros'
    | 'nestedTable'
    | 'formulas'
    | 'formulaErrors'
    /** Whatever wrote the file did not calculate them: they are read as empty. */
    | 'formulasWithoutValue'
    | 'comments'
    | 'hiddenSheet'
    | 'emptyRowsPassedBy'
    | 'tableWithoutHeader'
    | 'pagesWithoutText'
    /** The name promises another kind than the content is; `detail` is the kind that was read. */
    | 'otherKindThanName';
  /** How many, and which. */
  readonly count: number;
  readonly detail?: string | undefined;
}

export type ReadProblem =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyPages'
  | 'expandsTooMuch'
  | 'tookTooLong'
  | 'encrypted'
  | 'oldOffice'
  | 'damaged'
  | 'unknownKind'
  /** The content is nothing that is read here, whatever the name promises. Content that is read comes with a remark instead. */
  | 'otherKindThanName'
  | 'noText';

export type ReadResult =
  | { readonly ok: true; readonly content: ReadContent }
  | { readonly ok: false; readonly problem: ReadProblem };

/** What a file may ask for; beyond it reading stops with the problem that says which. */
export interface ReadLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly pages: number;
  readonly milliseconds: number;
}
