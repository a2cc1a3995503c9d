import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { organisationRoutes } from './organisation.routes.tsx';
import { roleRoutes } from './role.routes.tsx';
import { createTestPerson, createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from './testing.ts';

let database: TestDatabase;
let tenant: TestTenant;
let admin: TestBrowser;
let as: ReturnType<typeof serveRoutes>['browser'];

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['administrator', 'staff', 'manager', 'mentor', 'auditor']);
  as = serveRoutes(database, [...organisationRoutes(async () => ''), ...roleRoutes]).browser;
  admin = as(tenant.id, tenant.people.administrator);
});
afterAll(() => database.drop());

const location = (response: Response) => response.headers.get('location') ?? '';
const idOf = (response: Response) => location(response).split('/').at(-1) ?? '';

async function rows<T>(query: string): Promise<readonly T[]> {
  return database.inScope(
    { tenantId: tenant.id },
    async (tx) => (await sql.raw<T>(query).execute(tx.tables<unknown>())).rows,
  );
}

async function makeDepartment(name: string) {
  return idOf(await admin.post('/organisation/forvaltningar', { name, shortName: '', committee: '' }));
}

async function makeUnit(name: string, department: string, parent = '') {
  return idOf(await admin.post('/organisation/enheter', { name, department, parent, ou: '' }));
}

describe('the organisation', () => {
  test('is empty with a way forward, and fills as things are added', async () => {
    const empty = await admin.get('/organisation');
    expect(empty.status).toBe(200);
    expect(await empty.text()).toContain('Här finns ingen organisation än');
    const committee = await admin.post('/organisation/namnder', {
      name: 'Vårdnämnden',
      shortName: 'VN',
      kind: 'committee',
      parent: '',
    });
    expect(committee.status).toBe(303);
    const department = await makeDepartment('Vård och omsorg');
    const unit = await makeUnit('Solgården', department);
    const person = await admin.post('/organisation/personer', {
      name: 'Enhetschef Solgården',
      title: 'Enhetschef',
      email: 'solgarden@prov.se',
      department: '',
      unit,
      organisation: '',
    });
    expect(person.status).toBe(303);
    const detail = await (await admin.get(location(person))).text();
    expect(detail).toContain('Enhetschef Solgården');
    // Placed in a unit, the person is placed in its department.
    const stored = await rows<{ department_id: string }>(
      `select department_id from tenancy.person where email = 'solgarden@prov.se'`,
    );
    expect(stored[0]?.department_id).toBe(department);
    const overview = await (await admin.get('/organisation')).text();
    expect(overview).toContain('1 nämnd, 1 förvaltning, 1 enhet och 6 personer.');
    expect(await (await admin.get('/organisation/enheter')).text()).toContain('Solgården');
  });

  test('keeps what was typed when something is wrong, and says what', async () => {
    const response = await admin.post('/organisation/personer', {
      name: '  ',
      title: 'Rektor',
      email: 'inte en adress',
      department: '',
      unit: '',
      organisation: '',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Fyll i namn.');
    expect(page).toContain('E-postadressen ser inte ut som en adress');
    expect(page).toContain('value="Rektor"');
    expect(page).toContain('value="inte en adress"');
    const unknown = await admin.post('/organisation/enheter', {
      name: 'X',
      department: '00000000-0000-7000-8000-0000000000ff',
      parent: '',
      ou: '',
    });
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('finns inte längre');
  });

  test('refuses a name or an address that is taken, whatever its case', async () => {
    await makeDepartment('Kultur');
    const taken = await admin.post('/organisation/forvaltningar', { name: 'KULTUR', shortName: '', committee: '' });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('används redan');
    const person = { name: 'Y', title: '', email: 'Y@prov.se', department: '', unit: '', organisation: '' };
    expect((await admin.post('/organisation/personer', person)).status).toBe(303);
    expect((await admin.post('/organisation/personer', { ...person, email: 'y@PROV.se' })).status).toBe(422);
  });

  test('shows both versions when two people save, and loses neither', async () => {
    const id = await makeDepartment('Bygg');
    const path = `/organisation/forvaltningar/${id}`;
    const first = await admin.post(path, { version: '1', name: 'Bygg och miljö', shortName: '', committee: '' });
    expect(first.status).toBe(303);
    const second = await admin.post(path, { version: '1', name: 'Bygg', shortName: 'BYGG', committee: '' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Två versioner av Bygg och miljö');
    expect(page).toContain('value="Bygg"');
    expect(page).toContain('value="Bygg och miljö"');
    expect(page).toContain('value="BYGG"');
    expect(page).toContain('name="version" value="2"');
    // What both began with, from the trail.
    expect(page).toContain('Så stod det förut');
    const chosen = await admin.post(path, { version: '2', name: 'Bygg och miljö', shortName: 'BYGG', committee: '' });
    expect(chosen.status).toBe(303);
    const stored = await rows<{ name: string; short_name: string; version: number }>(
      `select name, short_name, version from tenancy.department where id = '${id}'`,
    );
    expect(stored).toEqual([{ name: 'Bygg och miljö', short_name: 'BYGG', version: 3 }]);
  });

  test('lets exactly one of twenty who save at once through', async () => {
    const id = await makeDepartment('Samtidig');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        admin.post(`/organisation/forvaltningar/${id}`, {
          version: '1',
          name: `Samtidig ${n}`,
          shortName: '',
          committee: '',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('never ties a unit into a ring, and moves what lies in it along', async () => {
    const [a, b] = [await makeDepartment('A'), await makeDepartment('B')];
    const top = await makeUnit('Topp', a);
    const below = await makeUnit('Under', a, top);
    const ring = await admin.post(`/organisation/enheter/${top}`, {
      version: '1',
      name: 'Topp',
      department: a,
      parent: below,
      ou: '',
    });
    expect(ring.status).toBe(422);
    expect(await ring.text()).toContain('kan inte ligga under sig själv');
    const across = await admin.post('/organisation/enheter', { name: 'Fel', department: b, parent: top, ou: '' });
    expect(await across.text()).toContain('annan förvaltning');
    const moved = await admin.post(`/organisation/enheter/${top}`, {
      version: '1',
      name: 'Topp',
      department: b,
      parent: '',
      ou: '',
    });
    expect(moved.status).toBe(303);
    expect(await rows(`select department_id from tenancy.unit where id = '${below}'`)).toEqual([{ department_id: b }]);
  });

  test('puts aside instead of deleting, and can take back', async () => {
    const department = await makeDepartment('Avveckling');
    const unit = await makeUnit('Sista enheten', department);
    const refused = await admin.post(`/organisation/forvaltningar/${department}/aktiv`, {
      version: '1',
      active: 'off',
    });
    const flash = decodeURIComponent(refused.headers.get('set-cookie') ?? '');
    expect(Buffer.from(/samband_flash=([^;]*)/.exec(flash)?.[1] ?? '', 'base64url').toString()).toContain(
      'en aktiv del',
    );
    await admin.post(`/organisation/enheter/${unit}/aktiv`, { version: '1', active: 'off' });
    expect(await rows(`select active, version from tenancy.unit where id = '${unit}'`)).toEqual([
      { active: false, version: 2 },
    ]);
    expect(await (await admin.get(`/organisation/enheter/${unit}`)).text()).toContain('Aktivera igen');
    await admin.post(`/organisation/enheter/${unit}/aktiv`, { version: '2', active: 'on' });
    expect(await rows(`select active from tenancy.unit where id = '${unit}'`)).toEqual([{ active: true }]);
  });
});

describe('people', () => {
  test('are sorted as Swedes sort, searched without regard to case, and found by odd signs without harm', async () => {
    for (const name of ['Ängla Sort', 'Åke Sort', 'Ödla Sort', 'zeta Sort', 'Adam Sort'])
      await admin.post('/organisation/personer', {
        name,
        title: '50% tjänst',
        email: '',
        department: '',
        unit: '',
        organisation: '',
      });
    const page = await (await admin.get('/organisation/personer?q=sort')).text();
    const found = ['Adam Sort', 'zeta Sort', 'Åke Sort', 'Ängla Sort', 'Ödla Sort'].map((name) => page.indexOf(name));
    expect(found.every((at) => at > 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    for (const q of ["'", '%', '_', '\\', '😀', `"><script>`, 'x'.repeat(10_000), '\0']) {
      expect((await admin.get(`/organisation/personer?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
    expect(await (await admin.get('/organisation/personer?q=50%25')).text()).toContain('Adam Sort');
    expect(await (await admin.get('/organisation/personer?q=5%25%25')).text()).toContain('Ingen person stämmer');
  });

  test('come out as Excel and CSV as the list is filtered', async () => {
    const csv = await admin.get('/organisation/personer.csv?q=sort&sortera=namn&ordning=fallande');
    expect(csv.headers.get('content-disposition')).toContain('personer.csv');
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer()).split('\r\n');
    expect(lines[0]).toBe('\ufeffFörvaltning;Enhet;Namn;Titel;E-post;Roller');
    expect(lines[1]).toContain('Ödla Sort');
    const excel = await admin.get('/organisation/personer.xlsx');
    expect(new Uint8Array(await excel.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  test('are read by others without their addresses, and by mentors not at all', async () => {
    const staff = as(tenant.id, tenant.people.staff);
    const list = await staff.get('/organisation/personer');
    expect(list.status).toBe(200);
    expect(await list.text()).not.toContain('solgarden@prov.se');
    expect(await (await staff.get('/organisation/personer?q=solgarden@prov.se')).text()).toContain(
      'Ingen person stämmer',
    );
    expect(await (await as(tenant.id, tenant.people.manager).get('/organisation/personer')).text()).toContain(
      'solgarden@prov.se',
    );
    expect((await as(tenant.id, tenant.people.mentor).get('/organisation/personer')).status).toBe(403);
    expect((await staff.post('/organisation/personer', { name: 'X' })).status).toBe(403);
    expect((await as().get('/organisation')).status).toBe(401);
  });

  test('of another municipality do not exist', async () => {
    const other = await createTestTenant(database, ['administrator'], 'Annan kommun');
    const stranger = as(other.id, other.people.administrator);
    const id = tenant.people.staff ?? '';
    expect((await stranger.get(`/organisation/personer/${id}`)).status).toBe(404);
    expect((await stranger.post(`/organisation/personer/${id}`, { version: '1', name: 'Stulen' })).status).toBe(404);
    expect(await (await stranger.get('/organisation/personer')).text()).not.toContain('Solgården');
    expect((await admin.get('/organisation/personer/inte-ett-id')).status).toBe(404);
  });
});

describe('roles', () => {
  test('are given for a part and a time, and the same is not given twice', async () => {
    const department = await makeDepartment('Rollförvaltningen');
    const person = tenant.people.staff ?? '';
    const role = { role: 'manager', scope: `department:${department}`, validFrom: '2026-01-01', validTo: '2026-12-31' };
    expect((await admin.post(`/organisation/personer/${person}/roller`, role)).status).toBe(303);
    const again = await admin.post(`/organisation/personer/${person}/roller`, {
      ...role,
      validFrom: '2026-06-01',
      validTo: '',
    });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('har redan den rollen');
    const wrong = await admin.post(`/organisation/personer/${person}/roller`, { ...role, validTo: '2025-02-30' });
    expect(await wrong.text()).toContain('Skriv datumet som 2026-09-05.');
    const page = await (await admin.get(`/organisation/personer/${person}`)).text();
    expect(page).toContain('Rollförvaltningen');
    expect(page).toContain('2026-01-01 – 2026-12-31');
    const [row] = await rows<{ id: string }>(
      `select id from tenancy.role_assignment where department_id = '${department}'`,
    );
    expect(
      (await admin.post(`/organisation/roller/${row?.id}`, { ...role, validTo: '2026-02-01', version: '1' })).status,
    ).toBe(303);
    expect(await (await admin.get(`/organisation/personer/${person}`)).text()).toContain('avslutad');
    const conflict = await admin.post(`/organisation/roller/${row?.id}`, { ...role, role: 'analyst', version: '1' });
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain('Controller');
  });

  test('leave at least one administrator of the municipality', async () => {
    const id = tenant.people.administrator ?? '';
    const [row] = await rows<{ id: string }>(`select id from tenancy.role_assignment where person_id = '${id}'`);
    const ended = await admin.post(`/organisation/roller/${row?.id}`, {
      version: '1',
      role: 'administrator',
      scope: 'municipality',
      validFrom: '',
      validTo: '2026-01-01',
    });
    expect(ended.status).toBe(422);
    expect(await ended.text()).toContain('Någon måste kunna administrera hela kommunen');
    await admin.post(`/organisation/personer/${id}/aktiv`, { version: '1', active: 'off' });
    expect(await rows(`select active from tenancy.person where id = '${id}'`)).toEqual([{ active: true }]);
  });

  test('count no administrator whose account is switched off, and see that somebody is left tomorrow', async () => {
    const id = tenant.people.administrator ?? '';
    const second = await createTestPerson(database, tenant.id, 'administrator');
    await rows(`insert into identity.account (tenant_id, person_id, email, disabled)
      values ('${tenant.id}', '${second}', 'avstangd@kommunen.example', true)`);
    const [row] = await rows<{ id: string; version: number }>(
      `select id, version from tenancy.role_assignment where person_id = '${id}'`,
    );
    const end = (validTo: string) =>
      admin.post(`/organisation/roller/${row!.id}`, {
        ...{ version: String(row!.version), role: 'administrator', scope: 'municipality', validFrom: '', validTo },
      });
    for (const day of ['2026-01-01', '2026-03-02']) {
      const ended = await end(day);
      expect(ended.status, day).toBe(422);
      expect(await ended.text()).toContain('Någon måste kunna administrera hela kommunen');
    }
    await admin.post(`/organisation/personer/${id}/aktiv`, { version: '1', active: 'off' });
    expect(await rows(`select active from tenancy.person where id = '${id}'`)).toEqual([{ active: true }]);
    await rows(`update identity.account set disabled = false where person_id = '${second}'`);
    expect((await end('2026-01-01')).status).toBe(303);
    await rows(`update tenancy.role_assignment set valid_to = null where id = '${row!.id}'`);
    await rows(`update tenancy.person set active = false where id = '${second}'`);
  });

  test('for one department reach no further than that department', async () => {
    const [own, other] = [await makeDepartment('Egen'), await makeDepartment('Andras')];
    const unit = await makeUnit('Egen enhet', own);
    const id = await createTestPerson(database, tenant.id, 'administrator', { kind: 'department', id: own });
    const local = as(tenant.id, id);
    const person = { name: 'Ny i egen', title: '', email: '', unit: '', organisation: '' };
    expect((await local.post('/organisation/personer', { ...person, department: own })).status).toBe(303);
    expect(
      (await local.post('/organisation/enheter', { name: 'Under', department: own, parent: unit, ou: '' })).status,
    ).toBe(303);
    expect(await (await local.post('/organisation/personer', { ...person, department: other })).text()).toContain(
      'Du administrerar inte den delen',
    );
    expect((await local.post('/organisation/forvaltningar', { name: 'Ny', shortName: '', committee: '' })).status).toBe(
      403,
    );
    expect(
      (
        await local.post(`/organisation/forvaltningar/${other}`, {
          version: '1',
          name: 'Kapad',
          shortName: '',
          committee: '',
        })
      ).status,
    ).toBe(403);
    // Nobody gives themselves more than they have.
    const escalate = await local.post(`/organisation/personer/${id}/roller`, {
      role: 'administrator',
      scope: 'municipality',
      validFrom: '',
      validTo: '',
    });
    expect(escalate.status).toBe(422);
    // The address of someone who may more must not be changed by someone who may less.
    const wide = await createTestPerson(database, tenant.id, 'administrator');
    await database.inScope({ tenantId: tenant.id }, (tx) =>
      sql.raw(`update tenancy.person set department_id = '${own}' where id = '${wide}'`).execute(tx.tables<unknown>()),
    );
    expect(
      (
        await local.post(`/organisation/personer/${wide}`, {
          ...person,
          version: '1',
          email: 'mig@prov.se',
          department: own,
        })
      ).status,
    ).toBe(403);
  });
});
