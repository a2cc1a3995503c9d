import { type DocumentLanguage, documentWords, wordsOf } from '../model/index.ts';
import { type Deck, isText, type Slide, type SlideBlock } from './deck.ts';
import { area, sizes } from './look.ts';
import { cutAfter } from './measure.ts';
import { contentTop, dividerBox, isLead, longestLine, placed, tableRoom } from './placing.ts';
import { joined } from './resolved.ts';
import { tableParts } from './table-layout.ts';
import { textPages } from './text-layout.ts';

/**
 * The deck with every slide that holds too much divided: its text over several, each figure on one, a table at the rows that have room. They have the
 * same title and say that they go on. A deck whose slides have room stays as it is.
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
        return { id, title, blocks };
      }),
    ];
  });
  return { ...deck, slides: slides.map(withoutTakenIds()) };
}

/** A table that goes on is pointed at where it begins. */
function withoutTakenIds(): (slide: Slide) => Slide {
  const taken = new Set<string>();
  return (slide) => ({
    ...slide,
    blocks: slide.blocks.map((block) => {
      if (!('id' in block) || block.id === undefined) return block;
      if (taken.has(block.id)) return { ...block, id: undefined };
      taken.add(block.id);
      return block;
    }),
  });
}

/** A table or figure whose caption was the slide's title takes the new title with it. */
function captioned(block: SlideBlock, before: string, title: string): SlideBlock {
  return 'caption' in block && block.caption === before ? { ...block, caption: title } : block;
}

function divided(slide: Slide, language: DocumentLanguage): readonly Slide[] {
  if (slide.blocks.length === 0) return [shortDivider(slide)];
  if (slide.lead !== undefined && !isLead(slide.lead)) {
    const { lead, ...rest } = slide;
    return divided({ ...rest, blocks: [{ kind: 'paragraph', text: lead }, ...slide.blocks] }, language);
  }
  if (placed(slide, language) !== undefined) return [slide];
  // What goes on has a longer title and no lead: the room is that of the narrower of the two.
  const longer = { ...slide, title: `${slide.title} (${documentWords(language).continued} 99)` };
  const texts = slide.blocks.filter(isText);
  const height = area.bottom - contentTop(longer);
  const pages: (readonly SlideBlock[])[] = [...textPages(texts, longestLine, sizes.body.at(-1)!, height)];
  for (const block of slide.blocks) {
    if (block.kind === 'figure') pages.push([block]);
    if (block.kind !== 'table') continue;
    const titled = { ...longer, blocks: [block] };
    pages.push(
      ...tableParts(
        block,
        tableRoom(titled, { ...block, caption: captionOf(block.caption, slide, longer) }, language),
      ).map((part) => [part]),
    );
  }
  return pages.map((blocks) => ({ ...slide, blocks }));
}

function captionOf(caption: string, slide: Slide, longer: Slide): string {
  return caption === slide.title ? longer.title : caption;
}

const mostDividerLines = 5;

/** A divider shows the first lines of its lead; the rest is said. */
function shortDivider(slide: Slide): Slide {
  if (slide.lead === undefined) return slide;
  const [lead, rest] = cutAfter(mostDividerLines, slide.lead, dividerBox.width, { face: 'text', size: sizes.lead });
  if (rest.length === 0) return slide;
  return { ...slide, lead: [...lead, { kind: 'text', text: ' …' }], notes: joined(wordsOf(slide.lead), slide.notes) };
}
