import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '../tenancy/testing.ts';
import { createTrial, type Trial } from './test-register.ts';
import { codeFor, mergedTerms, movedBy } from './vocabulary.rules.ts';

describe('a vocabulary', () => {
  it('is the start with the municipality’s words, order and additions laid over it', () => {
    const own = [
      { code: 'b', label: 'Bra', active: true, place: 0, version: 2 },
      { code: 'c', label: 'Cykel', active: true, place: 1001, version: 1 },
      { code: 'a', label: '', active: false, place: null, version: 1 },
    ];
    const terms = mergedTerms({ a: 'Apa', b: 'Bil' }, own);
    expect(terms.map(({ code, label, active, given, version }) => [code, label, active, given, version])).toEqual([
      ['a', 'Apa', false, true, 1],
      ['b', 'Bra', true, true, 2],
      ['c', 'Cykel', true, false, 1],
    ]);
  });

  it('gives each word a code of its own, and moves a word a step', () => {
    expect(codeFor('Kost och måltid!', new Set())).toBe('kost-och-maltid');
    expect(codeFor('Å', new Set(['a', 'a-2']))).toBe('a-3');
    expect(codeFor('日本', new Set())).toBe('ord');
    expect(movedBy(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(movedBy(['a', 'b'], 'a', -1)).toBeUndefined();
  });
});

describe('the pages of vocabularies', () => {
  let trial: Trial;
  let lead: TestBrowser;
  let administrator: TestBrowser;
  const here = '/administration/ordlistor/sort';
  const page = async (as: TestBrowser = lead, path = here, headers = {}) => (await as.get(path, headers)).text();
  const wordsOn = async (path = here, headers = {}) =>
    [...(await page(lead, path, headers)).matchAll(/name="word-[^"]*"[^>]*value="([^"]*)"/g)].map(([, word]) => word);

  beforeAll(async () => {
    trial = await createTrial();
    const { own, browser } = trial;
    lead = browser(own.id, own.people.programmeLead);
    administrator = browser(own.id, own.people.administrator);
  });
  afterAll(() => trial?.drop());

  it('are for those who lead the work, and say how many rows have each word', async () => {
    await lead.post('/saker', { title: 'En buss', sort: 'large', done: 'nej' });
    expect(await page()).toContain('används av 1 rad');
    expect(await page(lead, '/administration/ordlistor')).toContain('Sorter av saker.');
    expect(await page(lead, '/saker')).toContain('href="/administration/ordlistor"');
    const analyst = trial.browser(trial.own.id, trial.own.people.analyst);
    expect((await analyst.get(here)).status).toBe(403);
    expect(await page(analyst, '/saker')).not.toContain('href="/administration/ordlistor"');
    expect((await lead.get('/administration/ordlistor/ingen')).status).toBe(404);
  });

  it('rename a word for every row that has it, and give the program’s word back when it is emptied', async () => {
    expect((await lead.post(`${here}/large`, { version: '0', 'word-large': ' Jätte  stor ' })).status).toBe(303);
    expect(await wordsOn()).toEqual(['Jätte stor', 'Liten']);
    expect(await page(lead, '/saker')).toContain('Jätte stor');
    for (const [word, words] of [
      ['liten', 'Ordet finns redan i listan.'],
      ['x'.repeat(201), 'Ordet är för långt'],
    ] as const) {
      const refused = await lead.post(`${here}/large`, { version: '2', 'word-large': word });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(words);
    }
    expect((await lead.post(`${here}/large`, { version: '2', 'word-large': '' })).status).toBe(303);
    expect(await wordsOn()).toEqual(['Stor', 'Liten']);
  });

  it('tell two people who change the same word what the other wrote, and lose neither', async () => {
    expect((await lead.post(`${here}/small`, { version: '0', 'word-small': 'Smått' })).status).toBe(303);
    const late = await administrator.post(`${here}/small`, { version: '0', 'word-small': 'Litet' });
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain('till ”Smått”');
    expect(both).toContain('value="Litet"');
    expect((await administrator.post(`${here}/small`, { version: '2', 'word-small': 'Litet' })).status).toBe(303);
    expect(await wordsOn()).toEqual(['Stor', 'Litet']);
  });

  it('add words after the others and move them step by step, though two do it at once', async () => {
    for (const word of ['Mellan', 'Enorm']) expect((await lead.post(here, { newWord: word })).status).toBe(303);
    expect((await lead.post(here, { newWord: 'MELLAN' })).status).toBe(422);
    expect(await wordsOn()).toEqual(['Stor', 'Litet', 'Mellan', 'Enorm']);
    await Promise.all([lead.post(`${here}/enorm/upp`, {}), administrator.post(`${here}/enorm/upp`, {})]);
    expect(await wordsOn()).toEqual(['Stor', 'Enorm', 'Litet', 'Mellan']);
    await lead.post(`${here}/large/upp`, {});
    await lead.post(`${here}/large/ner`, {});
    expect(await wordsOn()).toEqual(['Enorm', 'Stor', 'Litet', 'Mellan']);
    // Moving has not taken the program's words from the other language.
    const cookie = `${trial.cookie(trial.own.people.programmeLead)}; samband_language=en`;
    expect(await wordsOn(here, { cookie })).toEqual(['Enorm', 'Large', 'Litet', 'Mellan']);
    expect((await lead.post(`${here}/none/upp`, {})).status).toBe(404);
  });

  it('stop offering a word; a row that has it keeps it when it is changed', async () => {
    const created = await lead.post('/saker', { title: 'En bil', sort: 'mellan', done: 'nej' });
    const row = created.headers.get('location')!;
    expect((await lead.post(`${here}/mellan/sluta`, {})).status).toBe(303);
    expect(await page()).toContain('Erbjuds inte.');
    expect(await page(lead, '/saker/ny')).not.toContain('Mellan');
    const form = await page(lead, `${row}/andra`);
    expect(form).toMatch(/<option value="mellan" selected[^>]*>Mellan/);
    await lead.post(row, { version: '1', title: 'En liten bil', sort: 'mellan', done: 'nej' });
    expect(await page(lead, row)).toContain('Mellan');
    await lead.post(`${here}/mellan/erbjud`, {});
    expect(await page(lead, '/saker/ny')).toContain('Mellan');
  });
});
