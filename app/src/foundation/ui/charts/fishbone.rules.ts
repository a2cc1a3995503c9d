import type { CauseNode } from './cause-tree.rules.ts';
import { round, textWidth } from './drawing.tsx';
import type { Box } from './labels.ts';
import { wrapLines } from './wrapping.ts';

export interface FishboneBranch {
  readonly label: string;
  readonly causes: readonly CauseNode[];
}

/** Some lines of words at a place; its box is what no other words may touch. */
export interface PlacedWords {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly leading: number;
  readonly box: Box;
}

export interface PlacedBoneCause extends PlacedWords {
  readonly node: CauseNode;
  /** 1 for a cause on the branch, 2 for one on that cause. */
  readonly level: 1 | 2;
  /** All of its text, with how many causes lie deeper than the picture shows. */
  readonly words: string;
  /** The bone under the words, from its free end to where it joins. */
  readonly bone: string;
}

export interface PlacedBranch {
  readonly label: PlacedWords;
  readonly bone: string;
  readonly causes: readonly PlacedBoneCause[];
}

export interface FishboneLayout {
  /** The fish lies, or stands on its tail where there is no room to lie. */
  readonly form: 'lying' | 'standing';
  readonly height: number;
  readonly head: PlacedWords;
  readonly spine: string;
  readonly branches: readonly PlacedBranch[];
}

const cause = { size: 12.5, leading: 15 } as const;
const smaller = { size: 12, leading: 14 } as const;
const labelText = { size: 13.5, leading: 17 } as const;
const headText = { size: 14, leading: 18 } as const;

const leastColumn = 168;
const lean = 34;
const air = 8;
/** Room for the mark of a cause's state before its words. */
export const markRoom = 13;

export function fishboneLayout(
  head: string,
  branches: readonly FishboneBranch[],
  width: number,
  deeperWords: (n: number) => string,
): FishboneLayout {
  const pairs = Math.max(1, Math.ceil(branches.length / 2));
  const headWidth = Math.min(170, width * 0.2);
  const column = (width - headWidth - 18 - lean) / pairs;
  const fits = column >= leastColumn;
  return fits
    ? lying(head, branches, width, headWidth, Math.min(column, 260), deeperWords)
    : standing(head, branches, width, deeperWords);
}

/** What stands on one branch, measured before it is placed: heights from the outer end towards the spine. */
interface Measured {
  readonly label: readonly string[];
  readonly items: readonly MeasuredCause[];
  readonly height: number;
}

interface MeasuredCause {
  readonly node: CauseNode;
  readonly level: 1 | 2;
  readonly lines: readonly string[];
  readonly words: string;
  readonly height: number;
  /** Of the cause with its own causes. */
  readonly blockHeight: number;
}

const underWords = 5;
const betweenCauses = 9;
const indent = 14;

function measure(branch: FishboneBranch, column: number, deeperWords: (n: number) => string): Measured {
  const items = branch.causes.flatMap((node): MeasuredCause[] => {
    const children = node.children ?? [];
    // A cause and its own causes stand in one straight block beside a bone that leans.
    const room = column - air - 14 - (children.length === 0 ? lean / 2 : lean);
    const all = [
      measureCause(node, 1, room, deeperWords),
      ...children.map((child) => measureCause(child, 2, room - indent, deeperWords)),
    ];
    const blockHeight = all.reduce((sum, { height }) => sum + height, 0);
    return all.map((item) => ({ ...item, blockHeight }));
  });
  return {
    label: wrapLines(branch.label, labelText.size * 1.06, column - 30, 3),
    items,
    height: items.reduce((sum, { height }) => sum + height, 0) + 16,
  };
}

function measureCause(
  node: CauseNode,
  level: 1 | 2,
  room: number,
  deeperWords: (n: number) => string,
): Omit<MeasuredCause, 'blockHeight'> {
  const text = level === 1 ? cause : smaller;
  const deeper = level === 1 ? 0 : countBelow(node);
  const words = deeper === 0 ? node.text : `${node.text} ${deeperWords(deeper).replaceAll(' ', '\u00a0')}`;
  const lines = wrapLines(words, text.size, room - (node.state === undefined ? 0 : markRoom), 6);
  return {
    node,
    level,
    words,
    lines,
    height: lines.length * text.leading + underWords + (level === 1 ? betweenCauses : 2),
  };
}

function countBelow(node: CauseNode): number {
  return (node.children ?? []).reduce((sum, child) => sum + 1 + countBelow(child), 0);
}

function lying(
  head: string,
  branches: readonly FishboneBranch[],
  width: number,
  headWidth: number,
  column: number,
  deeperWords: (n: number) => string,
): FishboneLayout {
  const pairs = Math.max(1, Math.ceil(branches.length / 2));
  const measured = branches.map((branch) => measure(branch, column, deeperWords));
  const above = measured.filter((_, index) => index % 2 === 0);
  const below = measured.filter((_, index) => index % 2 === 1);
  const headLines = wrapLines(head, headText.size * 1.06, headWidth - 2 * air - 8);
  const headHeight = headLines.length * headText.leading + 2 * air;
  const labelHeight = (side: readonly Measured[]) =>
    Math.max(0, ...side.map(({ label }) => label.length)) * labelText.leading + (side.length === 0 ? 0 : 10);
  const reach = (side: readonly Measured[]) => Math.max(headHeight / 2 + 6, ...side.map(({ height }) => height));
  const spineY = labelHeight(above) + reach(above);
  // A small fish keeps to the left; a full one has its head at the right edge.
  const spineEnd = Math.min(width - headWidth - 2, pairs * column + lean + 16);
  const sides = [
    { reach: reach(above), direction: -1 },
    { reach: reach(below), direction: 1 },
  ] as const;
  const placed = measured.map((branch, index) => {
    const { reach: length, direction } = sides[index % 2 === 0 ? 0 : 1];
    const joint = spineEnd - 16 - (pairs - 1 - Math.floor(index / 2)) * column;
    return placeBranch(branch, { x: joint, y: spineY }, length, direction, column);
  });
  const spineStart = spineEnd - 16 - (pairs - 1) * column - 44;
  return {
    form: 'lying',
    height: spineY + reach(below) + labelHeight(below) + 2,
    head: wordsAt(
      headLines,
      spineEnd + air + 6,
      spineY - (headLines.length * headText.leading) / 2,
      headText.size,
      headText.leading,
    ),
    spine: `M${round(spineStart)} ${round(spineY)}H${round(spineEnd)}`,
    branches: placed,
  };
}

/** A branch leans from its label at the outer end to its joint; the words stand left of it, each on its own bone. */
function placeBranch(
  branch: Measured,
  joint: { readonly x: number; readonly y: number },
  reach: number,
  direction: 1 | -1,
  column: number,
): PlacedBranch {
  const outer = { x: joint.x - lean, y: joint.y + direction * reach };
  const boneX = (y: number) => joint.x - (lean * Math.abs(y - joint.y)) / reach;
  const left = (y: number) => boneX(y) - column + 14;
  // Words read from the top down on both sides.
  let top = direction === -1 ? outer.y + 4 : joint.y + 12;
  let causeBone = 0;
  let blockLeft = 0;
  const causes = branch.items.map((item): PlacedBoneCause => {
    const text = item.level === 1 ? cause : smaller;
    const y = top + item.lines.length * text.leading + underWords - 2;
    // Where the block comes nearest to the branch on its left decides for all of it.
    if (item.level === 1) blockLeft = Math.max(left(top), left(top + item.blockHeight));
    const x = blockLeft + (item.level === 2 ? indent : 0);
    const words = wordsAt(item.lines, x + (item.node.state === undefined ? 0 : markRoom), top, text.size, text.leading);
    const bone =
      item.level === 1
        ? `M${round(x)} ${round(y)}H${round(boneX(y))}`
        : `M${round(x - indent + 3)} ${round(causeBone)}V${round(y - 5)}q0 5 5 5H${round(x + 26)}`;
    if (item.level === 1) causeBone = y;
    top += item.height;
    return { ...words, node: item.node, level: item.level, words: item.words, bone };
  });
  const labelWidth = Math.max(...branch.label.map((line) => textWidth(line, labelText.size * 1.06)), 10);
  const labelTop = direction === -1 ? outer.y - 6 - branch.label.length * labelText.leading : outer.y + 6;
  return {
    label: wordsAt(branch.label, outer.x - labelWidth / 2, labelTop, labelText.size, labelText.leading),
    bone: `M${round(outer.x)} ${round(outer.y)}L${round(joint.x)} ${round(joint.y)}`,
    causes,
  };
}

function standing(
  head: string,
  branches: readonly FishboneBranch[],
  width: number,
  deeperWords: (n: number) => string,
): FishboneLayout {
  const headLines = wrapLines(head, headText.size * 1.06, width - 2 * air - 12);
  const spineX = 9;
  const labelX = 40;
  const headPlaced = wordsAt(headLines, air + 6, air, headText.size, headText.leading);
  let top = headLines.length * headText.leading + 2 * air + 16;
  let spineBottom = top;
  const placed = branches.map((branch): PlacedBranch => {
    const { items } = measure(branch, width - labelX + air + 14, deeperWords);
    const label = wordsAt(
      wrapLines(branch.label, labelText.size * 1.06, width - labelX),
      labelX,
      top,
      labelText.size,
      labelText.leading,
    );
    const joint = top + 2;
    const labelMiddle = top + labelText.leading / 2;
    top += label.lines.length * labelText.leading + 4;
    let trunk = labelMiddle;
    let causeBone = 0;
    const causes = items.map((item): PlacedBoneCause => {
      const text = item.level === 1 ? cause : smaller;
      const x = labelX + (item.level === 2 ? indent : 0);
      const y = top + item.lines.length * text.leading + underWords - 2;
      const words = wordsAt(
        item.lines,
        x + (item.node.state === undefined ? 0 : markRoom),
        top,
        text.size,
        text.leading,
      );
      const bone =
        item.level === 1
          ? `M${round(labelX - 12)} ${round(y)}H${round(Math.max(...item.lines.map((line) => textWidth(line, text.size)), 30) + words.x)}`
          : `M${round(x - indent + 3)} ${round(causeBone)}V${round(y - 5)}q0 5 5 5H${round(x + 26)}`;
      if (item.level === 1) {
        causeBone = y;
        trunk = y;
      }
      top += item.height;
      return { ...words, node: item.node, level: item.level, words: item.words, bone };
    });
    spineBottom = Math.max(spineBottom, joint + 14);
    top += 12;
    return {
      label,
      bone: `M${spineX} ${round(joint - 12)}L${labelX - 12} ${round(labelMiddle)}V${round(trunk)}`,
      causes,
    };
  });
  return {
    form: 'standing',
    height: top,
    head: headPlaced,
    spine: `M${spineX} ${round(headLines.length * headText.leading + 2 * air)}V${round(spineBottom)}`,
    branches: placed,
  };
}

function wordsAt(lines: readonly string[], x: number, y: number, size: number, leading: number): PlacedWords {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size)));
  return { lines, x, y, size, leading, box: { left: x, top: y, right: x + width, bottom: y + lines.length * leading } };
}
