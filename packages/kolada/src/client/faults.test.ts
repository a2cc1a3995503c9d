import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleContents } from '../simulator/example-source.ts';
import type { Faults } from '../simulator/faults.ts';
import { memorySource } from '../simulator/memory-source.ts';
import { startSimulator } from '../simulator/server.ts';
import { allRows } from './all-rows.ts';
import { createKoladaClient, type KoladaClientOptions, type RequestEvent } from './client.ts';
import { KoladaUnreachableError } from './errors.ts';

async function connect(faults: Faults, options: KoladaClientOptions = {}) {
  const simulator = await startSimulator(memorySource(exampleContents()), { faults });
  onTestFinished(() => simulator.close());
  const events: RequestEvent[] = [];
  const client = createKoladaClient({
    baseUrl: simulator.url,
    retry: { attempts: 4, baseMs: 2, maxMs: 10 },
    onRequest: (event) => events.push(event),
    ...options,
  });
  return { simulator, client, retries: () => events.filter((event) => event.kind === 'retrying') };
}
const query = { kpis: ['N90001'], years: [2022] };

describe('what passes is tried again', () => {
  it.each<[string, Faults]>([
    ['status 429', { tooManyRequests: 1, retryAfter: '0', limit: 2 }],
    ['status 500', { serverError: 1, limit: 2 }],
    ['network', { cutOff: 1, limit: 2 }],
    ['not JSON', { html: 1, limit: 2 }],
  ])('%s twice and then an answer gives the answer', async (reason, faults) => {
    const { client, retries, simulator } = await connect(faults);
    expect(await allRows(client.data(query))).toHaveLength(9);
    expect(retries().map((event) => event.reason)).toEqual([reason, reason]);
    expect(simulator.requests()).toHaveLength(3);
  });

  it('a bad day with every fault at once still gives every row once', async () => {
    const faults = { tooManyRequests: 0.1, retryAfter: '0', serverError: 0.1, cutOff: 0.1, html: 0.1 };
    const { client } = await connect(faults, { retry: { attempts: 12, baseMs: 1, maxMs: 4 } });
    for (let round = 0; round < 20; round++) expect(await allRows(client.data(query))).toHaveLength(9);
  });

  it('Retry-After is waited for, and the whole queue waits with it', async () => {
    const { client, simulator } = await connect({ tooManyRequests: 1, retryAfter: '1', limit: 1 }, { concurrency: 1 });
    const started = performance.now();
    const times = [client.municipalities(), client.kpis()].map((call) => call.then(() => performance.now() - started));
    expect(Math.min(...(await Promise.all(times)))).toBeGreaterThan(950);
    expect(simulator.requests().map((request) => request.status)).toEqual([429, 200, 200]);
  });
});

describe('what does not pass is told', () => {
  it.each<[Faults, object]>([
    [
      { tooManyRequests: 1, retryAfter: '0' },
      { code: 'http', status: 429 },
    ],
    [{ serverError: 1 }, { code: 'http', status: 500, body: 'Internal Server Error' }],
    [{ cutOff: 1 }, { code: 'unreachable' }],
    [
      { html: 1 },
      { code: 'format', endpoint: '/v3/data/kpi/N90001/year/2022', found: expect.stringContaining('<!doctype html>') },
    ],
  ])('%j for ever ends after the given attempts', async (faults, error) => {
    const { client, simulator } = await connect(faults);
    await expect(allRows(client.data(query))).rejects.toMatchObject(error);
    expect(simulator.requests()).toHaveLength(4);
  });

  it('a pause of hours is not waited for', async () => {
    const { client, simulator } = await connect({ tooManyRequests: 1, retryAfter: '7200' });
    await expect(client.kpis()).rejects.toMatchObject({ code: 'http', status: 429 });
    expect(simulator.requests()).toHaveLength(1);
  });

  it('a wrong type is not tried again', async () => {
    const { client, simulator } = await connect({ wrongTypes: 1 });
    await expect(allRows(client.data(query))).rejects.toMatchObject({ code: 'format', found: '"12,5"' });
    expect(simulator.requests()).toHaveLength(1);
  });

  it('404 and 422 are not tried again', async () => {
    const { simulator } = await connect({});
    const lost = createKoladaClient({ baseUrl: simulator.url.replace('/v3', '/v4') });
    await expect(lost.kpis()).rejects.toMatchObject({ code: 'http', status: 404 });
    const twisted: typeof fetch = (input, init) =>
      fetch(`${input instanceof URL ? input.href : ''}?per_page=9999`, init);
    const refused = createKoladaClient({ baseUrl: simulator.url, fetch: twisted });
    await expect(refused.kpis()).rejects.toMatchObject({ code: 'http', status: 422 });
    expect(simulator.requests().map((request) => request.status)).toEqual([404, 422]);
  });

  it('nobody listening is told with the reason of the network', async () => {
    const { simulator } = await connect({});
    await simulator.close();
    const client = createKoladaClient({ baseUrl: simulator.url, retry: { attempts: 2, baseMs: 1 } });
    await expect(client.kpis()).rejects.toThrow(KoladaUnreachableError);
    await expect(client.kpis()).rejects.toThrow(/ECONNREFUSED/);
  });

  it('a base address that is none is refused at once', () => {
    expect(() => createKoladaClient({ baseUrl: 'api.kolada.se' })).toThrow(expect.objectContaining({ code: 'query' }));
  });
});

describe('time and patience', () => {
  it('an answer that does not come in time is a time-out, attempt by attempt', async () => {
    const { client, retries } = await connect({ slowMs: 300 }, { timeoutMs: 20, retry: { attempts: 2, baseMs: 1 } });
    await expect(client.kpis()).rejects.toMatchObject({ code: 'timeout', endpoint: '/v3/kpi', timeoutMs: 20 });
    expect(retries().map((event) => event.reason)).toEqual(['timeout']);
  });

  it('a cancelled call ends at once with the reason given, and the client goes on', async () => {
    const { client, simulator } = await connect({ slowMs: 400 });
    const cancel = new AbortController();
    const reading = allRows(client.data(query, { signal: cancel.signal }));
    const started = performance.now();
    setTimeout(() => cancel.abort(new Error('the reader left')), 20);
    await expect(reading).rejects.toThrow('the reader left');
    expect(performance.now() - started).toBeLessThan(300);
    simulator.setFaults({});
    expect(await client.kpis()).toHaveLength(3);
  });

  it('a call waiting in the queue or for a new attempt can be cancelled too', async () => {
    const { client } = await connect({ tooManyRequests: 1, retryAfter: '60' }, { concurrency: 1 });
    const cancel = new AbortController();
    const calls = [client.kpis({}, { signal: cancel.signal }), client.municipalities({}, { signal: cancel.signal })];
    setTimeout(() => cancel.abort(new Error('enough')), 30);
    const results = await Promise.allSettled(calls);
    expect(results.map((result) => result.status === 'rejected' && (result.reason as Error).message)).toEqual([
      'enough',
      'enough',
    ]);
  });

  it('a call cancelled in the queue leaves its place to the next', async () => {
    const { client } = await connect({ slowMs: 40 }, { concurrency: 1 });
    const cancel = new AbortController();
    const running = client.kpis();
    const waiting = client.municipalities({}, { signal: cancel.signal });
    const next = client.kpiGroups();
    cancel.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    expect([(await running).length, (await next).length, (await client.kpis()).length]).toEqual([3, 1, 3]);
  });

  it("the client's own signal ends everything", async () => {
    const stop = new AbortController();
    const { client } = await connect({ slowMs: 400 }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('closing')), 20);
    await expect(client.kpis()).rejects.toThrow('closing');
    await expect(client.kpis()).rejects.toThrow('closing');
  });
});
