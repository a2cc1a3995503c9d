import { documentWords } from '../model/index.ts';
import { type BodyContext, contentsBookmark } from './body.ts';
import { field, run } from './inline.ts';
import { levelRole, paragraphXml } from './paragraph.ts';
import type { StyleRole } from './style-definitions.ts';
import { wordWords } from './words.ts';
import { asOneLine, xmlText } from './xml.ts';

/** What says whose document it is: the template's own header, a logo in ours, or a line over the title. */
export type Letterhead = 'template' | 'logo' | 'line';

/** What stands before the first section: whose document it is, its title, what is to be known of it, and its contents. */
export function* frontXml(context: BodyContext, letterhead: Letterhead): Generator<string> {
  const { document } = context;
  const { title, about, language } = document;
  const subtitle = asOneLine(document.subtitle ?? '');
  const words = wordWords(language);
  const paragraph = (role: StyleRole, content: string, before?: number) =>
    paragraphXml({ style: context.styles.id(role), before }, content);
  if (letterhead === 'line') yield paragraph('organisation', run(asOneLine(about.organisation)));
  yield paragraph('title', run(asOneLine(title)), letterhead === 'logo' ? 720 : undefined);
  if (subtitle !== '') yield paragraph('subtitle', run(subtitle));
  const facts = [
    [words.state, about.state],
    [words.caseNumber, about.caseNumber],
    [words.date, about.date],
    [words.author, about.author],
  ] as const;
  const said = facts.filter(([, value]) => value !== undefined && value.trim() !== '');
  for (const [index, [name, value = '']] of said.entries()) {
    const line = `${run(`${name}\t`)}${run(asOneLine(value), { strong: true })}`;
    yield paragraph('fact', line, index === 0 && subtitle === '' ? 240 : undefined);
  }
  if (hasContents(context)) yield contentsXml(context);
}

export function hasContents({ document, numbered }: Pick<BodyContext, 'document' | 'numbered'>): boolean {
  return document.contents && numbered.outline.some(({ level }) => level <= deepest);
}

const deepest = 3;

/**
 * The table of contents as Word makes it, with its lines filled in. Which page a heading comes on is known to nobody until the text is laid out: the fields for
 * it are there and empty, and Word fills them when the table is updated ("Uppdatera tabell" above it). An order to update everything on opening would be met by
 * Word's question whether the file may fetch from other files.
 */
function contentsXml(context: BodyContext): string {
  const { document, numbered, styles } = context;
  const heading = paragraphXml({ style: styles.id('contentsHeading') }, run(documentWords(document.language).contents));
  const entries = numbered.outline.filter(({ level }) => level <= deepest);
  const begin = `${mark('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-${deepest}" \\h \\z \\u </w:instrText></w:r>${mark('separate')}`;
  const lines = entries.map(({ id, level, label, title }, index) => {
    const anchor = contentsBookmark(context, id)!;
    // Word puts after a number what the heading has after it; the names of appendices are too long for the tab stop.
    const after = label?.includes(' ') ? '\u2002' : '\t';
    const number = label === undefined ? '' : run(`${label}${after}`);
    const page = `<w:r><w:tab/></w:r>${field(` PAGEREF ${anchor} \\h `, '')}`;
    const link = `<w:hyperlink w:anchor="${xmlText(anchor)}" w:history="1">${number}${run(asOneLine(title))}${page}</w:hyperlink>`;
    const role = levelRole('contents', level);
    return paragraphXml(
      { style: styles.id(role), tabs: tabsOf(context, role, level) },
      `${index === 0 ? begin : ''}${link}${index === entries.length - 1 ? mark('end') : ''}`,
    );
  });
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${heading}${lines.join('')}</w:sdtContent></w:sdt>`;
}

/** Word's own styles for contents have no tab stops: Word sets them on each line. */
function tabsOf({ styles, page }: BodyContext, role: StyleRole, level: number) {
  if (!styles.lacksTabs(role)) return undefined;
  return [
    { at: 480 * level, align: 'left' as const },
    { at: page.textWidth, align: 'right' as const },
  ];
}

function mark(kind: 'begin' | 'separate' | 'end'): string {
  return `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
}
