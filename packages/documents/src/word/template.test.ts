import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type DocumentModel, paragraph, plain } from '../model/index.ts';
import { childOf, childrenOf, childValue, descendantsOf } from '../xml/xml-tree.ts';
import { docxFaults, type ReadDocx, readDocx, textOf } from './docx-reading.test-data.ts';
import { TemplateFaultError, wordTemplateFaults, writeWord } from './index.ts';
import { municipalParts, municipalTemplate, zipped } from './municipal-template.test-data.ts';
import { report } from './report.test-data.ts';

const plainDocument = (blocks: readonly Block[] = [], more: Partial<DocumentModel> = {}): DocumentModel => ({
  ...report,
  contents: false,
  sections: [{ id: 's', title: 'Avsnitt', blocks }],
  appendices: [],
  ...more,
});

let shared: Promise<{ readonly bytes: Uint8Array; readonly docx: ReadDocx }> | undefined;
const writtenReport = () => {
  shared ??= written(report);
  return shared;
};

type Changes = Parameters<typeof municipalParts>[0];

async function written(
  document: DocumentModel,
  changed: Changes = {},
): Promise<{ readonly bytes: Uint8Array; readonly docx: ReadDocx }> {
  const bytes = await writeWord(document, { template: await municipalTemplate(changed) });
  return { bytes, docx: await readDocx(bytes) };
}

const source = (part: string) => String(municipalParts().get(part));
const allText = (docx: ReadDocx) =>
  docx.file.names
    .filter((name) => name.endsWith('.xml'))
    .map((name) => docx.file.text(name))
    .join('');

describe('a template from the Swedish Word', () => {
  test('gives a document that Word would not call damaged', async () => {
    const { bytes } = await writtenReport();
    expect(await docxFaults(bytes)).toEqual([]);
  });

  test('is a sound one', async () => {
    expect(await wordTemplateFaults(await municipalTemplate())).toEqual([]);
  });

  test('keeps each of its styles to the letter, but for the language', async () => {
    const { docx } = await writtenReport();
    const kept = docx.file.text('word/styles.xml')!.replaceAll('w:val="sv-SE"', 'w:val="…"');
    const theirs = [...source('word/styles.xml').matchAll(/<w:style .*?<\/w:style>/gs)].map(([style]) =>
      style.replace(/(?<=<w:lang )w:val="[^"]+"/, 'w:val="…"'),
    );
    expect(theirs.length).toBeGreaterThan(20);
    for (const style of theirs) expect(kept).toContain(style);
  });

  test('has its Swedish styles used for what they are for', async () => {
    const { docx } = await writtenReport();
    const used = new Set([...descendantsOf(docx.body, 'pStyle')].map(({ attributes }) => attributes.get('val')));
    for (const id of [
      'Rubrik',
      'Underrubrik',
      'Rubrik1',
      'Rubrik2',
      'Rubrik3',
      'Brdtext',
      'Beskrivning',
      'Punktlista',
      'Numreradlista',
      'Innehll1',
      'Innehll2',
      'Ingress',
    ])
      expect(used).toContain(id);
    expect(used).not.toContain('Heading1');
    const notes = docx.root('word/footnotes.xml');
    expect([...descendantsOf(notes, 'pStyle')].map(({ attributes }) => attributes.get('val'))).toEqual(['Fotnotstext']);
    expect([...descendantsOf(docx.body, 'rStyle')].map(({ attributes }) => attributes.get('val'))).toContain(
      'Hyperlnk',
    );
    expect(docx.tables().map((each) => docx.styleOf(each))).toEqual(docx.tables().map(() => 'Kommuntabell'));
  });

  test('keeps its headers, footer, logo, theme, paper and margins', async () => {
    const { docx } = await writtenReport();
    for (const part of ['word/footer1.xml', 'word/theme/theme1.xml', 'word/media/logo.png', 'docProps/custom.xml'])
      expect(
        Buffer.from(docx.file.part(part)!).equals(Buffer.from(municipalParts().get(part) as Uint8Array)),
        part,
      ).toBe(true);
    const section = childOf(docx.body, 'sectPr')!;
    expect(Object.fromEntries(childOf(section, 'pgMar')!.attributes)).toMatchObject({
      top: '2268',
      left: '1417',
      header: '709',
    });
    expect(childOf(section, 'titlePg')).toBeDefined();
    expect(childOf(childOf(section, 'docGrid'), 'nothing')).toBeUndefined();
  });

  test('lends the headers of the section before, where the last one has none of its own', async () => {
    const { docx } = await writtenReport();
    const section = childOf(docx.body, 'sectPr')!;
    const parts = section.children
      .filter(({ name }) => name.endsWith('Reference'))
      .map(
        ({ name, attributes }) =>
          `${name} ${attributes.get('type')} ${docx.file.relationsOf('word/document.xml').find(({ id }) => id === attributes.get('id'))?.part}`,
      );
    expect(parts).toEqual([
      'headerReference default word/header1.xml',
      'headerReference first word/header2.xml',
      'footerReference default word/footer1.xml',
    ]);
  });

  test('says the document’s mark in its own headers, after what it has in them, and in new ones for pages without', async () => {
    const { docx } = await writtenReport();
    expect(textOf(docx.root('word/header1.xml'))).toBe('\tRapportExempeldata');
    expect(docx.file.text('word/header1.xml')).toContain('r:embed="rId1"');
    const without = await written(report, {
      'word/document.xml': source('word/document.xml').replaceAll(/<w:headerReference[^>]*\/>/g, ''),
    });
    expect(await docxFaults(without.bytes)).toEqual([]);
    const added = childrenOf(childOf(without.docx.body, 'sectPr'), 'headerReference').map(({ attributes }) =>
      attributes.get('type'),
    );
    expect(added).toEqual(['default', 'first']);
    expect(textOf(without.docx.root('word/headerMark.xml'))).toBe('Exempeldata');
    const unmarked = await written({ ...report, about: { ...report.about, mark: undefined } });
    expect(unmarked.docx.file.text('word/header1.xml')).toBe(source('word/header1.xml'));
  });

  test('with other headers on even pages says the mark there too', async () => {
    const { bytes, docx } = await written(report, {
      'word/settings.xml': source('word/settings.xml').replace(
        '<w:updateFields',
        '<w:evenAndOddHeaders/><w:updateFields',
      ),
    });
    expect(await docxFaults(bytes)).toEqual([]);
    const pages = childrenOf(childOf(docx.body, 'sectPr'), 'headerReference').map(({ attributes }) =>
      attributes.get('type'),
    );
    expect(pages).toEqual(['default', 'first', 'even']);
  });

  test.each([
    ['of its own paper', '', 11906 - 2 * 1417],
    ['lying down', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', 16838 - 2 * 1417],
    ['measured in millimetres', '<w:pgSz w:w="210mm" w:h="297mm"/>', 11906 - 2 * 1417],
  ])('has tables and pictures as wide as the text %s', async (_, paper, width) => {
    const size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar';
    const { docx } = await written(report, {
      'word/document.xml': source('word/document.xml').replace(
        size,
        `${paper || '<w:pgSz w:w="11906" w:h="16838"/>'}<w:pgMar`,
      ),
    });
    for (const table of docx.tables()) {
      const columns = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map(({ attributes }) =>
        Number(attributes.get('w')),
      );
      expect(columns.reduce((sum, each) => sum + each, 0)).toBe(width);
    }
    for (const { attributes } of descendantsOf(docx.body, 'extent'))
      expect(Number(attributes.get('cx'))).toBeLessThanOrEqual(width * 635);
  });

  test('whose numbers are no numbers is read as if it had said nothing', async () => {
    const { bytes, docx } = await written(report, {
      'word/document.xml': source('word/document.xml')
        .replace('<w:cols w:space="708"/>', '<w:cols w:num="två" w:space="x"/>')
        .replace('w:top="2268"', 'w:top="hög"'),
      'word/numbering.xml': source('word/numbering.xml')
        .replace('w:abstractNumId="7"', 'w:abstractNumId="sju"')
        .replace('w:abstractNumId w:val="7"', 'w:abstractNumId w:val="sju"'),
    });
    expect(await docxFaults(bytes)).toEqual([]);
    expect(allText(docx)).not.toContain('NaN');
  });

  test('with two columns has tables as wide as one of them', async () => {
    const { docx } = await written(report, {
      'word/document.xml': source('word/document.xml').replace(
        '<w:cols w:space="708"/>',
        '<w:cols w:num="2" w:space="708"/>',
      ),
    });
    const columns = childrenOf(childOf(docx.tables()[0], 'tblGrid'), 'gridCol').map(({ attributes }) =>
      Number(attributes.get('w')),
    );
    expect(columns.reduce((sum, each) => sum + each, 0)).toBe((9072 - 708) / 2);
  });

  test('counts headings with its own numbering where that counts alike, and else with ours', async () => {
    const own = await writtenReport();
    const numbers = (docx: ReadDocx, style: string) =>
      docx.paragraphs(style).map((each) => childValue(childOf(childOf(each, 'pPr'), 'numPr'), 'numId'));
    expect(numbers(own.docx, 'heading 2').slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    // What the model leaves without a number loses the one that the style has.
    expect(numbers(own.docx, 'heading 1')[0]).toBe('0');
    const roman = await written(report, {
      'word/numbering.xml': source('word/numbering.xml').replace('w:val="%1.%2"', 'w:val="%2"'),
    });
    expect(await docxFaults(roman.bytes)).toEqual([]);
    expect(new Set(numbers(roman.docx, 'heading 2').slice(0, 4)).size).toBe(1);
    expect(numbers(roman.docx, 'heading 2')[0]).toBeDefined();
    const unnumbered = await written(plainDocument([], { numbered: false }));
    expect(numbers(unnumbered.docx, 'heading 1')).toEqual(['0']);
  });

  test('whose headings have their numbering from one another loses none of it, and none is left where none should be', async () => {
    const inherited = source('word/styles.xml')
      .replace(
        '<w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>',
        '<w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/>',
      )
      .replace('<w:ilvl w:val="1"/><w:numId w:val="3"/>', '<w:ilvl w:val="1"/>');
    const numbers = async (numbered: boolean) => {
      const { docx } = await written({ ...report, numbered }, { 'word/styles.xml': inherited });
      return docx.paragraphs('heading 2').map((each) => childValue(childOf(childOf(each, 'pPr'), 'numPr'), 'numId'));
    };
    expect((await numbers(true))[0]).toBeUndefined();
    expect((await numbers(false))[0]).toBe('0');
  });

  test('has its own bullets and its own way of writing numbers in lists, begun anew for each list', async () => {
    const list = (ordered: boolean): Block => ({
      kind: 'list',
      ordered,
      items: [{ text: plain('a') }, { text: plain('b') }],
    });
    const { docx } = await written(plainDocument([list(false), list(true), paragraph('x'), list(true)]));
    const num = (style: string) =>
      docx.paragraphs(style).map((each) => childValue(childOf(childOf(each, 'pPr'), 'numPr'), 'numId'));
    expect(num('List Bullet')).toEqual(['5', '5']);
    const [first, , second] = num('List Number');
    expect(first).not.toBe(second);
    const nums = childrenOf(docx.root('word/numbering.xml'), 'num');
    for (const id of [first, second])
      expect(
        childValue(
          nums.find(({ attributes }) => attributes.get('numId') === id),
          'abstractNumId',
        ),
      ).toBe('7');
  });

  test('leaves behind its text, comments, old footnotes and pictures, and where it was copied from', async () => {
    const { docx } = await writtenReport();
    const text = allText(docx);
    for (const old of ['Gammal', 'Klicka här', 'example.org', 'G:/Mallar', 'attachedTemplate', 'commentReference'])
      expect(text).not.toContain(old);
    for (const part of ['word/comments.xml', 'word/media/oldpicture.png', 'docProps/thumbnail.png'])
      expect(docx.file.part(part)).toBeUndefined();
  });

  test('does not lock the document, track changes in it or ask for updates', async () => {
    const { docx } = await writtenReport();
    const settings = docx.root('word/settings.xml');
    const names = settings.children.map(({ name }) => name);
    for (const name of ['documentProtection', 'trackRevisions', 'updateFields', 'linkStyles'])
      expect(names).not.toContain(name);
    expect(names).toContain('defaultTableStyle');
    expect(childValue(settings, 'themeFontLang')).toBe('sv-SE');
  });

  test('with endnotes and no footnotes has footnotes, and no settings of endnotes that stay behind', async () => {
    const { docx } = await written(report, {
      'word/settings.xml': source('word/settings.xml').replace(
        /<w:footnotePr>.*?<\/w:footnotePr>/,
        '<w:endnotePr><w:endnote w:id="0"/><w:endnote w:id="1"/></w:endnotePr>',
      ),
      'word/_rels/document.xml.rels': source('word/_rels/document.xml.rels').replace(
        /<Relationship Id="rId4"[^>]*\/>/,
        '',
      ),
    });
    const names = docx.root('word/settings.xml').children.map(({ name }) => name);
    expect(names).toContain('footnotePr');
    expect(names).not.toContain('endnotePr');
  });

  test('becomes a document though it was a document template', async () => {
    const { docx } = await writtenReport();
    expect(docx.file.typeOf('word/document.xml')).toMatch(/document\.main\+xml$/);
  });

  test('gets the styles that it lacks, in its own fonts and its own first colour', async () => {
    const { docx } = await writtenReport();
    const styles = childrenOf(docx.root('word/styles.xml'), 'style');
    const named = (name: string) => styles.find((style) => childValue(style, 'name') === name)!;
    expect(childValue(named('Källa'), 'basedOn')).toBe('Normal');
    expect(childOf(childOf(named('Quote'), 'rPr'), 'rFonts')?.attributes.get('asciiTheme')).toBe('majorHAnsi');
    expect([...descendantsOf(named('Faktaruta'), 'left')][0]?.attributes.get('color')).toBe('00528C');
  });

  test('without theme, numbering, settings and footnotes is given what a document needs', async () => {
    const rels = source('word/_rels/document.xml.rels').replaceAll(/<Relationship Id="rId[2-6]"[^>]*\/>/g, '');
    const { bytes, docx } = await written(report, {
      'word/_rels/document.xml.rels': rels,
      'word/styles.xml': source('word/styles.xml').replaceAll(/<w:numPr>.*?<\/w:numPr>/g, ''),
      'word/theme/theme1.xml': undefined,
    });
    expect(await docxFaults(bytes)).toEqual([]);
    const added = childrenOf(docx.root('word/styles.xml'), 'style').find(
      (style) => childValue(style, 'name') === 'Quote',
    )!;
    expect([...descendantsOf(added, 'rFonts')]).toEqual([]);
  });

  test('in which nobody has made a list or a note, as Word leaves a new document, gives each part that is added its right type', async () => {
    const lacking = /numbering|footnotes|settings/;
    const { bytes, docx } = await written(report, {
      'word/_rels/document.xml.rels': source('word/_rels/document.xml.rels').replaceAll(
        /<Relationship Id="rId[2-4]"[^>]*\/>/g,
        '',
      ),
      '[Content_Types].xml': source('[Content_Types].xml').replaceAll(/<Override[^>]*\/>/g, (each) =>
        lacking.test(each) ? '' : each,
      ),
      'word/styles.xml': source('word/styles.xml').replaceAll(/<w:numPr>.*?<\/w:numPr>/g, ''),
      'word/numbering.xml': undefined,
      'word/footnotes.xml': undefined,
      'word/settings.xml': undefined,
      'word/_rels/settings.xml.rels': undefined,
    });
    expect(await docxFaults(bytes)).toEqual([]);
    for (const name of ['numbering', 'footnotes', 'settings'])
      expect(docx.file.typeOf(`word/${name}.xml`)).toMatch(new RegExp(`wordprocessingml\\.${name}\\+xml$`));
  });

  test('gives the same file every time', async () => {
    const [one, other] = [await writtenReport(), await written(report)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  test('whose styles are named in no known way still carries every text', async () => {
    const { bytes, docx } = await written(report, {
      'word/styles.xml': source('word/styles.xml').replaceAll(
        /<w:style w:type="(?:paragraph|character|table)" (?!w:default|w:styleId="Sid).*?<\/w:style>/gs,
        '',
      ),
    });
    expect(await docxFaults(bytes)).toEqual([]);
    expect(docx.paragraphs('heading 1').length).toBeGreaterThan(3);
  });
});

const changedTemplate = (changed: Changes) => municipalTemplate(changed);
const types = source('[Content_Types].xml');

describe('a file is no template', () => {
  test.each<readonly [string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['empty', 'that is empty', () => new Uint8Array()],
    ['tooLarge', 'that is larger than any template needs to be', () => new Uint8Array(21 * 1024 * 1024)],
    ['notWord', 'that is a text', () => Buffer.from('Bästa mall')],
    ['oldWord', 'that Word wrote before 2007', () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
    [
      'encrypted',
      'that has a password',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(600),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    ['damaged', 'that ends too early', async () => (await municipalTemplate()).subarray(0, 9000)],
    [
      'damaged',
      'of which a piece is another',
      async () => {
        const bytes = await municipalTemplate();
        bytes.fill(0x41, 700, 760);
        return bytes;
      },
    ],
    [
      'damaged',
      'whose text is no XML',
      () => changedTemplate({ 'word/document.xml': '<w:document><w:body></w:document>' }),
    ],
    ['damaged', 'whose styles are no XML', () => changedTemplate({ 'word/styles.xml': '<a><b></a>' })],
    ['damaged', 'that lacks a part that it refers to', () => changedTemplate({ 'word/header1.xml': undefined })],
    [
      'damaged',
      'with a document type',
      () => changedTemplate({ 'word/settings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    ],
    [
      'notWord',
      'that is a workbook',
      () =>
        changedTemplate({
          '[Content_Types].xml': types.replaceAll('wordprocessingml.template', 'spreadsheetml.sheet'),
        }),
    ],
    ['notWord', 'that is a zip file of other things', () => zipped(new Map([['a.txt', 'hej']]))],
    [
      'strictFormat',
      'in the strict form',
      () =>
        changedTemplate({
          'word/document.xml': source('word/document.xml').replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ),
        }),
    ],
    [
      'macros',
      'with macros in its kind',
      () =>
        changedTemplate({
          '[Content_Types].xml': types.replace(
            'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
            'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
          ),
        }),
    ],
    ['macros', 'with macros inside', () => changedTemplate({ 'word/vbaProject.bin': new Uint8Array(10) })],
    [
      'outsideContent',
      'whose header fetches a picture',
      () =>
        changedTemplate({
          'word/_rels/header1.xml.rels': source('word/_rels/header1.xml.rels').replace(
            'Target="media/logo.png"',
            'Target="https://example.org/logo.png" TargetMode="External"',
          ),
        }),
    ],
    [
      'outsideContent',
      'whose footer has a field that runs something, also in pieces',
      () =>
        changedTemplate({
          'word/footer1.xml': source('word/footer1.xml').replace(
            '</w:p>',
            '<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd</w:instrText></w:r></w:p>',
          ),
        }),
    ],
    [
      'outsideContent',
      'whose bullets are fetched from elsewhere',
      () =>
        changedTemplate({
          'word/_rels/numbering.xml.rels': source('word/_rels/header1.xml.rels').replace(
            'Target="media/logo.png"',
            'Target="https://example.org/bullet.png" TargetMode="External"',
          ),
        }),
    ],
    [
      'activeContent',
      'whose header has an object in it',
      () =>
        changedTemplate({
          'word/_rels/header1.xml.rels': source('word/_rels/header1.xml.rels').replace(
            'relationships/image',
            'relationships/oleObject',
          ),
        }),
    ],
  ])('%s: one %s', async (what, _, file) => {
    const bytes = await file();
    const faults = await wordTemplateFaults(bytes);
    expect(faults.map((fault) => fault.what)).toContain(what);
    await expect(writeWord(report, { template: bytes })).rejects.toThrow(TemplateFaultError);
  });

  test('expandsTooMuch: one that unpacks to more than any template holds', async () => {
    const bombs = [
      { 'word/media/logo.png': new Uint8Array(110 * 1024 * 1024) },
      {
        'word/document.xml': source('word/document.xml').replace('</w:body>', `${'<w:p/>'.repeat(3_000_000)}</w:body>`),
      },
    ];
    for (const changed of bombs) {
      const bomb = await changedTemplate(changed);
      expect(bomb.length).toBeLessThan(1024 * 1024);
      expect((await wordTemplateFaults(bomb)).map(({ what }) => what)).toEqual(['expandsTooMuch']);
    }
  });

  test('with every part cut short somewhere, it is refused or used, and never an error of ours', async () => {
    const whole = await municipalTemplate();
    for (let at = 1; at <= 40; at++) {
      const faults = await wordTemplateFaults(whole.subarray(0, Math.floor((whole.length * at) / 41)));
      expect(faults.length).toBeGreaterThan(0);
    }
  });

  test('with something cut out anywhere in any part, it is refused or used, and never an error of ours', {
    timeout: 120_000,
  }, async () => {
    const parts = [...municipalParts()].flatMap(([name, content]) =>
      typeof content === 'string' ? [[name, content] as const] : [],
    );
    const cut = fc.record({
      part: fc.constantFrom(...parts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 40, max: 2000 })),
      whole: fc.boolean(),
    });
    let used = 0;
    await fc.assert(
      fc.asyncProperty(cut, async ({ part: [name, content], at, length, whole }) => {
        // Whole elements are cut out as well as any piece, or nearly all would be no XML.
        const elements = [
          ...content.matchAll(/<w:(\w+)[^>]*(?:\/>|>[^<]*<\/w:\1>)|<(?:Relationship|Override|Default)\b[^>]*\/>/g),
        ];
        const element = elements[Math.floor(at * (elements.length - 1))];
        const start = whole && element !== undefined ? element.index : Math.floor(at * content.length);
        const end = whole && element !== undefined ? start + element[0].length : start + length;
        const template = await municipalTemplate({ [name]: content.slice(0, start) + content.slice(end) });
        const faults = await wordTemplateFaults(template);
        if (faults.length > 0) return;
        used++;
        const bytes = await writeWord(plainDocument([paragraph('text')]), { template });
        expect(textOf((await readDocx(bytes)).body)).toContain('text');
      }),
      { numRuns: 120 },
    );
    expect(used).toBeGreaterThan(20);
  });
});
