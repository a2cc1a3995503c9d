import type { Appendix, Block, DocumentModel, Section, Table } from './document.ts';
import { wordsOf } from './document.ts';
import { inlineTextsOf, numberDocument } from './numbering.ts';

export interface DocumentFault {
  /** Where: the titles down to it, e.g. "Nuläge › Tabell 2". */
  readonly where: string;
  readonly what: DocumentFaultKind;
  /** The word, id or number in question. */
  readonly detail: string;
}

export type DocumentFaultKind =
  | 'emptyTitle'
  | 'noDate'
  | 'noAlt'
  | 'noCaption'
  | 'sameId'
  | 'unknownReference'
  | 'wrongCellCount'
  | 'noColumns'
  | 'placeholder'
  | 'notFinite';

/** A document that may not be written, with everything that is wrong with it. */
export class DocumentFaultError extends Error {
  readonly faults: readonly DocumentFault[];

  constructor(faults: readonly DocumentFault[]) {
    super(faults.map(({ where, what, detail }) => `${where}: ${what} ${detail}`).join('\n'));
    this.name = 'DocumentFaultError';
    this.faults = faults;
  }
}

/** What templates leave behind when nobody has filled them in. */
const placeholder =
  /\{\{[^}]*\}\}|\$\{[^}]*\}|\[(?:infoga|fyll i|insert|text|datum|namn|xx+)[^\]]*\]|lorem ipsum|\bTODO\b|\bTBD\b|\bX{3,}\b|\bundefined\b|\bNaN\b|\[object /i;

/** Everything that makes a document unfit to be published: nothing is found in one that is whole. */
export function documentFaults(document: DocumentModel): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  const found = (where: string, what: DocumentFaultKind, detail: string) => faults.push({ where, what, detail });
  const numbered = numberDocument(document);
  const ids = new Set<string>();

  const takeId = (id: string | undefined, where: string) => {
    if (id === undefined) return;
    if (ids.has(id)) found(where, 'sameId', id);
    ids.add(id);
  };
  const takeWords = (words: string, where: string) => {
    const left = placeholder.exec(words);
    if (left !== null) found(where, 'placeholder', left[0]);
  };
  const takeNamed = (block: Extract<Block, { caption: string }>, where: string) => {
    takeId(block.id, where);
    if (block.caption.trim() === '') found(where, 'noCaption', '');
    takeWords(`${block.caption} ${block.source ?? ''}`, where);
  };
  const takeTable = (table: Table, where: string) => {
    takeNamed(table, where);
    if (table.columns.length === 0) found(where, 'noColumns', '');
    for (const [index, { cells, role }] of table.rows.entries()) {
      const right = role === 'group' ? cells.length === 1 : cells.length === table.columns.length;
      if (!right) found(where, 'wrongCellCount', `${index + 1}: ${cells.length}/${table.columns.length}`);
    }
    for (const { title } of table.columns) takeWords(title, where);
  };
  const takeBlock = (block: Block, above: string) => {
    const where = `${above} › ${numbered.labelOf(block) ?? block.kind}`;
    if (block.kind === 'table') takeTable(block, where);
    if (block.kind === 'notice') takeWords(block.title, where);
    if (block.kind === 'figure') {
      takeNamed(block, where);
      if (block.alt.trim() === '') found(where, 'noAlt', '');
      takeWords(block.alt, where);
      const wrong = block.chart?.series
        .flatMap(({ values }) => values)
        .find((each) => each !== undefined && !Number.isFinite(each));
      if (wrong !== undefined) found(where, 'notFinite', String(wrong));
    }
    for (const text of inlineTextsOf([block])) {
      takeWords(wordsOf(text), where);
      for (const part of text) {
        if (part.kind === 'reference' && !numbered.references.has(part.to)) found(where, 'unknownReference', part.to);
      }
    }
  };
  const takeSection = (section: Section | Appendix, above: string) => {
    const where = above === '' ? section.title : `${above} › ${section.title}`;
    takeId(section.id, where);
    if (section.title.trim() === '') found(where, 'emptyTitle', section.id);
    takeWords(section.title, where);
    for (const block of section.blocks) takeBlock(block, where);
    for (const each of section.sections ?? []) takeSection(each, where);
    if ('parts' in section) for (const each of section.parts ?? []) takeSection(each, where);
  };

  if (document.title.trim() === '') found(document.title, 'emptyTitle', '');
  takeWords(`${document.title} ${document.subtitle ?? ''}`, document.title);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(document.about.date)) found(document.title, 'noDate', document.about.date);
  for (const section of [...document.sections, ...document.appendices]) takeSection(section, '');
  return faults;
}

/** Every writer asks this first: a document with a leftover placeholder or a picture without words is never written. */
export function assertWhole(document: DocumentModel): void {
  const faults = documentFaults(document);
  if (faults.length > 0) throw new DocumentFaultError(faults);
}
