import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { buildSearchIndex, type SearchedKeyFigure, searchIndex } from './key-figure-search.rules.ts';
import { foldLetters, swedishStem, wordsOf } from './key-figure-stem.rules.ts';
import { nameOfTitle, unitOfTitle } from './key-figure-unit.rules.ts';

describe('Swedish stemming', () => {
  // Pairs after the published Snowball vocabulary, folded.
  test.each([
    ['jaktbossa', 'jaktboss'],
    ['jaktkarlarne', 'jaktkarl'],
    ['jaktkarlens', 'jaktkarl'],
    ['klok', 'klok'],
    ['kloka', 'klok'],
    ['klokare', 'klok'],
    ['klokast', 'klok'],
    ['klostergarden', 'klostergard'],
    ['kostnaderna', 'kostnad'],
    ['kostnad', 'kostnad'],
    ['brukarnas', 'bruk'],
    ['friskt', 'frisk'],
    ['huvudsakligen', 'huvudsak'],
  ])('%s has the stem %s', (word, stem) => {
    expect(swedishStem(word)).toBe(stem);
  });

  it('gives short words back as they are', () => {
    for (const word of ['', 'a', 'as', 'ars', 'lss', 'ifo', 'inv']) expect(swedishStem(word)).toBe(word);
  });

  it('folds å, ä and ö whether they are one sign or two', () => {
    expect(foldLetters('Äldreomsorg'.normalize('NFD'))).toBe('aldreomsorg');
    expect(foldLetters('ÄLDREOMSORG')).toBe('aldreomsorg');
    expect(wordsOf('kr/inv 80+, "särskilt" 😀 50%')).toEqual(['kr', 'inv', '80', 'sarskilt', '50']);
  });
});

const figure = (id: string, title: string, more: Partial<SearchedKeyFigure> = {}): SearchedKeyFigure => ({
  id,
  titles: [title],
  about: [],
  description: '',
  standing: 0,
  ...more,
});
const index = buildSearchIndex([
  figure('N00001', 'Kostnad äldreomsorg, kr/inv'),
  figure('N00002', 'Kostnad förskola, kr/barn', { description: 'Inte äldreomsorg.' }),
  figure('N00003', 'Lokalkostnader i kommunens skolor, kr/elev'),
  figure('N00004', 'Kostnad särskilt boende äldreomsorg, kr/inv 80+', { standing: 3 }),
  figure('U00005', 'Nöjda brukare, andel (%)', { about: ['hemtjänst'] }),
]);
const found = (text: string) => searchIndex(index, text).map(({ id }) => id);

describe('searching key figures', () => {
  it('finds with and without the dots and rings, in title before description', () => {
    expect(found('äldreomsorg')).toEqual(['N00004', 'N00001', 'N00002']);
    expect(found('aldreomsorg')).toEqual(found('äldreomsorg'));
    expect(found('ÄLDREOMSORGEN'.normalize('NFD'))).toEqual(found('äldreomsorg'));
  });

  it('takes words in any order and the last one half typed', () => {
    expect(found('boende särskilda kostnaden')).toEqual(['N00004']);
    expect(found('kostnad sär')).toEqual(['N00004']);
  });

  it('finds a word inside a compound, after those that begin with it', () => {
    expect(found('omsorg')).toEqual(['N00004', 'N00001', 'N00002']);
    expect(found('skola')[0]).toBe('N00003');
  });

  it('finds by id in large and small letters, whole and begun', () => {
    expect(found('n00003')).toEqual(['N00003']);
    expect(found('N0000')).toHaveLength(4);
    expect(found('00005')).toEqual(['U00005']);
  });

  it('answers nothing for what is no word, and for words that nothing holds', () => {
    for (const text of ['', '   ', '%', '"', "'; drop table", '😀', '\0', 'xyzzy', '{}[]\\']) {
      expect(found(text), text).toEqual([]);
    }
  });
});

describe('the unit that a title ends with', () => {
  test.each([
    ['Personalkostnader, kr/inv', 'kr/inv', 'Personalkostnader'],
    ['Nöjda brukare, andel (%)', '%', 'Nöjda brukare'],
    ['Kommunikation med anhörig, andel (%) (-2023)', '%', 'Kommunikation med anhörig (-2023)'],
    ['Kostnad särskilt boende, äldreomsorg, kr/inv 80+', 'kr/inv 80+', 'Kostnad särskilt boende, äldreomsorg'],
    ['Länsvis skattesats, (%)', '%', 'Länsvis skattesats'],
    ['Förekomst av modell (Ja=1, Nej=0)', '', 'Förekomst av modell (Ja=1, Nej=0)'],
    ['Invånare totalt, antal', 'antal', 'Invånare totalt'],
    ['Kvalitetsindex grundskola', '', 'Kvalitetsindex grundskola'],
  ])('%s', (title, unit, name) => {
    expect([unitOfTitle(title), nameOfTitle(title)]).toEqual([unit, name]);
  });
});

const catalogueFile = path.resolve(
  import.meta.dirname,
  '../../../../../shared/kolada/kpi-catalogue-v3-2026-03.json.gz',
);

describe.skipIf(!existsSync(catalogueFile))('the whole catalogue (skipped without ../shared/kolada)', () => {
  const read = () => {
    const values = JSON.parse(gunzipSync(readFileSync(catalogueFile)).toString('utf8')) as {
      id: string;
      title: string;
      description: string;
      operating_area: string;
    }[];
    return buildSearchIndex(
      values.map(({ id, title, description, operating_area }) => ({
        id,
        titles: [title],
        about: [operating_area],
        description,
        standing: 0,
      })),
    );
  };

  it('answers any text within 20 ms', () => {
    const whole = read();
    const texts = [
      'kostnad',
      'a',
      'äldre boende kostn',
      'e',
      '%',
      'x'.repeat(10_000),
      'ord '.repeat(2500),
      '😀"\'%_\\',
    ];
    for (const text of texts) searchIndex(whole, text);
    // The least of five: what the search takes, not what else the machine does meanwhile.
    for (const text of texts) {
      const taken = Array.from({ length: 5 }, () => {
        const start = performance.now();
        searchIndex(whole, text);
        return performance.now() - start;
      });
      expect(Math.min(...taken), text.slice(0, 20)).toBeLessThan(20);
    }
  });
});
