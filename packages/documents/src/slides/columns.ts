import { isText, isVisual, type Slide, type SlideBlock } from './deck.ts';
import { type Box, gaps } from './look.ts';

/** Blocks under each other in a part of the slide. */
export interface Column {
  readonly blocks: readonly SlideBlock[];
  readonly box: Box;
}

/** Shares of the width that the left column is tried in, the best for what it holds first. */
const shares = { words: [0.33, 0.42, 0.5], even: [0.48, 0.4, 0.56], pictures: [0.68, 0.6, 0.52] };

/** The ways to set a slide, the best first: where a figure goes with words, they stand to its left; what stands beside the blocks stands to their right. */
export function columnsOf({ blocks, beside = [] }: Slide, room: Box): readonly (readonly Column[])[] {
  const whole: readonly Column[] = [{ blocks: [...blocks, ...beside], box: room }];
  const words = blocks.filter(isText);
  const pictures = blocks.filter((block) => !isText(block));
  const mixed =
    beside.length === 0 && words.length > 0 && pictures.some(({ kind }) => kind === 'figure' || kind === 'charts');
  const [left, right] = mixed ? [words, pictures] : [blocks, beside];
  if (left.length === 0 || right.length === 0) return [whole];
  const tried = isWide(left)
    ? isWide(right)
      ? shares.even
      : shares.pictures
    : isWide(right)
      ? shares.words
      : shares.even;
  const divided = tried.map((share) => dividedAt(share, left, right, room));
  return mixed ? [...divided, whole] : divided;
}

function isWide(blocks: readonly SlideBlock[]): boolean {
  return blocks.some(isVisual);
}

function dividedAt(
  share: number,
  left: readonly SlideBlock[],
  right: readonly SlideBlock[],
  room: Box,
): readonly Column[] {
  const width = (room.w - gaps.columns) * share;
  return [
    { blocks: left, box: { ...room, w: width } },
    { blocks: right, box: { ...room, x: room.x + width + gaps.columns, w: room.w - width - gaps.columns } },
  ];
}
