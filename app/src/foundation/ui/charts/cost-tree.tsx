import { useTexts } from '../language.tsx';
import { type ChartProps, Drawing, isDrawable, round } from './drawing.tsx';

export interface CostNode {
  readonly label: string;
  /** Formatted with unit: "168 420 kr/inv 80+". */
  readonly value: string;
  readonly comparison?: string | undefined;
  /** This node's part of the difference, in the same unit for all nodes; the children's parts add up to it. */
  readonly difference: number | undefined;
  /** The difference as read: "+25,6 mnkr", or the reason why it is missing. */
  readonly differenceText: string;
  /** How the children make this node: "=" for a sum, "×" for a product. */
  readonly operator?: '+' | '×' | undefined;
  readonly children?: readonly CostNode[];
}

export interface CostTreeProps extends ChartProps {
  readonly root: CostNode;
  /** Words over the value and over the comparison. */
  readonly ownLabel: string;
  readonly comparisonLabel: string;
}

/** Room over the first line for the words that say which way is dearer. */
const top = 20;

interface Line {
  readonly node: CostNode;
  readonly depth: number;
  readonly operator: string;
  /** Depths whose branch goes on below this line. */
  readonly open: readonly number[];
  readonly last: boolean;
}

/**
 * Where a cost difference comes from: an indented tree, one box a line, with a bar for the part of the difference that
 * the box answers for. More than the comparison goes right and is filled, less goes left and is hollow.
 */
export function CostTree(props: CostTreeProps) {
  const texts = useTexts();
  const { width = 720 } = props;
  const lines = flatten(props.root);
  const step = width < 480 ? 74 : 56;
  const height = props.height ?? lines.length * step + top;
  const barWidth = width < 480 ? width * 0.34 : width * 0.36;
  const { zero, length } = scaleOf(lines, width, barWidth);
  return (
    <Drawing chart={props} width={width} height={height} kind="cost-tree">
      <text class="chart-note" x={round(zero - 8)} y="13" text-anchor="end">
        {texts.lower}
      </text>
      <text class="chart-note" x={round(zero + 8)} y="13">
        {texts.higher}
      </text>
      <path class="chart-break" d={`M${round(zero)} 2V${round(height)}`} />
      {lines.map((line, index) => (
        <TreeLine
          line={line}
          y={top + index * step}
          step={step}
          props={props}
          zero={zero}
          width={width}
          length={length}
        />
      ))}
    </Drawing>
  );
}

/** One scale for all bars, with the zero line where both the longest on each side and their words have room. */
function scaleOf(
  lines: readonly Line[],
  width: number,
  barWidth: number,
): { zero: number; length: (difference: number) => number } {
  const differences = lines.map(({ node }) => (isDrawable(node.difference) ? node.difference : 0));
  const highest = Math.max(...differences, 0);
  const lowest = Math.max(...differences.map((difference) => -difference), 0);
  const unit = (barWidth - 8) / Math.max(highest + lowest, 1e-9);
  const wordRoom = 72;
  const zero = Math.min(width - wordRoom, Math.max(width - barWidth + wordRoom * 0.6, width - 4 - highest * unit));
  const scale = Math.min(
    unit,
    (width - 4 - zero) / Math.max(highest, 1e-9),
    (zero - width + barWidth) / Math.max(lowest, 1e-9),
  );
  return { zero, length: (difference) => Math.abs(difference) * scale };
}

interface TreeLineProps {
  readonly line: Line;
  readonly y: number;
  readonly step: number;
  readonly props: CostTreeProps;
  readonly zero: number;
  readonly width: number;
  readonly length: (difference: number) => number;
}

function TreeLine({ line, y, step, props, zero, width, length }: TreeLineProps) {
  const { node, depth } = line;
  const left = depth * 22;
  const text = left + (line.operator === '' ? 0 : 18);
  const bar = isDrawable(node.difference) ? length(node.difference) : undefined;
  const more = (node.difference ?? 0) >= 0;
  const barTop = y + 10;
  const comparison = node.comparison === undefined ? '' : `${props.comparisonLabel} ${node.comparison}`;
  const narrow = step > 60;
  return (
    <g>
      <path class="chart-grid" d={`M0 ${y + step - 4}H${round(width)}`} />
      {line.operator !== '' && (
        <text class="chart-operator" x={round(left)} y={y + 22}>
          {line.operator}
        </text>
      )}
      <text class="chart-name is-node" x={round(text)} y={y + 20}>
        {node.label}
      </text>
      <text class="chart-value is-node" x={round(text)} y={y + 38}>
        {narrow || comparison === '' ? node.value : `${node.value} · ${comparison}`}
      </text>
      {narrow && comparison !== '' && (
        <text class="chart-value is-node" x={round(text)} y={y + 55}>
          {comparison}
        </text>
      )}
      {bar !== undefined && (
        <rect
          class={more ? 'chart-more' : 'chart-less'}
          x={round(more ? zero : zero - bar)}
          y={barTop}
          width={round(Math.max(bar, 1))}
          height="14"
        />
      )}
      <text
        class="chart-value is-difference"
        x={round(more ? zero + 3 : zero - 3)}
        y={barTop + 30}
        text-anchor={more ? 'start' : 'end'}
      >
        {node.differenceText}
      </text>
    </g>
  );
}

function flatten(node: CostNode, depth = 0, operator = ''): Line[] {
  const children = node.children ?? [];
  return [
    { node, depth, operator, open: [], last: children.length === 0 },
    ...children.flatMap((child, index) => flatten(child, depth + 1, index === 0 ? '=' : (node.operator ?? '+'))),
  ];
}
