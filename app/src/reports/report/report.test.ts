import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import type { Block, DocumentModel, Section } from '@samband/documents';
import { documentFaults } from '@samband/documents';
import { pictureToPng } from '@samband/documents/picture';
import { deckOf } from '@samband/documents/slides';
import { writeWord } from '@samband/documents/word';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExample, tellChain } from '../../example/index.ts';
import { placeExampleArchive } from '../../example/testing.ts';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createFiles } from '../../foundation/files/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { municipalityRoutes } from '../../foundation/tenancy/index.ts';
import { serveRoutes, type TestBrowser } from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import type { PartContent } from '../part/index.ts';
import { editionRoutes, reportRoutes } from './index.ts';
import { fromKept } from './kept.rules.ts';
import { keepMaterial, setMaterial } from './part.store.ts';
import { steeringDocument } from './steering.rules.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-reports-'));
const archive = path.join(folder, 'example.duckdb');
let database: TestDatabase;
let figures: FigureStore;
let tenant: string;
let lead: TestBrowser;
let analyst: TestBrowser;
let elected: TestBrowser;
let administrator: TestBrowser;
let areas: readonly { readonly id: string; readonly title: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore(
    { kolada: archive, example: archive },
    keyFigureMap.map(({ kpi }) => kpi),
    createLog('silent'),
  );
  await placeExampleArchive(archive);
  await loadExample(database, archive);
  const kernel = wireKernel(figures);
  await tellChain({ database, figures, kernel, today: '2026-11-22' });
  const files = createFiles(path.join(folder, 'files'));
  const { browser } = serveRoutes(database, [
    ...editionRoutes({ files }),
    ...reportRoutes({ kernel, figures, files }),
    ...municipalityRoutes(),
  ]);
  tenant = (await rows<{ id: string }>('select tenant_id as id from tenancy.tenant'))[0]!.id;
  const as = async (role: string) => {
    const [person] = await rows<{ id: string }>(
      `select person_id as id from tenancy.role_assignment where role = '${role}'`,
    );
    return browser(tenant, person!.id);
  };
  [lead, analyst, elected] = [await as('programmeLead'), await as('analyst'), await as('elected')];
  administrator = await as('administrator');
  areas = await rows<{ id: string; title: string }>('select id, title from focus.area order by title');
}, 90_000);
afterAll(async () => {
  await figures?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function rows<R>(statement: string): Promise<R[]> {
  return (await database.pool.query(statement)).rows as R[];
}

async function newReport(title: string, of: readonly { readonly id: string }[] = areas): Promise<string> {
  const made = await lead.post('/rapporter', {
    title,
    kind: 'interim',
    year: '2024',
    comparison: 'similar',
    language: 'sv',
    focusAreas: of.map(({ id }) => id).join('\n'),
  });
  expect(made.status).toBe(303);
  return made.headers.get('location') ?? '';
}

/** As a program makes one: a form's is put together at once. */
async function emptyReport(title: string): Promise<string> {
  const id = newId();
  await database.inScope({ tenantId: tenant }, async (tx) => {
    const { sql } = await import('kysely');
    await sql`insert into reports.report (tenant_id, id, title, focus_areas, year)
      values (${tenant}, ${id}, ${title}, ${areas.map((area) => area.id)}, 2024)`.execute(tx.tables<unknown>());
  });
  return `/rapporter/${id}`;
}

interface Part {
  readonly id: string;
  readonly version: number;
  readonly present: boolean;
  readonly textBefore: string;
  readonly material: string;
}

async function partOf(at: string, kind: string, subject?: string): Promise<Part> {
  const found = await rows<Part>(
    `select id, version, present, text_before as "textBefore", material from reports.part where report_id = '${at.split('/').at(-1)}'
      and kind = '${kind}' ${subject === undefined ? '' : `and subject = '${subject}'`}`,
  );
  return found[0]!;
}

const text = async (response: Response | Promise<Response>) => (await response).text();

async function write(as: TestBrowser, at: string, part: Part, words: string, version = part.version) {
  return as.post(`${at}/delar/${part.id}`, {
    version: String(version),
    heading: '',
    textBefore: words,
    textAfter: '',
    chosen: 'on',
  });
}

async function documentOf(as: TestBrowser, edition: string): Promise<string> {
  return text(as.get(edition));
}

describe('a report', () => {
  it('is good when nothing but the form as it stands is saved: latest full year, what is under way, the person’s language', async () => {
    const form = await text(lead.get('/rapporter/ny'));
    expect(form).toMatch(/name="title"[^>]*value="Delrapport \p{L}+ \d{4}"/u);
    for (const { id } of areas) expect(form).toMatch(new RegExp(`<input[^>]*value="${id}"[^>]*checked`));
    for (const value of ['interim', 'similar', 'sv']) expect(form).toMatch(new RegExp(`value="${value}" selected`));
    expect(form).toMatch(/name="year"[^>]*value="2024"/);
    const one = await text(lead.get(`/rapporter/ny?focusAreas=${areas[0]!.id}`));
    expect(one).toContain(`value="Delrapport ${areas[0]!.title}"`);
    expect(one).not.toMatch(new RegExp(`<input[^>]*value="${areas[1]!.id}"[^>]*checked`));
    expect(await text(lead.get(await newReport('Med två klick')))).toContain('Förhandsgranska');
  });

  it('is put together of the whole thread, with no placeholder, and every picture and table has its source and year', async () => {
    const at = await newReport('Delrapport');
    const page = await text(lead.get(at));
    for (const words of ['Sammanfattning', areas[0]!.title, 'Åtgärder och läge', 'Orsakstabeller']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Rapporten stämmer med det som står i Samband nu.');
    expect((await lead.post(`${at}/faststall`, { version: '1', body: 'Styrgruppen' })).status).toBe(303);
    const [edition] = await rows<{ document: DocumentModel }>(
      `select document from reports.edition where report_id = '${at.split('/').at(-1)}'`,
    );
    const document = edition!.document;
    expect(documentFaults(JSON.parse(JSON.stringify(document), (_, value) => value ?? undefined))).toEqual([]);
    const named = [...document.sections, ...document.appendices].flatMap(blocksOf).filter(isNamed);
    expect(named.filter(({ kind }) => kind === 'figure').length).toBeGreaterThan(8);
    expect(named.filter(({ source }) => !/\b(19|20)\d{2}\b/.test(source ?? '')).map(({ caption }) => caption)).toEqual(
      [],
    );
    expect(new Set(named.map(({ caption }) => caption)).size).toBe(named.length);
    expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\[object/);
    expect(document.appendices.map(({ title }) => title)).toEqual(['Orsakstabeller', 'Källor']);
  });

  it('shows a steering group a finding in the title of each slide, none that only divides, and where its figures are from', async () => {
    const at = await newReport('Till styrgruppen', [areas[0]!]);
    expect((await lead.post(`${at}/faststall`, { version: '1', body: 'Styrgruppen' })).status).toBe(303);
    const [edition] = await rows<{ document: DocumentModel }>(
      `select document from reports.edition where report_id = '${at.split('/').at(-1)}'`,
    );
    const { slides } = deckOf(steeringDocument(fromKept(edition!.document)), { brief: true });
    expect(slides.length).toBeGreaterThan(7);
    expect(slides.length).toBeLessThan(14);
    const names = new Set(slides.flatMap(({ kicker = '' }) => kicker.split(' · ')));
    for (const { title, blocks, beside = [] } of slides) {
      expect(names, title).not.toContain(title);
      expect(title.split(' ').length, title).toBeGreaterThan(3);
      expect(blocks.length, title).toBeGreaterThan(0);
      for (const block of [...blocks, ...beside]) {
        if (block.kind === 'table') expect(block.rows.length, title).toBeGreaterThan(1);
        if (block.kind === 'table' || block.kind === 'charts' || block.kind === 'numbers')
          expect(block.source, title).toMatch(/\b(?:19|20)\d{2}\b/);
      }
    }
  });

  it('tells each thing that has changed, with what it was and is, and takes nothing in before that', async () => {
    const at = await newReport('Det som ändras');
    const [action] = await rows<{ id: string; title: string }>(
      `select id, title from actions.action where focus_area = '${areas[0]!.id}' and state = 'ongoing' order by id limit 1`,
    );
    await database.inScope({ tenantId: tenant }, async (tx) => {
      const { sql } = await import('kysely');
      await sql`update actions.action set status_comment = 'Ny lägesbild från Fastighet', version = version + 1 where id = ${action!.id}`.execute(
        tx.tables<unknown>(),
      );
    });
    const before = await partOf(at, 'actions', areas[0]!.id);
    expect(await text(lead.get(at))).toContain('1 uppgift har ändrats');
    const changes = await text(lead.get(`${at}/andringar`));
    expect(changes).toContain(`Åtgärder, ansvariga och läge (${areas[0]!.title}): ${action!.title}, senaste besked`);
    expect(changes).toContain('<ins>Ny lägesbild från Fastighet</ins>');
    expect((await partOf(at, 'actions', areas[0]!.id)).material).toBe(before.material);
    const seen = /name="sett" value="([^"]+)"/.exec(changes)?.[1] ?? '';
    const wrong = await lead.post(`${at}/ta-in`, { sett: seen.replace(/[0-9a-f]{64}/, '0'.repeat(64)) });
    expect(wrong.headers.get('location')).toBe(`${at}/andringar`);
    expect((await partOf(at, 'actions', areas[0]!.id)).material).toBe(before.material);
    await lead.post(`${at}/ta-in`, { sett: seen, del: `actions-${areas[0]!.id}` });
    expect((await partOf(at, 'actions', areas[0]!.id)).material).not.toBe(before.material);
    expect(await text(lead.get(at))).toContain('Rapporten stämmer med det som står i Samband nu.');
  });

  it('says that its year has no figures, and which year has', async () => {
    const form = { title: 'Fel år', kind: 'situation', year: '1999', comparison: 'all', language: 'sv' };
    const made = await lead.post('/rapporter', { ...form, focusAreas: '' });
    const page = await text(lead.get(made.headers.get('location') ?? ''));
    expect(page).toContain('Det finns inga nyckeltal för 1999');
    expect(page).toContain('fullständiga nyckeltal är 2024');
    expect(page).not.toContain('Sätt samman rapporten');
    expect(await text(lead.get(await newReport('Rätt år')))).not.toContain('Det finns inga nyckeltal för');
  });

  it('says under changes that it has not been put together yet, and has the button for it', async () => {
    const at = await emptyReport('Den som inte är sammansatt');
    const page = await text(lead.get(`${at}/andringar`));
    expect(page).toContain('Rapporten är inte sammansatt än.');
    expect(page).toContain('Sätt samman rapporten');
    expect(page).toContain(`action="${at}/ta-in"`);
    expect(page).not.toMatch(/Ingenting har ändrats|Rapporten stämmer med/);
    expect(page).not.toContain('name="sett"');
    expect((await lead.post(`${at}/ta-in`, {})).status).toBe(303);
    expect(await text(lead.get(`${at}/andringar`))).toContain('Ingenting har ändrats sedan rapporten sattes samman.');
  });

  it('offers a part that is set out in another way, though every word and figure is the same, and takes it in', async () => {
    const at = await newReport('Det som ställs upp på nytt');
    const { id, material } = await partOf(at, 'remaining');
    const [{ content }] = (await rows<{ content: PartContent }>(
      `select content from reports.material where hash = '${material}' limit 1`,
    )) as [{ content: PartContent }];
    const asParagraphs = content.blocks.flatMap((block): readonly Block[] =>
      block.kind === 'list' ? block.items.map((item) => ({ kind: 'paragraph', text: item.text })) : [block],
    );
    const old = 'a'.repeat(64);
    await database.inScope({ tenantId: tenant }, async (tx) => {
      await keepMaterial(tx, old, { ...content, blocks: asParagraphs });
      await setMaterial(tx, id, old, '2026-11-22');
    });
    expect(await text(lead.get(at))).toContain('1 uppgift har ändrats');
    const changes = await text(lead.get(`${at}/andringar`));
    expect(changes).toContain('Delen är uppställd på ett annat sätt.');
    await lead.post(`${at}/ta-in`, { sett: /name="sett" value="([^"]+)"/.exec(changes)?.[1] ?? '' });
    expect((await partOf(at, 'remaining')).material).toBe(material);
    expect(await text(lead.get(at))).toContain('Rapporten stämmer med det som står i Samband nu.');
  });

  it('keeps what people have written when it is taken in anew, and also when the part it stood around has gone', async () => {
    const at = await newReport('Text för hand');
    const part = await partOf(at, 'causes', areas[1]!.id);
    expect((await write(analyst, at, part, 'Orsakerna är **prövade** med personalen.')).status).toBe(303);
    expect(await text(lead.get(`${at}/forhandsvisning`))).toContain('<strong>prövade</strong>');
    const [{ version }] = (await rows<{ version: number }>(
      `select version from reports.report where id = '${at.split('/').at(-1)}'`,
    )) as [{ version: number }];
    const fields = { title: 'Text för hand', kind: 'interim', year: '2024', comparison: 'similar', language: 'sv' };
    await lead.post(at, {
      ...fields,
      version: String(version),
      focusAreas: areas[0]!.id,
      author: '',
      registryNumber: '',
    });
    const changes = await text(lead.get(`${at}/andringar`));
    expect(changes).toContain('Delen finns inte längre.');
    const seen = /name="sett" value="([^"]+)"/.exec(changes)?.[1] ?? '';
    await lead.post(`${at}/ta-in`, { sett: seen });
    expect(await partOf(at, 'causes', areas[1]!.id)).toMatchObject({
      present: false,
      textBefore: 'Orsakerna är **prövade** med personalen.',
    });
    const page = await text(lead.get(at));
    expect(page).toContain('Text utan plats');
    expect(page).toContain('Orsakerna är **prövade** med personalen.');
    await lead.post(`${at}/delar/${part.id}/placera`, {});
    expect(await text(lead.get(at))).not.toContain('Text utan plats');
    expect(await text(lead.get(`${at}/forhandsvisning`))).toContain('<strong>prövade</strong>');
  });

  it('shows both versions when two people have written in the same part', async () => {
    const at = await newReport('Två som skriver');
    const part = await partOf(at, 'summary');
    expect((await write(lead, at, part, 'Först')).status).toBe(303);
    const second = await write(analyst, at, part, 'Sedan');
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Först');
    expect(page).toContain('Sedan');
    expect((await partOf(at, 'summary')).textBefore).toBe('Först');
  });

  it('names what the thread lacks one by one, each cause or proposal for itself', async () => {
    const at = await newReport('Det som fattas');
    const page = await text(lead.get(`${at}/forhandsvisning`));
    const remaining = page.slice(page.lastIndexOf('Det här fattas:'));
    expect(remaining).toMatch(/:<\/p>\s*<ul[^>]*>\s*<li>[^<;]+<\/li>/);
  });

  it('can be put in another order, left out of and gone back in', async () => {
    const at = await newReport('Ordning', [areas[0]!]);
    const part = await partOf(at, 'method');
    await lead.post(`${at}/delar/${part.id}/flytta`, { steg: 'upp' });
    const moved = await text(lead.get(`${at}/forhandsvisning`));
    expect(moved.indexOf('Så har rapporten gjorts')).toBeLessThan(moved.indexOf('Det som återstår'));
    const now = await partOf(at, 'method');
    await lead.post(`${at}/delar/${part.id}/valj`, { version: String(now.version), vald: 'nej' });
    expect(await text(lead.get(`${at}/forhandsvisning`))).not.toContain('Så har rapporten gjorts');
    const left = await partOf(at, 'method');
    await lead.post(`${at}/delar/${part.id}/aterstall`, { version: String(left.version), till: '1' });
    expect(await text(lead.get(`${at}/forhandsvisning`))).toContain('Så har rapporten gjorts');
  });

  it('never moves once it is adopted; a correction is a new version, and the elected read what was adopted', async () => {
    const at = await newReport('Fastställs', [areas[0]!]);
    expect((await elected.get(at)).status).toBe(403);
    await lead.post(`${at}/faststall`, { version: '1', body: 'Kommunstyrelsen' });
    const id = at.split('/').at(-1)!;
    const [first] = await rows<{ id: string }>(`select id from reports.edition where report_id = '${id}'`);
    const adopted = `/rapporter/faststallda/${first!.id}`;
    expect(await text(elected.get('/rapporter/faststallda'))).toContain('Fastställs');
    const then = await documentOf(elected, adopted);
    expect(then).toContain('Version 1, fastställd av Kommunstyrelsen');
    const part = await partOf(at, 'summary');
    await write(lead, at, part, 'För sent');
    expect((await partOf(at, 'summary')).textBefore).toBe('');
    const form = { title: 'En annan rubrik', kind: 'interim', year: '2024', comparison: 'similar', language: 'sv' };
    const changed = await lead.post(at, {
      ...form,
      version: '2',
      focusAreas: areas[0]!.id,
      author: '',
      registryNumber: '',
    });
    expect(changed.status).toBe(422);
    expect(await changed.text()).toContain('Rapporten är fastställd och ändras inte.');
    for (const statement of ["update reports.edition set title = 'x'", "update reports.material set content = '{}'"]) {
      await expect(
        database.inScope({ tenantId: tenant }, async (tx) => {
          const { sql } = await import('kysely');
          await sql.raw(statement).execute(tx.tables<unknown>());
        }),
      ).rejects.toThrow(/permission denied/);
    }
    await lead.post(`${at}/ny-version`, { version: '2' });
    expect((await write(lead, at, part, 'Rättat')).status).toBe(303);
    await lead.post(`${at}/faststall`, { version: '3', body: 'Kommunstyrelsen' });
    expect(await documentOf(elected, adopted)).toContain('Det finns en nyare version.');
    expect(await documentOf(elected, adopted)).not.toContain('Rättat');
    expect((await rows(`select 1 from reports.edition where report_id = '${id}'`)).length).toBe(2);
  });

  it('carries the municipality’s logo with its words, and what is adopted keeps the one it had', async () => {
    const at = await newReport('Med logotyp', [areas[0]!]);
    const set = async (content: Uint8Array<ArrayBuffer>, name: string) => {
      const form = new FormData();
      form.append('file', new File([content], name));
      expect((await administrator.postForm('/administration/logotyp', form)).status).toBe(303);
    };
    const one = new Uint8Array(
      pictureToPng('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 0h90v30z"/></svg>'),
    );
    await set(one, 'logotyp.png');
    const page = async (from: string) => text(lead.get(`${from}/rapport.html`));
    const shown = `data:image/png;base64,${Buffer.from(one).toString('base64')}`;
    expect(await page(at)).toContain(shown);
    expect(await page(at)).toContain('alt="Logotyp för Ekeberga kommun"');
    expect((await lead.post(`${at}/faststall`, { version: '1', body: 'Styrgruppen' })).status).toBe(303);
    const [edition] = await rows<{ id: string }>(
      `select id from reports.edition where report_id = '${at.split('/').at(-1)}'`,
    );
    await administrator.post('/administration/logotyp', { remove: 'on' });
    expect(await page(at)).not.toContain(shown);
    const adopted = `/rapporter/faststallda/${edition!.id}`;
    expect(await page(adopted)).toContain(shown);
    for (const ending of ['.docx', '.pdf', '-arkiv.pdf', '.pptx']) {
      expect((await lead.get(`${adopted}/rapport${ending}`)).status, ending).toBe(200);
    }
  }, 60_000);

  it('is written as Word, PDF, slides and a web page, on the municipality’s own template', async () => {
    const at = await newReport('Filer', [areas[0]!]);
    const starts: Readonly<Record<string, string>> = {
      '.docx': 'PK',
      '.pdf': '%PDF',
      '-arkiv.pdf': '%PDF',
      '.pptx': 'PK',
      '-styrgrupp.pptx': 'PK',
      '.html': '<!doctype html>',
    };
    for (const [ending, start] of Object.entries(starts)) {
      const response = await lead.get(`${at}/rapport${ending}`);
      expect(response.status, ending).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, start.length).toString().toLowerCase(), ending).toBe(start.toLowerCase());
    }
    const template = await writeWord(aTemplate);
    const form = new FormData();
    form.append('version', '0');
    form.append('file', new File([template as Uint8Array<ArrayBuffer>], 'mall.docx'));
    expect((await lead.postForm('/rapporter/mall', form)).headers.get('location')).toBe('/rapporter/mall');
    expect(await text(lead.get('/rapporter/mall'))).toContain('mall.docx');
    expect((await lead.get(`${at}/rapport.docx`)).status).toBe(200);
    const wrong = new FormData();
    wrong.append('version', '1');
    wrong.append('file', new File(['Bara text'], 'mall.docx'));
    const refused = await lead.postForm('/rapporter/mall', wrong);
    expect(refused.status).toBe(422);
    expect(await text(lead.get('/rapporter/mall'))).toContain('mall.docx');
  }, 60_000);
});

const aTemplate: DocumentModel = {
  title: 'Mall',
  language: 'sv',
  about: { organisation: 'Provkommun', date: '2026-03-02' },
  contents: false,
  numbered: false,
  sections: [{ id: 'a', title: 'Rubrik', blocks: [] }],
  appendices: [],
};

type Named = { readonly kind: string; readonly caption: string; readonly source?: string };

function blocksOf(
  section: Section & { readonly parts?: readonly Section[] | undefined },
): readonly Section['blocks'][number][] {
  return [...section.blocks, ...(section.sections ?? []).flatMap(blocksOf), ...(section.parts ?? []).flatMap(blocksOf)];
}

function isNamed(block: Section['blocks'][number]): block is Section['blocks'][number] & Named {
  return block.kind === 'figure' || block.kind === 'table';
}
