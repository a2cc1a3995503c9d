import { fingerprintsOf, splitValues } from '@samband/documents/matching';
import type { FoundRow } from '@samband/documents/reading';
import type { Transaction } from '../database/index.ts';
import {
  type AskedLine,
  columnOptions,
  isMarkHeader,
  type Kernel,
  type LinesPlan,
  namesFor,
  planLines,
  type Register,
  type RegisterColumn,
  readMark,
  rowsNamed,
  saveLines,
  undoBatch,
  type Value,
  valueWords,
  writtenColumns,
} from '../register/index.ts';
import { languages } from '../texts/index.ts';
import { type CellReading, type Lookup, readCell } from './cell.rules.ts';
import { insertPrints, knownPrints } from './import.store.ts';
import { faultText, remarkText } from './said.ts';
import {
  FaultyTableError,
  type GivenTable,
  type IntakeField,
  type IntakeRow,
  type IntakeTarget,
  type IntakeWork,
  mostShown,
} from './target.ts';
import { texts } from './texts.ts';

/** Any register as a target: what it is told becomes a plan of the kernel's, its batch and its undoing. */
export function registerTarget(register: Register): IntakeTarget {
  return {
    key: register.name,
    title: (language) => register.texts(language).title,
    href: register.path,
    write: register.write,
    knowsNames: true,
    fields: (work) => fieldsOf(work, register),
    async plan(work, table) {
      const prepared = await prepare(work, register, table);
      return { rows: await shown(work, register, prepared), remarks: prepared.remarks };
    },
    async apply(work, table, { importId, title, tell }) {
      const { plan, lines, known, faulty } = await prepare(work, register, table);
      if (plan.faults.length > 0 || faulty.size > 0) throw new FaultyTableError(register.name);
      const { batchId, rows } = await saveLines({ ...work, register }, plan, title, tell);
      const printOf = new Map(lines.map((line) => [line.number, line.print]));
      const numbers = [...plan.added, ...plan.changed].map(({ number }) => number);
      await insertPrints(
        work.tx,
        importId,
        register.name,
        numbers.map((number, index) => ({ print: printOf.get(number)!, rowId: rows[index]!.rowId })),
      );
      const [added, changed] = [plan.added.length, plan.changed.length];
      return { added, changed, already: plan.same + known.size, undo: { batch: batchId } };
    },
    async undo(work, undo) {
      const { batch } = undo as { readonly batch: string };
      const undone = await undoBatch({ ...work, register }, batch);
      return undone.ok || undone.reason === 'alreadyUndone' ? { ok: true } : { ok: false, titles: undone.titles };
    },
  };
}

async function fieldsOf({ kernel, tx }: IntakeWork, register: Register): Promise<readonly IntakeField[]> {
  const fields: IntakeField[] = [];
  for (const column of writtenColumns(register)) {
    const { key, field } = column;
    const isFile = field.kind === 'reference' && field.to === 'attachment';
    if (isFile) continue;
    const labels = languages.map((language) => register.texts(language).fields[key] ?? key);
    const own = key === register.heads ? languages.map((language) => register.texts(language).one) : [];
    const options = await optionsIn(kernel, tx, register, column);
    fields.push({
      key,
      label: labels[0]!,
      words: [...new Set([...labels, ...own, key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)])],
      kind: kindOf(column),
      required: field.required === true,
      choices: field.kind === 'choice' ? options.map(({ value, words }) => ({ key: value, words })) : undefined,
      once: key === register.heads ? 'no' : 'may',
      options: options.length === 0 ? undefined : options.map(({ words }) => ({ value: words[0]!, label: words[0]! })),
    });
  }
  return fields;
}

function kindOf({ field }: RegisterColumn): IntakeField['kind'] {
  switch (field.kind) {
    case 'date':
    case 'yes':
      return field.kind;
    case 'number':
      return field.year === true ? 'year' : 'number';
    case 'money':
    case 'scale':
      return 'number';
    case 'choice':
      return field.many === true ? 'values' : 'choice';
    case 'reference':
      return field.to === 'person' ? 'person' : 'text';
    default:
      return 'text';
  }
}

/** What can be chosen, with its words in every language: tables are written in either. */
async function optionsIn(kernel: Kernel, tx: Transaction, register: Register, column: RegisterColumn) {
  const found = new Map<string, string[]>();
  for (const language of languages) {
    for (const { value, label } of (await columnOptions(kernel, tx, register, column, language)) ?? []) {
      found.set(value, [...new Set([...(found.get(value) ?? []), label])]);
    }
  }
  return [...found].map(([value, words]) => ({ value, words }));
}

interface PreparedLine extends AskedLine {
  readonly readings: ReadonlyMap<string, CellReading>;
  readonly remarks: readonly string[];
  readonly print: string;
}

interface Prepared {
  readonly lines: readonly PreparedLine[];
  readonly plan: LinesPlan;
  /** Rows that an earlier import has made rows of. */
  readonly known: ReadonlySet<number>;
  /** Rows with a cell that could not be read, which the register was not asked about. */
  readonly faulty: ReadonlySet<number>;
  readonly remarks: readonly string[];
}

async function prepare(work: IntakeWork, register: Register, table: GivenTable): Promise<Prepared> {
  const { tx, language } = work;
  const columns = writtenColumns(register);
  const markAt = table.headers.findIndex(isMarkHeader);
  const raw = table.rows.map((row) => rawInputs(table, row, markAt !== -1));
  const lookups = await lookUp(work, register, columns, raw);
  const noteField = noteFieldOf(register);
  const prints = fingerprintsOf(raw.map(({ inputs, others }) => ({ ...inputs, ...prefixed(others) })));
  const known = await knownPrints(tx, register.name, prints);
  const places = table.rows.map(({ place }) => place);
  // The places of a PDF begin anew on each page; a row must have a number of its own.
  const numbers = new Set(places).size === places.length ? places : places.map((_, index) => index + 1);
  const lines = raw.map(({ inputs, others }, index) =>
    prepareLine(work, register, {
      ...{ table, inputs, others, index, noteField, lookups },
      number: numbers[index]!,
      markAt,
      print: prints[index]!,
    }),
  );
  const seen = new Set(lines.filter(({ print }) => known.has(print)).map(({ number }) => number));
  const faulty = new Set(
    lines
      .filter(({ readings }) => [...readings.values()].some(({ fault }) => fault !== undefined))
      .map(({ number }) => number),
  );
  const asked = lines.filter(({ number }) => !seen.has(number) && !faulty.has(number));
  const marked = table.sameName === 'change' ? await marksByName(work, register, asked, noteField) : asked;
  const plan = await planLines({ ...work, register }, marked, (key) => headerOf(table, register, key, language));
  const t = texts(language).plan;
  const leftOver = table.headers.filter(
    (header, index) => table.fields[index] === undefined && !isMarkHeader(header) && header !== '',
  );
  const remarks =
    leftOver.length === 0
      ? []
      : [
          noteField === undefined
            ? t.noPlace(leftOver)
            : t.keptAsNote(leftOver, register.texts(language).fields[noteField]!),
        ];
  return { lines, plan, known: seen, faulty, remarks };
}

function headerOf(table: GivenTable, register: Register, key: string, language: IntakeWork['language']): string {
  const index = table.fields.indexOf(key);
  return (index === -1 ? '' : table.headers[index]) || (register.texts(language).fields[key] ?? key);
}

interface RawRow {
  readonly inputs: Readonly<Record<string, string>>;
  /** Cells of columns that are no field, by their header. */
  readonly others: Readonly<Record<string, string>>;
}

/** A sheet that was fetched from the register has marks, and holds what nobody writes: that is no note. */
function rawInputs({ fields, headers, once }: GivenTable, row: FoundRow, hasMarks: boolean): RawRow {
  const inputs: Record<string, string> = { ...once };
  const others: Record<string, string> = {};
  for (const [index, text] of row.cells.entries()) {
    const key = fields[index];
    if (key !== undefined) {
      if (text.trim() !== '' || !(key in inputs)) inputs[key] = text;
    } else if (!hasMarks && text.trim() !== '') {
      others[headers[index] || `${index + 1}`] = text;
    }
  }
  return { inputs, others };
}

function prefixed(others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(others).map(([header, text]) => [`: ${header}`, text]));
}

/** Where notes are kept: a field for remarks before one for a description. */
function noteFieldOf(register: Register): string | undefined {
  const long = writtenColumns(register).filter(({ field }) => field.kind === 'longText' || field.kind === 'richText');
  const wanted = [/note|remark|comment/i, /description/i];
  for (const pattern of wanted) {
    const found = long.find(({ key }) => pattern.test(key));
    if (found !== undefined) return found.key;
  }
  return long[0]?.key;
}

/** Of every choice and reference that the rows have, what their words mean; asked once for all rows. */
async function lookUp(
  { kernel, tx }: IntakeWork,
  register: Register,
  columns: readonly RegisterColumn[],
  rows: readonly RawRow[],
): Promise<ReadonlyMap<string, Lookup>> {
  const lookups = new Map<string, Lookup>();
  for (const column of columns) {
    const { key, field } = column;
    if (field.kind !== 'choice' && field.kind !== 'reference') continue;
    if (!rows.some(({ inputs }) => (inputs[key] ?? '').trim() !== '')) continue;
    const options = await optionsIn(kernel, tx, register, column);
    const byWords = new Map(
      options.flatMap(({ value, words }) => words.map((word) => [word.toLowerCase(), { value, words }])),
    );
    const known = (text: string) =>
      byWords.get(text.toLowerCase())?.words[0] ?? options.find(({ value }) => value === text)?.words[0];
    const words = options.flatMap((option) => option.words.flatMap((word) => [word, word.replace(/, .*$/, '')]));
    if (field.kind === 'choice') {
      lookups.set(key, { words, known });
      continue;
    }
    const asked = new Set(rows.flatMap(({ inputs }) => candidates(inputs[key] ?? '', words)));
    const found = await kernel.references.get(field.to)!.find(tx, [...asked]);
    lookups.set(key, {
      words,
      known: (text) => {
        const ids = found.get(text) ?? [];
        return ids.length > 1 ? (known(text) ?? 'ambiguous') : ids[0] && (known(text) ?? text);
      },
    });
  }
  return lookups;
}

function candidates(cell: string, words: readonly string[]): readonly string[] {
  const whole = cell.trim().replace(/\s+/g, ' ');
  if (whole === '') return [];
  const parts = [whole, ...splitValues(cell, words).map((value) => value.text)];
  return parts.flatMap((part) => [part, part.replace(/\s*[(,].*$/s, '').trim()]).filter(Boolean);
}

interface LineParts {
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

function prepareLine({ language }: IntakeWork, register: Register, parts: LineParts): PreparedLine {
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

/**
 * A row that is called the same as exactly one that is there, and lies under the same, is that row: it is changed, and what the table leaves empty stands as it is. A
 * name that the table has twice says nothing.
 */
async function marksByName(
  { tx, kernel }: IntakeWork,
  register: Register,
  lines: readonly PreparedLine[],
  noteField: string | undefined,
): Promise<readonly PreparedLine[]> {
  const nameOf = ({ inputs }: PreparedLine) => (inputs[register.heads] ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
  const times = Map.groupBy(lines, nameOf);
  const rows = await rowsNamed(tx, register, [...times.keys()].filter(Boolean));
  const byName = Map.groupBy(rows, (row) => String(row[register.heads]).toLowerCase());
  const under = writtenColumns(register).filter(({ field }) => field.kind === 'reference' && field.required === true);
  const ids = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const { key, field } of under) {
    if (field.kind !== 'reference') continue;
    const asked = [...new Set(lines.map(({ inputs }) => inputs[key] ?? '').filter(Boolean))];
    ids.set(key, await kernel.references.get(field.to)!.find(tx, asked));
  }
  return lines.map((line) => {
    if (line.mark !== undefined || times.get(nameOf(line))!.length > 1) return line;
    const alike = (byName.get(nameOf(line)) ?? []).filter((row) =>
      under.every(
        ({ key }) =>
          line.inputs[key] === undefined || ids.get(key)?.get(line.inputs[key])?.includes(String(row[key])) === true,
      ),
    );
    const [only, ...others] = alike;
    if (only === undefined || others.length > 0) return line;
    const filled = Object.entries(line.inputs).filter(([, text]) => text !== '');
    const inputs = Object.fromEntries(
      filled.flatMap(([key, text]) => {
        if (key !== noteField || line.readings.has(key)) return [[key, text]];
        // Notes are added to what somebody has written, and not twice.
        const standing = String(only[key]);
        return standing.includes(text) ? [] : [[key, [standing, text].filter(Boolean).join('\n\n')]];
      }),
    );
    return { ...line, inputs, mark: { id: only.id, version: only.version } };
  });
}

/** For each row of the table what would become of it, in words. */
async function shown(work: IntakeWork, register: Register, prepared: Prepared): Promise<readonly IntakeRow[]> {
  const { kernel, tx, language } = work;
  const { plan, lines, known } = prepared;
  const t = texts(language);
  const words = register.texts(language);
  const added = new Map(plan.added.map((row) => [row.number, row]));
  const changed = new Map(plan.changed.map((row) => [row.number, row]));
  const faults = Map.groupBy(plan.faults, ({ row }) => row);
  // A preview of a hundred thousand rows shows the first.
  const seen = new Set(lines.slice(0, mostShown).map(({ number }) => number));
  const all = [
    ...plan.added.filter(({ number }) => seen.has(number)).map(({ values }) => values),
    ...plan.changed.filter(({ number }) => seen.has(number)).flatMap(({ row, values }) => [row, { ...row, ...values }]),
  ];
  const names = await namesFor(kernel, tx, register, all, language);
  const said = (key: string, value: Value) =>
    valueWords(names, register.columns.find((column) => column.key === key)!, value, language);
  return lines.map(({ number, inputs, readings, remarks }): IntakeRow => {
    const [isNew, isChanged] = [added.get(number), changed.get(number)];
    const own = [...readings].flatMap(([key, { fault }]) =>
      fault === undefined ? [] : [{ column: words.fields[key] ?? key, text: faultText(fault, language) }],
    );
    const asked = (faults.get(number) ?? []).map(({ column, text }) => ({ column, text }));
    if (own.length + asked.length > 0) {
      const cells = Object.entries(inputs).map(([key, text]) => ({ label: words.fields[key] ?? key, text }));
      return { state: 'faulty', cells, remarks, faults: [...own, ...asked] };
    }
    const state = isNew !== undefined ? 'new' : isChanged !== undefined ? 'changed' : 'there';
    if (!seen.has(number)) return { state, cells: [], remarks: [], faults: [] };
    if (isNew !== undefined) {
      const cells = Object.entries(isNew.values).map(([key, value]) => ({
        label: words.fields[key] ?? key,
        text: said(key, value),
      }));
      return { state: 'new', cells: cells.filter(({ text }) => text !== ''), remarks, faults: [] };
    }
    if (isChanged !== undefined) {
      const cells = Object.entries(isChanged.values).map(([key, value]) => ({
        label: words.fields[key] ?? key,
        text: said(key, value),
        before: said(key, isChanged.row[key] as Value),
      }));
      const name = { label: words.fields[register.heads] ?? '', text: String(isChanged.row[register.heads]) };
      return {
        state: 'changed',
        cells: [name, ...cells.filter(({ label }) => label !== name.label)],
        remarks,
        faults: [],
      };
    }
    const name = { label: words.fields[register.heads] ?? '', text: inputs[register.heads] ?? '' };
    return { state: 'there', cells: [name], remarks: known.has(number) ? [t.plan.importedBefore] : [], faults: [] };
  });
}
