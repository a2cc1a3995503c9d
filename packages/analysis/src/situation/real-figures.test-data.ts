import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FigureTable } from '../figure-table.ts';
import type { Comparison } from './comparison.ts';

/** Public Kolada figures 2010–2021 beside the repository; tests that need them skip where the folder is absent. */
const folder = fileURLToPath(new URL('../../../../../shared/kolada/', import.meta.url));

export const realFiguresPresent = existsSync(`${folder}values-2010-2021.csv.gz`);
export const whySkipped = 'skipped: the real figures (../shared/kolada beside the repository) are not on this machine';

interface Unit {
  readonly id: string;
  readonly title: string;
  readonly type: 'K' | 'L';
}

export interface RealFigures {
  readonly figures: FigureTable;
  readonly municipalities: readonly string[];
  nameOf(unit: string): string;
  similar(unit: string): Comparison;
}

export function readRealFigures(): RealFigures {
  const units = JSON.parse(readFileSync(`${folder}municipality-v3-2026-03.json`, 'utf8')) as Unit[];
  const names = new Map(units.map(({ id, title }) => [id, title]));
  const groups = similarGroups();
  return {
    figures: readFigureTable(units.map(({ id }) => id)),
    municipalities: units.filter(({ type }) => type === 'K').map(({ id }) => id),
    nameOf: (unit) => names.get(unit) ?? unit,
    similar: (unit) => similarComparison(groups, names.get(unit)!),
  };
}

/** Gender T only; an empty value is missing. */
function readFigureTable(units: readonly string[]): FigureTable {
  const text = gunzipSync(readFileSync(`${folder}values-2010-2021.csv.gz`)).toString('latin1');
  const rows: [kpi: string, unit: string, year: number, value: number][] = [];
  let start = text.indexOf('\n') + 1;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const [kpi, unit, year, gender, value] = text
      .slice(start, end < 0 ? text.length : end)
      .trimEnd()
      .split(',');
    if (gender === 'T' && value !== undefined && value !== '') rows.push([kpi!, unit!, Number(year), Number(value)]);
    start = end < 0 ? text.length : end + 1;
  }
  const kpis = [...new Set(rows.map(([kpi]) => kpi))].sort();
  const years = [...new Set(rows.map(([, , year]) => year))].sort((a, b) => a - b);
  const k = new Map(kpis.map((kpi, i) => [kpi, i]));
  const u = new Map(units.map((unit, i) => [unit, i]));
  const y = new Map(years.map((year, i) => [year, i]));
  const values = new Float64Array(kpis.length * years.length * units.length).fill(Number.NaN);
  for (const [kpi, unit, year, value] of rows) {
    values[(k.get(kpi)! * years.length + y.get(year)!) * units.length + u.get(unit)!] = value;
  }
  return { kpis, units, years, values };
}

type Groups = ReadonlyMap<string, readonly string[]>;

/** "Liknande kommuner <område>, <kommun>, <utgåva>" → members, keyed by "<område>, <kommun>". */
function similarGroups(): Groups {
  const all = JSON.parse(
    gunzipSync(readFileSync(`${folder}municipality_groups-v3-2026-03.json.gz`)).toString('utf8'),
  ) as {
    title: string;
    members: { member_id: string }[];
  }[];
  const found = new Map<string, readonly string[]>();
  for (const { title, members } of all) {
    const match = /^Liknande kommuner,? (.+), ([^,]+), \d{4}$/.exec(title);
    if (match)
      found.set(
        `${match[1]}, ${match[2]}`,
        members.map(({ member_id }) => member_id),
      );
  }
  return found;
}

const kindOfArea: { readonly [area: string]: string } = {
  preschool: 'förskola',
  compulsorySchool: 'grundskola',
  afterSchool: 'fritidshem',
  upperSecondarySchool: 'gymnasieskola',
  elderCare: 'äldreomsorg',
  lss: 'LSS',
  socialAssistance: 'ekonomiskt bistånd',
};

function similarComparison(groups: Groups, name: string): Comparison {
  return {
    kind: 'similar',
    unitsFor: (area, subArea) => {
      const kind =
        kindOfArea[subArea ?? ''] ??
        (subArea === 'childWelfare' || subArea === 'addictionCare' ? 'IFO' : (kindOfArea[area] ?? 'övergripande'));
      return groups.get(`${kind}, ${name}`) ?? [];
    },
  };
}
