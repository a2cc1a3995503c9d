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

  test('in Excel keeps numbers, signs of XML, many columns and emoji, and leaves out what XML cannot hold', async () => {
    const wide = Array.from({ length: 30 }, (_, n) => `k${n}`);
    const sheet = await writeXlsx('Blad: [1]?', wide, [
      ['<a> & "b"', '😀 å', 1234.5, -1, null, 'rad\n2', 'x\u0001y', ...wide.slice(7)],
    ]);
    expect(await cells(sheet)).toEqual([
      wide,
      ['<a> & "b"', '😀 å', '1234.5', '-1', '', 'rad\n2', 'xy', ...wide.slice(7)],
    ]);
  });

  test('of a hundred thousand rows never holds the program up for long', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [
      `Förvaltning ${n % 12}`,
      `Namn ${n}`,
      n,
      null,
      `${n}@prov.se`,
    ]);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const sheet = await writeXlsx('a', ['a', 'b', 'c', 'd', 'e'], rows);
    clearInterval(beat);
    expect(sheet.length).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThan(1500);
  });

  test('from Excel counts its rows as Excel does', async () => {
    const result = await readSheet(await writeXlsx('a', ['a'], [['b'], [''], ['c']]), limits);
    expect(result.ok && result.rows.map((row) => row.number)).toEqual([1, 2, 4]);
  });
});
