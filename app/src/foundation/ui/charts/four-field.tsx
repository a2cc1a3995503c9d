import { scaleLinear } from 'd3-scale';
import { Names } from './distribution.tsx';
import { type ChartProps, Drawing, diamondPath, extent, isDrawable, round, textWidth } from './drawing.tsx';
import { type Box, boxAround, placeNames } from './labels.ts';

export interface FieldPoint {
  readonly code: string;
  readonly name: string;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

export interface FourFieldProps extends ChartProps {
  readonly points: readonly FieldPoint[];
  readonly own: string;
  /** Drawn as open diamonds. */
  readonly similar?: readonly string[];
  /** Named, in order of importance, as far as there is room. */
  readonly roleModels?: readonly string[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Words in the corners: "billig, god kvalitet". */
  readonly corners?: {
    readonly topLeft?: string;
    readonly topRight?: string;
    readonly bottomLeft?: string;
    readonly bottomRight?: string;
  };
  /** Where the lines cross; the middle of an index is 50. */
  readonly cross?: readonly [number, number];
}

/** Resource against quality: every municipality a grey dot, own filled, similar as diamonds, role models named. */
export function FourField(props: FourFieldProps) {
  const { width = 640, height = Math.min(480, Math.max(320, width * 0.8)), cross = [50, 50], corners = {} } = props;
  const drawable = props.points.flatMap(({ code, name, x, y }) =>
    isDrawable(x) && isDrawable(y) ? [{ code, name, x, y }] : [],
  );
  const plot = { left: 26, right: width - 8, top: 10, bottom: height - 30 };
  const x = scaleLinear(extent([...drawable.map((point) => point.x), cross[0]], 0.03), [plot.left + 8, plot.right - 8]);
  const y = scaleLinear(extent([...drawable.map((point) => point.y), cross[1]], 0.03), [plot.bottom - 8, plot.top + 8]);
  const points = drawable.map((point) => ({ ...point, x: x(point.x), y: y(point.y) }));
  const own = points.find(({ code }) => code === props.own);
  const similar = points.filter(({ code }) => code !== props.own && props.similar?.includes(code) === true);
  const models = (props.roleModels ?? []).flatMap((code) =>
    points.filter((point) => point.code === code && code !== props.own),
  );
  const words = cornerWords(corners, plot, width < 480 ? 11 : 13);
  const names = placeNames(
    [
      ...(own === undefined ? [] : [{ ...own, text: own.name, size: 15 }]),
      ...models.map((point) => ({ ...point, text: point.name, size: 12.5 })),
    ],
    [
      ...words.map(({ box }) => box),
      ...[...similar, ...models].map((point) => boxAround(point.x, point.y, 5)),
      ...(own === undefined ? [] : [boxAround(own.x, own.y, 7)]),
    ],
    plot,
  );
  return (
    <Drawing chart={props} width={width} height={height} kind="four-field">
      <path
        class="chart-grid"
        d={`M${round(x(cross[0]))} ${plot.top}V${plot.bottom}M${plot.left} ${round(y(cross[1]))}H${plot.right}`}
      />
      <path class="chart-dots" d={points.map((point) => `M${round(point.x)} ${round(point.y)}h.01`).join('')} />
      {words.map((word) => (
        <text class="chart-corner" x={word.x} y={word.y} text-anchor={word.anchor} font-size={word.size}>
          {word.text}
        </text>
      ))}
      {similar.map((point) => (
        <path class="chart-comparison" d={diamondPath(point.x, point.y, 4.5)} data-tip={point.name} />
      ))}
      {models.map((point) => (
        <path class="chart-model" d={diamondPath(point.x, point.y, 5.5)} data-tip={point.name} />
      ))}
      {own !== undefined && <circle class="chart-own" cx={round(own.x)} cy={round(own.y)} r="7" data-tip={own.name} />}
      <Names names={names} own={own?.name} />
      <text class="chart-note" x={plot.right} y={height - 6} text-anchor="end">
        {props.xLabel}
      </text>
      <text class="chart-note" transform={`translate(12 ${plot.top}) rotate(-90)`} text-anchor="end">
        {props.yLabel}
      </text>
    </Drawing>
  );
}

interface CornerWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'end';
  readonly box: Box;
}

function cornerWords(corners: NonNullable<FourFieldProps['corners']>, plot: Box, size: number): CornerWord[] {
  const places = [
    [corners.topLeft, plot.left + 4, plot.top + size, 'start'],
    [corners.topRight, plot.right - 2, plot.top + size, 'end'],
    [corners.bottomLeft, plot.left + 4, plot.bottom - 5, 'start'],
    [corners.bottomRight, plot.right - 2, plot.bottom - 5, 'end'],
  ] as const;
  return places.flatMap(([text, x, y, anchor]) => {
    if (text === undefined) return [];
    const width = textWidth(text, size);
    const left = anchor === 'start' ? x : x - width;
    return [
      {
        text,
        x: round(x),
        y: round(y),
        size,
        anchor,
        box: { left, right: left + width, top: y - size, bottom: y + 3 },
      },
    ];
  });
}
