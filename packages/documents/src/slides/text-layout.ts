import { type InlineText, plain, wordsOf } from '../model/index.ts';
import type { SlideList, TextBlock } from './deck.ts';
import { gaps } from './look.ts';
import { cutAfter, heightOf, leading, type Type } from './measure.ts';

/** A paragraph as it stands in a box. */
export interface TextParagraph {
  readonly text: InlineText;
  readonly type: Type;
  readonly colour: 'ink' | 'muted' | 'own' | 'rust' | 'white';
  /** Points above it. */
  readonly before: number;
  readonly strong?: boolean;
  /** In a list: how deep, from 0, how far in the words stand and how far out from them the marker, in points. */
  readonly item?: {
    readonly level: number;
    readonly indent: number;
    readonly hanging: number;
    readonly marker: 'bullet' | { readonly from: number };
  };
}

/** One box with text. */
export interface TextShape {
  readonly kind: 'body' | 'notice' | 'quote';
  readonly paragraphs: readonly TextParagraph[];
  readonly height: number;
}

export const noticePadding = { x: 16, y: 12 };
export const quoteIndent = 20;

/** Boxes from top to bottom; paragraphs and lists that follow each other share one. */
export function shapesOf(blocks: readonly TextBlock[], width: number, size: number): readonly TextShape[] {
  const shapes: TextShape[] = [];
  for (const block of blocks) {
    const shape = shapeOf(block, width, size);
    const last = shapes.at(-1);
    if (shape.kind === 'body' && last?.kind === 'body') {
      const [first, ...others] = shape.paragraphs;
      const before = paragraphGap(size);
      const paragraphs = [...last.paragraphs, ...(first === undefined ? [] : [{ ...first, before }]), ...others];
      shapes[shapes.length - 1] = { kind: 'body', paragraphs, height: last.height + shape.height + before };
    } else shapes.push(shape);
  }
  return shapes;
}

export function stackHeight(shapes: readonly TextShape[]): number {
  return shapes.reduce((sum, { height }) => sum + height, 0) + Math.max(0, shapes.length - 1) * gaps.between;
}

/** What a paragraph takes, with the room above it. */
export function paragraphHeight({ text, type, before, item, strong }: TextParagraph, width: number): number {
  const face = strong === true && type.face === 'text' ? 'strong' : type.face;
  return before + Math.max(leading(type.size), heightOf(text, width - (item?.indent ?? 0), { ...type, face }));
}

/** Room for a bullet, or for a number of two figures. */
function hangingOf({ ordered }: SlideList, size: number): number {
  return Math.round(size * (ordered ? 1.8 : 1.2));
}

function shapeOf(block: TextBlock, width: number, size: number): TextShape {
  if (block.kind === 'notice') {
    const paragraphs: readonly TextParagraph[] = [
      { text: plain(block.title), type: { face: 'text', size }, colour: 'own', before: 0, strong: true },
      { text: block.text, type: { face: 'text', size }, colour: 'ink', before: Math.round(size * 0.25) },
    ];
    return shape('notice', paragraphs, width - 2 * noticePadding.x, 2 * noticePadding.y);
  }
  if (block.kind === 'quote') {
    const by = block.by === undefined || block.by === '' ? [] : plain(`– ${block.by}`);
    const paragraphs: readonly TextParagraph[] = [
      { text: block.text, type: { face: 'quote', size: size + 2 }, colour: 'ink', before: 0 },
      ...(by.length === 0
        ? []
        : [
            {
              text: by,
              type: { face: 'text', size: size - 2 },
              colour: 'muted',
              before: Math.round(size * 0.3),
            } as const,
          ]),
    ];
    return shape('quote', paragraphs, width - quoteIndent, 0);
  }
  if (block.kind === 'list') return shape('body', itemsOf(block, size), width, 0);
  return shape('body', [{ text: block.text, type: { face: 'text', size }, colour: 'ink', before: 0 }], width, 0);
}

function shape(
  kind: TextShape['kind'],
  paragraphs: readonly TextParagraph[],
  width: number,
  padding: number,
): TextShape {
  return {
    kind,
    paragraphs,
    height: padding + paragraphs.reduce((sum, each) => sum + paragraphHeight(each, width), 0),
  };
}

function itemsOf(list: SlideList, size: number, level = 0, from = 0): readonly TextParagraph[] {
  const hanging = hangingOf(list, size);
  const indent = from + hanging;
  return list.items.flatMap(({ text, list: inner }, index) => [
    {
      text,
      type: { face: 'text', size } as const,
      colour: 'ink' as const,
      before: index === 0 && level === 0 ? 0 : Math.round(size * 0.35),
      item: { level, indent, hanging, marker: list.ordered ? { from: list.start ?? 1 } : ('bullet' as const) },
    },
    ...(inner === undefined ? [] : itemsOf(inner, size, Math.min(level + 1, deepest), level < deepest ? indent : from)),
  ]);
}

/** Levels of a slide's text are nine; more than four in from the edge leaves no room. */
const deepest = 3;

function paragraphGap(size: number): number {
  return Math.round(size * 0.6);
}

/** Blocks for one slide each, with no more than this height, and as evenly as the number of slides lets them. */
export function textPages(
  blocks: readonly TextBlock[],
  width: number,
  size: number,
  height: number,
): readonly (readonly TextBlock[])[] {
  const fullest = filledPages(blocks, width, size, height);
  if (fullest.length < 2) return fullest;
  const heights = Array.from({ length: 8 }, (_, step) => height * (0.5 + step / 16));
  const even = heights.map((each) => filledPages(blocks, width, size, each, height));
  return even.find((pages) => pages.length === fullest.length) ?? fullest;
}

/** Pages filled up to a height; only what is higher than `most`, a whole slide, is cut. */
function filledPages(
  blocks: readonly TextBlock[],
  width: number,
  size: number,
  height: number,
  most = height,
): readonly (readonly TextBlock[])[] {
  const pages: TextBlock[][] = [];
  let page: TextBlock[] = [];
  const heightWith = (more: TextBlock) => stackHeight(shapesOf([...page, more], width, size));
  const turn = (introducing = 0) => {
    const kept = page.splice(page.length - introducing);
    if (page.length > 0) pages.push(page);
    page = kept;
  };
  const waiting = blocks.flatMap(loose);
  for (let at = 0; at < waiting.length; at++) {
    const block = waiting[at]!;
    if (heightWith(block) > height) turn(introductionsOf(page, block));
    const room = height - (page.length === 0 ? 0 : stackHeight(shapesOf(page, width, size)) + paragraphGap(size));
    const isTall = heightWith(block) > most;
    if (isTall && (block.kind !== 'list' || room < leastLines * leading(size))) turn();
    if (heightWith(block) <= most) page.push(block);
    else {
      const [first, rest] = cutBlock(block, width, size, page.length === 0 ? height : room);
      page.push(first);
      waiting.splice(at + 1, 0, ...loose(rest));
      turn();
    }
  }
  turn();
  return pages.map(tightened);
}

/** How many paragraphs at the end of a page go on with what follows: those that end in a colon, and the last one before a list begins. */
function introductionsOf(page: readonly TextBlock[], next: TextBlock): number {
  const before = page.toReversed();
  const end = before.findIndex(
    (block, index) =>
      block.kind !== 'paragraph' ||
      !((index === 0 && next.kind === 'list') || wordsOf(block.text).trimEnd().endsWith(':')),
  );
  return end === -1 ? before.length : end;
}

/** Lines of a first item that are worth showing under what introduces it. */
const leastLines = 3;

/** A list in pieces of one item each, so that it can go on over slides; a long sublist goes on by itself. */
function loose(block: TextBlock): readonly TextBlock[] {
  if (block.kind !== 'list') return [block];
  return block.items.map((item, index) => ({ ...block, items: [item], start: (block.start ?? 1) + index }));
}

function tightened(page: readonly TextBlock[]): readonly TextBlock[] {
  const tight: TextBlock[] = [];
  for (const block of page) {
    const last = tight.at(-1);
    const goesOn =
      block.kind === 'list' &&
      last?.kind === 'list' &&
      last.ordered === block.ordered &&
      (last.start ?? 1) + last.items.length === block.start;
    if (goesOn) tight[tight.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else tight.push(block);
  }
  return tight;
}

/** As much of a block as a whole slide holds, and the rest. */
function cutBlock(block: TextBlock, width: number, size: number, height: number): readonly [TextBlock, TextBlock] {
  const type: Type = { face: 'text', size };
  const lines = (room: number) => Math.max(1, Math.floor(room / leading(size)));
  if (block.kind === 'list') {
    const [item] = block.items;
    const { text, list } = item!;
    const [first, rest] = cutAfter(lines(height), text, width - hangingOf(block, size), type);
    if (rest.length > 0 || list === undefined)
      return [
        { ...block, items: [{ text: first }] },
        { ...block, items: [{ ...item!, text: rest }] },
      ];
    const withFirst = (count: number): SlideList => ({
      ...block,
      items: [{ text, list: { ...list, items: list.items.slice(0, count) } }],
    });
    const counts = list.items.map((_, index) => list.items.length - index);
    const most = counts.find((count) => stackHeight(shapesOf([withFirst(count)], width, size)) <= height) ?? 0;
    const after = { ...list, items: list.items.slice(most), start: most + 1 };
    return [most === 0 ? { ...block, items: [{ text }] } : withFirst(most), after];
  }
  if (block.kind === 'notice') {
    const room = height - 2 * noticePadding.y - heightOf(plain(block.title), width, { ...type, face: 'strong' }) - size;
    const [first, rest] = cutAfter(lines(room), block.text, width - 2 * noticePadding.x, type);
    return [
      { ...block, text: first },
      { ...block, text: rest },
    ];
  }
  if (block.kind === 'quote') {
    const large: Type = { face: 'quote', size: size + 2 };
    const room = height - 2 * leading(size);
    const [first, rest] = cutAfter(
      Math.max(1, Math.floor(room / leading(large.size))),
      block.text,
      width - quoteIndent,
      large,
    );
    return [
      { ...block, text: first, by: undefined },
      { ...block, text: rest },
    ];
  }
  const [first, rest] = cutAfter(lines(height), block.text, width, type);
  return [
    { ...block, text: first },
    { ...block, text: rest },
  ];
}
