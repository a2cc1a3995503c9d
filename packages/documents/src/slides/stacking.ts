import { type Charts, type Figure, type KeyNumbers, plain } from '../model/index.ts';
import { chartsOf } from './chart-data.ts';
import type { Column } from './columns.ts';
import { isText, type SlideBlock, type SlideTable, type TextBlock } from './deck.ts';
import { type Box, gaps, type Level, sizes } from './look.ts';
import { heightOf, lineCount, type Type, widerFonts, widthOf } from './measure.ts';
import type { PlacedPart } from './placing.ts';
import { leastTableHeight, tableWithin } from './table-layout.ts';
import { shapesOf, stackHeight, type TextParagraph } from './text-layout.ts';

/** Lines of text get no longer than this. */
export const longestLine = 800;
/** A figure that is lower cannot be read. */
const leastFigure = { alone: 110, inGrid: 100 };

/** The columns with all in its place, in the largest type that has room: 0 is the largest. Undefined where nothing does. */
export function stackIn(
  columns: readonly Column[],
  title: string,
): { readonly parts: readonly PlacedPart[]; readonly level: number } | undefined {
  const levels = columns.length > 1 ? sizes.columnLevels : sizes.levels;
  for (const [level, type] of levels.entries()) {
    const placed = columns.map((column) => stackColumn(column, type, title));
    if (placed.every((each) => each !== undefined)) return { parts: placed.flat(), level };
  }
  return undefined;
}

/** What stands under each other: text that follows text is one, and so are figures that follow figures. */
type Piece =
  | { readonly kind: 'texts'; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'figures'; readonly cells: readonly Cell[] }
  | { readonly kind: 'table'; readonly table: SlideTable; readonly caption: string }
  | { readonly kind: 'numbers'; readonly numbers: KeyNumbers };

/** A chart or a picture with the words over it. */
interface Cell {
  readonly caption: string;
  readonly part:
    | { readonly kind: 'chart'; readonly of: ReturnType<typeof chartsOf>[number] }
    | { readonly kind: 'picture'; readonly figure: Figure };
}

function stackColumn({ blocks, box }: Column, level: Level, title: string): readonly PlacedPart[] | undefined {
  const pieces = piecesOf(blocks, title);
  const needs = pieces.map((piece) => leastHeight(piece, box, level));
  const needed = needs.reduce((sum, each) => sum + each, 0) + gaps.between * Math.max(0, pieces.length - 1);
  if (needed > box.h + 0.01) return undefined;
  // What is over goes to figures; where there are none, to tables, and then to numbers.
  const greedy = (['figures', 'table', 'numbers'] as const).find((kind) => pieces.some((piece) => piece.kind === kind));
  const sharing = pieces.filter(({ kind }) => kind === greedy).length;
  const over = sharing === 0 ? 0 : (box.h - needed) / sharing;
  const parts: PlacedPart[] = [];
  let y = box.y;
  for (const [index, piece] of pieces.entries()) {
    const h = needs[index]! + (piece.kind === greedy ? over : 0);
    const placed = placePiece(piece, { ...box, y, h }, level);
    if (placed === undefined) return undefined;
    parts.push(...placed);
    y += h + gaps.between;
  }
  return parts;
}

function piecesOf(blocks: readonly SlideBlock[], title: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const captionOf = (caption: string) => (caption === title ? '' : caption);
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (isText(block)) {
      if (last?.kind === 'texts') pieces[pieces.length - 1] = { ...last, blocks: [...last.blocks, block] };
      else pieces.push({ kind: 'texts', blocks: [block] });
    } else if (block.kind === 'figure' || block.kind === 'charts') {
      const cells = cellsOf(block, captionOf);
      if (cells.length === 0) continue;
      if (last?.kind === 'figures') pieces[pieces.length - 1] = { ...last, cells: [...last.cells, ...cells] };
      else pieces.push({ kind: 'figures', cells });
    } else if (block.kind === 'table') pieces.push({ kind: 'table', table: block, caption: captionOf(block.caption) });
    else pieces.push({ kind: 'numbers', numbers: block });
  }
  return pieces;
}

function cellsOf(block: Figure | Charts, captionOf: (caption: string) => string): readonly Cell[] {
  const charts = chartsOf(block);
  if (block.kind === 'figure' && charts.length === 0)
    return [{ caption: captionOf(block.caption), part: { kind: 'picture', figure: block } }];
  return charts.map((of) => ({ caption: captionOf(of.title), part: { kind: 'chart', of } }));
}

function leastHeight(piece: Piece, box: Box, level: Level): number {
  switch (piece.kind) {
    case 'texts':
      return stackHeight(shapesOf(piece.blocks, safeWidth(box.w), level.text));
    case 'table':
      return captionHeight(piece.caption, box.w) + leastTableHeight(piece.table, level.table, box.w);
    case 'numbers':
      return numbersHeight(piece.numbers, box, level);
    case 'figures': {
      const { rows } = gridOf(piece.cells.length, box.w);
      const each = rows === 1 ? leastFigure.alone : leastFigure.inGrid;
      const heads = rowHeads(piece.cells, box.w);
      return heads.reduce((sum, head) => sum + head + each, 0) + gaps.between * (rows - 1);
    }
  }
}

function placePiece(piece: Piece, box: Box, level: Level): readonly PlacedPart[] | undefined {
  switch (piece.kind) {
    case 'texts':
      return placeTexts(piece.blocks, box, level.text);
    case 'table':
      return placeTable(piece, box, level.table);
    case 'numbers':
      return placeNumbers(piece.numbers, box, level);
    case 'figures':
      return placeFigures(piece.cells, box);
  }
}

function safeWidth(width: number): number {
  return Math.min(width, longestLine) / widerFonts.text;
}

function placeTexts(blocks: readonly TextBlock[], box: Box, size: number): readonly PlacedPart[] {
  const w = Math.min(box.w, longestLine);
  let y = box.y;
  return shapesOf(blocks, safeWidth(box.w), size).map(({ kind, paragraphs, height }) => {
    const at = { x: box.x, y, w, h: height };
    y += height + gaps.between;
    return { kind, box: at, paragraphs };
  });
}

const captionType: Type = { face: 'strong', size: sizes.caption };

/** Of what stands over a table or a figure, with the room under it. */
export function captionHeight(caption: string, width: number): number {
  return caption === '' ? 0 : heightOf(plain(caption), width / widerFonts.text, captionType) + gaps.afterCaption;
}

function captionAt(caption: string, { x, y, w }: Box): readonly PlacedPart[] {
  if (caption === '') return [];
  const text: TextParagraph = {
    text: plain(caption),
    type: { face: 'text', size: sizes.caption },
    colour: 'ink',
    before: 0,
    strong: true,
  };
  return [{ kind: 'caption', box: { x, y, w, h: captionHeight(caption, w) - gaps.afterCaption }, paragraphs: [text] }];
}

function placeTable(
  { table, caption }: Extract<Piece, { kind: 'table' }>,
  box: Box,
  level: number,
): readonly PlacedPart[] | undefined {
  const head = captionHeight(caption, box.w);
  const size = table.size ?? level;
  const layout = tableWithin(table, size, box.w, box.h - head);
  if (layout === undefined) return undefined;
  const w = layout.widths.reduce((sum, each) => sum + each, 0);
  return [
    ...captionAt(caption, box),
    { kind: 'table', box: { x: box.x, y: box.y + head, w, h: layout.height }, table, layout },
  ];
}

/** Charts side by side, in as many rows as leave each wide enough to be read. */
function gridOf(count: number, width: number): { readonly columns: number; readonly rows: number } {
  const most = Math.max(1, Math.floor((width + gaps.columns) / (250 + gaps.columns)));
  const columns = count === 4 && most >= 2 ? 2 : Math.min(count, most);
  return { columns, rows: Math.ceil(count / columns) };
}

function cellWidth(count: number, width: number): number {
  const { columns } = gridOf(count, width);
  return (width - gaps.columns * (columns - 1)) / columns;
}

/** The room for words over each row of the grid. */
function rowHeads(cells: readonly Cell[], width: number): readonly number[] {
  const { columns, rows } = gridOf(cells.length, width);
  const each = cellWidth(cells.length, width);
  return Array.from({ length: rows }, (_, row) =>
    Math.max(...cells.slice(row * columns, (row + 1) * columns).map(({ caption }) => captionHeight(caption, each))),
  );
}

function placeFigures(cells: readonly Cell[], box: Box): readonly PlacedPart[] {
  const { columns, rows } = gridOf(cells.length, box.w);
  const w = cellWidth(cells.length, box.w);
  const heads = rowHeads(cells, box.w);
  const h = (box.h - heads.reduce((sum, each) => sum + each, 0) - gaps.between * (rows - 1)) / rows;
  return cells.flatMap(({ caption, part }, index): readonly PlacedPart[] => {
    const row = Math.floor(index / columns);
    const top = box.y + heads.slice(0, row).reduce((sum, each) => sum + each, 0) + row * (h + gaps.between);
    const x = box.x + (index % columns) * (w + gaps.columns);
    const room: Box = { x, y: top + heads[row]!, w, h };
    const words = captionAt(caption, { x, y: top, w, h: heads[row]! });
    if (part.kind === 'picture') {
      const { picture } = part.figure;
      return [...words, { kind: 'picture', box: within(room, picture.width, picture.height), figure: part.figure }];
    }
    return [...words, { kind: 'chart', box: room, chart: part.of.chart, alt: part.of.alt }];
  });
}

/** As large as it can be without being stretched; a small picture is not made larger than twice its size. */
function within(room: Box, width: number, height: number): Box {
  const pointsPerPixel = 0.75;
  const scale = Math.min(room.w / width, room.h / height, 2 * pointsPerPixel);
  return { x: room.x, y: room.y, w: width * scale, h: height * scale };
}

/** Numbers stand side by side where there is room for it, and else under each other. */
function numbersGrid({ items }: KeyNumbers, width: number): { readonly columns: number; readonly each: number } {
  const widest = (columns: number) => (width - gaps.columns * (columns - 1)) / columns;
  const needed = Math.max(
    leastNumber.width,
    ...items.flatMap(({ value, words }) => [
      widthOf(value, { face: 'title', size: leastNumber.size }) * widerFonts.number,
      ...words.split(' ').map((word) => widthOf(word, { face: 'text', size: 20 }) * widerFonts.text),
    ]),
  );
  const most = [4, 3, 2].find((columns) => columns <= items.length && widest(columns) >= needed) ?? 1;
  // Rows of the same length: two and two, not three and one.
  const columns = Math.ceil(items.length / Math.ceil(items.length / most));
  return { columns, each: widest(columns) };
}

/** In narrower columns, or in smaller type, numbers are not read as such; in points. */
const leastNumber = { width: 150, size: 28 };

function numberSize({ items }: KeyNumbers, width: number, level: Level): number {
  const most = level.text >= 20 ? 44 : 36;
  return (
    sizes.number.find(
      (size) =>
        size <= most &&
        items.every(({ value }) => lineCount(plain(value), width / widerFonts.number, { face: 'title', size }) === 1),
    ) ?? sizes.number.at(-1)!
  );
}

function numberParagraphs(
  { value, words }: KeyNumbers['items'][number],
  size: number,
  level: Level,
): readonly TextParagraph[] {
  return [
    { text: plain(value), type: { face: 'title', size }, colour: 'own', before: 0 },
    { text: plain(words), type: { face: 'text', size: Math.min(level.text, 20) }, colour: 'ink', before: 2 },
  ];
}

function numberHeights(numbers: KeyNumbers, width: number, level: Level): readonly number[] {
  const { columns, each } = numbersGrid(numbers, width);
  const size = numberSize(numbers, each, level);
  const heights = numbers.items.map((item) =>
    numberParagraphs(item, size, level).reduce(
      (sum, { text, type, before }) =>
        sum + before + heightOf(text, each / (type.face === 'title' ? widerFonts.number : widerFonts.text), type),
      0,
    ),
  );
  return Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
    Math.max(...heights.slice(row * columns, (row + 1) * columns)),
  );
}

function numbersHeight(numbers: KeyNumbers, { w }: Box, level: Level): number {
  const rows = numberHeights(numbers, w, level);
  return rows.reduce((sum, each) => sum + each, 0) + gaps.between * Math.max(0, rows.length - 1);
}

/** Between rows of numbers at most, where there is room to spare. */
const mostNumberGap = 34;

function placeNumbers(numbers: KeyNumbers, box: Box, level: Level): readonly PlacedPart[] {
  const { columns, each } = numbersGrid(numbers, box.w);
  const size = numberSize(numbers, each, level);
  const rows = numberHeights(numbers, box.w, level);
  const spare = box.h - rows.reduce((sum, height) => sum + height, 0);
  const gap = rows.length < 2 ? 0 : Math.min(mostNumberGap, spare / (rows.length - 1));
  return numbers.items.map((item, index) => {
    const row = Math.floor(index / columns);
    const y = box.y + rows.slice(0, row).reduce((sum, height) => sum + height, 0) + row * gap;
    const at = { x: box.x + (index % columns) * (each + gaps.columns), y, w: each, h: rows[row]! };
    return { kind: 'number', box: at, paragraphs: numberParagraphs(item, size, level) };
  });
}
