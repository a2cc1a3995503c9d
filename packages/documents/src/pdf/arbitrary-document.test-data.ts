import fc from 'fast-check';
import type { Block, DocumentModel, Inline, InlineText, List, Section, TableRow } from '../model/index.ts';
import { documentFaults, plain } from '../model/index.ts';

/** Words that a program could take for its own: markup of Typst, HTML, XML, PDF and JSON, and every kind of character. */
const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Kostnad per plats, kr',
      'Förskola',
      '1 427 000',
      'Långsiktigtlokalförsörjningsprogramsarbete ',
      '−3,5',
    ),
  },
  fc.constantFrom(
    '#panic("x")',
    '#read("/etc/passwd")',
    '$ x $ *b* _i_ `raw` <label> @ref = Rubrik // ord /* */ \\u{41} \\',
    '</style><script>alert(1)</script><!-- ]]> --> &amp; & " \' >',
    '(\\) <</S /TH>> endobj',
    '- + / ~ -- --- ... "citat" http://exempel.se #let x = 1',
    '\u0000\u0007\u001b\ufeff\ufffe\u202e\u200b\u00ad',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 8 }),
);
const title = words.map((each) => `Titel ${each}`);

const inline = (ids: readonly string[], depth = 0): fc.Arbitrary<Inline> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        text: words,
        strong: fc.boolean(),
        emphasis: fc.boolean(),
      }),
    },
    fc.record({
      kind: fc.constant('link' as const),
      text: words,
      href: fc.oneof(
        fc.webUrl(),
        fc.constantFrom(
          'javascript:alert(1)',
          'file:///etc/passwd',
          `#${ids[0]}`,
          '#finns-inte',
          'https://å.se/ä b%',
          'mailto:a@b.se',
        ),
        words,
      ),
    }),
    fc.record({ kind: fc.constant('reference' as const), to: fc.constantFrom(...ids) }),
    fc.constant({ kind: 'break' as const }),
    ...(depth > 1
      ? []
      : [
          fc.record({
            kind: fc.constant('footnote' as const),
            text: fc.array(inline(ids, depth + 1), { maxLength: 2 }),
          }),
        ]),
  );

const list = (text: fc.Arbitrary<InlineText>, depth = 0): fc.Arbitrary<List> =>
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({
        text,
        list: depth > 1 ? fc.constant(undefined) : fc.option(list(text, depth + 1), { nil: undefined }),
      }),
      {
        maxLength: 3,
      },
    ),
  });

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const svgOf = (label: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><style>.a, .b { fill: #1d5c4d; font-family: Inter; }</style><defs><clipPath id="c"><rect width="100" height="40"/></clipPath></defs><g clip-path="url(#c)"><text class="a" x="4" y="20">${label.replace(/[^\p{L}\p{N} ]/gu, '')}</text></g></svg>`;

function blocks(ids: readonly string[]): fc.Arbitrary<Block[]> {
  const text = fc.array(inline(ids), { maxLength: 4 });
  const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      caption: title,
      columns: fc.array(
        fc.record({
          title: words,
          align: fc.constantFrom('start' as const, 'end' as const, undefined),
          width: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        }),
        { minLength: columns, maxLength: columns },
      ),
      // Rows before them, so that the others come to lie at a page turn.
      rows: fc
        .tuple(
          fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 70 })),
          fc.array(
            fc.oneof(
              {
                weight: 4,
                arbitrary: fc
                  .array(text, { minLength: columns, maxLength: columns })
                  .map((cells): TableRow => ({ cells })),
              },
              fc
                .array(text, { minLength: columns, maxLength: columns })
                .map((cells): TableRow => ({ cells, role: 'total' })),
              text.map((cell): TableRow => ({ cells: [cell], role: 'group' })),
            ),
            { maxLength: 6 },
          ),
        )
        .map(([before, rows]): TableRow[] => [
          ...Array.from({ length: before }, () => ({ cells: Array.from({ length: columns }, () => plain('Rad')) })),
          ...rows,
        ]),
      rowHeader: fc.boolean(),
      source: fc.option(words, { nil: undefined }),
    }),
  );
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), text, lead: fc.boolean() }),
      list(text),
      table,
      fc.record({
        kind: fc.constant('figure' as const),
        caption: title,
        alt: title,
        source: fc.option(words, { nil: undefined }),
        picture: fc.oneof(
          words.map((label) => ({ format: 'svg' as const, svg: svgOf(label), width: 120, height: 40 })),
          fc.constant({ format: 'png' as const, bytes: new Uint8Array(pixel), width: 900, height: 20 }),
        ),
      }),
      fc.record({ kind: fc.constant('quote' as const), text, by: fc.option(words, { nil: undefined }) }),
      fc.record({ kind: fc.constant('notice' as const), title: words, text }),
      fc.constant({ kind: 'pageBreak' as const }),
    ),
    { maxLength: 5 },
  );
}

/** Any whole document: every kind of block in sections down to the eighth level, with appendices and their parts. */
export const anyDocument: fc.Arbitrary<DocumentModel> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => {
    const ids = Array.from({ length: count + 2 }, (_, index) => `id ${index} å"<`);
    const section = (id: string, inner: readonly Section[] = []): fc.Arbitrary<Section> =>
      fc.record({
        id: fc.constant(id),
        title,
        blocks: blocks(ids),
        sections: fc.constant(inner),
        unnumbered: fc.boolean(),
      });
    const nested = ids
      .slice(1, count)
      .reduceRight<fc.Arbitrary<Section | undefined>>(
        (inner, id) => inner.chain((below) => section(id, below === undefined ? [] : [below])),
        fc.constant(undefined),
      );
    return fc.record({
      title,
      subtitle: fc.option(words, { nil: undefined }),
      language: fc.constantFrom('sv' as const, 'en' as const),
      about: fc.record({
        organisation: words,
        author: fc.option(words, { nil: undefined }),
        date: fc.constantFrom('2024-02-29', '2026-11-22'),
        caseNumber: fc.option(words, { nil: undefined }),
        state: fc.option(words, { nil: undefined }),
        subject: fc.option(words, { nil: undefined }),
        keywords: fc.array(words, { maxLength: 3 }),
        mark: fc.option(words, { nil: undefined }),
        colour: fc.constantFrom('#1d5c4d', '#004b8d', undefined, 'red; }'),
      }),
      contents: fc.boolean(),
      numbered: fc.boolean(),
      sections: fc
        .tuple(section(ids[0]!), nested)
        .map(([first, second]) => (second === undefined ? [first] : [first, second])),
      appendices: fc
        .tuple(section(ids[count]!), section(ids[count + 1]!), fc.boolean())
        .map(([first, second, parts]) => (parts ? [{ ...first, parts: [second] }] : [first, second])),
    });
  })
  .filter((document) => documentFaults(document).length === 0);
