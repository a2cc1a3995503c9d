import { readSheet } from '@samband/documents/spreadsheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import {
  apiRoutes,
  createKernel,
  findRows,
  insertRow,
  type Register,
  readRow,
} from '../../foundation/register/index.ts';
import { organisationReferences, withWholes } from '../../foundation/tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { candidate, focusArea, focusReferences } from '../focus/index.ts';
import { guidanceRoutes, guidanceVocabularies } from '../guidance/index.ts';
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
import type { CauseRow } from './rows.queries.ts';

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let analyst: TestBrowser;
let other: TestBrowser;
let elected: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['analyst', 'programmeLead', 'elected']);
  const kernel = createKernel({
    registers: [
      candidate,
      focusArea,
      problem,
      cause,
      suggestion,
      evidence,
      guide,
      interview,
    ] as unknown as readonly Register[],
    references: [...organisationReferences, ...situationReferences(figures), ...focusReferences, ...causesReferences],
    vocabularies: [...guidanceVocabularies, ...causesVocabularies],
    withWholes,
  });
  const { browser } = serveRoutes(database, [
    ...causesRoutes(kernel),
    ...guidanceRoutes(kernel),
    ...apiRoutes(kernel, { version: 'test', address: () => 'https://samband.example' }),
  ]);
  analyst = browser(house.id, house.people.analyst);
  other = browser(house.id, house.people.programmeLead);
  elected = browser(house.id, house.people.elected);
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

const inHouse = <R>(work: Parameters<typeof database.inScope<R>>[1]) =>
  database.inScope({ tenantId: house.id, personId: house.people.analyst }, work);

const newFocus = (title = 'Särskilt boende') => inHouse((tx) => insertRow(tx, focusArea, { title, state: 'ongoing' }));

const causes = () => inHouse((tx) => findRows(tx, cause)) as Promise<readonly CauseRow[]>;
const causeNamed = async (title: string) => (await causes()).find((row) => row.title === title)!;

/** A problem with causes, one for each line. */
async function problemWith(focus: string, title: string, written: string): Promise<string> {
  const response = await analyst.post(`/fokus/${focus}/orsaker/rad`, {
    omrade: 'Särskilt boende - Personalkostnader',
    problem: title,
    orsak: written,
    forslag: 'Gör något',
  });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location')?.split('#problem-')[1] ?? '';
}

const header = 'Område\tProblem/Utmaning\tOrsak/Påverkas av\tFörslag till åtgärd';

describe('the cause table', () => {
  it('gets a row from its own fields, and shows it with area and cost type as municipalities write them', async () => {
    const focus = await newFocus();
    expect(await (await analyst.get(`/fokus/${focus}/orsaker`)).text()).toContain('Inget problem är beskrivet än');
    await problemWith(focus, 'Hög sjukfrånvaro', 'Arbetsbelastning\nKultur');
    const page = await (await analyst.get(`/fokus/${focus}/orsaker`)).text();
    for (const words of [
      'Särskilt boende - Personalkostnader',
      'Hög sjukfrånvaro',
      'Arbetsbelastning',
      'Kultur',
      '1 problem, 2 orsaker och 1 förslag till åtgärd.',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('keeps what was typed when the problem is missing', async () => {
    const focus = await newFocus();
    const response = await analyst.post(`/fokus/${focus}/orsaker/rad`, {
      omrade: 'A - B',
      problem: '',
      orsak: 'Kultur',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Skriv problemet eller utmaningen');
    expect(page).toContain('Kultur');
  });

  it('is read, but not written, by elected representatives', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Vikarier', 'Ett');
    const page = await (await elected.get(`/fokus/${focus}/orsaker`)).text();
    expect(page).toContain('Vikarier');
    expect(page).not.toContain('ny-rad');
    expect((await elected.post(`/fokus/${focus}/orsaker/rad`, { problem: 'x' })).status).toBe(403);
  });

  it('goes out to Excel, and pasted back from there adds nothing', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Lokaler', 'Ett\nTvå');
    const file = new Uint8Array(await (await analyst.get(`/fokus/${focus}/orsaker.xlsx`)).arrayBuffer());
    const sheet = await readSheet(file, { bytes: 1_000_000, rows: 100 });
    expect(sheet.ok && sheet.rows.map(({ cells }) => cells)).toEqual([
      header.split('\t'),
      ['Särskilt boende - Personalkostnader', 'Lokaler', 'Ett\nTvå', 'Gör något'],
    ]);
    const tabell = sheet.ok
      ? sheet.rows.map(({ cells }) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n')
      : '';
    const preview = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell });
    expect(await preview.text()).toContain('Raden finns redan. Inget läggs till.');
  });
});

describe('pasting', () => {
  const table = [
    'Särskilt boende',
    '',
    header,
    'SÄBO - Personalkostnader\tHög användning av vikarier\tVikarier har använts utan reflektion, t.ex. ekonomiskt.\tFölj upp. Nyttja gemensamt.',
    'SÄBO – Brukare\tMånga bor länge\t"Beslut som tas\nAndra boenden saknas"\t"• Se över process\n• Se över riktlinjer"',
  ].join('\n');

  it('shows row by row what would happen, adds it in one go, and nothing the second time', async () => {
    const focus = await newFocus();
    const preview = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell: table });
    expect(preview.status).toBe(200);
    const words = await preview.text();
    expect(words).toContain('2 rader lästes. 2 nya problem, 3 nya orsaker och 3 nya förslag läggs till.');
    expect(words).toContain('Nya kostnadsslag som läggs till i ordlistan: Brukare.');
    expect(await inHouse((tx) => findRows(tx, problem))).not.toContainEqual(
      expect.objectContaining({ title: 'Många bor länge' }),
    );
    const saved = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell: table, spara: 'ja' });
    expect(saved.status).toBe(303);
    const page = await (await analyst.get(`/fokus/${focus}/orsaker`)).text();
    expect(page).toContain('SÄBO - Personalkostnader');
    expect(page).toContain('SÄBO - Brukare');
    const count = async () => (await inHouse((tx) => findRows(tx, problem))).length;
    const before = await count();
    const again = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell: table, spara: 'ja' });
    expect(again.status).toBe(303);
    expect(await count()).toBe(before);
    expect(await (await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell: table })).text()).toContain(
      'Alla 2 rader finns redan. Inget läggs till.',
    );
  });

  it('knows a cost type in both languages', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Språk', 'Ett');
    const tabell = `${header}\nSärskilt boende - Staff costs\tSpråk\tEtt\tGör något`;
    const preview = await (await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell })).text();
    expect(preview).toContain('Raden finns redan. Inget läggs till.');
  });

  it('adds nothing at all when a row cannot be read, and says which', async () => {
    const focus = await newFocus();
    const tabell = `${header}\nA - B\tFörst\tEtt\tGör\nA - B\t${'x'.repeat(1001)}\tEtt\tGör`;
    const response = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell, spara: 'ja' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Problemet är längre än 1 000 tecken');
    expect(await (await analyst.get(`/fokus/${focus}/orsaker`)).text()).not.toContain('Först');
  });

  it('says what is wrong when it is no table, and keeps the text', async () => {
    const focus = await newFocus();
    const response = await analyst.post(`/fokus/${focus}/orsaker/klistra`, { tabell: 'Bara en mening.' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('är ingen tabell');
    expect(page).toContain('Bara en mening.');
  });
});

describe('moving a cause', () => {
  it('takes it a step, or to any place in the focus area, with what lies under it and what was suggested for it', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Första problemet', 'Flyttar\nBredvid');
    const second = await problemWith(focus, 'Andra problemet', 'Annan');
    const [moving, beside] = [await causeNamed('Flyttar'), await causeNamed('Bredvid')];
    const step = await analyst.post(`/orsaker/orsak/${beside.id}/flytta`, { version: '1', steg: 'in' });
    expect(step.status).toBe(303);
    expect((await causeNamed('Bredvid')).parent).toBe(moving.id);
    const about = await inHouse((tx) =>
      insertRow(tx, suggestion, {
        problem: moving.problem,
        cause: beside.id,
        title: 'Möter den',
      }),
    );
    const over = await analyst.post(`/orsaker/orsak/${moving.id}/flytta`, { version: '1', till: `problem:${second}` });
    expect(over.status, await over.clone().text()).toBe(303);
    expect((await causeNamed('Flyttar')).problem).toBe(second);
    expect(await causeNamed('Bredvid')).toMatchObject({ problem: second, parent: moving.id });
    expect(await inHouse((tx) => readRow(tx, suggestion, about))).toMatchObject({ problem: second });
  });

  it('shows two people who move the same cause at once both places, and moves only as one of them chooses', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Två flyttar', 'Ena målet\nAndra målet\nDen som flyttas');
    const [first, second, moving] = [
      await causeNamed('Ena målet'),
      await causeNamed('Andra målet'),
      await causeNamed('Den som flyttas'),
    ];
    const path = `/orsaker/orsak/${moving.id}/flytta`;
    expect((await analyst.post(path, { version: '1', till: `orsak:${first.id}` })).status).toBe(303);
    const late = await other.post(path, { version: '1', till: `orsak:${second.id}` });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Två flyttar › Ena målet');
    expect(page).toContain('Två flyttar › Andra målet');
    expect(page).toContain('flyttad av Testperson analyst');
    expect((await causeNamed('Den som flyttas')).parent).toBe(first.id);
    expect((await other.post(path, { version: '2', till: `orsak:${second.id}` })).status).toBe(303);
    expect((await causeNamed('Den som flyttas')).parent).toBe(second.id);
  });

  it('lets a move through when somebody else has only changed its words', async () => {
    const focus = await newFocus();
    const of = await problemWith(focus, 'Ord och plats', 'Mål\nGammalt ord');
    const [goal, moving] = [await causeNamed('Mål'), await causeNamed('Gammalt ord')];
    await other.post(`/orsaker/orsak/${moving.id}`, { version: '1', title: 'Nytt ord', problem: of });
    const response = await analyst.post(`/orsaker/orsak/${moving.id}/flytta`, {
      version: '1',
      till: `orsak:${goal.id}`,
    });
    expect(response.status).toBe(303);
    expect(await causeNamed('Nytt ord')).toMatchObject({ parent: goal.id });
  });

  it('never makes a circle: not by a program, and not when two people move two causes under each other at the same moment', async () => {
    const focus = await newFocus();
    const of = await problemWith(focus, 'Cirkel', 'Alfa\nBeta');
    const [alpha, beta] = [await causeNamed('Alfa'), await causeNamed('Beta')];
    const answers = await Promise.all([
      analyst.post(`/orsaker/orsak/${alpha.id}/flytta`, { version: '1', till: `orsak:${beta.id}` }),
      other.post(`/orsaker/orsak/${beta.id}/flytta`, { version: '1', till: `orsak:${alpha.id}` }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    const top = (await causes()).filter((row) => row.problem === of && row.parent === null);
    expect(top).toHaveLength(1);
    const [under] = (await causes()).filter((row) => row.parent === top[0]!.id);
    const circle = await analyst.send('PATCH', `/api/v1/orsaker/orsak/${top[0]!.id}`, {
      version: top[0]!.version,
      parent: under!.id,
    });
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain('kan inte ligga under sig själv');
    expect((await causes()).find(({ id }) => id === top[0]!.id)?.parent).toBeNull();
  });

  it('refuses a program that takes a cause away from what lies under it, and says what to do', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Hel gren', 'Stam\nKvist');
    const elsewhere = await problemWith(focus, 'Någon annanstans', 'Ensam');
    const twig = await causeNamed('Kvist');
    await analyst.post(`/orsaker/orsak/${twig.id}/flytta`, { version: '1', steg: 'in' });
    const stem = await causeNamed('Stam');
    const response = await analyst.send('PATCH', `/api/v1/orsaker/orsak/${stem.id}`, {
      version: stem.version,
      problem: elsewhere,
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Flytta hela grenen i trädet');
  });
});

describe('splitting a cause', () => {
  it('keeps the first with its evidence and puts the others after it, and shows what somebody else wrote meanwhile', async () => {
    const focus = await newFocus();
    const of = await problemWith(focus, 'Att dela', 'Arbetsbelastning och kultur\nSista');
    const row = await causeNamed('Arbetsbelastning och kultur');
    const path = `/orsaker/orsak/${row.id}/dela`;
    expect(await (await analyst.get(path)).text()).toContain('Arbetsbelastning och kultur');
    const done = await analyst.post(path, { version: '1', orsaker: 'Arbetsbelastning\nKultur\nLedning' });
    expect(done.status).toBe(303);
    const page = await (await analyst.get(`/orsaker/${of}`)).text();
    const order = ['Arbetsbelastning', 'Kultur', 'Ledning', 'Sista'].map((title) => page.indexOf(`>${title}</a>`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
    expect((await causeNamed('Arbetsbelastning')).id).toBe(row.id);
    const late = await other.post(path, { version: '1', orsaker: 'Min uppdelning\nMin andra' });
    expect(late.status).toBe(409);
    const words = await late.text();
    expect(words).toContain('”Arbetsbelastning”');
    expect(words).toContain('Min uppdelning');
  });
});

describe('the page of a cause', () => {
  it('says the state, who judged it and why, and what the evidence says together', async () => {
    const focus = await newFocus();
    await problemWith(focus, 'Bedömning', 'Att bedöma');
    const row = await causeNamed('Att bedöma');
    const path = `/orsaker/orsak/${row.id}`;
    expect(await (await analyst.get(path)).text()).toContain('Ingen har bedömt den än.');
    const added = await analyst.post('/orsaker/underlag', {
      title: 'Sjukfrånvaron följer beläggningen',
      cause: row.id,
      kind: 'document',
      stance: 'supports',
      strength: '3',
      source: 'Personalbokslut 2025',
    });
    expect(added.status, await added.clone().text()).toBe(303);
    const without = await analyst.post('/orsaker/underlag', {
      title: 'Saknar nyckeltal',
      cause: row.id,
      kind: 'keyFigure',
      stance: 'contradicts',
    });
    expect(await without.text()).toContain('Välj nyckeltalet som är underlag.');
    expect((await analyst.post(`${path}/bedom`, { version: '1', state: 'supported', judgement: '' })).status).toBe(422);
    const judged = await analyst.post(`${path}/bedom`, {
      version: '1',
      state: 'supported',
      judgement: 'Två källor säger samma sak.',
    });
    expect(judged.status).toBe(303);
    const page = await (await elected.get(path)).text();
    expect(page).toContain('Bedömd av Testperson analyst 2026-03-02.');
    expect(page).toContain('Underlaget talar för orsaken: 1 för, inget emot.');
    expect(page).toContain('Två källor säger samma sak.');
    expect(page).toContain('Personalbokslut 2025');
    const late = await other.post(`${path}/bedom`, { version: '1', state: 'rejected', judgement: 'Min motivering' });
    expect(late.status).toBe(409);
    const words = await late.text();
    expect(words).toContain('Två källor säger samma sak.');
    expect(words).toContain('Min motivering');
  });
});

describe('the views', () => {
  const headings = (tree: string) =>
    [...tree.matchAll(/>(Fokusområde|Problem|Varför\?)<\/text>/g)].map(([, words]) => words);

  it('draw the same causes as tree and fishbone, on the page and as files', async () => {
    const focus = await newFocus('Bilder');
    const one = await problemWith(focus, 'Ett problem', 'Rotorsak');
    await problemWith(focus, 'Ännu ett', 'Annan rotorsak');
    for (const view of ['trad', 'fiskben']) {
      const page = await (await analyst.get(`/fokus/${focus}/orsaker?vy=${view}`)).text();
      expect(page).toContain('Rotorsak');
      expect(page).toContain('<svg');
    }
    for (const view of ['tabell', 'trad', 'fiskben']) {
      const svg = await analyst.get(`/fokus/${focus}/orsaker/${view}.svg`);
      expect(svg.headers.get('content-type')).toContain('image/svg+xml');
      const drawing = await svg.text();
      expect(drawing).toContain('Rotorsak');
      expect(drawing).toContain('Källa: orsaksanalys, Provkommun.');
      if (view === 'trad') expect(headings(drawing)).toEqual(['Fokusområde', 'Problem', 'Varför?']);
    }
    const tree = await (await analyst.get(`/fokus/${focus}/orsaker/trad.svg?problem=${one}`)).text();
    expect(headings(tree)).toEqual(['Problem', 'Varför?']);
    const png = new Uint8Array(await (await analyst.get(`/fokus/${focus}/orsaker/trad.png`)).arrayBuffer());
    expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  });

  it('show one problem at a time when there are more causes than anybody takes in, and all when asked', async () => {
    const focus = await newFocus('Många');
    const lines = (name: string) => Array.from({ length: 80 }, (_, index) => `${name} ${index}`).join('\n');
    await problemWith(focus, 'Första', lines('Ett'));
    await problemWith(focus, 'Andra', lines('Två'));
    const first = await (await analyst.get(`/fokus/${focus}/orsaker?vy=trad`)).text();
    expect(first).toContain('Ett 79');
    expect(first).not.toContain('Två 79');
    expect(await (await analyst.get(`/fokus/${focus}/orsaker?vy=trad&problem=alla`)).text()).toContain('Två 79');
  });

  it('put a cause on the branch that is chosen, unless somebody else has chosen another meanwhile', async () => {
    const focus = await newFocus('Grenar');
    await problemWith(focus, 'Grenat', 'På gren');
    const row = await causeNamed('På gren');
    const form = { [`gren-${row.id}`]: 'people', [`fran-${row.id}`]: '' };
    expect((await analyst.post(`/fokus/${focus}/orsaker/grenar`, form)).status).toBe(303);
    expect((await causeNamed('På gren')).branch).toBe('people');
    await other.post(`/fokus/${focus}/orsaker/grenar`, { ...form, [`gren-${row.id}`]: 'economy' });
    expect((await causeNamed('På gren')).branch).toBe('people');
  });
});

describe('an interview', () => {
  const create = async (focus: string, fields: Readonly<Record<string, string>> = {}) => {
    const response = await analyst.post('/orsaker/intervjuer', {
      respondentRole: 'Undersköterska',
      focusArea: focus,
      heldOn: '2026-02-10',
      ...fields,
    });
    expect(response.status, await response.clone().text()).toBe(303);
    return response.headers.get('location') ?? '';
  };

  it('asks the questions of its guide, and keeps them as they read when they were answered', async () => {
    const focus = await newFocus('Intervjuer');
    const own = await analyst.post('/orsaker/guider/start', {});
    const guidePath = own.headers.get('location') ?? '';
    expect(await (await analyst.get(guidePath)).text()).toContain('Vad tror du att det beror på?');
    await analyst.post(guidePath, { version: '1', title: 'Kort guide', questions: 'Vad ser du?\nVarför?' });
    const path = await create(focus, { guide: 'Kort guide' });
    expect(await (await analyst.get(path)).text()).toContain('Vad ser du?');
    const answered = await analyst.post(`${path}/svar`, {
      'svar-0': 'Många vikarier på natten',
      'fraga-0': 'Vad ser du?',
      'version-0': '0',
      'svar-1': '',
      'fraga-1': 'Varför?',
      'version-1': '0',
    });
    expect(answered.status).toBe(303);
    await analyst.post(guidePath, { version: '2', title: 'Kort guide', questions: 'Något annat?' });
    const page = await (await analyst.get(path)).text();
    expect(page).toContain('Vad ser du?');
    expect(page).toContain('1 av 2 frågor har svar.');
    const late = await other.post(`${path}/svar`, {
      'svar-0': 'Min anteckning',
      'fraga-0': 'Vad ser du?',
      'version-0': '0',
    });
    expect(late.status).toBe(409);
    const words = await late.text();
    expect(words).toContain('Många vikarier på natten');
    expect(words).toContain('Min anteckning');
  });

  it('has passages that become evidence for a cause, counted by role', async () => {
    const focus = await newFocus('Kodning');
    await problemWith(focus, 'Kodas', 'Schemat styr');
    const coded = await causeNamed('Schemat styr');
    const path = await create(focus);
    const passage = { title: 'Vi lägger schemat efter oss själva', cause: coded.id, stance: 'supports', strength: '2' };
    expect((await analyst.post(`${path}/koda`, passage)).status).toBe(303);
    const missing = await analyst.post(`${path}/koda`, { ...passage, cause: '' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('Vi lägger schemat efter oss själva');
    const page = await (await analyst.get(`/orsaker/orsak/${coded.id}`)).text();
    expect(page).toContain('Vi lägger schemat efter oss själva');
    expect(page).toContain('Strukturerad intervju');
    expect(page).toContain('Underlaget talar för orsaken: 1 för, inget emot.');
    const list = await (await analyst.get(`/fokus/${focus}/orsaker/intervjuer`)).text();
    expect(list).toContain('1 intervju med en roll. 1 avsnitt är kodat till en orsak.');
    expect(list).toContain('Schemat styr');
    expect((await elected.get(path)).status).toBe(403);
  });
});

it('the plain form of a cause shows its problem with the way to move it, and leaves it as it is', async () => {
  const focus = await newFocus('Flytten');
  const [here, there] = [
    await problemWith(focus, 'Dyra lokaler', 'Tomma rum'),
    await problemWith(focus, 'Hög frånvaro', 'Schemat'),
  ];
  const [row] = (await database.inScope({ tenantId: house.id }, (tx) => findRows(tx, cause))).filter(
    ({ problem: of }) => of === here,
  );
  const at = `/orsaker/orsak/${row!.id}`;
  const form = await (await analyst.get(`${at}/andra`)).text();
  expect(form).toContain('Problem/Utmaning: <strong>Dyra lokaler</strong>');
  expect(form).toContain(`href="${at}/flytta"`);
  expect(form).not.toContain('name="problem"');
  const said = { version: String(row!.version), title: 'Rummen står tomma', problem: there };
  expect((await analyst.post(at, said)).status).toBe(303);
  expect(await database.inScope({ tenantId: house.id }, (tx) => readRow(tx, cause, row!.id))).toMatchObject({
    ...{ title: 'Rummen står tomma', problem: here },
  });
  const moved = await analyst.post(`${at}/flytta`, {
    version: String(row!.version + 1),
    till: `problem:${there}`,
    back: at,
  });
  expect(moved.status).toBe(303);
  expect(await (await analyst.get(`${at}/andra`)).text()).toContain('<strong>Hög frånvaro</strong>');
});

describe('the guided questions', () => {
  it('stand beside the work until they are hidden, and their answers become documentation', async () => {
    const focus = await newFocus('Vägledning');
    const here = `/fokus/${focus}/orsaker`;
    expect(await (await analyst.get(here)).text()).toContain('Vilken orsak har det starkaste sambandet?');
    const answered = await analyst.post('/vagledning/orsaker', {
      fokus: focus,
      back: here,
      'svar-strongest': 'Beläggningen',
      'version-strongest': '0',
    });
    expect(answered.headers.get('location')).toBe(here);
    const late = await other.post('/vagledning/orsaker', {
      fokus: focus,
      back: here,
      'svar-strongest': 'Schemat',
      'version-strongest': '0',
    });
    expect(late.status).toBe(409);
    const words = await late.text();
    expect(words).toContain('Beläggningen');
    expect(words).toContain('Schemat');
    const documentation = await (await elected.get(`/vagledning?fokus=${focus}`)).text();
    expect(documentation).toContain('Beläggningen');
    expect(documentation).toContain('Frågor och svar: Vägledning');
    for (const [phase, work] of [
      ['samla', '/nulage'],
      ['fokusera', `/fokus/${focus}`],
      ['orsaker', here],
      ['slutsatser', `/slutsatser?focusArea=${focus}`],
    ] as const) {
      expect(await (await analyst.get(`/vagledning/${phase}?fokus=${focus}`)).text()).toContain(`href="${work}"`);
      if (phase !== 'samla') expect(documentation).toContain(`href="${work}"`);
    }
    await analyst.post('/vagledning/panel', { dold: 'ja', back: here });
    expect(await (await analyst.get(here)).text()).not.toContain('Vilken orsak har det starkaste sambandet?');
    await analyst.post('/vagledning/panel', { dold: 'nej', back: 'https://elsewhere.example' });
    expect(await (await analyst.get(here)).text()).toContain('Vilken orsak har det starkaste sambandet?');
  });
});
