import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../spreadsheet/index.ts';
import type { ReadResult } from './content.ts';
import { readPastedContent } from './index.ts';
import { usualReadLimits } from './limits.ts';
import { header, p, tbl, tc, tr, wordFile, zipOf } from './office-files.test-data.ts';
import { drawnTable, pdfPages, words } from './pdf-files.test-data.ts';
import { readFile } from './read-file.ts';

/** Ten thousand files that nobody meant. Each is read or has a problem; nothing throws, and none takes long. */
const cases = { garbage: 3800, pasted: 3000, trees: 700, word: 900, workbook: 900, pdf: 700 };
const longest = 5000;

const problems = new Set(
  `empty tooLarge tooManyRows tooManyPages expandsTooMuch tookTooLong encrypted oldOffice damaged unknownKind otherKindThanName noText`.split(
    ' ',
  ),
);

async function isAnswered(bytes: Uint8Array, name: string): Promise<void> {
  const began = performance.now();
  isWhole(await readFile(bytes, name, usualReadLimits));
  expect(performance.now() - began).toBeLessThan(longest);
}

/** A problem that is known, or tables whose rows have a cell for each column. */
function isWhole(result: ReadResult): void {
  if (!result.ok) {
    expect(problems).toContain(result.problem);
    return;
  }
  for (const part of result.content.parts) {
    if (part.kind === 'table') expect(part.rows.every(({ cells }) => cells.length === part.columns.length)).toBe(true);
  }
}

/** What may happen to a file on its way: bytes change, are lost, doubled, or come from elsewhere. */
interface Harm {
  readonly at: number;
  readonly kind: 'flip' | 'drop' | 'repeat' | 'insert' | 'cut';
  readonly length: number;
  readonly bytes: Uint8Array;
}

const harms = fc.array(
  fc.record<Harm>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('flip', 'drop', 'repeat', 'insert', 'cut'),
    length: fc.integer({ min: 1, max: 60 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function harmed(file: Uint8Array, all: readonly Harm[]): Uint8Array {
  let bytes = Buffer.from(file);
  for (const { at: share, kind, length, bytes: other } of all) {
    const at = Math.floor(share * bytes.length);
    const rest = bytes.subarray(at + length);
    if (kind === 'flip') {
      bytes = Buffer.from(bytes);
      for (let n = 0; n < other.length && at + n < bytes.length; n++) bytes[at + n]! ^= other[n]!;
    } else if (kind === 'cut') bytes = bytes.subarray(0, at);
    else if (kind === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), rest]);
    else if (kind === 'repeat') bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else bytes = Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]);
  }
  return Uint8Array.from(bytes);
}

/** Of the parts of an Office file rather than of its zip, so that harm reaches what reads XML. */
function harmedText(text: string, all: readonly Harm[]): string {
  return Buffer.from(harmed(Buffer.from(text, 'latin1'), all)).toString('latin1');
}

const wordBody = () =>
  `${p('Plan', 'Rubrik1')}${p('Ett', 'Lista')}<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${tbl(
    [
      tr(['Aktivitet', tc('Datum', '<w:gridSpan w:val="2"/>')], header),
      tr([tc('a', '<w:vMerge w:val="restart"/>'), '260101', tc(tbl([tr(['i', 'j'])]))]),
      tr([tc('<w:p/>', '<w:vMerge/>'), 'c', 'd']),
    ],
  )}`;

const sheetXml =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c><c r="B1" t="inlineStr"><is><t>Roll</t></is></c></row><row r="2"><c r="A2"><v>46083</v></c><c r="B2" t="str"><f>A1</f><v>x</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';

const pdfPage = () =>
  words('Bilaga 1 Aktiviteter', 50, 800, 16) +
  drawnTable({
    columns: [50, 200, 350],
    rows: [
      ['Aktivitet', 'Datum'],
      ['Möte', '260101'],
      ['Enkät', ''],
    ],
    top: 700,
    rowHeight: 20,
    lines: true,
  }) +
  drawnTable({
    columns: [50, 200, 350],
    rows: [
      ['Namn', 'Titel'],
      ['Eva Ek', 'chef'],
      ['Bo Al', ''],
    ],
    top: 500,
    rowHeight: 20,
    lines: 'across',
  });

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\t',
    '\n',
    '\n\n',
    '"',
    'Aktivitet\tDatum\n',
    'Anna Ek, chef\n',
    'Diarienummer\n',
    '2026-01-02\n',
    '- ',
    '1. ',
    '# ',
    'Steg 1\n\n',
  ),
);
const html = fc.oneof(
  text,
  fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td colspan=999>',
    '<th rowspan="70000">',
    '</td>',
    '<!--',
    '-->',
    '<p class=MsoListParagraph>',
    '<li>',
    '<b',
    '<script>',
    '&amp;',
    '<caption>',
    '<h2>',
    '<td style="display:none">',
    '<thead>',
  ),
);

const name = fc.constantFrom('a.docx', 'a.xlsx', 'a.pdf', 'a.csv', 'a.txt', 'a.html', 'a');

describe('whatever comes, it is answered', () => {
  const options = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true });

  test('bytes of any kind, under any name', async () => {
    const starts = fc.constantFrom('', 'PK\x03\x04', '%PDF-1.7\n', '\xd0\xcf\x11\xe0', '\xff\xfe', '<table>', 'a;b\n');
    const bytes = fc.tuple(starts, fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', '%%EOF'));
    await fc.assert(
      fc.asyncProperty(bytes, name, ([start, rest, end], named) =>
        isAnswered(Uint8Array.from(Buffer.concat([Buffer.from(start, 'latin1'), rest, Buffer.from(end)])), named),
      ),
      options(cases.garbage),
    );
  });

  test('what is pasted, as text and as HTML', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.array(html, { maxLength: 40 }), (words, tags) => {
        isWhole(readPastedContent(words.join(''), tags.join('')));
      }),
      options(cases.pasted),
    );
  });

  test('Word documents of any tree of elements', async () => {
    const names = `p r t tab tbl tr tc tcPr gridSpan vMerge trPr tblHeader pPr pStyle numPr numId ins del sdt sdtContent showingPlcHdr txbxContent fldChar rPr b vanish body AlternateContent Fallback`;
    const { tree } = fc.letrec<{ tree: string; children: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 7, withCrossShrink: true },
        fc.constantFrom('x', '', '<w:r><w:t>Aktivitet</w:t></w:r>', '<w:p><w:r><w:t>2026</w:t></w:r></w:p>'),
        fc
          .tuple(
            fc.constantFrom(...names.split(' ')),
            fc.constantFrom('', ' w:val="3"', ' w:val="0"', ' w:fldCharType="begin"'),
            tie('children'),
          )
          .map(([element, attribute, within]) => `<w:${element}${attribute}>${within}</w:${element}>`),
      ),
      children: fc.array(tie('tree'), { maxLength: 5 }).map((all) => all.join('')),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (blocks) =>
        isAnswered(await wordFile(blocks.join('')), 'a.docx'),
      ),
      options(cases.trees),
    );
  });

  test('Word documents that were harmed on the way, in their zip and in their XML', async () => {
    const whole = await wordFile(wordBody());
    await fc.assert(
      fc.asyncProperty(harms, fc.boolean(), async (all, within) =>
        isAnswered(within ? await wordFile(harmedText(wordBody(), all)) : harmed(whole, all), 'a.docx'),
      ),
      options(cases.word),
    );
  });

  test('workbooks that were harmed on the way', async () => {
    const whole = await writeXlsx(
      'Plan',
      ['Namn', 'Datum'],
      [
        ['a', { date: '2026-01-02' }],
        ['', 3],
      ],
    );
    await fc.assert(
      fc.asyncProperty(harms, fc.boolean(), async (all, within) =>
        isAnswered(
          within
            ? await zipOf({
                'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
                'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
                'xl/s.xml': harmedText(sheetXml, all),
              })
            : harmed(whole, all),
          'a.xlsx',
        ),
      ),
      options(cases.workbook),
    );
  });

  test('PDF files that were harmed on the way, in their objects and in their pages', async () => {
    const tags = '/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R';
    const others = [
      '<</Type/StructTreeRoot/K 7 0 R/RoleMap<</X/Table/Table/X>>>>',
      '<</S/Table/Pg 4 0 R/K[<</S/TR/K[<</S/TH/A<</O/Table/ColSpan 2>>/K 0>><</S/TD/K 1>>]>> 7 0 R]>>',
    ];
    const whole = pdfPages([`/TH<</MCID 0>>BDC ${words('a', 9, 9)}EMC ${pdfPage()}`], tags, others);
    await fc.assert(
      fc.asyncProperty(harms, fc.boolean(), (all, within) =>
        isAnswered(within ? pdfPages([harmedText(pdfPage(), all)]) : harmed(whole, all), 'a.pdf'),
      ),
      options(cases.pdf),
    );
  });
});

test('the cases are ten thousand at least', () => {
  expect(Object.values(cases).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10_000);
});
