import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleContents } from '../simulator/example-source.ts';
import { generatedSource } from '../simulator/generated-source.ts';
import { memorySource } from '../simulator/memory-source.ts';
import { type SimulatorOptions, startSimulator } from '../simulator/server.ts';
import type { SimulatorSource } from '../simulator/source.ts';
import { allRows } from './all-rows.ts';
import { createKoladaClient, type KoladaClientOptions, type RequestEvent } from './client.ts';
import { valueFor } from './figure.ts';

async function connect(
  source: SimulatorSource,
  options: SimulatorOptions = {},
  clientOptions: KoladaClientOptions = {},
) {
  const simulator = await startSimulator(source, options);
  onTestFinished(() => simulator.close());
  const events: RequestEvent[] = [];
  const client = createKoladaClient({
    baseUrl: simulator.url,
    onRequest: (event) => events.push(event),
    ...clientOptions,
  });
  return { simulator, client, events };
}

const example = () => memorySource(exampleContents());

describe('catalogue lists', () => {
  it('come whole, whatever the size of the pages', async () => {
    const { client, simulator } = await connect(generatedSource({ kpis: 95, units: 40, years: [2020], groups: 11 }), {
      perPage: 10,
    });
    expect(await client.kpis()).toHaveLength(95);
    expect(await client.municipalities()).toHaveLength(40);
    expect(await client.municipalityGroups()).toHaveLength(11);
    expect(simulator.requests()).toHaveLength(10 + 4 + 2);
  });

  it('are translated field by field', async () => {
    const { client } = await connect(example());
    const contents = exampleContents();
    expect(await client.kpis()).toEqual(contents.kpis);
    expect(await client.municipalities()).toEqual(contents.municipalities);
    expect(await client.municipalityGroups()).toEqual(contents.groups);
    expect(await client.kpiGroups()).toEqual(contents.kpiGroups);
  });

  it('asked for by id come in the order asked, across requests, without the unknown ones', async () => {
    const source = generatedSource({ kpis: 60, units: 1, years: [2020] });
    const { client, simulator } = await connect(source);
    const ids = (await source.kpis()).map((kpi) => kpi.id).toReversed();
    const found = await client.kpis({ ids: [...ids.slice(0, 30), 'U99999', ...ids.slice(30)] });
    expect(found.map((kpi) => kpi.id)).toEqual(ids);
    expect(simulator.requests()).toHaveLength(3);
  });

  it('are searched by title, å ä ö included', async () => {
    const { client } = await connect(example());
    expect((await client.municipalities({ title: 'älv' })).map((unit) => unit.title)).toEqual(['Älvsbo']);
    expect((await client.kpi('N90001'))?.title).toBe('Kostnad exempelomsorg, kr/inv');
    expect(await client.kpi('N12345')).toBeUndefined();
  });

  it('of organisational units can be had for one municipality, and their figures too', async () => {
    const ous = ['9001', '9002'].map((municipality) => ({
      id: `V15E${municipality}01`,
      title: 'Exempelskolan',
      municipality,
    }));
    const ouRows = ous.map(({ id }) => ({
      kpi: 'N90001',
      ou: id,
      period: 2023,
      values: exampleContents().rows[0]!.values,
    }));
    const { client } = await connect(memorySource({ ...exampleContents(), ous, ouRows }));
    expect(await client.ous({ municipality: '9002' })).toEqual([ous[1]]);
    const rows = await allRows(client.ouData({ kpis: ['N90001'], ous: [ous[0]!.id] }));
    expect(rows).toEqual([ouRows[0]]);
  });
});

describe('data', () => {
  it('come in any two-of-three form', async () => {
    const { client } = await connect(example());
    const byUnit = await allRows(client.data({ kpis: ['N90001'], municipalities: ['9001'] }));
    expect(byUnit.map((row) => [row.period, valueFor(row, 'T')])).toEqual([
      [2021, 300],
      [2022, 301],
      [2023, 302],
    ]);
    const byYear = await allRows(client.data({ kpis: ['N90001'], years: [2022] }));
    expect(byYear.map((row) => row.municipality)).toEqual([
      '0000',
      ...exampleContents()
        .municipalities.slice(2)
        .map((unit) => unit.id),
    ]);
    const all = await allRows(client.data({ municipalities: ['9001'], years: [2022, 2023] }));
    expect(all.map((row) => row.kpi)).toEqual(['N90001', 'N90001', 'U90002', 'U90002']);
  });

  it('of more than 25 ids of each kind come complete and each once', async () => {
    const years = Array.from({ length: 27 }, (_, index) => 1995 + index);
    const source = generatedSource({ kpis: 26, units: 51, years });
    const { client, simulator } = await connect(source, { perPage: 700 });
    const kpis = (await source.kpis()).map((kpi) => kpi.id);
    const municipalities = (await source.municipalities()).map((unit) => unit.id);
    const keys = new Set<string>();
    let rows = 0;
    for await (const row of client.data({ kpis, municipalities, years })) {
      keys.add(`${row.kpi}/${row.municipality}/${row.period}`);
      rows++;
    }
    expect([rows, keys.size]).toEqual([26 * 51 * 27, 26 * 51 * 27]);
    expect(simulator.requests().every((request) => request.status === 200)).toBe(true);
  });

  it('come in the same order however many requests are in flight', async () => {
    const source = generatedSource({ kpis: 80, units: 5, years: [2019, 2020, 2021] });
    const kpis = (await source.kpis()).map((kpi) => kpi.id);
    const orders = await Promise.all(
      [1, 8].map(async (concurrency) => {
        const { client } = await connect(source, { perPage: 40 }, { concurrency });
        return (await allRows(client.data({ kpis, years: [2020, 2021] }))).map(
          (row) => `${row.kpi}${row.period}${row.municipality}`,
        );
      }),
    );
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).toHaveLength(800);
  });

  it('changed since a date are the revised ones, the deleted marked', async () => {
    const { client, simulator, events } = await connect(example());
    simulator.revise('N90001', '9001', 2022, 'T', 333, { date: '2026-03-01' });
    simulator.revise('N90001', '9002', 2022, 'T', null, { date: '2026-03-02', deleted: true });
    simulator.revise('N90001', '9003', 2022, 'T', 1, { date: '2026-01-01' });
    const query = { kpis: ['N90001', 'U90002'], years: [2022] };
    const changed = await allRows(client.data({ ...query, fromDate: '2026-03-01' }));
    expect(changed.map((row) => [row.municipality, valueFor(row, 'T'), row.values[0]?.isDeleted])).toEqual([
      ['9001', 333, false],
      ['9002', null, true],
    ]);
    const now = await allRows(client.data(query));
    expect(now.filter((row) => row.kpi === 'N90001').map((row) => row.municipality)).not.toContain('9002');
    expect(events.filter((event) => event.kind === 'emptyAnswer')).toEqual([]);
  });

  it('can be left in the middle without anything left running', async () => {
    const { client, simulator } = await connect(generatedSource({ kpis: 200, units: 20, years: [2020] }), {
      perPage: 50,
    });
    const kpis = (await client.kpis()).map((kpi) => kpi.id);
    for await (const row of client.data({ kpis, years: [2020] })) {
      expect(row.kpi).toBe('N00001');
      break;
    }
    const asked = simulator.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(simulator.requests().length - asked).toBeLessThanOrEqual(3);
  });
});

describe('politeness', () => {
  it('keeps to the number of requests at once', async () => {
    let [now, most] = [0, 0];
    const counting: typeof fetch = async (...parameters) => {
      most = Math.max(most, ++now);
      return fetch(...parameters).finally(() => now--);
    };
    const source = generatedSource({ kpis: 300, units: 3, years: [2020] });
    const { client } = await connect(source, { faults: { slowMs: 5 } }, { concurrency: 2, fetch: counting });
    const kpis = (await source.kpis()).map((kpi) => kpi.id);
    await Promise.all([1, 2].map(() => allRows(client.data({ kpis, years: [2020] }))));
    expect(most).toBe(2);
  });

  it('keeps to the number of requests a second', async () => {
    const { client } = await connect(example(), {}, { requestsPerSecond: 50 });
    const started = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => client.municipalities()));
    expect(performance.now() - started).toBeGreaterThanOrEqual(95);
  });
});
