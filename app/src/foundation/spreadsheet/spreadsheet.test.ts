import { describe, expect, test } from 'vitest';
import { csvLine, readSheet, writeCsv, writeXlsx } from './index.ts';

const limits = { bytes: 1_000_000, rows: 100 };
const bytes = (text: string) => new TextEncoder().encode(text);

async function cells(content: Uint8Array) {
  const result = await readSheet(content, limits);
  if (!result.ok) throw new Error(result.reason);
  return result.rows.map((row) => row.cells);
}

describe('a sheet', () => {
  test('is the same in Excel and in CSV with any separator, mark and encoding', async () => {
    const expected = [
      ['Förvaltning', 'Enhet'],
      ['Vård', 'Östergården'],
    ];
    const text = 'Förvaltning;Enhet\r\nVård;Östergården\r\n';
    const files = [
      bytes(text),
      bytes(`\ufeff${text}`),
      bytes(text.replaceAll(';', ',')),
      bytes(text.replaceAll(';', '\t')),
      bytes(`sep=;\n${text}`),
      bytes(text.normalize('NFD')),
      new Uint8Array(Buffer.from(text, 'latin1')),
      new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
      await writeXlsx('Blad', expected[0]!, expected.slice(1)),
      bytes(writeCsv(expected[0]!, expected.slice(1))),
    ];
    for (const file of files) expect(await cells(file)).toEqual(expected);
  });

  test('keeps separators, quotes and line breaks inside quotes, and the line each record began on', async () => {
    const result = await readSheet(bytes('a;b\n"x;""y""\nz";2\n\n3;4'), limits);
    expect(result.ok && result.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['x;"y"\nz', '2'] },
      { number: 5, cells: ['3', '4'] },
    ]);
  });

  test('writes what looks like a formula so that no program calculates it, and reads it back as it was', async () => {
    const evil = '=HYPERLINK("http://x";"y")';
    expect(csvLine([evil, '-1', '@a', 'plain'])).toBe(`"'=HYPERLINK(""http://x"";""y"")";'-1;'@a;plain\r\n`);
    expect(await cells(bytes(writeCsv(['a'], [[evil]])))).toEqual([['a'], [evil]]);
    expect(await cells(await writeXlsx('a', ['a'], [[evil]]))).toEqual([['a'], [evil]]);
  });

  test('that is too large, too long, empty, old or no sheet at all is refused with its reason', async () => {
    const reason = async (content: Uint8Array) => {
      const result = await readSheet(content, limits);
      return result.ok ? 'ok' : result.reason;
    };
    expect(await reason(new Uint8Array(1_000_001))).toBe('tooLarge');
    expect(await reason(bytes('a\n'.repeat(102)))).toBe('tooManyRows');
    expect(await reason(bytes('a\n'.repeat(101)))).toBe('ok');
    expect(await reason(bytes(''))).toBe('empty');
    expect(await reason(bytes(';;\n;;'))).toBe('empty');
    expect(await reason(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('oldExcel');
    expect(await reason(bytes('PK\x03\x04 but no zip'))).toBe('unreadable');
    expect(await reason(new Uint8Array([1, 0, 2, 0]))).toBe('unreadable');
    const whole = await writeXlsx('a', ['a'], [['b']]);
    expect(await reason(whole.slice(0, whole.length - 300))).toBe('unreadable');
  });

  test('from Excel counts its rows as Excel does', async () => {
    const result = await readSheet(await writeXlsx('a', ['a'], [['b'], [''], ['c']]), limits);
    expect(result.ok && result.rows.map((row) => row.number)).toEqual([1, 2, 4]);
  });
});
