import { type Chart, type DocumentLanguage, type Figure, type InlineText, plain } from '../model/index.ts';
import { columnsOf } from './columns.ts';
import { blocksOf, isVisual, type Slide, type SlideTable } from './deck.ts';
import { area, type Box, gaps, mostLeadLines, sizes } from './look.ts';
import { heightOf, lineCount, type Type, widerFonts } from './measure.ts';
import { sourceOf } from './sources.ts';
import { stackIn } from './stacking.ts';
import type { TableLayout } from './table-layout.ts';
import { paragraphHeight, type TextParagraph, type TextShape } from './text-layout.ts';
import type { LayoutName } from './words.ts';

/** A slide with everything in its place; nothing in it is larger than its box, even where other fonts stand in for ours. */
export interface PlacedSlide {
  readonly slide: Slide;
  readonly layout: LayoutName;
  readonly kicker?: PlacedText | undefined;
  readonly title: PlacedText;
  readonly lead?: PlacedText | undefined;
  /** In reading order; the source, which stands at the foot, is not among them. */
  readonly parts: readonly PlacedPart[];
  readonly source?: PlacedText | undefined;
}

export interface PlacedText {
  readonly box: Box;
  readonly paragraphs: readonly TextParagraph[];
}

export type PlacedPart =
  | (PlacedText & { readonly kind: TextShape['kind'] | 'caption' | 'number' })
  | { readonly kind: 'table'; readonly box: Box; readonly table: SlideTable; readonly layout: TableLayout }
  | { readonly kind: 'picture'; readonly box: Box; readonly figure: Figure }
  | PlacedChart;

export interface PlacedChart {
  readonly kind: 'chart';
  readonly box: Box;
  readonly chart: Chart;
  readonly alt: string;
}

/** The slide, if all of it has room. */
export function placed(slide: Slide, language: DocumentLanguage): PlacedSlide | undefined {
  const all = blocksOf(slide);
  if (all.length === 0) return divider(slide);
  const { kicker, title, lead } = headOf(slide);
  const room = roomOf(slide, language);
  const source = sourceOf(slide, language);
  const parts = columnsOf(slide, room)
    .map((columns) => stackIn(columns, slide.title))
    .filter((stacked) => stacked !== undefined)
    .reduce<ReturnType<typeof stackIn>>(
      (best, each) => (best === undefined || each.level < best.level ? each : best),
      undefined,
    )?.parts;
  if (parts === undefined) return undefined;
  const visuals = all.filter(isVisual);
  const layout = visuals.length === 0 ? 'content' : visuals[0]!.kind === 'table' ? 'table' : 'picture';
  return { slide, layout, kicker, title, lead, parts, source: source?.shown };
}

/** What stands between a slide's title and its source. */
export function roomOf(slide: Slide, language: DocumentLanguage): Box {
  const y = headOf(slide).bottom + gaps.beforeContent;
  const source = sourceOf(slide, language);
  const bottom = source === undefined ? area.bottom : source.shown.box.y - gaps.beforeSource;
  return { x: area.left, y, w: area.width, h: bottom - y };
}

interface Head {
  readonly kicker: PlacedText | undefined;
  readonly title: PlacedText;
  readonly lead: PlacedText | undefined;
  readonly bottom: number;
}

function headOf(slide: Slide): Head {
  const above = slide.kicker?.trim() ?? '';
  const kicker =
    above === ''
      ? undefined
      : { ...textAt(kickerParagraph(above), area.top, area.width), paragraphs: [kickerParagraph(above)] };
  const title = titleAt(
    slide.title,
    kicker === undefined ? area.top + 8 : kicker.box.y + kicker.box.h + gaps.afterKicker,
  );
  const bottom = title.box.y + title.box.h;
  if (slide.lead === undefined || slide.lead.length === 0) return { kicker, title, lead: undefined, bottom };
  const lead = textAt(leadParagraph(slide.lead), bottom + gaps.afterTitle, area.width);
  return { kicker, title, lead, bottom: lead.box.y + lead.box.h };
}

function kickerParagraph(words: string): TextParagraph {
  return { text: plain(words), type: { face: 'text', size: sizes.kicker }, colour: 'own', before: 0, strong: true };
}

function titleAt(words: string, y: number): PlacedText {
  const text = plain(words);
  const size = sizes.title.find((each) => titleLines(text, each) <= (each < 24 ? 3 : 2)) ?? sizes.title.at(-1)!;
  const type: Type = { face: 'title', size };
  const h = heightOf(text, area.width / widerFonts.title, type);
  return { box: { x: area.left, y, w: area.width, h }, paragraphs: [{ text, type, colour: 'ink', before: 0 }] };
}

function titleLines(text: InlineText, size: number): number {
  return lineCount(text, area.width / widerFonts.title, { face: 'title', size });
}

function leadParagraph(text: InlineText): TextParagraph {
  return { text, type: { face: 'text', size: sizes.lead }, colour: 'muted', before: 0 };
}

/** A lead with more lines is text among the others. */
export function isLead(text: InlineText, most = mostLeadLines): boolean {
  return lineCount(text, area.width / widerFonts.text, { face: 'text', size: sizes.lead }) <= most;
}

function textAt(paragraph: TextParagraph, y: number, width: number, x = area.left): PlacedText {
  return {
    box: { x, y, w: width, h: paragraphHeight(paragraph, width / widerFonts.text) },
    paragraphs: [paragraph],
  };
}

export const dividerBox = { x: 96, width: 700, middle: 236 };

function divider(slide: Slide): PlacedSlide {
  const text = plain(slide.title);
  const { x, width, middle } = dividerBox;
  const size = [40, 36, 32, 28, 24].find((each) => lineCount(text, width, { face: 'title', size: each }) <= 3) ?? 20;
  const height = heightOf(text, width / widerFonts.title, { face: 'title', size });
  const y = Math.max(area.top, middle - height);
  const title = {
    box: { x, y, w: width, h: height },
    paragraphs: [{ text, type: { face: 'title', size } as const, colour: 'white' as const, before: 0 }],
  };
  const lead =
    slide.lead === undefined || slide.lead.length === 0
      ? undefined
      : textAt({ ...leadParagraph(slide.lead), colour: 'white' }, Math.max(middle, y + height) + 20, width, x);
  return { slide, layout: 'section', title, lead, parts: [] };
}
