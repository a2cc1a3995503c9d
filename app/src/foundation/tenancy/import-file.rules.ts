import type { SheetRow } from '@samband/documents/spreadsheet';

export const importColumns = [
  'department',
  'unit',
  'parentUnit',
  'committee',
  'name',
  'title',
  'email',
  'role',
  'scope',
  'validFrom',
  'validTo',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What people call the columns, without spaces and signs. The first is the one in our own template. */
export const columnNames: Readonly<Record<ImportColumn, readonly string[]>> = {
  department: ['Förvaltning', 'Sektor', 'Kontor', 'Department'],
  unit: ['Enhet', 'Arbetsplats', 'Avdelning', 'Unit'],
  parentUnit: ['Överordnad enhet', 'Ligger under', 'Del av', 'Parent unit', 'Parent'],
  committee: ['Nämnd', 'Nämnd/styrelse', 'Styrelse', 'Committee'],
  name: ['Namn', 'Person', 'För- och efternamn', 'Name'],
  title: ['Titel', 'Befattning', 'Yrkestitel', 'Title'],
  email: ['E-post', 'E-postadress', 'Mejl', 'Mejladress', 'Mail', 'Epostadress', 'Email', 'E-mail'],
  role: ['Roll', 'Roll i Samband', 'Behörighet', 'Role'],
  scope: ['Gäller', 'Gäller för', 'Omfattning', 'Scope', 'Applies to'],
  validFrom: ['Från och med', 'Från', 'Fr.o.m.', 'Startdatum', 'Valid from', 'From'],
  validTo: ['Till och med', 'Till', 'T.o.m.', 'Slutdatum', 'Valid to', 'Until'],
};

export interface ImportRow {
  readonly number: number;
  readonly cells: Readonly<Record<ImportColumn, string>>;
}

export type ImportFile =
  | { readonly ok: true; readonly rows: readonly ImportRow[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: 'noHeader' | 'onlyHeader' }
  | { readonly ok: false; readonly reason: 'columnTwice'; readonly column: string };

/** Finds the columns by the words of the first row, in whatever order they stand. */
export function readImportFile(sheet: readonly SheetRow[]): ImportFile {
  const [header, ...body] = sheet;
  const places = new Map<ImportColumn, number>();
  const ignored: string[] = [];
  for (const [index, words] of (header?.cells ?? []).entries()) {
    const column = columnOf(words);
    if (column === undefined) {
      if (words !== '') ignored.push(words);
    } else if (places.has(column)) return { ok: false, reason: 'columnTwice', column: words };
    else places.set(column, index);
  }
  const named = places.has('department') || places.has('committee') || places.has('name') || places.has('unit');
  if (!named) return { ok: false, reason: 'noHeader' };
  const rows = body.map(({ number, cells }) => ({ number, cells: pick(cells, places) }));
  const filled = rows.filter(({ cells }) => importColumns.some((column) => cells[column] !== ''));
  return filled.length === 0 ? { ok: false, reason: 'onlyHeader' } : { ok: true, rows: filled, ignored };
}

function columnOf(words: string): ImportColumn | undefined {
  const plain = plainWords(words);
  return plain === ''
    ? undefined
    : importColumns.find((column) => columnNames[column].some((one) => plainWords(one) === plain));
}

function plainWords(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function pick(cells: readonly string[], places: ReadonlyMap<ImportColumn, number>): Record<ImportColumn, string> {
  const cell = (column: ImportColumn) => (cells[places.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  return Object.fromEntries(importColumns.map((column) => [column, cell(column)])) as Record<ImportColumn, string>;
}
