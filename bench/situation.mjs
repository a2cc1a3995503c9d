// The situation analysis at the size of all of Kolada, for one municipality and for all 290, against SQL in DuckDB and data.table in R over
// the same figures, and against the least that anyone must do: look at every figure once.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { fullSize, similar } from './parts/full-size.mjs';
import {
  inOwnProcess,
  inTemporaryFolder,
  median,
  ms,
  printLoad,
  printTable,
  spread,
  target,
  times2,
} from './parts/measured.mjs';

await inTemporaryFolder(async (folder) => {
  const [archive, table] = [path.join(folder, 'archive.duckdb'), path.join(folder, 'table.duckdb')];
  const made = await inOwnProcess('write-full-size.mjs', [archive]);
  await inOwnProcess('situation-duckdb.mjs', ['make', archive, table]);
  console.log(
    `${fullSize.kpis} key figures × ${fullSize.regions + fullSize.municipalities + 1} units × ${fullSize.years} years: ${made.values.toLocaleString('sv')} values of ${(41_052_000).toLocaleString('sv')} cells.`,
  );
  printLoad();

  const cold = { one: [], all: [], duckdbOne: [], duckdbAll: [] };
  // In turn, so that what else the machine does falls on both.
  for (let i = 0; i < 3; i++) {
    cold.one.push(await inOwnProcess('situation-engine.mjs', ['one', archive, '0150']));
    cold.duckdbOne.push(await inOwnProcess('situation-duckdb.mjs', ['one', archive, table, '0150']));
  }
  cold.all.push(await inOwnProcess('situation-engine.mjs', ['all', archive]));
  cold.duckdbAll.push(await inOwnProcess('situation-duckdb.mjs', ['all', archive, table]));
  const engine = await inOwnProcess('situation-engine.mjs', ['warm', archive]);
  const asked = path.join(folder, 'asked.csv');
  const numberOf = await numbers(table);
  const keyOf = ({ kpi, unit }) => `${String(numberOf.get(kpi))},${Number(unit)}`;
  await writeFile(asked, `kpi,unit\n${engine.sample.map(keyOf).join('\n')}\n`);
  const duckdb = await inOwnProcess('situation-duckdb.mjs', ['warm', archive, table, asked]);
  const r = await withR(folder, table);

  const walls = (runs) => runs.map(({ wall }) => wall);
  const [scan, kept, anew] = [engine.scan, engine.dividedKept, engine.dividedAnew].map(median);
  const threads = engine.threads === 1 ? '1 thread' : `${engine.threads} threads`;
  console.log(
    `\nMilliseconds: median (least–greatest). Samband uses one thread, or where so said all cores (${threads}); DuckDB and R use all there are.\n`,
  );
  printTable(
    ['', 'Samband', 'DuckDB SQL', 'ratio', 'R data.table', 'ratio', 'bare scan', 'scans'],
    [
      line('one, cold process', walls(cold.one), walls(cold.duckdbOne)),
      line('all 290, cold process', walls(cold.all), walls(cold.duckdbAll)),
      line('one, warm', engine.one, duckdb.one, r && [r.one]),
      line('all 290, warm, yardsticks made anew', engine.allAnew, duckdb.all, r && [r.all]),
      line('– on all cores', engine.dividedAnew, duckdb.all, r && [r.all]),
      line('all 290, warm, yardsticks kept', engine.allKept, duckdb.all, r && [r.all]),
      line('– on all cores', engine.dividedKept, duckdb.all, r && [r.all]),
    ],
  );
  if (!r) console.log('R: skipped, since Rscript with data.table is not on this machine.');
  const greatest = Math.max(engine.rss, ...cold.all.map(({ rss }) => rss));
  console.log(
    `\nMemory (greatest resident): Samband ${ms(greatest)} MB with all its threads, DuckDB ${ms(duckdb.rss)} MB${r ? `, R ${ms(r.rss)} MB` : ''}.`,
  );
  const [load, start] = [median(cold.one.map(({ open }) => open)), median(cold.one.map(({ startup }) => startup))];
  console.log(
    `Of Samband's cold process: ${ms(start)} ms until the program runs, ${ms(load)} ms to open the archive and load the twelve years that an analysis needs.`,
  );
  console.log(`SQL and R leave out: how many years it has lasted, what it is worth in kronor, how sure it is, which key figures say the same,
ties in the percentile, and Theil–Sen with Mann–Kendall (regr_slope instead). Their figures lie ready in a table of their own.`);

  console.log('\nThe same answers?');
  const same = compareAnswers(
    engine.sample,
    new Map(duckdb.sample.map((row) => [`${row.kpi},${row.unit}`, row])),
    keyOf,
  );
  console.log(
    `${same.compared} findings of 290 municipalities: value, year, n, rank, percentile and comparison median agree in ${same.equal} (within 1e-9).`,
  );
  console.log(
    `On all cores ${engine.isSame ? 'every finding is the same as on one thread, to the last bit' : 'the findings DIFFER'}.`,
  );
  if (!engine.isSame) throw new Error('the answers of one thread and of all cores differ');
  if (same.equal !== same.compared) throw new Error(`the answers differ: ${JSON.stringify(same.first)}`);

  console.log('\nTargets');
  target('one municipality, warm, at most 50 ms', median(engine.one) <= 50, `${ms(median(engine.one))} ms`);
  target(
    'one municipality, cold process, at most 1 s',
    median(walls(cold.one)) <= 1000,
    `${ms(median(walls(cold.one)))} ms`,
  );
  target('all 290, warm, on all cores, at most 1 s', kept <= 1000, `${ms(kept)} ms`);
  target('all 290, warm, yardsticks made anew, on all cores, at most 1 s', anew <= 1000, `${ms(anew)} ms`);
  // DuckDB keeps nothing from one question to the next; so it is set against the run that keeps nothing either.
  target(
    'all 290, yardsticks made anew, on all cores, at least 5 × faster than DuckDB SQL',
    median(duckdb.all) / anew >= 5,
    times2(median(duckdb.all) / anew),
  );
  target('memory at most 1.5 GB', greatest <= 1536, `${ms(greatest)} MB`);
  printLoad();

  function line(what, ours, sql, others) {
    const own = median(ours);
    return [
      what,
      spread(ours),
      spread(sql),
      times2(median(sql) / own),
      others ? spread(others) : '–',
      others ? times2(median(others) / own) : '–',
      spread(engine.scan),
      times2(own / scan),
    ];
  }
});

async function numbers(table) {
  const instance = await DuckDBInstance.create(table, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll('SELECT code, kpi FROM key_figure')).getRowObjectsJS();
  connection.closeSync();
  instance.closeSync();
  return new Map(rows.map(({ code, kpi }) => [code, kpi]));
}

async function withR(folder, table) {
  if (spawnSync('Rscript', ['-e', 'library(data.table)'], { stdio: 'ignore' }).status !== 0) return undefined;
  const [figures, members] = [path.join(folder, 'figures.csv'), path.join(folder, 'members.csv')];
  const instance = await DuckDBInstance.create(table, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT kpi, unit, year, value FROM figure) TO '${figures}' (HEADER)`);
  await connection.run(`COPY member TO '${members}' (HEADER)`);
  connection.closeSync();
  instance.closeSync();
  const year = String(fullSize.firstYear + fullSize.years - 1);
  const answer = spawnSync(
    'Rscript',
    [
      new URL('parts/situation.R', import.meta.url).pathname,
      figures,
      members,
      year,
      String(Number(similar()[50].own.id)),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (answer.status !== 0) throw new Error('R did not answer');
  return JSON.parse(answer.stdout);
}

/** Rank is told from the desirable end; equal values count half in the percentile. SQL counts those below and those equal. */
function compareAnswers(sample, judged, keyOf) {
  const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  const agrees = (own, sql) =>
    sql !== undefined &&
    own.year === sql.year &&
    own.value === sql.value &&
    own.nAmongAll === sql.n &&
    own.n === sql.members &&
    near(own.median, sql.median) &&
    near(own.percentile, (100 * (sql.below + sql.equal / 2)) / sql.n) &&
    own.rankAmongAll === 1 + (own.direction === 'low' ? sql.below : sql.n - sql.below - sql.equal);
  const wrong = sample.filter((own) => !agrees(own, judged.get(keyOf(own))));
  return {
    compared: sample.length,
    equal: sample.length - wrong.length,
    first: wrong[0] && { own: wrong[0], sql: judged.get(keyOf(wrong[0])) },
  };
}
