import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type Driver,
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';

// Counts and sums fit in a double for any municipality; numeric and bigint as text would make every query convert.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
// A date is a calendar day; as a Date it would move with the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** Who asks: row-level security and the audit trail read this from the transaction. */
export interface RequestScope {
  readonly tenantId: string | undefined;
  readonly personId?: string | undefined;
  readonly requestId?: string | undefined;
  /** Where from: a network address, or `samband` for the command line and jobs. */
  readonly origin?: string | undefined;
  /** Opens exactly the rows that carry this secret's hash, before a tenant is known: a session or an invitation. */
  readonly secretHash?: string | undefined;
  /** Opens exactly the accounts with this address, for signing in. */
  readonly signInEmail?: string | undefined;
}

export interface Transaction {
  readonly scope: RequestScope;
  /** The same transaction, typed with a slice's own tables: `tx.tables<SituationTables>()`. */
  tables<T>(): KyselyTransaction<T>;
}

export interface Database {
  /** Runs `work` in one transaction as the unprivileged role, seeing only the tenant's rows. Rolls back when it throws. */
  inScope<R>(scope: RequestScope, work: (tx: Transaction) => Promise<R>): Promise<R>;
  /** Runs `work` as the owner of the schema: migrations, the list of tenants, health. Row-level security on tenants' rows holds for ordinary owners too. */
  asOwner<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export function connect(connection: pg.PoolConfig, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({ application_name: 'samband', pipeline: true, ...connection });
  pool.on('error', onIdleError);
  // A connection that is lost between two statements of a transaction says so by an event; unheard it would end the program. The next statement fails by itself.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const kysely = new Kysely<unknown>({ dialect: new UnwaitedBeginning({ pool: preparing(pool) }) });
  const inTransaction = <R>(first: CompiledQuery[], scope: RequestScope, work: (tx: Transaction) => Promise<R>) => {
    const beginning: Beginning = { first, sent: undefined };
    return beginnings.run(beginning, () =>
      kysely.transaction().execute(async (trx) => {
        // Where the beginning failed, all after it fails too, with a message that says less.
        const result = await work(transaction(trx, scope)).catch(async (error: unknown) => {
          await beginning.sent;
          throw error;
        });
        await beginning.sent;
        return result;
      }),
    );
  };
  return {
    pool,
    inScope: (scope, work) => inTransaction([settingsOf(scope)], scope, work),
    asOwner: (work) => inTransaction([], { tenantId: undefined }, work),
    close: () => kysely.destroy(),
  };
}

/** What goes before the work of a transaction, and the answer to it. */
interface Beginning {
  readonly first: readonly CompiledQuery[];
  sent: Promise<unknown> | undefined;
}

const beginnings = new AsyncLocalStorage<Beginning>();

/**
 * Sends `begin` and the settings, and does not wait for the answers before the first question follows: two round trips saved on every transaction. Should the
 * settings fail, PostgreSQL refuses whatever comes after them in the transaction, so nothing is ever asked as somebody else.
 */
class UnwaitedBeginning extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    const driver = new PostgresDriver(this.#config);
    driver.beginTransaction = (connection) => {
      const beginning = beginnings.getStore();
      const sent = Promise.all(
        [CompiledQuery.raw('begin'), ...(beginning?.first ?? [])].map((query) => connection.executeQuery(query)),
      );
      // Told by whoever awaits the transaction; here it only must not count as nobody's.
      sent.catch(() => undefined);
      if (beginning) beginning.sent = sent;
      return beginning ? Promise.resolve() : sent.then(() => undefined);
    };
    return driver;
  }
}

function settingsOf(scope: RequestScope): CompiledQuery {
  return CompiledQuery.raw(
    `select set_config('samband.tenant', $1, true), set_config('samband.person', $2, true), set_config('samband.request', $3, true),
      set_config('samband.origin', $4, true), set_config('samband.secret_hash', $5, true), set_config('samband.sign_in_email', $6, true),
      set_config('role', 'samband_app', true)`,
    [scope.tenantId, scope.personId, scope.requestId, scope.origin, scope.secretHash, scope.signInEmail].map(
      (value) => value ?? '',
    ),
  );
}

function transaction(trx: KyselyTransaction<unknown>, scope: RequestScope): Transaction {
  return { scope, tables: <T>() => trx as unknown as KyselyTransaction<T> };
}
