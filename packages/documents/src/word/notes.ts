import type { InlineText } from '../model/index.ts';
import { childrenOf, edited, integerOf, parseXml } from '../xml/xml-tree.ts';
import { type InlineContext, inlineXml, run } from './inline.ts';
import { createRelations, type Relations } from './relations.ts';
import { declaration, documentNamespaces } from './xml.ts';

/** The footnotes of a document, gathered while its text is written. */
export interface Notes {
  /** Takes a footnote; answers the mark in the text. */
  add(text: InlineText): string;
  xml(): string;
  readonly relations: Relations;
  /** The ids of our own separators; undefined where the template has its own. */
  readonly separators: readonly string[] | undefined;
}

const ownSeparators = ['-1', '0'] as const;

const blankNotes = `${declaration}<w:footnotes ${documentNamespaces}><w:footnote w:type="separator" w:id="${ownSeparators[0]}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="${ownSeparators[1]}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>`;

/** `template`: its footnotes, of which the lines above them are kept. */
export function createNotes(template: string | undefined, context: Omit<InlineContext, 'notes'>): Notes {
  const source = template !== undefined && hasSeparators(template) ? template : blankNotes;
  const root = parseXml(source);
  const all = childrenOf(root, 'footnote');
  let last = Math.max(0, ...all.map(({ attributes }) => integerOf(attributes.get('id')) ?? 0));
  const added: string[] = [];
  const relations = createRelations();
  const notes: Notes = {
    add(text) {
      const id = ++last;
      const { styles } = context;
      const reference = styles.id('footnoteReference');
      const mark = `<w:r><w:rPr><w:rStyle w:val="${reference}"/></w:rPr><w:footnoteRef/></w:r>`;
      const words = inlineXml(text, { ...context, notes }, { relations, inNote: true });
      added.push(
        `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="${styles.id('footnoteText')}"/></w:pPr>${mark}${run(' ')}${words}</w:p></w:footnote>`,
      );
      return `<w:r><w:rPr><w:rStyle w:val="${reference}"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
    },
    xml() {
      const edits = all
        .filter(({ attributes }) => !isSeparator(attributes))
        .map(({ start, end }) => ({ start, end, text: '' }));
      const ending = { start: root.contentEnd, end: root.contentEnd, text: added.join('') };
      return declaration + edited(source.slice(0, root.end), [...edits, ending]).slice(root.start);
    },
    relations,
    separators: source === blankNotes ? ownSeparators : undefined,
  };
  return notes;
}

/** Separators that refer to something, as to a picture, are too odd to be carried over. */
function hasSeparators(source: string): boolean {
  const separators = childrenOf(parseXml(source), 'footnote').filter(({ attributes }) => isSeparator(attributes));
  const kinds = new Set(separators.map(({ attributes }) => attributes.get('type')));
  return (
    kinds.has('separator') &&
    kinds.has('continuationSeparator') &&
    !separators.some(({ start, end }) => /\sr:\w+=/.test(source.slice(start, end)))
  );
}

function isSeparator(attributes: ReadonlyMap<string, string>): boolean {
  return (attributes.get('type') ?? 'normal') !== 'normal';
}
