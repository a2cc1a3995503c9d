import type {
  Appendix,
  Block,
  DocumentAbout,
  DocumentModel,
  Inline,
  InlineText,
  List,
  Section,
  Showing,
} from '@samband/documents';
import { richTextBlocks } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type PartContent, sectionId, sourcesTable, sourceTexts } from '../part/index.ts';
import { inOrder, type KeptPart, keyOfPart } from './arrange.rules.ts';

export interface ReportToWrite {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly about: DocumentAbout;
  readonly parts: readonly KeptPart[];
  /** By hash. */
  readonly materials: ReadonlyMap<string, PartContent>;
}

/** The report as a document: the parts that are chosen, in the author's order, with what was written before and after each. */
export function assembledReport(report: ReportToWrite): DocumentModel {
  const { parts, materials, language } = report;
  const shown = inOrder(parts.filter(({ chosen, present }) => chosen && present));
  const under = Map.groupBy(shown, ({ parent }) => parent);
  const tops = under.get(null) ?? [];
  const section = (part: KeptPart): Section | undefined => {
    const blocks = blocksOf(part, materials);
    const sections = (under.get(part.id) ?? []).flatMap((child) => section(child) ?? []);
    if (blocks.length === 0 && sections.length === 0) return undefined;
    const shown = shownOf(part, materials);
    return {
      id: idOf(part),
      title: titleOf(part, materials),
      blocks,
      ...(sections.length > 0 && { sections }),
      ...(shown.length > 0 && { shown }),
    };
  };
  const appendix = (part: KeptPart): Appendix | undefined => {
    const blocks = blocksOf(part, materials);
    const inner = (under.get(part.id) ?? []).flatMap((child) => section(child) ?? []);
    if (blocks.length === 0 && inner.length === 0) return undefined;
    return { id: idOf(part), title: titleOf(part, materials), blocks, ...(inner.length > 0 && { parts: inner }) };
  };
  const used = shown.flatMap(({ material, parent }) => {
    const chapter = parent === null || shown.some(({ id }) => id === parent);
    return (chapter && material !== null && materials.get(material)?.sources) || [];
  });
  const sources = sourcesTable(used, report.about.date, language);
  const document: DocumentModel = {
    title: report.title,
    subtitle: report.subtitle,
    language,
    about: report.about,
    contents: true,
    numbered: true,
    sections: tops.filter((part) => !part.appendix).flatMap((part) => section(part) ?? []),
    appendices: [
      ...tops.filter((part) => part.appendix).flatMap((part) => appendix(part) ?? []),
      ...(sources === undefined
        ? []
        : [{ id: 'all-sources', title: sourceTexts(language).list.title, blocks: [sources] }]),
    ],
  };
  return withKnownReferences(document);
}

export function titleOf(part: KeptPart, materials: ReportToWrite['materials']): string {
  if (part.heading !== '') return part.heading;
  return (part.material === null ? undefined : materials.get(part.material)?.title) ?? '';
}

function idOf(part: KeptPart): string {
  return part.kind === 'own' ? `own-${part.id}` : sectionId(keyOfPart(part));
}

function blocksOf(part: KeptPart, materials: ReportToWrite['materials']): readonly Block[] {
  const content = part.material === null ? undefined : materials.get(part.material);
  return [...richTextBlocks(part.textBefore), ...(content?.blocks ?? []), ...richTextBlocks(part.textAfter)];
}

/** What is shown of a part, with what its author wrote: in the place of the words of the first slide where something stands beside them, else before it. */
function shownOf(part: KeptPart, materials: ReportToWrite['materials']): readonly Showing[] {
  const [first, ...rest] = (part.material === null ? undefined : materials.get(part.material)?.shown) ?? [];
  if (first === undefined) return [];
  const own = [...richTextBlocks(part.textBefore), ...richTextBlocks(part.textAfter)].filter(
    (block) => block.kind !== 'pageBreak',
  );
  if (own.length === 0) return [first, ...rest];
  if (first.beside !== undefined && first.blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list'))
    return [{ ...first, blocks: own }, ...rest];
  return [{ id: `own-${first.id}`, title: titleOf(part, materials), blocks: own }, first, ...rest];
}

/** A part that is left out is not referred to: what pointed at it says where the whole is kept. */
function withKnownReferences(document: DocumentModel): DocumentModel {
  const known = new Set<string>();
  const collect = (section: Section | Appendix) => {
    known.add(section.id);
    for (const block of section.blocks) if ('id' in block && block.id !== undefined) known.add(block.id);
    for (const each of [...(section.sections ?? []), ...('parts' in section ? (section.parts ?? []) : [])])
      collect(each);
  };
  for (const section of [...document.sections, ...document.appendices]) collect(section);
  const inline = (text: InlineText): InlineText =>
    text.map((part): Inline => {
      if (part.kind === 'footnote') return { ...part, text: inline(part.text) };
      return part.kind === 'reference' && !known.has(part.to) ? { kind: 'text', text: 'Samband' } : part;
    });
  const list = (of: List): List => ({
    ...of,
    items: of.items.map((item) => ({ ...item, text: inline(item.text), ...(item.list && { list: list(item.list) }) })),
  });
  const block = (of: Block): Block => {
    if (of.kind === 'list') return list(of);
    return of.kind === 'paragraph' || of.kind === 'quote' || of.kind === 'notice'
      ? { ...of, text: inline(of.text) }
      : of;
  };
  const section = <S extends Section | Appendix>(of: S): S => ({
    ...of,
    blocks: of.blocks.map(block),
    ...(of.sections && { sections: of.sections.map(section) }),
    ...('parts' in of && of.parts && { parts: of.parts.map(section) }),
  });
  return {
    ...document,
    sections: document.sections.map(section),
    appendices: document.appendices.map(section),
  };
}
