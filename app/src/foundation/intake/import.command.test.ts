import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { streamZip } from '@samband/documents/zip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { focusArea } from '../../chain/focus/index.ts';
import { wireIntake, wireKernel } from '../../wiring.ts';
import { runCommand } from '../command-line/index.ts';
import { insertRow } from '../register/index.ts';
import { importCommand } from './terminal.ts';
import { openWayIn } from './testing.ts';

let house: Awaited<ReturnType<typeof openWayIn>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-import-'));
  house = await openWayIn({ wireKernel, wireIntake }, ['analyst']);
  await house.database.inScope({ tenantId: house.tenant.id }, (tx) => insertRow(tx, focusArea, { title: 'Lokaler' }));
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

async function samband(...args: readonly string[]) {
  const { database, intake, tenant } = house;
  const printed: string[] = [];
  const told: string[] = [];
  const tenants = [{ id: tenant.id, code: '9999', name: 'Provkommun' }];
  const open = () =>
    Promise.resolve({ ...{ database, intake, tenants }, address: 'http://localhost', close: () => Promise.resolve() });
  const code = await runCommand([importCommand(open)], ['import', ...args], 'sv', {
    print: (text) => printed.push(text),
    tell: (text) => told.push(text),
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

/** A well-formed Word file of some hundred kilobytes with one paragraph of a hundred million letters. */
function bomb(): Promise<Uint8Array> {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  function* body() {
    yield '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>';
    for (let n = 0; n < 100; n++) yield 'a'.repeat(1_000_000);
    yield '</w:t></w:r></w:p></w:body></w:document>';
  }
  const parts = [
    { name: '[Content_Types].xml', content: [`<Types xmlns="${types}"/>`] },
    { name: 'word/document.xml', content: body() },
  ];
  return new Response(streamZip(parts)).bytes();
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

const tables = ['actions.action', 'causes.problem', 'intake.draft', 'intake.import'];

it('brings a file in once, from the command line, and tells where it can be undone', async () => {
  const plan = await file('plan.csv', 'Åtgärd;Startar;Slutar\nEtt;v. 10;2026-05-01\nTvå;2026-03-01;\n');
  const before = await house.standing(tables);
  const dry = await samband(plan, '--dry-run', '--year', '2026');
  expect(dry).toMatchObject({ code: 0, told: 'Inget har sparats (--dry-run).' });
  expect(dry.printed).toContain('2 nya, 0 ändras, 0 finns redan, 0 har fel');
  expect(await house.standing(tables)).toEqual(before);
  const done = await samband(plan, '--year', '2026', '--json');
  const told = JSON.parse(done.printed) as { tables: object[]; imported: { added: number; link: string } };
  expect(told.tables[0]).toMatchObject({ into: 'actions.action', new: 2, faults: [] });
  expect(told.imported).toMatchObject({
    added: 2,
    link: expect.stringMatching(/^http:\/\/localhost\/importera\/[0-9a-f-]+$/) as string,
  });
  const again = await samband(plan, '--year', '2026');
  expect(again.printed).toContain('Importerat: 0 nya, 0 ändrade, 2 fanns redan, 0 utelämnade.');
  const receipt = await house.as('analyst').get(new URL(told.imported.link).pathname);
  expect(await receipt.text()).toContain('Ångra hela importen');
});

it('saves nothing while a row has a fault, and says which; the row can be left out', async () => {
  const plan = await file('fel.csv', 'Åtgärd;Startar\nBra;2026-03-01\nFel;2026-02-30\n');
  const before = await house.standing(tables);
  const stopped = await samband(plan);
  expect(stopped.code).toBe(5);
  expect(stopped.told).toContain('rad 3, Börjar: ”2026-02-30” finns inte i kalendern');
  expect(await house.standing(tables)).toEqual(before);
  const left = await samband(plan, '--leave-out-faults');
  expect(left.printed).toContain('Importerat: 1 nya, 0 ändrade, 0 fanns redan, 1 utelämnade.');
});

it('refuses a field that there is not, and names the nearest', async () => {
  const plan = await file('falt.csv', 'Åtgärd;Startar\nFält ett;2026-03-01\n');
  const before = await house.standing(tables);
  expect(await samband(plan, '--set', 'Ansvarg=Controller')).toMatchObject({
    code: 3,
    told: 'Det finns inget fält Ansvarg att ange för alla rader. Menade du Ansvarig?',
  });
  // The name of each row is its own.
  expect((await samband(plan, '--set', 'Åtgärd=Samma för alla')).code).toBe(3);
  expect(await house.standing(tables)).toEqual(before);
});

it('asks for what holds for all rows, and takes it by its words', async () => {
  const causes = await file(
    'orsaker.txt',
    'Område\tProblem\tOrsak\tFörslag till åtgärd\nSkola - Lokalkostnader\tDyrt\tTomt\tSälj\n',
  );
  const without = await samband(causes);
  expect(without).toMatchObject({ code: 5 });
  expect(without.told).toContain('Fokusområde');
  const unknown = await samband(causes, '--set', 'Fokusområde=Lokalen');
  expect(unknown).toMatchObject({ code: 5, told: 'Fokusområde: ”Lokalen” finns inte. Menade du Lokaler?' });
  expect((await samband(causes, '--set', 'Fokusområde=Finns inte')).code).toBe(5);
  const done = await samband(causes, '--into', 'Orsakstabell', '--set', 'Fokusområde=Lokaler');
  expect(done.printed).toContain('Importerat: 1 nya');
});

const causesAndPeople = [
  'Bilaga 1 Orsaksanalys',
  '',
  'Område\tProblem/Utmaning\tOrsak/Påverkas av\tFörslag till åtgärd',
  'Skola – Elever\tMånga byter skola\tOro\tFölj upp',
  'Skola – Måltider\tMycket svinn\tStora portioner\tMät varje vecka',
  '',
  'Bilaga 2 Bemanning',
  '',
  'Styrgrupp',
  '',
  'Eva Ek, kommundirektör',
  'Bo Al, förvaltningschef',
].join('\n');

it('passes by the tables that do not suit the register that is named, and says so', async () => {
  const both = await file('bilagor.txt', causesAndPeople);
  const rest = ['--set', 'Fokusområde=Lokaler', '--leave-out-faults'];
  const done = await samband(both, '--into', 'causes.table', ...rest);
  expect(done.told).toContain('Bilaga 2 Bemanning passar inte i registret Orsakstabell. Den är inte med.');
  expect(done.printed).toContain('Importerat: 2 nya');
  expect(done.code).toBe(0);
  const told = JSON.parse(
    (await samband(both, '--into', 'causes.table', ...rest, '--json', '--dry-run')).printed,
  ) as object;
  expect(told).toMatchObject({
    passedBy: [{ number: 2, headings: expect.arrayContaining(['Bilaga 2 Bemanning']) as string[], rows: 2 }],
  });
  const people = await file('bemanning.txt', causesAndPeople.slice(causesAndPeople.indexOf('Bilaga 2')));
  expect(await samband(people, '--into', 'causes.table', ...rest)).toMatchObject({
    code: 5,
    told: expect.stringContaining('Det saknas något som varje rad måste ha') as string,
  });
});

const founding = path.resolve(import.meta.dirname, '../../../../../shared/seeds');
const document = existsSync(founding) ? readdirSync(founding).find((name) => name.startsWith('002_')) : undefined;

it.skipIf(document === undefined)(
  'brings the thirteen rows of the founding document’s cause table in (skipped where the document is not there)',
  async () => {
    const place = path.join(founding, document!);
    const rest = ['--set', 'Fokusområde=Lokaler', '--leave-out-faults', '--json'];
    const done = await samband(place, '--into', 'causes.table', ...rest);
    expect(done).toMatchObject({ code: 0 });
    const { tables: told, imported } = JSON.parse(done.printed) as {
      tables: { into: string; rows: number }[];
      imported: { leftOut: number };
    };
    expect(told.map(({ into }) => into)).toEqual(told.map(() => 'causes.table'));
    expect(told.reduce((sum, { rows }) => sum + rows, 0)).toBe(13);
    expect(imported).toMatchObject({ added: 13, leftOut: 0 });
  },
);

it('answers wrong calls and files with a sentence and its code', async () => {
  expect((await samband()).code).toBe(2);
  expect(await samband(path.join(folder, 'finns-inte.csv'))).toMatchObject({ code: 5 });
  expect(await samband(await file('mening.txt', 'Bara en mening.'))).toMatchObject({
    code: 5,
    told: expect.stringContaining('ingen tabell') as string,
  });
  expect(await samband(await file('bomb.docx', await bomb()))).toMatchObject({
    code: 5,
    told: expect.stringContaining('orimligt stor') as string,
  });
  const plan = await file('en.csv', 'Åtgärd;Startar\nEn;2026-03-01\n');
  expect(await samband(plan, '--into', 'nånting')).toMatchObject({
    code: 3,
    told: expect.stringContaining('actions.action') as string,
  });
  expect(await samband(plan, '--tenant', '0000')).toMatchObject({
    code: 3,
    told: expect.stringContaining('9999 Provkommun') as string,
  });
  expect(await samband(plan, '--year', 'i år')).toMatchObject({ code: 2 });
  expect(await samband(plan, '--set', 'fel')).toMatchObject({ code: 2 });
});
