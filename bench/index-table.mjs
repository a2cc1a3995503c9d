// Prints the whole comparison between RKA's published indices and our recomputation as Markdown, from the real figures in
// ../shared/kolada. It counts; it prints no municipality's value. Run after a build: node bench/index-table.mjs
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { areaIndex, indexAreas, quantile } from '../packages/analysis/dist/index.js';

const folder = new URL('../../shared/kolada/', import.meta.url);
if (!existsSync(new URL('values-2010-2021.csv.gz', folder))) {
  console.error('The real figures (../shared/kolada beside the repository) are not on this machine; nothing to print.');
  process.exit(2);
}

const names = {
  preschool: 'förskola',
  compulsorySchool: 'grundskola',
  upperSecondarySchool: 'gymnasieskola',
  elderCare: 'äldreomsorg',
  lss: 'LSS',
  socialAssistance: 'ekonomiskt bistånd',
};
const years = [2016, 2017, 2018, 2019, 2020, 2021];
const { figures, municipalities } = readFigures();

console.log('### Effektivitetsindex from the published halves\n');
console.log('Each cell: municipalities within 0.001 of the published index, of those that have one; greatest miss.\n');
head('Area', (area, year) => {
  const index = areaIndex(figures, area, year, municipalities);
  return agreement(index.published.efficiency, index.fromPublishedHalves);
});

console.log('\n### Resursindex from its components\n');
console.log('As above; – where a component is not among the figures.\n');
head('Area', (area, year) => {
  const index = areaIndex(figures, area, year, municipalities);
  return agreement(index.published.resource, index.own.resource.index);
});

console.log('\n### The same effektivitetsindex by other percentile rules\n');
console.log('Area-years where every municipality is within 0.001, and within 0.01; all municipalities within 0.001.\n');
console.log(
  '| Percentile | exact area-years | within 0.01 | municipalities within 0.001 |\n| --- | ---: | ---: | ---: |',
);
for (const type of [1, 2, 6, 7]) {
  let exact = 0;
  let near = 0;
  let within = 0;
  let all = 0;
  for (const area of indexAreas) {
    for (const year of years) {
      const { published } = areaIndex(figures, area, year, municipalities);
      const { misses } = missesOf(published.efficiency, byType(published.resource, published.quality, type));
      if (misses.length === 0) continue;
      if (misses.every((miss) => miss < 0.001)) exact += 1;
      if (misses.every((miss) => miss < 0.01)) near += 1;
      within += misses.filter((miss) => miss < 0.001).length;
      all += misses.length;
    }
  }
  console.log(`| type ${type} | ${exact} | ${near} | ${within} of ${all} |`);
}

function head(first, cell) {
  console.log(`| ${first} | ${years.join(' | ')} |\n| --- |${' ---: |'.repeat(years.length)}`);
  for (const area of indexAreas)
    console.log(`| ${names[area]} | ${years.map((year) => cell(area, year)).join(' | ')} |`);
}

function agreement(published, own) {
  const { misses, n } = missesOf(published, own);
  if (misses.length === 0) return '–';
  const within = misses.filter((miss) => miss < 0.001).length;
  const worst = Math.max(...misses);
  const of = misses.length === n ? `${within}/${n}` : `${within}/${misses.length} (${n} published)`;
  return worst < 0.001 ? `**${of}**` : `${of}; ${worst.toPrecision(2)}`;
}

function missesOf(published, own) {
  const misses = [];
  let n = 0;
  published.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    n += 1;
    if (!Number.isNaN(own[i])) misses.push(Math.abs(value - own[i]));
  });
  return { misses, n };
}

function byType(resource, quality, type) {
  const means = resource.map((value, i) => (value + quality[i]) / 2);
  const sorted = means.filter((mean) => !Number.isNaN(mean)).sort();
  const low = quantile(sorted, 0.025, type);
  const high = quantile(sorted, 0.975, type);
  return means.map((mean) => Math.min(Math.max((100 * (mean - low)) / (high - low), 0), 100));
}

function readFigures() {
  const units = JSON.parse(readFileSync(new URL('municipality-v3-2026-03.json', folder), 'utf8'));
  const rows = gunzipSync(readFileSync(new URL('values-2010-2021.csv.gz', folder)))
    .toString('latin1')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .filter(([, , , gender, value]) => gender === 'T' && value !== '');
  const kpis = [...new Set(rows.map(([kpi]) => kpi))];
  const allYears = [...new Set(rows.map(([, , year]) => Number(year)))].sort((a, b) => a - b);
  const k = new Map(kpis.map((kpi, i) => [kpi, i]));
  const u = new Map(units.map(({ id }, i) => [id, i]));
  const values = new Float64Array(kpis.length * allYears.length * units.length).fill(Number.NaN);
  for (const [kpi, unit, year, , value] of rows) {
    values[(k.get(kpi) * allYears.length + Number(year) - allYears[0]) * units.length + u.get(unit)] = Number(value);
  }
  return {
    figures: { kpis, units: units.map(({ id }) => id), years: allYears, values },
    municipalities: units.filter(({ type }) => type === 'K').map(({ id }) => id),
  };
}
