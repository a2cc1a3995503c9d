import { describe, expect, test } from 'vitest';
import type { ContentPart, FoundTable, ReadContent } from './content.ts';
import { readPastedContent } from './index.ts';
import { usualReadLimits } from './limits.ts';
import { zipOf } from './office-files.test-data.ts';
import { readFile } from './read-file.ts';

async function contentOf(text: string, name = 'a.csv'): Promise<ReadContent> {
  const result = await readFile(Buffer.from(text), name, usualReadLimits);
  if (!result.ok) throw new Error(result.problem);
  return result.content;
}

function tables(parts: readonly ContentPart[]): readonly FoundTable[] {
  return parts.filter((part) => part.kind === 'table');
}

function pasted(...lines: readonly string[]): readonly FoundTable[] {
  const result = readPastedContent(lines.join('\n'));
  return result.ok ? tables(result.content.parts) : [];
}

const short = (found: readonly FoundTable[]) => found.map(({ columns, rows }) => [columns.join('|'), rows.length]);

describe('rows that add up others', () => {
  const sums = (found: readonly FoundTable[]) => found.flatMap(({ rows }) => rows.map(({ sum }) => sum === true));

  test('are marked: by their word alone, or by their word and what the numbers come to, in any unit', () => {
    const found = pasted(
      'Förvaltning\tFörslag\tBelopp',
      'Vård\tFärre vikarier\t1 200 tkr',
      'Vård\tNytt schema\t1,2 mnkr',
      'Summa vård\t\t2 400 tkr',
      'Skola\tLämna lokal\t800 tkr',
      'Summa skola\t\t800 tkr',
      'Delsumma\t\t17',
      'Totalt\t\t3 200 tkr',
    );
    expect(sums(found)).toEqual([false, false, true, false, true, true, true]);
  });

  test('are not those that are only called so', () => {
    const found = pasted(
      'Grupp\tAndel',
      'Kvinnor\t12',
      'Män\t14',
      'Totalt\t13',
      'Summera avtalen\t3',
      'Total översyn\t9',
    );
    expect(sums(found)).toEqual([false, false, false, false, false]);
  });
});

describe('the tables of a sheet', () => {
  test('have what the sheet is called above them, and what stands right above the cells', async () => {
    const { parts } = await contentOf('Aktiviteter 2026;\nUppdaterad i mars;\n\nAktivitet;Klart\nMöte;maj\n');
    expect(tables(parts)[0]!.headings).toEqual(['Aktiviteter 2026', 'Uppdaterad i mars']);
  });

  test('that empty rows divide are several, each under what stands alone above it', async () => {
    const { parts } = await contentOf(
      'Personal 2026;\n\nNamn;Titel\nEva Ek;chef\n\nLokaler\nLokal;Yta\nSkolan;120\nHallen;80\n',
    );
    expect(tables(parts).map(({ headings, columns, rows }) => [headings, columns, rows.length])).toEqual([
      [['Personal 2026'], ['Namn', 'Titel'], 1],
      [['Lokaler'], ['Lokal', 'Yta'], 2],
    ]);
  });

  test('that an empty row stands in go on after it, and what stands alone there names a group', async () => {
    const rows = [
      'Aktivitet;Datum;Ansvarig',
      'Möte;2026-01-02;Eva',
      '',
      'Enkät;2026-02-03;Bo',
      '',
      'Hösten',
      'Seminarium;2026-09-01;Eva',
    ];
    const found = tables((await contentOf(rows.join('\n'))).parts);
    expect(found.map((table) => table.rows.map(({ group, cells }) => [group, cells[0]]))).toEqual([
      [
        [undefined, 'Möte'],
        [undefined, 'Enkät'],
        ['Hösten', 'Seminarium'],
      ],
    ]);
  });

  test('that stand side by side are told apart, and a narrow empty column is space', async () => {
    expect(short(tables((await contentOf('Namn;Titel;;Lokal;Yta\nEva;chef;;Skolan;120\n')).parts))).toEqual([
      ['Namn|Titel', 1],
      ['Lokal|Yta', 1],
    ]);
    expect(short(tables((await contentOf('Namn;;Titel\nEva;;chef\n')).parts))).toEqual([['Namn|Titel', 1]]);
  });

  test('of one column is a list with its header; a row below that says its source is no row', async () => {
    expect(short(tables((await contentOf('Namn\nEva\nBo\n')).parts))).toEqual([['Namn', 2]]);
    const { parts } = await contentOf('Kommun;Värde\nÅkersö;7\nKälla: Kolada;\n');
    expect(short(tables(parts))).toEqual([['Kommun|Värde', 1]]);
    expect(parts.at(-1)).toEqual({ kind: 'paragraph', text: 'Källa: Kolada' });
  });

  test('keep their rows where fields hold several lines', async () => {
    const [table] = tables((await contentOf('Namn;Text\nEva;"a\n\nb"\nBo;c\n')).parts);
    expect(table?.rows.map(({ place, cells }) => [place, cells[1]])).toEqual([
      [2, 'a\n\nb'],
      [5, 'c'],
    ]);
  });
});

test('fields between semicolons are a table whatever the file is called, and when they are pasted; a sentence with one is none', async () => {
  const text = 'Namn;Roll\nEva;chef\n"Bo; Al";ekonom\n';
  expect(short(tables((await contentOf(text, 'lista.txt')).parts))).toEqual([['Namn|Roll', 2]]);
  expect((await contentOf(text, 'lista.txt')).remarks).toEqual([]);
  expect(short(pasted(text))).toEqual([['Namn|Roll', 2]]);
  expect(short(pasted('Vi gör så; det är bäst.', 'Och sedan är allt klart.'))).toEqual([]);
});

test('every visible sheet of a workbook is read under its name, with merged cells', async () => {
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const first = `<worksheet><sheetData><row r="1">${cell('A1', 'Plan för 2026')}</row><row r="3">${cell('B3', 'Område')}${cell('C3', '2026')}</row><row r="4">${cell('C4', 'Antal')}${cell('D4', 'Andel')}</row><row r="5">${cell('B5', 'Skola')}${cell('C5', '1')}${cell('D5', '2')}</row><row r="6">${cell('C6', '3')}${cell('D6', '4')}</row></sheetData><mergeCells><mergeCell ref="C3:D3"/><mergeCell ref="B5:B6"/><mergeCell ref="A1:F1"/></mergeCells></worksheet>`;
  const relation = (id: string) => `<Relationship Id="${id}" Type="x/worksheet" Target="worksheets/${id}.xml"/>`;
  const file = await zipOf({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Mål" r:id="r1"/><sheet name="Dold" state="veryHidden" r:id="r2"/><sheet name="Folk" r:id="r3"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1')}${relation('r2')}${relation('r3')}</Relationships>`,
    'xl/worksheets/r1.xml': first,
    'xl/worksheets/r2.xml': first,
    'xl/worksheets/r3.xml': `<worksheet><sheetData><row>${cell('A1', 'Namn')}${cell('B1', 'Roll')}</row><row>${cell('A2', 'Eva')}${cell('B2', 'chef')}</row></sheetData></worksheet>`,
  });
  const result = await readFile(file, 'a.xlsx', usualReadLimits);
  const content = result.ok ? result.content : undefined;
  expect(content?.remarks).toEqual([{ what: 'hiddenSheet', count: 1, detail: 'Dold' }]);
  expect(tables(content?.parts ?? [])).toMatchObject([
    {
      headings: ['Mål', 'Plan för 2026'],
      columns: ['Område', '2026 Antal', '2026 Andel'],
      rows: [
        { place: 5, cells: ['Skola', '1', '2'] },
        { place: 6, cells: ['Skola', '3', '4'] },
      ],
    },
    { headings: ['Folk'], columns: ['Namn', 'Roll'], rows: [{ cells: ['Eva', 'chef'] }] },
  ]);
});

describe('a table in a text', () => {
  test('that a page turn broke is one, whether its header is repeated or not', () => {
    const header = 'Aktivitet\tDatum\tAnsvarig';
    expect(short(pasted(header, 'Möte\t260101\tEva', '', header, 'Enkät\t260201\tBo'))).toEqual([
      ['Aktivitet|Datum|Ansvarig', 2],
    ]);
    expect(short(pasted(header, 'Möte\t260101\tEva', '', 'Enkät\t260201\tBo', 'Kurs\t260301\t'))).toEqual([
      ['Aktivitet|Datum|Ansvarig', 3],
    ]);
    const head = ['', '2026-01-02', '', 'Diarienummer', '', 'KS 2026/0001', ''];
    expect(short(pasted(header, 'Möte\t260101\tEva', ...head, header, 'Enkät\t260201\tBo'))).toEqual([
      ['Aktivitet|Datum|Ansvarig', 2],
    ]);
  });

  test('with another header, or under another heading, is another', () => {
    expect(short(pasted('Namn\tTitel', 'Eva\tchef', '', 'Datum\tKanal', '260101\tMöte'))).toEqual([
      ['Namn|Titel', 1],
      ['Datum|Kanal', 1],
    ]);
    const found = pasted('Steg 1', '', 'Namn\tTitel', 'Eva\tchef', '', 'Steg 2', '', 'Namn\tTitel', 'Bo\tekonom');
    expect(found.map(({ number, headings, rows }) => [number, headings, rows.length])).toEqual([
      [1, ['Steg 1'], 1],
      [2, ['Steg 2'], 1],
    ]);
  });

  test('without a header has numbered columns and a remark', () => {
    const result = readPastedContent('Möte\t260101\nEnkät\t260201');
    expect(result).toMatchObject({
      ok: true,
      content: {
        parts: [{ columns: ['Kolumn 1', 'Kolumn 2'], rows: [{}, {}] }],
        remarks: [{ what: 'tableWithoutHeader', count: 1 }],
      },
    });
  });

  test('whose rows begin with one cell alone has groups; one that somebody has not filled in has none', () => {
    const [table] = pasted(
      'Aktivitet\tDatum\tAnsvarig',
      'Våren\t\t',
      'Möte\t260101\tEva',
      'Hösten\t\t',
      'Enkät\t260901\tBo',
    );
    expect(table?.rows.map(({ group, cells }) => [group, cells[0]])).toEqual([
      ['Våren', 'Möte'],
      ['Hösten', 'Enkät'],
    ]);
    const [unfilled] = pasted('Aktivitet\tDatum\tAnsvarig', 'Möte\t260101\tEva', 'Enkät\t\t', 'Kurs\t\t');
    expect(unfilled?.rows.map(({ cells }) => cells[0])).toEqual(['Möte', 'Enkät', 'Kurs']);
  });

  test('of contents is a list, and a single line with a tab is words', () => {
    const result = readPastedContent('Innehåll\n\nMål\t3\nMedel\t4\n\nDatum:\t2026');
    expect(result.ok && result.content.parts).toEqual([
      { kind: 'heading', level: 1, text: 'Innehåll' },
      { kind: 'list', items: ['Mål', 'Medel'] },
      { kind: 'paragraph', text: 'Datum: 2026' },
    ]);
  });
});

test('a table in a mail that somebody has answered is read without the marks of that', () => {
  expect(short(pasted('Hej!', '', '> Aktivitet\tKlart', '> Möte\tmaj', '', 'Hälsar Bo'))).toEqual([
    ['Aktivitet|Klart', 1],
  ]);
});

describe('a list of people', () => {
  test('under a line that names its columns, or in one paragraph under its role, is known', () => {
    const found = pasted(
      'Styrgrupp',
      '',
      'Namn, titel, enhet',
      '',
      'Eva Ek, chef, Vård',
      '',
      'Bo Al, ekonom',
      '',
      'Arbetsgrupp:',
      'Ia Öst, utredare',
      'Per Ås, IT-chef',
    );
    expect(found.map(({ rows }) => rows.map(({ cells }) => cells.join('|')))).toEqual([
      [
        'Styrgrupp|Eva Ek|chef|Vård',
        'Styrgrupp|Bo Al|ekonom|',
        'Arbetsgrupp|Ia Öst|utredare|',
        'Arbetsgrupp|Per Ås|IT-chef|',
      ],
    ]);
  });

  test('is a table with a role for each, from the headings between them', () => {
    const found = pasted(
      'Bilaga 3 Bemanning',
      '',
      'Styrgrupp',
      '',
      'Eva Ek, kommundirektör',
      '',
      'Bo Al, förvaltningschef barn- och utbildningsförvaltningen',
      '',
      'Projektledare',
      '',
      'Åsa von Berg, utredare, kommunledningskontoret',
    );
    expect(found).toMatchObject([
      {
        origin: 'people',
        headings: ['Bilaga 3 Bemanning'],
        columns: ['Roll', 'Namn', 'Titel', 'Enhet'],
        rows: [
          { cells: ['Styrgrupp', 'Eva Ek', 'kommundirektör', ''] },
          { cells: ['Styrgrupp', 'Bo Al', 'förvaltningschef', 'barn- och utbildningsförvaltningen'] },
          { cells: ['Projektledare', 'Åsa von Berg', 'utredare', 'kommunledningskontoret'] },
        ],
      },
    ]);
  });

  test('is found where a title stands under a name; names alone, and bodies, are none', () => {
    expect(
      pasted('Eva Ek', 'Tf. servicedirektör', '', 'Bo Al', 'Kanslichef')[0]?.rows.map(({ cells }) => cells),
    ).toEqual([
      ['', 'Eva Ek', 'Tf. servicedirektör', ''],
      ['', 'Bo Al', 'Kanslichef', ''],
    ]);
    expect(pasted('Eva Ek, Bo Al', '', 'Kommunstyrelsen', 'Barn- och skolförvaltningen')).toEqual([]);
  });
});

test('a sentence that the head of a page broke is mended, and the head is kept once', () => {
  const head = ['', '2026-01-02', '', 'Diarienummer', '', 'KS 2026/0001', ''];
  const result = readPastedContent(
    ['Arbetet innebär att', ...head, 'alla deltar i det.', ...head, 'Nästa stycke är ett annat.'].join('\n'),
  );
  expect(result.ok && result.content.parts.map((part) => 'text' in part && part.text)).toEqual([
    '2026-01-02\nDiarienummer\nKS 2026/0001',
    'Arbetet innebär att\nalla deltar i det.',
    'Nästa stycke är ett annat.',
  ]);
});
