import type pg from 'pg';

/** With a sentence that says where the database was sought, without the password in its address. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** The first connection: a server that is down, or that lets this account in nowhere, is what a person can put right. */
export async function reach(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnreachableError(
      `Databasen ${placeOf(pool.options)} går inte att nå: ${reason}\nKontrollera att servern är igång och att DATABASE_URL stämmer.\n` +
        `(The database cannot be reached. Check that the server runs and that DATABASE_URL is right.)`,
      { cause: error },
    );
  }
}

function placeOf({ connectionString, host }: pg.PoolConfig): string {
  const url = URL.parse(connectionString ?? '');
  return url === null ? (host ?? '') : `${url.host}${url.pathname}`;
}
