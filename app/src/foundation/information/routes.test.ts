import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createMetrics } from '../http/index.ts';
import { createLog } from '../log/index.ts';
import { accessibilityContact, municipalityRoutes, organisationSearch, readOrganisation } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestTenant } from '../tenancy/testing.ts';
import { databaseProbe, informationRoutes, migrationsProbe, type Probe, readLicences } from './index.ts';
import { localPath } from './local-path.rules.ts';

let database: TestDatabase;
let tenant: TestTenant;
const probes: Probe[] = [];
let serve: ReturnType<typeof serveRoutes>;

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['administrator', 'analyst', 'mentor'], 'Ekeby kommun');
  probes.push(databaseProbe(database));
  const routes = informationRoutes({
    version: '1.2.3',
    database,
    log: createLog('silent'),
    licences: () => readLicences(path.join(import.meta.dirname, '../../..')),
    probes,
    metrics: createMetrics(database.pool),
    metricsOn: true,
    contact: accessibilityContact,
    searchSources: [
      organisationSearch,
      { title: () => 'Trasig', permission: readOrganisation, search: () => Promise.reject(new Error('broken')) },
    ],
  });
  serve = serveRoutes(database, [...routes, ...municipalityRoutes()]);
});
afterAll(() => database.drop());

const visitor = () => serve.browser();
const as = (role: 'administrator' | 'analyst' | 'mentor') => serve.browser(tenant.id, tenant.people[role]);

describe('the pages about Samband', () => {
  test('tell version, sources and the licence of every package the program runs on', async () => {
    const page = await (await visitor().get('/om')).text();
    expect(page).toContain('version 1.2.3');
    expect(page).toContain('Egen bearbetning av data från Kolada');
    const licences = await readLicences(path.join(import.meta.dirname, '../../..'));
    expect(licences.length).toBeGreaterThan(50);
    expect(licences).toContainEqual(expect.objectContaining({ name: 'hono', licence: 'MIT' }));
    expect(licences.some(({ name }) => name.startsWith('@samband/') || name === 'vitest')).toBe(false);
    expect(licences.filter(({ licence }) => licence === '')).toEqual([]);
  });

  test('say where faults in accessibility are reported, as the municipality has set it', async () => {
    expect(await (await visitor().get('/tillganglighet')).text()).toContain('har ännu inte angett');
    await as('administrator').post('/administration', {
      version: '1',
      name: 'Ekeby kommun',
      code: '9999',
      colour: '#1d5c4d',
      figures: 'kolada',
      contactEmail: 'hjalp@ekeby.se',
      contactPhone: '',
    });
    const page = await (await visitor().get('/tillganglighet')).text();
    expect(page).toContain('Ekeby kommun står bakom');
    expect(page).toContain('mailto:hjalp@ekeby.se');
    expect(page).toContain('2018:1937');
  });

  test('change language and go back to where one was, but never elsewhere', async () => {
    const response = await visitor().get('/sprak/en?till=%2Fom%3Fa%3D1');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/om?a=1');
    expect(response.headers.get('set-cookie')).toContain('samband_language=en');
    expect((await visitor().get('/sprak/xx')).status).toBe(404);
    expect(await (await visitor().get('/om', { cookie: 'samband_language=en' })).text()).toContain('About Samband');
    for (const till of [
      '//evil.se',
      'https://evil.se',
      '/\\evil.se',
      '\\\\evil.se',
      '/%09/evil.se\t',
      '/\t/evil.se',
      'javascript:x',
      '',
      null,
    ]) {
      expect(localPath(till)).toMatch(/^\/(?![/\\])/);
    }
  });

  test('serve a colour as a stylesheet that may be kept', async () => {
    const css = await visitor().get('/tema/1d5c4d.css');
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(css.headers.get('cache-control')).toContain('immutable');
    expect(await css.text()).toContain('#1d5c4d');
    for (const file of ['x.css', '1d5c4d', '..%2Fsecret', '1d5c4d.css.map'])
      expect((await visitor().get(`/tema/${file}`)).status).toBe(404);
  });
});

describe('health', () => {
  test('is ready when every part answers, and says which does not', async () => {
    expect(await (await visitor().get('/halsa')).json()).toEqual({ status: 'ready', checks: { database: 'ok' } });
    probes.push(
      { name: 'archive', check: () => Promise.reject(new Error('secret path')) },
      migrationsProbe(database, [{ slice: 'x', name: '1' }]),
    );
    const broken = await visitor().get('/halsa');
    expect(broken.status).toBe(503);
    expect(await broken.json()).toEqual({
      status: 'notReady',
      checks: { database: 'ok', archive: 'failed', migrations: 'failed' },
    });
    expect((await visitor().get('/halsa/liv')).status).toBe(200);
  });

  test('in numbers is only for the machine itself', async () => {
    expect((await visitor().get('/metrics')).status).toBe(404);
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } };
    expect((await serve.server.request('/metrics', {}, env)).status).toBe(200);
    expect((await serve.server.request('/metrics', { headers: { 'x-forwarded-for': '1.2.3.4' } }, env)).status).toBe(
      404,
    );
  });
});

describe('search', () => {
  test('shows what each source finds, and goes on when one of them fails', async () => {
    const page = await (await as('analyst').get('/sok?q=testperson+analyst')).text();
    expect(page).toContain('En träff på ”testperson analyst”');
    expect(page).toContain('Det gick inte att söka i Trasig');
  });

  test('asks only what the person may ask, and bears anything one can type', async () => {
    expect(await (await as('mentor').get('/sok?q=testperson')).text()).toContain('Inget stämmer');
    expect((await visitor().get('/sok?q=x')).status).toBe(401);
    for (const q of ["'", '%', '"', '\\', '😀'.repeat(50), 'x'.repeat(10_000), '\0', '{}', ',', 'a,b', '"a"']) {
      expect((await as('analyst').get(`/sok?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
  });
});
