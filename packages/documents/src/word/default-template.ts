import { officeColour } from '../model/colour.ts';
import { type DocumentModel, documentWords } from '../model/index.ts';
import type { DrawnPicture } from '../picture/index.ts';
import { packageOf } from '../xml/office-package.ts';
import { themeXml } from './default-theme.ts';
import { drawingXml } from './drawing.ts';
import { field, run } from './inline.ts';
import { blankNumbering, openNumberingBook } from './numbering-book.ts';
import { standardPage } from './page-section.ts';
import { createRelations, type Relations } from './relations.ts';
import { blankSettings } from './settings.ts';
import { blankStyles, openStyleBook, type StyleBook } from './style-book.ts';
import { colours, type HeadingRole } from './style-definitions.ts';
import { readTemplate, type Template } from './template.ts';
import { locales } from './words.ts';
import { asOneLine, declaration, documentNamespaces } from './xml.ts';

const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What documents are written on where a municipality has no template: a template like any other, made for the document. */
export function defaultTemplate(document: DocumentModel, drawn: ReadonlyMap<string, DrawnPicture>): Template {
  const { about, language, numbered } = document;
  const own = officeColour(about.colour);
  const { textWidth } = standardPage;
  const look = { textWidth, own, locale: locales[language], theme: true, ...sizesOf(document) };
  const bare = openStyleBook(blankStyles, look);
  const headings = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((level): HeadingRole => `heading${level}`);
  const numbering = openNumberingBook(blankNumbering, {
    appendix: documentWords(language).appendix,
    quiet: true,
    headingStyles: headings.map((role) => bare.id(role)),
  });
  const headingNumId = numbered ? numbering.own('headings') : undefined;
  const styles = openStyleBook(blankStyles, { ...look, headingNumId });
  styles.addAll();

  const main = createRelations();
  const first = createRelations();
  const media = new Map<string, Uint8Array | string>();
  const logo = logoXml(document, first, media, drawn);
  const parts = new Map<string, Uint8Array | string>([
    ['word/styles.xml', styles.xml()],
    ['word/numbering.xml', numbering.xml()],
    ['word/settings.xml', blankSettings],
    ['word/theme/theme1.xml', themeXml(own)],
    ['word/header1.xml', bandXml('hdr', styles, 'header', runningHead(document))],
    ['word/header2.xml', bandXml('hdr', styles, 'header', `${logo}${markXml(document)}`)],
    ['word/footer1.xml', bandXml('ftr', styles, 'footer', runningFoot(document))],
    ...media,
  ]);
  for (const name of ['styles', 'numbering', 'settings']) main.add(name, `${name}.xml`);
  main.add('theme', 'theme/theme1.xml');
  const references = [
    `<w:headerReference w:type="default" r:id="${main.add('header', 'header1.xml')}"/>`,
    `<w:headerReference w:type="first" r:id="${main.add('header', 'header2.xml')}"/>`,
    `<w:footerReference w:type="default" r:id="${main.add('footer', 'footer1.xml')}"/>`,
    `<w:footerReference w:type="first" r:id="${main.add('footer', 'footer1.xml')}"/>`,
  ];
  parts.set(
    'word/document.xml',
    `${declaration}<w:document ${documentNamespaces}><w:body><w:sectPr>${references.join('')}${standardPage.properties}</w:sectPr></w:body></w:document>`,
  );
  parts.set('word/_rels/document.xml.rels', main.xml()!);
  const firstXml = first.xml();
  if (firstXml !== undefined) parts.set('word/_rels/header2.xml.rels', firstXml);
  const packageRelations = createRelations();
  packageRelations.add('officeDocument', 'word/document.xml');
  parts.set('_rels/.rels', packageRelations.xml()!);
  parts.set('[Content_Types].xml', typesXml);
  return readTemplate(packageOf(parts));
}

const overrides: Readonly<Record<string, string>> = {
  'word/document.xml': `${kind}.document.main+xml`,
  'word/styles.xml': `${kind}.styles+xml`,
  'word/numbering.xml': `${kind}.numbering+xml`,
  'word/settings.xml': `${kind}.settings+xml`,
  'word/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  'word/header1.xml': `${kind}.header+xml`,
  'word/header2.xml': `${kind}.header+xml`,
  'word/footer1.xml': `${kind}.footer+xml`,
};

const typesXml = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="svg" ContentType="image/svg+xml"/>${Object.entries(
  overrides,
)
  .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  .join('')}</Types>`;

function bandXml(root: 'hdr' | 'ftr', styles: StyleBook, role: 'header' | 'footer', content: string): string {
  return `${declaration}<w:${root} ${documentNamespaces}><w:p><w:pPr><w:pStyle w:val="${styles.id(role)}"/></w:pPr>${content}</w:p></w:${root}>`;
}

/** A report with contents has room for a large title; a longer one, and that of a letter, is set smaller, and the headings with it. */
function sizesOf({ title, contents }: DocumentModel): { readonly titleSize: number; readonly chapterSize: number } {
  const long = title.length > 90;
  if (!contents) return { titleSize: long ? 42 : 52, chapterSize: 34 };
  return { titleSize: long ? 48 : title.length > 45 ? 56 : 68, chapterSize: 42 };
}

/** A longer title would take a second line of every page. */
const longestInHeader = 60;

const tab = '<w:r><w:tab/></w:r>';

function runningHead(document: DocumentModel): string {
  const { title, about } = document;
  const named = asOneLine(title).length > longestInHeader ? [about.organisation] : [about.organisation, title];
  return `${run(named.map(asOneLine).join('  ·  '))}${markXml(document)}`;
}

function markXml({ about }: DocumentModel): string {
  return about.mark === undefined ? '' : `${tab}${run(asOneLine(about.mark), { strong: true, colour: colours.rust })}`;
}

function runningFoot({ about, language }: DocumentModel): string {
  const { page, of } = documentWords(language);
  const said = [about.caseNumber, about.state].filter((each) => each !== undefined && each !== '');
  return `${run(said.map((each) => asOneLine(each!)).join('  ·  '))}${tab}${run(`${page} `)}${field(' PAGE ', '1')}${run(` ${of} `)}${field(' NUMPAGES ', '1')}`;
}

function logoXml(
  { about }: DocumentModel,
  relations: Relations,
  media: Map<string, Uint8Array | string>,
  drawn: ReadonlyMap<string, DrawnPicture>,
): string {
  const { logo } = about;
  if (logo === undefined) return '';
  const store = {
    keep: (extension: string, content: Uint8Array | string) => {
      media.set(`word/media/logo.${extension}`, content);
      return `media/logo.${extension}`;
    },
    drawn: (svg: string) => drawn.get(svg)!,
    nextId: () => 1,
  };
  const room = { width: 3400, height: 800 };
  return `<w:r>${drawingXml(logo, { name: 'Logotyp', alt: logo.alt }, room, relations, store)}</w:r>`;
}
