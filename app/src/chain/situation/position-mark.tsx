import type { Mark } from '../../foundation/ui/index.ts';

/** Where a value lies among all municipalities, 0–100: a thin line, thicker over the middle half, and a dot. */
export function PositionMark({ percentile, label }: { percentile: number; label: string }) {
  const { width, height, drawing } = positionMark(percentile);
  return (
    <svg
      class="position-mark"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {drawing}
    </svg>
  );
}

export function positionMark(percentile: number): Mark {
  const x = (percent: number) => Math.round((6 + (percent / 100) * 98) * 10) / 10;
  return {
    width: 110,
    height: 20,
    drawing: (
      <>
        <path class="chart-position" d={`M${x(0)} 10H${x(100)}`} />
        <path class="chart-position-middle" d={`M${x(25)} 10H${x(75)}`} />
        <circle class="chart-own" cx={x(Math.min(100, Math.max(0, percentile)))} cy="10" r="5" />
      </>
    ),
  };
}
