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
  shortened,
  type Table,
  wordsOf,
} from '../model/index.ts';
import { blocksOf, type Deck, isText, type Slide, type SlideBlock, type TextBlock } from './deck.ts';
import { longestHead, longestName } from './deck-faults.ts';
import { fitted } from './fitting.ts';
import { placed } from './placing.ts';
import { clean, joined, resolved, turnTexts } from './resolved.ts';
import { firstSentences } from './sentence.ts';

export interface DeckOptions {
  /** Where a section says what is to be shown of it, nothing else of it is. */
  readonly brief?: boolean;
}

/**
 * Slides from any document. A section that says what is shown of it is shown so, and then its other tables and figures; of others the first sentence is
 * the title and their text is cut, beside their first figure or table. The section's name stands over the title. What is not shown stands in the notes,
 * so that nothing is lost. References have become links to slides, and what does not fit on one slide goes on to the next.
 */
export function deckOf(document: DocumentModel, options: DeckOptions = {}): Deck {
  const { title, subtitle, language, about } = document;
  const teller = createTeller(document, options);
  for (const section of [...document.sections, ...document.appendices]) teller.chapter(section);
  return fitted(resolved({ title, subtitle, language, about, slides: teller.slides() }));
}

/** In a title; more than this is read as text. */
const longestTitle = 130;
/** A chapter with more slides than this begins with one that only names it, where the whole report is shown. */
const mostUndivided = 8;

type Part = Section | Appendix;
/** A slide with what points at it in the document. */
interface Told {
  readonly slide: Slide;
  readonly ids: readonly (string | undefined)[];
}

function createTeller(document: DocumentModel, { brief = false }: DeckOptions) {
  const numbered = numberDocument(document);
  const slides: Slide[] = [];
  const ids = new Set<string>();
  const titles = new Set<string>();
  /** Where what has an id in the document stands among the slides. */
  const slideOf = new Map<string, string>();
  /** Names of sections that no slide has said yet. */
  let unsaid: string[] = [];

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

  const chapter = (top: Part) => {
    const told = section(top, undefined);
    const name = nameOf(top);
    if (told.length > mostUndivided && !brief) {
      const title = newTitle(name, '');
      told.unshift({ slide: { id: newId(`${top.id}-name`), title, blocks: [] }, ids: [] });
    }
    for (const [index, { slide, ids: known }] of told.entries()) {
      const heard = `${slide.kicker ?? ''} ${slide.title}`;
      const notes = joined(...unsaid.filter((each) => !heard.includes(each)), slide.notes);
      unsaid = [];
      slides.push({ ...slide, notes, ...(index === 0 && { stretch: name }) });
      for (const each of [...known, ...(index === 0 ? [top.id] : [])])
        if (each !== undefined && !slideOf.has(each)) slideOf.set(each, slide.id);
    }
    if (told.length === 0) unsaid.push(name);
  };

  const section = (one: Part, top: Part | undefined): Told[] => {
    const name = nameOf(one);
    const kicker = top === undefined || /^\d/.test(name) ? name : `${clean(top.title)} · ${name}`;
    const told =
      one.shown === undefined || one.shown.length === 0 ? fromBlocks(one, kicker) : fromShown(one, kicker, brief);
    const inner = [...(one.sections ?? []), ...('parts' in one ? (one.parts ?? []) : [])];
    const all = [...told, ...inner.flatMap((each) => section(each, top ?? one))];
    const [first, ...rest] = all;
    // A section that shows nothing of its own is where its first part is.
    if (told.length > 0 || first === undefined) return all;
    const notes = joined(first.slide.kicker?.includes(clean(one.title)) === true ? undefined : name, first.slide.notes);
    return [{ slide: { ...first.slide, notes }, ids: [...first.ids, one.id] }, ...rest];
  };

  const fromShown = (one: Part, kicker: string, alone: boolean): Told[] => {
    const texts = one.blocks.filter(saysSomething);
    const showings = (one.shown ?? []).map((showing, index): Told => {
      const { id, blocks, beside, notes } = showing;
      const title = newTitle(showing.title, one.title);
      const whole = index === 0 && !alone ? texts.map(toldWords) : [];
      // Where one table is all there is, the title says what it shows.
      const [only] = blocks;
      const shown =
        only?.kind === 'table' && blocks.length === 1 && beside === undefined ? [{ ...only, caption: title }] : blocks;
      const slide = {
        id: newId(id),
        title,
        kicker,
        blocks: shown.map(withoutId),
        beside: beside?.map(withoutId),
        notes: joined(notes, ...whole),
      };
      return {
        slide,
        ids: [one.id, ...blocksOf({ blocks, beside }).flatMap((block) => ('id' in block ? [block.id] : []))],
      };
    });
    const known = new Set([
      ...showings.flatMap((each) => each.ids),
      ...(one.shown ?? []).flatMap(({ instead = [] }) => instead),
    ]);
    const others = alone ? [] : one.blocks.filter(isOnPaper).filter(({ id }) => id === undefined || !known.has(id));
    return [...showings, ...withTables(others.map((block) => fromVisual(block, one, kicker)))];
  };

  const fromBlocks = (one: Part, kicker: string): Told[] => {
    const said = one.blocks.filter(saysSomething);
    const [first, ...others] = one.blocks.filter(isOnPaper);
    if (first === undefined) return said.length === 0 ? [] : [fromText(said, one, kicker)];
    const { sentence, rest } = opening(said);
    const short = cutText(rest, [2, 1]);
    const fits = short.blocks.length === 0 || wordCount(short.blocks) <= 60;
    const told = fromVisual(first, one, kicker, sentence);
    const visuals = withTables(others.map((block) => fromVisual(block, one, kicker)));
    if (!fits) return [fromText(rest, one, kicker), told, ...visuals];
    const slide = {
      ...told.slide,
      blocks: [...short.blocks, ...told.slide.blocks],
      notes: joined(short.notes, told.slide.notes),
    };
    return [{ slide, ids: [one.id, ...told.ids] }, ...visuals];
  };

  const fromText = (said: readonly TextBlock[], one: Part, kicker: string): Told => {
    const { sentence, rest } = opening(said);
    const alone = sentence !== undefined && rest.length > 0;
    const { blocks, notes } = cutText(alone ? rest : said, [4, 3, 2, 1]);
    const title = newTitle(alone ? sentence : one.title, one.title);
    const above = title === kicker ? undefined : kicker;
    return { slide: { id: newId(one.id), title, kicker: above, blocks, notes }, ids: [one.id] };
  };

  const fromVisual = (block: Figure | Table, within: Part, kicker: string, sentence?: string): Told => {
    const caption = clean(block.caption);
    const title = newTitle(sentence ?? caption, within.title);
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
    const slide = { id: newId(block.id ?? `${within.id}-${block.kind}`), title, kicker, blocks: [fit], notes };
    return { slide, ids: [block.id] };
  };

  /** A small table stands under the one before it. */
  const withTables = (told: readonly Told[]): readonly Told[] => {
    const shared: Told[] = [];
    for (const each of told) {
      const last = shared.at(-1);
      const both = last && together(last, each);
      if (both === undefined) shared.push(each);
      else shared[shared.length - 1] = both;
    }
    return shared;
  };
  const together = (first: Told, second: Told): Told | undefined => {
    const blocks = [...first.slide.blocks, ...second.slide.blocks];
    const rows = blocks.map((block) => (block.kind === 'table' ? block.rows.length : mostSharedRows));
    if (rows.reduce((sum, each) => sum + each, 0) > mostSharedRows) return undefined;
    const slide = { ...first.slide, blocks, notes: joined(first.slide.notes, second.slide.notes) };
    if (placed(slide, document.language) === undefined) return undefined;
    return { slide, ids: [...first.ids, ...second.ids] };
  };

  function nameOf({ id, title }: Part): string {
    const label = numbered.labels.get(id);
    if (label === undefined) return clean(title);
    return clean(/^\d/.test(label) ? `${label} ${title}` : `${label}: ${title}`);
  }

  return {
    chapter,
    slides: (): readonly Slide[] => {
      const turn = (text: InlineText): InlineText => text.map((part) => linked(part, numbered, slideOf));
      return slides.map((slide) =>
        withShortNames({
          ...slide,
          blocks: slide.blocks.map((block) => turnTexts(block, turn)),
          beside: slide.beside?.map((block) => turnTexts(block, turn)),
        }),
      );
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
    const tried = [texts, ...counts.map(cut)];
    const blocks = tried.find((each) => wordCount(each) <= shortSlide) ?? tried.at(-1)!;
    const notes = texts.flatMap((block, index) => {
      const shown = blocks[index]!;
      if (block.kind !== 'paragraph' || wordCount([block]) === wordCount([shown])) return [];
      return wordsOf(withReferences(block.text));
    });
    return { blocks, notes: joined(...notes) };
  }

  /** The words of a text that is said and not shown. */
  function toldWords(block: TextBlock): string {
    return [...inlineTextsOf([block])].map((text) => wordsOf(withReferences(text))).join('\n');
  }

  /** Footnotes of what is cut away are said where they stand. */
  function withReferences(text: InlineText): InlineText {
    return text.map((part): Inline => {
      if (part.kind === 'footnote') return { kind: 'text', text: ` (${wordsOf(part.text)})` };
      return part.kind === 'reference' ? { kind: 'text', text: numbered.references.get(part.to) ?? '' } : part;
    });
  }
}

/** Rows of two tables that share a slide. */
const mostSharedRows = 7;

/** The first sentence of a text, where it can stand as a title, and what comes after it. */
function opening(texts: readonly TextBlock[]): {
  readonly sentence: string | undefined;
  readonly rest: readonly TextBlock[];
} {
  const [first, ...others] = texts;
  const none = { sentence: undefined, rest: texts };
  if (first?.kind !== 'paragraph') return none;
  const [sentence, rest] = firstSentences(1, first.text);
  if (sentence.some(({ kind }) => kind !== 'text')) return none;
  const words = clean(wordsOf(sentence));
  if (words.length < 12 || words.length > longestTitle || !/[^.][.!?]$/.test(words)) return none;
  const left =
    clean(wordsOf(rest)) === '' && rest.every(({ kind }) => kind === 'text') ? [] : [{ ...first, text: rest }];
  return { sentence: words.replace(/\.$/, ''), rest: [...left, ...others] };
}

/** The title of a notice and whose a quote is are no longer than a slide may have them; the whole stands in the notes. */
function withShortNames(slide: Slide): Slide {
  const long: string[] = [];
  const short = (name: string): string => {
    if (name.length > longestName) long.push(name);
    return shortened(name, longestName);
  };
  const named = (block: SlideBlock): SlideBlock => {
    if (block.kind === 'notice') return { ...block, title: short(block.title) };
    return block.kind === 'quote' && block.by !== undefined ? { ...block, by: short(block.by) } : block;
  };
  const blocks = slide.blocks.map(named);
  const beside = slide.beside?.map(named);
  return long.length === 0 ? slide : { ...slide, blocks, beside, notes: joined(slide.notes, ...long) };
}

function isOnPaper(block: Block): block is Figure | Table {
  return block.kind === 'figure' || block.kind === 'table';
}

function withoutId(block: SlideBlock): SlideBlock {
  return 'id' in block ? { ...block, id: undefined } : block;
}

function saysSomething(block: Block): block is TextBlock {
  if (block.kind === 'pageBreak' || !isText(block)) return false;
  return block.kind === 'notice' || [...inlineTextsOf([block])].some((text) => clean(wordsOf(text)) !== '');
}

/** Words that a slide shows without being cut. */
const shortSlide = 45;

function wordCount(blocks: readonly TextBlock[]): number {
  const words = [...inlineTextsOf(blocks)].map((text) => wordsOf(text).split(/\s+/).length);
  return words.reduce((sum, each) => sum + each, 0);
}

function linked(part: Inline, { references }: Numbered, slideOf: ReadonlyMap<string, string>): Inline {
  if (part.kind !== 'reference') return part;
  const text = references.get(part.to) ?? '';
  const slide = slideOf.get(part.to);
  return slide === undefined ? { kind: 'text', text } : { kind: 'link', text, href: `#${slide}` };
}
