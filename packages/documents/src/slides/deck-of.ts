import {
  type Appendix,
  type Block,
  type DocumentModel,
  type Figure,
  type Inline,
  type InlineText,
  inlineTextsOf,
  type Numbered,
  numberDocument,
  type Section,
  type Table,
  wordsOf,
} from '../model/index.ts';
import type { Deck, Slide, SlideBlock, TextBlock } from './deck.ts';
import { longestHead, longestName } from './deck-faults.ts';
import { fitted } from './fitting.ts';
import { isLead } from './placing.ts';
import { clean, joined, resolved, turnTexts } from './resolved.ts';
import { firstSentences, shortened } from './sentence.ts';
import { slideWords } from './words.ts';

/**
 * Slides from any document: a divider for each top section and appendix, one slide with the text of each section, its paragraphs cut to their first
 * sentence, and one for each figure and table with its caption as title. What is not shown stands in the notes, so that nothing is lost. References
 * have become links to slides, and what does not fit on one slide goes on to the next.
 */
export function deckOf(document: DocumentModel): Deck {
  const { title, subtitle, language, about } = document;
  const teller = createTeller(document);
  for (const section of document.sections) teller.section(section, true);
  for (const appendix of document.appendices) teller.section(appendix, true);
  return fitted(resolved({ title, subtitle, language, about, slides: teller.slides() }));
}

/** In a title; more than this is read as text. */
const longestTitle = 130;

function createTeller(document: DocumentModel) {
  const { language } = document;
  const words = slideWords(language);
  const numbered = numberDocument(document);
  const slides: Slide[] = [];
  const ids = new Set<string>();
  const titles = new Set<string>();
  /** Where what has an id in the document stands among the slides. */
  const slideOf = new Map<string, string>();

  const newId = (wanted: string) => {
    let id = wanted;
    for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`;
    ids.add(id);
    return id;
  };
  const newTitle = (wanted: string, within: string) => {
    const short = shortened(clean(wanted), longestTitle);
    const tries = [short, `${short} – ${shortened(clean(within), 60)}`];
    let title = tries.find((each) => !titles.has(each.toLowerCase()));
    for (let count = 2; title === undefined || titles.has(title.toLowerCase()); count++) title = `${short} (${count})`;
    titles.add(title.toLowerCase());
    return title;
  };
  const add = (slide: Slide, known: readonly (string | undefined)[]) => {
    slides.push(slide);
    for (const each of known) if (each !== undefined && !slideOf.has(each)) slideOf.set(each, slide.id);
  };

  const section = (one: Section | Appendix, isTop: boolean) => {
    const name = titleOf(one, numbered);
    const first = slides.length;
    const texts = one.blocks.filter(saysSomething);
    const [beginning] = texts;
    const lead = beginning?.kind === 'paragraph' && beginning.lead === true ? beginning : undefined;
    const rest = lead === undefined ? texts : texts.slice(1);
    if (isTop) {
      const title = newTitle(name, '');
      add({ id: newId(one.id), title, lead: lead?.text, blocks: [], notes: unlessSaid(name, title) }, [one.id]);
    }
    const said = isTop ? rest : texts;
    const visuals = one.blocks.filter((block) => block.kind === 'figure' || block.kind === 'table');
    const opening =
      visuals.length > 0 ? shortText(cutText(said, [1]).blocks, isTop ? undefined : one.title) : undefined;
    const text = cutText(said, opening === undefined ? [4, 3, 2, 1] : [1]);
    if (said.length > 0 && opening === undefined) {
      const title = isTop
        ? newTitle(`${shortened(one.title, longestTitle - 20)} – ${words.inBrief}`, '')
        : newTitle(name, one.title);
      const notes = joined(isTop ? undefined : unlessSaid(name, title), text.notes);
      add(withLead({ id: newId(one.id), title, blocks: text.blocks, notes }), [one.id]);
    }
    for (const [index, block] of visuals.entries()) {
      const slide = visualSlide(block, one);
      const isOpening = index === 0 && (opening !== undefined || said.length === 0);
      const heading = isOpening && !isTop ? unlessSaid(name, slide.title) : undefined;
      const notes = joined(heading, isOpening ? text.notes : undefined, slide.notes);
      add(isOpening && opening !== undefined ? { ...slide, lead: opening, notes } : { ...slide, notes }, [
        block.id,
        one.id,
      ]);
    }
    for (const each of one.sections ?? []) section(each, false);
    if ('parts' in one) for (const each of one.parts ?? []) section(each, false);
    // A section that shows nothing of its own is where its first part is.
    const own = slides[first];
    if (own !== undefined && !slideOf.has(one.id)) slideOf.set(one.id, own.id);
  };

  const visualSlide = (block: Figure | Table, within: Section | Appendix): Slide => {
    const caption = clean(block.caption);
    const title = newTitle(caption, within.title);
    const label = numbered.labelOf(block);
    const shown = shortened(caption, longestName);
    const tooLong = [
      ...(shown === caption ? [] : [caption]),
      ...(block.source !== undefined && block.source.length > longestName ? [block.source] : []),
      ...(block.kind === 'table'
        ? block.columns.filter((column) => column.title.length > longestHead).map((column) => column.title)
        : []),
    ];
    const named = { ...block, id: undefined, caption: shown === title || title.startsWith(shown) ? title : shown };
    const source = block.source === undefined ? undefined : shortened(block.source, longestName);
    const fit: SlideBlock =
      named.kind === 'table'
        ? {
            ...named,
            source,
            columns: named.columns.map((column) => ({ ...column, title: shortened(column.title, longestHead) })),
          }
        : { ...named, source };
    const notes = joined(
      label === undefined ? undefined : `${label}. ${block.kind === 'figure' ? block.alt : caption}`,
      ...tooLong,
    );
    return { id: newId(block.id ?? `${within.id}-${block.kind}`), title, blocks: [fit], notes };
  };

  return {
    section,
    slides: (): readonly Slide[] => {
      const turn = (text: InlineText): InlineText => text.map((part) => linked(part, numbered, slideOf));
      return slides.map((slide) => ({
        ...slide,
        lead: slide.lead === undefined ? undefined : turn(slide.lead),
        blocks: slide.blocks.map((block) => turnTexts(block, turn)),
      }));
    },
  };

  /** As many sentences of each paragraph as make a short slide, of the numbers given; the whole paragraphs stand in the notes. */
  function cutText(
    texts: readonly TextBlock[],
    counts: readonly number[],
  ): { readonly blocks: readonly TextBlock[]; readonly notes: string | undefined } {
    const cut = (count: number) =>
      texts.map((block) =>
        block.kind === 'paragraph' ? { ...block, text: firstSentences(count, block.text)[0] } : block,
      );
    const tried = [...(counts.length > 1 ? [texts] : []), ...counts.map(cut)];
    const blocks = tried.find((each) => wordCount(each) <= shortSlide) ?? tried.at(-1)!;
    const notes = texts.flatMap((block, index) => {
      const shown = blocks[index]!;
      if (block.kind !== 'paragraph' || wordCount([block]) === wordCount([shown])) return [];
      return wordsOf(withReferences(block.text));
    });
    return { blocks, notes: joined(...notes) };
  }

  /** Footnotes of what is cut away are said where they stand. */
  function withReferences(text: InlineText): InlineText {
    return text.map((part): Inline => {
      if (part.kind === 'footnote') return { kind: 'text', text: ` (${wordsOf(part.text)})` };
      return part.kind === 'reference' ? { kind: 'text', text: numbered.references.get(part.to) ?? '' } : part;
    });
  }
}

function saysSomething(block: Block): block is TextBlock {
  if (block.kind === 'table' || block.kind === 'figure' || block.kind === 'pageBreak') return false;
  return block.kind === 'notice' || [...inlineTextsOf([block])].some((text) => clean(wordsOf(text)) !== '');
}

/** Words that a slide shows without being cut. */
const shortSlide = 45;

function wordCount(blocks: readonly TextBlock[]): number {
  const words = [...inlineTextsOf(blocks)].map((text) => wordsOf(text).split(/\s+/).length);
  return words.reduce((sum, each) => sum + each, 0);
}

/** Text that can stand under the title of a figure needs no slide of its own; its heading goes before it. */
function shortText(blocks: readonly TextBlock[], heading: string | undefined): InlineText | undefined {
  if (blocks.length === 0 || blocks.some(({ kind }) => kind !== 'paragraph')) return undefined;
  const text = blocks.flatMap((block, index): InlineText => {
    const words = block.kind === 'paragraph' ? block.text : [];
    if (index > 0) return [{ kind: 'text', text: ' ' }, ...words];
    return heading === undefined ? words : [{ kind: 'text', text: `${clean(heading)}. `, strong: true }, ...words];
  });
  return isLead(text, 2) ? text : undefined;
}

/** A paragraph that leads stands under the title, where something follows it. */
function withLead(slide: Slide): Slide {
  const [first, ...others] = slide.blocks;
  if (first?.kind !== 'paragraph' || first.lead !== true || others.length === 0 || !isLead(first.text)) return slide;
  return { ...slide, lead: first.text, blocks: others };
}

/** A heading that the slide's title does not hold is said. */
function unlessSaid(heading: string, title: string): string | undefined {
  return title.includes(clean(heading)) ? undefined : clean(heading);
}

function titleOf(section: Section | Appendix, { labels }: Numbered): string {
  const label = labels.get(section.id);
  if (label === undefined) return section.title;
  return /^\d/.test(label) ? `${label} ${section.title}` : `${label}: ${section.title}`;
}

function linked(part: Inline, { references }: Numbered, slideOf: ReadonlyMap<string, string>): Inline {
  if (part.kind !== 'reference') return part;
  const text = references.get(part.to) ?? '';
  const slide = slideOf.get(part.to);
  return slide === undefined ? { kind: 'text', text } : { kind: 'link', text, href: `#${slide}` };
}
