import type { Duplex } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** So often asked, a question is worth keeping prepared; so many are kept on each connection. */
const worthKeeping = 3;
const mostKept = 200;

/** PostgreSQL's "cached plan must not change result type": a table has changed under a prepared question. */
const changedUnderneath = '0A000';

/**
 * The pool as the query builder sees it, with questions that come again and again prepared: PostgreSQL reads and plans them once a connection,
 * which for the question of who a session belongs to is five sixths of its work.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const times = new Map<string, number>();
  let names = new Map<string, string>();
  let generation = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostKept) return known;
    const asked = (times.get(text) ?? 0) + 1;
    // Questions made of varying parts are many and come once each; what has been counted of them is now and then let go.
    if (times.size >= 10 * mostKept) times.clear();
    times.set(text, asked);
    if (asked < worthKeeping) return undefined;
    const name = `samband_${generation}_${names.size}`;
    names.set(text, name);
    return name;
  };
  const ask = async (client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const name = values.length === 0 ? undefined : nameOf(text);
    if (name === undefined) return client.query(text, [...values]);
    try {
      return await client.query({ name, text, values: [...values] });
    } catch (error) {
      // This one answer is lost; under new names all are prepared anew.
      if ((error as { code?: string }).code === changedUnderneath) {
        generation += 1;
        names = new Map();
      }
      throw error;
    }
  };
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const clientOf = (client: pg.PoolClient): PostgresPoolClient => {
    const known = clients.get(client);
    if (known) return known;
    const made = {
      query: (text: string, values: readonly unknown[] = []) => {
        gather(client);
        return ask(client, text, values);
      },
      release: (destroy?: boolean) => client.release(destroy),
    } as unknown as PostgresPoolClient;
    clients.set(client, made);
    return made;
  };
  return {
    connect: async () => clientOf(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
}

/**
 * What is asked before anything is waited for leaves in one piece: the beginning of a transaction, its settings and its first question are one write
 * instead of three, and PostgreSQL is woken once.
 */
function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  // After all that follows from the same answer: promises come before it.
  process.nextTick(() => stream.uncork());
}
