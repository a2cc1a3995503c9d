import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExample } from '../../example/index.ts';
import { placeExampleArchive } from '../../example/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { exampleSignIn } from '../../foundation/identity/index.ts';
import { type Browser, openHouse, type TestHouse } from '../../foundation/identity/testing.ts';
import { createLog } from '../../foundation/log/index.ts';
import { costTreeRoutes } from './cost-tree.routes.tsx';
import { experiencePanel, observationRoutes } from './observation.routes.tsx';
import { situationRoutes } from './situation.routes.tsx';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-situation-'));
const archive = path.join(folder, 'example.duckdb');
let house: TestHouse;
let figures: FigureStore;
let controller: Browser;
let colleague: Browser;

beforeAll(async () => {
  figures = createFigureStore(
    { kolada: path.join(folder, 'none.duckdb'), example: archive },
    keyFigureMap.map(({ kpi }) => kpi),
    createLog('silent'),
  );
  house = await openHouse({
    example: true,
    routes: [
      ...situationRoutes({ figures, experience: experiencePanel }),
      ...costTreeRoutes(figures),
      ...observationRoutes(figures),
    ],
  });
  await placeExampleArchive(archive);
  await loadExample(house.database, archive);
  controller = await signedIn('analyst');
  colleague = await signedIn('programmeLead');
}, 60_000);

afterAll(async () => {
  await figures.close();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signedIn(role: 'analyst' | 'programmeLead' | 'staff' | 'mentor'): Promise<Browser> {
  const browser = house.browser();
  const token = await exampleSignIn(
    { database: house.database, tenantCode: '9121', role },
    { userAgent: '', origin: '', now: house.now() },
  );
  browser.cookies.set('samband_session', token!);
  return browser;
}

describe('Nuläge', () => {
  test('says its finding first and then shows the evidence, with source and example mark', async () => {
    const { status, text } = await controller.get('/nulage');
    expect(status).toBe(200);
    expect(text).toContain('sticker ut mest');
    expect(text).toContain('Sex verksamheter, tre index');
    expect(text).toContain('Exempeldata');
    expect(text).not.toContain('Källa: Kolada');
  });

  test.each([
    ['/nulage?kommun=Björnsnd', 'Det finns ingen kommun som heter ”Björnsnd”. Menade du'],
    ['/nulage?kommun=Atlantis', 'Det finns ingen kommun som heter ”Atlantis”. Inget liknar det; närmast i stavning: '],
    ['/nulage?ar=1850', 'Det finns inga nyckeltal för år 1850. År med nyckeltal: 20'],
    ['/nulage?ar=nittio', 'Det finns inga nyckeltal för år nittio'],
    [
      '/nulage?jamfor=egna&kommuner=Atlantis,Ekeberga',
      'Det finns ingen kommun som heter ”Atlantis”; den är inte med i jämförelsen',
    ],
    ['/nulage?jamfor=egna&kommuner=', 'Skriv minst en annan kommun'],
    [`/nulage?kommun=${encodeURIComponent('😀%"\'<script>')}`, 'Det finns ingen kommun'],
  ])('%s shows the nearest that can be shown, and says why', async (address, sentence) => {
    const { status, text } = await controller.get(address);
    expect(status).toBe(200);
    expect(text).toContain(sentence);
  });

  test('a municipality that lacks an index is not said to have nobody to learn from', async () => {
    const { text } = await controller.get('/nulage?kommun=9005&ar=2023&falt=lss');
    expect(text).toContain('saknar minst ett av indexen');
    expect(text).toContain('Det går inte att säga utan kommunens båda index.');
    expect(text).not.toContain('Ingen kommun ligger bättre till');
  });

  test('another comparison gives another median, and the address keeps the choice', async () => {
    const all = await controller.get('/nulage?jamfor=alla');
    expect(all.text).toContain('i medianen för alla kommuner');
    expect(all.html).toContain('jamfor=alla');
  });

  test('the workbook and the pictures are files with names, and a file never answers for another choice than asked', async () => {
    const book = await controller.get('/nulage.xlsx');
    expect(book.headers.get('content-disposition')).toContain('.xlsx');
    const picture = await controller.get('/nulage/bild/fyrfalt-aldreomsorg.svg');
    expect(picture.html).toContain('<svg');
    expect((await controller.get('/nulage.xlsx?kommun=Atlantis')).status).toBe(404);
    expect((await controller.get('/nulage/bild/nagot.svg')).status).toBe(404);
  });

  test('every drawing on the page is there as a picture, complete with what it shows, its year, its signs and its source', async () => {
    const page = await controller.get('/nulage');
    const links = [...page.html.matchAll(/href="(\/nulage\/bild\/[^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(6);
    for (const link of links) {
      const picture = await controller.get(link);
      expect(picture.status).toBe(200);
      if (!link.includes('.svg')) continue;
      expect(picture.html).toMatch(/class="picture-heading"[^>]*>[^<]*Ekeberga(<\/text><text[^>]*>)? 20\d\d</);
      expect(picture.html).toContain('Exempeldata, framtagna av Samband');
      // The letters of an embedded font may spell anything.
      const drawn = picture.html.replace(/<style>.*?<\/style>/s, '');
      expect(drawn).not.toMatch(/NaN|undefined|var\(--/);
      // The fonts in a picture have no other signs than these.
      expect(drawn).not.toMatch(/[^\n -~\u00a0-\u00ff\u2000-\u206f\u2212]/);
    }
    const indices = await controller.get('/nulage/bild/index.svg');
    expect(indices.html.match(/is-strip/g)).toHaveLength(18);
    expect(indices.text).toContain('kommungruppens median');
    const findings = await controller.get('/nulage/bild/sticker-ut.svg');
    expect(findings.html.match(/class="chart is-sparkline"/g)).toHaveLength(15);
    expect(findings.text).toContain('median för liknande kommuner');
    const all = await controller.get('/nulage/bild/sticker-ut.svg?visa=alla');
    expect(all.html.match(/class="chart is-sparkline"/g)?.length).toBeGreaterThan(15);
  });

  test('a mentor and someone who is not signed in do not see it', async () => {
    expect((await (await signedIn('mentor')).get('/nulage')).status).toBe(403);
    expect((await house.browser().get('/nulage')).status).toBe(401);
  });
});

describe('the cost tree', () => {
  test('draws where the difference comes from, and its parts add up in the table', async () => {
    const { text } = await controller.get('/kostnadstrad?trad=aldreomsorg');
    expect(text).toContain('Särskilt boende');
    expect(text).toContain('jämfört med medelvärdet');
  });

  test('a year without the parts says which are missing', async () => {
    const { text } = await controller.get('/kostnadstrad?ar=2013&kommun=Ekeberga&trad=lss');
    expect(text).toMatch(/LSS/);
  });
});

describe('an observation', () => {
  async function create(fields: Readonly<Record<string, string>>): Promise<string> {
    const answer = await controller.post('/observationer', { title: 'Dyra lokaler', ...fields });
    expect(answer.status).toBe(303);
    return answer.location!;
  }

  test('is kept from a finding with the figure frozen, once however often one presses', async () => {
    const page = await controller.get('/nulage');
    const kpi = page.hidden('kpi');
    const fields = { kpi, kommun: page.hidden('kommun'), ar: page.hidden('ar'), jamfor: page.hidden('jamfor') };
    const first = await controller.post('/observationer/behall', fields);
    const second = await controller.post('/observationer/behall', fields);
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    const { text } = await controller.get(first.location!);
    expect(text).toContain(kpi);
    expect(text).toContain('Exempeldata');
  });

  test('keeps the comparison that the row was found with', async () => {
    const page = await controller.get('/nulage?jamfor=alla');
    const fields = {
      kpi: page.hidden('kpi'),
      kommun: page.hidden('kommun'),
      ar: page.hidden('ar'),
      jamfor: page.hidden('jamfor'),
    };
    const kept = await controller.post('/observationer/behall', fields);
    expect((await controller.get(kept.location!)).text).toContain('alla kommuner');
  });

  test('keeps what was typed when something is missing, and says what', async () => {
    const typed = 'Personalen upplever brist på "tid" & ork';
    const answer = await controller.post('/observationer', { title: '', experience: typed, agreement: 'disagrees' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Skriv en rubrik.');
    expect(answer.text).toContain('Välj vem som upplever det.');
    expect(answer.text).toContain(typed);
  });

  test('that two people edit shows both versions to the one who saves last, and loses neither', async () => {
    const place = await create({ note: 'Första' });
    const mine = await controller.get(`${place}/andra`);
    const theirs = await colleague.get(`${place}/andra`);
    expect(
      (
        await colleague.post(place, {
          title: 'Dyra lokaler',
          note: 'Kollegans text',
          version: theirs.hidden('version'),
        })
      ).status,
    ).toBe(303);
    const conflict = await controller.post(place, {
      title: 'Dyra lokaler',
      note: 'Min text',
      version: mine.hidden('version'),
    });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Min text');
    expect(conflict.text).toContain('Kollegans text');
    expect((await controller.get(place)).text).toContain('Kollegans text');
    const chosen = await controller.post(place, {
      title: 'Dyra lokaler',
      note: 'Min text',
      version: conflict.hidden('version'),
    });
    expect(chosen.status).toBe(303);
    expect((await controller.get(place)).text).toContain('Min text');
  });

  test('is archived rather than deleted, and can be taken back', async () => {
    const place = await create({ title: 'Ska bort' });
    await controller.post(`${place}/arkivera`, {});
    expect((await controller.get('/observationer?q=Ska+bort')).text).not.toContain('Ska bort Inget');
    expect((await controller.get('/observationer?visa=arkiverade&q=Ska')).text).toContain('Ska bort');
    await controller.post(`${place}/ta-tillbaka`, {});
    expect((await controller.get('/observationer?q=Ska')).text).toContain('Ska bort');
  });

  test('takes another figure by its id, and a wrong id is explained', async () => {
    const place = await create({ title: 'Med siffra' });
    expect((await controller.post(`${place}/nyckeltal`, { kpi: 'n11033' })).status).toBe(303);
    expect((await controller.get(place)).text).toContain('N11033');
    const wrong = await controller.post(`${place}/nyckeltal`, { kpi: 'N99999' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Det finns inget nyckeltal N99999');
  });

  test.each(['%', '_', "'; drop table", '😀', '"citat"', 'x'.repeat(10_000)])(
    'a search for %j is only a search',
    async (words) => {
      expect((await controller.get(`/observationer?q=${encodeURIComponent(words)}`)).status).toBe(200);
    },
  );

  test('staff may read but not write', async () => {
    const staff = await signedIn('staff');
    expect((await staff.get('/observationer')).status).toBe(200);
    for (const page of ['/observationer', '/nulage']) {
      expect((await staff.get(page)).html).toContain('href="/vagledning/samla"');
    }
    expect((await staff.get('/observationer/ny')).status).toBe(403);
    expect((await staff.post('/observationer', { title: 'x' })).status).toBe(403);
  });

  test('a form posted on an expired session survives signing in', async () => {
    const gone = house.browser();
    gone.cookies.set('samband_session', 'a'.repeat(64));
    const answer = await gone.post('/observationer', { title: 'Nästan förlorad', note: 'En lång text' });
    expect(answer.status).toBe(401);
    expect(answer.html).toContain('En lång text');
  });
});

test('without figures the page says what to do, and nothing else breaks', async () => {
  const { tenantId } = await house.municipality({ code: '9555', name: 'Utan siffror', email: 'nobody@example.org' });
  expect(tenantId).not.toBe('');
  const person = house.browser();
  await person.signIn('nobody@example.org');
  const answer = await person.get('/nulage');
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Det finns inga nyckeltal ännu');
  expect((await person.get('/observationer')).status).toBe(200);
});
