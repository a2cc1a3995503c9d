import { scaleLinear } from 'd3-scale';
import { DrawnOnce } from '../drawn-once.tsx';
import { type ChartProps, Drawing, diamondPath, extent, isDrawable, round } from './drawing.tsx';

export interface DotStripProps extends ChartProps {
  /** Every municipality's value; missing ones are left out. */
  readonly values: ArrayLike<number> | readonly (number | undefined)[];
  readonly own?: number | undefined;
  /** Median of the comparison: an open diamond. */
  readonly comparison?: number | undefined;
  /** Median of a second group: a tall thin mark. */
  readonly group?: number | undefined;
  /** Both ends of the axis; the values' own when left out. */
  readonly domain?: readonly [number, number];
  /** What the values are of and never changes: their grey ticks, alike for whichever municipality, are then drawn once. */
  readonly drawnOnce?: { readonly owner: object; readonly of: readonly unknown[] } | undefined;
}

/** All as grey ticks in one path, own filled dot, comparison open diamond. Made to stand in a table cell. */
export function DotStrip(props: DotStripProps) {
  const { own, comparison, group, width = 200, height = 24 } = props;
  const domain = props.domain ?? extent([...Array.from(props.values), own, comparison, group]);
  const x = scaleLinear(domain, [9, width - 9]).clamp(true);
  const middle = height / 2;
  const ticks = () => <path class="chart-ticks" d={ticksPath(props.values, x, width, middle - 5, 10)} />;
  return (
    <Drawing chart={props} width={width} height={height} kind="strip">
      <path class="chart-axis" d={`M4 ${middle}H${width - 4}`} />
      {props.drawnOnce === undefined ? (
        ticks()
      ) : (
        <DrawnOnce
          owner={props.drawnOnce.owner}
          of={[...props.drawnOnce.of, 'ticks', width, height, domain]}
          draw={ticks}
        />
      )}
      {isDrawable(group) && <path class="chart-group" d={`M${round(x(group))} ${middle - 9}v18`} />}
      {isDrawable(comparison) && <path class="chart-comparison" d={diamondPath(x(comparison), middle, 5)} />}
      {isDrawable(own) && <circle class="chart-own" cx={round(x(own))} cy={middle} r="5.5" />}
    </Drawing>
  );
}

/** Ticks on the same half pixel are one tick: 290 municipalities become at most some hundred short strokes. */
function ticksPath(
  values: DotStripProps['values'],
  x: (value: number) => number,
  width: number,
  top: number,
  length: number,
): string {
  const taken = new Uint8Array(Math.ceil(width * 2) + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isDrawable(value)) taken[Math.round(x(value) * 2)] = 1;
  }
  let path = '';
  for (let half = 0; half < taken.length; half++) if (taken[half] === 1) path += `M${half / 2} ${top}v${length}`;
  return path;
}
