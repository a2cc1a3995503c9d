import {
  type Driver,
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
} from 'kysely';
import pg from 'pg';

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
  const pool = new pg.Pool({ application_name: 'samband', ...connection });
  pool.on('error', onIdleError);
  const kysely = new Kysely<unknown>({ dialect: new OpenedBySelf({ pool }) });
  const begun = <R>(opening: string, scope: RequestScope, work: (tx: Transaction) => Promise<R>) =>
    kysely.transaction().execute(async (trx) => {
      await sql.raw(opening).execute(trx);
      return work(transaction(trx, scope));
    });
  return {
    pool,
    inScope: (scope, work) => begun(openingOf(scope), scope, work),
    asOwner: (work) => begun('begin', { tenantId: undefined }, work),
    close: () => kysely.destroy(),
  };
}

/** Sends no `begin` by itself: every transaction's first message does, and carries who asks. A round trip saved on each. */
class OpenedBySelf extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    const driver = new PostgresDriver(this.#config);
    driver.beginTransaction = () => Promise.resolve();
    return driver;
  }
}

/** Several statements in one message take no parameters, so the values are quoted here, by the driver's own rule; NUL, which ends a message, is left out. */
function openingOf(scope: RequestScope): string {
  const settings: readonly (readonly [string, string | undefined])[] = [
    ['samband.tenant', scope.tenantId],
    ['samband.person', scope.personId],
    ['samband.request', scope.requestId],
    ['samband.origin', scope.origin],
    ['samband.secret_hash', scope.secretHash],
    ['samband.sign_in_email', scope.signInEmail],
    ['role', 'samband_app'],
  ];
  const calls = settings.map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral((value ?? '').replaceAll('\0', ''))}, true)`,
  );
  return `begin; select ${calls.join(', ')}`;
}

function transaction(trx: KyselyTransaction<unknown>, scope: RequestScope): Transaction {
  return { scope, tables: <T>() => trx as unknown as KyselyTransaction<T> };
}
