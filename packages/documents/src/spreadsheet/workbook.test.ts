import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import readByAnother from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../xml/office-package.ts';
import {
  type CellValue,
  csvLine,
  csvStart,
  dateFormat,
  readNamedSheet,
  readSheet,
  readSheetNames,
  type Sheet,
  type SheetCells,
  streamCsv,
  streamWorkbook,
  TooManyRowsError,
  textAsRead,
  textFormat,
  writeWorkbook,
  writeXlsx,
} from './index.ts';

const limits = { bytes: 5_000_000, rows: 10_000 };
const megabyte = 1024 * 1024;

async function exactCells(content: Uint8Array): Promise<readonly (readonly string[])[]> {
  const result = await readSheet(content, limits, 'exact');
  if (!result.ok) throw new Error(result.reason);
  return result.rows.map(({ cells }) => cells);
}

const awkward = [
  '0180',
  "'börjar med apostrof",
  "'=1+1",
  "''=1+1",
  "'",
  '=cmd|calc!A1',
  '+46 8 123',
  '-1',
  '@a',
  ' =1',
  '＝1',
  '\tflik',
  ' mellanslag ',
  '\u00a0',
  'rad 1\nrad 2\n',
  '"citat"',
  'a;b,c\td',
  '_x0041_',
  '_x005F_x0041_',
  '&amp; <b> ]]>',
  '😀 å\u030a',
  '1e5',
  '2026-03-02',
  'TRUE',
  'x'.repeat(32_767),
];

describe('a workbook of our own', () => {
  test('gives back every text exactly, whatever it looks like', async () => {
    const rows = awkward.map((text, number) => [text, number]);
    const expected = [['text', 'nr'], ...rows.map(([text, number]) => [text, String(number)])];
    expect(await exactCells(await writeXlsx('Blad', ['text', 'nr'], rows))).toEqual(expected);
  });

  test('gives back any text as `textAsRead` says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 }), async (texts) => {
        const read = await exactCells(
          await writeXlsx(
            'Blad',
            ['k', 't'],
            texts.map((text) => ['rad', text]),
          ),
        );
        expect(read.slice(1).map(([, text = '']) => text)).toEqual(texts.map(textAsRead));
      }),
      { numRuns: 100 },
    );
  });

  test('is read by another program as by ourselves', async () => {
    const rows: SheetCells[] = [
      ...awkward.map((text): SheetCells => [text, null]),
      [null, 1234.5],
      [null, -0.1],
      [null, { date: '2026-03-02' }],
    ];
    const [sheet] = await readByAnother(Buffer.from(await writeXlsx('Blad', ['a', 'b'], rows)), { trim: false });
    expect(sheet?.sheet).toBe('Blad');
    expect(sheet?.data.slice(1)).toEqual([
      ...awkward.map((text) => [text, null]),
      [null, 1234.5],
      [null, -0.1],
      [null, new Date('2026-03-02T00:00:00Z')],
    ]);
  });

  test('writes a day as a real date, and what is no day as text', async () => {
    const days = ['2026-03-02', '1900-03-01', '9999-12-31', '2024-02-29', '2026-02-30', '1899-12-31', 'snart', ''];
    const content = await writeXlsx(
      'Blad',
      ['k', 'd'],
      days.map((date): SheetCells => ['x', { date }]),
    );
    expect((await exactCells(content)).slice(1).map(([, day = '']) => day)).toEqual(days);
    const [sheet] = await readByAnother(Buffer.from(content));
    expect(sheet?.data.slice(1).map(([, day]) => day instanceof Date)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false, false],
    ]);
  });

  test('leaves the cell of a number that is none empty', async () => {
    const numbers = [Number.NaN, Number.POSITIVE_INFINITY, 0, -1e-7, 1e21, 123456789012];
    const rows = numbers.map((number) => ['x', number]);
    expect((await exactCells(await writeXlsx('Blad', ['k', 'n'], rows))).slice(1).map(([, text = '']) => text)).toEqual(
      ['', '', '0', '-1e-7', '1e+21', '123456789012'],
    );
  });

  test('has several sheets, of which hidden ones are read by name and passed over otherwise', async () => {
    const information: Sheet = {
      name: 'Samband',
      hidden: true,
      columns: [{ header: 'nyckel' }, { header: 'värde' }],
      rows: [['version', '7']],
      notes: [],
    };
    const table: Sheet = {
      name: 'Åtgärder: [2026]?',
      columns: [
        { header: 'Kod', width: 10, format: textFormat },
        { header: 'Dag', width: 12, format: dateFormat },
        { header: 'Belopp', format: '#,##0.0' },
      ],
      rows: [['0180', { date: '2026-03-02' }, 12.25]],
      notes: ['Källa: Kolada'],
    };
    const content = await writeWorkbook([information, table]);
    expect(await readSheetNames(content, limits)).toEqual([
      { name: 'Samband', hidden: true },
      { name: 'Åtgärder   2026', hidden: false },
    ]);
    expect(await exactCells(content)).toEqual([
      ['Kod', 'Dag', 'Belopp'],
      ['0180', '2026-03-02', '12.25'],
      ['Källa: Kolada'],
    ]);
    expect(await readNamedSheet(content, 'Samband', limits, 'exact')).toEqual({
      ok: true,
      rows: [
        { number: 1, cells: ['nyckel', 'värde'] },
        { number: 2, cells: ['version', '7'] },
      ],
    });
    expect(await readNamedSheet(content, 'Annat', limits)).toEqual({ ok: false, reason: 'noSuchSheet' });
    expect(await readNamedSheet(Buffer.from('a;b\n1;2'), 'Samband', limits)).toEqual({
      ok: false,
      reason: 'noSuchSheet',
    });
    expect(await readSheetNames(Buffer.from('a;b\n1;2'), limits)).toEqual([]);
  });

  test('names its sheets so that Excel takes them: none empty, too long, alike, or within apostrophes', async () => {
    const asked = [
      "'Nämnden'",
      'Lokaler',
      'LOKALER',
      '/?*',
      '',
      ' ',
      `${'ö'.repeat(30)} A`,
      `${'ö'.repeat(30)} B`,
      'a\nb',
    ];
    const content = await writeWorkbook(asked.map((name) => ({ name, columns: [], rows: [], notes: [] })));
    const names = (await readSheetNames(content, limits)).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Nämnden', 'Lokaler', 'LOKALER (2)', '1']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(asked.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^\\/?*[\]:\n]{1,31}(?<!')$/);
  });

  test('has a style called Normal, which some programs ask for', async () => {
    const file = await openPackage(await writeXlsx('Blad', ['a'], []), { unpacked: megabyte, parts: 20 });
    expect(file.text('xl/styles.xml')).toMatch(
      /<\/cellXfs><cellStyles [^>]*><cellStyle name="Normal" xfId="0" builtinId="0"\/>/,
    );
  });

  test('takes its rows as they come, leaves them when nobody reads on, and ends with their error', async () => {
    let asked = 0;
    let left = false;
    async function* endless() {
      try {
        for (;;) yield [`rad ${asked++} ${Math.random()}`];
      } finally {
        left = true;
      }
    }
    const sheet = (rows: AsyncIterable<SheetCells>): Sheet => ({
      name: 'a',
      columns: [{ header: 'a' }],
      rows,
      notes: [],
    });
    const reader = streamWorkbook([sheet(endless())]).getReader();
    for (let piece = 0; piece < 20; piece++) await reader.read();
    await reader.cancel();
    await expect.poll(() => left).toBe(true);
    expect(asked).toBeLessThan(50_000);

    async function* broken() {
      yield ['x'];
      throw new Error('the database went away');
    }
    await expect(writeWorkbook([sheet(broken())])).rejects.toThrow('the database went away');
    await expect(new Response(streamCsv(['a'], broken())).text()).rejects.toThrow('the database went away');
  });

  test('of more rows than Excel holds ends with an error, not with fewer rows', { timeout: 60_000 }, async () => {
    function* rows() {
      for (let n = 0; n < 1_048_577; n++) yield [1];
    }
    await expect(writeXlsx('a', ['a'], rows())).rejects.toThrow(TooManyRowsError);
  });

  test('of a hundred thousand rows and twelve columns takes no more memory than a small one', {
    timeout: 60_000,
  }, async () => {
    async function* rows() {
      const words: CellValue[] = ['Vård och omsorg', 'Åtgärd', '0180', 'Ja', null, { date: '2026-03-02' }];
      for (let n = 0; n < 100_000; n++) yield [n, n / 3, `Rad ${n}`, `=${n}`, `${n}@prov.se`, n % 7, ...words];
    }
    const header = Array.from({ length: 12 }, (_, n) => `Kolumn ${n}`);
    const columns = header.map((title) => ({ header: title }));
    for (const stream of [
      streamWorkbook([{ name: 'a', columns, rows: rows(), notes: [] }]),
      streamCsv(header, rows()),
    ]) {
      const start = process.memoryUsage().rss;
      let most = 0;
      let size = 0;
      for await (const piece of stream) {
        size += piece.length;
        most = Math.max(most, process.memoryUsage().rss - start);
      }
      expect(size).toBeGreaterThan(2 * megabyte);
      expect(most).toBeLessThan(80 * megabyte);
    }
  });
});

describe('a CSV file of our own', () => {
  test('gives back every text exactly, whatever it looks like', async () => {
    const content = Buffer.from(csvStart + [['t', 'n'], ...awkward.map((text) => [text, 1])].map(csvLine).join(''));
    expect((await exactCells(content)).slice(1)).toEqual(awkward.map((text) => [text, '1']));
  });

  test('gives back any text, and no cell begins as a formula', async () => {
    const letters = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ' ', ',', '\t', '\n', '\r', 'å', '1');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: letters }), { minLength: 1, maxLength: 10 }), async (texts) => {
        const file = await new Response(
          streamCsv(
            ['a', 'b'],
            texts.map((text) => ['x', text]),
          ),
        ).bytes();
        expect((await exactCells(file)).slice(1).map(([, text = '']) => text)).toEqual(
          texts.map((text) => text.replace(/\r\n?/g, '\n')),
        );
        for (const text of texts) expect(csvLine([text])).not.toMatch(/^"?\s*[=+\-@]/);
      }),
      { numRuns: 300 },
    );
  });

  test('of one column with a comma in its header is one column', async () => {
    expect(await exactCells(Buffer.from(csvLine(['Namn, titel']) + csvLine(['a, b'])))).toEqual([
      ['Namn, titel'],
      ['a, b'],
    ]);
  });
});

/** LibreOffice, where the machine has it. */
const office = ['soffice', 'libreoffice'].find((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.skipIf(office === undefined)(
  'a workbook that LibreOffice has opened and saved gives back the same (skipped where LibreOffice Calc is not installed)',
  { timeout: 120_000 },
  async ({ skip }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'samband-office-'));
    const saved = path.join(folder, 'saved');
    const convert = (name: string) =>
      promisify(execFile)(office!, [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'xlsx', '--outdir', saved, path.join(folder, name)],
      ]);
    try {
      // Writer alone is an installation too; it opens no sheet of any kind.
      await writeFile(path.join(folder, 'probe.csv'), 'a,b\n');
      await convert('probe.csv').catch(() => {});
      if (!existsSync(path.join(saved, 'probe.xlsx'))) skip('LibreOffice is here without Calc');
      // LibreOffice reads an escaped "_x005F_" right, and saves it without escaping it anew.
      const texts = awkward.filter((text) => !text.includes('\t') && !text.includes('_x005F_'));
      const ours = await writeWorkbook([
        {
          name: 'Blad',
          columns: [{ header: 'k' }, { header: 't' }, { header: 'd' }],
          rows: texts.map((text): SheetCells => ['x', text, { date: '2026-03-02' }]),
          notes: [],
        },
        { name: 'Samband', hidden: true, columns: [{ header: 'k' }], rows: [['version']], notes: [] },
      ]);
      await writeFile(path.join(folder, 'ours.xlsx'), ours);
      await convert('ours.xlsx');
      const theirs = new Uint8Array(await readFile(path.join(saved, 'ours.xlsx')));
      expect((await exactCells(theirs)).slice(1)).toEqual(texts.map((text) => ['x', text, '2026-03-02']));
      expect((await readSheetNames(theirs, limits)).find(({ hidden }) => hidden)?.name).toBe('Samband');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
