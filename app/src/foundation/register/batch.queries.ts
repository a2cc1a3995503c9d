import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { listBatches } from './batch.store.ts';
import type { Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';
import { readRows } from './row.store.ts';

const mostListed = 200;

export async function batchesPage(kernel: Kernel, tx: Transaction, register: Register, language: Language) {
  const batches = await listBatches(tx, register.name, mostListed);
  const people = [...new Set(batches.flatMap(({ createdBy }) => createdBy ?? []))];
  const names = (await kernel.references.get('person')?.labels(tx, people, language)) ?? new Map<string, string>();
  return { batches, names };
}

/** The ids that are rows of the register, with what they are called. */
export async function rowTitles(tx: Transaction, register: Register, ids: readonly string[]) {
  const rows = await readRows(tx, register, ids);
  return rows.map((row) => ({ id: row.id, title: String(row[register.heads]) }));
}
