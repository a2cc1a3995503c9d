import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../spreadsheet/index.ts';
import { streamZip } from '../zip/index.ts';
import type { ReadLimits, ReadResult } from './content.ts';
import { readContent } from './index.ts';
import { p, r, tbl, tr, wordFile, zipOf } from './office-files.test-data.ts';
import { packedStream, pdfOf, pdfPages, words } from './pdf-files.test-data.ts';

const read = (bytes: Uint8Array, name: string, limits?: Partial<ReadLimits>): Promise<ReadResult> =>
  readContent(bytes, { name, limits });

const problem = (result: ReadResult) => (result.ok ? 'read' : result.problem);
const remarks = (result: ReadResult) => (result.ok ? result.content.remarks : result.problem);

const goodPdf = () => pdfPages([words('Aktivitet i planen', 50, 700)]);
const goodWord = () => wordFile(p('Ord.'));
const goodWorkbook = () => writeXlsx('Plan', ['Namn', 'Datum'], [['a', 'b']]);

test('an empty file, one of nothing but space, and one without an end are told of', async () => {
  expect(problem(await read(new Uint8Array(), 'a.docx'))).toBe('empty');
  expect(problem(await read(Buffer.from(' \n\t \r\n'), 'a.txt'))).toBe('empty');
  expect(problem(await read(await wordFile('<w:p/>'), 'a.docx'))).toBe('empty');
});

test('a truncated file of any kind is damaged, wherever it is cut, and nothing of it is read', {
  timeout: 120_000,
}, async () => {
  for (const [name, whole] of [
    ['a.docx', await goodWord()],
    ['a.xlsx', await goodWorkbook()],
    ['a.pdf', goodPdf()],
  ] as const) {
    expect(problem(await read(whole, name))).toBe('read');
    for (const share of [0.3, 0.7, 0.97]) {
      const cut = whole.slice(0, Math.floor(whole.length * share));
      expect(problem(await read(cut, name)), `${name} ${share}`).toBe('damaged');
    }
  }
});

test('an encrypted file says so: Office in its container, a zip with a password, a PDF with one', async () => {
  const container = Buffer.alloc(4096);
  container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(problem(await read(container, 'a.doc'))).toBe('oldOffice');
  container.write('EncryptedPackage', 2048, 'utf16le');
  expect(problem(await read(container, 'a.docx'))).toBe('encrypted');

  const zip = Buffer.from(await goodWord());
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1'))
    zip[at + 8]! |= 1;
  expect(problem(await read(zip, 'a.docx'))).toBe('encrypted');

  const hex = 'ab'.repeat(32);
  const locked = pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      `<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${hex}>/U<${hex}>>>`,
    ],
    `/Encrypt 3 0 R/ID[<${hex}><${hex}>]`,
  );
  expect(problem(await read(locked, 'a.pdf'))).toBe('encrypted');
});

test('a file with another extension is read as what it is, and it is said; one that is nothing we read is told by its name', async () => {
  const asWord = await read(goodPdf(), 'plan.docx');
  expect(asWord).toMatchObject({ ok: true, content: { format: 'pdf' } });
  expect(remarks(asWord)).toEqual([{ what: 'otherKindThanName', count: 1, detail: 'pdf' }]);
  expect(remarks(await read(await goodWord(), 'plan'))).toEqual([]);
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  expect(problem(await read(picture, 'plan.docx'))).toBe('otherKindThanName');
  expect(problem(await read(picture, 'plan.png'))).toBe('unknownKind');
  expect(problem(await read(await zipOf({ 'a.txt': 'a' }), 'plan.xlsx'))).toBe('otherKindThanName');
  expect(problem(await read(await zipOf({ 'a.txt': 'a' }), 'plan.zip'))).toBe('unknownKind');
});

describe('a file that grows', () => {
  test('a zip bomb is stopped while it unpacks', { timeout: 60_000 }, async () => {
    function* body() {
      yield '<w:document><w:body>';
      for (let n = 0; n < 340; n++) yield '<w:p><w:r><w:t> </w:t></w:r></w:p>'.repeat(30_000);
    }
    const bomb = await new Response(streamZip([{ name: 'word/document.xml', content: body() }])).bytes();
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(problem(await read(bomb, 'a.docx'))).toBe('expandsTooMuch');
  });

  test.each([
    ['one text', '<w:p><w:r><w:t>', 'a', '</w:t></w:r></w:p>'],
    ['one attribute', '<w:p a="', 'a', '"/>'],
    ['one remark', '<!--', ' ', '-->'],
    ['what is no XML at all', '', '\0', ''],
  ])('a zip bomb of %s is told as one, and not as damaged', { timeout: 60_000 }, async (_, before, sign, after) => {
    function* body() {
      yield `<w:document><w:body>${before}`;
      for (let n = 0; n < 400; n++) yield sign.repeat(1_048_576);
      yield `${after}</w:body></w:document>`;
    }
    const bomb = await new Response(streamZip([{ name: 'word/document.xml', content: body() }])).bytes();
    expect(problem(await read(bomb, 'a.docx'))).toBe('expandsTooMuch');
  });

  test('a PDF whose page unpacks to a gigabyte is stopped', { timeout: 60_000 }, async () => {
    const twice = packedStream(deflated(1_000), '').replace('/Filter/FlateDecode', '/Filter[/FlateDecode/FlateDecode]');
    const pdf = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      twice,
    ]);
    expect(pdf.length).toBeLessThan(100_000);
    expect(['expandsTooMuch', 'tookTooLong']).toContain(problem(await read(pdf, 'a.pdf')));
  });

  test('a row of millions of cells is stopped, and does not bring the program down', { timeout: 90_000 }, async () => {
    expect(problem(await read(Buffer.alloc(50_000_000, 'a;'), 'a.csv'))).toBe('expandsTooMuch');
  });

  test('what takes longer than it may is stopped, and other work goes on meanwhile', { timeout: 60_000 }, async () => {
    const forms = Array.from({ length: 9 }, (_, index) => {
      const content = index === 8 ? words('x', 50, 700) : '/X Do '.repeat(10);
      return `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>/XObject<</X ${7 + index} 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;
    });
    const pdf = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>',
      packedStream('/X Do '),
      ...forms,
    ]);
    let turns = 0;
    const other = setInterval(() => turns++, 10);
    const began = performance.now();
    expect(problem(await read(pdf, 'a.pdf', { milliseconds: 2000 }))).toBe('tookTooLong');
    clearInterval(other);
    expect(performance.now() - began).toBeLessThan(6000);
    expect(turns).toBeGreaterThan(50);
  });

  test('more pages, rows or bytes than allowed are told of', async () => {
    expect(
      problem(await read(pdfPages(Array.from({ length: 12 }, () => words('Ord', 50, 700))), 'a.pdf', { pages: 10 })),
    ).toBe('tooManyPages');
    const rows = Array.from({ length: 20 }, (_, n) => `${n};${n}`).join('\n');
    expect(problem(await read(Buffer.from(`A;B\n${rows}`), 'a.csv', { rows: 10 }))).toBe('tooManyRows');
    expect(
      problem(
        await read(await wordFile(tbl(Array.from({ length: 20 }, () => tr(['a', 'b'])))), 'a.docx', { rows: 10 }),
      ),
    ).toBe('tooManyRows');
    expect(problem(await read(Buffer.from('abcdef'), 'a.txt', { bytes: 5 }))).toBe('tooLarge');
  });

  test('people without end are rows like others, in a file and pasted', async () => {
    const people = 'Anna Ask, controller\n'.repeat(150_000);
    expect(problem(await read(Buffer.from(people), 'a.txt'))).toBe('tooManyRows');
    expect(problem(await readContent(people, { name: 'a.txt' }))).toBe('tooManyRows');
  });

  test('what is pasted does not hold others up either', async () => {
    let turns = 0;
    const other = setInterval(() => turns++, 10);
    expect(problem(await readContent('a\n'.repeat(1_500_000), { name: 'a.txt' }))).toBe('read');
    clearInterval(other);
    expect(turns).toBeGreaterThan(20);
  });
});

test('a workbook of a million empty rows gives the rows that are filled, and says how many it passed by', {
  timeout: 60_000,
}, async () => {
  const filled = (number: number, ...cells: string[]) =>
    `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
  function* rows() {
    yield '<worksheet><sheetData>';
    yield filled(1, 'Namn', 'Roll') + filled(2, 'a', 'b');
    for (let n = 0; n < 100; n++) yield '<row s="3" customFormat="1"/>'.repeat(10_000);
    yield `${filled(1_000_003, 'c', 'd')}</sheetData></worksheet>`;
  }
  const result = await read(await workbookOf(rows()), 'a.xlsx');
  expect(result).toMatchObject({ ok: true, content: { remarks: [{ what: 'emptyRowsPassedBy', count: 1_000_000 }] } });
  const [table] = result.ok ? result.content.parts.filter((part) => part.kind === 'table') : [];
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('formulas give what was saved, faults are told of, macros are never run, and hidden sheets are named', async () => {
  const cell = (content: string, type = '') => `<c${type}>${content}</c>`;
  const sheet = `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Enhet</t></is></c><c t="inlineStr"><is><t>Summa</t></is></c></row><row r="2">${cell('<is><t>Skola</t></is>', ' t="inlineStr"')}${cell('<f>SUM(1,2)</f><v>3</v>')}</row><row r="3">${cell('<is><t>Vård</t></is>', ' t="inlineStr"')}${cell('<f>1/0</f><v>#DIV/0!</v>', ' t="e"')}</row></sheetData></worksheet>`;
  const result = await read(
    await workbookOf(
      [sheet],
      { 'xl/vbaProject.bin': 'Sub Workbook_Open()', 'xl/worksheets/hidden.xml': '<worksheet/>' },
      '<sheet name="Gömt" sheetId="2" state="hidden" r:id="r2"/>',
    ),
    'a.xlsm',
  );
  expect(remarks(result)).toEqual([
    { what: 'macros', count: 1 },
    { what: 'formulas', count: 1 },
    { what: 'formulaErrors', count: 1, detail: 'Blad1' },
    { what: 'hiddenSheet', count: 1, detail: 'Gömt' },
  ]);
  const [table] = result.ok ? result.content.parts.filter((part) => part.kind === 'table') : [];
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['Skola', '3'],
    ['Vård', ''],
  ]);
});

test('a formula that was never calculated is told of, and a share is read in percent', async () => {
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (name: string, cells: string) => `<row>${text(name)}${cells}</row>`;
  const sheet = `<worksheet><sheetData><row>${['Enhet', 'Summa', 'Andel'].map(text).join('')}</row>${row('Skola', '<c><f>SUM(1,2)</f></c><c s="1"><v>0.125</v></c>')}${row('Vård', '<c t="str"><f>""</f><v></v></c><c s="2"><v>1</v></c>')}</sheetData></worksheet>`;
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0 %"/></numFmts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs></styleSheet>`;
  const result = await read(await workbookOf([sheet], { 'xl/styles.xml': styles }), 'a.xlsx');
  expect(remarks(result)).toEqual([
    { what: 'formulas', count: 2 },
    { what: 'formulasWithoutValue', count: 1, detail: 'Blad1' },
  ]);
  const [table] = result.ok ? result.content.parts.filter((part) => part.kind === 'table') : [];
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['Skola', '', '12.5 %'],
    ['Vård', '', '100 %'],
  ]);
});

test('a PDF of scanned pictures has no text; one with some such pages says which', async () => {
  const drawn = 'q 500 0 0 700 40 60 cm 0 0 1 rg 0 0 1 1 re f Q ';
  expect(problem(await read(pdfPages([drawn, drawn]), 'a.pdf'))).toBe('noText');
  expect(remarks(await read(pdfPages([words('Ord', 50, 700), drawn]), 'a.pdf'))).toEqual([
    { what: 'pagesWithoutText', count: 1, detail: '2' },
  ]);
});

test('a PDF of 50 MB is read in seconds, and one byte too many is refused at once', { timeout: 60_000 }, async () => {
  const picture = Buffer.alloc(49_000_000, 0x5a).toString('latin1');
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R>>',
    packedStream(`q 500 0 0 300 0 0 cm /I Do Q ${words('Planen', 50, 700)}`),
    `<</Type/XObject/Subtype/Image/Width 4041/Height 4041/ColorSpace/DeviceRGB/BitsPerComponent 8/Length ${picture.length}>>\nstream\n${picture}\nendstream`,
  ]);
  const began = performance.now();
  expect(await read(pdf, 'a.pdf')).toMatchObject({ ok: true, content: { parts: [{ text: 'Planen' }] } });
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(problem(await read(new Uint8Array(50 * 1024 * 1024 + 1), 'a.pdf'))).toBe('tooLarge');
});

test('a reading that nobody waits for any longer is stopped', async () => {
  const stop = new AbortController();
  const reading = readContent(goodPdf(), { name: 'a.pdf', signal: stop.signal });
  stop.abort(new Error('nobody waits'));
  await expect(reading).rejects.toThrow('nobody waits');
});

test('what tracked changes left out is told of, whatever the file is called', async () => {
  const body = `<w:p>${r('Kvar.')}<w:del><w:r><w:delText>Borta</w:delText></w:r></w:del></w:p>`;
  expect(remarks(await read(await wordFile(body), 'a.docm'))).toEqual([{ what: 'trackedChanges', count: 1 }]);
});

function deflated(megabytes: number): string {
  return deflateSync(Buffer.alloc(megabytes * 1_000_000, 32), { level: 1 }).toString('latin1');
}

async function workbookOf(
  sheet: Iterable<string>,
  others: Readonly<Record<string, string>> = {},
  sheets = '',
): Promise<Uint8Array> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/one.xml"/><Relationship Id="r2" Type="${relations}/worksheet" Target="worksheets/hidden.xml"/><Relationship Id="r3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ...others,
  };
  return new Response(
    streamZip([
      ...Object.entries(parts).map(([name, text]) => ({ name, content: [text] })),
      { name: 'xl/worksheets/one.xml', content: sheet },
    ]),
  ).bytes();
}
