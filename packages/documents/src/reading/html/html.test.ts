import { expect, test } from 'vitest';
import type { FoundTable, ReadResult } from '../content.ts';
import { readContent, readPastedContent } from '../index.ts';

function tablesOf(result: ReadResult): readonly FoundTable[] {
  return result.ok ? result.content.parts.filter((part) => part.kind === 'table') : [];
}

const cells = (table: FoundTable | undefined) => table?.rows.map((row) => row.cells);

test('a table pasted from Excel keeps line breaks in cells, cells over rows and columns, and empty ones', () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- td {color:red} --></style></head><body><!--StartFragment-->
    <table border=0><col width=64><tr height=20><td class=xl65>Område</td><td colspan=2>2026</td></tr>
    <tr><td></td><td>Antal</td><td>Andel</td></tr>
    <tr><td rowspan=2>Skola</td><td x:num>1</td><td>a<br style='mso-data-placement:same-cell;'>b</td></tr><tr><td></td><td>&aring;&nbsp;&#228;</td></tr>
    </table><!--EndFragment--></body></html>`;
  const [table, ...others] = tablesOf(readPastedContent('Område\t2026', html));
  expect(others).toEqual([]);
  expect(table?.columns).toEqual(['Område', '2026 Antal', '2026 Andel']);
  expect(cells(table)).toEqual([
    ['Skola', '1', 'a\nb'],
    ['Skola', '', 'å ä'],
  ]);
});

test('a page from Word is read with its lists, headings, changes and conditions, and what nobody sees is left out', () => {
  const html = `<h2>Steg 1</h2><p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>Ett</p>
    <p class=MsoListParagraph>·  Två<p class=MsoNormal>Ord <del>bort</del><ins>in</ins><span style="display:none">dolt</span></p>
    <table><thead><tr><th>Aktivitet<th>Datum</thead><tr><td><p class=MsoNormal>Möte<o:p></o:p></p><td>260101</table><script>alert("<table>")</script>`;
  const result = readPastedContent('', html);
  expect(result).toMatchObject({
    ok: true,
    content: {
      format: 'html',
      parts: [
        { kind: 'heading', level: 2, text: 'Steg 1' },
        { kind: 'list', items: ['Ett', 'Två'] },
        { kind: 'paragraph', text: 'Ord in' },
        { headings: ['Steg 1'], columns: ['Aktivitet', 'Datum'], rows: [{ cells: ['Möte', '260101'] }] },
      ],
      remarks: [{ what: 'trackedChanges', count: 2 }],
    },
  });
});

test('a table within a cell becomes lines of it, and one that only lays out a page is looked through', () => {
  const nested = readPastedContent(
    '',
    '<table><tr><td>Namn<td>Mer<tr><td>Eva<td>x<table><tr><td>a<td>b</table></table>',
  );
  expect(cells(tablesOf(nested)[0])).toEqual([['Eva', 'x\na | b']]);
  const framed = readPastedContent(
    '',
    '<table><tr><td><table><tr><td>Namn<td>Titel<tr><td>Eva<td>chef</table></td></tr></table>',
  );
  expect(tablesOf(framed)[0]).toMatchObject({ columns: ['Namn', 'Titel'] });
});

test('pasted text is a table where tabs are, with cells of several lines between quotes', () => {
  const result = readPastedContent('Namn\tRoll\r\n"Eva\nEk"\t"säger ""ja"""\r\nBo "B" Al\t\r\n');
  expect(cells(tablesOf(result)[0])).toEqual([
    ['Eva\nEk', 'säger "ja"'],
    ['Bo "B" Al', ''],
  ]);
  expect(readPastedContent('  \n\t\n')).toEqual({ ok: false, problem: 'empty' });
});

test('a clipboard whose HTML holds no table is read as its text', () => {
  const result = readPastedContent('Namn\tRoll\nEva\tchef', '<meta charset="utf-8"><p>Namn Roll</p>');
  expect(result).toMatchObject({ ok: true, content: { format: 'text' } });
});

test('a page from an old program is read in its letters, and cells that claim millions of columns cost nothing', async () => {
  const old = Buffer.from(
    '<html><meta charset="iso-8859-1"><table><tr><td>År<td>Värde<tr><td>2026<td colspan=60000 rowspan=60000>9</table>',
    'latin1',
  );
  const result = await readContent(old, { name: 'statistik.xls' });
  expect(tablesOf(result)[0]).toMatchObject({ columns: ['År', 'Värde'], rows: [{ cells: ['2026', '9'] }] });
});
