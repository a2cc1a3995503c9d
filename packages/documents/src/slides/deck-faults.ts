import {
  type Block,
  type DocumentFaultKind,
  type DocumentModel,
  documentFaults,
  paragraph,
  plain,
} from '../model/index.ts';
import { blocksOf, type Deck, type SlideBlock } from './deck.ts';
import { area, mostTitleLines, sizes } from './look.ts';
import { lineCount, widerFonts } from './measure.ts';

export interface DeckFault {
  /** Where: the slide's title, and what is on it. */
  readonly where: string;
  readonly what: DocumentFaultKind | 'sameTitle' | 'tooLong';
  readonly detail: string;
}

/** A deck that may not be written, with everything that is wrong with it. */
export class DeckFaultError extends Error {
  readonly faults: readonly DeckFault[];

  constructor(faults: readonly DeckFault[]) {
    super(faults.map(({ where, what, detail }) => `${where}: ${what} ${detail}`).join('\n'));
    this.name = 'DeckFaultError';
    this.faults = faults;
  }
}

/** What is asked of a document is asked of slides too; and no two have the same title, and titles can be read at a glance. */
export function deckFaults(deck: Deck): readonly DeckFault[] {
  const faults: DeckFault[] = [...documentFaults(asDocument(deck))];
  const titles = new Set<string>();
  for (const slide of deck.slides) {
    const { title } = slide;
    const same = title.trim().toLowerCase();
    if (titles.has(same)) faults.push({ where: title, what: 'sameTitle', detail: title });
    titles.add(same);
    if (isTooLongTitle(title)) faults.push({ where: title, what: 'tooLong', detail: title });
    for (const block of blocksOf(slide)) {
      const names =
        'caption' in block
          ? [block.caption, block.source]
          : block.kind === 'quote'
            ? [block.by]
            : block.kind === 'notice'
              ? [block.title]
              : [];
      const heads = block.kind === 'table' ? block.columns.map((column) => column.title) : [];
      for (const detail of [
        ...names.filter((each) => each !== undefined && each.length > longestName),
        ...heads.filter((each) => each.length > longestHead),
      ])
        faults.push({ where: title, what: 'tooLong', detail: detail ?? '' });
    }
  }
  return faults;
}

/** The writer asks this first. */
export function assertWholeDeck(deck: Deck): void {
  const faults = deckFaults(deck);
  if (faults.length > 0) throw new DeckFaultError(faults);
}

/** Letters in the title of a column. */
export const longestHead = 120;
/** Letters in a caption, a source, the title of a notice, and whose a quote is. */
export const longestName = 240;

export function isTooLongTitle(title: string): boolean {
  const type = { face: 'title', size: sizes.title.at(-1)! } as const;
  return lineCount([{ kind: 'text', text: title }], area.width / widerFonts.title, type) > mostTitleLines;
}

function asDocument({ title, subtitle, language, about, slides }: Deck): DocumentModel {
  return {
    title,
    subtitle,
    language,
    about,
    contents: false,
    numbered: false,
    appendices: [],
    sections: slides.map((slide) => ({
      id: slide.id,
      title: slide.title,
      blocks: [
        paragraph(slide.kicker ?? ''),
        paragraph(slide.lead ?? ''),
        ...blocksOf(slide).flatMap(asBlocks),
        paragraph(slide.notes ?? ''),
      ],
    })),
  };
}

/** Numbers are words like others, and charts are figures that need no picture. */
function asBlocks(block: SlideBlock): readonly Block[] {
  if (block.kind === 'charts')
    return block.charts.map(({ title, alt, chart }) => ({
      kind: 'figure',
      caption: title,
      alt,
      chart,
      picture: noPicture,
    }));
  if (block.kind !== 'numbers') return [block];
  const items = block.items.map(({ value, words }) => ({ text: plain(`${value} ${words}`) }));
  return [{ kind: 'list', ordered: false, items }];
}

const noPicture = { format: 'svg', svg: '', width: 0, height: 0 } as const;
