import { beforeAll, describe, expect, test } from 'vitest';
import { contrast, officeColour } from '../model/colour.ts';
import {
  type Appendix,
  type Chart,
  type DocumentModel,
  type Figure,
  inlineTextsOf,
  paragraph,
  plain,
  type Section,
  type Showing,
  type Table,
  wordsOf,
} from '../model/index.ts';
import { readNamedSheet, type SheetResult } from '../spreadsheet/index.ts';
import { report as wordReport } from '../word/report.test-data.ts';
import type { Deck, Slide } from './deck.ts';
import { DeckFaultError, deckFaults, deckOf, writeSlides } from './index.ts';
import { area, palette } from './look.ts';
import { widthOf } from './measure.ts';
import { placed } from './placing.ts';
import {
  all,
  type OpenedPresentation,
  opened,
  placeholderOf,
  shapesOn,
  wordsIn,
  xml,
} from './presentation.test-data.ts';
import { report } from './report.test-data.ts';

const table: Table = {
  kind: 'table',
  caption: 'Kostnad per område',
  rowHeader: true,
  source: 'Kolada',
  columns: [{ title: 'Område' }, { title: 'Kostnad, kr/inv', align: 'end' }],
  rows: [
    { cells: [plain('Skola')], role: 'group' },
    { cells: [plain('Förskola'), plain('8 120')] },
    { cells: [plain('Summa'), plain('8 120')], role: 'total' },
  ],
};
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#1d5c4d"/></svg>';
const figure: Figure = {
  kind: 'figure',
  caption: 'En ruta',
  alt: 'En grön ruta',
  picture: { format: 'svg', svg: square, width: 40, height: 40 },
};

const deckWith = (...slides: readonly Slide[]): Deck => ({
  title: 'Delrapport',
  language: 'sv',
  about: { organisation: 'Ekeberga kommun', date: '2026-03-02', mark: 'Exempeldata' },
  slides,
});
const slide = (title: string, ...blocks: Slide['blocks']): Slide => ({ id: title, title, blocks });

describe('a report as slides', () => {
  let presentation: OpenedPresentation;
  beforeAll(async () => {
    presentation = await opened(await writeSlides(deckOf(report)));
  });

  test('the title of a slide is what the text says first, in the place of the title, and no two are alike', () => {
    const titles = presentation.slides.map(({ title }) => title);
    expect(titles.slice(0, 4)).toEqual([
      'Delrapport: vägen till en effektivare kommun',
      'Ekeberga har högre kostnader än väntat i äldreomsorgen, och de ökar',
      'Sex verksamheter har jämförts med liknande kommuner',
      'Åtta nyckeltal sticker ut, de flesta om kostnader',
    ]);
    expect(titles).toContain('Kostnaden ökar snabbare än i liknande kommuner');
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.every((title) => title !== '' && !title.includes('|'))).toBe(true);
  });

  test('the title is what is read first on every slide, and the number last', () => {
    for (const each of presentation.slides.slice(1)) {
      const names = shapesOn(each).map(({ name }) => name);
      expect(names[0]).toBe('Vad bilden säger');
      expect(names.at(-1)).toBe('Bildnummer');
    }
  });

  test('every picture, chart and table says what it shows', () => {
    const described = presentation.slides.flatMap(({ root }) =>
      [...all(root, 'pic'), ...all(root, 'graphicFrame')].map((shape) =>
        all(shape, 'cNvPr')[0]?.attributes.get('descr'),
      ),
    );
    expect(described.length).toBeGreaterThan(7);
    expect(described.every((words) => words !== undefined && words.length > 10)).toBe(true);
  });

  test('all text is marked as Swedish', () => {
    for (const part of presentation.file.names.filter((name) => /^ppt\/.*\.xml$/.test(name))) {
      const languages = [...(presentation.file.text(part) ?? '').matchAll(/ lang="([^"]*)"/g)].map(([, tag]) => tag);
      expect(languages.filter((tag) => tag !== 'sv-SE')).toEqual([]);
    }
    const { root } = presentation.slides[1]!;
    expect(all(root, 'rPr').every(({ attributes }) => attributes.get('lang') === 'sv-SE')).toBe(true);
  });

  test('what is cut from a paragraph stands in the notes, with its footnotes', () => {
    const inBrief = presentation.slides[1]!;
    expect(wordsIn(inBrief.root)).not.toContain('Skillnaden har vuxit');
    const notes = inBrief.notes.join('\n');
    expect(notes).toContain('Skillnaden har vuxit sedan 2015');
    expect(notes).toContain('Handbok i resursfördelning, 2024 års utgåva');
  });

  test('a table that goes on says so, and has its titles and its columns again', () => {
    const tables = presentation.slides.filter(({ title }) => title.startsWith('Tjugoen åtgärder'));
    expect(tables.map(({ title }) => title)).toEqual([
      'Tjugoen åtgärder är beslutade',
      'Tjugoen åtgärder är beslutade (forts.)',
      'Tjugoen åtgärder är beslutade (forts. 2)',
    ]);
    const heads = tables.map(({ root }) => wordsIn(all(root, 'tr')[0]!));
    expect(new Set(heads)).toEqual(new Set(['ÅtgärdAnsvarigKlarVäntad effekt, tkr/årLäge']));
    const widths = tables.map(({ root }) =>
      all(root, 'gridCol')
        .map(({ attributes }) => attributes.get('w'))
        .join(),
    );
    expect(new Set(widths).size).toBe(1);
    const rows = tables.flatMap(({ root }) =>
      all(root, 'tr')
        .slice(1)
        .map((row) => wordsIn(all(row, 'tc')[0]!)),
    );
    expect(rows).toHaveLength(22);
    expect(rows.at(-1)).toBe('Summa');
  });

  test('a chart is drawn from figures that can be changed, and what is missing has no point', async () => {
    const { file, slides } = presentation;
    const part = slides.find(({ title }) => title.startsWith('Kostnaden ökar'))!.part;
    const chartPart = file.relationsOf(part).find(({ kind }) => kind === 'chart')!.part!;
    const chart = xml(file, chartPart);
    const own = all(chart, 'ser')[0]!;
    expect(all(all(own, 'val')[0]!, 'pt').map(({ attributes }) => attributes.get('idx'))).toEqual([
      '0',
      '1',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(all(chart, 'dispBlanksAs')[0]?.attributes.get('val')).toBe('gap');
    expect(all(all(own, 'spPr')[0]!, 'schemeClr')[0]?.attributes.get('val')).toBe('accent1');
    expect(wordsIn(all(chart, 'title')[0]!)).toBe('Kronor per invånare 80 år och äldre');
    const workbook = file.part(file.relationsOf(chartPart).find(({ kind }) => kind === 'package')!.part!)!;
    const { rows } = (await readNamedSheet(workbook, 'Data', { bytes: 1_000_000, rows: 100 })) as Extract<
      SheetResult,
      { ok: true }
    >;
    expect(rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['Kronor per invånare 80 år och äldre', 'Ekeberga'],
      ['2015', '142300'],
      ['2016', '145900'],
      ['2017', ''],
      ['2018', '158200'],
      ['2019', '163400'],
      ['2020', '169900'],
      ['2021', '172700'],
    ]);
  });

  test('what is missing in a chart is said at the foot of its slide', () => {
    const found = presentation.slides.find(({ title }) => title.startsWith('Kostnaden ökar'))!;
    expect(wordsIn(found.root)).toContain('Källa: Kolada. Värde saknas för 2017 (Ekeberga).');
  });

  test('the organisation, the mark and the number stand at the foot of every slide but the first', () => {
    for (const [index, { root }] of presentation.slides.entries()) {
      if (index === 0) expect(wordsIn(root)).toContain('Exempeldata');
      else expect(wordsIn(root)).toMatch(new RegExp(`Ekeberga kommun.*Exempeldata${index + 1}$`));
    }
  });

  test('what a reference that was cut away says is said in the notes', () => {
    expect(presentation.slides[1]!.notes.join(' ')).toContain('Se figur 2');
  });
});

test.each([
  ['a report', report],
  ['another report', wordReport],
])('nothing of %s is lost: every word is on a slide or in its notes', async (_name, document) => {
  const { slides } = await opened(await writeSlides(deckOf(document)));
  const said = wordsOfAll(slides.flatMap(({ root, notes }) => [...all(root, 't').map(({ text }) => text), ...notes]));
  const lost = [...wordsOfAll(documentWordsOf(document))].filter((word) => !said.has(word));
  expect(lost).toEqual([]);
});

test('the title of a notice and whose a quote is are cut where they are longer than a slide may have them, and whole in the notes', async () => {
  const name = `Nämnden ${'och nämnden '.repeat(40)}slutligen`;
  const blocks = [
    { kind: 'notice' as const, title: `Till ${name}`, text: plain('Läs.') },
    { kind: 'quote' as const, text: plain('Vi hinner inte.'), by: `Från ${name}` },
  ];
  const { slides } = await opened(
    await writeSlides(deckOf({ ...report, sections: [{ id: 'a', title: 'Att läsa', blocks }], appendices: [] })),
  );
  const notes = slides.flatMap((each) => each.notes).join(' ');
  expect(notes).toContain(`Till ${name}`);
  expect(notes).toContain(`Från ${name}`);
});

test('the first row of a table is marked as its titles, the first column where it names the rows, and figures stand to the right', async () => {
  const { slides } = await opened(await writeSlides(deckWith(slide('Kostnad per område', table))));
  const [properties] = all(slides[1]!.root, 'tblPr');
  expect([properties?.attributes.get('firstRow'), properties?.attributes.get('firstCol')]).toEqual(['1', '1']);
  const rows = all(slides[1]!.root, 'tr').map((row) => all(row, 'tc'));
  expect(rows.map((cells) => cells.length)).toEqual([2, 2, 2, 2]);
  expect(rows[1]!.map(({ attributes }) => [attributes.get('gridSpan'), attributes.get('hMerge')])).toEqual([
    ['2', undefined],
    [undefined, '1'],
  ]);
  const alignments = rows[2]!.map((cell) => all(cell, 'pPr')[0]?.attributes.get('algn'));
  expect(alignments).toEqual([undefined, 'r']);
  expect(placeholderOf(all(slides[1]!.root, 'graphicFrame')[0]!)?.get('type')).toBe('tbl');
});

test('no text is smaller than 12 points, however much a slide is asked to hold', async () => {
  const long: Table = {
    ...table,
    columns: Array.from({ length: 14 }, (_, index) => ({ title: `Verksamhetsområde ${index}` })),
    rows: Array.from({ length: 80 }, (_, row) => ({
      cells: Array.from({ length: 14 }, (_each, column) => plain(`Rad ${row}, kolumn ${column}`)),
    })),
  };
  const { slides } = await opened(
    await writeSlides(deckWith(slide('Mycket', long, paragraph('Ord. '.repeat(900)), figure))),
  );
  const sizes = slides.flatMap(({ root }) => all(root, 'rPr').map(({ attributes }) => Number(attributes.get('sz'))));
  expect(Math.min(...sizes)).toBe(1200);
  const shown = slides.map(({ root }) => wordsIn(root)).join(' ');
  for (let row = 0; row < 80; row++) expect(shown).toContain(`Rad ${row}, kolumn 13`);
});

describe('a long list', () => {
  const items = Array.from({ length: 13 }, (_, index) => ({
    text: plain(`Orsak ${index + 1}a: ${'verksamheten har många små enheter och få vägar emellan dem '.repeat(4)}`),
  }));
  const list = { kind: 'list', ordered: false, items } as const;
  const lead = paragraph('Tråden från siffra till effekt är inte hel överallt. Det här fattas:');
  const introduction = 'Inget förslag har kommit av:';
  const before = (count: number) => ({
    ...list,
    items: items.slice(0, count).map(({ text }) => ({ text: plain(wordsOf(text).replace('Orsak', 'Annat')) })),
  });
  const nested = { ...list, items: [{ text: plain(introduction), list }] } as const;

  test.each([
    ['under a paragraph', [lead, paragraph(introduction), list]],
    ['within an item', [lead, nested]],
    ['within the item of an item', [lead, { ...list, items: [{ text: plain('Skola'), list: nested }] }]],
    ...[1, 2, 3, 4, 5, 6].map(
      (count) => [`after ${count} other items`, [before(count), paragraph(introduction), list]] as const,
    ),
    [
      'of items longer than a slide',
      [
        paragraph(introduction),
        { ...list, items: items.map(({ text }) => ({ text: [...text, ...text, ...text, ...text] })) },
      ],
    ],
  ] as const)(
    '%s goes on over slides with every item, no slide empty and its introduction beside the first',
    async (_, blocks) => {
      const { slides } = await opened(
        await writeSlides(
          deckOf({ ...report, sections: [{ id: 'rest', title: 'Det som återstår', blocks }], appendices: [] }),
        ),
      );
      const shown = slides.slice(1).map(({ root }) => wordsIn(root));
      for (let index = 1; index <= 13; index++)
        expect(shown.filter((words) => words.includes(`Orsak ${index}a`)).length).toBeGreaterThan(0);
      for (const words of shown) expect(words.length).toBeGreaterThan(100);
      expect(shown.find((words) => words.includes(introduction))).toContain('Orsak 1a');
    },
  );
});

test('the same deck gives the same bytes', async () => {
  const deck = deckOf(report);
  expect(Buffer.compare(await writeSlides(deck), await writeSlides(deckOf(report)))).toBe(0);
});

test('an English deck is marked as English and speaks English', async () => {
  const { file, slides } = await opened(
    await writeSlides(deckOf({ ...report, language: 'en', sections: report.sections.slice(2), appendices: [] })),
  );
  expect(slides.map(({ title }) => title)).toContain('Tjugoen åtgärder är beslutade (cont.)');
  expect(file.text(slides[1]!.part)).toContain('lang="en-GB"');
});

test('the properties of the file tell title, author and day, and no clock', async () => {
  const { file } = await opened(await writeSlides(deckOf(report)));
  const core = file.text('docProps/core.xml');
  expect(core).toContain('<dc:title>Delrapport: vägen till en effektivare kommun</dc:title>');
  expect(core).toContain('<dc:creator>Ekonomiavdelningen</dc:creator>');
  expect(core?.match(/2026-03-02T00:00:00Z/g)).toHaveLength(2);
});

describe('a section that says what is shown of it', () => {
  const chart: Chart = {
    kind: 'line',
    unit: 'kr',
    decimals: 0,
    categories: Array.from({ length: 12 }, (_, year) => String(2010 + year)),
    series: [{ name: 'Kommunen', own: true, values: Array.from({ length: 12 }, (_, year) => 900_000 + year) }],
  };
  const shown: Showing = {
    id: 'costs',
    title: 'Kostnaden är 18 procent över medianen',
    blocks: [
      {
        kind: 'charts',
        source: 'Kolada, värden för 2010–2021.',
        charts: ['Förskola', 'Skola', 'Vård', 'Omsorg'].map((title) => ({
          title,
          alt: `Linjediagram över ${title}`,
          chart,
        })),
      },
    ],
    beside: [{ kind: 'numbers', items: [{ value: '955 325 → 1 240 631', words: 'kr per brukare, 2019–2021' }] }],
    notes: 'Det som sägs.',
    instead: ['told'],
  };
  const document: DocumentModel = {
    title: 'Delrapport',
    language: 'sv',
    about: { organisation: 'Ekeberga kommun', date: '2026-03-02' },
    contents: false,
    numbered: true,
    appendices: [],
    sections: [
      {
        id: 'a',
        title: 'Nuläget',
        blocks: [
          paragraph('Hela texten står i rapporten.'),
          { ...table, id: 'told' },
          { ...table, id: 'other', caption: 'Mer' },
        ],
        shown: [shown],
      },
    ],
  };

  test('is shown so, under its name, and then its other tables; its text is said', async () => {
    const { slides } = await opened(await writeSlides(deckOf(document)));
    expect(slides.map(({ title }) => title)).toEqual(['Delrapport', 'Kostnaden är 18 procent över medianen', 'Mer']);
    expect(wordsIn(slides[1]!.root)).toContain('1 Nuläget');
    expect(slides[1]!.notes).toEqual(['Det som sägs.', 'Hela texten står i rapporten.']);
  });

  test('is all that is shown of it where time is short', async () => {
    const { slides } = await opened(await writeSlides(deckOf(document, { brief: true })));
    expect(slides.map(({ title }) => title)).toEqual(['Delrapport', 'Kostnaden är 18 procent över medianen']);
  });

  test('has its charts two and two, each with words of its own, and its numbers larger than anything but the title', async () => {
    const { file, slides } = await opened(await writeSlides(deckOf(document)));
    const charts = shapesOn(slides[1]!).filter(({ kind }) => kind === 'graphicFrame');
    expect(new Set(charts.map(({ x }) => x)).size).toBe(2);
    expect(new Set(charts.map(({ y }) => y)).size).toBe(2);
    const alts = all(slides[1]!.root, 'graphicFrame').map((frame) => all(frame, 'cNvPr')[0]?.attributes.get('descr'));
    expect(new Set(alts).size).toBe(4);
    const sizes = all(slides[1]!.root, 'r').map((run) => [
      wordsIn(run),
      Number(all(run, 'rPr')[0]?.attributes.get('sz')),
    ]);
    const largest = Math.max(...sizes.filter(([words]) => words !== shown.title).map(([, size]) => Number(size)));
    expect(sizes.find(([words]) => words === '955 325 → 1 240 631')?.[1]).toBe(largest);
    for (const { kind, part } of file.relationsOf(slides[1]!.part)) {
      if (kind !== 'chart') continue;
      const letters = [...file.text(part!)!.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(1200);
    }
  });
});

test('the source stands at the foot of the slide, and no table reaches it where wider fonts stand in for ours', () => {
  let tables = 0;
  for (const document of [report, wordReport]) {
    const deck = deckOf(document);
    for (const slide of deck.slides) {
      const { parts, source } = placed(slide, deck.language)!;
      const foot = source?.box.y ?? area.bottom;
      if (source !== undefined) expect(source.box.y + source.box.h).toBeCloseTo(area.bottom);
      for (const part of parts) {
        if (part.kind !== 'table') continue;
        tables++;
        expect(part.box.y + part.layout.safeHeight, slide.title).toBeLessThanOrEqual(foot);
      }
    }
  }
  expect(tables).toBeGreaterThan(5);
});

test('only a chapter of many slides begins with one that names it, and every chapter is a section of the presentation', async () => {
  const chapter = (id: string, count: number): Section => ({
    id,
    title: `Kapitel ${id}`,
    blocks: Array.from({ length: count }, (_, index) => ({ ...figure, caption: `En ruta ${id}${index}` })),
  });
  const { file, slides } = await opened(
    await writeSlides(deckOf({ ...report, sections: [chapter('A', 2), chapter('B', 12)], appendices: [] })),
  );
  expect(slides.map(({ title }) => title).filter((title) => title.includes('Kapitel'))).toEqual(['2 Kapitel B']);
  const names = [...file.text('ppt/presentation.xml')!.matchAll(/<p14:section name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual([report.title, '1 Kapitel A', '2 Kapitel B']);
});

test('a day is never broken over lines', async () => {
  const deck = deckWith(
    slide('Ett', paragraph('Arbetet pågår 2026-01-26 – 2028-01-28.')),
    slide('Två', {
      ...table,
      columns: [{ title: 'Åtgärd' }, { title: 'Tid' }],
      rows: [{ cells: [plain('Samla lokaler i två tätorter '.repeat(12)), plain('2026-01-26 – 2028-01-28')] }],
    }),
  );
  const { slides } = await opened(await writeSlides(deck));
  expect(wordsIn(slides[1]!.root)).toContain('2026\u201101\u201126 – 2028\u201101\u201128');
  const [, time] = all(slides[2]!.root, 'gridCol').map(({ attributes }) => Number(attributes.get('w')) / 12_700);
  const size = Number(all(all(slides[2]!.root, 'tbl')[0]!, 'rPr').at(-1)?.attributes.get('sz')) / 100;
  expect(time).toBeGreaterThan(widthOf('2026-01-26 – 2028-01-28', { face: 'text', size }));
});

test('references and addresses of slides lead to slides; addresses that run things lead nowhere', async () => {
  const text = [
    { kind: 'reference', to: 'Två' },
    { kind: 'text', text: ' och ' },
    { kind: 'link', text: 'webben', href: 'https://www.kolada.se/å' },
    { kind: 'link', text: 'fel', href: 'javascript:alert(1)' },
  ] as const;
  const { file, slides } = await opened(
    await writeSlides(deckWith(slide('Ett', paragraph(text)), slide('Två', paragraph('Text')))),
  );
  expect(wordsIn(slides[1]!.root)).toContain('”Två” och webbenfel');
  const relations = file.relationsOf(slides[1]!.part);
  expect(relations.filter(({ kind }) => kind === 'slide').map(({ part }) => part)).toEqual([slides[2]!.part]);
  expect(relations.filter(({ kind }) => kind === 'hyperlink').map(({ target }) => target)).toEqual([
    'https://www.kolada.se/%C3%A5',
  ]);
  expect(all(slides[1]!.root, 'hlinkClick')).toHaveLength(2);
});

test('a deck with a leftover, a figure without words, two equal titles or a title that nobody can read is not written', async () => {
  const deck = deckWith(
    slide('Ett', paragraph('Hej {{namn}}')),
    slide('ett', { ...figure, alt: ' ' }),
    slide('Lång '.repeat(80)),
    slide('Fyra', paragraph([{ kind: 'reference', to: 'finns inte' }])),
  );
  expect(deckFaults(deck).map(({ what }) => what)).toEqual([
    'placeholder',
    'noAlt',
    'unknownReference',
    'sameTitle',
    'tooLong',
  ]);
  await expect(writeSlides(deck)).rejects.toThrow(DeckFaultError);
  expect(deckFaults(deckWith(slide('Ett', table)))).toEqual([]);
});

test('a municipality’s colour is darkened until it can be read; colours of text stand out from what they stand on', () => {
  expect(officeColour('#1d5c4d')).toBe('1d5c4d');
  expect(officeColour('röd')).toBe('1d5c4d');
  for (const asked of ['#ffe000', '#ffffff', '#00aaff', '#777777']) {
    const own = officeColour(asked);
    expect(contrast(`#${own}`, `#${palette.panel}`)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(`#${own}`, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  }
  for (const colour of [palette.ink, palette.muted, palette.rust])
    expect(contrast(`#${colour}`, `#${palette.paper}`)).toBeGreaterThanOrEqual(4.5);
  // Lines and bars are large: 3 to 1 (WCAG 2.2, 1.4.11).
  for (const colour of [palette.context, palette.contextLight])
    expect(contrast(`#${colour}`, `#${palette.paper}`)).toBeGreaterThanOrEqual(3);
});

function wordsOfAll(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 1));
}

function documentWordsOf({ sections, appendices, title, subtitle = '' }: DocumentModel): readonly string[] {
  const ofSection = (section: Section & Pick<Appendix, 'parts'>): readonly string[] => [
    section.title,
    ...section.blocks.flatMap((block) => ('caption' in block ? [block.caption, block.source ?? ''] : [])),
    ...[...inlineTextsOf(section.blocks)].map((text) => wordsOf(text)),
    ...[...(section.sections ?? []), ...(section.parts ?? [])].flatMap(ofSection),
  ];
  return [title, subtitle, ...[...sections, ...appendices].flatMap(ofSection)];
}
