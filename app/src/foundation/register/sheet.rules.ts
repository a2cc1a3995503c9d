import { type Language, languages } from '../texts/index.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { texts } from './texts.ts';

/** What stands over a column; the mark's own when there is none. The unit belongs to it: a number alone does not say whether it is thousands. */
export function sheetHeader(register: Register, column: RegisterColumn | undefined, language: Language): string {
  if (column === undefined) return texts(language).sheetMark;
  const label = register.texts(language).fields[column.key] ?? column.key;
  const { field } = column;
  const unit = field.kind === 'money' || field.kind === 'number' ? field.unit : undefined;
  return unit === undefined ? label : `${label}, ${unit}`;
}

/** Which row a line of a sheet is, and which version of it was written out. */
export interface Mark {
  readonly id: string;
  readonly version: number;
}

export function markOf({ id, version }: Mark): string {
  return `${id}/${version}`;
}

export function readMark(text: string): Mark | undefined {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,9})$/.exec(text.trim());
  return match ? { id: match[1]!, version: Number(match[2]) } : undefined;
}

/** Where in a file each field stands. */
export interface Matching {
  /** The field of each of the file's columns; undefined for one that is left out. */
  readonly fields: readonly (string | undefined)[];
  /** The column with the marks; -1 when there is none. */
  readonly markAt: number;
}

/**
 * Finds the register's columns among the headers of a file, whichever language it was written in, with or without unit. `chosen` is what a person has said
 * instead, by header: the key of a field, or '' to leave the column out.
 */
export function matchHeaders(
  register: Register,
  columns: readonly RegisterColumn[],
  headers: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): Matching {
  const known = new Map<string, string>();
  for (const language of languages) {
    for (const column of columns) {
      const label = register.texts(language).fields[column.key] ?? column.key;
      for (const words of [column.key, label, sheetHeader(register, column, language)])
        known.set(plain(words), column.key);
    }
  }
  const taken = new Set<string>();
  const fields = headers.map((header) => {
    const said = chosen[header];
    const key = said === undefined ? known.get(plain(header)) : said || undefined;
    if (key === undefined || taken.has(key) || !columns.some((column) => column.key === key)) return undefined;
    taken.add(key);
    return key;
  });
  return { fields, markAt: headers.findIndex(isMarkHeader) };
}

/** Does this stand over the column with the marks? */
export function isMarkHeader(header: string): boolean {
  return languages.some((language) => plain(texts(language).sheetMark) === plain(header));
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '')
    .trim();
}

/** A, B … Z, AA: as Excel names its columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
