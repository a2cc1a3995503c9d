import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamZip } from '../zip/index.ts';
import { readPasted, readSheet, writeXlsx } from './index.ts';

const limits = { bytes: 1_000_000, rows: 1000 };
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface ForeignParts {
  readonly sheet: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

/** A workbook as other programs write it: shared texts, parts with names of their own. */
async function foreign(
  { sheet, texts = '', styles = '', workbook = '' }: ForeignParts,
  harm: (text: string) => string = (text) => text,
): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/book/workbook.xml')}</Relationships>`,
    'book/workbook.xml': `<workbook xmlns:ns="${relations}">${workbook}<sheets><sheet ns:id="s1" sheetId="4" name="Blad 1 &amp; 2"/></sheets></workbook>`,
    'book/_rels/workbook.xml.rels': `<Relationships>${relation('s1', 'worksheet', 'sheets/one.xml')}${relation('t', 'sharedStrings', '/book/texts.xml')}${relation('u', 'styles', 'styles.xml')}</Relationships>`,
    'book/texts.xml': `<?xml version="1.0"?><sst>${texts}</sst>`,
    'book/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'book/sheets/one.xml': sheet,
  };
  const content = streamZip(Object.entries(parts).map(([name, text]) => ({ name, content: [harm(text)] })));
  return new Response(content).bytes();
}

const sheetOf = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

async function cells(parts: ForeignParts) {
  const result = await readSheet(await foreign(parts), limits, 'exact');
  return result.ok ? result.rows.map((row) => row.cells) : result.reason;
}

describe('a workbook of another program', () => {
  test('is read with shared and rich texts, without the reading aids of Japanese', async () => {
    const texts =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">half </t></r><r><t>bold</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si/><si><t>a_x000D_\nb &#229;&#xE4;&quot;<![CDATA[<x>]]></t></si>';
    const row = [0, 1, 2, 3].map((n) => `<c t="s"><v>${n}</v></c>`).join('');
    expect(await cells({ sheet: sheetOf(`<row>${row}</row>`), texts })).toEqual([
      ['plain', 'half bold', '', 'a\nb åä"<x>'],
    ]);
  });

  test('is read with prefixes, comments, single quotes, other spacing, and signs inside attributes', async () => {
    const sheet = `<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x='${main}'><x:cols note="a>b"/>
      <x:sheetData><x:row  r = "3" r='3' spans='1:2'><x:c r='B3'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await readSheet(await foreign({ sheet }), limits)).toEqual({
      ok: true,
      rows: [{ number: 3, cells: ['', '7'] }],
    });
  });

  test('gives dates by their style, times where there are such, and numbers as short as they are', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="[$-41D]d mmmm yyyy;@"/><numFmt numFmtId="171" formatCode="#,##0.0&quot; dagar&quot;"/><numFmt numFmtId="172" formatCode="[Red]0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/></cellXfs>';
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
    const row = [
      ...[cell(0, '46083'), cell(1, '46083'), cell(2, '46083'), cell(3, '46083'), cell(4, '46083')],
      ...[cell(5, '46083.604166666664'), cell(5, '0.75'), cell(1, '1'), cell(1, '59'), cell(1, '61')],
      ...[cell(0, '1.1000000000000001'), cell(0, '1E-3'), cell(1, '-5'), cell(1, '99999999')],
    ].join('');
    expect(await cells({ sheet: sheetOf(`<row>${row}</row>`), styles })).toEqual([
      [
        ...['46083', '2026-03-02', '2026-03-02', '46083', '46083', '2026-03-02 14:30', '18:00'],
        ...['1900-01-01', '1900-02-28', '1900-03-01', '1.1', '0.001', '-5', '99999999'],
      ],
    ]);
    const old = { sheet: sheetOf('<row><c s="1"><v>44621</v></c></row>'), styles };
    expect(await cells({ ...old, workbook: '<workbookPr date1904="1"/>' })).toEqual([['2026-03-02']]);
  });

  test('gives what a formula came to, a fault as its sign, and ISO dates and truths as text', async () => {
    const row =
      '<c t="str"><f>A1&amp;"x"</f><v>summa</v></c><c><f>1+1</f><v>2</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-03-02T00:00:00</v></c><c t="n"/><c><v></v></c>';
    expect(await cells({ sheet: sheetOf(`<row>${row}</row>`) })).toEqual([
      ['summa', '2', '#REF!', 'true', '2026-03-02'],
    ]);
  });

  test('that is cut, refers to what is not there, or declares a document type, is unreadable', async () => {
    const declares = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    for (const sheet of [
      sheetOf('<row><c t="s"><v>5</v></c></row>'),
      '<worksheet><sheetData><row><c><v>1</v></c>',
      `${declares}${sheetOf('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')}`,
      sheetOf('<row><c r="ZZZZ1"><v>1</v></c></row>'),
    ])
      expect(await cells({ sheet })).toBe('unreadable');
    const whole = await foreign({ sheet: sheetOf('<row><c><v>1</v></c></row>') });
    for (let length = 30; length < whole.length - 1; length += 97) {
      expect(await readSheet(whole.slice(0, length), limits)).toEqual({ ok: false, reason: 'unreadable' });
    }
    for (let at = 40; at < whole.length; at += 7) {
      const damaged = whole.slice();
      damaged[at]! ^= 0xff;
      const result = await readSheet(damaged, limits);
      expect(result.ok || ['unreadable', 'empty', 'oldExcel'].includes(result.reason)).toBe(true);
    }
  });
});

test('whatever stands in its parts, a workbook is read or is unreadable, and never a fault', {
  timeout: 60_000,
}, async () => {
  const parts = {
    sheet: sheetOf('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>46083.5</v></c></row>'),
    texts: '<si><r><t>a &amp; b</t></r></si>',
    styles: '<numFmts><numFmt numFmtId="170" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>',
    workbook: '<workbookPr date1904="0"/>',
  };
  const signs = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '&',
    ';',
    '!',
    '%',
    '[',
    ':',
    '0',
    '-',
    '999999999999',
    '\0',
    '',
  );
  const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), signs), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(places, async (harms) => {
      const harm = (text: string) =>
        harms.reduce((given, [place, sign]) => {
          const at = Math.floor(place * given.length);
          return given.slice(0, at) + sign + given.slice(at + 1);
        }, text);
      const result = await readSheet(await foreign(parts, harm), limits);
      expect(result.ok || ['unreadable', 'empty', 'tooLarge'].includes(result.reason)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('reading keeps within its bounds', () => {
  test('a million empty rows, and a value in the last cell of all, cost nothing', { timeout: 60_000 }, async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 1}" ht="15"/>`).join('');
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>';
    const start = process.memoryUsage().rss;
    const result = await readSheet(await foreign({ sheet: sheetOf(empty + far) }), { bytes: 5_000_000, rows: 10 });
    expect(result.ok && result.rows.length).toBe(1);
    expect(result.ok && result.rows[0]?.number).toBe(1_048_576);
    expect(result.ok && result.rows[0]?.cells.length).toBe(16_384);
    expect(process.memoryUsage().rss - start).toBeLessThan(300 * 1024 * 1024);
  });

  test('a small file that claims any number of cells is refused', async () => {
    const rows = Array.from({ length: 900 }, (_, n) => `<row><c r="XFD${n + 1}"><v>1</v></c></row>`).join('');
    expect(await cells({ sheet: sheetOf(rows) })).toBe('tooLarge');
  });

  test('a file that unpacks to far more than it is, is refused before it has', async () => {
    function* endless() {
      for (let n = 0; n < 2000; n++) yield ' '.repeat(64 * 1024);
    }
    const packed = await new Response(
      streamZip([
        { name: '_rels/.rels', content: ['<Relationships/>'] },
        { name: 'xl/workbook.xml', content: endless() },
      ]),
    ).bytes();
    expect(packed.length).toBeLessThan(1_000_000);
    expect(await readSheet(packed, limits)).toEqual({ ok: false, reason: 'unreadable' });
    const shared = `<si><t>${'x'.repeat(1000)}</t></si>`.repeat(20_000);
    expect(await cells({ sheet: sheetOf('<row><c t="s"><v>0</v></c></row>'), texts: shared })).toBe('unreadable');
  });

  test('a large file never holds others up for long, and stops at the row that is too many', {
    timeout: 60_000,
  }, async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => [`Rad ${n}`, n, `Ännu en ${n}`, '0180']);
    const file = await writeXlsx('a', ['a', 'b', 'c', 'd'], rows);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const result = await readSheet(file, { bytes: 10_000_000, rows: 60_000 });
    await sleep(10);
    clearInterval(beat);
    expect(result.ok && result.rows.length).toBe(60_001);
    expect(longest).toBeLessThan(1000);
    expect(await readSheet(file, { bytes: 10_000_000, rows: 59_999 })).toEqual({ ok: false, reason: 'tooManyRows' });
  });
});

describe('what is pasted', () => {
  const pasted = (text: string) => {
    const result = readPasted(text, limits);
    return result.ok ? result.rows.map(({ cells: each }) => each) : result.reason;
  };

  test('from Excel has cells with line breaks and quotes in quotes', () => {
    expect(pasted('Namn\tText\r\nA\t"rad 1\nrad ""2"""\r\nB\t"" \r\n')).toEqual([
      ['Namn', 'Text'],
      ['A', 'rad 1\nrad "2"'],
      ['B', ''],
    ]);
  });

  test('from Word or a page keeps quotes that people wrote, and hard spaces become plain', () => {
    expect(pasted('"Rätt" väg\t5" rör\nöppet "\t"aldrig stängt\n\u00a0a\u00a0b\t=1+1')).toEqual([
      ['"Rätt" väg', '5" rör'],
      ['öppet "', '"aldrig stängt'],
      ['a b', '=1+1'],
    ]);
  });

  test('without tabs is one column, or what semicolons divide', () => {
    expect(pasted('Hej, du\nHallå')).toEqual([['Hej, du'], ['Hallå']]);
    expect(pasted('a;b\n1;2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('that is nothing, or too much, says so, and quotes without end take no time', () => {
    expect(pasted(' \n\t\n')).toBe('empty');
    expect(pasted('a\n'.repeat(1002))).toBe('tooManyRows');
    expect(pasted('x'.repeat(1_000_001))).toBe('tooLarge');
    const start = performance.now();
    pasted('"\t'.repeat(400_000));
    pasted('""'.repeat(400_000));
    pasted(`"${'""\t'.repeat(300_000)}`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
