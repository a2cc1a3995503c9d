import { officeColour } from '../model/colour.ts';
import {
  assertWhole,
  type DocumentModel,
  documentWords,
  inlineTextsOf,
  numberDocument,
  type Picture,
} from '../model/index.ts';
import { type DrawnPicture, drawPictures } from '../picture/index.ts';
import { folderOf, relationsPart } from '../xml/office-package.ts';
import { streamZip, type ZipPart } from '../zip/index.ts';
import { type BodyContext, bodyXml, type HeadingNumbering } from './body.ts';
import { contentTypesXml } from './content-types.ts';
import { defaultTemplate } from './default-template.ts';
import { blocksOf } from './document-blocks.ts';
import { frontXml, hasContents } from './front.ts';
import type { Bookmarks } from './inline.ts';
import { markHeaders } from './mark.ts';
import { createNotes } from './notes.ts';
import { type NumberingBook, openNumberingBook } from './numbering-book.ts';
import { sectionXml } from './page-section.ts';
import { appPropertiesXml, corePropertiesXml } from './properties.ts';
import { createRelations, relationXml } from './relations.ts';
import { settingsXml } from './settings.ts';
import { openStyleBook, type StyleBook } from './style-book.ts';
import type { HeadingRole } from './style-definitions.ts';
import { openTemplate, type Template } from './template.ts';
import { locales } from './words.ts';
import { declaration, documentNamespaces } from './xml.ts';

/** What a browser is told that the file is. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface WordOptions {
  /** The municipality's own .docx or .dotx: everything of it is kept but its text. */
  readonly template?: Uint8Array | undefined;
}

/**
 * A document as .docx (ECMA-376, transitional). The same document on the same template gives the same bytes.
 * Throws DocumentFaultError for a document that is not whole and TemplateFaultError for a template that cannot be used.
 */
export async function writeWord(document: DocumentModel, options: WordOptions = {}): Promise<Uint8Array> {
  assertWhole(document);
  // Before the charts, which take most of the time: one that cannot be used is refused at once.
  const theirs = options.template === undefined ? undefined : await openTemplate(options.template);
  const isTheirs = theirs !== undefined;
  const { logo } = document.about;
  const figures = [...blocksOf(document)].flatMap((block) => (block.kind === 'figure' ? [block.picture] : []));
  const svgOf = (picture: Picture) => (picture.format === 'svg' ? [picture.svg] : []);
  const [logos, charts] = await Promise.all([
    drawPictures(isTheirs || logo === undefined ? [] : svgOf(logo)),
    drawPictures(figures.flatMap(svgOf), { background: '#ffffff' }),
  ]);
  const drawn = new Map([...logos, ...charts]);
  const template = theirs ?? defaultTemplate(document, drawn);
  const parts = partsOf(document, template, { isTheirs, drawn });
  return new Uint8Array(await new Response(streamZip(parts)).arrayBuffer());
}

type Parts = Map<string, string | Uint8Array>;

interface WriteContext {
  /** Whether the template is the municipality's own. */
  readonly isTheirs: boolean;
  readonly drawn: ReadonlyMap<string, DrawnPicture>;
}

function partsOf(document: DocumentModel, template: Template, { isTheirs, drawn }: WriteContext): readonly ZipPart[] {
  const { file, main, page, xml } = template;
  const folder = folderOf(main);
  const locale = locales[document.language];
  const numbered = numberDocument(document);
  const parts: Parts = new Map();
  const relations = createRelations(
    template.relations.map(({ id, type, target }) => ({ id, xml: relationXml(id, type, target, false) })),
  );
  const styles = openStyleBook(xml.styles, {
    textWidth: page.textWidth,
    own: template.theme?.accent ?? officeColour(document.about.colour),
    locale,
    theme: template.theme !== undefined,
    chosenTableStyle: template.settings.chosenTableStyle,
  });
  const numbering = openNumberingBook(xml.numbering, {
    appendix: documentWords(document.language).appendix,
    quiet: !isTheirs,
  });
  const bookmarks = bookmarksOf(document);
  const base = { document, numbered, styles, bookmarks };
  const notes = createNotes(xml.footnotes, base);
  let bookmark = 0;
  const context: BodyContext = {
    ...base,
    notes,
    numbering,
    page,
    relations,
    pictures: pictureStore(parts, folder, new Set(template.carried.map((part) => part.toLowerCase())), drawn),
    headingNumbering: headingNumbering(styles, numbering, deepestNumber(numbered.labels)),
    nextBookmark: () => ++bookmark,
  };

  const letterhead = isTheirs ? 'template' : document.about.logo === undefined ? 'line' : 'logo';
  // The text comes first: what it needs of styles, numbering, footnotes and pictures is known when it has been written.
  const text = [...frontXml(context, letterhead), ...bodyXml(context, hasContents(context))].join('');
  const rewritten = (kind: 'styles' | 'numbering' | 'settings' | 'footnotes', content: string) => {
    const known = template.relations.find((relation) => relation.kind === kind)?.part;
    const part = known ?? `${folder}${kind}.xml`;
    if (known === undefined) relations.add(kind, `${kind}.xml`);
    parts.set(part, content);
    return part;
  };
  const references = [...page.references];
  for (const part of template.carried) parts.set(part, file.part(part)!);
  if (isTheirs && document.about.mark !== undefined) {
    const { changed, added, pagesWithout } = markHeaders(template, document.about.mark, styles);
    for (const [part, content] of changed) parts.set(part, content);
    if (added !== undefined) {
      parts.set(`${folder}headerMark.xml`, added);
      const id = relations.add('header', 'headerMark.xml');
      references.push(...pagesWithout.map((each) => ({ kind: 'header' as const, page: each, id })));
    }
  }
  const footnotes = rewritten('footnotes', notes.xml());
  const noteRelations = notes.relations.xml();
  if (noteRelations !== undefined) parts.set(relationsPart(footnotes), noteRelations);
  rewritten('settings', settingsXml(xml.settings, { locale, separators: notes.separators }));
  rewritten('numbering', numbering.xml());
  // Last of them: the others may have asked for a style.
  rewritten('styles', styles.xml());
  parts.set(
    main,
    `${declaration}<w:document ${documentNamespaces}><w:body>${text}${sectionXml(page, references)}</w:body></w:document>`,
  );
  parts.set(relationsPart(main), relations.xml()!);
  parts.set('docProps/core.xml', corePropertiesXml(document));
  parts.set('docProps/app.xml', appPropertiesXml(document));
  parts.set('_rels/.rels', packageRelations(template));
  const names = [...parts.keys()].sort();
  return [
    { name: '[Content_Types].xml', content: [contentTypesXml(names, file, main)] },
    ...names.map((name) => ({ name, content: [parts.get(name)!] })),
  ];
}

const coreRelation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

function packageRelations({ main, file }: Template): string {
  const relations = createRelations();
  relations.add('officeDocument', main);
  relations.add(coreRelation, 'docProps/core.xml');
  relations.add('extended-properties', 'docProps/app.xml');
  const custom = file.relationsOf('').find(({ kind }) => kind === 'custom-properties')?.part;
  if (custom !== undefined && file.part(custom) !== undefined) relations.add('custom-properties', custom);
  return relations.xml()!;
}

/** Word's names for places hold letters, digits and underscores only, and at most 40: the model's ids are counted instead. */
function bookmarksOf(document: DocumentModel): Bookmarks {
  const names = new Map<string, string>();
  const { references } = numberDocument(document);
  for (const id of references.keys()) names.set(id, `_Ref${String(names.size + 1).padStart(9, '0')}`);
  const used = new Set<string>();
  for (const text of inlineTextsOf([...blocksOf(document)])) {
    for (const part of text) {
      if (part.kind === 'reference') used.add(part.to);
      else if (part.kind === 'link' && part.href.startsWith('#')) used.add(part.href.slice(1));
    }
  }
  return { of: (id) => names.get(id), isUsed: (id) => used.has(id) };
}

/** Media beside the text, under names that the template does not have. */
function pictureStore(
  parts: Parts,
  folder: string,
  taken: ReadonlySet<string>,
  drawn: ReadonlyMap<string, DrawnPicture>,
): BodyContext['pictures'] {
  let count = 0;
  // Numbers of drawings are told apart within the whole file; a template's headers have low ones.
  let number = 1000;
  return {
    keep(extension, content) {
      let name: string;
      do name = `media/picture${++count}.${extension}`;
      while (taken.has(`${folder}${name}`.toLowerCase()));
      parts.set(`${folder}${name}`, content);
      return name;
    },
    drawn: (svg) => drawn.get(svg)!,
    nextId: () => ++number,
  };
}

function deepestNumber(labels: ReadonlyMap<string, string>): number {
  const depths = [...labels.values()].map((label) => (/^\d+(?:\.\d+)*$/.test(label) ? label.split('.').length : 0));
  return Math.min(9, Math.max(0, ...depths));
}

/** The template's own numbering of headings, where it counts as the document does; else ours. */
function headingNumbering(styles: StyleBook, numbering: NumberingBook, levels: number): HeadingNumbering {
  const theirs = (level: number) => styles.numberingOf(`heading${Math.min(9, level) as 1}` satisfies HeadingRole);
  const first = theirs(1);
  const isTheirs =
    first !== undefined &&
    Array.from({ length: levels }, (_, index) => theirs(index + 1)).every(
      (each, index) => each?.numId === first.numId && each.level === index,
    ) &&
    numbering.countsHeadings(first.numId, levels);
  return {
    section(level, label) {
      if (label === undefined || level > 9) return theirs(level) === undefined ? undefined : 'none';
      return isTheirs ? undefined : { numId: numbering.own('headings'), level: level - 1 };
    },
  };
}
