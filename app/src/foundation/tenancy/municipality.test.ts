import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { readLogo } from './logo.rules.ts';
import { municipalityRoutes } from './municipality.routes.tsx';
import { digestTime } from './municipality.rules.ts';
import { listTenants } from './municipality.store.ts';
import { logoInUse } from './queries.ts';
import { createTestPerson, createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from './testing.ts';

let database: TestDatabase;
let tenant: TestTenant;
let admin: TestBrowser;
let as: ReturnType<typeof serveRoutes>['browser'];

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['administrator', 'staff']);
  as = serveRoutes(database, municipalityRoutes()).browser;
  admin = as(tenant.id, tenant.people.administrator);
});
afterAll(() => database.drop());

const settings = {
  version: '1',
  name: 'Nya kommunen',
  code: '1814',
  colour: '#1D5C4D',
  figures: 'kolada',
  contactEmail: 'hjalp@nya.se',
  contactPhone: '',
};
const bytes = (text: string) => new TextEncoder().encode(text);

async function uploadLogo(content: Uint8Array) {
  const form = new FormData();
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], 'logo.png'));
  return admin.postForm('/administration/logotyp', form);
}

describe('the municipality', () => {
  test('is changed by its administrators, and a second change shows both versions', async () => {
    expect((await admin.post('/administration', settings)).status).toBe(303);
    const standing = await (await admin.get('/administration')).text();
    expect(standing).toContain('hjalp@nya.se');
    expect(standing).toMatch(/<option value="1" selected[^>]*>måndagar/);
    expect((await admin.post('/administration', { ...settings, digestDay: '8' })).status).toBe(422);
    const later = { ...settings, version: '2', digestDay: '4', digestHour: '15' };
    expect((await admin.post('/administration', later)).status).toBe(303);
    const [own] = (await listTenants(database)).filter(({ id }) => id === tenant.id);
    expect(digestTime(own!.settings)).toEqual({ weekday: 4, hour: 15 });
    const conflict = await admin.post('/administration', { ...settings, name: 'Andra namnet' });
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain('Andra namnet');
    expect(page).toContain('Nya kommunen');
    expect(page).toContain('Provkommun');
  });

  test('keeps what was typed when a colour cannot be read or a code is none', async () => {
    const response = await admin.post('/administration', { ...settings, colour: '#ffff00', code: '18' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Färgen är för ljus');
    expect(page).toContain('Kommunkoden är fyra siffror');
    expect(page).toContain('value="#ffff00"');
  });

  test('is closed to others, also to whoever administers one part', async () => {
    expect((await as(tenant.id, tenant.people.staff).get('/administration')).status).toBe(403);
    const part = await createTestPerson(database, tenant.id, 'administrator', { kind: 'unit', id: await anyUnit() });
    expect((await as(tenant.id, part).get('/administration')).status).toBe(403);
    expect((await as(tenant.id, part).post('/administration', settings)).status).toBe(403);
  });

  test('has a logo that is served as the picture it is', async () => {
    expect((await admin.get('/kommun/logotyp')).status).toBe(404);
    const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z" fill="#123"/></svg>');
    expect((await uploadLogo(svg)).status).toBe(303);
    const logo = await as(tenant.id, tenant.people.staff).get('/kommun/logotyp?v=2');
    expect(logo.headers.get('content-type')).toBe('image/svg+xml');
    expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
    expect(logo.headers.get('cache-control')).toContain('immutable');
    const refused = await uploadLogo(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('skript');
    const hollow = await uploadLogo(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]));
    expect(hollow.status).toBe(422);
    expect(await hollow.text()).toContain('Bilden går inte att visa');
    expect((await admin.post('/administration/logotyp', { remove: 'on' })).status).toBe(303);
    expect((await admin.get('/kommun/logotyp')).status).toBe(404);
  });

  test('puts its logo aside and takes it up again, and the page tells who did what with which file', async () => {
    const inUse = () => database.inScope({ tenantId: tenant.id }, logoInUse);
    const svg = (side: number) =>
      bytes(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 0h9v${side}z"/></svg>`);
    expect((await uploadLogo(svg(9))).status).toBe(303);
    expect(await inUse()).toMatchObject({ format: 'svg', width: 90, height: 30 });
    expect((await uploadLogo(svg(8))).status).toBe(303);
    expect((await admin.post('/administration/logotyp/anvand', { anvand: 'nej' })).status).toBe(303);
    expect(await inUse()).toBeUndefined();
    expect(await (await admin.get('/administration')).text()).toContain('logo.png, undanlagd');
    expect((await admin.get('/kommun/logotyp')).status).toBe(200);
    expect((await admin.post('/administration/logotyp/anvand', { anvand: 'ja' })).status).toBe(303);
    expect(await inUse()).toBeDefined();
    const page = await (await admin.get('/administration')).text();
    const told = [...page.matchAll(/(lade in|lade undan|tog i bruk|tog bort) logo\.png/g)].map(([, what]) => what);
    expect(told.slice(0, 4)).toEqual(['tog i bruk', 'lade undan', 'lade in', 'lade in']);
    expect((await as(tenant.id, tenant.people.staff).post('/administration/logotyp/anvand', {})).status).toBe(403);
  });
});

async function anyUnit(): Promise<string> {
  const { sql } = await import('kysely');
  const { newId } = await import('../ids/index.ts');
  const [department, unit] = [newId(), newId()];
  await database.inScope({ tenantId: tenant.id }, async (tx) => {
    await sql`insert into tenancy.department (tenant_id, id, name) values (${tenant.id}, ${department}, 'F')`.execute(
      tx.tables<unknown>(),
    );
    await sql`insert into tenancy.unit (tenant_id, id, department_id, name) values (${tenant.id}, ${unit}, ${department}, 'E')`.execute(
      tx.tables<unknown>(),
    );
  });
  return unit;
}

describe('a logo', () => {
  test('is known by what it holds', () => {
    expect(readLogo(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toEqual({
      ok: true,
      type: 'image/png',
    });
    expect(readLogo(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ ok: true, type: 'image/jpeg' });
    expect(readLogo(bytes('<?xml version="1.0"?>\n<!-- x -->\n<svg viewBox="0 0 1 1"></svg>'))).toEqual({
      ok: true,
      type: 'image/svg+xml',
    });
    expect(readLogo(bytes('<html><svg></svg></html>'))).toEqual({ ok: false, fault: 'notAPicture' });
    expect(readLogo(bytes('GIF89a'))).toEqual({ ok: false, fault: 'notAPicture' });
    expect(readLogo(new Uint8Array(300_000))).toEqual({ ok: false, fault: 'tooLarge' });
  });

  test.each([
    '<svg><SCRIPT>x</SCRIPT></svg>',
    '<svg onload="x()"></svg>',
    '<svg><a href="https://x.se"><path/></a></svg>',
    '<svg><a xlink:href="javascript:x()"><path/></a></svg>',
    '<svg><use href="data:image/svg+xml,x"/></svg>',
    '<svg><foreignObject><p/></foreignObject></svg>',
    '<svg><style>@import "x"</style></svg>',
    '<svg><path style="fill:url(https://x.se)"/></svg>',
    '<svg><set attributeName="href" to="x"/></svg>',
    '<svg><a href="&#106;avascript:x()"/></svg>',
    '<svg/onload=x()></svg>',
    '<svg><svg:script/></svg>',
  ])('that can do something is refused: %s', (drawing) => {
    expect(readLogo(bytes(drawing)).ok).toBe(false);
  });

  test('may refer to its own parts and hold pixels', () => {
    const drawing =
      '<svg><defs><linearGradient id="g"/></defs><path fill="url(#g)"/><use href="#p"/><image href="data:image/png;base64,AA=="/></svg>';
    expect(readLogo(bytes(drawing)).ok).toBe(true);
  });
});
