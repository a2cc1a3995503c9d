import type { FoundRow } from '@samband/documents/reading';
import { type AskedLine, type Register, readMark, writtenColumns } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { type CellReading, type Lookup, readCell } from './cell.rules.ts';
import { remarkText } from './said.ts';
import type { GivenTable } from './target.ts';
import { texts } from './texts.ts';

export interface PreparedLine extends AskedLine {
  readonly readings: ReadonlyMap<string, CellReading>;
  readonly remarks: readonly string[];
  readonly print: string;
}

/** A row as its cells say it. */
export interface RawRow {
  readonly inputs: Readonly<Record<string, string>>;
  /** Cells of columns that are no field, by their header. */
  readonly others: Readonly<Record<string, string>>;
}

/** A sheet that was fetched from the register has marks, and holds what nobody writes: that is no note. */
export function rawInputs({ fields, headers, once }: GivenTable, row: FoundRow, hasMarks: boolean): RawRow {
  const inputs: Record<string, string> = { ...once };
  const others: Record<string, string> = {};
  for (const [index, text] of row.cells.entries()) {
    const key = fields[index];
    if (key !== undefined) {
      if (text.trim() !== '' || !(key in inputs)) inputs[key] = text;
    } else if (!hasMarks && !/^[-–—−\s]*$/.test(text)) {
      const header = headers[index] || `${index + 1}`;
      // Two columns under the same header are both kept.
      others[header] = [others[header], text].filter(Boolean).join(', ');
    }
  }
  return { inputs, others };
}

/** By names that no field has. */
export function prefixed(others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(others).map(([header, text]) => [`: ${header}`, text]));
}

/** Where notes are kept: a field for remarks before one for a description. */
export function noteFieldOf(register: Register): string | undefined {
  const long = writtenColumns(register).filter(({ field }) => field.kind === 'longText' || field.kind === 'richText');
  const wanted = [/note|remark|comment/i, /description/i];
  for (const pattern of wanted) {
    const found = long.find(({ key }) => pattern.test(key));
    if (found !== undefined) return found.key;
  }
  return long[0]?.key;
}

export interface LineParts {
  readonly table: GivenTable;
  readonly inputs: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, string>>;
  readonly index: number;
  readonly number: number;
  readonly markAt: number;
  readonly noteField: string | undefined;
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly print: string;
}

/** What the register's form would be given for a row, with what was done to make it fit. */
export function prepareLine(language: Language, register: Register, parts: LineParts): PreparedLine {
  const { table, inputs: raw, others, index, number, markAt, noteField, lookups, print } = parts;
  const t = texts(language);
  const row = table.rows[index]!;
  const inputs: Record<string, string> = {};
  const readings = new Map<string, CellReading>();
  const remarks: string[] = [];
  const notes: string[] = Object.entries(others).map(([header, text]) => `${header}: ${text.trim()}`);
  for (const { key, field } of writtenColumns(register)) {
    const text = raw[key];
    if (text === undefined) continue;
    const lenient = noteField !== undefined && noteField !== key;
    const reading = readCell(field, text, { dates: table.dates, lookup: lookups.get(key), lenient });
    readings.set(key, reading);
    inputs[key] = reading.input;
    const header = headerOf(table, register, key, language);
    if (reading.kept.length > 0) notes.push(`${header}: ${reading.kept.join(', ')}`);
    remarks.push(...reading.remarks.map((remark) => remarkText(remark, header, language)));
  }
  fillEnds(register, inputs, readings);
  const name = inputs[register.heads] ?? '';
  const heads = register.columns.find(({ key }) => key === register.heads)!.field;
  const most = heads.kind === 'text' ? heads.max : 200;
  if (name.length > most && noteField !== undefined) {
    notes.unshift(name);
    inputs[register.heads] = `${name.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
    remarks.push(t.plan.shortened(most, register.texts(language).fields[noteField]!));
  }
  if (notes.length > 0 && noteField !== undefined) {
    inputs[noteField] = [inputs[noteField] ?? '', notes.join('\n')].filter(Boolean).join('\n\n');
  }
  const mark = markAt === -1 ? undefined : readMark(row.cells[markAt] ?? '');
  return { number, inputs, mark, readings, remarks, print };
}

/** A period in the column for the beginning gives the end too, where no column does. */
function fillEnds(
  register: Register,
  inputs: Record<string, string>,
  readings: ReadonlyMap<string, CellReading>,
): void {
  for (const { key, field } of writtenColumns(register)) {
    if (field.kind !== 'date' || field.notBefore === undefined || (inputs[key] ?? '') !== '') continue;
    const ends = readings.get(field.notBefore)?.ends;
    if (ends !== undefined) inputs[key] = ends;
  }
}

/** What stands over the column of a field, or what the field is called. */
export function headerOf(table: GivenTable, register: Register, key: string, language: Language): string {
  const index = table.fields.indexOf(key);
  return (index === -1 ? '' : table.headers[index]) || (register.texts(language).fields[key] ?? key);
}
