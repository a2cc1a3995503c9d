import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import { EmptyDrawing, Lines, Part } from './picture-parts.tsx';
import {
  cardText,
  type PlacedThreadNode,
  type ThreadColumn,
  type ThreadEdge,
  type ThreadNode,
  threadLayout,
} from './thread.rules.ts';
import { oneLine } from './wrapping.ts';

export interface ThreadPictureProps extends ChartProps {
  /** The steps from left to right; one without nodes is shown as not reached yet. */
  readonly columns: readonly ThreadColumn[];
  readonly nodes: readonly ThreadNode[];
  readonly edges: readonly ThreadEdge[];
  /** Where the reader stands: its card and its lines are marked. */
  readonly current?: string | undefined;
}

/**
 * Tråden: the way from a figure to the effect on it. For a file, draw it at `threadWidth(columns.length)` or wider: a narrower
 * place on a page lets it scroll sideways.
 */
export function ThreadPicture(props: ThreadPictureProps) {
  const { columns, nodes, edges, current, width = 1240 } = props;
  if (nodes.length === 0) return <EmptyDrawing chart={props} width={width} kind="thread" />;
  const layout = threadLayout(columns, nodes, edges, width);
  const ofCurrent = layout.edges.filter(({ from, to }) => from === current || to === current);
  const others = layout.edges.filter((edge) => !ofCurrent.includes(edge));
  return (
    <Drawing
      chart={props}
      width={layout.width}
      height={layout.height}
      kind={layout.form === 'across' ? 'thread' : 'thread-down'}
      linked={nodes.some(({ href }) => href !== undefined)}
    >
      <path class="chain-edge" d={others.map(({ path }) => path).join('')} />
      <path class="chain-edge is-current" d={ofCurrent.map(({ path }) => path).join('')} />
      {layout.nodes.map((placed) => (
        <Card placed={placed} current={placed.node !== undefined && placed.node.id === current} />
      ))}
    </Drawing>
  );
}

function Card({ placed, current }: { placed: PlacedThreadNode; current: boolean }) {
  const texts = chainTexts(useLanguage());
  const { node, column, x, y, width, height, lines } = placed;
  const kind = current ? `${column.label} · ${texts.here}` : column.label;
  const left = x + cardText.air;
  const words = width - 2 * cardText.air;
  const title = y + cardText.air - 2 + cardText.kind;
  return (
    <Part
      href={node?.href}
      label={[kind, node?.title, node?.note].filter((part) => part !== undefined).join(': ')}
      current={current}
      shape={
        <rect
          class={`chain-node is-${node === undefined ? 'hypothesis' : current ? 'current' : 'plain'}`}
          x={round(x + 1)}
          y={round(y)}
          width={round(width - 2)}
          height={round(height)}
          rx="5"
        />
      }
    >
      <text class={`chain-kind is-${column.tone ?? 'none'}`} x={round(left)} y={round(y + cardText.air + 9)}>
        {oneLine(kind, 12 * 1.06, words)}
      </text>
      {node === undefined ? (
        <text class="chart-missing" x={round(left)} y={round(title + 12)}>
          {texts.notYet}
        </text>
      ) : (
        <Lines lines={lines} x={left} y={title} leading={cardText.leading} class="chain-words is-bone" />
      )}
      {node?.note !== undefined && (
        <text class="chain-note" x={round(left)} y={round(y + height - cardText.air)}>
          {oneLine(node.note, 12, words)}
        </text>
      )}
    </Part>
  );
}
