import type { Database } from './database.ts';
import { genderCode } from './schema.ts';

/**
 * Puts the merged blocks in the place of those they were merged from, in a copy of the archive. The old ones' room is taken by a
 * later publication, and DuckDB joins row groups that have been emptied.
 */
export async function replaceBlocks(database: Database): Promise<void> {
  await database.run('BEGIN TRANSACTION');
  for (const table of ['block', 'missing_status']) {
    await database.run(
      `DELETE FROM next.${table} AS b USING staging.merged AS m WHERE m.kpi = b.kpi AND m.gender = b.gender AND m.period = b.period`,
    );
  }
  for (const gender of Object.values(genderCode)) {
    await database.run(`INSERT INTO next.block SELECT * FROM staging.merged WHERE gender = ${gender}`);
  }
  await database.run('INSERT INTO next.missing_status SELECT * FROM staging.merged_status');
  await database.run('COMMIT');
}

/** Some three thousand rows of a gender, eight megabytes to sort: what is rewritten around a changed figure. */
const stretch = 150;

/** The new publication's figures, in reading order: totals first, then by KPI and year, old and new interleaved. */
export async function writeBlocks(database: Database, hasOld: boolean): Promise<void> {
  const top =
    (await database.one<{ top: number }>('SELECT coalesce(max(idx), -1)::INTEGER AS top FROM next.kpi'))?.top ?? -1;
  const touched = await database.all<{ gender: number; part: number }>(
    `SELECT DISTINCT gender, (kpi // ${stretch})::INTEGER AS part FROM staging.merged`,
  );
  await database.run('BEGIN TRANSACTION');
  for (const gender of Object.values(genderCode)) {
    const parts = new Set(touched.filter((each) => each.gender === gender).map((each) => each.part));
    for (const { from, to, changed } of stretches(top, parts)) {
      const range = `gender = ${gender} AND kpi BETWEEN ${from} AND ${to}`;
      const old = `SELECT * FROM old.block WHERE ${range}`;
      const fresh = `SELECT * FROM staging.merged WHERE ${range}`;
      const kept = `SELECT * FROM (${old}) o WHERE NOT EXISTS (SELECT 1 FROM (${fresh}) m WHERE m.kpi = o.kpi AND m.period = o.period)`;
      if (!changed && hasOld) await database.run(`INSERT INTO next.block ${old}`);
      if (changed)
        await database.run(`INSERT INTO next.block ${hasOld ? `${kept} UNION ALL ` : ''}${fresh} ORDER BY kpi, period`);
    }
  }
  if (hasOld) {
    await database.run(
      `INSERT INTO next.missing_status SELECT * FROM old.missing_status o
       WHERE NOT EXISTS (SELECT 1 FROM staging.merged m WHERE m.kpi = o.kpi AND m.gender = o.gender AND m.period = o.period)`,
    );
  }
  await database.run('INSERT INTO next.missing_status SELECT * FROM staging.merged_status');
  await database.run('COMMIT');
}

/** Changed stretches one by one, those between them in one piece. */
function* stretches(
  top: number,
  changed: ReadonlySet<number>,
): Generator<{ from: number; to: number; changed: boolean }> {
  let still: number | undefined;
  for (let part = 0; part * stretch <= top; part++) {
    if (!changed.has(part)) {
      still ??= part * stretch;
      continue;
    }
    if (still !== undefined) yield { from: still, to: part * stretch - 1, changed: false };
    still = undefined;
    yield { from: part * stretch, to: (part + 1) * stretch - 1, changed: true };
  }
  if (still !== undefined) yield { from: still, to: top, changed: false };
}
