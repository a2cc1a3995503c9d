import type { GivenTable, IntakeField, IntakePlan, IntakeRow, IntakeTarget } from '../../foundation/intake/index.ts';
import { FaultyTableError } from '../../foundation/intake/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { writeSituation } from './access.ts';
import { knownValues } from './local-key-figure.queries.ts';
import { placeKey } from './local-key-figure.rules.ts';
import {
  deleteValues,
  lockLocalKeyFigures,
  readValues,
  type StoredValue,
  saveValues,
} from './local-key-figure.store.ts';
import { cellOf, cellText, sameCell } from './local-key-figure-cell.rules.ts';
import {
  type PlannedValue,
  planValues,
  type ValueColumn,
  type ValueRow,
  valueColumnNames,
  valueColumns,
} from './local-key-figure-import.rules.ts';
import { importTexts } from './local-key-figure-import.texts.ts';

/** Values of own key figures: a row for each, or a row for each key figure with a column for each year. */
export const localValues: IntakeTarget = {
  key: 'situation.local_value',
  title: (language) => importTexts(language).target,
  href: '/egna-nyckeltal',
  write: writeSituation,
  fields: ({ language }) => Promise.resolve(fieldsIn(language)),
  async plan({ tx, language }, table) {
    const { rows, years, of } = valueRows(table);
    const { rows: planned } = planValues(rows, await knownValues(tx));
    return planOf(table, planned, of, years, language);
  },
  async apply({ tx }, table) {
    await lockLocalKeyFigures(tx);
    const { rows } = valueRows(table);
    const known = await knownValues(tx);
    const { values, faults, rows: planned } = planValues(rows, known);
    if (faults.length > 0) throw new FaultyTableError('situation.local_value');
    const standing = new Map(known.values.map((value) => [keyOf(value), value]));
    await saveValues(tx, values);
    const count = (effect: PlannedValue['effect']) => planned.filter((row) => row.effect === effect).length;
    const undo: UndoValues = values.map((after) => ({ after, before: standing.get(keyOf(after)) ?? null }));
    return { added: count('new'), changed: count('changed'), already: count('same'), undo };
  },
  async undo({ tx, language }, undo) {
    await lockLocalKeyFigures(tx);
    const changes = undo as UndoValues;
    const ids = [...new Set(changes.map(({ after }) => after.keyFigureId))];
    const now = new Map((await readValues(tx, ids)).map((value) => [keyOf(value), value]));
    const goneOn = changes.filter(({ after }) => !sameCell(cellOf(now.get(keyOf(after))), cellOf(after)));
    if (goneOn.length > 0) {
      const { keyFigures } = await knownValues(tx);
      const titleOf = new Map(keyFigures.map(({ id, title }) => [id, title]));
      const titles = goneOn.map(
        ({ after }) =>
          `${titleOf.get(after.keyFigureId) ?? ''} ${after.year}: ${cellText(cellOf(now.get(keyOf(after))), language)}`,
      );
      return { ok: false, titles: titles.slice(0, 20) };
    }
    await deleteValues(
      tx,
      changes.flatMap(({ before, after }) => (before === null ? [after] : [])),
    );
    await saveValues(
      tx,
      changes.flatMap(({ before }) => before ?? []),
    );
    return { ok: true };
  },
};

/** Each value that was saved, and what stood there. */
type UndoValues = readonly { readonly after: StoredValue; readonly before: StoredValue | null }[];

function keyOf(value: StoredValue): string {
  return `${value.keyFigureId}/${placeKey(value)}`;
}

function fieldsIn(language: Language): readonly IntakeField[] {
  const kinds: Readonly<Partial<Record<ValueColumn, IntakeField['kind']>>> = { year: 'year', value: 'number' };
  return valueColumns.map((key) => ({
    key,
    label: importTexts(language).columns[key],
    words: valueColumnNames[key],
    kind: kinds[key] ?? 'text',
    required: false,
    once: key === 'value' ? 'no' : 'may',
  }));
}

/** What a value is counted in, under a header that may as well mean a unit of the organisation. */
const measured =
  /^(?:%|procent|‰|promille|kr|tkr|mnkr|mkr|kronor|antal|st|index|poäng|dagar|timmar|år|månader|m2|m²|kvm|kr ?\/.+|percent|number|days|hours)\.?$/i;
const isNothing = (cell: string) => /^[-–—−\s]*$/.test(cell);
const isYear = (header: string) => /^(?:19|20)\d{2}$/.test(header.trim());

/** The rows as the import of values knows them, and which row of the table each is of. */
function valueRows({ fields, headers, rows, once }: GivenTable) {
  const wide = !fields.includes('value');
  const yearColumns = wide
    ? headers.flatMap((header, index) => (isYear(header) && fields[index] === undefined ? [index] : []))
    : [];
  const found: ValueRow[] = [];
  const of: number[] = [];
  for (const [index, { cells }] of rows.entries()) {
    const cell = (key: ValueColumn) =>
      (cells[fields.indexOf(key)] ?? '').replace(/\s+/g, ' ').trim() || (once[key] ?? '');
    const own = Object.fromEntries(valueColumns.map((key) => [key, cell(key)])) as Record<ValueColumn, string>;
    if (measured.test(own.unit)) own.unit = '';
    const filled = yearColumns.filter((column) => !isNothing(cells[column] ?? ''));
    const parts =
      yearColumns.length === 0
        ? [own]
        : filled.map((column) => ({ ...own, year: headers[column]!.trim(), value: cells[column]!.trim() }));
    for (const part of parts) {
      of.push(index);
      found.push({ number: found.length + 1, cells: part });
    }
  }
  return { rows: found, of, years: yearColumns.map((column) => headers[column]!.trim()) };
}

function planOf(
  table: GivenTable,
  planned: readonly PlannedValue[],
  of: readonly number[],
  years: readonly string[],
  language: Language,
): IntakePlan {
  const t = importTexts(language);
  const labels = t.columns;
  const byRow = Map.groupBy(planned, (_, index) => of[index]!);
  const rows = table.rows.map((_, index): IntakeRow => {
    const own = byRow.get(index) ?? [];
    const faults = own.flatMap((one) =>
      one.faults.map(({ column, reason, value }) => ({
        column: labels[column],
        // With a column for each year the value stands in one of them, which is no field.
        field: years.length > 0 && (column === 'year' || column === 'value') ? undefined : column,
        text: t.fault[reason](value),
      })),
    );
    // What is wrong with the name is wrong in every year.
    const told = [...new Map(faults.map((fault) => [`${fault.column}: ${fault.text}`, fault])).values()];
    const has = (effect: PlannedValue['effect']) => own.some((one) => one.effect === effect);
    const state = faults.length > 0 ? 'faulty' : has('changed') ? 'changed' : has('new') ? 'new' : 'there';
    const [first] = own;
    const names = (['code', 'title', 'unit', 'gender'] as const).map((key) => ({
      label: labels[key],
      text: first?.row.cells[key] ?? '',
    }));
    const values = own.map(({ row, before }) => ({
      label: row.cells.year,
      text: row.cells.value,
      ...(before !== undefined && { before: cellText(before, language) }),
    }));
    return { state, cells: [...names.filter(({ text }) => text !== ''), ...values], remarks: [], faults: told };
  });
  const left = table.headers.filter(
    (header, index) => table.fields[index] === undefined && header !== '' && !years.includes(header.trim()),
  );
  return {
    rows,
    remarks: [
      ...(years.length === 0 ? [] : [t.yearColumns(years.join(', '))]),
      ...(left.length === 0 ? [] : [t.ignored(left.join(', '))]),
    ],
  };
}
