// node situation-duckdb.mjs make|one|all|warm ARCHIVE DATABASE [UNIT|PAIRS.csv]: the same questions in SQL, over the same figures in a long table. Prints JSON.
import { DuckDBInstance } from '@duckdb/node-api';
import { openArchive } from '@samband/kolada';
import { similar } from './full-size.mjs';
import { times } from './measured.mjs';

const [mode, file, database, wanted] = process.argv.slice(2);
const begun = performance.now();
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
const run = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();

if (mode === 'make') await make();
const loaded = performance.now();
const answer = {};
if (mode === 'one') answer.findings = (await strongest(`AND unit = ${Number(wanted)}`)).length;
if (mode === 'all') answer.findings = (await strongest('')).length;
if (mode === 'warm') {
  const codes = similar().map(({ own }) => Number(own.id));
  await times(2, () => strongest(''));
  answer.all = await times(5, () => strongest(''));
  answer.one = await times(10, (i) => strongest(`AND unit = ${codes[(7 * i + 1) % codes.length]}`));
  answer.sample = await judgementsOf(wanted);
}
connection.closeSync();
console.log(
  JSON.stringify({
    ...answer,
    startup: begun,
    open: loaded - begun,
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);

/** One row per figure, small types, sorted by key figure and year: the form that suits the questions best. */
async function make() {
  const archive = await openArchive(file);
  const municipalities = (await archive.units()).flatMap(({ id, type }, index) =>
    type === 'K' ? [`(${index}, ${Number(id)})`] : [],
  );
  await archive.close();
  await run(`ATTACH '${file}' AS archive (READ_ONLY)`);
  await run(
    `CREATE TABLE municipality AS SELECT place::SMALLINT AS place, unit::SMALLINT AS unit FROM (VALUES ${municipalities.join()}) AS given (place, unit)`,
  );
  await run(`CREATE TABLE key_figure AS SELECT id AS code, idx::SMALLINT AS kpi FROM archive.kpi`);
  await run(
    `CREATE TABLE member AS SELECT unit::SMALLINT AS unit, member::SMALLINT AS member FROM (VALUES ${similar()
      .flatMap(({ own, members }) => members.map(({ id }) => `(${Number(own.id)}, ${Number(id)})`))
      .join()}) AS given (unit, member)`,
  );
  await run(`CREATE TABLE figure AS SELECT kpi, unit, year, value FROM (
      SELECT kpi::SMALLINT AS kpi, period AS year, unnest(range(len(vals)))::SMALLINT AS place, unnest(vals) AS value
      FROM archive.block WHERE gender = 0) JOIN municipality USING (place) WHERE NOT isnan(value) ORDER BY kpi, year, unit`);
  await run('DETACH archive');
  await run('CHECKPOINT');
}

/**
 * Every key figure of the asked municipalities: the value of the last year or at most two years before it, how many of all lie below, the
 * quartiles and the robust deviation of all that year, and the median of the similar.
 */
function judged(which) {
  return `
  WITH last AS (SELECT max(year) AS year FROM figure),
  recent AS MATERIALIZED (SELECT kpi, unit, year, value FROM figure WHERE year >= (SELECT year FROM last) - 2),
  own AS (SELECT kpi, unit, max(year) AS year, arg_max(value, year) AS value FROM recent WHERE true ${which} GROUP BY kpi, unit),
  yardstick AS (
    SELECT kpi, year, count(*) AS n, quantile_cont(value, [0.25, 0.75]) AS quartiles, 1.4826 * mad(value) AS scale
    FROM recent GROUP BY kpi, year),
  ${
    which === ''
      ? `position AS (SELECT kpi, unit, year, rank() OVER (PARTITION BY kpi, year ORDER BY value) - 1 AS below FROM recent)`
      : `position AS (SELECT o.kpi, o.unit, o.year, count(*) FILTER (r.value < o.value) AS below
           FROM own o JOIN recent r USING (kpi, year) GROUP BY o.kpi, o.unit, o.year)`
  },
  compared AS (
    SELECT o.kpi, o.unit, median(r.value) AS median, count(*) AS members, min(r.value) AS least, max(r.value) AS greatest
    FROM own o JOIN member m USING (unit) JOIN recent r ON r.kpi = o.kpi AND r.year = o.year AND r.unit = m.member
    GROUP BY o.kpi, o.unit)
  SELECT o.kpi, o.unit, o.year, o.value, p.below, y.n, y.quartiles, y.scale, c.median, c.members, c.least, c.greatest,
    o.value - c.median AS gap, abs(o.value - c.median) / y.scale AS distance, 100.0 * p.below / (y.n - 1) AS percentile
  FROM own o JOIN yardstick y USING (kpi, year) JOIN position p USING (kpi, unit, year) JOIN compared c USING (kpi, unit)`;
}

/** Of the pairs of key figure and municipality in a CSV file, with what the ranking itself does not need: how many have the same value. */
function judgementsOf(pairs) {
  return run(`
  SELECT j.kpi, j.unit, j.year, j.value, j.below::INTEGER AS below, j.n::INTEGER AS n, j.median, j.members::INTEGER AS members,
    (SELECT count(*) FROM figure f WHERE f.kpi = j.kpi AND f.year = j.year AND f.value = j.value)::INTEGER AS equal
  FROM (${judged('')}) j JOIN (SELECT DISTINCT kpi::SMALLINT AS kpi, unit::SMALLINT AS unit FROM read_csv('${pairs}')) USING (kpi, unit)`);
}

/** The thirty strongest of each municipality, with the trend of ten years for those alone. */
function strongest(which) {
  return run(`
  WITH top AS (
    SELECT *, 0.5 * least(1, distance / 3) + 0.5 * greatest(0, sign(gap) * (percentile / 50 - 1)) AS strength
    FROM (${judged(which)})
    WHERE members >= 4 AND n > 50 AND scale > 0 AND (
      (gap > 0 AND value > quartiles[2]) OR (gap < 0 AND value < quartiles[1])
      OR (members >= 5 AND distance >= 1 AND (value > greatest OR value < least)))
    QUALIFY row_number() OVER (PARTITION BY unit ORDER BY strength DESC) <= 30)
  SELECT t.kpi, t.unit, t.year, t.value, t.median, t.gap, t.percentile, t.strength, regr_slope(f.value, f.year) AS slope
  FROM top t JOIN figure f ON f.kpi = t.kpi AND f.unit = t.unit AND f.year > t.year - 10 AND f.year <= t.year
  GROUP BY ALL`);
}
