import { formatFigure } from '../../format/index.ts';
import type { Language } from '../../texts/index.ts';
import { useLanguage } from '../language.tsx';
import { actionHeight, beforeAfterPlot, freestPlace, type OtherAction, placeActions } from './before-after.rules.ts';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, isDrawable, round, textWidth } from './drawing.tsx';
import { Axes, EndLabels, OwnPoints, type Plot, type Series } from './line-chart.tsx';
import { linePath, runs } from './lines.ts';
import { oneLine } from './wrapping.ts';

type Values = readonly (number | undefined)[];

export interface BeforeAfterProps extends ChartProps {
  readonly years: readonly number[];
  /** One value a year; undefined or NaN where missing. */
  readonly own: { readonly label: string; readonly values: Values };
  /** The mean of the comparison group. */
  readonly comparison?: { readonly label: string; readonly values: Values } | undefined;
  /** What would have been expected without the action; begins with the last year before it, so that the lines meet. */
  readonly expected?: { readonly label?: string; readonly values: Values } | undefined;
  /** When the effect can begin, in years: 2021.5 is the middle of 2021. */
  readonly start: number;
  readonly startLabel: string;
  readonly target?: { readonly value: number; readonly label?: string } | undefined;
  /** What else went on, and may be the reason. */
  readonly others?: readonly OtherAction[];
  /** Years whose own value is preliminary: hollow point. */
  readonly preliminary?: readonly number[];
  readonly unit: string;
  readonly format?: (value: number, language: Language) => string;
}

/** The key figure before and after an action: own against the comparison group and against what was expected without it. */
export function BeforeAfter(props: BeforeAfterProps) {
  const language = useLanguage();
  const texts = chainTexts(language);
  const { width = 720, years, own, comparison, expected, target, others = [], unit } = props;
  const height = props.height ?? (width < 480 ? 310 : 350);
  const write = (value: number) => (props.format ?? formatFigure)(value, language);
  const series: Series[] = [
    ...(comparison === undefined ? [] : [{ kind: 'comparison' as const, ...comparison }]),
    ...(expected === undefined
      ? []
      : [{ kind: 'other' as const, label: expected.label ?? texts.expected, values: expected.values }]),
    { kind: 'own', ...own },
  ];
  const values = [...series.flatMap((each) => each.values), target?.value];
  const plot = beforeAfterPlot(
    years,
    values,
    series.map(({ label }) => label),
    width,
    height,
    write,
  );
  // What is too long for the margin is shortened; the table has the whole.
  const named = series.map((each) => ({
    ...each,
    label: oneLine(each.label, each.kind === 'own' ? 15 : 13.5, width - plot.right - 10),
  }));
  const lines = { ...props, series: named };
  const place = (value: number, index: number) => ({ x: plot.x(years[index] ?? 0), y: plot.y(value) });
  const path = (of: Values) => linePath(runs(of, place));
  return (
    <Drawing
      chart={props}
      width={width}
      height={height + (others.length === 0 ? 0 : others.length * actionHeight + 32)}
      kind="before-after"
    >
      <OtherPeriods others={others} plot={plot} top={height + 22} width={width} />
      <Axes plot={plot} years={years} unit={unit} write={write} />
      <Start props={props} plot={plot} />
      {target !== undefined && isDrawable(target.value) && (
        <Target
          words={`${target.label ?? texts.target} ${write(target.value)}`}
          value={target.value}
          years={years}
          lines={series}
          plot={plot}
        />
      )}
      {comparison !== undefined && <path class="chart-line-comparison" d={path(comparison.values)} />}
      {expected !== undefined && <path class="chain-expected" d={path(expected.values)} />}
      <path class="chart-line-own" d={path(own.values)} />
      <OwnPoints own={{ kind: 'own', ...own }} props={lines} plot={plot} write={write} />
      <EndLabels props={lines} plot={plot} write={write} />
    </Drawing>
  );
}

function Start({ props, plot }: { props: BeforeAfterProps; plot: Plot }) {
  const texts = chainTexts(useLanguage());
  const x = plot.x(props.start);
  if (!(x >= plot.left && x <= plot.right)) return null;
  const words = oneLine(props.startLabel, 13, plot.right - plot.left);
  // To the right of the line where there is room, else as far left as it needs.
  const left = Math.max(plot.left, Math.min(x + 6, plot.right - textWidth(words, 13)));
  return (
    <>
      <path class="chain-start" d={`M${round(x)} ${plot.top - 18}V${round(plot.bottom)}`} />
      <text class="chain-words is-strong" x={round(left)} y={plot.top - 24}>
        {words}
      </text>
      <text class="chain-note" x={round(x - 6)} y={plot.top - 8} text-anchor="end">
        {texts.before}
      </text>
      <text class="chain-note" x={round(x + 6)} y={plot.top - 8}>
        {texts.after}
      </text>
    </>
  );
}

interface TargetProps {
  readonly words: string;
  readonly value: number;
  readonly years: readonly number[];
  readonly lines: readonly Series[];
  readonly plot: Plot;
}

function Target({ words, value, years, lines, plot }: TargetProps) {
  const y = plot.y(value);
  const points = lines.flatMap(({ values }) =>
    runs(values, (each, index) => ({ x: plot.x(years[index] ?? 0), y: plot.y(each) })),
  );
  const place = freestPlace(y, textWidth(words, 13), points, plot);
  return (
    <>
      <path class="chain-target" d={`M${round(plot.left)} ${round(y)}H${round(plot.right)}`} />
      <text class="chart-name is-target" x={round(place.x)} y={round(place.y)}>
        {words}
      </text>
    </>
  );
}

interface OtherPeriodsProps {
  readonly others: readonly OtherAction[];
  readonly plot: Plot;
  readonly top: number;
  readonly width: number;
}

function OtherPeriods({ others, plot, top, width }: OtherPeriodsProps) {
  const texts = chainTexts(useLanguage());
  if (others.length === 0) return null;
  const placed = placeActions(others, plot, top, width);
  return (
    <>
      {placed.map(({ left, right }) => (
        <rect
          class="chain-period-field"
          x={left}
          y={plot.top}
          width={round(right - left)}
          height={round(plot.bottom - plot.top)}
        />
      ))}
      <text class="chain-words is-strong" x={round(plot.left)} y={top}>
        {texts.otherActions}
      </text>
      {placed.map(({ text, textX, textY, left, right, barY }) => (
        <>
          <text class="chain-words is-small" x={textX} y={textY}>
            {text}
          </text>
          <rect class="chain-period" x={left} y={barY} width={round(right - left)} height="6" rx="3" />
        </>
      ))}
    </>
  );
}
