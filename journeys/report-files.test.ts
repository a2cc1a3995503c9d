import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bookmarksOf,
  readStructure,
  type Structure,
  type StructureNode,
} from '../packages/documents/src/pdf/structure.test-data.ts';
import { opened, shapesOn, all as within, wordsIn } from '../packages/documents/src/slides/presentation.test-data.ts';
import { docxFaults, type ReadDocx, readDocx, textOf } from '../packages/documents/src/word/docx-reading.test-data.ts';
import { childOf, childrenOf, childValue, descendantsOf } from '../packages/documents/src/xml/xml-tree.ts';
import { openJourney } from './journey.ts';

// What a screen reader is told of the files that people take from a report: the example municipality's interim report, as the program makes it.

const journey = openJourney();
const files = new Map<string, Uint8Array>();

async function fetched(page: Page, ending: string): Promise<Uint8Array> {
  const answer = await page.request.get(`${page.url()}/rapport${ending}`);
  expect(answer.status(), ending).toBe(200);
  return new Uint8Array(await answer.body());
}

beforeAll(async () => {
  const page = await journey.as('programmeLead', { javaScriptEnabled: false });
  await page.goto(`${journey.address}/fokus`);
  await page.locator('main tbody a[href^="/fokus/"]').first().click();
  await page.getByRole('link', { name: 'Skapa delrapport' }).click();
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.waitForURL(/\/rapporter\/[0-9a-f-]{36}$/);
  for (const ending of ['.pdf', '-arkiv.pdf', '.docx', '.pptx', '-styrgrupp.pptx'])
    files.set(ending, await fetched(page, ending));
}, 180_000);

/** No level is skipped on the way down, and the first is 1. */
function expectNested(levels: readonly number[]): void {
  expect(levels.length).toBeGreaterThan(8);
  levels.reduce((above, level) => {
    expect(level).toBeLessThanOrEqual(above + 1);
    return level;
  }, 0);
}

describe.each(['.pdf', '-arkiv.pdf'])('rapport%s', (ending) => {
  let structure: Structure;
  const withRole = (role: string) => structure.all.filter((node) => node.role === role);
  const cellsOf = (node: StructureNode): StructureNode[] => [
    ...(/^T[HD]$/.test(node.role) ? [node] : []),
    ...node.children.flatMap(cellsOf),
  ];
  beforeAll(async () => {
    structure = await readStructure(files.get(ending)!);
  });

  test('has a language and a title', () => {
    expect(structure.language).toBe('sv-SE');
    expect(structure.metadata).toMatch(/<dc:title>[\s\S]*?\w/);
    expect(structure.metadata).toContain(ending === '.pdf' ? '<pdfuaid:part>1' : '<pdfaid:conformance>A');
  });

  test('has headings that skip no level, and each of the first as a bookmark', async () => {
    const headings = structure.all.filter(({ role }) => /^H\d$/.test(role));
    expectNested(headings.map(({ role }) => Number(role[1])));
    const first = headings.filter(({ role }) => role === 'H1').map(({ text }) => text);
    expect(await bookmarksOf(files.get(ending)!)).toEqual(first.filter((text) => text !== 'Innehåll'));
  });

  test('tells in words what each picture shows, more than its title', () => {
    const figures = withRole('Figure');
    expect(figures.length).toBeGreaterThan(2);
    for (const { alt } of figures) expect(alt?.length, alt).toBeGreaterThan(5);
  });

  test('tells every cell of every table its headers', () => {
    const tables = withRole('Table');
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const cells = cellsOf(table);
      const ids = new Set(cells.flatMap(({ id }) => id ?? []));
      expect(cells.filter(({ role, scope }) => role === 'TH' && scope === 'Column').length).toBeGreaterThan(1);
      for (const cell of cells.filter(({ role }) => role === 'TD')) {
        expect(cell.headers.length, `${table.text.slice(0, 60)}: ${cell.text}`).toBeGreaterThan(0);
        for (const header of cell.headers) expect(ids).toContain(header);
      }
    }
  });

  test('is read in the order that it is seen: each source after the table or picture that it is of', () => {
    const told = structure.all.map(({ role, text }) => ({ role, text }));
    const captions = told.filter(({ role, text }) => role === 'Caption' && /^(?:Figur|Tabell) \d+\./.test(text));
    const numbers = (word: string) =>
      captions.flatMap(({ text }) => (text.startsWith(word) ? [Number(/\d+/.exec(text)![0])] : []));
    for (const word of ['Figur', 'Tabell']) {
      expect(numbers(word).length, word).toBeGreaterThan(1);
      expect(numbers(word)).toEqual(numbers(word).map((_, index) => index + 1));
    }
    for (const [index, { role, text }] of told.entries()) {
      if (role !== 'Caption' || !captions.some((caption) => caption.text === text)) continue;
      const next = told.slice(index + 1).find((each) => /^P$|^H\d$|^Caption$/.test(each.role) && each.text !== '');
      if (text.startsWith('Figur')) expect(next?.text, text).toMatch(/Källa|Egen bearbetning|Exempeldata/);
    }
  });
});

describe('rapport.docx', () => {
  let docx: ReadDocx;
  beforeAll(async () => {
    docx = await readDocx(files.get('.docx')!);
  });

  test('is nothing that Word would call damaged, and its headings skip no level', async () => {
    expect(await docxFaults(files.get('.docx')!)).toEqual([]);
    const levels = docx.paragraphs().flatMap((each) => {
      const level = /^heading (\d)$/.exec(docx.styleOf(each) ?? '')?.[1];
      return level === undefined ? [] : [Number(level)];
    });
    expectNested(levels);
  });

  test('has a header row in every table, words for every picture, and Swedish as its language', () => {
    expect(docx.tables().length).toBeGreaterThan(4);
    for (const table of docx.tables()) {
      const [header] = childrenOf(table, 'tr');
      expect(childOf(childOf(header, 'trPr'), 'tblHeader'), textOf(table).slice(0, 80)).toBeDefined();
      expect(childValue(childOf(table, 'tblPr'), 'tblDescription')).toMatch(/\w/);
    }
    const pictures = [...descendantsOf(docx.body, 'docPr')];
    expect(pictures.length).toBeGreaterThan(1);
    for (const { attributes } of pictures) expect(attributes.get('descr')?.length).toBeGreaterThan(5);
    const languages = [...descendantsOf(docx.root('word/styles.xml'), 'lang')].map(({ attributes }) =>
      attributes.get('val'),
    );
    expect(new Set(languages)).toEqual(new Set(['sv-SE']));
  });
});

describe.each(['.pptx', '-styrgrupp.pptx'])('rapport%s', (ending) => {
  test('has a title in its place on every slide, no two alike, and Swedish as its language', async () => {
    const { slides } = await opened(files.get(ending)!);
    expect(slides.length).toBeGreaterThan(8);
    const titles = slides.map(({ title }) => title);
    for (const title of titles) expect(title).not.toBe('');
    expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted());
    for (const { root, title } of slides)
      for (const run of within(root, 'rPr')) expect(run.attributes.get('lang'), title).toBe('sv-SE');
  });

  test('has words for every picture and chart, and a header row in every table', async () => {
    const { slides } = await opened(files.get(ending)!);
    let tables = 0;
    for (const { root, title } of slides) {
      for (const frame of [...within(root, 'pic'), ...within(root, 'graphicFrame')]) {
        const words = within(frame, 'cNvPr')[0]?.attributes.get('descr') ?? '';
        expect(words.length, title).toBeGreaterThan(3);
      }
      for (const table of within(root, 'tblPr')) {
        tables += 1;
        expect(table.attributes.get('firstRow'), title).toBe('1');
      }
    }
    expect(tables).toBeGreaterThan(0);
  });

  test('has no slide with a single short line and nothing else', async () => {
    const { slides } = await opened(files.get(ending)!);
    const lonely = slides.filter((slide) => {
      if (
        /section|title/i.test(slide.layout) ||
        within(slide.root, 'pic').length + within(slide.root, 'graphicFrame').length > 0
      )
        return false;
      const words = shapesOn(slide).length === 0 ? '' : wordsIn(slide.root).replace(slide.title, '').trim();
      return words.length < 40;
    });
    expect(lonely.map(({ title, root }) => `${title}: ${wordsIn(root)}`)).toEqual([]);
  });
});
