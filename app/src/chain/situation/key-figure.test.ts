import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { createArchive, importIntoArchive, type Kpi, openArchive } from '@samband/kolada';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateExampleFigures } from '../../example/index.ts';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { type Figures, readFigures } from '../../foundation/figures/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { keyFigureRoutes } from './key-figure.routes.tsx';
import { readComparedUnits } from './key-figure-comparison.rules.ts';
import { kpiCommand } from './kpi.command.ts';

const own = '9121';
const known = 'N23006';
const withGender = 'N15505';
const vanished = 'N20048';
const withoutValues: Kpi = {
  id: 'N99901',
  title: 'Påhittat mått utan värden, antal',
  description: 'Finns bara i katalogen.',
  isDividedByGender: false,
  municipalityType: 'K',
  auspice: null,
  operatingArea: 'Prov',
  perspective: 'Volymer',
  prelPublicationDate: null,
  publicationDate: null,
  publPeriod: null,
  hasOuData: false,
};

let folder: string;
let database: TestDatabase;
let tenant: TestTenant;
let figures: Figures;
let analyst: TestBrowser;
let elected: TestBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samband-key-figure-'));
  const archivePath = join(folder, 'example.duckdb');
  const example = generateExampleFigures();
  await createArchive(archivePath, { ...example, kpis: [...example.kpis, withoutValues], exampleData: true });
  // A revision: one value that Kolada has changed since it was first fetched.
  await importIntoArchive(archivePath, { values: revisedCsv(example.tables.T.values), exampleData: true });
  // A later catalogue without one of the key figures.
  await importIntoArchive(archivePath, { catalogue: catalogueWithout(vanished), exampleData: true });
  figures = await readFigures(
    await openArchive(archivePath),
    keyFigureMap.map(({ kpi }) => kpi),
  );
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['analyst', 'elected', 'mentor', 'programmeLead']);
  await database.asOwner((tx) => sql`update tenancy.tenant set code = ${own}`.execute(tx.tables<unknown>()));
  const { browser } = serveRoutes(
    database,
    keyFigureRoutes({ figures: { current: async () => figures, close: async () => undefined } }),
  );
  analyst = browser(tenant.id, tenant.people.analyst);
  elected = browser(tenant.id, tenant.people.elected);

  function catalogueWithout(kpi: string): string {
    const kept = [...example.kpis, withoutValues].filter(({ id }) => id !== kpi);
    const file = join(folder, 'kpi.json');
    writeFileSync(file, JSON.stringify({ values: kept.map(asSent), next_url: null, count: kept.length }));
    return file;
  }

  function revisedCsv(values: Float64Array): string {
    const { kpis, units, years } = example.tables.T;
    const [k, y, u] = [kpis.indexOf(known), years.length - 2, units.indexOf(own)];
    const value = values[(k * years.length + y) * units.length + u]!;
    const file = join(folder, 'values.csv');
    writeFileSync(file, `kpi,municipality,period,gender,value\r\n${known},${own},${years[y]},T,${value + 1000}\r\n`);
    return file;
  }
});

afterAll(async () => {
  await figures?.archive.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function asSent(kpi: Kpi) {
  return {
    id: kpi.id,
    title: kpi.title,
    description: kpi.description,
    is_divided_by_gender: kpi.isDividedByGender,
    municipality_type: kpi.municipalityType,
    auspice: kpi.auspice,
    operating_area: kpi.operatingArea,
    perspective: kpi.perspective,
    prel_publication_date: kpi.prelPublicationDate,
    publication_date: kpi.publicationDate,
    publ_period: kpi.publPeriod,
    has_ou_data: kpi.hasOuData,
  };
}

const textOf = async (response: Response) =>
  (await response.text())
    .replace(/<(svg|style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('the catalogue', () => {
  it('finds by words without their dots and rings', async () => {
    const page = await textOf(await analyst.get('/nyckeltal?q=sarskilt+boende'));
    expect(page).toContain(known);
  });

  it('answers strange texts with a sentence, quickly', async () => {
    for (const q of ['"', '%', '😀', '\'"; --', 'ö'.repeat(10_000), '\0']) {
      const start = performance.now();
      const response = await analyst.get(`/nyckeltal?q=${encodeURIComponent(q)}`);
      expect(response.status).toBe(200);
      expect(performance.now() - start).toBeLessThan(500);
      if (q.trim() !== '\0') expect(await textOf(response), q.slice(0, 5)).toContain('Inget nyckeltal stämmer');
    }
  });

  it('filters by area, perspective, values and gender, and exports the same rows', async () => {
    const address = '?omrade=aldreomsorg&perspektiv=resurs&varden=med';
    const page = await textOf(await analyst.get(`/nyckeltal${address}`));
    expect(page).toContain('Äldreomsorg');
    expect(page).not.toContain(withoutValues.id);
    const csv = await (await analyst.get(`/nyckeltal.csv${address}`)).text();
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.includes('Resurs'))).toBe(true);
    expect((await analyst.get(`/nyckeltal.xlsx${address}`)).headers.get('content-type')).toContain('spreadsheetml');
    expect(await textOf(await analyst.get('/nyckeltal?kon=uppdelat&sortera=title'))).toContain('könsuppdelat');
  });

  it('is closed to guests', async () => {
    const { browser } = serveRoutes(
      database,
      keyFigureRoutes({ figures: { current: async () => figures, close: async () => undefined } }),
    );
    expect((await browser(tenant.id, tenant.people.mentor).get('/nyckeltal')).status).toBe(403);
  });
});

describe('the page of a key figure', () => {
  it('says its finding first, and names definition, near municipalities and the same phenomenon', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${known}?ar=2022`));
    expect(page).toMatch(/Ekeberga har [\d\s]+kr\/inv 80\+ år 2022: plats \d+\/\d+/);
    expect(page).toContain('Medianen för liknande kommuner är');
    expect(page).toContain('granne i rang');
    expect(page).toContain('Definition och källa');
    expect(page).toContain('lågt värde eftersträvas');
    expect(page).toContain('Behåll som observation');
  });

  it('lets those who may only read see it without the buttons that write', async () => {
    const page = await textOf(await elected.get(`/nyckeltal/${known}`));
    expect(page).toContain('Ekeberga har');
    expect(page).not.toContain('Behåll som observation');
  });

  it('sends the same evidence to all, in their own language', async () => {
    const english = await textOf(
      await analyst.get(`/nyckeltal/${known}?ar=2022`, { cookie: cookieOf('analyst', 'en') }),
    );
    expect(english).toContain('Neighbours in rank');
    expect(english).not.toContain('Grannar i rangordningen');
  });

  it('is small on the wire', async () => {
    const { gzipSync } = await import('node:zlib');
    const html = await (await analyst.get(`/nyckeltal/${known}?ar=2022`)).text();
    expect(gzipSync(html).length).toBeLessThan(60_000);
  });

  it('splits women and men where Kolada does', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${withGender}`));
    expect(page).toContain('Kvinnor och män');
    expect(page).toContain('Kvinnor minus män');
  });

  it('says which years have values when the asked one has none', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${known}?ar=1987`));
    expect(page).toContain('Ingen kommun har värde för 1987');
    expect(page).toMatch(/åren 20\d\d–20\d\d/);
  });

  it('says so when there are no values at all', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${withoutValues.id}`));
    expect(page).toContain('inga värden i det som är hämtat');
    expect(page).toContain('Finns bara i katalogen.');
  });

  it('stays readable when it has vanished from the catalogue', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${vanished}`));
    expect(page).toContain('finns inte längre i Koladas katalog');
    expect(page).toContain('Ekeberga har');
    expect(await textOf(await analyst.get(`/nyckeltal?q=${vanished}`))).toContain('borttaget ur Kolada');
  });

  it('names the nearest when the id does not exist', async () => {
    const response = await analyst.get('/nyckeltal/N2300699');
    expect(response.status).toBe(404);
    expect(await textOf(response)).toContain(known);
    expect((await analyst.get(`/nyckeltal/${encodeURIComponent('<script>"%😀')}`)).status).toBe(404);
    const unlike = await textOf(await analyst.get('/nyckeltal/xyzzy'));
    expect(unlike).toContain('Inget nyckeltal liknar det som skrevs');
    expect(unlike).toMatch(/Närmast i stavning: .*[NU]\d{5}/);
    expect(await textOf(await analyst.get('/nyckeltal?q=hemtjämst'))).toMatch(
      /Närmast ligger: .*[Hh]emtjänst.*[NU]\d{5}/,
    );
  });

  it('does not make a file about another year or municipality than asked for', async () => {
    expect((await analyst.get(`/nyckeltal/${known}/allt.xlsx?ar=1987`)).status).toBe(404);
    expect((await analyst.get(`/nyckeltal/${known}/bild/utveckling.svg?kommun=Ingenstans`)).status).toBe(404);
  });

  it('gives its tables as a workbook and its charts as pictures', async () => {
    expect((await analyst.get(`/nyckeltal/${known}/allt.xlsx`)).status).toBe(200);
    const svg = await (await analyst.get(`/nyckeltal/${known}/bild/fordelning.svg`)).text();
    expect(svg).toContain('Exempeldata');
    expect((await analyst.get(`/nyckeltal/${known}/bild/utveckling.png`)).headers.get('content-type')).toBe(
      'image/png',
    );
    expect((await analyst.get(`/nyckeltal/${known}/bild/annat.svg`)).status).toBe(404);
  });

  it('shows what Kolada has changed since the first fetch', async () => {
    const page = await textOf(await analyst.get(`/nyckeltal/${known}`));
    expect(page).toContain('1 av 1 ändrade värden gäller Ekeberga');
    const list = await textOf(await analyst.get(`/nyckeltal/andringar?kommun=${own}`));
    expect(list).toContain('+1 000');
    expect(await textOf(await analyst.get('/nyckeltal/andringar?ar=2013'))).toContain('Ingen ändring stämmer');
    expect((await (await analyst.get('/nyckeltal/andringar.csv')).text()).trim().split('\r\n')).toHaveLength(2);
  });
});

function cookieOf(role: 'analyst', language: string): string {
  return `samband_session=${tenant.id}.${tenant.people[role]}; samband_language=${language}`;
}

describe('the review of the statistics', () => {
  const address = `/nyckeltal/${known}/granska?kommun=${own}&ar=2022`;
  const answers = {
    rightMeasure: 'ok',
    definition: 'investigate',
    definitionNote: 'Köpt verksamhet?',
    note: 'Börjat.',
  };

  it('is saved with who and when, and shown filled in', async () => {
    const response = await analyst.post(address, { ...answers, version: '0' });
    expect(response.status).toBe(303);
    const page = await textOf(await analyst.get(`/nyckeltal/${known}?kommun=${own}&ar=2022`));
    expect(page).toContain('1 i ordning, 1 att undersöka, 0 ej relevanta, 8 obesvarade.');
    expect(page).toContain('av Testperson analyst');
    expect(page).toContain('Köpt verksamhet?');
    expect(await (await analyst.get(address)).text()).toContain('value="Köpt verksamhet?"');
  });

  it('loses neither of two texts written at the same time', async () => {
    await analyst.post(address, { ...answers, note: 'Först.', version: '1' });
    const second = await analyst.post(address, { ...answers, note: 'Sedan.', version: '1' });
    expect(second.status).toBe(409);
    const page = await textOf(second);
    expect(page).toContain('Först.');
    expect(page).toContain('Sedan.');
    const begun = await analyst.post(address, { ...answers, note: 'Tredje.', version: '0' });
    expect(begun.status).toBe(409);
  });

  it('refuses an answer that is none of the choices and keeps what was typed', async () => {
    const refused = await analyst.post(address, {
      ...answers,
      rightMeasure: 'kanske',
      note: 'Sparas ej',
      version: '2',
    });
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('Sparas ej');
    expect((await elected.post(address, { ...answers, version: '2' })).status).toBe(403);
    const long = await analyst.post(address, { ...answers, definitionNote: 'x'.repeat(2001), version: '2' });
    expect(await textOf(long)).toContain('högst 2 000 tecken');
  });

  it('takes a text with a zero byte in it', async () => {
    expect((await analyst.post(address, { ...answers, note: 'a\0b', version: '2' })).status).toBe(303);
    expect(await (await analyst.get(address)).text()).toContain('>ab</textarea>');
  });
});

describe('comparing municipalities', () => {
  it('draws up to ten and says which of eleven are left out', async () => {
    const eleven = figures.municipalities.slice(0, 11);
    const page = await textOf(await analyst.get(`/nyckeltal/jamfor?nyckeltal=${known}&kommuner=${eleven.join(',')}`));
    expect(page).toContain(
      `Högst 10 kommuner kan jämföras på en gång. De här är inte med: ${figures.title(eleven[10]!)}.`,
    );
    expect((await analyst.get(`/nyckeltal/jamfor.xlsx?nyckeltal=${known}&kommuner=Ekeberga`)).status).toBe(200);
    expect((await analyst.get(`/nyckeltal/jamfor/bild.svg?nyckeltal=${known}&kommuner=Ekeberga`)).status).toBe(200);
  });

  it('begins with the own municipality, and says what it cannot find', async () => {
    expect(await textOf(await analyst.get('/nyckeltal/jamfor'))).toContain('Välj ett nyckeltal');
    const page = await textOf(await analyst.get('/nyckeltal/jamfor?nyckeltal=xyzzy&kommuner=Ekebergga'));
    expect(page).toContain('Menade du Ekeberga');
    expect(page).toContain('Inget nyckeltal heter eller handlar om ”xyzzy”');
  });

  it('reads names and codes without repetition', () => {
    const units = [
      { id: '0101', title: 'Aby', type: 'K' as const },
      { id: '0102', title: 'Öby', type: 'K' as const },
    ];
    expect(readComparedUnits('aby; 0102, Aby', 'Öby', units).units).toEqual(['0101', '0102']);
    expect(readComparedUnits('', '', units)).toEqual({ units: [], unknown: [], left: [] });
  });
});

describe('samband kpi', () => {
  const run = async (positionals: readonly string[], json = false) => {
    const printed: string[] = [];
    await kpiCommand(() => figures.archive.path).run({
      positionals,
      language: 'sv',
      text: () => undefined,
      flag: (name) => json && name === 'json',
      required: () => '',
      print: (text) => void printed.push(text),
      tell: () => undefined,
    });
    return printed.join('\n');
  };

  it('tells definition, years and latest values', async () => {
    expect(await run([known])).toContain('median');
    const document = JSON.parse(await run([known], true)) as { kpi: string; years: { municipalities: number }[] };
    expect(document.kpi).toBe(known);
    expect(document.years.at(-1)?.municipalities).toBeGreaterThan(200);
  });

  it('lists hits for words, and names the nearest for an unknown id', async () => {
    expect(await run(['kostnad', 'sarskilt', 'boende'])).toContain(known);
    await expect(run(['N23099'])).rejects.toMatchObject({ code: 3, message: expect.stringContaining('N23') });
    await expect(run(['xyzzy'])).rejects.toMatchObject({
      code: 3,
      message: expect.stringMatching(/”xyzzy”\. Inget liknar det; närmast i stavning: [NU]\d{5}/) as unknown,
    });
    await expect(run(['hemtjämst'])).rejects.toMatchObject({
      message: expect.stringContaining('Menade du') as unknown,
    });
    await expect(run(['99999'])).rejects.toMatchObject({ message: expect.stringMatching(/[NU]\d{5}/) as unknown });
    await expect(run([])).rejects.toMatchObject({ code: 2 });
  });
});
