import { expect, it } from 'vitest';
import { importIntoArchive, openArchive } from './index.ts';
import { Trial, trialKpi, trialUnits } from './trial.ts';

const kpis = Array.from({ length: 12 }, (_, index) => `N${String(index + 1).padStart(5, '0')}`);
const years = [2018, 2019, 2020, 2021] as const;
const genders = ['T', 'K'] as const;

/** The same numbers on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('after any sequence of small and large publications the archive holds the latest word on every figure', async () => {
  using trial = new Trial();
  const random = generator(11);
  const known = new Map<string, number | null>();
  await importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis(kpis.map((kpi) => trialKpi(kpi))),
  });
  const archive = await openArchive(trial.archive);
  // All at first, then single key figures put into a copy, then enough of them that the file is written anew, and so again.
  for (const share of [1, 0.1, 0.1, 0.6, 0.1, 0.9, 0.05]) {
    const chosen = kpis.filter((_, index) => index === 3 || random() < share);
    const rows = new Map<string, number | null>();
    for (const kpi of chosen) {
      for (const year of years) {
        for (const gender of genders) {
          for (const { id } of trialUnits) {
            if (random() < 0.3) continue;
            rows.set(`${kpi},${id},${year},${gender}`, random() < 0.2 ? null : Math.round(random() * 20));
          }
        }
      }
    }
    const changed = [...rows].filter(([key, value]) => known.has(key) && known.get(key) !== value);
    const lines = [...rows].map(([key, value]) => `${key},${value ?? ''}`);
    const report = await importIntoArchive(trial.archive, { values: trial.values(...lines) });
    expect(report.revisions).toBe(changed.length);
    for (const [key, value] of rows) known.set(key, value);

    expect(await archive.refresh()).toBe(true);
    const nulls = [...known.values()].filter((value) => value === null).length;
    expect(archive.info).toMatchObject({ values: known.size - nulls, nulls });
    for (const gender of genders) {
      const table = await archive.figures({ kpis, gender, years: [2018, 2021] });
      const expected = kpis.flatMap((kpi) =>
        years.flatMap((year) => table.units.map((unit) => known.get(`${kpi},${unit},${year},${gender}`) ?? Number.NaN)),
      );
      expect([...table.values]).toEqual(expected);
      for (const kpi of kpis) {
        const reported = [...known.keys()].filter(
          (key) => key.startsWith(kpi) && key.endsWith(gender) && known.get(key) === null,
        );
        expect(await archive.missing(kpi, gender)).toHaveLength(reported.length);
      }
    }
  }
  await archive.close();
});
