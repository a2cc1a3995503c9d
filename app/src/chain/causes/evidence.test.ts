import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from '@samband/documents/spreadsheet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createFiles } from '../../foundation/files/index.ts';
import { mailRecipients } from '../../foundation/identity/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { attachmentRoutes, createKernel, type Register } from '../../foundation/register/index.ts';
import { actorOfJob, managersOf, organisationReferences, withWholes } from '../../foundation/tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser } from '../../foundation/tenancy/testing.ts';
import { candidate, focusArea, focusReferences, focusRoutes } from '../focus/index.ts';
import { situationReferences } from '../situation/index.ts';
import {
  cause,
  causesReferences,
  causesRoutes,
  causesVocabularies,
  evidence,
  guide,
  interview,
  problem,
  suggestion,
} from './index.ts';

let database: TestDatabase;
let figures: FigureStore;
let folder: string;
let analyst: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'samband-evidence-'));
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  const registers = [candidate, focusArea, problem, cause, suggestion, evidence, guide, interview];
  const kernel = createKernel({
    registers: registers as unknown as readonly Register[],
    references: [...organisationReferences, ...situationReferences(figures), ...focusReferences, ...causesReferences],
    vocabularies: causesVocabularies,
    withWholes,
    house: {
      files: createFiles(folder),
      fileLimit: 1024 * 1024,
      address: () => 'https://samband.ekeberga.se',
      actorOf: actorOfJob,
      recipients: mailRecipients,
      managersOf,
    },
  });
  const house = await createTestTenant(database, ['analyst']);
  const { browser } = serveRoutes(database, [
    ...focusRoutes(kernel),
    ...causesRoutes(kernel),
    ...attachmentRoutes(kernel),
  ]);
  analyst = browser(house.id, house.people.analyst);
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function made(where: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await analyst.post(where, fields);
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location')!;
}

const lastPart = (address: string) => address.split('/').at(-1)!;

test('the document that is evidence is chosen among the files of the evidence, is linked from the cause, and goes out by its name', async () => {
  const focus = lastPart(await made('/fokus', { title: 'Lokaler', state: 'ongoing' }));
  const aProblem = lastPart(await made('/orsaker', { title: 'Dyra lokaler', focusArea: focus, area: 'Förskola' }));
  const aCause = lastPart(await made('/orsaker/orsak', { title: 'Rummen står tomma', problem: aProblem }));
  const fields = {
    title: 'Halva huset är tomt',
    cause: aCause,
    kind: 'document',
    stance: 'supports',
    source: 'Lokalplan',
  };
  const row = await made('/orsaker/underlag', fields);
  const form = new FormData();
  form.append('file', new File(['%PDF-1.7\nlokalplan'], 'Lokalplan 2026.pdf'));
  expect((await analyst.postForm(`${row}/bilagor`, form)).status).toBe(303);
  const edit = await (await analyst.get(`${row}/andra`)).text();
  const [, id = ''] = /<option value="([0-9a-f-]{36})">Lokalplan 2026\.pdf/.exec(edit) ?? [];
  const without = await analyst.post(row, { ...fields, version: '1', source: '' });
  expect(without.status).toBe(422);
  expect(await without.text()).toContain('välj det bland bilagorna');
  expect((await analyst.post(row, { ...fields, version: '1', source: '', document: id })).status).toBe(303);
  for (const page of [row, `/orsaker/orsak/${aCause}`]) {
    expect(await (await analyst.get(page)).text()).toContain(`<a href="/bilagor/${id}">Lokalplan 2026.pdf</a>`);
  }
  const sheet = await analyst.get('/orsaker/underlag.xlsx');
  const read = await readSheet(new Uint8Array(await sheet.arrayBuffer()), { bytes: 1e6, rows: 100 }, 'exact');
  const rows = read.ok ? read.rows.map(({ cells }) => cells) : [];
  const at = rows[0]!.indexOf('Dokumentet');
  expect(rows[1]![at]).toBe('Lokalplan 2026.pdf');
  expect((await analyst.get(`/bilagor/${id}`)).status).toBe(200);
});
