import { formatNumber } from '../../format/index.ts';
import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import {
  discRadius,
  type MatrixItem,
  type MatrixLayout,
  matrixLayout,
  nameText,
  type PlacedItem,
  type QuadrantWords,
} from './effort-effect.rules.ts';
import { EmptyDrawing, Lines, NumberedRow, Part, RowTouch, Touch } from './picture-parts.tsx';

export interface EffortEffectMatrixProps extends ChartProps {
  /** Numbered in the order given. */
  readonly items: readonly MatrixItem[];
  /** Words in the corners: "gör först" top left (little effort, large effect), "låt bli" bottom right. */
  readonly quadrants?: QuadrantWords;
  readonly effortLabel?: string;
  readonly effectLabel?: string;
}

/** Proposals by what they take and what they give, 1 to 5 each; named where there is room, else by number in a list below. */
export function EffortEffectMatrix(props: EffortEffectMatrixProps) {
  const { items, quadrants = {}, width = 720 } = props;
  if (items.length === 0) return <EmptyDrawing chart={props} width={width} kind="matrix" />;
  const layout = matrixLayout(items, quadrants, width, width < 480 ? 330 : Math.min(520, width * 0.62));
  return (
    <Drawing
      chart={props}
      width={width}
      height={layout.height}
      kind="matrix"
      linked={items.some(({ href }) => href !== undefined)}
    >
      <Grid layout={layout} props={props} />
      {layout.items.map((placed) => (
        <Item placed={placed} />
      ))}
      <More layout={layout} />
    </Drawing>
  );
}

const scores = [1, 2, 3, 4, 5];

function Grid({ layout, props }: { layout: MatrixLayout; props: EffortEffectMatrixProps }) {
  const texts = chainTexts(useLanguage());
  const { plot, x, y, corners } = layout;
  const effort = props.effortLabel ?? texts.effort;
  const effect = props.effectLabel ?? texts.effect;
  return (
    <>
      <path
        class="chain-hairline"
        d={[1.5, 2.5, 3.5, 4.5]
          .map(
            (score) =>
              `M${round(x(score))} ${plot.top}V${round(plot.bottom)}M${plot.left} ${round(y(score))}H${plot.right}`,
          )
          .join('')}
      />
      <path class="chart-group" d={`M${plot.left} ${plot.top}V${round(plot.bottom)}H${plot.right}`} />
      <path
        class="chart-break"
        d={`M${round(x(3))} ${plot.top}V${round(plot.bottom)}M${plot.left} ${round(y(3))}H${plot.right}`}
      />
      {corners.map(({ text, x: left, y: top, anchor }) => (
        <text class="chart-corner" x={round(left)} y={round(top)} text-anchor={anchor} font-size="13">
          {text}
        </text>
      ))}
      {scores.map((score) => (
        <>
          <text class="chart-tick" x={round(x(score))} y={round(plot.bottom + 16)} text-anchor="middle">
            {score}
          </text>
          <text class="chart-tick" x={plot.left - 8} y={round(y(score) + 4)} text-anchor="end">
            {score}
          </text>
        </>
      ))}
      <text class="chain-note" x={plot.right} y={round(plot.bottom + 34)} text-anchor="end">
        {`${effort} (1 ${texts.low} – 5 ${texts.high})`}
      </text>
      <text class="chain-note" transform={`translate(14 ${plot.top}) rotate(-90)`} text-anchor="end">
        {`${effect} (1 ${texts.low} – 5 ${texts.high})`}
      </text>
    </>
  );
}

function Item({ placed }: { placed: PlacedItem }) {
  const { item, number, disc, name, row } = placed;
  return (
    <Part
      href={item.href}
      label={`${number} ${item.text}`}
      shape={
        <>
          {disc !== undefined && <circle class="chain-disc" cx={round(disc.x)} cy={round(disc.y)} r={discRadius} />}
          {name !== undefined && <Touch {...nameText} {...name} />}
          {row !== undefined && <RowTouch row={row} />}
        </>
      }
    >
      {disc !== undefined && (
        <text
          class={number > 99 ? 'chain-number is-long' : 'chain-number'}
          x={round(disc.x)}
          y={round(disc.y + 4)}
          text-anchor="middle"
        >
          {number}
        </text>
      )}
      {name !== undefined && (
        <Lines
          lines={name.lines}
          x={name.x}
          y={name.y}
          leading={nameText.leading}
          class="chain-words is-bone is-on-lines"
          anchor={name.anchor}
        />
      )}
      {row !== undefined && <NumberedRow number={number} row={row} />}
    </Part>
  );
}

function More({ layout }: { layout: MatrixLayout }) {
  const language = useLanguage();
  const texts = chainTexts(language);
  return (
    <>
      {layout.more.map(({ x, y, count }) => (
        <g data-tip={texts.moreHere(formatNumber(count, language))}>
          <circle class="chain-disc is-more" cx={round(x)} cy={round(y)} r={discRadius} />
          <text
            class={count > 9 ? 'chain-number is-more is-long' : 'chain-number is-more'}
            x={round(x)}
            y={round(y + 4)}
            text-anchor="middle"
          >
            {`+${count}`}
          </text>
        </g>
      ))}
    </>
  );
}
