import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { type RegisterWork, rowToChange } from '../../foundation/register/index.ts';
import { type Economy, type EconomyFault, type EconomyForm, readEconomy } from './economy.rules.ts';
import { insertEconomy, readEconomies, saveEconomy, writeLines } from './economy.store.ts';

export type SaveEconomyResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly EconomyFault[] }
  /** Somebody saved after the form was opened; nothing has been written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: Economy };

/** An economy is saved whole: its numbers belong together. Version 0 is one that was not there when the form was opened. */
export async function saveProposalEconomy(
  work: RegisterWork,
  id: string,
  version: number,
  form: EconomyForm,
): Promise<SaveEconomyResult> {
  const { tx } = work;
  await rowToChange(work, id);
  const read = readEconomy(form);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  if (!(await written(tx, id, version, read.economy))) {
    const theirs = (await readEconomies(tx, [id])).get(id);
    if (theirs === undefined) throw new RefusedError(404);
    return { ok: false, reason: 'conflict', theirs };
  }
  await writeLines(tx, id, read.economy.lines);
  return { ok: true };
}

async function written(tx: Transaction, id: string, version: number, economy: Omit<Economy, 'version'>) {
  if (version === 0) return insertEconomy(tx, id, economy);
  return (await saveEconomy(tx, id, version, economy)).ok;
}
