import { scaleLinear } from 'd3-scale';
import { formatFigure } from '../../format/index.ts';
import type { Language } from '../../texts/index.ts';
import { useLanguage } from '../language.tsx';
import { type ChartProps, Drawing, diamondPath, extent, isDrawable, round, textWidth } from './drawing.tsx';
import { boxAround, type PointToName, placeNames } from './labels.ts';

export interface DistributionUnit {
  readonly code: string;
  readonly name: string;
  readonly value: number | undefined;
}

export interface DistributionProps extends ChartProps {
  readonly units: readonly DistributionUnit[];
  readonly own: string;
  /** Codes drawn as diamonds and named where there is room: neighbours, similar municipalities. */
  readonly named?: readonly string[];
  /** A level to compare with: a line across, named. */
  readonly line?: { readonly value: number; readonly label: string };
  readonly unit: string;
  readonly format?: (value: number, language: Language) => string;
}

/** Every municipality in order of value, lowest first; own filled and named. */
export function Distribution(props: DistributionProps) {
  const language = useLanguage();
  const { width = 720, height = width < 480 ? 260 : 280, line, unit } = props;
  const write = (value: number) => (props.format ?? formatFigure)(value, language);
  const sorted = props.units
    .flatMap(({ code, name, value }) => (isDrawable(value) ? [{ code, name, value }] : []))
    .sort((a, b) => a.value - b.value || a.code.localeCompare(b.code, 'sv'));
  const y = scaleLinear(extent([...sorted.map(({ value }) => value), line?.value], 0.04), [height - 14, 30]).nice(4);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => textWidth(write(tick), 12))) + 14;
  const x = scaleLinear([0, Math.max(1, sorted.length - 1)], [left + 6, width - 10]);
  const points = sorted.map((each, index) => ({ ...each, x: x(index), y: y(each.value) }));
  const own = points.find(({ code }) => code === props.own);
  const named = points.filter(({ code }) => code !== props.own && props.named?.includes(code) === true);
  const lineWords =
    line === undefined ? [] : wordsOnLine(line, write, { left: left + 6, y: y(line.value), width: (width - left) / 2 });
  const names = placeNames(
    [
      ...(own === undefined ? [] : [nameOf(own, `${own.name} ${write(own.value)}`, 14)]),
      ...named.map((point) => nameOf(point, point.name, 12)),
    ],
    [
      ...(own === undefined ? [] : [boxAround(own.x, own.y, 6)]),
      ...points.filter((_, index) => index % 4 === 0).map((point) => boxAround(point.x, point.y, 2.5)),
      ...lineWords.map(({ text, x: textX, y: textY }) => ({
        left: textX,
        right: textX + textWidth(text, 12),
        top: textY - 11,
        bottom: textY + 3,
      })),
    ],
    { left, top: 20, right: width, bottom: height - 4 },
  );
  return (
    <Drawing chart={props} width={width} height={height} kind="distribution">
      <text class="chart-note" x="0" y="14">
        {unit}
      </text>
      <path class="chart-grid" d={ticks.map((tick) => `M${round(left)} ${round(y(tick))}H${width}`).join('')} />
      {ticks.map((tick) => (
        <text class="chart-tick" x={round(left - 8)} y={round(y(tick) + 4)} text-anchor="end">
          {write(tick)}
        </text>
      ))}
      {line !== undefined && (
        <path class="chart-line-comparison" d={`M${round(left)} ${round(y(line.value))}H${width}`} />
      )}
      <path class="chart-dots" d={points.map((point) => `M${round(point.x)} ${round(point.y)}h.01`).join('')} />
      {lineWords.map(({ text, x: textX, y: textY }) => (
        <text class="chart-note is-on-dots" x={round(textX)} y={round(textY)}>
          {text}
        </text>
      ))}
      {named.map((point) => (
        <path
          class="chart-comparison"
          d={diamondPath(point.x, point.y, 4.5)}
          data-tip={`${point.name}: ${write(point.value)} ${unit}`}
        />
      ))}
      {own !== undefined && (
        <circle
          class="chart-own"
          cx={round(own.x)}
          cy={round(own.y)}
          r="6"
          data-tip={`${own.name}: ${write(own.value)} ${unit}`}
        />
      )}
      <Names names={names} own={own === undefined ? undefined : `${own.name} ${write(own.value)}`} />
    </Drawing>
  );
}

/** Name and value above the line at its left end, on two lines where one would reach the middle. */
function wordsOnLine(
  line: { readonly value: number; readonly label: string },
  write: (value: number) => string,
  place: { readonly left: number; readonly y: number; readonly width: number },
): { text: string; x: number; y: number }[] {
  const words = `${line.label} ${write(line.value)}`;
  if (textWidth(words, 12) <= place.width) return [{ text: words, x: place.left, y: place.y - 6 }];
  return [
    { text: line.label, x: place.left, y: place.y - 21 },
    { text: write(line.value), x: place.left, y: place.y - 6 },
  ];
}

function nameOf(point: { readonly x: number; readonly y: number }, text: string, size: number): PointToName {
  return { x: point.x, y: point.y, text, size };
}

/** Placed names with a thin line to those that had to stand off. */
export function Names({ names, own }: { names: ReturnType<typeof placeNames>; own: string | undefined }) {
  return (
    <g>
      {names.map((name) => (
        <g>
          {name.led && (
            <path
              class="chart-leader"
              d={`M${round(name.x)} ${round(name.y)}L${round(name.textX)} ${round(name.textY)}`}
            />
          )}
          <text
            class={name.text === own ? 'chart-name is-own' : 'chart-name is-comparison'}
            x={round(name.textX)}
            y={round(name.textY + name.size * 0.35)}
            text-anchor={name.anchor}
          >
            {name.text}
          </text>
        </g>
      ))}
    </g>
  );
}
