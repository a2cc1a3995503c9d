import { readSheet, writeXlsx } from '@samband/documents/spreadsheet';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { importRoutes } from './import.routes.tsx';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from './testing.ts';

let database: TestDatabase;
let tenant: TestTenant;
let admin: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  tenant = await createTestTenant(database, ['administrator', 'staff']);
  admin = serveRoutes(database, importRoutes).browser(tenant.id, tenant.people.administrator);
});

const header = 'Förvaltning;Enhet;Överordnad enhet;Nämnd;Namn;Titel;E-post;Roll;Gäller';
const file = [
  header,
  'Vård;Natt;Solgården;;;;;;',
  'Vård;Solgården;;Vårdnämnden;Chef Solgården;Enhetschef;chef@prov.se;Chef;',
  'Vård;Solgården;;;Chef Solgården;Enhetschef;CHEF@prov.se;Medarbetare;Natt',
  ';;;Kommunstyrelsen;Ledamot Ett;;;Förtroendevald;',
  'Stab;;;Kommunstyrelsen;Controller;=1+1;controller@prov.se;Controller;Hela kommunen',
  '',
].join('\r\n');

async function upload(content: string | Uint8Array, name = 'fil.csv') {
  const form = new FormData();
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name));
  return admin.postForm('/organisation/import', form);
}

async function preview(content: string | Uint8Array) {
  const response = await upload(content);
  const path = response.headers.get('location') ?? '';
  return { path, page: await (await admin.get(path)).text() };
}

async function counts() {
  const tables = ['committee', 'department', 'unit', 'person', 'role_assignment', 'import_draft'];
  const query = `select ${tables.map((table) => `(select count(*) from tenancy.${table} where tenant_id = '${tenant.id}')::int as ${table}`).join(', ')}`;
  const result = await database.inScope({ tenantId: tenant.id }, (tx) =>
    sql.raw<Record<string, number>>(query).execute(tx.tables<unknown>()),
  );
  return result.rows[0];
}

describe('an import', () => {
  test('is shown first, saved in one go, and the same file again adds nothing', async () => {
    const before = await counts();
    const first = await preview(file);
    expect(first.page).toContain('ny enhet Natt');
    expect(first.page).toContain('ny roll Chef för Chef Solgården');
    expect(await counts()).toEqual({ ...before, import_draft: 1 });
    expect((await admin.post(first.path, {})).status).toBe(303);
    const after = await counts();
    expect(after).toEqual({ committee: 2, department: 2, unit: 2, person: 5, role_assignment: 6, import_draft: 0 });
    const again = await preview(file);
    expect(again.page).toContain('Det finns inget att spara');
    await admin.post(again.path, {});
    expect(await counts()).toEqual(after);
  });

  test('knows somebody by name and title in a later row that also says where they work', async () => {
    const list = [
      header,
      ';;;;Ekonom Ett;ekonom;;;',
      'Stab;;;;Ekonom Ett;ekonom;;;',
      'Stab;;;;Ekonom Ett;controller;;;',
      'Vård;;;;Ekonom Ett;utredare;;;',
      '',
    ].join('\r\n');
    const { page } = await preview(list);
    expect(page.match(/ny person Ekonom Ett/g)).toHaveLength(2);
    expect(page).toContain('controller');
    await admin.post((await preview(list.replace('Stab;;;;Ekonom Ett;controller;;;\r\n', ''))).path, {});
    const { rows } = await database.inScope({ tenantId: tenant.id }, (tx) =>
      sql<{ told: string }>`select p.title || ', ' || d.name as told from tenancy.person p
        join tenancy.department d on d.tenant_id = p.tenant_id and d.id = p.department_id
        where p.tenant_id = ${tenant.id} and p.name = 'Ekonom Ett' order by 1`.execute(tx.tables<unknown>()),
    );
    expect(rows.map(({ told }) => told)).toEqual(['ekonom, Stab', 'utredare, Vård']);
  });

  test('reads Excel, other separators, other encodings and other words for the columns alike', async () => {
    const rows = file
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    const synonyms = file.replace(
      header,
      'Sektor;Arbetsplats;Ligger under;Styrelse;PERSON;Befattning;Mejl;Behörighet;Gäller för',
    );
    const files = [
      await writeXlsx('Blad', rows[0]!, rows.slice(1)),
      file.replaceAll(';', ','),
      new Uint8Array(Buffer.from(file, 'latin1')),
      `\ufeff${synonyms}`,
    ];
    await admin.post((await preview(file)).path, {});
    for (const content of files) expect((await preview(content)).page).toContain('Det finns inget att spara');
  });

  test('keeps what looks like a formula as text', async () => {
    await admin.post((await preview(file)).path, {});
    const result = await database.inScope({ tenantId: tenant.id }, (tx) =>
      sql<{ title: string }>`select title from tenancy.person where name = 'Controller'`.execute(tx.tables<unknown>()),
    );
    expect(result.rows).toEqual([{ title: '=1+1' }]);
  });

  test('places a unit under its parent whatever order the rows stand in', async () => {
    await admin.post((await preview(file)).path, {});
    const result = await database.inScope({ tenantId: tenant.id }, (tx) =>
      sql<{
        name: string;
        parent: string | null;
        department: string;
        committee: string | null;
      }>`select u.name, p.name as parent, d.name as department, c.name as committee from tenancy.unit u
        left join tenancy.unit p on p.id = u.parent_id join tenancy.department d on d.id = u.department_id left join tenancy.committee c on c.id = d.committee_id order by u.name`.execute(
        tx.tables<unknown>(),
      ),
    );
    expect(result.rows).toEqual([
      { name: 'Natt', parent: 'Solgården', department: 'Vård', committee: 'Vårdnämnden' },
      { name: 'Solgården', parent: null, department: 'Vård', committee: 'Vårdnämnden' },
    ]);
  });

  test('with faults names row and column for each, and saves nothing of the rest', async () => {
    const bad = [
      header,
      'Vård;A;;;;;;;',
      ';B;;;;;;;',
      'Vård;C;C;;;;;;',
      'Vård;;;;;Chef;;;',
      'Vård;;;;X;;fel adress;;',
      'Vård;;;;Y;;;Kejsare;',
      ';;;;Z;;;Chef;',
      'Vård;;;;W;;;Chef;Ingenstans',
      'Vård;;;;V;;;;Vård',
    ].join('\n');
    const { path, page } = await preview(bad);
    for (const words of [
      'En enhet måste ha en förvaltning',
      'Enheten kan inte ligga under ”C”',
      'Fyll i kolumnen Namn',
      '”fel adress” ser inte ut',
      'Rollen ”Kejsare” finns inte',
      'Skriv vad rollen gäller',
      'heter ”Ingenstans”',
      'Gäller är ifyllt men inte Roll',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('>Läs in</button>');
    const before = await counts();
    expect((await admin.post(path, {})).status).toBe(422);
    expect(await counts()).toEqual(before);
  });

  test('that cannot be read is refused with a sentence', async () => {
    const answer = async (content: string | Uint8Array) => {
      const response = await upload(content);
      expect(response.status).toBe(422);
      return response.text();
    };
    expect(await answer('')).toContain('Filen är tom');
    expect(await answer('a;b\n1;2')).toContain('Första raden måste ha rubriker');
    expect(await answer(header)).toContain('inga rader');
    expect(await answer('Namn;Enhet;namn\na;b;c')).toContain('finns två gånger');
    expect(await answer(`Namn\n${'x\n'.repeat(50_001)}`)).toContain('fler än 50 000 rader');
    expect(await answer(new Uint8Array(10 * 1024 * 1024 + 1))).toContain('större än 10 MB');
    expect(await answer(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('gamla Excel-formatet');
    expect((await admin.postForm('/organisation/import', new FormData())).status).toBe(422);
  });

  test('is seen only by the one who uploaded it', async () => {
    const { path } = await preview(file);
    const serve = serveRoutes(database, importRoutes).browser;
    const other = await createTestTenant(database, ['administrator']);
    expect((await serve(other.id, other.people.administrator).get(path)).status).toBe(404);
    expect((await serve(tenant.id, tenant.people.staff).get(path)).status).toBe(403);
    expect((await admin.get('/organisation/import/inte-ett-id')).status).toBe(404);
  });

  test('of ten thousand people is done in seconds', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `Vård;Enhet ${n % 300};;;Person ${n};Titel;p${n}@prov.se;Medarbetare;`,
    );
    const { path } = await preview([header, ...lines].join('\n'));
    const started = performance.now();
    expect((await admin.post(path, {})).status).toBe(303);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(await counts()).toMatchObject({ unit: 300, person: 10_002, role_assignment: 10_002 });
  }, 120_000);

  test('template is itself a file that can be read in', async () => {
    const template = new Uint8Array(await (await admin.get('/organisation/import/mall.xlsx')).arrayBuffer());
    expect((await readSheet(template, { bytes: 1e6, rows: 100 })).ok).toBe(true);
    const { page } = await preview(template);
    expect(page).toContain('ny enhet Solgården natt');
    expect(page).toContain('>Läs in</button>');
  });
});
