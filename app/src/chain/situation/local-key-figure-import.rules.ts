import type { SheetRow } from '@samband/documents/spreadsheet';
import {
  firstYear,
  type LocalGender,
  type LocalValue,
  lastYear,
  placeKey,
  type UnitPlace,
} from './local-key-figure.rules.ts';
import { type Cell, cellOf, readCell, sameCell } from './local-key-figure-cell.rules.ts';

export const valueColumns = ['code', 'title', 'unit', 'year', 'gender', 'value'] as const;
export type ValueColumn = (typeof valueColumns)[number];

/** What people call the columns; the first is the one in our own files. */
export const valueColumnNames: Readonly<Record<ValueColumn, readonly string[]>> = {
  code: ['Kod', 'Nyckeltalskod', 'Id', 'Code'],
  title: ['Nyckeltal', 'Benämning', 'Key figure', 'Mått'],
  unit: ['Enhet', 'Arbetsplats', 'Organisation', 'Unit'],
  year: ['År', 'Period', 'Year'],
  gender: ['Kön', 'Gender'],
  value: ['Värde', 'Utfall', 'Resultat', 'Value'],
};

export interface ValueRow {
  readonly number: number;
  readonly cells: Readonly<Record<ValueColumn, string>>;
}

export type ValueFile =
  | { readonly ok: true; readonly rows: readonly ValueRow[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: 'noHeader' | 'onlyHeader' }
  | { readonly ok: false; readonly reason: 'columnTwice'; readonly column: string };

/** Finds the columns by the words of the first row, in whatever order they stand. */
export function readValueFile(sheet: readonly SheetRow[]): ValueFile {
  const [header, ...body] = sheet;
  const places = new Map<ValueColumn, number>();
  const ignored: string[] = [];
  for (const [index, words] of (header?.cells ?? []).entries()) {
    const column = valueColumns.find((name) => valueColumnNames[name].some((one) => plain(one) === plain(words)));
    if (column === undefined) {
      if (words !== '') ignored.push(words);
    } else if (places.has(column)) return { ok: false, reason: 'columnTwice', column: words };
    else places.set(column, index);
  }
  if (!places.has('year') || !places.has('value') || !(places.has('code') || places.has('title'))) {
    return { ok: false, reason: 'noHeader' };
  }
  const rows = body
    .map(({ number, cells }) => ({ number, cells: pick(cells, places) }))
    .filter(({ cells }) => valueColumns.some((column) => cells[column] !== ''));
  return rows.length === 0 ? { ok: false, reason: 'onlyHeader' } : { ok: true, rows, ignored };
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function pick(cells: readonly string[], places: ReadonlyMap<ValueColumn, number>): Record<ValueColumn, string> {
  const cell = (column: ValueColumn) => (cells[places.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  return Object.fromEntries(valueColumns.map((column) => [column, cell(column)])) as Record<ValueColumn, string>;
}

export interface KnownKeyFigure {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly active: boolean;
  readonly dividedByGender: boolean;
}

export interface KnownValues {
  readonly keyFigures: readonly KnownKeyFigure[];
  readonly units: readonly UnitPlace[];
  readonly values: readonly (LocalValue & { readonly keyFigureId: string })[];
}

export interface ValueFault {
  readonly row: number;
  readonly column: ValueColumn;
  readonly reason:
    | 'unknownKeyFigure'
    | 'archived'
    | 'otherTitle'
    | 'unknownUnit'
    | 'ambiguousUnit'
    | 'closedUnit'
    | 'notAYear'
    | 'notAGender'
    | 'notByGender'
    | 'notANumber'
    | 'tooLarge'
    | 'valueMissing'
    | 'twice';
  readonly value: string;
}

export interface PlannedValue {
  readonly row: ValueRow;
  readonly effect: 'new' | 'changed' | 'same' | undefined;
  /** What stood there before, when it is changed. */
  readonly before: Cell | undefined;
  readonly faults: readonly ValueFault[];
}

export interface ValuePlan {
  readonly rows: readonly PlannedValue[];
  readonly faults: readonly ValueFault[];
  readonly values: readonly (LocalValue & { readonly keyFigureId: string })[];
}

/** What the file would add and change, row by row, and what is wrong with it. The same file once more changes nothing. */
export function planValues(rows: readonly ValueRow[], known: KnownValues): ValuePlan {
  const standing = new Map(known.values.map((value) => [`${value.keyFigureId}/${placeKey(value)}`, value]));
  const seen = new Map<string, number>();
  const values: (LocalValue & { readonly keyFigureId: string })[] = [];
  const planned = rows.map((row): PlannedValue => {
    const faults: ValueFault[] = [];
    const fault = (column: ValueColumn, reason: ValueFault['reason'], value = row.cells[column]): undefined => {
      faults.push({ row: row.number, column, reason, value });
      return undefined;
    };
    const keyFigure = keyFigureOf(row, known.keyFigures, fault);
    const unitId = unitOf(row.cells.unit, known.units, fault);
    const year = yearOf(row.cells.year, fault);
    const gender = genderOf(row.cells.gender, keyFigure, fault);
    const cell = readCell(row.cells.value);
    if (cell.kind === 'fault') fault('value', cell.reason);
    if (cell.kind === 'empty') fault('value', 'valueMissing');
    if (keyFigure && unitId !== undefined && year !== undefined && gender !== undefined) {
      const place = { keyFigureId: keyFigure.id, unitId, year, gender };
      const key = `${keyFigure.id}/${placeKey(place)}`;
      const before = seen.get(key);
      // Which of two rows about the same thing is meant cannot be known, not even when they agree today.
      if (before !== undefined) fault('value', 'twice', String(before));
      seen.set(key, row.number);
      if (faults.length === 0) {
        const now = cellOf(standing.get(key));
        if (sameCell(now, cell)) return { row, effect: 'same', before: undefined, faults };
        values.push({
          ...place,
          value: cell.kind === 'value' ? cell.value : null,
          missingReason: cell.kind === 'missing' ? cell.reason : null,
        });
        return now.kind === 'empty'
          ? { row, effect: 'new', before: undefined, faults }
          : { row, effect: 'changed', before: now, faults };
      }
    }
    return { row, effect: undefined, before: undefined, faults };
  });
  return { rows: planned, faults: planned.flatMap(({ faults }) => faults), values };
}

type Fault = (column: ValueColumn, reason: ValueFault['reason'], value?: string) => undefined;

function keyFigureOf({ cells }: ValueRow, known: readonly KnownKeyFigure[], fault: Fault): KnownKeyFigure | undefined {
  const byCode = known.find(({ code }) => cells.code !== '' && code === cells.code.toUpperCase());
  const byTitle = known.find(({ title }) => cells.title !== '' && lower(title) === lower(cells.title));
  const column = cells.code === '' ? 'title' : 'code';
  const found = cells.code === '' ? byTitle : byCode;
  if (found === undefined) return fault(column, 'unknownKeyFigure');
  if (!found.active) return fault(column, 'archived');
  // The code and the title of two different key figures on one row: one of them is a slip.
  if (byCode && byTitle && byCode !== byTitle) return fault('title', 'otherTitle');
  return found;
}

const wholeMunicipality = ['hela kommunen', 'kommunen', 'whole municipality', 'the whole municipality'];

function unitOf(text: string, units: readonly UnitPlace[], fault: Fault): string | null | undefined {
  if (text === '' || wholeMunicipality.includes(lower(text))) return null;
  const byPath = units.filter(({ path }) => lower(path) === lower(text));
  const found = byPath.length > 0 ? byPath : units.filter(({ name }) => lower(name) === lower(text));
  const open = found.filter(({ active }) => active);
  if (found.length === 0) return fault('unit', 'unknownUnit');
  if (open.length > 1) return fault('unit', 'ambiguousUnit');
  return open[0]?.id ?? (found.length === 1 ? found[0]?.id : fault('unit', 'closedUnit'));
}

function yearOf(text: string, fault: Fault): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  return year >= firstYear && year <= lastYear ? year : fault('year', 'notAYear');
}

const genderWords: Readonly<Record<LocalGender, readonly string[]>> = {
  T: ['', 't', 'totalt', 'alla', 'total', 'all'],
  K: ['k', 'kvinnor', 'kvinna', 'women', 'f'],
  M: ['m', 'män', 'man', 'men'],
};

function genderOf(text: string, keyFigure: KnownKeyFigure | undefined, fault: Fault): LocalGender | undefined {
  const gender = (['T', 'K', 'M'] as const).find((each) => genderWords[each].includes(lower(text)));
  if (gender === undefined) return fault('gender', 'notAGender');
  return gender !== 'T' && keyFigure?.dividedByGender === false ? fault('gender', 'notByGender') : gender;
}

function lower(text: string): string {
  return text.toLowerCase();
}
