/** What a register wants in a column, in the words that people use over such columns. */
export interface TargetField {
  readonly key: string;
  /** Headers that mean it, in Swedish and English: "Ansvarig", "Ansvar", "Responsible". The first is its own title. */
  readonly words: readonly string[];
  readonly kind: 'text' | 'date' | 'number' | 'year' | 'yes' | 'choice' | 'person' | 'values';
  readonly required: boolean;
  /** What a choice allows, with the words for each. */
  readonly choices?: readonly { readonly key: string; readonly words: readonly string[] }[] | undefined;
}

export interface Target {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly TargetField[];
}

export interface ColumnMatch {
  /** Its place in the table, from 0. */
  readonly column: number;
  /** Undefined: kept as a note. */
  readonly field: string | undefined;
  /** 0–1. */
  readonly confidence: number;
  readonly because: 'sameWord' | 'likeWord' | 'content' | 'none';
}

export interface TableMatch {
  readonly target: string;
  /** 0–1: how well the table as a whole suits it. */
  readonly confidence: number;
  readonly columns: readonly ColumnMatch[];
  /** Required fields that no column gives. */
  readonly missing: readonly string[];
}
