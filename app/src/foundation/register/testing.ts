import type { Database } from '../database/index.ts';
import { exampleValues } from './api-example.rules.ts';
import type { Value } from './field.rules.ts';
import { emptyValue } from './field.rules.ts';
import type { Register } from './register.rules.ts';
import { insertRow } from './row.store.ts';

export interface Filling {
  readonly tenantId: string;
  /** The id of the row in a register. */
  readonly id: (register: Register) => string;
  /** The id of what a row points at, by the name of the reference. */
  readonly pointsAt: (reference: string) => string;
  /** Stands in every text. */
  readonly words: string;
  /** Other values than the generated ones, by field. */
  readonly values?: Readonly<Record<string, Value>>;
}

/**
 * Puts a row in every register, generated from its declaration. A row that points at another waits for it; where two wait for each other, the
 * pointers that a row can do without are left empty.
 */
export async function fillRegisters(
  database: Database,
  registers: readonly Register[],
  filling: Filling,
): Promise<void> {
  let waiting = registers;
  while (waiting.length > 0) {
    const left: Register[] = [];
    for (const register of waiting) {
      if (!(await fillRegister(database, register, filling))) left.push(register);
    }
    if (left.length === waiting.length) {
      const [first] = left;
      if (!(await fillRegister(database, first!, filling, 'requiredOnly'))) {
        throw new Error(`${first!.name} points at what no register holds`);
      }
      left.shift();
    }
    waiting = left;
  }
}

/** One row; false when something that it points at is not there. */
export async function fillRegister(
  database: Database,
  register: Register,
  { tenantId, id, pointsAt, words, values = {} }: Filling,
  pointers: 'all' | 'requiredOnly' = 'all',
): Promise<boolean> {
  const generated = exampleValues(register, {
    words: () => words,
    idOf: (reference) => (reference === 'keyFigure' ? 'N15033' : pointsAt(reference)),
    codeOf: () => 'annat',
  });
  const kept = register.columns.map(({ key, field }) => {
    const leave = pointers === 'requiredOnly' && field.kind === 'reference' && field.required !== true;
    return [key, leave ? emptyValue(field) : generated[key]!] as const;
  });
  try {
    await database.inScope({ tenantId }, (tx) =>
      insertRow(tx, register, { ...Object.fromEntries(kept), ...values }, id(register)),
    );
    return true;
  } catch (error) {
    // 23503: what it points at is not there.
    if ((error as { code?: unknown }).code === '23503') return false;
    throw new Error(`${register.name} does not take a row made from its declaration`, { cause: error });
  }
}
