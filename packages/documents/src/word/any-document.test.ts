import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Appendix, Block, DocumentModel, Inline, List, Section, TableRow } from '../model/index.ts';
import { documentFaults } from '../model/index.ts';
import { docxFaults } from './docx-reading.test-data.ts';
import { writeWord } from './index.ts';
import { municipalTemplate } from './municipal-template.test-data.ts';

/** Texts with everything that text can be: halves of signs, control signs, signs of XML, very long words. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom('', ' ', ']]>', '<w:p/>', '&amp;', '"\'', '\u0000', '\ufffe', '\ud800', 'å'.repeat(400), '–', '\t\n'),
);
const title = words.map((each) => `${each} Rubrik`);
const ids = Array.from({ length: 24 }, (_, index) => `id ${index} <"&`);

const inline: fc.Arbitrary<readonly Inline[]> = fc.letrec<{ part: Inline; text: readonly Inline[] }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ kind: fc.constant('text' as const), text: words, strong: fc.boolean(), emphasis: fc.boolean() }),
    fc.record({
      kind: fc.constant('link' as const),
      text: words,
      href: fc.oneof(
        words,
        fc.webUrl(),
        fc.constantFrom(...ids).map((id) => `#${id}`),
      ),
    }),
    fc.record({ kind: fc.constant('reference' as const), to: fc.constantFrom(...ids) }),
    fc.constant({ kind: 'break' as const }),
    fc.record({ kind: fc.constant('footnote' as const), text: tie('text') }),
  ),
  text: fc.array(tie('part'), { maxLength: 4 }),
})).text;

const list: fc.Arbitrary<List> = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({ text: inline, list: fc.option(tie('list'), { nil: undefined, depthSize: 'small', maxDepth: 12 }) }),
      { maxLength: 3 },
    ),
  }),
})).list;

const table = fc
  .array(
    fc.record({
      title: words,
      align: fc.constantFrom('start' as const, 'end' as const),
      width: fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      caption: title,
      columns: fc.constant(columns),
      rowHeader: fc.boolean(),
      source: fc.option(words, { nil: undefined }),
      rows: fc.array(
        fc.oneof(
          fc.record({ role: fc.constant('group' as const), cells: inline.map((text) => [text]) }),
          fc.record({
            role: fc.constantFrom(undefined, 'total' as const),
            cells: fc.array(inline, { minLength: columns.length, maxLength: columns.length }),
          }),
        ) as fc.Arbitrary<TableRow>,
        { maxLength: 4 },
      ),
    }),
  );

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8"/></svg>';
const figure = fc.record({
  kind: fc.constant('figure' as const),
  alt: title,
  caption: title,
  source: fc.option(words, { nil: undefined }),
  picture: fc.record({
    format: fc.constant('svg' as const),
    svg: fc.constant(svg),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: inline, lead: fc.boolean() }),
  list,
  table,
  figure,
  fc.record({ kind: fc.constant('quote' as const), text: inline, by: fc.option(words, { nil: undefined }) }),
  fc.record({ kind: fc.constant('notice' as const), title: words, text: inline }),
  fc.constant({ kind: 'pageBreak' as const }),
);

const section: fc.Arbitrary<Section> = fc.letrec<{ section: Section }>((tie) => ({
  section: fc.record({
    id: fc.constant(''),
    title,
    blocks: fc.array(block, { maxLength: 4 }),
    unnumbered: fc.boolean(),
    sections: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('section'), { maxLength: 2 })),
  }),
})).section;

const deep = (depth: number): Section => ({
  id: '',
  title: 'Djup',
  blocks: [],
  sections: depth === 0 ? [] : [deep(depth - 1)],
});

const appendix: fc.Arbitrary<Appendix> = fc.record({
  id: fc.constant(''),
  title,
  blocks: fc.array(block, { maxLength: 3 }),
  sections: fc.array(section, { maxLength: 1 }),
  parts: fc.array(fc.record({ id: fc.constant(''), title, blocks: fc.array(block, { maxLength: 2 }) }), {
    maxLength: 3,
  }),
});

const about = fc.record({
  organisation: words,
  author: fc.option(words, { nil: undefined }),
  date: fc.constant('2026-03-02'),
  caseNumber: fc.option(words, { nil: undefined }),
  state: fc.option(words, { nil: undefined }),
  subject: fc.option(words, { nil: undefined }),
  keywords: fc.option(fc.array(words, { maxLength: 3 }), { nil: undefined }),
  mark: fc.option(words, { nil: undefined }),
  colour: fc.option(words, { nil: undefined }),
});

const anyDocument: fc.Arbitrary<DocumentModel> = fc
  .record({
    title,
    subtitle: fc.option(words, { nil: undefined }),
    language: fc.constantFrom('sv' as const, 'en' as const),
    about,
    contents: fc.boolean(),
    numbered: fc.boolean(),
    sections: fc.array(fc.oneof({ weight: 8, arbitrary: section }, { weight: 1, arbitrary: fc.constant(deep(11)) }), {
      maxLength: 3,
    }),
    appendices: fc.array(appendix, { maxLength: 2 }),
  })
  .map(withIds);

/** Every section gets an id of its own, and those that nothing has got go to sections at the end, so that references hold. */
function withIds(document: DocumentModel): DocumentModel {
  let count = 0;
  const next = () => ids[count++] ?? `more${count}`;
  const named = <Kind extends Section | Appendix>(each: Kind): Kind => ({
    ...each,
    id: next(),
    sections: (each.sections ?? []).map(named),
    ...('parts' in each && { parts: each.parts?.map((part) => ({ ...part, id: next() })) }),
  });
  const sections = document.sections.map(named);
  const appendices = document.appendices.map(named);
  const rest = ids.slice(count).map((id) => ({ id, title: 'Resten', blocks: [] }));
  return { ...document, sections: [...sections, ...rest], appendices };
}

test('any document becomes a file that Word would not call damaged', { timeout: 120_000 }, async () => {
  const template = await municipalTemplate();
  await fc.assert(
    fc.asyncProperty(anyDocument, fc.boolean(), async (document, onTemplate) => {
      // Chance may write what looks like a placeholder; such a document is refused, and another test says so.
      fc.pre(documentFaults(document).length === 0);
      expect(await docxFaults(await writeWord(document, onTemplate ? { template } : {}))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
