import { round } from './drawing.tsx';
import { wrapLines } from './wrapping.ts';

export type CauseState = 'hypothesis' | 'supported' | 'rejected';

export interface CauseNode {
  readonly id: string;
  readonly text: string;
  readonly state?: CauseState | undefined;
  readonly href?: string | undefined;
  readonly children?: readonly CauseNode[] | undefined;
}

export interface PlacedCause {
  readonly node: CauseNode;
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly parent?: PlacedCause;
}

export interface CauseTreeLayout {
  /** Columns from left to right, or an outline with steps to the right where columns would be too narrow. */
  readonly form: 'columns' | 'outline';
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedCause[];
  /** Where each level begins, for its heading; none in an outline. */
  readonly levels: readonly number[];
}

export const causeText = { size: 13, leading: 16.5, air: 9, stateHeight: 16 } as const;

const leastColumn = 140;
const widestColumn = 230;
/** Of a node in an outline; longer lines are hard to read. */
const widestLine = 560;
const columnGap = 34;
const rowGap = 10;
/** For the lines of the outermost nodes. */
const edge = 1;
const headingHeight = 24;

export function causeTreeLayout(root: CauseNode, width: number): CauseTreeLayout {
  const levels = depthOf(root);
  const column = Math.min(widestColumn, (width - 2 * edge - columnGap * (levels - 1)) / levels);
  return column >= leastColumn || levels === 1
    ? inColumns(root, levels, Math.min(column, width))
    : asOutline(root, levels, width);
}

/**
 * Every subtree keeps a band of its own, as high as its children together or as its own node, so nothing can overlap; a parent
 * stands in the middle of its band.
 */
function inColumns(root: CauseNode, levels: number, column: number): CauseTreeLayout {
  const nodes: PlacedCause[] = [];
  const sizes = new Map<CauseNode, Size>();
  const bandOf = (node: CauseNode): number => {
    const own = sizeOf(node, column);
    const children = node.children ?? [];
    const below = children.reduce((sum, child) => sum + bandOf(child), 0) + rowGap * Math.max(0, children.length - 1);
    sizes.set(node, { ...own, band: Math.max(own.height, below), below });
    return Math.max(own.height, below);
  };
  const place = (node: CauseNode, depth: number, top: number, parent?: PlacedCause): void => {
    const { lines, height, band, below } = sizes.get(node)!;
    const placed: PlacedCause = {
      node,
      depth,
      x: edge + depth * (column + columnGap),
      y: top + (band - height) / 2,
      width: column,
      height,
      lines,
      ...(parent === undefined ? {} : { parent }),
    };
    nodes.push(placed);
    let childTop = top + (band - below) / 2;
    for (const child of node.children ?? []) {
      place(child, depth + 1, childTop, placed);
      childTop += sizes.get(child)!.band + rowGap;
    }
  };
  const height = headingHeight + bandOf(root) + 2;
  place(root, 0, headingHeight);
  return {
    form: 'columns',
    width: levels * column + (levels - 1) * columnGap + 2 * edge,
    height,
    nodes,
    levels: Array.from({ length: levels }, (_, level) => edge + level * (column + columnGap)),
  };
}

interface Size {
  readonly lines: readonly string[];
  readonly height: number;
  readonly band: number;
  readonly below: number;
}

function asOutline(root: CauseNode, levels: number, width: number): CauseTreeLayout {
  // At any depth six tenths of the width are left for words.
  const step = Math.min(22, (width * 0.4) / Math.max(1, levels - 1));
  const nodes: PlacedCause[] = [];
  let top = 1;
  const place = (node: CauseNode, depth: number, parent?: PlacedCause): void => {
    const x = edge + depth * step;
    const room = Math.min(widestLine, width - x - edge);
    const { lines, height } = sizeOf(node, room);
    const placed = {
      node,
      depth,
      x,
      y: top,
      width: room,
      height,
      lines,
      ...(parent === undefined ? {} : { parent }),
    };
    nodes.push(placed);
    top += height + rowGap;
    for (const child of node.children ?? []) place(child, depth + 1, placed);
  };
  place(root, 0);
  return { form: 'outline', width, height: top - rowGap + 2, nodes, levels: [] };
}

function sizeOf(node: CauseNode, width: number): { lines: string[]; height: number } {
  // Bold words are some six per cent wider; the root is bold, and one measure for all is enough.
  const lines = wrapLines(node.text, causeText.size * 1.06, width - 2 * causeText.air);
  const state = node.state === undefined ? 0 : causeText.stateHeight;
  return { lines, height: Math.max(1, lines.length) * causeText.leading + state + 2 * causeText.air - 3 };
}

function depthOf(node: CauseNode): number {
  return 1 + Math.max(0, ...(node.children ?? []).map(depthOf));
}

/** From parent to child: a soft bend between columns, a corner in an outline. */
export function causeEdge({ parent, ...child }: PlacedCause, form: CauseTreeLayout['form']): string {
  if (parent === undefined) return '';
  const middle = child.y + child.height / 2;
  if (form === 'outline') {
    const x = parent.x + Math.min(8, (child.x - parent.x) / 2);
    return `M${round(x)} ${round(parent.y + parent.height)}V${round(middle)}H${round(child.x)}`;
  }
  const from = { x: parent.x + parent.width, y: parent.y + parent.height / 2 };
  const bend = (from.x + child.x) / 2;
  return `M${round(from.x)} ${round(from.y)}C${round(bend)} ${round(from.y)} ${round(bend)} ${round(middle)} ${round(child.x)} ${round(middle)}`;
}
