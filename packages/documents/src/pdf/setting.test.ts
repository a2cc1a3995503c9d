import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableColour } from '../model/colour.ts';
import { plain, type Table } from '../model/index.ts';
import { columnWidths } from './column-widths.ts';
import { houseFonts } from './fonts.ts';
import { settable, settableIn, settableSvg } from './letters.ts';

const type = { size: 8.75, headerSize: 8, padding: 12 };
const tableOf = (columns: Table['columns'], ...rows: string[][]): Table => ({
  kind: 'table',
  caption: 'Tabell',
  columns,
  rows: rows.map((cells) => ({ cells: cells.map(plain) })),
});

test('the columns of a table make its full width, whatever stands in them', () => {
  const column = fc.record({
    title: fc.string({ maxLength: 30 }),
    align: fc.constantFrom('start' as const, 'end' as const),
    width: fc.option(fc.double({ min: -1, max: 2, noNaN: true }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), fc.string({ maxLength: 200 }), (columns, words) => {
      const { widths } = columnWidths(
        tableOf(
          columns,
          columns.map(() => words),
        ),
        448,
        type,
      );
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(448, 6);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }),
  );
});

test('a share that a document gives is kept, and the others share what is left', () => {
  const { widths } = columnWidths(tableOf([{ title: 'A', width: 0.25 }, { title: 'B' }], ['x', 'y']), 400, type);
  expect(widths).toEqual([100, 300]);
});

test('figures have room on one line beside a long text', () => {
  const figure = '1\u00a0234\u00a0567\u00a0890,5';
  const { widths } = columnWidths(
    tableOf([{ title: 'Text' }, { title: 'Kostnad', align: 'end' }], ['Mycket lång text. '.repeat(40), figure]),
    448,
    type,
  );
  expect(widths[1]).toBeGreaterThan(houseFonts().widthOf(figure) * type.size);
});

test('a day has room on one line, though its column asks for less', () => {
  const { widths } = columnWidths(
    tableOf(
      [
        { title: 'Text', width: 0.9 },
        { title: 'Dag', width: 0.1 },
      ],
      ['x', '2026-03-02'],
    ),
    448,
    type,
  );
  expect(widths[1]).toBeGreaterThan(houseFonts().widthOf('2026-03-02') * type.size);
});

test('what can be set is left as it is, and what cannot is shown or left out', () => {
  expect(settable('Åtgärd – 12 % ”klar” ✓')).toBe('Åtgärd – 12 % ”klar” ✓');
  expect(settable('12 345 kr, 2024 12')).toBe('12\u00a0345 kr, 2024 12');
  expect(settable('ﬁnans\u202e\u0000 一')).toBe('finans □');
  expect(settable('rad ett\r\n  rad två')).toBe('rad ett rad två');
  expect(settableSvg('<text>a&#x4e00;b&#60;\u4e00</text>')).toBe('<text>a□b&#60;□</text>');
});

test('any words can be set with the fonts of the house', () => {
  const { covers } = houseFonts();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (words) => {
      for (const sign of settable(words)) expect(sign === '\u00ad' || covers(sign.codePointAt(0)!), sign).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('an address gets places to break where its room is too narrow, and not otherwise', () => {
  expect(settableIn('namn@kommun.se', 40)).toBe('namn@kommun.se');
  expect(settableIn('namn@kommun.se', 5)).toBe('namn@\u200bkommun.\u200bse');
  expect(settableIn('fastighetsskötsel', 3)).toBe('fastighetsskötsel');
});

test('a colour that is too light for text is darkened, one that can be read is kept', () => {
  expect(readableColour('#004b8d')).toBe('#004b8d');
  expect(readableColour(undefined)).toBe('#1d5c4d');
  expect(readableColour('red; }')).toBe('#1d5c4d');
  // 4.6 to 1 on the darkest paper.
  expect(readableColour('#ffcc00')).toBe('#856a00');
});
