import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DocumentModel, plain, type Section } from '../model/index.ts';
import { writePdf } from '../pdf/index.ts';
import { writeWorkbook } from '../spreadsheet/index.ts';
import { writeWord } from '../word/index.ts';
import { report } from '../word/report.test-data.ts';
import type { ReadResult } from './content.ts';
import { readContent, readPastedContent } from './index.ts';
import { type DrawnTable, drawnTable, pdfPages, words } from './pdf-files.test-data.ts';

interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const folder = resolve(import.meta.dirname, '../../../../../shared/seeds');
const present = existsSync(folder);
const why = present ? 'present' : 'skipped: the folder ../shared/seeds beside the repository is not on this machine';

/** A log of activities by step, and a table of causes, as municipalities keep them. */
const made: readonly Sheet[] = [1, 2].map((step) => ({
  title: `Steg ${step} Förbättringsarbete`,
  columns: ['Aktivitet', 'Datum', 'Målgrupp', 'Leverans'],
  rows: Array.from({ length: 45 }, (_, n) => [
    `Möte nummer ${n + 1} med arbetsgruppen "Lokaler & måltider"`,
    `26${String(1 + (n % 12)).padStart(2, '0')}${10 + (n % 19)}`,
    n % 6 === 5 ? '' : 'Barn- och utbildningsnämnden samt HR-avdelningen',
    n % 4 === 0 ? 'Information och muntlig rapport till styrgruppen' : 'Stöd',
  ]),
}));

async function realSheets(): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const name of readdirSync(folder).sort()) {
    const result = await readContent(readFileSync(resolve(folder, name)), { name });
    for (const { columns, rows } of tablesOf(result))
      sheets.push({ title: `Tabell ${sheets.length + 1}`, columns, rows });
  }
  return sheets;
}

function tablesOf(result: ReadResult): readonly Omit<Sheet, 'title'>[] {
  if (!result.ok) throw new Error(result.problem);
  return result.content.parts
    .filter((part) => part.kind === 'table')
    .map(({ columns, rows }) => ({ columns, rows: rows.map(({ cells }) => cells) }));
}

const withoutTitles = (sheets: readonly Sheet[]) => sheets.map(({ columns, rows }) => ({ columns, rows }));

function documentOf(sheets: readonly Sheet[]): DocumentModel {
  return {
    title: 'Plan',
    language: 'sv',
    about: { organisation: 'Exempelkommunen', date: '2026-01-02' },
    contents: true,
    numbered: true,
    appendices: [],
    sections: sheets.map(
      ({ title, columns, rows }, index): Section => ({
        id: `s${index}`,
        title,
        blocks: [
          {
            kind: 'table',
            caption: title,
            columns: columns.map((column) => ({ title: column })),
            rows: rows.map((cells) => ({ cells: cells.map(plain) })),
          },
        ],
      }),
    ),
  };
}

function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeWorkbook(
    sheets.map(({ title, columns, rows }, index) => ({
      name: `${index + 1} ${title}`.slice(0, 30),
      columns: columns.map((header) => ({ header })),
      rows,
      notes: [],
    })),
  );
}

function htmlOf(sheets: readonly Sheet[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return sheets
    .map(
      ({ title, columns, rows }) =>
        `<h2>${title}</h2><table>${row(columns, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`,
    )
    .join('');
}

/** Where a line of a PDF ends with a slash, whether a space followed is not in the file. */
function withoutSpaceAfterSlash(tables: readonly Omit<Sheet, 'title'>[]): unknown {
  return JSON.parse(JSON.stringify(tables).replaceAll('/ ', '/'));
}

async function sameInAllFormats(sheets: readonly Sheet[]): Promise<void> {
  const wanted = withoutTitles(sheets);
  expect(tablesOf(await readContent(await writeWord(documentOf(sheets)), { name: 'a.docx' })), 'Word').toEqual(wanted);
  expect(tablesOf(await readContent(await workbookOf(sheets), { name: 'a.xlsx' })), 'Excel').toEqual(wanted);
  for (const standard of ['ua-1', 'a-2a'] as const) {
    const pdf = await writePdf(documentOf(sheets), { standard });
    expect(withoutSpaceAfterSlash(tablesOf(await readContent(pdf, { name: 'a.pdf' }))), `PDF ${standard}`).toEqual(
      withoutSpaceAfterSlash(wanted),
    );
  }
  expect(tablesOf(readPastedContent('', htmlOf(sheets))), 'HTML').toEqual(wanted);
}

test('the same tables as Word, Excel, PDF and HTML give the same content', { timeout: 120_000 }, async () => {
  await sameInAllFormats(made);
});

describe.skipIf(!present)(`the five founding documents (${why})`, () => {
  test('give the same tables once more when they are written as Word, Excel, PDF and HTML', {
    timeout: 60_000,
  }, async () => {
    const sheets = await realSheets();
    expect(sheets.length).toBe(15);
    await sameInAllFormats(sheets);
  });
});

describe('a PDF without tags', () => {
  const rows = [...made[0]!.rows.slice(0, 40)].map(([activity, date, group]) => [
    activity!.slice(0, 14).trim(),
    date!,
    group!.slice(0, 20).trim(),
  ]);
  const header = ['Aktivitet', 'Datum', 'Målgrupp'];
  const page = (number: number, content: string) =>
    `${words('Exempelkommunen', 50, 815)}${words(`Sida ${number} (2)`, 450, 815)}${content}${words(`Plan 2026, sida ${number}`, 50, 30)}`;
  const file = (lines: DrawnTable['lines']) =>
    pdfPages([
      page(
        1,
        words('Steg 1', 50, 780, 16) +
          drawnTable({
            columns: [50, 200, 300, 500],
            rows: [header, ...rows.slice(0, 25)].map(latin),
            top: 760,
            rowHeight: 20,
            lines,
          }),
      ),
      page(
        2,
        drawnTable({
          columns: [50, 200, 300, 500],
          rows: [header, ...rows.slice(25)].map(latin),
          top: 790,
          rowHeight: 20,
          lines,
        }) + words('Efter tabellen kommer ord som ingen tabell har.', 50, 300),
      ),
    ]);
  const latin = (cells: readonly string[]) => cells.map((cell) => Buffer.from(cell, 'latin1').toString('latin1'));

  test.each([true, 'across', false] as const)(
    'gives one table over its page turn, without the heads and feet of pages (lines: %s)',
    async (lines) => {
      const result = await readContent(file(lines), { name: 'a.pdf' });
      expect(tablesOf(result)).toEqual([{ columns: header, rows }]);
      const parts = result.ok ? result.content.parts : [];
      expect(parts.map((part) => ('text' in part ? part.text : part.kind))).toEqual([
        'Steg 1',
        'table',
        'Efter tabellen kommer ord som ingen tabell har.',
      ]);
      const [table] = parts.filter((part) => part.kind === 'table');
      expect(table?.headings).toEqual(['Steg 1']);
      expect(new Set(table?.rows.map((row) => row.page))).toEqual(new Set([1, 2]));
    },
  );

  test('goes on after a page turn with what stands once beside several rows', async () => {
    const columns = [50, 150, 350];
    const part = (rows: readonly (readonly string[])[]) =>
      drawnTable({ columns, rows: [['Del', 'Vad'], ...rows], top: 760, rowHeight: 20, lines: false }) +
      [...rows, [], []]
        .map((_, n) => `${n > 1 && n < rows.length + 1 ? 150 : 50} ${760 - 20 * n} m 350 ${760 - 20 * n} l S\n`)
        .join('') +
      columns.map((x) => `${x} ${740 - 20 * rows.length} m ${x} 760 l S\n`).join('');
    const pages = [
      part([
        ['Lokaler', 'Ett'],
        ['', 'Tv\xe5'],
        ['', 'Tre'],
      ]),
      part([
        ['', 'Fyra'],
        ['', 'Fem'],
        ['', 'Sex'],
        ['', 'Sju'],
      ]),
    ];
    const [table] = tablesOf(await readContent(pdfPages(pages), { name: 'a.pdf' }));
    expect(table!.rows).toEqual(['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju'].map((what) => ['Lokaler', what]));
  });

  test('mends what was broken off because its column is too narrow, and nothing else', async () => {
    const rows = [
      ['21091\n3', 'verksamhetsutvecklar\ne', 'verksamhetsutvecklar\npå'],
      ['12\n80', 'utvecklare\ni', 'A'],
    ];
    const columns = [50, 84, 182, 280];
    const lines = drawnTable({ columns, rows: [['Dag', 'Vem', 'Vad'], ...rows], top: 760, rowHeight: 40, lines: true });
    expect(tablesOf(await readContent(pdfPages([lines]), { name: 'a.pdf' }))[0]!.rows).toEqual([
      ['210913', 'verksamhetsutvecklare', 'verksamhetsutvecklar på'],
      ['12 80', 'utvecklare i', 'A'],
    ]);
  });

  test('joins cells of several lines, and repeats what stands beside several rows', async () => {
    const lines = drawnTable({
      columns: [50, 150, 250, 350],
      rows: [
        ['Omr\xe5de', '2026', 'Summa'],
        ['Skola\nf\xf6r alla', 'verksam-\nhet', '1,5'],
      ],
      top: 760,
      rowHeight: 40,
      lines: true,
    });
    const result = await readContent(pdfPages([lines]), { name: 'a.pdf' });
    expect(tablesOf(result)).toEqual([
      { columns: ['Område', '2026', 'Summa'], rows: [['Skola för alla', 'verksamhet', '1,5']] },
    ]);
  });
});

describe('a PDF with lines only between the rows of its tables', () => {
  test('gives rows of several lines, columns that no row fills, and the words around as words', async () => {
    const columns = [50, 150, 250, 350, 450];
    const header = ['Aktivitet', 'Tidpunkt', 'Ansvarig', 'Budskap'];
    const table = drawnTable({
      columns,
      rows: [
        ['M\xf6te med\nchefer\nom plan', '', 'Bo Ek,\nEva Al', 'Information'],
        ['Enk\xe4t', '', 'Eva Al', ''],
      ],
      top: 700,
      rowHeight: 45,
      lines: 'across',
    });
    const above = header.map((word, index) => words(word, columns[index]! + 3, 705)).join('');
    const around = `${words('Det h\xe4r st\xe5r ovanf\xf6r tabellen och h\xf6r inte till den.', 50, 735)}${words('Det h\xe4r st\xe5r nedanf\xf6r.', 50, 540)}`;
    const result = await readContent(pdfPages([table + above + around]), { name: 'a.pdf' });
    expect(tablesOf(result)).toEqual([
      {
        columns: header,
        rows: [
          ['Möte med chefer om plan', '', 'Bo Ek, Eva Al', 'Information'],
          ['Enkät', '', 'Eva Al', ''],
        ],
      },
    ]);
    expect(result.ok && result.content.parts.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  test('makes no table of two columns of words between the lines of a page head and a page foot', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => n);
    const column = (x: number) =>
      lines
        .map((n) => words(`Ord i spalten som g\xe5r vidare ${'och vidare '.repeat(n % 3)}`, x, 760 - 14 * n))
        .join('');
    const rules = [790, 40].map((y) => `50 ${y} m 550 ${y} l S\n`).join('');
    const content = async (drawn: string) => {
      const result = await readContent(pdfPages([drawn + column(50) + column(320)]), { name: 'a.pdf' });
      return result.ok && result.content.parts;
    };
    expect(await content(rules)).toEqual(await content(''));
  });
});

test('a report of our own is read back from Word and from PDF with the same headings, captions, groups and rows', async () => {
  const found = async (bytes: Uint8Array, name: string) => {
    const result = await readContent(bytes, { name });
    return (result.ok ? result.content.parts : [])
      .filter((part) => part.kind === 'table')
      .filter(({ caption }) => caption !== undefined)
      .map(({ caption, headings, columns, rows }) => ({
        caption: caption?.replace(/^Tabell \d+\.? /, ''),
        // Word counts them; in a PDF they are counted.
        heading: headings.at(-1)?.replace(/^(?:Bilaga )?\d[\d.]*[a-z]? /, ''),
        columns,
        rows: rows.map(({ group, cells }) => [group, ...cells]),
      }));
  };
  const word = await found(await writeWord(report), 'a.docx');
  expect(word.length).toBeGreaterThan(3);
  expect(await found(await writePdf(report), 'a.pdf')).toEqual(word);
});
