import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundTable } from '../reading/content.ts';
import type { Target } from './field.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { matchColumns, matchTable } from './match.ts';
import { splitValues } from './values.ts';

const text = (key: string, required: boolean, ...words: readonly string[]) =>
  ({ key, words, kind: 'text', required }) as const;

const causes: Target = {
  key: 'causes',
  title: 'Orsaker',
  fields: [
    text('area', false, 'Område', 'Enhet'),
    text('problem', true, 'Problem', 'Utmaning'),
    text('cause', false, 'Orsak', 'Påverkas av'),
    text('suggestion', false, 'Förslag till åtgärd', 'Åtgärdsförslag'),
  ],
};
const actions: Target = {
  key: 'actions',
  title: 'Åtgärder',
  fields: [
    text('title', true, 'Åtgärd'),
    text('description', false, 'Beskrivning'),
    { key: 'owner', words: ['Ansvarig'], kind: 'person', required: false },
    { key: 'starts', words: ['Startar'], kind: 'date', required: false },
    { key: 'ends', words: ['Slutar'], kind: 'date', required: false },
    {
      key: 'state',
      words: ['Status'],
      kind: 'choice',
      required: false,
      choices: [
        { key: 'planned', words: ['Planerad'] },
        { key: 'ongoing', words: ['Pågår', 'Pågående'] },
      ],
    },
  ],
};

function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[] = [],
  headings: readonly string[] = [],
): FoundTable {
  return {
    kind: 'table',
    number: 1,
    origin: 'table',
    headings,
    columns,
    rows: rows.map((cells, index) => ({ place: index + 2, cells })),
  };
}

describe('a table', () => {
  it('is known by its headers, also where one holds two words', () => {
    const found = table(
      ['Område', 'Problem/Utmaning', 'Orsak/Påverkas av', 'Förslag till åtgärd'],
      [['Särskilt boende - Personalkostnader', 'Hög sjukfrånvaro', 'Arbetsmiljö', 'Täta uppföljningar']],
    );
    const [best] = matchTable(found, [actions, causes]);
    expect(best).toMatchObject({ target: 'causes', missing: [] });
    expect(best!.confidence).toBeGreaterThan(0.9);
    expect(best!.columns.map(({ field }) => field)).toEqual(['area', 'problem', 'cause', 'suggestion']);
    expect(best!.columns.every(({ because }) => because === 'sameWord')).toBe(true);
  });

  it('is known under a header of two rows, whatever money and notes stand beside, and is doubted when much else does', () => {
    const rows = [['Översyn', 'Fastighetschefen', '2026-01-15', 'v. 40 2026', '50', '1 200', 'X1']];
    const columns = [
      'Aktivitet',
      'Ansvarig',
      'Tid Start',
      'Tid Slut',
      'Ekonomi (tkr) Kostnad',
      'Besparing',
      'Intern kod',
    ];
    const plan = matchTable(table(columns, rows, ['Handlingsplan 2026']), [actions, causes])[0]!;
    expect(plan).toMatchObject({ target: 'actions', missing: [] });
    expect(plan.columns.map(({ field }) => field)).toEqual([
      'title',
      'owner',
      'starts',
      'ends',
      ...Array<undefined>(3),
    ]);
    expect(plan.confidence).toBeGreaterThan(0.7);
    const messages = table(['Aktivitet', 'Budskap', 'Tidpunkt', 'Målgrupp', 'Kanal', 'Ansvarig'], [], ['Aktiviteter']);
    expect(matchTable(messages, [actions])[0]!.confidence).toBeLessThan(0.7);
  });

  it('with a column for each year is known as values', () => {
    const values: Target = {
      key: 'values',
      title: 'Värden',
      fields: [
        text('title', false, 'Nyckeltal'),
        { key: 'year', words: ['År'], kind: 'year', required: false },
        { key: 'value', words: ['Värde'], kind: 'number', required: false },
      ],
    };
    const wide = table(['Nyckeltal', '2020', '2021', '2022'], [['Sjukfrånvaro', '7,9', '8,4', '-']]);
    expect(matchTable(wide, [values, actions])[0]).toMatchObject({ target: 'values' });
    expect(matchTable(wide, [values])[0]!.confidence).toBeGreaterThan(0.7);
  });

  it('is known in the plural, in capitals, without accents and with a letter wrong', () => {
    const found = table(['PROBLEMEN', 'Orsaker:', 'Paverkas  av', 'Forslag till atgarder']);
    const { columns } = matchColumns(found, causes);
    expect(columns.map(({ field }) => field)).toEqual(['problem', 'cause', undefined, 'suggestion']);
    expect(matchColumns(table(['Ansvaring']), actions).columns[0]).toMatchObject({
      field: 'owner',
      because: 'likeWord',
    });
  });

  it('is known by words that people use for the same', () => {
    const found = table(['Aktivitet', 'Vem', 'Påbörjas', 'Deadline', 'Läge', 'Kommentar']);
    const { columns } = matchColumns(found, actions);
    expect(columns.map(({ field }) => field)).toEqual(['title', 'owner', 'starts', 'ends', 'state', undefined]);
    expect(columns.slice(0, 5).every(({ because }) => because === 'likeWord')).toBe(true);
  });

  it('with one date for each row begins then, unless another column says when it begins', () => {
    const { columns } = matchColumns(
      table(
        ['Aktivitet', 'Tidpunkt'],
        [
          ['Möte', '210913'],
          ['Brev', 'löpande'],
        ],
      ),
      actions,
    );
    expect(columns[1]).toMatchObject({ field: 'starts', because: 'likeWord' });
    const both = matchColumns(table(['Aktivitet', 'Datum', 'Startar'], [['Möte', '210913', '210914']]), actions);
    expect(both.columns[2]).toMatchObject({ field: 'starts', because: 'sameWord' });
    expect(both.columns[1]!.confidence).toBeLessThan(0.6);
  });

  it('is known by its content where it has no headers, and then less surely', () => {
    const found = table(
      ['', '', ''],
      [
        ['Bygg om', '210913', 'Pågår'],
        ['Riv', '2021-09-14', 'Planerad'],
      ],
    );
    const { columns } = matchColumns(found, actions);
    expect(columns.map(({ field, because }) => [field, because])).toEqual([
      [undefined, 'none'],
      ['starts', 'content'],
      ['state', 'content'],
    ]);
    expect(columns.every(({ confidence }) => confidence < 0.6)).toBe(true);
  });

  it('is less surely known when the content speaks against the header', () => {
    const right = matchColumns(table(['Startar'], [['210913'], ['v. 37 2021']]), actions).columns[0]!;
    const wrong = matchColumns(table(['Startar'], [['nej'], ['kanske']]), actions).columns[0]!;
    expect(right.confidence).toBeGreaterThan(0.9);
    expect(wrong.confidence).toBeLessThan(0.6);
  });

  it('of something else suits nothing, or hardly', () => {
    const found = table(['Målgrupp', 'Kanal', 'Budskap', 'Tidpunkt'], [['Fackliga', 'Möte', 'Information', '']]);
    expect(matchTable(found, [causes, actions]).every(({ confidence }) => confidence < 0.5)).toBe(true);
    expect(matchTable(table([]), [causes, actions])).toEqual([]);
  });

  it('that lacks what must be there is told to, and a heading that names the target speaks for it', () => {
    const found = table(['Ansvarig', 'Startar']);
    const [plain] = matchTable(found, [actions]);
    expect(plain!.missing).toEqual(['title']);
    const [named] = matchTable({ ...found, headings: ['Bilaga 3 Åtgärder'] }, [actions]);
    expect(named!.confidence).toBeGreaterThan(plain!.confidence);
  });

  it('whatever it holds is matched without a fault: one field a column, one column a field', () => {
    const words = fc.constantFrom(
      'Problem',
      'Orsak',
      'Ansvarig',
      'Startar',
      'Status',
      'x',
      '',
      '/',
      'Område/Enhet',
      '210913',
      'Pågår',
    );
    const cell = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 20 }));
    const tables = fc.record({
      columns: fc.array(cell, { maxLength: 6 }),
      rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 4 }),
      headings: fc.array(cell, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(tables, ({ columns, rows, headings }) => {
        for (const match of matchTable(table(columns, rows, headings), [causes, actions])) {
          expect(match.columns).toHaveLength(columns.length);
          const fields = match.columns.flatMap(({ field }) => field ?? []);
          expect(new Set(fields).size).toBe(fields.length);
          for (const { confidence } of [match, ...match.columns]) {
            expect(confidence >= 0 && confidence <= 1).toBe(true);
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

const deliveries = [
  'Projektstöd',
  'Erfarenhetsutbyte',
  'Information',
  'Information och dialog',
  'Muntlig rapport',
  'Planering av höstens arbete',
];

describe('a cell with several values', () => {
  it.each([
    ['Projektstöd Erfarenhetsutbyte', ['Projektstöd', 'Erfarenhetsutbyte']],
    ['projektstöd, erfarenhetsutbyte', ['Projektstöd', 'Erfarenhetsutbyte']],
    ['Information och dialog Projektstöd', ['Information och dialog', 'Projektstöd']],
    ['Information och Projektstöd', ['Information', 'Projektstöd']],
    ['Muntlig rapport\nPlanering av höstens arbete', ['Muntlig rapport', 'Planering av höstens arbete']],
    ['Projektstöd; Något nytt', ['Projektstöd', 'Något nytt']],
    ['Projektstöd Något nytt Information', ['Projektstöd', 'Något nytt', 'Information']],
    ['Projektstöd, Projektstöd', ['Projektstöd']],
  ])('%s is split by the vocabulary', (cell, values) => {
    expect(splitValues(cell, deliveries).map((value) => value.text)).toEqual(values);
  });

  it('tells which values the vocabulary knows', () => {
    expect(splitValues('Projektstöd Något nytt', deliveries)).toEqual([
      { text: 'Projektstöd', known: true },
      { text: 'Något nytt', known: false },
    ]);
  });

  it('is split at commas, semicolons, lines, bullets and "och" without one, but not within a number', () => {
    const values = (cell: string) => splitValues(cell).map((value) => value.text);
    expect(values('Controller, Chef; Mentor\n• Rektor')).toEqual(['Controller', 'Chef', 'Mentor', 'Rektor']);
    expect(values('Controller och chef samt rektor')).toEqual(['Controller', 'chef', 'rektor']);
    expect(values('2,5 tkr')).toEqual(['2,5 tkr']);
    expect(values('En mening som säger mycket om allt och en annan som säger mera')).toHaveLength(1);
    expect(values(' , ; ')).toEqual([]);
  });

  it('is split without a fault whatever it holds, and known values come from the vocabulary', () => {
    const piece = fc.oneof(
      fc.constantFrom(...deliveries, ' ', ',', 'och', '\n', ';', '&'),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.subarray(deliveries), (pieces, vocabulary) => {
        for (const { text: value, known } of splitValues(pieces.join(' '), vocabulary)) {
          expect(value.trim()).not.toBe('');
          if (known) expect(vocabulary).toContain(value);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the fingerprint of a row', () => {
  it('is the same whatever the order of columns, case and spaces, and another when a word is another', () => {
    const [one] = fingerprintsOf([{ title: 'Bygg  om', owner: 'Chef', empty: '' }]);
    expect(fingerprintsOf([{ owner: 'chef', title: ' bygg om ' }])).toEqual([one]);
    expect(fingerprintsOf([{ owner: 'chef', title: 'bygg till' }])).not.toEqual([one]);
    expect(fingerprintsOf([{ title: 'chef', owner: 'bygg om' }])).not.toEqual([one]);
  });

  it('keeps rows that read alike apart, and gives them the same again', () => {
    const rows = [{ title: 'a' }, { title: 'a' }, { title: 'b' }];
    const prints = fingerprintsOf(rows);
    expect(new Set(prints).size).toBe(3);
    expect(fingerprintsOf(rows)).toEqual(prints);
  });
});
