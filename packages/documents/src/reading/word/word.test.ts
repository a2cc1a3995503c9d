import { expect, test } from 'vitest';
import type { ContentPart, FoundTable, ReadContent } from '../content.ts';
import { usualReadLimits } from '../limits.ts';
import { header, p, r, tbl, tc, tr, wordFile } from '../office-files.test-data.ts';
import { readFile } from '../read-file.ts';

async function contentOf(body: string, others?: Readonly<Record<string, string>>): Promise<ReadContent> {
  const result = await readFile(await wordFile(body, others), 'plan.docx', usualReadLimits);
  if (!result.ok) throw new Error(result.problem);
  return result.content;
}

async function partsOf(body: string): Promise<readonly ContentPart[]> {
  return (await contentOf(body)).parts;
}

function tables({ parts }: ReadContent): readonly FoundTable[] {
  return parts.filter((part) => part.kind === 'table');
}

const cells = (table: FoundTable | undefined) => table?.rows.map((row) => row.cells);

test('headings come from styles and what they are based on, lists from numbering, and contents are no table', async () => {
  const body = [
    p('Plan', 'Rubrik1'),
    p('Inledning\t3', 'Innehll1'),
    p('Mål\t4', 'Innehll1'),
    p('Mål', 'Egen'),
    p('Ett mål', 'Lista'),
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${r('Ett till')}</w:p>`,
    p('Ord.'),
  ].join('');
  expect(await partsOf(body)).toEqual([
    { kind: 'heading', level: 1, text: 'Plan' },
    { kind: 'list', items: ['Inledning', 'Mål'] },
    { kind: 'heading', level: 2, text: 'Mål' },
    { kind: 'list', items: ['Ett mål', 'Ett till'] },
    { kind: 'paragraph', text: 'Ord.' },
  ]);
});

test('a table has its header rows, cells over columns and rows, and the headings above it', async () => {
  const body =
    p('Åtgärder', 'Rubrik1') +
    p('Skola', 'Rubrik2') +
    tbl([
      tr(['Område', tc('2026', '<w:gridSpan w:val="2"/>')], header),
      tr(['', 'Antal', 'Andel'], header),
      tr([tc('Lokaler', '<w:vMerge w:val="restart"/>'), '1', '2']),
      tr([tc('<w:p/>', '<w:vMerge/>'), '3', '4']),
      tr([tc('Måltider', '<w:gridSpan w:val="3"/>')]),
      tr(['Kök', '5', tc(`${p('6')}${p('7')}`)]),
    ]);
  const [table] = tables(await contentOf(body));
  expect(table).toMatchObject({
    headings: ['Åtgärder', 'Skola'],
    columns: ['Område', '2026 Antal', '2026 Andel'],
    rows: [
      { place: 3, cells: ['Lokaler', '1', '2'] },
      { place: 4, cells: ['Lokaler', '3', '4'] },
      { place: 6, cells: ['Kök', '5', '6\n7'], group: 'Måltider' },
    ],
  });
});

test('what was inserted is kept and what was deleted is left out: words, rows, and the end of a paragraph', async () => {
  const body =
    `<w:p>${r('Klart ')}<w:del w:id="1"><w:r><w:delText>2025</w:delText></w:r></w:del><w:ins w:id="2">${r('2026.')}</w:ins></w:p>` +
    `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('Ett ')}</w:p>${p('ord.')}` +
    `<w:p><w:moveFrom w:id="4">${r('borta')}</w:moveFrom><w:moveTo w:id="5">${r('hit')}</w:moveTo><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange></w:pPr></w:p>` +
    tbl([
      tr(['Aktivitet', 'Datum'], header),
      tr(['Möte', '2026-01-02'], '<w:del w:id="6"/>'),
      tr(['Enkät', '2026-03-04']),
    ]);
  const content = await contentOf(body);
  expect(content.parts.slice(0, 3)).toEqual([
    { kind: 'paragraph', text: 'Klart 2026.' },
    { kind: 'paragraph', text: 'Ett ord.' },
    { kind: 'paragraph', text: 'hit' },
  ]);
  expect(cells(tables(content)[0])).toEqual([['Enkät', '2026-03-04']]);
  expect(content.remarks).toEqual([{ what: 'trackedChanges', count: 6 }]);
});

test('fields give their result, links and content controls their words, and a placeholder nothing', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body =
    `<w:p>${field('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>${field('separate')}${r('7')}${field('end')}<w:hyperlink r:id="x">${r(' sidor.')}</w:hyperlink></w:p>` +
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('Ifyllt.')}</w:sdtContent></w:sdt>` +
    `<w:p>${r('Namn: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Klicka här')}</w:sdtContent></w:sdt></w:p>` +
    `<w:p>${r('dold', '<w:vanish/>')}${r('Synlig')}<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>${r('text.')}</w:p>`;
  expect(await partsOf(body)).toEqual(
    ['7 sidor.', 'Ifyllt.', 'Namn:', 'Synlig-text.'].map((text) => ({ kind: 'paragraph', text })),
  );
});

test('a text box is read once, after the paragraph that holds it', async () => {
  const box = (text: string) => `<w:txbxContent>${p(`${text}.`)}</w:txbxContent>`;
  const body = `<w:p>${r('Före')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('I rutan')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('I rutan')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' efter.')}</w:p>`;
  expect(await partsOf(body)).toEqual([
    { kind: 'paragraph', text: 'Före efter.' },
    { kind: 'paragraph', text: 'I rutan.' },
  ]);
});

test('a table within a cell becomes lines of it; one that only frames others is looked through', async () => {
  const inner = tbl([tr(['a', 'b']), tr(['c', 'd'])]);
  const nested = await contentOf(
    tbl([tr(['Aktivitet', 'Mål'], header), tr(['Möte', tc(`${p('Först')}${inner}${p('')}`)])]),
  );
  expect(cells(tables(nested)[0])).toEqual([['Möte', 'Först\na | b\nc | d']]);
  expect(nested.remarks).toEqual([{ what: 'nestedTable', count: 1 }]);
  const framed = await contentOf(
    tbl([tr([tc(`${p('Bilaga.')}${tbl([tr(['Namn', 'Titel']), tr(['Eva', 'chef'])])}`)])]),
  );
  expect(framed.parts[0]).toEqual({ kind: 'paragraph', text: 'Bilaga.' });
  expect(tables(framed)[0]).toMatchObject({ columns: ['Namn', 'Titel'], rows: [{ cells: ['Eva', 'chef'] }] });
  expect(framed.remarks).toEqual([]);
});

test('macros, comments and notes are told of; notes are read last', async () => {
  const note = `<w:footnotes><w:footnote w:id="1">${p('Enligt beslut.')}</w:footnote></w:footnotes>`;
  const body = `<w:p>${r('Text')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`;
  const content = await contentOf(body, { 'word/vbaProject.bin': 'Sub AutoOpen()', 'word/footnotes.xml': note });
  expect(content.parts.map((part) => 'text' in part && part.text)).toEqual(['Text', 'Enligt beslut.']);
  expect(content.remarks).toEqual([
    { what: 'macros', count: 1 },
    { what: 'comments', count: 1 },
  ]);
});

test('two tables with the same header become one; a heading between them keeps them apart', async () => {
  const first = tbl([tr(['Aktivitet', 'Datum']), tr(['Möte', '260101'])]);
  const second = tbl([tr(['Aktivitet', 'Datum']), tr(['Enkät', '260201'])]);
  const [joined, ...others] = tables(await contentOf(first + p('') + second));
  expect(others).toEqual([]);
  expect(cells(joined)).toEqual([
    ['Möte', '260101'],
    ['Enkät', '260201'],
  ]);
  expect(
    tables(await contentOf(p('Steg 1', 'Rubrik1') + first + p('Steg 2', 'Rubrik1') + second)).map(
      ({ headings }) => headings,
    ),
  ).toEqual([['Steg 1'], ['Steg 2']]);
});

test('words between tabs are a table in Word too', async () => {
  const [table] = tables(await contentOf(p('Namn\tTitel') + p('Eva Ek\tekonom') + p('Bo Al\tchef')));
  expect(table).toMatchObject({
    columns: ['Namn', 'Titel'],
    rows: [{ cells: ['Eva Ek', 'ekonom'] }, { cells: ['Bo Al', 'chef'] }],
  });
});
