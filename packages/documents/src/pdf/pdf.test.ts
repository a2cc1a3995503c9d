import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DocumentFaultError,
  type DocumentModel,
  type Figure,
  numberDocument,
  paragraph,
  plain,
  type Section,
  type Table,
} from '../model/index.ts';
import { anyDocument } from './arbitrary-document.test-data.ts';
import { pdfContent } from './content.ts';
import { costs, interimReport } from './example.test-data.ts';
import { PdfError, writePdf } from './index.ts';
import { settable } from './letters.ts';
import { bookmarksOf, readStructure, type Structure } from './structure.test-data.ts';
import { typstProcesses } from './typst-processes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small: DocumentModel = {
  title: 'Kort rapport',
  language: 'sv',
  about: { organisation: 'Åkersö kommun', date: '2026-03-02' },
  contents: false,
  numbered: true,
  sections: [{ id: 'one', title: 'Nuläge', blocks: [paragraph('Text.')] }],
  appendices: [],
};

const withBlocks = (...blocks: DocumentModel['sections'][number]['blocks']): DocumentModel => ({
  ...small,
  sections: [{ id: 'one', title: 'Nuläge', blocks }],
});

interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Every page's words with where they begin and end, in points from the left. */
async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly PlacedText[])[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: PlacedText[][] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    pages.push(
      words.map(({ str, transform, width }) => ({
        text: str,
        left: Number(transform[4]),
        right: Number(transform[4]) + width,
      })),
    );
  }
  await pdf.loadingTask.destroy();
  return pages;
}

const wordsOn = (page: readonly PlacedText[] | undefined) => (page ?? []).map(({ text }) => text).join('|');
const said = (program: string, settings: string[]) =>
  execFileSync(program, settings, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

describe('an interim report of some twenty pages', () => {
  let bytes: Uint8Array;
  let structure: Structure;
  const withRole = (role: string) => structure.all.filter((node) => node.role === role);

  beforeAll(async () => {
    bytes = await writePdf(interimReport);
    structure = await readStructure(bytes);
  });

  test('has a language, a title and says that it is PDF/UA-1', () => {
    expect(structure.language).toBe('sv-SE');
    expect(structure.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(structure.metadata).toContain('Effektivare kommun: delrapport till kommunstyrelsen');
    expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true');
  });

  test('has the headings of the model in reading order, and skips no level', () => {
    const expected = numberDocument(interimReport).outline.map(
      ({ level, label, title }) => `H${level} ${label === undefined ? '' : `${label} `}${title}`,
    );
    const headings = structure.all.filter(({ role }) => /^H\d$/.test(role));
    expect(headings.map(({ role, text }) => `${role} ${text}`)).toEqual(['H1 Innehåll', ...expected]);
    headings.reduce((above, { role }) => {
      expect(Number(role[1])).toBeLessThanOrEqual(above + 1);
      return Number(role[1]);
    }, 0);
  });

  test('has a table of contents with the page of each heading, and the same as bookmarks', async () => {
    const pages = await pagesOf(bytes);
    for (const { text } of withRole('TOCI')) {
      const [, title, page] = /^(.+) (\d+)$/.exec(text) ?? [];
      expect(
        wordsOn(pages[Number(page) - 1])
          .replaceAll('|', '')
          .replace(/\s+/g, ''),
      ).toContain(title?.replace(/\s+/g, ''));
    }
    expect(await bookmarksOf(bytes)).toEqual([
      'Sammanfattning',
      '1 Nuläge',
      '2 Orsaker',
      '3 Förslag och prioritering',
      '4 Har det gett effekt?',
      '5 Fortsatt arbete',
      'Bilaga 1 Metod och källor',
      'Bilaga 2 Underlag per verksamhet',
    ]);
  });

  test('tells in words what every picture shows', () => {
    const figures = interimReport.sections
      .flatMap(function below(section): readonly Figure[] {
        return [
          ...section.blocks.filter((block) => block.kind === 'figure'),
          ...(section.sections ?? []).flatMap(below),
        ];
      })
      .map(({ alt }) => settable(alt));
    expect(withRole('Figure').map(({ alt }) => alt)).toEqual(['Ekeberga kommun', ...figures]);
  });

  test('tells each cell of a table its column, its group and its row', () => {
    const [table] = withRole('Table').filter(({ text }) => text.startsWith('Tabell 2. Nettokostnad'));
    const cells = (node: Structure['root']): Structure['root'][] => [
      ...(/^T[HD]$/.test(node.role) ? [node] : []),
      ...node.children.flatMap(cells),
    ];
    const all = cells(table!);
    const byId = new Map(all.flatMap((cell) => (cell.id === undefined ? [] : [[cell.id, cell]])));
    expect(all.filter(({ scope }) => scope === 'Column').map(({ text }) => text)).toEqual([
      ...costs.columns.map(({ title }) => title),
      'Förskola och skola',
      'Vård och omsorg',
      'Individ- och familjeomsorg',
      'Samhällsbyggnad',
    ]);
    const told = all.filter(({ role }) => role === 'TD').map((cell) => cell.headers.map((id) => byId.get(id)?.text));
    expect(told[0]).toEqual(['2020', 'Förskola och skola', 'Lokaler']);
    expect(told.at(-1)).toEqual(['Avvikelse, procent', 'Samhällsbyggnad', 'Samtliga']);
    expect(all.filter(({ scope }) => scope === 'Row').length).toBe(costs.rows.length - 4);
    expect(table!.children.map(({ role }) => role).slice(0, 2)).toEqual(['Caption', 'THead']);
  });

  test('has real lists, notes that belong to their words, and links that say where they go', () => {
    const item = withRole('LI').find(({ text }) => text.includes('Tomma lokaler'));
    expect(item?.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
    const note = withRole('P').find(({ text }) => text.startsWith('I tabell 1'));
    expect(note?.children.map(({ role }) => role)).toEqual(['Link', 'Lbl', 'Note', 'Link']);
    expect(withRole('Link').map(({ text }) => text)).toContain('kolada.se');
    expect(Buffer.from(bytes).toString('latin1')).toContain('(https://www.kolada.se/verktyg/fri-sokning/)');
  });

  test('repeats the titles of a long table, and the group, on each page that it goes on to', async () => {
    const pages = await pagesOf(bytes);
    const first = pages.findIndex((page) => wordsOn(page).includes('Nettokostnad per invånare'));
    for (const page of [pages[first], pages[first + 1], pages[first + 2]]) {
      expect(wordsOn(page)).toContain('Verksamhet');
      expect(wordsOn(page)).toContain('Avvikelse');
    }
    expect(costs.rows.length).toBeGreaterThan(50);
  });

  test('says on every page whose it is, its case and which page of how many', async () => {
    const pages = await pagesOf(bytes);
    for (const [index, page] of pages.entries()) {
      expect(wordsOn(page)).toContain('Exempeldata');
      expect(wordsOn(page)).toContain('Ekeberga kommun');
      if (index > 0) {
        expect(wordsOn(page).replaceAll('|', '')).toContain(`Sida ${index + 1} av ${pages.length}`);
        expect(wordsOn(page)).toContain('KS 2024/00112');
      }
    }
  });

  test('has nothing outside its margins', async () => {
    const withoutPictures = (section: Section): Section => ({
      ...section,
      blocks: section.blocks.filter(({ kind }) => kind !== 'figure'),
      sections: section.sections?.map(withoutPictures),
    });
    const words = await writePdf({ ...interimReport, sections: interimReport.sections.map(withoutPictures) });
    for (const page of await pagesOf(words)) for (const { right, text } of page) expect(right, text).toBeLessThan(523);
  });

  test('begins each appendix on a page of its own', async () => {
    const pages = await pagesOf(bytes);
    const firsts = pages.map((page) => wordsOn(page.slice(2, 4)));
    expect(firsts.filter((words) => /^Bilaga (?:1|2|2b)\|/.test(words))).toHaveLength(3);
  });

  test.skipIf(!has('qpdf'))('is found sound by qpdf (skipped where it is not installed)', () => {
    writeFileSync(path.join(folder, 'report.pdf'), bytes);
    expect(said('qpdf', ['--check', path.join(folder, 'report.pdf')])).toContain(
      'No syntax or stream encoding errors found',
    );
  });

  test.skipIf(!has('pdfinfo'))(
    'is found tagged by pdfinfo, with its fonts inside (skipped where it is not installed)',
    () => {
      writeFileSync(path.join(folder, 'report.pdf'), bytes);
      const told = (program: string) => said(program, [path.join(folder, 'report.pdf')]);
      expect(told('pdfinfo')).toMatch(/Tagged:\s+yes/);
      expect(told('pdfinfo')).toMatch(/JavaScript:\s+no/);
      const fonts = told('pdffonts').trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(3);
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(?:Inter|SourceSerif4)-\S+ .* yes yes yes /);
    },
  );

  test.skipIf(!has('verapdf'))(
    'passes veraPDF as PDF/UA-1 and PDF/A-2a (skipped where it is not installed)',
    async () => {
      for (const [standard, flavour] of [
        ['ua-1', 'ua1'],
        ['a-2a', '2a'],
      ] as const) {
        const file = path.join(folder, `${flavour}.pdf`);
        writeFileSync(file, await writePdf(interimReport, { standard }));
        expect(said('verapdf', ['-f', flavour, '--format', 'text', file])).toMatch(/^PASS/);
      }
    },
  );

  test('is the same bytes each time', async () => {
    await writePdf(small);
    expect(Buffer.from(await writePdf(interimReport)).equals(bytes)).toBe(true);
  });

  test('is an archive copy of level A when that is asked for', async () => {
    const archive = await readStructure(await writePdf(interimReport, { standard: 'a-2a' }));
    expect(archive.metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(archive.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(archive.all.map(({ role, text }) => `${role} ${text}`)).toEqual(
      structure.all.map(({ role, text }) => `${role} ${text}`),
    );
  });
});

test('any whole document is written, with its tables row by row and nothing of it taken for a program', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, fc.constantFrom('ua-1' as const, 'a-2a' as const), async (document, standard) => {
      const { root, all } = await readStructure(await writePdf(document, { standard }));
      // Letters that are drawn as a letter and its marks are read back as several.
      const letters = (words: string) => settable(words).replace(/[^a-zA-Z0-9#"()]/g, '');
      expect(letters(root.text)).toContain(letters(document.title));
      const rows = pdfContent(document).tables.reduce((sum, table) => sum + table.rows.length + 1, 0);
      expect(all.filter(({ role }) => role === 'TR')).toHaveLength(rows);
    }),
    { numRuns: 25 },
  );
});

test('words that look like a program stay words', async () => {
  const said = '#panic("x") $x^2$ *b* _i_ `r` <one> @one = R // ord /* a */ #read("/etc/passwd") \\ ~ -- "';
  const { all } = await readStructure(await writePdf(withBlocks(paragraph(said))));
  expect(all.find(({ role, text }) => role === 'P' && text.startsWith('#panic'))?.text.replace(/\s/g, '')).toBe(
    said.replace(/\s/g, ''),
  );
});

test('a letter that no font of the house has becomes an open square, and none is lost unseen', async () => {
  const { all } = await readStructure(await writePdf(withBlocks(paragraph('a漢b😀c\ue000d'))));
  expect(all.some(({ text }) => text === 'a□b□c□d')).toBe(true);
});

test('an address that is not for readers is no link', async () => {
  const link = (href: string) => ({ kind: 'link' as const, text: 'hit', href });
  const { all } = await readStructure(
    await writePdf(withBlocks(paragraph([link('javascript:alert(1)'), link('file:///etc/passwd'), link('#nowhere')]))),
  );
  expect(all.filter(({ role }) => role === 'Link')).toEqual([]);
});

test.each([
  '/etc/hostname.png',
  'file:///etc/hostname.png',
  'http://127.0.0.1:9/x.png',
  'main.typ',
  '../document.json',
])('a picture that asks for %s is refused', async (href) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${href}" width="9" height="9"/></svg>`;
  const figure = {
    kind: 'figure' as const,
    caption: 'Bild',
    alt: 'Bild',
    picture: { format: 'svg' as const, svg, width: 9, height: 9 },
  };
  await expect(writePdf(withBlocks(figure))).rejects.toThrow(PdfError);
});

test('a document that is not whole is not written', async () => {
  await expect(writePdf(withBlocks(paragraph('Hej {{namn}}')))).rejects.toThrow(DocumentFaultError);
});

test.each([
  'fastighetsskötselverksamhetsutvecklingsprojektledarutbildningen',
  'ett.ganska.langt.namn.pa.en.brevlada@forvaltningen.kommunen.exempel.se',
  'https://kommunen.exempel.se/politik-och-insyn/rapporter?ar=2026&uppslag=internhyresmodell',
  '0123456789'.repeat(9),
])('%s is broken, and keeps within its column', async (word) => {
  const table = withBlocks({
    kind: 'table',
    caption: 'Ord',
    columns: Array.from({ length: 5 }, () => ({ title: 'Verksamhetsutvecklingsprojekt' })),
    rows: [{ cells: Array.from({ length: 5 }, () => plain(word)) }],
  });
  const inTable = (await pagesOf(await writePdf(table))).flat();
  const inText = (await pagesOf(await writePdf(withBlocks(paragraph(`${word} ${word} ${word}`))))).flat();
  for (const { right, text } of [...inTable, ...inText]) expect(right, text).toBeLessThan(523);
  const column = 448 / 5;
  for (const { left, right, text } of inTable) {
    const place = (left - 73) / column;
    if (Math.abs(place - Math.round(place)) < 0.1 && place > 0.5) expect(right - left, text).toBeLessThan(column);
  }
});

test('wherever the page turns, no source, row, group or heading stands without what it belongs to', async () => {
  const table = (rows: Table['rows']): Table => ({
    kind: 'table',
    caption: 'Kostnader',
    source: 'Kolada. '.repeat(30),
    rowHeader: true,
    columns: [{ title: 'Område' }, { title: 'Kronor', align: 'end' }],
    rows,
  });
  const row = (name: string) => ({ cells: [plain(name), plain('1')] });
  const group = (name: string) => ({ role: 'group' as const, cells: [plain(name)] });
  const rows = [
    group('Grupp A'),
    ...Array.from({ length: 9 }, (_, index) => row(`Rad ${index + 1}`)),
    group('Grupp B'),
    group('Grupp C'),
    ...Array.from({ length: 6 }, (_, index) => row(`Rad ${index + 10}`)),
  ];
  const neighbours = [
    ['Tabell 1.', 'Grupp A', 'Rad 1', 'Rad 2'],
    ['Grupp B', 'Grupp C', 'Rad 10'],
    ['Rad 14', 'Rad 15', 'Källa: Kolada.'],
    ['Slutsats', 'Så är det.'],
    ['Det gäller:', 'Lokaler'],
    ['Mer i bilagan.', 'Källa: intervjuer.'],
  ];
  const turns = new Set<string>();
  for (let before = 0; before < 38; before += 1) {
    const file = await writePdf({
      ...small,
      sections: [
        {
          id: 'one',
          title: 'Nuläge',
          blocks: [...Array.from({ length: before }, () => paragraph('Stycke.')), table(rows)],
        },
        {
          id: 'two',
          title: 'Slutsats',
          blocks: [
            paragraph('Så är det.'),
            paragraph('Det gäller:'),
            { kind: 'list', ordered: false, items: [{ text: plain('Lokaler') }, { text: plain('Måltider') }] },
            paragraph('Mer i bilagan.'),
            paragraph('Källa: intervjuer.'),
          ],
        },
      ],
    });
    const pages = await pagesOf(file);
    const pageOf = (words: string) => pages.findIndex((page) => page.some(({ text }) => text.startsWith(words)));
    for (const together of neighbours)
      expect(new Set(together.map(pageOf)).size, `${before}: ${together.join(', ')}`).toBe(1);
    turns.add(Array.from({ length: 15 }, (_, index) => pageOf(`Rad ${index + 1}`)).join(''));
    const { all } = await readStructure(file);
    const cells = all.filter(({ role }) => role === 'TR').map(({ children }) => children.length);
    expect(cells).toEqual([2, ...rows.map(({ cells: each }) => each.length)]);
  }
  expect(turns.size).toBeGreaterThan(8);
});

test('a group of rows within a group is written wherever the page turns', async () => {
  const rows = [
    { role: 'group' as const, cells: [plain('Vård och omsorg')] },
    { role: 'group' as const, cells: [plain('Särskilt boende')] },
    { cells: [plain('Lång text. '.repeat(90))] },
    { cells: [plain('Lång text. '.repeat(400))] },
  ];
  for (const before of [18, 22, 26, 30]) {
    const file = await writePdf(
      withBlocks(...Array.from({ length: before }, () => paragraph('Stycke.')), {
        kind: 'table',
        caption: 'Kostnader',
        columns: [{ title: 'Område' }],
        rows,
      }),
    );
    const { all } = await readStructure(file);
    expect(all.filter(({ role, scope }) => role === 'TH' && scope === 'Column').map(({ text }) => text)).toEqual([
      'Område',
      'Vård och omsorg',
      'Särskilt boende',
    ]);
  }
});

test('a process that breaks down costs one document, and the next is written', async () => {
  await writePdf(small);
  const writing = writePdf(interimReport);
  const refused = expect(writing).rejects.toThrow(PdfError);
  for (const id of typstProcesses()) process.kill(id, 'SIGKILL');
  await refused;
  expect((await writePdf(small)).length).toBeGreaterThan(1000);
});

test.skipIf(process.platform !== 'linux')(
  'six hundred documents leave no more memory taken than three hundred do (read from /proc, so on Linux alone)',
  async () => {
    const pageSize = 4096;
    const taken = () => {
      const pages = typstProcesses().map((id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]));
      return (pages.reduce((sum, each) => sum + each, 0) * pageSize) / 1024 ** 2;
    };
    const effects = interimReport.sections.find(({ id }) => id === 'effects');
    // What Typst remembers of fonts and pictures fills during the first two or three hundred.
    let after = 0;
    for (let index = 1; index <= 600; index++) {
      await writePdf({ ...withBlocks(...effects!.blocks.slice(0, 3)), title: `Rapport ${index}` });
      if (index === 300) after = taken();
    }
    expect(taken() - after).toBeLessThan(40);
    expect(taken()).toBeLessThan(400);
  },
);
