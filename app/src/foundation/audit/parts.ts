import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';

/** What the trail's pages borrow from the slices whose rows they show. */
export interface AuditParts {
  readonly peopleNames: (tx: Transaction, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** At most `limit` ids of people whose name holds the words. */
  readonly peopleNamed: (tx: Transaction, words: string, limit: number) => Promise<readonly string[]>;
  /** What a table is called; undefined leaves its own name. */
  readonly tableTitle: (table: string, language: Language) => string | undefined;
  readonly fieldTitle: (table: string, column: string, language: Language) => string | undefined;
}
