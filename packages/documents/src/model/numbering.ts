import type { Appendix, Block, DocumentModel, InlineText, Section } from './document.ts';
import { documentWords } from './words.ts';

export interface Numbered {
  /** By id of section, appendix, table and figure: "2.1", "Bilaga 4a", "Tabell 2", "Figur 3". */
  readonly labels: ReadonlyMap<string, string>;
  /** The same as a reference in a sentence: "avsnitt 2.1", "bilaga 4a", "tabell 2", "figur 3". */
  readonly references: ReadonlyMap<string, string>;
  /** Label of each table and figure, also of those without id. */
  readonly labelOf: (block: Block) => string | undefined;
  /** Headings in reading order, for a table of contents. */
  readonly outline: readonly OutlineEntry[];
}

export interface OutlineEntry {
  readonly id: string;
  /** 1 for a section or an appendix. */
  readonly level: number;
  /** "2.1" or "Bilaga 4a"; undefined where there is no number. */
  readonly label: string | undefined;
  readonly title: string;
}

/** Counts what is numbered in a document, in reading order. Tables and figures each have one series through the whole of it. */
export function numberDocument(document: DocumentModel): Numbered {
  const words = documentWords(document.language);
  const labels = new Map<string, string>();
  const references = new Map<string, string>();
  const blockLabels = new Map<Block, string>();
  const outline: OutlineEntry[] = [];
  const counts = { table: 0, figure: 0 };

  const label = (id: string | undefined, text: string | undefined, reference: string) => {
    if (id === undefined) return;
    if (text !== undefined) labels.set(id, text);
    references.set(id, reference);
  };
  const takeBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.kind !== 'table' && block.kind !== 'figure') continue;
      counts[block.kind] += 1;
      const text = `${words[block.kind]} ${counts[block.kind]}`;
      blockLabels.set(block, text);
      label(block.id, text, text.toLowerCase());
    }
  };
  const takeSections = (sections: readonly Section[], level: number, above: string, numbered: boolean) => {
    let count = 0;
    for (const section of sections) {
      const hasNumber = numbered && section.unnumbered !== true;
      if (hasNumber) count += 1;
      const number = hasNumber ? `${above}${count}` : undefined;
      label(
        section.id,
        number,
        number === undefined ? `”${section.title}”` : `${words.section.toLowerCase()} ${number}`,
      );
      outline.push({ id: section.id, level, label: number, title: section.title });
      takeBlocks(section.blocks);
      takeSections(section.sections ?? [], level + 1, `${number ?? above}${hasNumber ? '.' : ''}`, hasNumber);
    }
  };
  const takeAppendix = (appendix: Appendix, number: string, level: number) => {
    const text = `${words.appendix} ${number}`;
    label(appendix.id, text, text.toLowerCase());
    outline.push({ id: appendix.id, level, label: text, title: appendix.title });
    takeBlocks(appendix.blocks);
    takeSections(appendix.sections ?? [], level + 1, '', false);
    for (const [index, part] of (appendix.parts ?? []).entries()) takeAppendix(part, number + letter(index), level + 1);
  };

  takeSections(document.sections, 1, '', document.numbered);
  for (const [index, appendix] of document.appendices.entries()) takeAppendix(appendix, String(index + 1), 1);
  return { labels, references, labelOf: (block) => blockLabels.get(block), outline };
}

/** a, b … z, aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** Every text with inline parts in some blocks, in reading order, footnotes included. */
export function* inlineTextsOf(blocks: readonly Block[]): Generator<InlineText> {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'notice')
      yield* withFootnotes(block.text);
    else if (block.kind === 'list') {
      for (const item of block.items) {
        yield* withFootnotes(item.text);
        if (item.list !== undefined) yield* inlineTextsOf([item.list]);
      }
    } else if (block.kind === 'table') {
      for (const row of block.rows) for (const cell of row.cells) yield* withFootnotes(cell);
    }
  }
}

function* withFootnotes(text: InlineText): Generator<InlineText> {
  yield text;
  for (const part of text) if (part.kind === 'footnote') yield* withFootnotes(part.text);
}
