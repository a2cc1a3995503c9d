import {
  type Appendix,
  type Block,
  belongsWithNext,
  type Figure,
  type List,
  type Section,
  sourceLine,
  type Table,
} from '../model/index.ts';
import { drawingXml, type PictureStore } from './drawing.ts';
import { field, type InlineContext, inlineXml, run } from './inline.ts';
import type { NumberingBook } from './numbering-book.ts';
import type { PageSection } from './page-section.ts';
import { levelRole, type ParagraphLook, paragraphXml } from './paragraph.ts';
import type { Relations } from './relations.ts';
import { colours, type HeadingRole, type StyleRole } from './style-definitions.ts';
import { tableXml } from './table.ts';
import { asOneLine } from './xml.ts';

export interface BodyContext extends InlineContext {
  readonly numbering: NumberingBook;
  readonly page: PageSection;
  readonly relations: Relations;
  readonly pictures: PictureStore;
  /** The number of every heading that Word is to count itself, by section or appendix. */
  readonly headingNumbering: HeadingNumbering;
  nextBookmark(): number;
}

export interface HeadingNumbering {
  /** For a section's heading with this label; undefined where the heading's style has it already. */
  section(level: number, label: string | undefined): ParagraphLook['numbering'];
}

/** The text after title and contents, piece by piece: sections, then appendices. */
export function* bodyXml(context: BodyContext, startsOnNewPage: boolean): Generator<string> {
  const body = new Body(context, startsOnNewPage);
  const { sections, appendices } = context.document;
  for (const section of sections) yield* body.section(section, 1);
  for (const [index, appendix] of appendices.entries()) yield* body.appendix(appendix, index, 1);
  yield* body.end();
}

/** What a paragraph inherits from what stands around it: a page to begin, air after a table, which has none of its own, or what is to follow on its page. */
class Body {
  readonly #context: BodyContext;
  #newPage: boolean;
  #afterTable = false;
  #keepsNext = false;

  constructor(context: BodyContext, startsOnNewPage: boolean) {
    this.#context = context;
    this.#newPage = startsOnNewPage;
  }

  *section(section: Section | Appendix, level: number): Generator<string> {
    const label = this.#context.numbered.labels.get(section.id);
    const numbering = this.#context.headingNumbering.section(level, label);
    yield this.#heading(section, level, { numbering, typed: level > 9 ? label : undefined });
    yield* this.#blocks(section.blocks);
    for (const each of section.sections ?? []) yield* this.section(each, level + 1);
  }

  *appendix(appendix: Appendix, index: number, level: 1 | 2): Generator<string> {
    // A part directly under its appendix's heading follows it on the same page.
    const follows = level === 2 && index === 0 && this.#isAfterHeading;
    this.#newPage ||= !follows;
    const { numbering: book, numbered } = this.#context;
    // Word goes on from z with aa, bb, cc.
    const counted = level === 1 || index < 27;
    const typed = counted ? undefined : numbered.labels.get(appendix.id);
    const numbering = counted ? { numId: book.own('appendices'), level: level - 1 } : ('none' as const);
    yield this.#heading(appendix, level, { numbering, typed });
    yield* this.#blocks(appendix.blocks);
    for (const each of appendix.sections ?? []) yield* this.section(each, level + 1);
    for (const [at, part] of (appendix.parts ?? []).entries()) yield* this.appendix(part, at, 2);
  }

  /** A table at the very end needs a paragraph after it. */
  *end(): Generator<string> {
    if (this.#afterTable) yield this.#paragraph('source', '');
  }

  #isAfterHeading = false;

  #heading(
    { id, title }: Section | Appendix,
    level: number,
    { numbering, typed }: { readonly numbering: ParagraphLook['numbering']; readonly typed: string | undefined },
  ): string {
    const role: HeadingRole = `heading${Math.min(9, level) as 1}`;
    this.#afterTable = false;
    const words = run(`${typed === undefined ? '' : `${typed} `}${asOneLine(title)}`);
    const xml = this.#paragraph(role, this.#marked(id, words, contentsBookmark(this.#context, id)), { numbering });
    this.#isAfterHeading = true;
    return xml;
  }

  *#blocks(blocks: readonly Block[]): Generator<string> {
    for (const [index, block] of blocks.entries()) {
      this.#keepsNext = belongsWithNext(block, blocks[index + 1]);
      yield* this.#block(block);
    }
    this.#keepsNext = false;
  }

  *#block(block: Block): Generator<string> {
    switch (block.kind) {
      case 'paragraph':
        yield this.#paragraph(block.lead ? 'lead' : 'body', this.#inline(block.text));
        break;
      case 'list':
        yield* this.#list(block, 1);
        break;
      case 'table':
        yield* this.#table(block);
        break;
      case 'figure':
        yield* this.#figure(block);
        break;
      case 'quote': {
        const by = block.by === undefined ? '' : `<w:r><w:br/></w:r>${run(`– ${asOneLine(block.by)}`, byLine)}`;
        yield this.#paragraph('quote', `${this.#inline(block.text)}${by}`);
        break;
      }
      case 'notice':
        yield this.#paragraph('noticeTitle', run(asOneLine(block.title)), { keepNext: true });
        yield this.#paragraph('notice', this.#inline(block.text));
        break;
      case 'pageBreak':
        // A paragraph that holds a page break leaves an empty line on the new page.
        this.#newPage = true;
        break;
    }
  }

  *#list(list: List, level: number): Generator<string> {
    const role = levelRole(list.ordered ? 'number' : 'bullet', level);
    const numbering = this.#listNumbering(list.ordered, role, level);
    for (const { text, list: below } of list.items) {
      yield this.#paragraph(role, this.#inline(text), { numbering });
      if (below !== undefined) yield* this.#list(below, level + 1);
    }
  }

  /** The template's own bullets and numbers where its list styles have them. */
  #listNumbering(ordered: boolean, role: StyleRole, level: number): ParagraphLook['numbering'] {
    const { styles, numbering } = this.#context;
    const theirs = level <= 3 ? styles.numberingOf(role) : undefined;
    if (!ordered) return theirs ?? { numId: numbering.own('bullets'), level: Math.min(9, level) - 1 };
    const from = theirs ?? { numId: numbering.own('numbers'), level: Math.min(9, level) - 1 };
    return { numId: numbering.restarted(from.numId, from.level), level: from.level };
  }

  *#table(table: Table): Generator<string> {
    yield this.#paragraph('caption', this.#caption(table), { keepNext: true });
    yield tableXml(table, this.#context, this.#context.page.textWidth);
    this.#afterTable = true;
    yield* this.#source(table.source);
  }

  *#figure(figure: Figure): Generator<string> {
    const { page, relations, pictures, numbered } = this.#context;
    const room = { width: page.textWidth, height: page.textHeight * 0.8 };
    const text = { name: numbered.labelOf(figure) ?? '', alt: figure.alt };
    const drawing = drawingXml(figure.picture, text, room, relations, pictures);
    yield this.#paragraph('figure', `<w:r>${drawing}</w:r>`, { keepNext: true });
    const hasSource = figure.source !== undefined && figure.source !== '';
    yield this.#paragraph('caption', this.#caption(figure), hasSource ? { keepNext: true } : { after: 300 });
    yield* this.#source(figure.source);
  }

  *#source(source: string | undefined): Generator<string> {
    if (source === undefined || source === '') return;
    this.#afterTable = false;
    yield this.#paragraph('source', run(sourceLine(asOneLine(source), this.#context.document.language)));
  }

  /** "Tabell 2" with a number that Word counts, by its own word for the series, so that it can list them. */
  #caption(block: Table | Figure): string {
    const label = this.#context.numbered.labelOf(block) ?? '';
    const at = label.lastIndexOf(' ');
    const [word, number] = [label.slice(0, at), label.slice(at + 1)];
    const counted = field(` SEQ ${word} \\* ARABIC `, number, strong);
    return `${run(`${word}\u00a0`, strong)}${this.#marked(block.id, counted)}${run(`  ${asOneLine(block.caption)}`)}`;
  }

  #inline(text: Parameters<typeof inlineXml>[0]): string {
    return inlineXml(text, this.#context, { relations: this.#context.relations });
  }

  #paragraph(role: StyleRole, content: string, look: Omit<ParagraphLook, 'style'> = {}): string {
    const style = this.#context.styles.id(role);
    const before = this.#afterTable && !this.#newPage && !isSpaced(role) ? 200 : undefined;
    const xml = paragraphXml(
      {
        ...look,
        style,
        before,
        keepNext: look.keepNext || this.#keepsNext,
        pageBreakBefore: this.#newPage || undefined,
      },
      content,
    );
    this.#newPage = false;
    this.#afterTable = false;
    this.#isAfterHeading = false;
    return xml;
  }

  /** The content under the names by which it is pointed at. */
  #marked(id: string | undefined, content: string, also?: string): string {
    const context = this.#context;
    const { bookmarks } = context;
    const own = id !== undefined && bookmarks.isUsed(id) ? bookmarks.of(id) : undefined;
    return [own, also].reduce<string>((inside, name) => {
      if (name === undefined) return inside;
      const number = context.nextBookmark();
      return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${number}"/>`;
    }, content);
  }
}

const strong = { strong: true } as const;
const byLine = { upright: true, colour: colours.muted, size: 20 } as const;

function isSpaced(role: StyleRole): boolean {
  return role.startsWith('heading') || role === 'caption' || role === 'figure';
}

/** The name by which the table of contents finds a heading; Word's own begin alike. */
export function contentsBookmark(
  { document, numbered }: Pick<BodyContext, 'document' | 'numbered'>,
  id: string,
): string | undefined {
  if (!document.contents) return undefined;
  const index = numbered.outline.findIndex((entry) => entry.id === id);
  return `_Toc${String(index + 1).padStart(9, '0')}`;
}
