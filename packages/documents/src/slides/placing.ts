import { type DocumentLanguage, type Figure, type InlineText, plain, sourceLine } from '../model/index.ts';
import { missingIn, nativeChart } from './chart-data.ts';
import { isText, type Slide, type SlideTable, type TextBlock } from './deck.ts';
import { area, type Box, gaps, leastSize, mostLeadLines, sizes } from './look.ts';
import { heightOf, lineCount } from './measure.ts';
import { type TableLayout, tableWithin } from './table-layout.ts';
import { paragraphHeight, shapesOf, stackHeight, type TextParagraph, type TextShape } from './text-layout.ts';
import { type LayoutName, slideWords } from './words.ts';

/** A slide with everything in its place; nothing in it is larger than its box. */
export interface PlacedSlide {
  readonly slide: Slide;
  readonly layout: LayoutName;
  readonly title: PlacedText;
  readonly lead?: PlacedText | undefined;
  /** In reading order. */
  readonly parts: readonly PlacedPart[];
}

export interface PlacedText {
  readonly box: Box;
  readonly paragraphs: readonly TextParagraph[];
}

export type PlacedPart =
  | (PlacedText & { readonly kind: TextShape['kind'] | 'caption' | 'source' })
  | { readonly kind: 'table'; readonly box: Box; readonly table: SlideTable; readonly layout: TableLayout }
  | { readonly kind: 'chart' | 'picture'; readonly box: Box; readonly figure: Figure };

/** Beside a figure, text stands in the left third. */
const besideFigure = { text: 268, gap: 32 };
/** Lines of text get no longer than this. */
export const longestLine = 780;
const leastFigureHeight = 120;

/** The slide, if all of it has room. */
export function placed(slide: Slide, language: DocumentLanguage): PlacedSlide | undefined {
  if (slide.blocks.length === 0) return divider(slide);
  const head = headOf(slide);
  const top = head.bottom + gaps.beforeContent;
  const texts = slide.blocks.filter(isText);
  const visuals = slide.blocks.filter((block) => !isText(block));
  const [visual] = visuals;
  if (visuals.length > 1) return undefined;
  const place = { top, language, repeats: visual?.caption === slide.title };
  const parts =
    visual === undefined
      ? stacked(texts, top, area.bottom, longestLine)
      : visual.kind === 'table'
        ? withTable(texts, visual, place)
        : withFigure(texts, visual, place);
  if (parts === undefined) return undefined;
  const layout = visual === undefined ? 'content' : visual.kind === 'table' ? 'table' : 'picture';
  return { slide, layout, title: head.title, lead: head.lead, parts };
}

/** Where what stands under a slide's title and lead begins. */
export function contentTop(slide: Slide): number {
  return headOf(slide).bottom + gaps.beforeContent;
}

/** The room for a table under a slide's title, with its caption and its source. */
export function tableRoom(slide: Slide, table: SlideTable, language: DocumentLanguage): number {
  const { caption, source } = namesOf(table, {
    top: contentTop(slide),
    language,
    repeats: table.caption === slide.title,
  });
  return area.bottom - caption.bottom - source.room;
}

function headOf(slide: Slide): { title: PlacedText; lead: PlacedText | undefined; bottom: number } {
  const title = titleAt(slide.title, area.top, area.width);
  const bottom = title.box.y + title.box.h;
  if (slide.lead === undefined || slide.lead.length === 0) return { title, lead: undefined, bottom };
  const lead = textAt(leadParagraph(slide.lead), bottom + gaps.afterTitle, area.width);
  return { title, lead, bottom: lead.box.y + lead.box.h };
}

function titleAt(words: string, y: number, width: number): PlacedText {
  const text = plain(words);
  const size =
    sizes.title.find((each) => lineCount(text, width, { face: 'title', size: each }) <= (each < 24 ? 3 : 2)) ??
    sizes.title.at(-1)!;
  return textAt({ text, type: { face: 'title', size }, colour: 'ink', before: 0 }, y, width);
}

function leadParagraph(text: InlineText): TextParagraph {
  return { text, type: { face: 'text', size: sizes.lead }, colour: 'muted', before: 0 };
}

/** A lead with more lines is text among the others. */
export function isLead(text: InlineText, most = mostLeadLines): boolean {
  return lineCount(text, area.width, { face: 'text', size: sizes.lead }) <= most;
}

function textAt(paragraph: TextParagraph, y: number, width: number, x = area.left): PlacedText {
  return { box: { x, y, w: width, h: paragraphHeight(paragraph, width) }, paragraphs: [paragraph] };
}

export const dividerBox = { x: 96, width: 700, middle: 236 };

function divider(slide: Slide): PlacedSlide {
  const text = plain(slide.title);
  const { x, width, middle } = dividerBox;
  const size = [40, 36, 32, 28, 24].find((each) => lineCount(text, width, { face: 'title', size: each }) <= 3) ?? 20;
  const height = heightOf(text, width, { face: 'title', size });
  const y = Math.max(area.top, middle - height);
  const title = textAt({ text, type: { face: 'title', size }, colour: 'white', before: 0 }, y, width, x);
  const lead =
    slide.lead === undefined || slide.lead.length === 0
      ? undefined
      : textAt({ ...leadParagraph(slide.lead), colour: 'white' }, Math.max(middle, y + height) + 20, width, x);
  return { slide, layout: 'section', title, lead, parts: [] };
}

/** Boxes under each other, in the largest type that has room. */
function stacked(
  texts: readonly TextBlock[],
  top: number,
  bottom: number,
  width: number,
  tried: readonly number[] = sizes.body,
): readonly PlacedPart[] | undefined {
  for (const size of tried) {
    const shapes = shapesOf(texts, width, size);
    if (stackHeight(shapes) > bottom - top) continue;
    let y = top;
    return shapes.map(({ kind, paragraphs, height }) => {
      const box = { x: area.left, y, w: width, h: height };
      y += height + gaps.between;
      return { kind, box, paragraphs };
    });
  }
  return undefined;
}

interface Place {
  readonly top: number;
  readonly language: DocumentLanguage;
  /** The slide's title is the caption: it is not said twice. */
  readonly repeats: boolean;
}

function withTable(texts: readonly TextBlock[], table: SlideTable, place: Place): readonly PlacedPart[] | undefined {
  let top = place.top;
  let above: readonly PlacedPart[] = [];
  if (texts.length > 0) {
    const stack = [18, 16]
      .map((size) => stacked(texts, top, area.bottom, longestLine, [size]))
      .find((parts) => parts !== undefined);
    if (stack === undefined) return undefined;
    above = stack;
    const last = above.at(-1)!;
    top = last.box.y + last.box.h + gaps.between;
  }
  const { caption, source } = namesOf(table, { ...place, top });
  const layout = tableWithin(table, area.bottom - caption.bottom - source.room);
  if (layout === undefined) return undefined;
  const width = layout.widths.reduce((sum, each) => sum + each, 0);
  const box = { x: area.left, y: caption.bottom, w: width, h: layout.height };
  return [
    ...above,
    ...caption.parts,
    { kind: 'table', box, table, layout },
    ...source.at(box.y + box.h + gaps.beforeSource),
  ];
}

function withFigure(texts: readonly TextBlock[], figure: Figure, place: Place): readonly PlacedPart[] | undefined {
  const beside = texts.length > 0;
  const left = beside ? area.left + besideFigure.text + besideFigure.gap : area.left;
  const width = area.left + area.width - left;
  const { caption, source } = namesOf(figure, place, left, width);
  const bottom = area.bottom - source.room;
  const words = beside ? stacked(texts, place.top, area.bottom, besideFigure.text, [18, 16]) : [];
  if (words === undefined || bottom - caption.bottom < leastFigureHeight) return undefined;
  const room: Box = { x: left, y: caption.bottom, w: width, h: bottom - caption.bottom };
  const chart = nativeChart(figure);
  const box = chart ? room : within(room, figure.picture.width, figure.picture.height);
  const sourceAt = chart ? bottom + gaps.beforeSource : box.y + box.h + gaps.beforeSource;
  return [...words, ...caption.parts, { kind: chart ? 'chart' : 'picture', box, figure }, ...source.at(sourceAt)];
}

/** As large as it can be without being stretched; a small picture is not made larger than twice its size. */
function within(room: Box, width: number, height: number): Box {
  const pointsPerPixel = 0.75;
  const scale = Math.min(room.w / width, room.h / height, 2 * pointsPerPixel);
  return { x: room.x, y: room.y, w: width * scale, h: height * scale };
}

interface Names {
  readonly caption: { readonly parts: readonly PlacedPart[]; readonly bottom: number };
  readonly source: { readonly room: number; readonly at: (y: number) => readonly PlacedPart[] };
}

function namesOf(block: SlideTable | Figure, place: Place, x = area.left, width = area.width): Names {
  const caption: TextParagraph = {
    text: plain(block.caption),
    type: { face: 'text', size: 14 },
    colour: 'ink',
    before: 0,
    strong: true,
  };
  const above = place.repeats ? undefined : textAt(caption, place.top, width, x);
  const words = sourceWords(block, place.language);
  const source: TextParagraph = {
    text: plain(words),
    type: { face: 'text', size: leastSize },
    colour: 'muted',
    before: 0,
  };
  const height = paragraphHeight(source, width);
  return {
    caption:
      above === undefined
        ? { parts: [], bottom: place.top }
        : { parts: [{ kind: 'caption', ...above }], bottom: above.box.y + above.box.h + gaps.beforeSource },
    source:
      words === ''
        ? { room: 0, at: () => [] }
        : {
            room: height + gaps.beforeSource,
            at: (y) => [{ kind: 'source', box: { x, y, w: width, h: height }, paragraphs: [source] }],
          },
  };
}

/** What stands under a table or a figure: whence the figures are, and which are not there. */
function sourceWords(block: SlideTable | Figure, language: DocumentLanguage): string {
  const whence = block.source?.trim() ?? '';
  const said = whence === '' ? '' : sourceLine(whence, language);
  const missing = block.kind === 'figure' && nativeChart(block) ? missingIn(block.chart) : [];
  if (missing.length === 0) return said;
  const most = 6;
  const named = missing.length > most ? [...missing.slice(0, most), '…'] : missing;
  return `${said}${said === '' || said.endsWith('.') ? '' : '.'} ${slideWords(language).missingFor} ${named.join(', ')}.`.trim();
}
