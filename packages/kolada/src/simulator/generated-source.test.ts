import { expect, it } from 'vitest';
import type { DataRow } from '../model.ts';
import { generatedSource } from './generated-source.ts';

const options = { kpis: 40, units: 60, years: [2020, 2021], missingShare: 0.25 };
const allOf = async (seed: number) => {
  const source = generatedSource({ ...options, seed });
  const kpis = await source.kpis();
  const rows: DataRow[] = [];
  for (const kpi of kpis) for (const year of options.years) rows.push(...(await source.rows(kpi.id, year)));
  return rows;
};

it('generated figures are the same for the same seed and others for another', async () => {
  expect(await allOf(1)).toEqual(await allOf(1));
  expect(await allOf(1)).not.toEqual(await allOf(2));
});

it('the share of missing values is the one asked for', async () => {
  const rows = await allOf(1);
  expect(rows).toHaveLength(40 * 60 * 2);
  const missing = rows.filter((row) => row.values[0]?.value === null).length / rows.length;
  expect(missing).toBeGreaterThan(0.22);
  expect(missing).toBeLessThan(0.28);
});

it('a row is the same whether it is asked for alone or among all', async () => {
  const source = generatedSource(options);
  const [alone] = await source.rows('N00007', 2021, new Set(['0130']));
  expect(alone).toEqual((await source.rows('N00007', 2021)).find((row) => row.municipality === '0130'));
});

it('what is not there has no rows', async () => {
  const source = generatedSource(options);
  expect(await source.rows('N99999', 2021)).toEqual([]);
  expect(await source.rows('N00001', 1999)).toEqual([]);
});

it('groups have seven members and never the own municipality', async () => {
  const groups = await generatedSource({ ...options, groups: 38 }).groups();
  for (const group of groups) {
    expect(group.members).toHaveLength(7);
    const own = /, ([^,]+), (\d{4})$/.exec(group.title)?.[1];
    expect(group.members.map((member) => member.title)).not.toContain(own);
  }
});
