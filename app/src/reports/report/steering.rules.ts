import type { Appendix, Block, DocumentModel, Section, Showing } from '@samband/documents';

/** Rows of a table that a steering group can take in from a slide; the report has them all. */
const mostRows = 8;

/** What a steering group is shown, where the part itself does not say what: pictures, and what has come of it. The rest is read in the report. */
const shownKinds: ReadonlySet<string> = new Set([
  'summary',
  'situation',
  'effects',
  'indices',
  'standsOut',
  'fourFields',
  'costTrees',
]);

/**
 * The report cut down to an hour's meeting: what each part says is to be shown of it, and of others the first words, pictures and table. What was
 * decided and what is done share a slide where both are few. Sections of the author's own stand as they are.
 */
export function steeringDocument(document: DocumentModel): DocumentModel {
  const composed = hasShown(document.sections);
  const short = (section: Section): Section | undefined => {
    const inner = joined((section.sections ?? []).flatMap((each) => short(each) ?? []));
    if (section.id.startsWith('own-') || section.shown !== undefined) return { ...section, sections: inner };
    const kind = kindOf(section);
    // What is lacking is all of it for the steering group to see, where the report is from before parts said what is shown.
    if (kind === 'remaining' && !composed) return { ...section, sections: inner };
    if (inner.length > 0) return { ...section, blocks: [], sections: inner };
    const blocks = firstOf(section.blocks);
    const isPicture = blocks.some((block) => block.kind === 'figure' || block.kind === 'table');
    return shownKinds.has(kind) && isPicture ? { ...section, blocks } : undefined;
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

function hasShown(sections: readonly Section[]): boolean {
  return sections.some((each) => each.shown !== undefined || hasShown(each.sections ?? []));
}

function kindOf({ id }: Section): string {
  return id.split('-')[1] ?? '';
}

/** Rows of two tables that stand on one slide. */
const mostSharedRows = 7;

/** Actions stand with the decisions that they come of. */
function joined(sections: readonly Section[]): readonly Section[] {
  const [decisions, actions] = ['decisions', 'actions'].map((kind) => sections.find((each) => kindOf(each) === kind));
  const [decided, done] = [decisions?.shown?.at(-1), actions?.shown?.[0]];
  if (decisions === undefined || actions === undefined || decided === undefined || done === undefined) return sections;
  const both = together(decided, done);
  if (both === undefined) return sections;
  const section: Section = {
    ...decisions,
    title: `${decisions.title} · ${actions.title}`,
    shown: [...(decisions.shown ?? []).slice(0, -1), both, ...(actions.shown ?? []).slice(1)],
  };
  return sections.flatMap((each) => (each === decisions ? [section] : each === actions ? [] : [each]));
}

function together(first: Showing, second: Showing): Showing | undefined {
  const blocks = [...first.blocks, ...second.blocks];
  const rows = blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0));
  const tables = rows.filter((each) => each > 0).length;
  if (first.beside !== undefined || second.beside !== undefined) return undefined;
  if (rows.reduce((sum, each) => sum + each, 0) > mostSharedRows) return undefined;
  const title = `${first.title}; ${second.title.charAt(0).toLowerCase()}${second.title.slice(1)}`;
  const notes = [first.notes, second.notes].filter((each) => each !== undefined && each !== '').join('\n');
  const { id } = first;
  return tables > 0 ? { id, title, blocks, notes } : { id, title, blocks: first.blocks, beside: second.blocks, notes };
}

function firstOf(blocks: readonly Block[]): readonly Block[] {
  const text = blocks.find(({ kind }) => kind === 'paragraph');
  const pictures = blocks.filter(({ kind }) => kind === 'figure').slice(0, 2);
  const table = blocks.find((block) => block.kind === 'table');
  return [
    ...(text === undefined ? [] : [text]),
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
