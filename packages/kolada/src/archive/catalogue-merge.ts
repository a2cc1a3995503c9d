import { type Database, quoted } from './database.ts';
import { groupFields, kpiTextFields } from './schema.ts';

export interface HistoryChange {
  readonly added: number;
  readonly changed: number;
  readonly vanished: number;
}

/**
 * Lays a whole fetched list over a table with history: what differs or is no longer there is closed at `at`, what is new or differs
 * is opened. Nothing is ever removed.
 */
export async function mergeHistory(
  database: Database,
  table: 'kpi_text' | 'municipality_group' | 'kpi_group',
  at: string,
): Promise<HistoryChange> {
  const fields = (table === 'kpi_text' ? kpiTextFields : groupFields).split(', ');
  const record = (alias: string) => `(${fields.map((field) => `${alias}.${field}`).join(', ')})`;
  const [next, staged] = [`next.${table}`, `staging.${table}`];
  const count = async (where: string) =>
    (await database.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${where}`))?.n ?? 0;

  const changed = await count(
    `${next} t JOIN ${staged} s USING (id) WHERE t.valid_to IS NULL AND ${record('t')} IS DISTINCT FROM ${record('s')}`,
  );
  const vanished = await count(`${next} t WHERE valid_to IS NULL AND id NOT IN (SELECT id FROM ${staged})`);
  await database.run(
    `UPDATE ${next} AS t SET valid_to = ${quoted(at)} WHERE valid_to IS NULL
     AND NOT EXISTS (SELECT 1 FROM ${staged} s WHERE s.id = t.id AND ${record('s')} IS NOT DISTINCT FROM ${record('t')})`,
  );
  const opened = await count(`${staged} s WHERE id NOT IN (SELECT id FROM ${next} WHERE valid_to IS NULL)`);
  await database.run(
    `INSERT INTO ${next} SELECT s.id, ${fields.map((field) => `s.${field}`).join(', ')}, ${quoted(at)}, NULL FROM ${staged} s
     WHERE s.id NOT IN (SELECT id FROM ${next} WHERE valid_to IS NULL) ORDER BY s.id`,
  );
  return { added: opened - changed, changed, vanished };
}

/** Numbers are given once and never reused: figures are stored by them. */
export async function numberKpis(database: Database, at: string): Promise<void> {
  await database.run(
    `INSERT INTO next.kpi SELECT (SELECT coalesce(max(idx), -1) FROM next.kpi) + row_number() OVER (ORDER BY id), id, ${quoted(at)}, ${quoted(at)}, NULL, NULL, 0
     FROM (SELECT id FROM staging.kpi_text UNION SELECT kpi FROM staging.draft UNION SELECT kpi FROM staging.draft_fetch)
     WHERE id NOT IN (SELECT id FROM next.kpi) ORDER BY id`,
  );
  await database.run(`UPDATE next.kpi SET last_seen = ${quoted(at)} WHERE id IN (SELECT id FROM staging.kpi_text)`);
}

/** What every list of KPIs says of their figures, counted once per publication. */
export async function countFigures(database: Database): Promise<void> {
  await database.run(
    `UPDATE next.kpi AS k SET first_year = c.first, last_year = c.last, n = c.n FROM (
       SELECT kpi, min(period) AS first, max(period) AS last, sum(n) AS n FROM next.block WHERE n > 0 GROUP BY kpi) c WHERE c.kpi = k.idx`,
  );
}

export async function numberUnits(database: Database, at: string, listFetched: boolean): Promise<void> {
  await database.run(
    `INSERT INTO next.unit SELECT (SELECT coalesce(max(idx), -1) FROM next.unit) + row_number() OVER (ORDER BY idx), id, title, type,
     ${quoted(at)}, ${quoted(at)} FROM staging.unit WHERE id NOT IN (SELECT id FROM next.unit) ORDER BY idx`,
  );
  if (!listFetched) return;
  await database.run(
    `UPDATE next.unit AS u SET title = s.title, type = s.type, last_seen = ${quoted(at)} FROM staging.unit s WHERE s.id = u.id`,
  );
}
