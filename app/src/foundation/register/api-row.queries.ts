import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { type Json, rowJson } from './api-value.rules.ts';
import type { Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';
import { namesFor } from './row.queries.ts';
import { type Row, readRow } from './row.store.ts';

/** A row as programs get it, with its version for the header; undefined when there is none. */
export async function apiRow(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  id: string,
  language: Language,
): Promise<{ readonly version: number; readonly shown: Json } | undefined> {
  const row = (await readRow(tx, register, id)) as Row | undefined;
  if (row === undefined) return undefined;
  const [shown = null] = await shownRows(kernel, tx, register, [row], language);
  return { version: row.version, shown };
}

export async function shownRows(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  rows: readonly Row[],
  language: Language,
): Promise<readonly Json[]> {
  const names = await namesFor(kernel, tx, register, rows, language);
  return rows.map((row) => rowJson(names, register, row));
}
