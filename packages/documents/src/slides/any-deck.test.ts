import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Appendix, Block, DocumentModel, Inline, Section } from '../model/index.ts';
import { parseXml } from '../xml/xml-tree.ts';
import type { Deck } from './deck.ts';
import { deckFaults, deckOf, writeSlides } from './index.ts';
import { page } from './look.ts';
import { type OpenedPresentation, opened, shapesOn, wordsIn } from './presentation.test-data.ts';
import { report } from './report.test-data.ts';

/** Letters that XML, type and spreadsheets trip over; no words that a template could have left. */
const letters = 'aåäöÅW i.,<>&"\'=-–…€😀한ﬁ\u0007\ud800\u00a0\n'.split('');
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters, ' ', ' '), maxLength }).map((text) => `A${text}`);
const someWords = fc.oneof({ weight: 4, arbitrary: words(30) }, { weight: 1, arbitrary: words(900) });

const inline: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: someWords, strong: fc.boolean(), emphasis: fc.boolean() }),
    fc.record({
      kind: fc.constant('link' as const),
      text: words(20),
      href: fc.constantFrom('https://a.se/?b="<', '#x', 'javascript:1'),
    }),
    fc.record({
      kind: fc.constant('footnote' as const),
      text: words(20).map((text) => [{ kind: 'text' as const, text }]),
    }),
    fc.constant({ kind: 'break' as const }),
  ),
  { maxLength: 4 },
);
const picture = fc.record({
  format: fc.constant('svg' as const),
  svg: fc.constant('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h30v20z"/></svg>'),
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});
const chart = fc
  .record({
    categories: fc.array(words(20), { maxLength: 40 }),
    kind: fc.constantFrom('bar' as const, 'column' as const, 'line' as const),
  })
  .chain(({ categories, kind }) =>
    fc.record({
      kind: fc.constant(kind),
      unit: words(30),
      decimals: fc.integer({ min: 0, max: 3 }),
      categories: fc.constant(categories),
      series: fc.array(
        fc.record({
          name: words(30),
          own: fc.boolean(),
          values: fc.array(
            fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { nil: undefined }),
            {
              minLength: categories.length,
              maxLength: categories.length,
            },
          ),
        }),
        { maxLength: 7 },
      ),
    }),
  );
const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 14 }).chain((columns) =>
  fc.record({
    kind: fc.constant('table' as const),
    caption: words(300),
    source: fc.option(words(300), { nil: undefined }),
    rowHeader: fc.boolean(),
    columns: fc.array(
      fc.record({
        title: words(150),
        align: fc.constantFrom('start' as const, 'end' as const),
        width: fc.option(fc.double({ min: 0.05, max: 1, noNaN: true }), { nil: undefined }),
      }),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(
      fc.oneof(
        fc.array(inline, { minLength: columns, maxLength: columns }).map((cells) => ({ cells })),
        inline.map((cell) => ({ cells: [cell], role: 'group' as const })),
      ),
      { maxLength: 30 },
    ),
  }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: inline, lead: fc.boolean() }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({
        text: inline,
        list: fc.option(
          fc.record({
            kind: fc.constant('list' as const),
            ordered: fc.boolean(),
            items: fc.array(fc.record({ text: inline }), { maxLength: 30 }),
          }),
          { nil: undefined },
        ),
      }),
      { maxLength: 12 },
    ),
  }),
  table,
  fc.record({
    kind: fc.constant('figure' as const),
    alt: words(60),
    caption: words(300),
    source: fc.option(words(300), { nil: undefined }),
    picture,
    chart: fc.option(chart, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('notice' as const), title: words(40), text: inline }),
  fc.record({ kind: fc.constant('quote' as const), text: inline, by: fc.option(words(40), { nil: undefined }) }),
  fc.constant({ kind: 'pageBreak' as const }),
);

const documents: fc.Arbitrary<DocumentModel> = fc
  .record({
    title: words(80),
    subtitle: fc.option(words(200), { nil: undefined }),
    language: fc.constantFrom('sv' as const, 'en' as const),
    numbered: fc.boolean(),
    mark: fc.option(words(20), { nil: undefined }),
    logo: fc.option(picture, { nil: undefined }),
    titles: fc.array(words(200), { minLength: 3, maxLength: 3 }),
    blocks: fc.array(fc.array(block, { maxLength: 4 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ titles, blocks, mark, logo, ...rest }) => {
    const section = (at: number): Section & Appendix => ({ id: `s${at}`, title: titles[at]!, blocks: blocks[at]! });
    return {
      ...rest,
      contents: true,
      about: { organisation: 'Ekeberga <kommun>', date: '2026-03-02', mark, logo: logo && { ...logo, alt: 'Logotyp' } },
      sections: [{ ...section(0), sections: [section(1)] }],
      appendices: [section(2)],
    };
  });

test('any document becomes a whole presentation in which nothing stands outside the slide or on something else', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const deck = deckOf(document);
      expect(deckFaults(deck)).toEqual([]);
      const presentation = await opened(await writeSlides(deck));
      expectWholePackage(presentation);
      for (const slide of presentation.slides) expectRoom(slide);
      const titles = presentation.slides.slice(1).map(({ title }) => title.toLowerCase());
      expect(new Set(titles).size).toBe(titles.length);
    }),
    { numRuns: 40, seed: 20261122 },
  );
});

const numbers = fc.record({
  kind: fc.constant('numbers' as const),
  items: fc.array(fc.record({ value: words(40), words: words(80) }), { minLength: 1, maxLength: 9 }),
  source: fc.option(words(300), { nil: undefined }),
});
const charts = fc.record({
  kind: fc.constant('charts' as const),
  charts: fc.array(fc.record({ title: words(60), alt: words(60), chart }), { maxLength: 7 }),
  source: fc.option(words(200), { nil: undefined }),
});
const shownBlock = fc.oneof(
  { weight: 4, arbitrary: block.filter((each) => each.kind !== 'pageBreak') },
  { weight: 1, arbitrary: numbers },
  { weight: 1, arbitrary: charts },
);

const decks: fc.Arbitrary<Deck> = fc
  .record({
    title: words(80),
    language: fc.constantFrom('sv' as const, 'en' as const),
    slides: fc.array(
      fc.record({
        title: words(120),
        lead: fc.option(inline, { nil: undefined }),
        kicker: fc.option(words(60), { nil: undefined }),
        blocks: fc.array(shownBlock, { maxLength: 4 }),
        beside: fc.option(fc.array(shownBlock, { maxLength: 3 }), { nil: undefined }),
        notes: fc.option(words(300), { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ slides, ...rest }) => ({
    ...rest,
    about: { organisation: 'Ekeberga kommun', date: '2026-03-02' },
    slides: slides.map((slide, index) => ({ ...slide, id: String(index), title: `${index} ${slide.title}` })),
  }));

test('any slides that have no fault are written, divided where they hold too much', async () => {
  await fc.assert(
    fc.asyncProperty(decks, async (deck) => {
      fc.pre(deckFaults(deck).length === 0);
      const presentation = await opened(await writeSlides(deck));
      expectWholePackage(presentation);
      expect(presentation.slides.length).toBeGreaterThan(deck.slides.length);
      for (const slide of presentation.slides) expectRoom(slide);
    }),
    { numRuns: 40, seed: 20261122 },
  );
});

/** Well-formed parts, each with a type, that refer to what is there, and are all referred to. */
function expectWholePackage({ file }: OpenedPresentation): void {
  const referred = new Set<string>();
  for (const name of file.names) {
    if (/\.(?:xml|rels|svg)$/.test(name)) parseXml(file.text(name)!);
    if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
    expect(file.typeOf(name), name).toMatch(/^(?:application|image)\//);
    if (name.endsWith('.xml')) expect(file.typeOf(name), name).not.toBe('application/xml');
    const relations = file.relationsOf(name);
    const ids = new Set(relations.map(({ id }) => id));
    for (const { part } of relations) if (part !== undefined) expect(file.names).toContain(part);
    for (const { part } of relations) if (part !== undefined) referred.add(part);
    if (!name.endsWith('.xml')) continue;
    for (const [, id] of file.text(name)!.matchAll(/ r:(?:id|embed)="([^"]*)"/g))
      expect(ids, `${name} ${id}`).toContain(id);
  }
  for (const { part } of file.relationsOf('')) if (part !== undefined) referred.add(part);
  const parts = file.names.filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
  expect(parts.filter((name) => !referred.has(name))).toEqual([]);
}

function expectRoom(slide: OpenedPresentation['slides'][number]): void {
  const shapes = shapesOn(slide);
  for (const { x, y, w, h } of shapes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + w).toBeLessThanOrEqual(page.width + 0.01);
    expect(y + h).toBeLessThanOrEqual(page.height + 0.01);
  }
  for (const [index, one] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      const apart =
        one.x + one.w <= other.x + 0.1 ||
        other.x + other.w <= one.x + 0.1 ||
        one.y + one.h <= other.y + 0.1 ||
        other.y + other.h <= one.y + 0.1;
      expect(apart, `${one.name} ${JSON.stringify(one)} stands on ${JSON.stringify(other)}`).toBe(true);
    }
  }
}

const office = (() => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();
const whyNot = office === undefined ? ' (skipped: LibreOffice is not on this machine)' : '';

test.skipIf(office === undefined)(
  `LibreOffice opens the slides and shows each on a page of its own${whyNot}`,
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'samband-slides-'));
    try {
      const bytes = await writeSlides(deckOf(report));
      const { slides } = await opened(bytes);
      await writeFile(path.join(folder, 'deck.pptx'), bytes);
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      await promisify(execFile)(office!, [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'deck.pptx'),
      ]);
      const pdf = await readFile(path.join(folder, 'deck.pdf'), 'latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(slides.length);
      expect(slides.map(({ root }) => wordsIn(root)).join(' ')).toContain('Exempeldata');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
