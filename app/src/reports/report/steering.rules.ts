import type { Appendix, Block, DocumentModel, Section } from '@samband/documents';

/** Rows of a table that a steering group can take in from a slide; the report has them all. */
const mostRows = 8;

/** What a steering group is shown: pictures, what is decided, done and has come of it. The rest is read in the report. */
const shownKinds = [
  'summary',
  'situation',
  'focus',
  'figures',
  'causes',
  'priority',
  'decisions',
  'actions',
  'effects',
  'remaining',
];
const shownOfSituation = ['summary', 'indices', 'standsOut', 'fourFields', 'costTrees'];
const shown: ReadonlySet<string> = new Set([...shownKinds, ...shownOfSituation]);

/** The report cut down to an hour's meeting: each part by its first words, its first picture and its first table. Sections of the author's own stand as they are. */
export function steeringDocument(document: DocumentModel): DocumentModel {
  const short = (section: Section): Section | undefined => {
    const inner = (section.sections ?? []).flatMap((each) => short(each) ?? []);
    if (section.id.startsWith('own-')) return { ...section, sections: inner };
    const kind = section.id.split('-')[1]!;
    if (kind === 'area')
      return inner.length === 0 ? undefined : { ...section, blocks: firstOf(section.blocks), sections: inner };
    // What is lacking is all of it for the steering group to see: one gap is not told instead of another.
    if (kind === 'remaining') return { ...section, sections: inner };
    return shown.has(kind) ? { ...section, blocks: firstOf(section.blocks), sections: inner } : undefined;
  };
  const sections = document.sections.flatMap((section) => short(section) ?? []);
  const kept = idsOf(sections);
  return {
    ...document,
    contents: false,
    numbered: false,
    sections: sections.map((section) => withoutReferences(section, kept)),
    appendices: [],
  };
}

function firstOf(blocks: readonly Block[]): readonly Block[] {
  const text = blocks.find(({ kind }) => kind === 'paragraph');
  const pictures = blocks.filter(({ kind }) => kind === 'figure').slice(0, 2);
  const table = blocks.find((block) => block.kind === 'table');
  const list = pictures.length === 0 && table === undefined ? blocks.find(({ kind }) => kind === 'list') : undefined;
  return [
    ...(text === undefined ? [] : [text]),
    ...(list === undefined ? [] : [list]),
    ...pictures,
    ...(table === undefined ? [] : [{ ...table, rows: table.rows.slice(0, mostRows) }]),
  ];
}

function idsOf(sections: readonly (Section | Appendix)[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap((section) => [
      section.id,
      ...section.blocks.flatMap((block) => ('id' in block && block.id !== undefined ? [block.id] : [])),
      ...idsOf(section.sections ?? []),
    ]),
  );
}

/** An appendix that is not shown is not pointed at: the sentence that does is left to the report. */
function withoutReferences(section: Section, kept: ReadonlySet<string>): Section {
  const whole = (block: Block) =>
    block.kind !== 'paragraph' || block.text.every((part) => part.kind !== 'reference' || kept.has(part.to));
  return {
    ...section,
    blocks: section.blocks.filter(whole),
    ...(section.sections && { sections: section.sections.map((each) => withoutReferences(each, kept)) }),
  };
}
