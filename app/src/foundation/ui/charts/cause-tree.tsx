import { useLanguage } from '../language.tsx';
import {
  type CauseNode,
  type CauseState,
  type CauseTreeLayout,
  causeEdge,
  causeText,
  causeTreeLayout,
  type PlacedCause,
} from './cause-tree.rules.ts';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import { Lines, Part } from './picture-parts.tsx';

export interface CauseTreeProps extends ChartProps {
  /** The problem; its children answer "varför?", theirs the same again, to any depth. */
  readonly root: CauseNode;
  /** What the root is when it holds several problems, which then stand in the second column. */
  readonly over?: string;
}

/**
 * A problem and its causes, "varför?" by "varför?". A hypothesis has a broken edge and an open dot, a cause with support a
 * thick edge and a filled one, a rejected cause a dotted edge, a cross and struck words; each says so in words too.
 */
export function CauseTree(props: CauseTreeProps) {
  const { root, over, width = 920 } = props;
  const layout = causeTreeLayout(root, width);
  return (
    <Drawing
      chart={props}
      width={Math.max(width, layout.width)}
      height={layout.height}
      kind="cause-tree"
      linked={layout.nodes.some(({ node }) => node.href !== undefined)}
    >
      <LevelHeadings layout={layout} over={over} />
      {layout.nodes.map((placed) =>
        placed.parent === undefined ? null : (
          <path
            class={`chain-edge${placed.node.state === 'rejected' ? ' is-rejected' : ''}`}
            d={causeEdge(placed, layout.form)}
          />
        ),
      )}
      {layout.nodes.map((placed) => (
        <Cause placed={placed} />
      ))}
    </Drawing>
  );
}

function LevelHeadings({ layout, over }: { layout: CauseTreeLayout; over: string | undefined }) {
  const texts = chainTexts(useLanguage());
  const headings = over === undefined ? [texts.problem] : [over, texts.problem];
  return (
    <>
      {layout.levels.map((x, level) => (
        <text class="chain-note" x={round(x)} y="13">
          {headings[level] ?? texts.why}
        </text>
      ))}
    </>
  );
}

function Cause({ placed }: { placed: PlacedCause }) {
  const texts = chainTexts(useLanguage());
  const { node, depth, x, y, width, height, lines } = placed;
  const state = node.state === undefined ? undefined : texts[node.state];
  const left = x + causeText.air;
  return (
    <Part
      href={node.href}
      label={state === undefined ? node.text : `${node.text}, ${state}`}
      shape={
        <rect
          class={`chain-node ${depth === 0 ? 'is-root' : `is-${node.state ?? 'plain'}`}`}
          x={round(x)}
          y={round(y)}
          width={round(width)}
          height={round(height)}
          rx="5"
        />
      }
    >
      <Lines
        lines={lines}
        x={left}
        y={y + causeText.air - 2}
        leading={causeText.leading}
        class={`chain-words ${depth === 0 ? 'is-strong' : `is-${node.state ?? 'plain'}`}`}
      />
      {node.state !== undefined && (
        <>
          <StateMark state={node.state} x={left + 4} y={y + height - causeText.air - 3} />
          <text class="chain-note" x={round(left + 13)} y={round(y + height - causeText.air + 1)}>
            {state}
          </text>
        </>
      )}
    </Part>
  );
}

/** Open dot, filled dot, cross: told apart without colour. */
export function StateMark({ state, x, y }: { state: CauseState; x: number; y: number }) {
  const [cx, cy] = [round(x), round(y)];
  return state === 'rejected' ? (
    <path class="chain-mark is-rejected" d={`M${cx - 3} ${cy - 3}l6 6m0 -6l-6 6`} />
  ) : (
    <circle class={`chain-mark is-${state}`} cx={cx} cy={cy} r="3.4" />
  );
}
