import { formatNumber } from '../../format/index.ts';
import { useLanguage } from '../language.tsx';
import { StateMark } from './cause-tree.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import {
  type FishboneBranch,
  fishboneLayout,
  markRoom,
  type PlacedBoneCause,
  type PlacedWords,
} from './fishbone.rules.ts';
import { Lines, Part, Touch } from './picture-parts.tsx';

export interface FishboneProps extends ChartProps {
  /** The problem, in the head of the fish. */
  readonly head: string;
  /** In the order given, above and below the spine in turn; the labels are the municipality's own. */
  readonly branches: readonly FishboneBranch[];
}

/** Ishikawa's fish: causes on their branches, causes of causes as smaller bones; what lies deeper is counted. */
export function Fishbone(props: FishboneProps) {
  const language = useLanguage();
  const texts = chainTexts(language);
  const { head, branches, width = 1100 } = props;
  const layout = fishboneLayout(head, branches, width, (n) => texts.deeper(formatNumber(n, language)));
  return (
    <Drawing
      chart={props}
      width={width}
      height={layout.height}
      kind="fishbone"
      linked={layout.branches.some(({ causes }) => causes.some(({ node }) => node.href !== undefined))}
    >
      <path class="chain-spine" d={layout.spine} />
      {layout.branches.map(({ bone, causes }) => (
        <>
          <path class="chain-bone" d={bone} />
          <path class="chain-small-bone" d={causes.map((each) => each.bone).join('')} />
        </>
      ))}
      <Head words={layout.head} />
      {layout.branches.map(({ label, causes }) => (
        <>
          <Lines lines={label.lines} x={label.x} y={label.y} leading={label.leading} class="chain-words is-head" />
          {causes.map((placed) => (
            <BoneCause placed={placed} />
          ))}
        </>
      ))}
    </Drawing>
  );
}

function Head({ words }: { words: PlacedWords }) {
  const { box } = words;
  return (
    <>
      <rect
        class="chain-node is-root"
        x={round(box.left - 12)}
        y={round(box.top - 8)}
        width={round(box.right - box.left + 22)}
        height={round(box.bottom - box.top + 16)}
        rx="5"
      />
      <Lines lines={words.lines} x={words.x} y={words.y} leading={words.leading} class="chain-words is-head" />
    </>
  );
}

function BoneCause({ placed }: { placed: PlacedBoneCause }) {
  const texts = chainTexts(useLanguage());
  const { node, level, words, lines, x, y, leading } = placed;
  const label = [words, node.state === undefined ? undefined : texts[node.state]].filter(Boolean).join(', ');
  return (
    <Part
      href={node.href}
      label={label}
      shape={
        <Touch
          lines={lines}
          size={placed.size}
          leading={leading}
          x={x}
          y={y}
          before={node.state === undefined ? 0 : markRoom}
        />
      }
    >
      {node.state !== undefined && <StateMark state={node.state} x={x - markRoom + 4} y={y + leading / 2} />}
      <Lines
        lines={lines}
        x={x}
        y={y}
        leading={leading}
        class={`chain-words is-${node.state ?? 'plain'}${level === 2 ? ' is-small' : ' is-bone'}`}
      />
    </Part>
  );
}
