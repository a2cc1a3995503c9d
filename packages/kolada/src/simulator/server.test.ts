import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleSource } from './example-source.ts';
import { generatedSource } from './generated-source.ts';
import { type SimulatorOptions, startSimulator } from './server.ts';
import type { SimulatorSource } from './source.ts';

interface Row {
  kpi: string;
  municipality: string;
  period: number;
  values: { gender: string; count: number; status: string; value: number | null; isdeleted: boolean }[];
}
interface Envelope {
  values: Row[];
  next_url: string | null;
  previous_url: string | null;
  count: number;
}

async function start(source: SimulatorSource = exampleSource(), options: SimulatorOptions = {}) {
  const simulator = await startSimulator(source, options);
  onTestFinished(() => simulator.close());
  const ask = (path: string) => fetch(path.startsWith('http') ? path : `${simulator.url}${path}`);
  const read = async (path: string) => (await (await ask(path)).json()) as Envelope;
  const statusOf = async (path: string) => (await ask(path)).status;
  return { simulator, ask, read, statusOf };
}

const many = (n: number) => Array.from({ length: n }, (_, index) => `N${String(index + 1).padStart(5, '0')}`).join();

describe('the envelope', () => {
  it('has a next_url until the last page and a previous_url from the second', async () => {
    const { read } = await start(generatedSource({ kpis: 3, units: 10, years: [2020, 2021] }), { perPage: 25 });
    const pages: Envelope[] = [];
    for (
      let next: string | null = `/data/kpi/${many(3)}/year/2020,2021`;
      next !== null;
      next = pages.at(-1)!.next_url
    ) {
      pages.push(await read(next));
    }
    expect(pages.map((page) => page.values.length)).toEqual([25, 25, 10]);
    expect(pages.map((page) => page.previous_url === null)).toEqual([true, false, false]);
    const keys = new Set(
      pages.flatMap((page) => page.values.map((row) => `${row.kpi}/${row.municipality}/${row.period}`)),
    );
    expect(keys.size).toBe(60);
  });

  it('of a page taken out of order holds the same rows as in order', async () => {
    const { read } = await start(generatedSource({ kpis: 3, units: 10, years: [2020, 2021] }), { perPage: 7 });
    const path = `/data/kpi/${many(3)}/year/2020,2021`;
    const third = await read(`${path}?page=3`);
    await read(`${path}?page=1`);
    await read(`${path}?page=2`);
    expect((await read(`${path}?page=3`)).values).toEqual(third.values);
    expect(third.values[0]).toMatchObject({ kpi: 'N00001', period: 2021 });
  });

  it('ends without next_url when the rows fill the last page exactly', async () => {
    const { read } = await start(generatedSource({ kpis: 1, units: 10, years: [2020] }), { perPage: 10 });
    expect(await read('/data/kpi/N00001/year/2020')).toMatchObject({ next_url: null, count: 10 });
  });

  it('follows per_page', async () => {
    const { read } = await start();
    const page = await read('/municipality?per_page=4&page=2');
    expect(page.values).toHaveLength(4);
    expect(page.next_url).toContain('page=3');
  });
});

describe('limits', () => {
  it('more than 25 ids, a page larger than 5 000 and nonsense are 422', async () => {
    const { statusOf } = await start();
    const paths = [
      `/kpi/${many(26)}`,
      `/data/kpi/${many(26)}/year/2022`,
      `/data?kpi_id=${many(26)}&year=2022`,
      '/kpi?per_page=5001',
      '/kpi?per_page=0',
      '/kpi?page=x',
      '/data/kpi/N90001/year/nu',
      '/data/kpi/N90001/year/2022?from_date=igår',
    ];
    expect(await Promise.all(paths.map(statusOf))).toEqual(paths.map(() => 422));
    expect(await Promise.all([`/kpi/${many(25)}`, '/kpi?per_page=5000'].map(statusOf))).toEqual([200, 200]);
  });

  it('unknown paths are 404', async () => {
    const { simulator, statusOf } = await start();
    const paths = [
      '/kpis',
      '/data/kpi/N90001',
      '/data/kpi/N90001/ou/V1',
      '/data/kpi/N90001/kpi/N90001',
      '/kpi/N90001/x',
      '/kpi/%E0%A4%A',
    ];
    expect(await Promise.all(paths.map(statusOf))).toEqual(paths.map(() => 404));
    expect(await statusOf(simulator.url.replace('/v3', '/v2/kpi'))).toBe(404);
  });

  it('other methods than GET are 405', async () => {
    const { simulator } = await start();
    expect((await fetch(`${simulator.url}/kpi`, { method: 'POST' })).status).toBe(405);
  });
});

describe('data', () => {
  it('come alike by path in any order and by the right parameter names', async () => {
    const { read } = await start();
    const byPath = await read('/data/kpi/N90001/municipality/9001/year/2022');
    expect(byPath.values).toHaveLength(1);
    expect((await read('/data/municipality/9001/kpi/N90001/year/2022')).values).toEqual(byPath.values);
    expect((await read('/data?kpi_id=N90001&municipality_id=9001&year=2022')).values).toEqual(byPath.values);
  });

  it('are nothing, with status 200, for misspelt parameters, unknown KPIs and KPIs of the wrong kind', async () => {
    const { ask } = await start();
    const paths = [
      '/data?kpi=N90001&municipality=9001',
      '/data/kpi/N00000/year/2022',
      '/data/kpi/N90003/municipality/9001',
    ];
    for (const path of paths) {
      const response = await ask(path);
      expect([response.status, ((await response.json()) as Envelope).values]).toEqual([200, []]);
    }
  });

  it('have explicit rows for null, with the status of the source', async () => {
    const { read } = await start();
    const { values } = await read('/data/kpi/N90001/municipality/9007,9008/year/2022');
    expect(values.map((row) => [row.values[0]?.value, row.values[0]?.status])).toEqual([
      [null, 'Privacy'],
      [null, 'Missing'],
    ]);
  });

  it('have the groups mixed in where no unit is named, as unweighted means by gender', async () => {
    const { read } = await start();
    const { values } = await read('/data/kpi/U90002/year/2021');
    const group = values.find((row) => row.municipality === 'G90011')!;
    expect(group.values.map(({ gender, count, value }) => [gender, count, value])).toEqual([
      ['K', 4, 460],
      ['M', 4, 440],
      ['T', 4, 450],
    ]);
  });

  it('have a new value after a revision, in groups too', async () => {
    const { simulator, read } = await start();
    simulator.revise('N90001', '9002', 2021, 'T', 4000);
    simulator.revise('N90001', '0099', 2021, 'T', 5, { status: 'Ny' });
    const { values } = await read('/data/kpi/N90001/municipality/9002,0099,G90010/year/2021');
    expect(values.map((row) => [row.municipality, row.values[0]?.value])).toEqual([
      ['9002', 4000],
      ['0099', 5],
      ['G90010', 2250],
    ]);
  });

  it('asked with from_date are the changed ones alone', async () => {
    const { simulator, read } = await start();
    simulator.revise('N90001', '9002', 2021, 'T', 4000, { date: '2026-03-01' });
    const since = (date: string) => read(`/data/kpi/N90001/year/2021,2022?from_date=${date}`);
    expect((await since('2026-03-01')).values.map((row) => row.municipality)).toEqual(['9002']);
    expect((await since('2026-03-02')).values).toEqual([]);
    expect((await since('1999-01-01')).values).toHaveLength(18);
  });
});

describe('faults', () => {
  it('come at the share asked for, the same for the same seed', async () => {
    const run = async (seed: number) => {
      const { simulator, statusOf } = await start(exampleSource(), { seed, faults: { serverError: 0.3 } });
      const statuses: number[] = [];
      for (let request = 0; request < 60; request++) statuses.push(await statusOf('/municipality'));
      expect(simulator.requests().filter((request) => request.fault === 'serverError').length).toBe(
        statuses.filter((s) => s === 500).length,
      );
      return statuses;
    };
    const [first, again, other] = [await run(7), await run(7), await run(8)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(8);
    expect(first.filter((status) => status === 500).length).toBeLessThan(30);
  });

  it('can be changed while the server runs', async () => {
    const { simulator, ask, statusOf } = await start();
    simulator.setFaults({ tooManyRequests: 1, retryAfter: '3' });
    const refused = await ask('/kpi');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    simulator.setFaults({});
    expect(await statusOf('/kpi')).toBe(200);
  });

  it('a source that fails is a 500 and the server lives on', async () => {
    const source = { ...exampleSource(), rows: () => Promise.reject(new Error('the disk is gone')) };
    const { statusOf } = await start(source);
    expect(await statusOf('/data/kpi/N90001/year/2022')).toBe(500);
    expect(await statusOf('/kpi')).toBe(200);
  });
});

it('the server listens on the loopback interface only and can be closed with readers connected', async () => {
  const { simulator } = await start(exampleSource(), { faults: { slowMs: 200 } });
  expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v3$/);
  const reading = fetch(`${simulator.url}/kpi`).then(
    () => 'answered',
    () => 'broken',
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await simulator.close();
  expect(await reading).toBe('broken');
});
