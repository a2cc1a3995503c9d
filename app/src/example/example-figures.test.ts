import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  analyseSituation,
  areaIndices,
  componentSetFor,
  compositeIndex,
  costIdentities,
  efficiencyFromHalves,
  keyFigureMap,
  keyFigureOf,
  wholeFromParts,
} from '@samband/analysis';
import { openArchive } from '@samband/kolada';
import { describe, expect, it } from 'vitest';
import { exampleEdition } from './edition.ts';
import { exampleMunicipality, generateExampleFigures, writeExampleArchive } from './index.ts';
import { municipalityClasses } from './municipalities.ts';
import { municipalityNames } from './names.ts';

const example = generateExampleFigures();
const table = example.tables.T;
const place = new Map(table.kpis.map((kpi, k) => [kpi, k]));
const codes = table.units.slice(1);
const unitPlace = new Map(codes.map((code, u) => [code, u]));

/** Every municipality's value, in the order of `codes`. */
const column = (kpi: string, year: number): Float64Array => {
  const k = place.get(kpi);
  if (k === undefined) throw new Error(`${kpi} is not among the figures`);
  const start = (k * table.years.length + table.years.indexOf(year)) * table.units.length;
  return table.values.subarray(start + 1, start + table.units.length);
};
const at = (kpi: string, year: number, unit: string): number => column(kpi, year)[unitPlace.get(unit)!]!;
const hash = (values: Float64Array): string => createHash('sha256').update(Buffer.from(values.buffer)).digest('hex');
/** Share of the municipalities with a value that lie below the example municipality. */
const standing = (kpi: string, year: number): number => {
  const values = column(kpi, year).filter((value) => !Number.isNaN(value));
  const own = at(kpi, year, exampleMunicipality.code);
  return values.filter((value) => value < own).length / values.length;
};

describe('the example figures', () => {
  it('are the same every time, and others with another seed', () => {
    const again = generateExampleFigures();
    for (const gender of ['T', 'K', 'M'] as const) {
      expect(hash(again.tables[gender].values)).toBe(hash(example.tables[gender].values));
    }
    expect(hash(generateExampleFigures(7).tables.T.values)).not.toBe(hash(table.values));
  });

  it('have an edition that says what they are, so that installations make theirs anew when they change', () => {
    const { tables, ...lists } = example;
    const content = createHash('sha256').update(JSON.stringify(lists));
    for (const gender of ['T', 'K', 'M'] as const) {
      content.update(JSON.stringify({ ...tables[gender], values: hash(tables[gender].values) }));
    }
    const edition = content.digest('hex').slice(0, 12);
    expect(exampleEdition, `the example has changed: write '${edition}' in edition.ts`).toBe(edition);
  });

  it('tell of 290 municipalities with codes 9001–9290, Riket and nine classes of the usual sizes', () => {
    expect(example.units).toHaveLength(291);
    expect(example.units[0]).toEqual({ id: '0000', title: 'Riket', type: 'L' });
    expect([codes[0], codes.at(-1)]).toEqual(['9001', '9290']);
    expect(new Set(example.units.map(({ title }) => title)).size).toBe(291);
    expect(example.units.find(({ id }) => id === exampleMunicipality.code)?.title).toBe(exampleMunicipality.title);
    for (const { title, members } of municipalityClasses) {
      expect(example.groups.find((group) => group.title === `${title} (ovägt medel)`)?.members).toHaveLength(members);
    }
  });

  it('name similar municipalities as Kolada does, seven each and never oneself', () => {
    const similar = example.groups.filter(({ title }) => title.startsWith('Liknande kommuner'));
    expect(similar).toHaveLength(9 * 290);
    for (const { title, members } of similar) {
      const unit = /, ([^,]+), (\d{4})$/.exec(title)?.[1];
      expect(members).toHaveLength(7);
      expect(members.some((member) => member.title === unit)).toBe(false);
    }
    expect(new Set(example.groups.map(({ id }) => id)).size).toBe(example.groups.length);
  });

  const real = resolve(import.meta.dirname, '../../../../shared/kolada/municipality-v3-2026-03.json');
  it.skipIf(!existsSync(real))('bear no name and no code of a real municipality', () => {
    const units = JSON.parse(readFileSync(real, 'utf8')) as { id: string; title: string }[];
    const names = new Set(units.map(({ title }) => title.toLowerCase()));
    const ids = new Set(units.map(({ id }) => id));
    expect(municipalityNames.filter((name) => names.has(name.toLowerCase()))).toEqual([]);
    expect(codes.filter((code) => ids.has(code))).toEqual([]);
  });

  it('have an entry marked as example data for every figure of the map', () => {
    expect(example.kpis.map(({ id }) => id)).toEqual(keyFigureMap.map(({ kpi }) => kpi));
    for (const kpi of example.kpis) expect(kpi.description).toMatch(/Exempeldata\.$/);
  });

  it('are missing in 7–15 cells of 100, counted in the years that each figure is asked', () => {
    let cells = 0;
    let missing = 0;
    for (const kpi of table.kpis) {
      for (const year of table.years) {
        const values = column(kpi, year);
        const absent = values.filter((value) => Number.isNaN(value)).length;
        if (absent === values.length) continue;
        cells += values.length;
        missing += absent;
      }
    }
    expect(missing / cells).toBeGreaterThan(0.07);
    expect(missing / cells).toBeLessThan(0.15);
  });

  it('keep shares between 0 and 100 and counts whole', () => {
    for (const gender of ['T', 'K', 'M'] as const) {
      const { kpis, values, years, units } = example.tables[gender];
      kpis.forEach((kpi, k) => {
        const figure = keyFigureOf(kpi)!;
        const bounded = figure.unit === '%' && figure.costBase === null && figure.area !== 'economy';
        const whole = figure.unit === 'antal' && figure.perspective === 'volume';
        if (!bounded && !whole) return;
        for (const value of values.subarray(k * years.length * units.length, (k + 1) * years.length * units.length)) {
          if (Number.isNaN(value)) continue;
          if (value < 0 || (bounded && value > 100) || (whole && !Number.isInteger(value))) {
            throw new Error(`${kpi} ${gender} has ${value}`);
          }
        }
      });
    }
  });

  it('have inhabitants of all ages who add up', () => {
    for (const code of codes) {
      const known = ['N01926', 'N01953', 'N01954', 'N01955', 'N01956', 'N01957'].reduce(
        (sum, kpi) => sum + at(kpi, 2024, code),
        0,
      );
      const infants = at('N01951', 2024, code) - known;
      expect(infants).toBeGreaterThan(0);
      expect(infants).toBeLessThan(0.03 * at('N01951', 2024, code));
    }
  });

  it('obey every cost identity of the map', () => {
    for (const identity of costIdentities) {
      const misses: number[] = [];
      for (const year of table.years) {
        if (identity.years && (year < identity.years[0] || year > identity.years[1])) continue;
        for (const code of codes) {
          const miss = wholeFromParts(identity, (kpi) => at(kpi, year, code)) / at(identity.whole, year, code) - 1;
          if (!Number.isNaN(miss)) misses.push(Math.abs(miss));
        }
      }
      misses.sort((a, b) => a - b);
      expect(misses.length).toBeGreaterThan(200);
      expect([identity.id, misses[Math.floor(misses.length * 0.95)]! <= identity.tolerance]).toEqual([
        identity.id,
        true,
      ]);
    }
  });

  it('balance: assets are debt and equity, and what came in less what went out is the result', () => {
    for (const code of codes) {
      const value = (kpi: string): number => at(kpi, 2024, code);
      expect(Math.abs(value('N03039') - value('N03125') - value('N03036'))).toBeLessThan(3);
      const result = value('N03011') + value('N03010') + value('N03009') + value('N03108');
      expect(Math.abs(result - value('N03007'))).toBeLessThan(20);
    }
  });

  it("publish indices that follow from their components by RKA's rule", () => {
    for (const area of ['preschool', 'socialAssistance', 'upperSecondarySchool'] as const) {
      for (const kind of ['resource', 'quality'] as const) {
        const set = componentSetFor(area, kind, 2022)!;
        const expected = compositeIndex(
          set.components.map((each) => ({ ...each, values: column(each.kpi, 2022) })),
        ).index;
        expect(column(areaIndices[area]![kind], 2022)).toEqual(expected);
      }
      const ids = areaIndices[area]!;
      const efficiency = efficiencyFromHalves(column(ids.resource, 2022), column(ids.quality, 2022)).scores;
      expect(column(ids.efficiency, 2022)).toEqual(efficiency);
    }
  });

  it('let women and men differ around the total', () => {
    const { K, M } = example.tables;
    const k = K.kpis.indexOf('N00090');
    const cell =
      (k * K.years.length + K.years.indexOf(2024)) * K.units.length + K.units.indexOf(exampleMunicipality.code);
    expect(K.values[cell]!).toBeGreaterThan(at('N00090', 2024, exampleMunicipality.code));
    expect(M.values[cell]!).toBeLessThan(at('N00090', 2024, exampleMunicipality.code));
  });
});

describe("Ekeberga's story", () => {
  it('has high premises costs and good staffing in preschool', () => {
    expect(standing('N11033', 2024)).toBeGreaterThan(0.85);
    expect(standing('N11010', 2024)).toBeLessThan(0.2);
  });

  it('has dear residential care with very satisfied residents, and home care near the middle', () => {
    expect(standing('N23009', 2024)).toBeGreaterThan(0.85);
    expect(standing('U23471', 2024)).toBeGreaterThan(0.85);
    expect(Math.abs(standing('N21006', 2024) - 0.5)).toBeLessThan(0.1);
  });

  it('has sick leave and hours by temporary staff that fall after 2022', () => {
    for (const kpi of ['N00090', 'N20205']) {
      expect(standing(kpi, 2022)).toBeGreaterThan(0.75);
      expect(standing(kpi, 2024)).toBeLessThan(0.55);
      expect(at(kpi, 2024, exampleMunicipality.code)).toBeLessThan(at(kpi, 2022, exampleMunicipality.code) - 1);
    }
  });

  it('is what a situation analysis finds first, against similar municipalities', () => {
    const words: Readonly<Record<string, string>> = { preschool: ' förskola', elderCare: ' äldreomsorg', lss: ' LSS' };
    const similar = (area: string): readonly string[] => {
      const title = `Liknande kommuner${words[area] ?? ', övergripande'}, ${exampleMunicipality.title}, 2024`;
      return example.groups.find((group) => group.title === title)!.members.map(({ id }) => id);
    };
    const { findings, nearMiddle, lead } = analyseSituation({
      figures: table,
      keyFigures: keyFigureMap,
      municipalities: codes,
      unit: exampleMunicipality.code,
      year: 2024,
      comparison: { kind: 'similar', unitsFor: similar },
    });
    const deviations = findings
      .filter(({ kind }) => kind === 'deviation')
      .slice(0, 8)
      .map(({ kpi }) => kpi);
    expect(deviations).toContain('N11033');
    expect(deviations).toContain('N28015');
    expect(deviations.some((kpi) => ['N23009', 'N23001', 'N23006'].includes(kpi))).toBe(true);
    const strengths = findings.filter(({ kind }) => kind === 'strength').map(({ kpi }) => kpi);
    expect(strengths).toContain('U23471');
    expect(strengths).toContain('N11010');
    expect(nearMiddle.map(({ phenomenon }) => phenomenon)).toContain('home-care-cost-per-user');
    expect(lead.parts[0]).toMatchObject({ role: 'dearest', area: 'elderCare' });
    expect(lead.parts.map(({ subArea }) => subArea)).toEqual(
      expect.arrayContaining(['preschool', 'dailyActivities', 'homeCare']),
    );
  });
});

describe('the example archive', () => {
  it('is written marked as example data and reads back the same figures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'example-'));
    try {
      const path = join(folder, 'example.duckdb');
      const { values } = await writeExampleArchive(path);
      const archive = await openArchive(path);
      try {
        expect(archive.info.exampleData).toBe(true);
        expect(archive.info.values).toBe(values);
        const read = await archive.figures({ kpis: table.kpis, years: [2013, 2024] });
        expect(read.units).toEqual(table.units);
        expect(hash(read.values)).toBe(hash(table.values));
        expect(await archive.groups()).toHaveLength(example.groups.length);
      } finally {
        await archive.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
