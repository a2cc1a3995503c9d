// node situation-engine.mjs one|all|warm FILE [UNIT]: opens the archive, loads its figures (for warm all 22 years) and analyses. Prints JSON.
import { isDeepStrictEqual } from 'node:util';
import { analyseAll, analyseSituation } from '@samband/analysis';
import { analysisWorkers } from '@samband/analysis/parallel';
import { openArchive } from '@samband/kolada/archive';
import { keyFigures } from './full-size.mjs';
import { times } from './measured.mjs';

const [mode, file, wanted] = process.argv.slice(2);
const begun = performance.now();
const archive = await openArchive(file);
// An analysis looks at ten years up to a value that is at most two years old; one that is made but once need not load more.
const { lastYear } = archive.info;
const [figures, units, groups] = await Promise.all([
  // Warm, one thread and all cores are asked about the same table, in memory that threads share.
  mode === 'warm' ? archive.figures({ inSharedMemory: true }) : archive.figures({ years: [lastYear - 11, lastYear] }),
  archive.units(),
  archive.groups(),
]);
const loaded = performance.now();

const municipalities = units.filter(({ type }) => type === 'K').map(({ id }) => id);
const membersOf = new Map(groups.map(({ unitTitle, members }) => [unitTitle, members.map(({ id }) => id)]));
const titleOf = new Map(units.map(({ id, title }) => [id, title]));
const comparisonOf = (unit) => {
  const members = membersOf.get(titleOf.get(unit));
  return { kind: 'similar', unitsFor: () => members };
};
const year = figures.years.at(-1);
const question = { figures, keyFigures: keyFigures(), municipalities, year, maxFindings: 30 };
const one = (unit) => analyseSituation({ ...question, unit, comparison: comparisonOf(unit) });
const all = (table) => analyseAll({ ...question, figures: table, comparisonOf });
/** Yardsticks (medians and quartiles of each key figure and year) are kept with the table; another table with the same values, as after a publication, has none. */
const newTable = () => ({ ...figures });

const answer = {};
if (mode === 'one') answer.findings = one(wanted).findings.length;
if (mode === 'all') answer.findings = all(figures).municipalities.length;
if (mode === 'warm') {
  answer.first = await times(1, () => one(wanted));
  // Never the same municipality twice: what is kept from one question to the next is only what all share.
  answer.one = await times(60, (i) => one(municipalities[(7 * i + 1) % municipalities.length]));
  await times(2, () => all(newTable()));
  answer.allAnew = await times(7, () => all(newTable()));
  answer.allKept = await times(5, () => all(figures));
  const workers = analysisWorkers();
  const divided = (table) => workers.analyseAll({ ...question, figures: table, comparisonOf });
  await times(2, () => divided(newTable()));
  answer.dividedAnew = await times(7, () => divided(newTable()));
  answer.isSame = isDeepStrictEqual(await divided(figures), all(figures));
  answer.dividedKept = await times(5, () => divided(figures));
  answer.threads = workers.count;
  await workers.close();
  answer.scan = await times(5, () => scan(figures.values));
  answer.sample = municipalities.flatMap((unit) =>
    one(unit).findings.map(
      ({ kpi, year: used, value, rankAmongAll, nAmongAll, percentile, direction, comparison, trend }) => ({
        unit,
        kpi,
        year: used,
        value,
        rankAmongAll,
        nAmongAll,
        percentile,
        direction,
        ...comparison,
        slope: trend.slope,
      }),
    ),
  );
}
await archive.close();
console.log(
  JSON.stringify({
    ...answer,
    cells: figures.values.length,
    open: loaded - begun,
    startup: begun,
    analysed: performance.now() - loaded,
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);

/** The least that anyone must do who looks at every figure: add those that are there. */
function scan(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isNaN(value)) sum += value;
  }
  return sum;
}
