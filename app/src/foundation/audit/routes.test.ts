import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { auditNames, organisationRoutes } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { auditRoutes } from './index.ts';

let database: TestDatabase;
let tenant: TestTenant;
let auditor: TestBrowser;
let as: ReturnType<typeof serveRoutes>['browser'];

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['administrator', 'auditor', 'staff']);
  as = serveRoutes(database, [...organisationRoutes(async () => ''), ...auditRoutes(auditNames)]).browser;
  auditor = as(tenant.id, tenant.people.auditor);
  const admin = as(tenant.id, tenant.people.administrator);
  for (let n = 1; n <= 60; n++)
    await admin.post('/organisation/forvaltningar', { name: `Förvaltning ${n}`, shortName: '', committee: '' });
});
afterAll(() => database.drop());

const page = async (path: string) => (await auditor.get(path)).text();

describe('the trail', () => {
  test('says who did what, and is leafed through by number', async () => {
    const first = await page('/administration/granskning');
    expect(first).toContain('Testperson administrator');
    expect(first).toContain('Lade till förvaltning ”Förvaltning 60”');
    expect(first).not.toContain('”Förvaltning 1”');
    const older = /href="([^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await page(older);
    expect(second).toContain('”Förvaltning 1”');
    const newer = /href="([^"]*)" rel="prev"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await page(newer)).toContain('”Förvaltning 60”');
  });

  test('is filtered by person, register, time and object, and odd input does no harm', async () => {
    expect(await page('/administration/granskning?person=staff')).toContain('Inget i spåret stämmer');
    expect(await page('/administration/granskning?person=administrator')).toContain('Förvaltning 60');
    expect(await page('/administration/granskning?tabell=tenancy.person')).not.toContain('Förvaltning 60');
    expect(await page('/administration/granskning?till=2001-01-01')).toContain('Inget i spåret stämmer');
    expect(await page(`/administration/granskning?objekt=${tenant.people.staff}`)).toContain('Testperson staff');
    for (const query of ['fore=-1', 'fore=x', 'fran=2026-02-31', 'objekt=%00', "tabell=x';drop", 'person=%25']) {
      expect((await auditor.get(`/administration/granskning?${query}`)).status).toBe(200);
    }
    for (const sequence of ['x', '999999999', '99999999999999999999']) {
      expect((await auditor.get(`/administration/granskning/${sequence}`)).status).toBe(404);
    }
  });

  test('shows before and after, field by field', async () => {
    const detail = await page('/administration/granskning/8');
    expect(detail).toContain('Fält för fält');
    expect(detail).toContain('Förkortning');
    const csv = await page('/administration/granskning.csv?tabell=tenancy.department');
    expect(csv.split('\r\n').filter((line) => line.includes(';name;'))).toHaveLength(60);
  });

  test('is for auditors and administrators', async () => {
    expect((await as(tenant.id, tenant.people.staff).get('/administration/granskning')).status).toBe(403);
    expect((await as().get('/administration/granskning')).status).toBe(401);
  });

  test('is checked on the page, and a break is said in plain words', async () => {
    expect(await page('/administration/granskning/kedjan')).toContain('Kedjan håller');
    const intruder = new pg.Client(database.connection as pg.ClientConfig);
    await intruder.connect();
    await intruder.query('delete from audit.entry where tenant_id = $1 and sequence = 20', [tenant.id]);
    await intruder.end();
    expect(await page('/administration/granskning/kedjan')).toContain('Kedjan är bruten vid ändring 20');
  });
});
