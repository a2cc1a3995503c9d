import { scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import { formatFigure } from '../../format/index.ts';
import type { Language } from '../../texts/index.ts';
import { useLanguage, useTexts } from '../language.tsx';
import { type ChartProps, Drawing, diamondPath, extent, isDrawable, round, textWidth } from './drawing.tsx';
import { spreadApart } from './labels.ts';
import { linePath, runs } from './lines.ts';

export type SeriesKind = 'own' | 'comparison' | 'group' | 'nation' | 'other';

export interface Series {
  readonly kind: SeriesKind;
  readonly label: string;
  /** One value a year; undefined or NaN where missing. */
  readonly values: readonly (number | undefined)[];
}

export interface LineChartProps extends ChartProps {
  readonly years: readonly number[];
  readonly series: readonly Series[];
  /** The middle half of all municipalities. */
  readonly band?: {
    readonly low: readonly (number | undefined)[];
    readonly high: readonly (number | undefined)[];
    readonly label?: string;
  };
  /** First year with the new method: the line is cut before it. */
  readonly breaks?: readonly { readonly year: number; readonly label?: string }[];
  /** Years whose own value is preliminary: hollow point. */
  readonly preliminary?: readonly number[];
  /** Stands above the axis. */
  readonly unit: string;
  readonly format?: (value: number, language: Language) => string;
  readonly fromZero?: boolean;
}

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly yTicks: readonly number[];
}

/** Own municipality over time against its comparison, with every line named at its end. */
export function LineChart(props: LineChartProps) {
  const language = useLanguage();
  const { width = 720, height = width < 480 ? 300 : 340, years, series, unit } = props;
  const write = (value: number) => (props.format ?? formatFigure)(value, language);
  const plot = plotOf(props, width, height, write);
  const cuts = new Set((props.breaks ?? []).map(({ year }) => years.indexOf(year)));
  const place = (value: number, index: number) => ({ x: plot.x(years[index] ?? 0), y: plot.y(value) });
  return (
    <Drawing chart={props} width={width} height={height} kind="line">
      {props.band !== undefined && <path class="chart-band" d={bandPath(props.band, years, plot, cuts)} />}
      <Axes plot={plot} years={years} unit={unit} write={write} />
      <Key props={props} plot={plot} />
      <Breaks breaks={props.breaks ?? []} years={years} plot={plot} />
      {series
        .toSorted((a, b) => drawingOrder.indexOf(a.kind) - drawingOrder.indexOf(b.kind))
        .map(({ kind, values }) => (
          <path class={`chart-line-${kind}`} d={linePath(runs(values, place, cuts))} />
        ))}
      {series
        .filter(({ kind }) => kind === 'own')
        .map((own) => (
          <OwnPoints own={own} props={props} plot={plot} write={write} />
        ))}
      <EndLabels props={props} plot={plot} write={write} />
    </Drawing>
  );
}

/** Own last, so that it lies on top. */
const drawingOrder: readonly SeriesKind[] = ['other', 'nation', 'group', 'comparison', 'own'];

/** Years, and under them what the grey field and the hollow point mean. */
const bottomRoom = 44;

function plotOf(
  { years, series, band, fromZero }: LineChartProps,
  width: number,
  height: number,
  write: (value: number) => string,
): Plot {
  const all = [...series.flatMap(({ values }) => values), ...(band?.low ?? []), ...(band?.high ?? [])];
  const [low, high] = extent(all, 0.06);
  const y = scaleLinear([fromZero === true ? Math.min(0, low) : low, high], [height - bottomRoom, 34]).nice(4);
  const yTicks = y.ticks(4);
  const left = Math.max(...yTicks.map((tick) => textWidth(write(tick), 12)), 18) + 12;
  const names = series.map(({ label }) => label);
  const right = width - Math.min(width * 0.36, Math.max(...names.map((name) => textWidth(name, 13)), 40) + 18);
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  // A single year stands in the middle rather than at NaN.
  const x = scaleLinear(firstYear === lastYear ? [firstYear - 1, lastYear + 1] : [firstYear, lastYear], [
    left + 6,
    right - 6,
  ]);
  return { left, right, top: 34, bottom: height - bottomRoom, x, y, yTicks };
}

export function Axes({
  plot,
  years,
  unit,
  write,
}: {
  plot: Plot;
  years: readonly number[];
  unit: string;
  write: (value: number) => string;
}) {
  const step = Math.ceil((years.length * 44) / Math.max(1, plot.right - plot.left));
  const last = years.length - 1;
  return (
    <g>
      <text class="chart-note" x="0" y="14">
        {unit}
      </text>
      <path
        class="chart-grid"
        d={plot.yTicks.map((tick) => `M${round(plot.left)} ${round(plot.y(tick))}H${round(plot.right)}`).join('')}
      />
      {plot.yTicks.map((tick) => (
        <text class="chart-tick" x={round(plot.left - 8)} y={round(plot.y(tick) + 4)} text-anchor="end">
          {write(tick)}
        </text>
      ))}
      {years.map((year, index) =>
        (last - index) % step === 0 ? (
          <text class="chart-tick" x={round(plot.x(year))} y={round(plot.bottom + 18)} text-anchor="middle">
            {year}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** What the grey field and the hollow point mean, under the axis where no line runs. */
function Key({ props, plot }: { props: LineChartProps; plot: Plot }) {
  const texts = useTexts();
  const bandName = props.band === undefined ? undefined : (props.band.label ?? texts.middleHalf);
  const next = plot.left + (bandName === undefined ? 0 : 24 + textWidth(bandName, 12) + 24);
  const y = round(plot.bottom + 38);
  return (
    <g>
      {bandName !== undefined && (
        <g>
          <rect class="chart-band" x={round(plot.left)} y={y - 9} width="18" height="9" />
          <text class="chart-note" x={round(plot.left + 24)} y={y}>
            {bandName}
          </text>
        </g>
      )}
      {(props.preliminary ?? []).length > 0 && (
        <g>
          <circle class="chart-own-hollow" cx={round(next + 4)} cy={y - 4} r="4" />
          <text class="chart-note" x={round(next + 13)} y={y}>
            {texts.preliminary}
          </text>
        </g>
      )}
    </g>
  );
}

function bandPath(
  band: NonNullable<LineChartProps['band']>,
  years: readonly number[],
  plot: Plot,
  cuts: ReadonlySet<number>,
): string {
  const middles = years.map((_, index) =>
    isDrawable(band.low[index]) && isDrawable(band.high[index]) ? 0 : undefined,
  );
  const shape = area<number>()
    .x((index) => round(plot.x(years[index] ?? 0)))
    .y0((index) => round(plot.y(band.low[index] ?? 0)))
    .y1((index) => round(plot.y(band.high[index] ?? 0)));
  // The runs carry each point's index as x: a gap or a break ends the field as it ends the lines.
  return runs(middles, (_, index) => ({ x: index, y: 0 }), cuts)
    .map((run) => shape(run.map(({ x }) => x)) ?? '')
    .join('');
}

function Breaks({
  breaks,
  years,
  plot,
}: {
  breaks: NonNullable<LineChartProps['breaks']>;
  years: readonly number[];
  plot: Plot;
}) {
  const texts = useTexts();
  return (
    <g>
      {breaks.map(({ year, label }) => {
        const before = years[years.indexOf(year) - 1];
        if (before === undefined) return null;
        const x = round((plot.x(before) + plot.x(year)) / 2);
        const words = label ?? texts.methodBreak;
        const fits = x + 5 + textWidth(words, 12) < plot.right;
        return (
          <g>
            <path class="chart-break" d={`M${x} ${plot.top - 10}V${plot.bottom}`} />
            <text class="chart-note" x={fits ? x + 5 : x - 5} y={plot.top - 2} text-anchor={fits ? 'start' : 'end'}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}

export function OwnPoints({
  own,
  props,
  plot,
  write,
}: {
  own: Series;
  props: LineChartProps;
  plot: Plot;
  write: (value: number) => string;
}) {
  const last = own.values.findLastIndex(isDrawable);
  return (
    <g>
      {own.values.map((value, index) => {
        const year = props.years[index];
        if (!isDrawable(value) || year === undefined) return null;
        const [x, y] = [round(plot.x(year)), round(plot.y(value))];
        const hollow = props.preliminary?.includes(year) === true;
        return (
          <g data-tip={`${year}: ${write(value)} ${props.unit}`}>
            <circle class="chart-touch" cx={x} cy={y} r="12" />
            <circle
              class={hollow ? 'chart-own-hollow' : index === last ? 'chart-own' : 'chart-own-point'}
              cx={x}
              cy={y}
              r={index === last || hollow ? 4.5 : 3}
            />
          </g>
        );
      })}
    </g>
  );
}

/** Name and last value at the end of each line, spread apart where lines end close to each other. */
export function EndLabels({
  props,
  plot,
  write,
}: {
  props: LineChartProps;
  plot: Plot;
  write: (value: number) => string;
}) {
  const ends = props.series.flatMap(({ kind, label, values }) => {
    const last = values.findLastIndex(isDrawable);
    const value = values[last];
    return isDrawable(value) ? [{ kind, label, value, words: write(value), x: plot.x(props.years[last] ?? 0) }] : [];
  });
  const places = spreadApart(
    ends.map(({ value }) => plot.y(value) - 4),
    31,
    plot.top - 8,
    plot.bottom - 12,
  );
  return (
    <g>
      {ends.map(({ kind, label, value, words, x }, index) => {
        const y = places[index] ?? 0;
        return (
          <g>
            {kind === 'comparison' && <path class="chart-comparison" d={diamondPath(x, plot.y(value), 4.5)} />}
            {Math.abs(y + 4 - plot.y(value)) > 10 && (
              <path
                class="chart-leader"
                d={`M${round(plot.right - 1)} ${round(plot.y(value))}L${round(plot.right + 7)} ${round(y + 4)}`}
              />
            )}
            <text class={`chart-name is-${kind}`} x={round(plot.right + 10)} y={round(y + 4)}>
              {label}
            </text>
            <text class={`chart-value is-${kind}`} x={round(plot.right + 10)} y={round(y + 18)}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}
