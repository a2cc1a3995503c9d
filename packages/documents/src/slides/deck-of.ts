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
import { firstSentence, shortened } from './sentence.ts';
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
    const [opening] = texts;
    const lead = opening?.kind === 'paragraph' && opening.lead === true ? opening : undefined;
    const rest = lead === undefined ? texts : texts.slice(1);
    if (isTop) {
      add({ id: newId(one.id), title: newTitle(name, ''), lead: lead?.text, blocks: [] }, [one.id]);
    }
    const said = isTop ? rest : texts;
    const visuals = one.blocks.filter((block) => block.kind === 'figure' || block.kind === 'table');
    const short = visuals.length > 0 ? shortText(said) : undefined;
    if (said.length > 0 && short === undefined) {
      const title = isTop
        ? newTitle(`${shortened(one.title, longestTitle - 20)} – ${words.inBrief}`, '')
        : newTitle(name, one.title);
      add(textSlide(newId(one.id), title, said), [one.id]);
    }
    for (const [index, block] of visuals.entries()) {
      const slide = visualSlide(block, one);
      add(index === 0 && short !== undefined ? { ...slide, lead: short } : slide, [block.id, one.id]);
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

  function textSlide(id: string, title: string, texts: readonly TextBlock[]): Slide {
    const notes: string[] = [];
    const isShort = wordCount(texts) <= shortSlide;
    const cut = texts.map((block) => {
      if (block.kind !== 'paragraph' || isShort) return block;
      const [shown, rest] = firstSentence(block.text);
      if (rest.length > 0) notes.push(wordsOf(withReferences(block.text)));
      return { ...block, text: shown };
    });
    const [first, ...others] = cut;
    const hasLead = first?.kind === 'paragraph' && first.lead === true && others.length > 0 && isLead(first.text);
    return hasLead
      ? { id, title, lead: first.text, blocks: others, notes: joined(...notes) }
      : { id, title, blocks: cut, notes: joined(...notes) };
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

/** One paragraph that can stand under the title of a figure needs no slide of its own. */
function shortText(blocks: readonly TextBlock[]): InlineText | undefined {
  const [only, ...others] = blocks;
  if (only?.kind !== 'paragraph' || others.length > 0) return undefined;
  return isLead(only.text, 2) ? only.text : undefined;
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
