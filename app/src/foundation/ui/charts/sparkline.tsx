import { scaleLinear } from 'd3-scale';
import { type ChartProps, Drawing, extent, isDrawable, round } from './drawing.tsx';
import { linePath, runs } from './lines.ts';

export interface SparklineProps extends ChartProps {
  readonly years: readonly number[];
  /** One value a year; undefined or NaN where missing. */
  readonly own: readonly (number | undefined)[];
  readonly comparison?: readonly (number | undefined)[];
}

/** Own dark, comparison grey, last own point marked; a year without a value is a gap in the line. */
export function Sparkline(props: SparklineProps) {
  const { years, own, comparison = [], width = 116, height = 32 } = props;
  const x = scaleLinear(extent(years), [5, width - 6]);
  const y = scaleLinear(extent([...own, ...comparison]), [height - 6, 6]);
  const place = (value: number, index: number) => ({ x: x(years[index] ?? 0), y: y(value) });
  const last = own.findLastIndex(isDrawable);
  const end = last < 0 ? undefined : place(own[last] ?? 0, last);
  return (
    <Drawing chart={props} width={width} height={height} kind="sparkline">
      <path class="chart-line-comparison" d={linePath(runs(comparison, place))} />
      <path class="chart-line-own" d={linePath(runs(own, place))} />
      {end !== undefined && <circle class="chart-own" cx={round(end.x)} cy={round(end.y)} r="3" />}
    </Drawing>
  );
}
