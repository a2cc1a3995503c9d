import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Block,
  DocumentFaultError,
  type DocumentModel,
  numberDocument,
  paragraph,
  plain,
  type Table,
  wordsOf,
} from '../model/index.ts';
import { pictureToPng } from '../picture/index.ts';
import { usualReadLimits } from '../reading/index.ts';
import { readFile } from '../reading/read-file.ts';
import { childOf, childrenOf, childValue, descendantsOf, type XmlElement } from '../xml/xml-tree.ts';
import { blocksOf } from './document-blocks.ts';
import { docxFaults, type ReadDocx, readDocx, textOf } from './docx-reading.test-data.ts';
import { writeWord } from './index.ts';
import { barChart, report } from './report.test-data.ts';

const small = (blocks: readonly Block[], more: Partial<DocumentModel> = {}): DocumentModel => ({
  title: 'Prov',
  language: 'sv',
  about: { organisation: 'Åkersö kommun', date: '2026-03-02' },
  contents: false,
  numbered: false,
  sections: [{ id: 's', title: 'Avsnitt', blocks }],
  appendices: [],
  ...more,
});

const written = async (document: DocumentModel): Promise<ReadDocx> => readDocx(await writeWord(document));
const propertiesOf = (element: XmlElement | undefined) => childOf(element, 'pPr');
const numberingOf = (element: XmlElement) => {
  const numbering = childOf(propertiesOf(element), 'numPr');
  return numbering === undefined ? undefined : `${childValue(numbering, 'numId')}:${childValue(numbering, 'ilvl')}`;
};

describe('a report', () => {
  let bytes: Uint8Array;
  let docx: ReadDocx;
  beforeAll(async () => {
    bytes = await writeWord(report);
    docx = await readDocx(bytes);
  });

  test('has nothing that Word would call damaged', async () => {
    expect(await docxFaults(bytes)).toEqual([]);
  });

  test('is the same file every time', async () => {
    expect(Buffer.from(await writeWord(report)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('has its headings as headings, in the order and on the levels of the model', () => {
    const headings = docx.paragraphs().flatMap((each) => {
      const level = /^heading (\d)$/.exec(docx.styleOf(each) ?? '')?.[1];
      return level === undefined ? [] : [`${level} ${textOf(each)}`];
    });
    expect(headings).toEqual(numberDocument(report).outline.map(({ level, title }) => `${level} ${title}`));
  });

  test('counts its headings as the model does', () => {
    const abstracts = new Map(
      childrenOf(docx.root('word/numbering.xml'), 'abstractNum').map((each) => [
        each.attributes.get('abstractNumId'),
        each,
      ]),
    );
    const nums = new Map(
      childrenOf(docx.root('word/numbering.xml'), 'num').map((each) => [
        each.attributes.get('numId'),
        abstracts.get(childValue(each, 'abstractNumId')),
      ]),
    );
    const ofStyle = new Map(
      childrenOf(docx.root('word/styles.xml'), 'style').map((style) => [childValue(style, 'name'), numberingOf(style)]),
    );
    const counts = new Map<string, number[]>();
    const counted = docx.paragraphs().flatMap((each) => {
      const style = docx.styleOf(each) ?? '';
      if (!style.startsWith('heading')) return [];
      const [numId = '0', level = '0'] = (numberingOf(each) ?? ofStyle.get(style) ?? '0:0').split(':');
      if (numId === '0') return [`- ${textOf(each)}`];
      const at = [...(counts.get(numId) ?? [])].slice(0, Number(level) + 1);
      at[Number(level)] = (at[Number(level)] ?? 0) + 1;
      counts.set(numId, at);
      const definition = childrenOf(nums.get(numId), 'lvl')[Number(level)];
      const said = (childValue(definition, 'lvlText') ?? '').replace(/%(\d)/g, (_, place) => {
        const format = childValue(childrenOf(nums.get(numId), 'lvl')[Number(place) - 1], 'numFmt');
        const count = at[Number(place) - 1] ?? 0;
        return format === 'lowerLetter' ? String.fromCharCode(96 + count) : String(count);
      });
      return [`${said} ${textOf(each)}`];
    });
    expect(counted).toEqual(numberDocument(report).outline.map(({ label, title }) => `${label ?? '-'} ${title}`));
  });

  test('has a table of contents with its lines, each leading to its heading', () => {
    const contents = [...descendantsOf(docx.body, 'sdtContent')][0]!;
    expect([...descendantsOf(contents, 'instrText')][0]?.text).toContain('TOC \\o "1-3"');
    const lines = childrenOf(contents, 'p').slice(1);
    const words = lines.map((line) =>
      textOf(line)
        .replaceAll(/[\t\u2002]/g, ' ')
        .trim(),
    );
    const { outline } = numberDocument(report);
    expect(words).toEqual(outline.map(({ label, title }) => `${label === undefined ? '' : `${label} `}${title}`));
    const named = new Map(
      [...descendantsOf(docx.body, 'bookmarkStart')].map((mark) => [mark.attributes.get('name'), mark]),
    );
    for (const [index, line] of lines.entries()) {
      const link = [...descendantsOf(line, 'hyperlink')][0]!;
      const target = docx
        .paragraphs()
        .find((each) => [...descendantsOf(each, 'bookmarkStart')].includes(named.get(link.attributes.get('anchor'))!));
      expect(textOf(target!)).toBe(outline[index]!.title);
    }
  });

  test('does not make Word ask whether fields may be updated', () => {
    expect(childOf(docx.root('word/settings.xml'), 'updateFields')).toBeUndefined();
    expect([...descendantsOf(docx.body, 'fldChar')].some(({ attributes }) => attributes.has('dirty'))).toBe(false);
  });

  test('says on its first page whose it is, what it is called and how it stands', () => {
    const first = docx.paragraphs().slice(0, 7).map(textOf);
    expect(first).toEqual([
      'Åkersö kommun',
      report.title,
      report.subtitle,
      'Status\tFastställd 2026-03-02',
      'Diarienummer\tKS 2025/214',
      'Datum\t2026-03-02',
      'Upprättad av\tEkonomiavdelningen',
    ]);
    expect(docx.paragraphs('Title').map(textOf)).toEqual([report.title]);
  });

  test('says its mark in the header of every page, and which page of how many it is', () => {
    for (const header of ['word/header1.xml', 'word/header2.xml'])
      expect(textOf(docx.root(header))).toContain('Exempeldata');
    const footer = docx.root('word/footer1.xml');
    expect(textOf(footer)).toContain('Sida 1 av 1');
    expect([...descendantsOf(footer, 'instrText')].map(({ text }) => text.trim())).toEqual(['PAGE', 'NUMPAGES']);
  });

  test('has tables with a header row that is repeated, rows that stay whole, a caption above and words about them', () => {
    const captions = docx
      .paragraphs('caption')
      .map(textOf)
      .filter((text) => text.startsWith('Tabell'));
    expect(docx.tables()).toHaveLength(captions.length);
    for (const table of docx.tables()) {
      const [header, ...rows] = childrenOf(table, 'tr');
      expect(childOf(childOf(header, 'trPr'), 'tblHeader')).toBeDefined();
      for (const row of rows) {
        expect(childOf(childOf(row, 'trPr'), 'tblHeader')).toBeUndefined();
        expect(childOf(childOf(row, 'trPr'), 'cantSplit')).toBeDefined();
      }
      const properties = childOf(table, 'tblPr');
      const before = docx.body.children[docx.body.children.indexOf(table) - 1]!;
      expect(docx.styleOf(before)).toBe('caption');
      expect(childOf(propertiesOf(before), 'keepNext')).toBeDefined();
      expect(textOf(before)).toContain(childValue(properties, 'tblCaption')!);
      expect(childValue(properties, 'tblDescription')).toMatch(/^\d kolumner: .+ \d+ rader\.$/);
      const grid = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map(({ attributes }) =>
        Number(attributes.get('w')),
      );
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8732);
    }
  });

  test('has figures under their pictures, with words for those who do not see them, as PNG and as SVG without fonts', () => {
    const drawings = [...descendantsOf(docx.body, 'drawing')];
    const figures = report.sections.flatMap((section) => [...figuresIn(section)]);
    expect(drawings.length).toBeGreaterThanOrEqual(8);
    expect([...descendantsOf(docx.body, 'docPr')].map(({ attributes }) => attributes.get('descr'))).toEqual(
      expect.arrayContaining(figures.map(({ alt }) => alt)),
    );
    for (const drawing of drawings) {
      const [png] = descendantsOf(drawing, 'blip');
      const [svg] = descendantsOf(drawing, 'svgBlip');
      const partOf = (element: XmlElement | undefined) =>
        docx.file.relationsOf('word/document.xml').find(({ id }) => id === element?.attributes.get('embed'))!.part!;
      expect(
        Buffer.from(docx.file.part(partOf(png))!)
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      expect(docx.file.text(partOf(svg))).toMatch(/^<svg /);
      expect(docx.file.text(partOf(svg))).not.toMatch(/<text|<style/);
      const at = docx.body.children.findIndex((each) => [...descendantsOf(each, 'drawing')].includes(drawing));
      expect(textOf(docx.body.children[at + 1]!)).toMatch(/^Figur\u00a0\d+ {2}/);
      expect(docx.styleOf(docx.body.children[at + 2]!)).toBe('Källa');
    }
  });

  test('counts tables and figures in two series that Word knows', () => {
    const codes = docx.paragraphs('caption').map((each) => [...descendantsOf(each, 'instrText')][0]!.text.trim());
    expect(new Set(codes)).toEqual(new Set(['SEQ Tabell \\* ARABIC', 'SEQ Figur \\* ARABIC']));
    const numbers = (word: string) =>
      docx
        .paragraphs('caption')
        .map(textOf)
        .filter((text) => text.startsWith(word))
        .map((text) => Number(/\d+/.exec(text)?.[0]));
    for (const word of ['Tabell', 'Figur']) expect(numbers(word)).toEqual(numbers(word).map((_, index) => index + 1));
  });

  test('has footnotes as footnotes', () => {
    const notes = childrenOf(docx.root('word/footnotes.xml'), 'footnote').filter(
      ({ attributes }) => !attributes.has('type'),
    );
    expect(notes.map((note) => textOf(note).trim())).toEqual([
      'Nettokostnadsavvikelse är skillnaden mellan nettokostnad och referenskostnad, i procent av referenskostnaden.',
    ]);
    expect([...descendantsOf(docx.body, 'footnoteReference')].map(({ attributes }) => attributes.get('id'))).toEqual(
      notes.map(({ attributes }) => attributes.get('id')),
    );
  });

  test('refers by fields and links to what has the name', () => {
    const text = docx
      .paragraphs()
      .map(textOf)
      .find((each) => each.startsWith('Som tabell'))!;
    expect(text).toContain('Som tabell\u00a01 och figur\u00a02 visar sticker äldreomsorgen ut');
    expect(text).toContain('i avsnitt\u00a02.1, underlaget finns i bilaga\u00a01 och metoden');
    expect(
      docx.file
        .relationsOf('word/document.xml')
        .filter(({ kind }) => kind === 'hyperlink')
        .map(({ target }) => target),
    ).toEqual(['https://www.kolada.se/om-oss/']);
  });

  test('says its language, its title and whose it is to those who ask the file', () => {
    const core = docx.root('docProps/core.xml');
    const said = Object.fromEntries(core.children.map(({ name, text }) => [name, text]));
    expect(said).toMatchObject({
      title: report.title,
      creator: 'Ekonomiavdelningen',
      subject: 'Uppföljning',
      keywords: 'effektivitet, nyckeltal, äldreomsorg',
      language: 'sv-SE',
      created: '2026-03-02T00:00:00Z',
    });
    expect(
      [...descendantsOf(docx.root('word/styles.xml'), 'lang')].map(({ attributes }) => attributes.get('val')),
    ).toEqual(['sv-SE']);
    expect(childValue(docx.root('word/settings.xml'), 'themeFontLang')).toBe('sv-SE');
  });

  test('begins each appendix and each of its parts on a new page, and the text on one after the contents', () => {
    const broken = docx.paragraphs().filter((each) => childOf(propertiesOf(each), 'pageBreakBefore') !== undefined);
    expect(broken.map(textOf)).toEqual(['Sammanfattning', 'Källor och metod', 'Nyckeltal', 'Liknande kommuner']);
  });

  test('is read back by the package’s own reader, table for table', async () => {
    const result = await readFile(bytes, 'report.docx', usualReadLimits);
    if (!result.ok) throw new Error(result.problem);
    const found = result.content.parts.filter((part) => part.kind === 'table' && part.caption !== undefined);
    const numbered = numberDocument(report);
    const tables = [...blocksOf(report)].filter((block) => block.kind === 'table');
    expect(found).toMatchObject(
      tables.map((block) => ({
        caption: `${numbered.labelOf(block)} ${block.caption}`,
        columns: block.columns.map(({ title }) => title),
        rows: block.rows
          .filter(({ role }) => role !== 'group')
          .map(({ cells }) => ({ cells: cells.map((cell) => wordsOf(cell).replaceAll('\u00a0', ' ')) })),
      })),
    );
    expect(
      found.flatMap((part) => (part.kind === 'table' ? part.rows.map(({ group }) => group) : [])).filter(Boolean),
    ).toContain('Vård och omsorg');
    expect(result.content.remarks).toEqual([]);
  });

  test('of twenty pages and ten charts takes less than a second of the processor', async () => {
    const chapters = Array.from({ length: 10 }, (_, index): DocumentModel['sections'][number] => ({
      id: `c${index}`,
      title: `Kapitel ${index}`,
      blocks: [
        ...Array.from({ length: 8 }, () =>
          paragraph('Kostnaden har stigit snabbare än i jämförbara kommuner sedan 2022. '.repeat(8)),
        ),
        {
          kind: 'figure',
          caption: 'Kostnad',
          alt: 'Stapeldiagram.',
          picture: {
            format: 'svg',
            svg: barChart('Kostnad', [
              ['Åkersö', 900 + index],
              ['Riket', 800],
            ]),
            width: 600,
            height: 180,
          },
        },
      ],
    }));
    const long = { ...report, sections: chapters, appendices: [] };
    // The processor's time, not the clock's: other programs may have the machine for a while.
    const start = process.cpuUsage();
    await writeWord(long);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

function* figuresIn(section: DocumentModel['sections'][number]): Generator<Extract<Block, { kind: 'figure' }>> {
  for (const block of section.blocks) if (block.kind === 'figure') yield block;
  for (const each of section.sections ?? []) yield* figuresIn(each);
}

const table = (more: Partial<Table> = {}): Table => ({
  kind: 'table',
  caption: 'Kostnad',
  columns: [{ title: 'Område' }, { title: 'Kostnad, kr/inv', align: 'end' }],
  rows: [
    { role: 'group', cells: [plain('Skola')] },
    { cells: [plain('Förskola'), plain('8 120')] },
    { cells: [[], []] },
    { role: 'total', cells: [plain('Summa'), plain('8 120')] },
  ],
  ...more,
});

describe('a document', () => {
  test('in English says so in everything that it says itself', async () => {
    const docx = await written(
      small([table()], {
        language: 'en',
        contents: true,
        about: { organisation: 'Åkersö', date: '2026-03-02', caseNumber: 'KS 1' },
      }),
    );
    const words = docx.paragraphs().map(textOf);
    expect(words).toEqual(expect.arrayContaining(['Contents', 'Case number\tKS 1', 'Table\u00a01  Kostnad']));
    expect(textOf(docx.root('word/footer1.xml'))).toContain('Page 1 of 1');
    expect(
      [...descendantsOf(docx.root('word/styles.xml'), 'lang')].map(({ attributes }) => attributes.get('val')),
    ).toEqual(['en-GB']);
  });

  test('begins each list of numbers at 1, also one within another', async () => {
    const list = {
      kind: 'list' as const,
      ordered: true,
      items: [
        { text: plain('a'), list: { kind: 'list' as const, ordered: true, items: [{ text: plain('b') }] } },
        { text: plain('c') },
      ],
    };
    const docx = await written(small([list, paragraph('mellan'), list]));
    const numbers = ['a', 'b', 'c', 'a', 'b', 'c'];
    const items = docx.paragraphs().filter((each) => numbers.includes(textOf(each)));
    const ids = items.map((each) => numberingOf(each)!);
    expect(ids[0]).toBe(ids[2]);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) {
      const [numId, level] = id.split(':');
      const num = childrenOf(docx.root('word/numbering.xml'), 'num').find(
        (each) => each.attributes.get('numId') === numId,
      )!;
      const override = childOf(num, 'lvlOverride');
      expect([override?.attributes.get('ilvl'), childValue(override, 'startOverride')]).toEqual([level, '1']);
    }
    expect(items.map((each) => docx.styleOf(each))).toEqual([
      'List Number',
      'List Number 2',
      'List Number',
      'List Number',
      'List Number 2',
      'List Number',
    ]);
  });

  test('has figures to the right, groups over the whole width and totals in bold', async () => {
    const docx = await written(small([table()]));
    const rows = childrenOf(docx.tables()[0], 'tr').map((row) => childrenOf(row, 'tc'));
    const alignment = (cell: XmlElement | undefined) => childValue(propertiesOf(childOf(cell, 'p')), 'jc');
    expect([rows[0]?.[1], rows[2]?.[1]].map(alignment)).toEqual(['right', 'right']);
    expect(alignment(rows[2]?.[0])).toBeUndefined();
    expect(rows[1]).toHaveLength(1);
    expect(childValue(childOf(rows[1]?.[0], 'tcPr'), 'gridSpan')).toBe('2');
    expect([...descendantsOf(rows[4]![0]!, 'b')]).toHaveLength(1);
  });

  test('holds the source, the last rows and the first to what they belong to, and lets a long table go over the page in between', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ cells: [plain(`Rad ${index}`), plain('1')] }));
    const docx = await written(small([table({ rows, source: 'Kolada' })]));
    const kept = childrenOf(docx.tables()[0], 'tr').map((row) =>
      [...descendantsOf(row, 'pPr')].every((each) => childOf(each, 'keepNext') !== undefined),
    );
    expect(kept.map((each, index) => (each ? index : -1)).filter((index) => index >= 0)).toEqual([0, 1, 29, 30]);
  });

  test('keeps a paragraph that is a source on the page of what it speaks of, and a list with what introduces it', async () => {
    const docx = await written(
      small([
        paragraph('Först.'),
        paragraph('Det är dyrt.'),
        paragraph('Källa: Kolada 2021.'),
        paragraph('Det gäller:'),
        { kind: 'list', ordered: false, items: [{ text: plain('Lokaler') }] },
      ]),
    );
    const kept = docx.paragraphs().filter((each) => childOf(propertiesOf(each), 'keepNext') !== undefined);
    expect(kept.map(textOf)).toEqual(expect.arrayContaining(['Det är dyrt.', 'Det gäller:']));
    expect(kept.map(textOf)).not.toContain('Först.');
  });

  test('gives each column room for its longest word and figure in a wide font, whatever shares the document wishes', async () => {
    const [first, second, third] = ['Verksamhet', 'Jämförelsetalet', 'År'];
    const docx = await written(
      small([
        table({
          columns: [
            { title: first, width: 0.9 },
            { title: second, align: 'end', width: 0.05 },
            { title: third, align: 'end', width: 0.05 },
          ],
          rows: [{ cells: [plain('Nettokostnadsavvikelse'), plain('1 240 631'), plain('2021')] }],
        }),
      ]),
    );
    const grid = childrenOf(childOf(docx.tables()[0], 'tblGrid'), 'gridCol').map(({ attributes }) =>
      Number(attributes.get('w')),
    );
    // DejaVu Sans, as LibreOffice takes where Calibri and its double are not: bold in 9.5 points, figures in 10, and 140 beside them.
    expect(grid[1]).toBeGreaterThan('Jämförelsetalet'.length * 0.62 * 190 + 140);
    expect(grid[2]).toBeGreaterThan(4 * 0.636 * 200 + 140);
  });

  test('a word that is wider than its column may be divided where it is put together', async () => {
    const word = 'Nettokostnadsavvikelse';
    const columns = Array.from({ length: 6 }, () => ({ title: word }));
    const docx = await written(small([table({ columns, rows: [{ cells: columns.map(() => plain(word)) }] })]));
    const runs = [...descendantsOf(docx.tables()[0]!, 'r')].map((each) =>
      each.children.map(({ name, text }) => text || name),
    );
    expect(runs).toHaveLength(12);
    for (const each of runs)
      expect(each.filter((piece) => piece !== 'rPr')).toEqual([
        'Netto',
        'softHyphen',
        'kostnads',
        'softHyphen',
        'avvikelse',
      ]);
    const roomy = await written(small([table({ rows: [{ cells: [plain(word), plain('1')] }] })]));
    expect(textOf(roomy.tables()[0]!)).toContain(word);
  });

  test('names the first column as the one that names the rows, where it does', async () => {
    const look = async (rowHeader: boolean) => {
      const docx = await written(small([table({ rowHeader })]));
      return childOf(childOf(docx.tables()[0], 'tblPr'), 'tblLook')?.attributes;
    };
    expect([(await look(true))?.get('firstColumn'), (await look(false))?.get('firstColumn')]).toEqual(['1', '0']);
    expect((await look(true))?.get('val')).toBe('04A0');
  });

  test('keeps two tables apart and ends with a paragraph', async () => {
    const bytes = await writeWord(small([table(), table()]));
    expect(await docxFaults(bytes)).toEqual([]);
  });

  test('begins a page with what comes after the break, without an empty line', async () => {
    const docx = await written(
      small([paragraph('före'), { kind: 'pageBreak' }, { kind: 'pageBreak' }, table(), { kind: 'pageBreak' }]),
    );
    const broken = docx.paragraphs().filter((each) => childOf(propertiesOf(each), 'pageBreakBefore') !== undefined);
    expect(broken.map(textOf)).toEqual(['Tabell\u00a01  Kostnad', '']);
  });

  test('without contents goes on from its title on the same page', async () => {
    const docx = await written(small([paragraph('text')]));
    expect([...descendantsOf(docx.body, 'sdt')]).toEqual([]);
    expect([...descendantsOf(docx.body, 'pageBreakBefore')]).toEqual([]);
  });

  test('leaves out signs that XML cannot hold, and keeps line breaks, tabs and hyphens of their own', async () => {
    const bytes = await writeWord(small([paragraph('a\u0000\u000b\ud800b\nc\td\u00ade\u2011f & <g> "h" \ufffe')]));
    expect(await docxFaults(bytes)).toEqual([]);
    const docx = await readDocx(bytes);
    expect(textOf(docx.paragraphs('Normal')[0]!)).toBe('ab\nc\tde\u2011f & <g> "h" ');
  });

  test('links to nothing but the web, mail, telephone and itself; the words of other links stay', async () => {
    const hrefs = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'inte en adress',
      '/nulage',
      '#finns-inte',
      'https://exempel.se/å ä?q=1&r="2"',
      'mailto:kommun@exempel.se',
      '#s',
    ];
    const docx = await written(
      small([paragraph(hrefs.map((href, index) => ({ kind: 'link' as const, text: `länk${index}`, href })))]),
    );
    const links = [...descendantsOf(docx.body, 'hyperlink')].map((link) => textOf(link));
    expect(links).toEqual(['länk5', 'länk6', 'länk7']);
    expect(textOf(docx.paragraphs('Normal')[0]!)).toBe(hrefs.map((_, index) => `länk${index}`).join(''));
    expect(
      docx.file
        .relationsOf('word/document.xml')
        .filter(({ kind }) => kind === 'hyperlink')
        .map(({ target }) => target),
    ).toEqual(['https://exempel.se/%C3%A5%20%C3%A4?q=1&r=%222%22', 'mailto:kommun@exempel.se']);
  });

  test('says a footnote of a footnote within brackets, and lists the links of footnotes with them', async () => {
    const docx = await written(
      small([
        paragraph([
          {
            kind: 'footnote',
            text: [
              { kind: 'link', text: 'källa', href: 'https://exempel.se/' },
              { kind: 'footnote', text: plain('inre') },
            ],
          },
        ]),
      ]),
    );
    expect(textOf(docx.root('word/footnotes.xml')).trim()).toBe('källa (inre)');
    expect(docx.file.relationsOf('word/footnotes.xml').map(({ target }) => target)).toEqual(['https://exempel.se/']);
  });

  test('has its logo in the header of the first page, with words for it', async () => {
    const logo = {
      format: 'svg' as const,
      svg: barChart('Logga', [['a', 1]]),
      width: 600,
      height: 90,
      alt: 'Åkersö kommun',
    };
    const bytes = await writeWord(small([], { about: { organisation: 'Åkersö', date: '2026-03-02', logo } }));
    expect(await docxFaults(bytes)).toEqual([]);
    const docx = await readDocx(bytes);
    expect([...descendantsOf(docx.root('word/header2.xml'), 'docPr')][0]?.attributes.get('descr')).toBe(
      'Åkersö kommun',
    );
  });

  test('has its municipality’s colour, darkened until it can be read', async () => {
    const accent = async (colour: string) => {
      const docx = await written(small([], { about: { organisation: 'Åkersö', date: '2026-03-02', colour } }));
      return [...descendantsOf(docx.root('word/theme/theme1.xml'), 'accent1')][0]?.children[0]?.attributes.get('val');
    };
    expect([await accent('#00528c'), await accent('#ffee00')]).toEqual(['00528c', '776f00']);
  });

  test('makes a picture that is too large fit the page, in its own proportions', async () => {
    const picture = { format: 'svg' as const, svg: barChart('x', [['a', 1]]), width: 2000, height: 8000 };
    const docx = await written(small([{ kind: 'figure', picture, alt: 'Högt', caption: 'Hög' }]));
    const { attributes } = [...descendantsOf(docx.body, 'extent')][0]!;
    const [width, height] = [Number(attributes.get('cx')), Number(attributes.get('cy'))];
    expect(height / 635).toBeLessThan(13_266);
    expect(height / width).toBeCloseTo(4, 2);
  });

  test('carries pictures that are PNG or JPEG as they are', async () => {
    const bytes = pictureToPng(barChart('x', [['a', 1]]));
    const picture = (format: 'png' | 'jpeg') => ({ format, bytes, width: 300, height: 45 });
    const file = await writeWord(
      small([
        { kind: 'figure', picture: picture('png'), alt: 'Ett', caption: 'Ett' },
        { kind: 'figure', picture: picture('jpeg'), alt: 'Två', caption: 'Två' },
      ]),
    );
    expect(await docxFaults(file)).toEqual([]);
    const { file: parts } = await readDocx(file);
    const images = parts.relationsOf('word/document.xml').filter(({ kind }) => kind === 'image');
    expect(
      images.map(({ part }) => [parts.typeOf(part!), Buffer.from(parts.part(part!)!).equals(Buffer.from(bytes))]),
    ).toEqual([
      ['image/png', true],
      ['image/jpeg', true],
    ]);
  });

  test('that is not whole is not written', async () => {
    await expect(writeWord(small([paragraph('Hej {{namn}}')]))).rejects.toThrow(DocumentFaultError);
  });
});

/** LibreOffice with Writer, where the machine has it. */
const office = ['soffice', 'libreoffice'].find((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.skipIf(office === undefined)(
  'LibreOffice opens a report, and has its headings, tables, words for pictures and footnotes when it saves it again (skipped where LibreOffice is not installed)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'samband-office-'));
    try {
      await writeFile(path.join(folder, 'report.docx'), await writeWord(report));
      const saved = path.join(folder, 'saved');
      await promisify(execFile)(office!, [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, path.join(folder, 'report.docx')],
      ]);
      const ours = await readDocx(await writeWord(report));
      const theirs = await readDocx(await readBytes(path.join(saved, 'report.docx')));
      const seen = (docx: ReadDocx) => ({
        headings: docx
          .paragraphs()
          .filter((each) => /^heading \d$/i.test(docx.styleOf(each) ?? ''))
          // A page break before a paragraph is saved as one within it.
          .map((each) => `${docx.styleOf(each)?.toLowerCase()} ${textOf(each).trim()}`),
        headers: docx.tables().map((each) => textOf(childrenOf(each, 'tr')[0]!)),
        repeated: docx.tables().filter((each) => [...descendantsOf(each, 'tblHeader')].length === 1).length,
        alts: [...descendantsOf(docx.body, 'docPr')].map(({ attributes }) => attributes.get('descr')),
        notes: [...descendantsOf(docx.body, 'footnoteReference')].length,
        mark: textOf(docx.root('word/header1.xml')).includes('Exempeldata'),
      });
      expect(seen(theirs)).toEqual(seen(ours));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
