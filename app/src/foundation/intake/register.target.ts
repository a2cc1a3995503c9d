import { fingerprintsOf } from '@samband/documents/matching';
import {
  isMarkHeader,
  type LinesPlan,
  namesFor,
  planLines,
  type Register,
  type RegisterWork,
  rowsNamed,
  saveLines,
  undoBatch,
  type Value,
  valueWords,
  writtenColumns,
} from '../register/index.ts';
import { insertPrints, knownPrints } from './import.store.ts';
import { inPieces, partOf } from './pieces.ts';
import { fieldsOf, lookUp } from './register-field.queries.ts';
import { headerOf, noteFieldOf, type PreparedLine, prefixed, prepareLine, rawInputs } from './register-line.rules.ts';
import { faultText } from './said.ts';
import {
  FaultyTableError,
  type GivenTable,
  type IntakeRow,
  type IntakeTarget,
  type IntakeWork,
  type Tell,
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
    async plan(work, table, tell) {
      const prepared = await prepare(work, register, table, tell);
      return { rows: await shown(work, register, table, prepared), remarks: prepared.remarks };
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
    async undo(work, undo, tell) {
      const { batch } = undo as { readonly batch: string };
      const undone = await undoBatch({ ...work, register }, batch, tell);
      return undone.ok || undone.reason === 'alreadyUndone' ? { ok: true } : { ok: false, titles: undone.titles };
    },
  };
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

async function prepare(work: IntakeWork, register: Register, table: GivenTable, tell?: Tell): Promise<Prepared> {
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
  const total = raw.length;
  const lines = await inPieces(
    raw,
    (some, start) =>
      some.map(({ inputs, others }, at) =>
        prepareLine(language, register, {
          ...{ table, inputs, others, index: start + at, noteField, lookups },
          number: numbers[start + at]!,
          markAt,
          print: prints[start + at]!,
        }),
      ),
    partOf(tell, total, 0, 0.5),
  );
  const seen = new Set(lines.filter(({ print }) => known.has(print)).map(({ number }) => number));
  const faulty = new Set(
    lines
      .filter(({ readings }) => [...readings.values()].some(({ fault }) => fault !== undefined))
      .map(({ number }) => number),
  );
  const asked = lines.filter(({ number }) => !seen.has(number) && !faulty.has(number));
  const marked = table.sameName === 'change' ? await marksByName(work, register, asked, noteField) : asked;
  const plan = await planInPieces({ ...work, register }, marked, partOf(tell, total, 0.5, 1));
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

/** The plan of the kernel, whose faults tell the field. Lines that know their row are compared with each other; of new ones some thousand at a time. */
async function planInPieces(
  work: RegisterWork,
  lines: readonly PreparedLine[],
  tell: (done: number) => Promise<void>,
): Promise<LinesPlan> {
  const byField = (key: string) => key;
  const marked = lines.filter(({ mark }) => mark !== undefined);
  const plans = [
    ...(marked.length === 0 ? [] : [await planLines(work, marked, byField)]),
    ...(await inPieces(
      lines.filter(({ mark }) => mark === undefined),
      async (some) => [await planLines(work, some, byField)],
      tell,
    )),
  ];
  return {
    added: plans.flatMap(({ added }) => added),
    changed: plans.flatMap(({ changed }) => changed),
    same: plans.reduce((sum, { same }) => sum + same, 0),
    faults: plans.flatMap(({ faults }) => faults).toSorted((a, b) => a.row - b.row),
  };
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
  const named = new Map(
    lines.map((line) => [line, (line.inputs[register.heads] ?? '').trim().replace(/\s+/g, ' ').toLowerCase()]),
  );
  const nameOf = (line: PreparedLine) => named.get(line)!;
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
async function shown(
  work: IntakeWork,
  register: Register,
  table: GivenTable,
  prepared: Prepared,
): Promise<readonly IntakeRow[]> {
  const { kernel, tx, language } = work;
  const { plan, lines, known } = prepared;
  const t = texts(language);
  const words = register.texts(language);
  const added = new Map(plan.added.map((row) => [row.number, row]));
  const changed = new Map(plan.changed.map((row) => [row.number, row]));
  const faults = Map.groupBy(plan.faults, ({ row }) => row);
  const all = [
    ...plan.added.map(({ values }) => values),
    ...plan.changed.flatMap(({ row, values }) => [row, { ...row, ...values }]),
  ];
  const names = await namesFor(kernel, tx, register, all, language);
  const columns = new Map(register.columns.map((column) => [column.key, column]));
  const said = (key: string, value: Value) => valueWords(names, columns.get(key)!, value, language);
  const labelOf = (key: string) => words.fields[key] ?? key;
  const headerFor = (key: string) => (key === '' ? '' : headerOf(table, register, key, language));
  const shownRow = ({ number, inputs, readings, remarks }: PreparedLine): IntakeRow => {
    const [isNew, isChanged] = [added.get(number), changed.get(number)];
    const own = [...readings].flatMap(([key, { fault }]) =>
      fault === undefined ? [] : [{ column: labelOf(key), field: key, text: faultText(fault, language) }],
    );
    const asked = (faults.get(number) ?? []).map(({ column, text }) => ({
      column: headerFor(column),
      field: column || undefined,
      text,
    }));
    if (own.length + asked.length > 0) {
      const cells = Object.entries(inputs).map(([key, text]) => ({ label: labelOf(key), text }));
      return { state: 'faulty', cells, remarks, faults: [...own, ...asked] };
    }
    if (isNew !== undefined) {
      const cells = Object.entries(isNew.values).map(([key, value]) => ({
        label: labelOf(key),
        text: said(key, value),
      }));
      return { state: 'new', cells: cells.filter(({ text }) => text !== ''), remarks, faults: [] };
    }
    const heads = { label: labelOf(register.heads), text: inputs[register.heads] ?? '' };
    if (isChanged !== undefined) {
      const cells = Object.entries(isChanged.values).map(([key, value]) => ({
        label: labelOf(key),
        text: said(key, value),
        before: said(key, isChanged.row[key] as Value),
      }));
      const name = { ...heads, text: String(isChanged.row[register.heads]) };
      const others = cells.filter(({ label }) => label !== name.label);
      const renamed = cells.find(({ label }) => label === name.label);
      return { state: 'changed', cells: [renamed ?? name, ...others], remarks, faults: [] };
    }
    return { state: 'there', cells: [heads], remarks: known.has(number) ? [t.plan.importedBefore] : [], faults: [] };
  };
  return inPieces(lines, (some) => some.map(shownRow));
}
