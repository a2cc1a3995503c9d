import type { Database } from './database.ts';
import { archiveTables } from './schema.ts';

/**
 * Reads every column of every table of an attached archive. DuckDB checks a block's checksum when it reads the block, so this is what finds
 * damage that the opening does not see; it throws DuckDB's own error. Seconds for the whole of Kolada, in bounded memory.
 */
export async function readThrough(database: Database, attached: string): Promise<void> {
  for (const table of archiveTables) {
    const name = table.slice(0, table.indexOf(' '));
    await database.run(`SELECT bit_xor(hash(t)) FROM ${attached}.${name} t`);
  }
}
