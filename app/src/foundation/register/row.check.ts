import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { attachmentReference } from './attachment.references.ts';
import { attachmentsOfRows } from './attachment.store.ts';
import { type Field, type FieldFault, isMany, linesOf, readValue, type Value } from './field.rules.ts';
import { type Kernel, termsOf } from './kernel.ts';
import { nearestFinder } from './nearest.queries.ts';
import { betweenFields, type Register, type RegisterColumn, type RuleFault, writtenColumns } from './register.rules.ts';

/** What was written in a form or a line of a sheet, by field; several values stand on a line each. */
export type Inputs = Readonly<Record<string, string>>;

export type Checked =
  | { readonly ok: true; readonly values: Readonly<Record<string, Value>> }
  | { readonly ok: false; readonly faults: readonly FieldFault[]; readonly broken: readonly RuleFault[] };

/**
 * Reads what people wrote, for one row or for ten thousand: what fields point at is looked up once for all of them. Only the fields that stand in
 * the inputs are read; `before` gives the others, so that a rule between fields sees the whole row.
 */
export async function checkRows(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  rows: readonly { readonly inputs: Inputs; readonly before?: Readonly<Record<string, unknown>> | undefined }[],
  language: Language,
): Promise<readonly Checked[]> {
  const columns = writtenColumns(register).filter(({ key }) => rows.some(({ inputs }) => key in inputs));
  const codes = new Map<string, (text: string) => string | undefined>();
  for (const column of columns) {
    const texts = rows.flatMap(({ inputs }) => textsOf(column, inputs[column.key] ?? ''));
    codes.set(column.key, await codesOf(kernel, tx, register, column, texts, language));
  }
  const ownFiles = await filesOf(tx, register, columns, rows);
  const withNearest = nearestFinder(kernel, tx, register, language);
  const checked = rows.map(({ inputs, before = {} }): Checked => {
    const values: Record<string, Value> = {};
    const faults: FieldFault[] = [];
    for (const { key, field } of columns) {
      const input = inputs[key];
      if (input === undefined) continue;
      const read = readValue(field, input, isFile(field) ? ownFiles(before.id) : codes.get(key)!);
      if (read.ok) values[key] = read.value;
      else faults.push({ field: key, ...read.fault });
    }
    if (faults.length > 0) return { ok: false, faults, broken: [] };
    const between = betweenFields(register, { ...(before as Record<string, Value>), ...values });
    return between.faults.length + between.broken.length > 0 ? { ok: false, ...between } : { ok: true, values };
  });
  const told: Checked[] = [];
  for (const one of checked) {
    if (one.ok) told.push(one);
    else told.push({ ...one, faults: await inTurn(one.faults, withNearest) });
  }
  return told;
}

/** One question at a time: a transaction has one connection. */
async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

const isFile = (field: Field) => field.kind === 'reference' && field.to === attachmentReference.name;

/** By the id of a row: which of its own attachments a name or an id means. */
async function filesOf(
  tx: Transaction,
  register: Register,
  columns: readonly RegisterColumn[],
  rows: readonly { readonly before?: Readonly<Record<string, unknown>> | undefined }[],
) {
  const ids = columns.some(({ field }) => isFile(field)) ? rows.flatMap(({ before }) => before?.id ?? []) : [];
  const attachments = ids.length === 0 ? [] : await attachmentsOfRows(tx, register.name, ids as string[]);
  const byRow = Map.groupBy(attachments, ({ rowId }) => rowId);
  return (rowId: unknown) => (text: string) => {
    const own = byRow.get(String(rowId)) ?? [];
    const named = own.filter(({ active, fileName }) => active && fileName.toLowerCase() === text.toLowerCase());
    const meant = own.find(({ id }) => id === text)?.id;
    return meant ?? (named.length > 1 ? 'ambiguous' : named[0]?.id);
  };
}

function textsOf({ field }: RegisterColumn, input: string): readonly string[] {
  if (field.kind !== 'reference' || isFile(field)) return [];
  return isMany(field) ? linesOf(input) : input.trim() === '' ? [] : [input.trim()];
}

async function codesOf(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  { key, field }: RegisterColumn,
  texts: readonly string[],
  language: Language,
): Promise<(text: string) => string | undefined> {
  if (field.kind === 'reference') {
    const found = await kernel.references.get(field.to)!.find(tx, [...new Set(texts)]);
    return (text) => {
      const ids = found.get(text) ?? [];
      return ids.length > 1 ? 'ambiguous' : ids[0];
    };
  }
  const terms = await termsOf(kernel, tx, register, key, field, language);
  const byText = new Map(
    (terms ?? []).flatMap(({ code, label }) => [
      [label.toLowerCase(), code] as const,
      [code.toLowerCase(), code] as const,
    ]),
  );
  return (text) => byText.get(text.toLowerCase());
}
