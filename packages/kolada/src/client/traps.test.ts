import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleContents } from '../simulator/example-source.ts';
import type { Faults } from '../simulator/faults.ts';
import { memorySource } from '../simulator/memory-source.ts';
import { startSimulator } from '../simulator/server.ts';
import { allRows } from './all-rows.ts';
import { createKoladaClient, type RequestEvent } from './client.ts';
import { valueFor } from './figure.ts';

async function connect(faults: Faults = {}) {
  const simulator = await startSimulator(memorySource(exampleContents()), { faults });
  onTestFinished(() => simulator.close());
  const events: RequestEvent[] = [];
  const client = createKoladaClient({ baseUrl: simulator.url, onRequest: (event) => events.push(event) });
  return { simulator, client, empty: () => events.filter((event) => event.kind === 'emptyAnswer') };
}

/** A server that answers what a test wants, for lies the simulator does not tell. */
async function lyingServer(answer: (url: URL) => unknown) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(new URL(request.url ?? '/', `http://${request.headers.host}`))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, client: createKoladaClient({ baseUrl: `${origin}/v3`, retry: { attempts: 1 } }) };
}

const rowOf = (more: object = {}) => ({
  kpi: 'N90001',
  municipality: '9001',
  period: 2022,
  values: [{ gender: 'T', count: 1, status: '', value: 1, isdeleted: false }],
  ...more,
});
const envelope = (values: readonly unknown[], nextUrl: unknown = null) => ({
  values,
  next_url: nextUrl,
  previous_url: null,
  count: 0,
});
const query = { kpis: ['N90001'], municipalities: ['9001'], years: [2022] };

describe('the silent traps', () => {
  it('a misspelt parameter name is answered with nothing by Kolada, and the client never uses names where it can use the path', async () => {
    const { simulator, client } = await connect();
    const misspelt = await fetch(`${simulator.url}/data?kpi=N90001&municipality=9001&years=2022`);
    expect([misspelt.status, await misspelt.json()]).toMatchObject([200, { values: [] }]);
    expect(await allRows(client.data(query))).toHaveLength(1);
    expect(simulator.requests().at(-1)?.path).toBe('/v3/data/kpi/N90001/municipality/9001/year/2022');
  });

  it('an answer that ignored a part of the question is refused, naming the row', async () => {
    const cases = [{ kpi: 'N90009' }, { municipality: '9002' }, { period: 2021 }];
    for (const stray of cases) {
      const { client } = await lyingServer(() => envelope([rowOf(), rowOf(stray)]));
      const field = `values[1].${Object.keys(stray)[0]}`;
      await expect(allRows(client.data(query))).rejects.toMatchObject({ code: 'format', field });
    }
  });

  it('a list that ignored the ids is refused', async () => {
    const group = { id: 'G2KPI1', title: 'Något annat', members: [] };
    const { client } = await lyingServer(() => envelope([group]));
    await expect(client.kpiGroups({ ids: ['G2KPI90020'] })).rejects.toMatchObject({
      code: 'format',
      field: 'values[0].id',
    });
  });

  it('a page of exactly 5 000 rows without next_url is checked against the page after it', async () => {
    const full = Array.from({ length: 5000 }, (_, index) => rowOf({ period: 1900 + (index % 200) }));
    const years = { kpis: query.kpis, municipalities: query.municipalities };
    const cut = await lyingServer(() => envelope(full));
    await expect(allRows(cut.client.data(years))).rejects.toMatchObject({ code: 'format', field: 'next_url' });
    const whole = await lyingServer((url) => envelope(url.searchParams.get('page') === '2' ? [] : full));
    expect(await allRows(whole.client.data(years))).toHaveLength(5000);
  });

  it('an absent next_url is not taken for the end', async () => {
    const { client } = await lyingServer(() => ({ values: [rowOf()] }));
    await expect(allRows(client.data(query))).rejects.toMatchObject({ code: 'format', field: 'next_url' });
  });

  it('an unknown KPI is reported and explained', async () => {
    const { client, empty } = await connect();
    const asked = { kpis: ['N90001', 'N12345'], municipalities: ['9001'] };
    const { rows, silences } = await client.checkedData(asked);
    expect(rows).toHaveLength(3);
    expect(silences).toEqual([{ id: 'N12345', reason: 'unknownKpi' }]);
    expect(empty()).toEqual([{ kind: 'emptyAnswer', query: asked, silentKpis: ['N12345'] }]);
  });

  it("a region's KPI asked for a municipality is reported and explained", async () => {
    const { client, empty } = await connect();
    const { rows, silences } = await client.checkedData({ kpis: ['N90003'], municipalities: ['9001', '9002'] });
    expect(rows).toEqual([]);
    expect(silences).toEqual([{ id: 'N90003', reason: 'wrongUnitType' }]);
    expect(empty()).toHaveLength(1);
  });

  it('an unknown unit and a year without rows are told apart', async () => {
    const { client } = await connect();
    const unknown = await client.checkedData({ kpis: ['N90001'], municipalities: ['9999'] });
    expect(unknown.silences).toEqual([
      { id: 'N90001', reason: 'noRows' },
      { id: '9999', reason: 'unknownUnit' },
    ]);
    const early = await client.checkedData({ kpis: ['N90001'], municipalities: ['9001'], years: [1990] });
    expect(early.silences).toEqual([{ id: 'N90001', reason: 'noRows' }]);
    const nation = await client.checkedData({ kpis: ['N90001', 'N90003'], municipalities: ['0000'], years: [1990] });
    expect(nation.silences.map((silence) => silence.reason)).toEqual(['noRows', 'noRows']);
    const fine = await client.checkedData(query);
    expect(fine.silences).toEqual([]);
  });

  it('group rows mixed into a bulk answer are dropped unless asked for', async () => {
    const { client } = await connect();
    const bulk = { kpis: ['N90001'], years: [2022] };
    const units = (await allRows(client.data(bulk))).map((row) => row.municipality);
    const both = (await allRows(client.data({ ...bulk, include: 'unitsAndGroups' }))).map((row) => row.municipality);
    expect(units).toHaveLength(9);
    expect(both).toEqual([...units, 'G90010', 'G90011']);
  });

  it('a group asked for by id is given, with the unweighted mean and the number of members behind it', async () => {
    const { client } = await connect();
    const [row] = await allRows(client.data({ kpis: ['N90001'], municipalities: ['G90010'], years: [2021] }));
    expect(row).toMatchObject({ municipality: 'G90010', values: [{ gender: 'T', count: 2, value: 450 }] });
  });

  it('genders in any order give the same values', async () => {
    const { client } = await connect({ shuffleGenders: true });
    const rows = await allRows(client.data({ kpis: ['U90002'], municipalities: ['9001', '9002', '9003', '9004'] }));
    expect(new Set(rows.map((row) => row.values.map((value) => value.gender).join(''))).size).toBeGreaterThan(1);
    for (const row of rows) {
      const total = valueFor(row, 'T')!;
      expect([valueFor(row, 'K'), valueFor(row, 'M')]).toEqual([total + 10, total - 10]);
    }
  });

  it('a gender given twice in a row is refused', async () => {
    const twice = [...rowOf().values, ...rowOf().values];
    const { client } = await lyingServer(() => envelope([rowOf({ values: twice })]));
    await expect(allRows(client.data(query))).rejects.toMatchObject({ field: 'values[0].values[1].gender' });
  });

  it('titles in double-encoded UTF-8 are read as they were meant', async () => {
    const { client, simulator } = await connect({ doubleEncoding: true });
    const raw = await (await fetch(`${simulator.url}/municipality`)).text();
    expect(raw).toContain('Ã');
    expect(await client.municipalities()).toEqual(exampleContents().municipalities);
  });

  it('a next_url that leads back or to another host is refused', async () => {
    const back = await lyingServer((url) => envelope([rowOf()], url.href));
    await expect(allRows(back.client.data(query))).rejects.toMatchObject({ code: 'format', field: 'next_url' });
    const round = await lyingServer((url) =>
      envelope([rowOf()], `/v3/data?page=${url.searchParams.get('page') === '2' ? 3 : 2}`),
    );
    await expect(allRows(round.client.data(query))).rejects.toMatchObject({
      code: 'format',
      field: 'next_url',
    });
    const away = await lyingServer(() => envelope([rowOf()], 'https://elsewhere.example/v3/data'));
    await expect(allRows(away.client.data(query))).rejects.toThrow(/next_url.*elsewhere\.example/);
  });
});

describe('strict reading', () => {
  const value = rowOf().values[0];
  it.each([
    ['values', { next_url: null, values: 'x' }],
    ['svaret', null],
    ['values[0].municipality', envelope([null])],
    ['values[0].kpi', envelope([rowOf({ kpi: 7 })])],
    ['values[0].period', envelope([rowOf({ period: '2022' })])],
    ['values[0].values', envelope([rowOf({ values: {} })])],
    ['values[0].values[0]', envelope([rowOf({ values: [1] })])],
    ['values[0].values[0].gender', envelope([rowOf({ values: [{ ...value, gender: 'F' }] })])],
    ['values[0].values[0].count', envelope([rowOf({ values: [{ ...value, count: null }] })])],
    ['values[0].values[0].status', envelope([rowOf({ values: [{ ...value, status: null }] })])],
    ['values[0].values[0].value', envelope([rowOf({ values: [{ ...value, value: '12,5' }] })])],
    ['values[0].values[0].isdeleted', envelope([rowOf({ values: [{ ...value, isdeleted: 0 }] })])],
  ])('a wrong %s is named with the endpoint and what was found', async (field, answer) => {
    const { client } = await lyingServer(() => answer);
    const read = allRows(client.data(query));
    await expect(read).rejects.toMatchObject({
      code: 'format',
      field,
      endpoint: '/v3/data/kpi/N90001/municipality/9001/year/2022',
    });
    await expect(read).rejects.toThrow(field);
  });

  it('does not put up with bytes that are not UTF-8', async () => {
    const latin1: typeof fetch = async () => {
      return new Response(
        Buffer.from(JSON.stringify(envelope([{ id: '9002', title: 'Åsmarken', type: 'K' }])), 'latin1'),
      );
    };
    const client = createKoladaClient({ baseUrl: 'http://127.0.0.1/v3', fetch: latin1, retry: { attempts: 1 } });
    await expect(client.municipalities()).rejects.toThrow(/JSON i UTF-8/);
  });

  it('holds for metadata too', async () => {
    const { client } = await lyingServer(() => envelope([{ id: '9001', title: 'Ekeberga', type: 'X' }]));
    await expect(client.municipalities()).rejects.toMatchObject({
      code: 'format',
      field: 'values[0].type',
      found: '"X"',
    });
  });
});
