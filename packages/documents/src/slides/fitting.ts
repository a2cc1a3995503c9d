import { type DocumentLanguage, documentWords, type KeyNumbers, plain, wordsOf } from '../model/index.ts';
import { blocksOf, type Deck, isText, type Slide, type SlideBlock, type SlideList, type TextBlock } from './deck.ts';
import { type Box, gaps, sizes } from './look.ts';
import { cutAfter, widerFonts } from './measure.ts';
import { dividerBox, isLead, placed, roomOf } from './placing.ts';
import { joined } from './resolved.ts';
import { captionHeight, longestLine } from './stacking.ts';
import { tableParts } from './table-layout.ts';
import { shapesOf, stackHeight, textPages } from './text-layout.ts';

/**
 * The deck with every slide that holds too much divided: its text over several, its figures and tables on their own, a table at the rows that have room.
 * They have the same title and say that they go on. A deck whose slides have room stays as it is.
 */
export function fitted(deck: Deck): Deck {
  const { continued } = documentWords(deck.language);
  const titles = new Set(deck.slides.map(({ title }) => title.toLowerCase()));
  const ids = new Set(deck.slides.map(({ id }) => id));
  const slides = deck.slides.flatMap((slide) => {
    const [first, ...more] = divided(slide, deck.language);
    let count = 1;
    return [
      first!,
      ...more.map((part) => {
        let title: string;
        let id: string;
        do {
          title = `${slide.title} (${continued}${count === 1 ? '' : ` ${count}`})`;
          id = `${slide.id}~${++count}`;
        } while (titles.has(title.toLowerCase()) || ids.has(id));
        titles.add(title.toLowerCase());
        ids.add(id);
        const blocks = part.blocks.map((block) => captioned(block, slide.title, title));
        return { id, title, kicker: slide.kicker, blocks };
      }),
    ];
  });
  return { ...deck, slides: slides.map(withoutTakenIds()) };
}

/** A table that goes on is pointed at where it begins. */
function withoutTakenIds(): (slide: Slide) => Slide {
  const taken = new Set<string>();
  const once = (block: SlideBlock): SlideBlock => {
    if (!('id' in block) || block.id === undefined) return block;
    if (taken.has(block.id)) return { ...block, id: undefined };
    taken.add(block.id);
    return block;
  };
  return (slide) => ({ ...slide, blocks: slide.blocks.map(once), beside: slide.beside?.map(once) });
}

/** A table or figure whose caption was the slide's title takes the new title with it. */
function captioned(block: SlideBlock, before: string, title: string): SlideBlock {
  return 'caption' in block && block.caption === before ? { ...block, caption: title } : block;
}

function divided(slide: Slide, language: DocumentLanguage): readonly Slide[] {
  const all = blocksOf(slide);
  if (all.length === 0) return [shortDivider(slide)];
  const hasRoom = (slide.lead === undefined || isLead(slide.lead)) && placed(slide, language) !== undefined;
  if (hasRoom) return [slide];
  const { lead, ...rest } = slide;
  if (lead !== undefined)
    return divided({ ...rest, blocks: [{ kind: 'paragraph', text: lead }, ...slide.blocks] }, language);
  // What goes on has a longer title, which may be set smaller: the room is that of the narrower of the two.
  const titles = [slide.title, `${slide.title} (${documentWords(language).continued} 99)`];
  const titled = (blocks: readonly SlideBlock[]): readonly Slide[] =>
    titles.map((title) => ({
      ...rest,
      title,
      beside: undefined,
      blocks: blocks.map((block) => captioned(block, slide.title, title)),
    }));
  const hasRoomFor = (blocks: readonly SlideBlock[]) =>
    titled(blocks).every((each) => placed(each, language) !== undefined);
  const roomFor = (block: SlideBlock): Box => {
    const [room] = titled([block])
      .map((each) => roomOf(each, language))
      .toSorted((a, b) => a.h - b.h) as [Box];
    const caption = 'caption' in block && block.caption !== slide.title ? captionHeight(block.caption, room.w) : 0;
    return { ...room, h: room.h - caption };
  };
  const pages: (readonly SlideBlock[])[] = [];
  for (const page of loosePages(all, hasRoomFor, roomFor)) {
    const both = [...(pages.at(-1) ?? []), ...page];
    if (pages.length > 0 && hasRoomFor(both)) pages[pages.length - 1] = both;
    else pages.push(page);
  }
  return pages.map((blocks) => ({ ...rest, beside: undefined, blocks }));
}

/** Each with no more than a slide holds: text on as many as it takes, and every figure and part of a table alone. */
function loosePages(
  blocks: readonly SlideBlock[],
  hasRoomFor: (blocks: readonly SlideBlock[]) => boolean,
  roomFor: (block: SlideBlock) => Box,
): readonly (readonly SlideBlock[])[] {
  const pages: (readonly SlideBlock[])[] = [];
  let texts: TextBlock[] = [];
  const endTexts = () => {
    const [first] = texts;
    if (first !== undefined)
      pages.push(...textPages(texts, longestLine / widerFonts.text, smallest.text, roomFor(first).h));
    texts = [];
  };
  for (const block of blocks) {
    const one = block.kind === 'numbers' && !hasRoomFor([block]) ? asList(block) : block;
    if (isText(one)) {
      texts.push(one);
      continue;
    }
    if (one.kind === 'table') {
      const { w, h } = roomFor(one);
      // A few words stand over the first rows of the table, not alone.
      const above = stackHeight(shapesOf(texts, longestLine / widerFonts.text, smallest.text)) + gaps.between;
      const room = texts.length > 0 && above < h / 4 ? h - above : h;
      endTexts();
      pages.push(...tableParts(one, w, room).map((part) => [part]));
      continue;
    }
    endTexts();
    if (one.kind === 'charts' && !hasRoomFor([one]))
      pages.push(...one.charts.map((chart) => [{ ...one, charts: [chart] }]));
    else pages.push([one]);
  }
  endTexts();
  return pages;
}

const smallest = sizes.levels.at(-1)!;

/** Numbers that are too many, or too long, to be set large. */
function asList({ items }: KeyNumbers): SlideList {
  return {
    kind: 'list',
    ordered: false,
    items: items.map(({ value, words }) => ({
      text: [{ kind: 'text', text: `${value} `, strong: true }, ...plain(words)],
    })),
  };
}

const mostDividerLines = 5;

/** A divider shows the first lines of its lead; the rest is said. */
function shortDivider(slide: Slide): Slide {
  if (slide.lead === undefined) return slide;
  const [lead, rest] = cutAfter(mostDividerLines, slide.lead, dividerBox.width / widerFonts.text, {
    face: 'text',
    size: sizes.lead,
  });
  if (rest.length === 0) return slide;
  return { ...slide, lead: [...lead, { kind: 'text', text: ' …' }], notes: joined(wordsOf(slide.lead), slide.notes) };
}
