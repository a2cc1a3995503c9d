import type { Content } from '../../foundation/ui/index.ts';

export interface PanelChart {
  readonly heading: string;
  readonly height: number;
  readonly draw: (width: number) => Content;
}

const gap = 28;
const headingRoom = 26;

/** Charts side by side in one picture, each under its own heading, so that they are read together and share a page. */
export function Panels({
  title,
  description,
  panels,
  columns,
  width,
}: {
  readonly title: string;
  readonly description: string;
  readonly panels: readonly PanelChart[];
  readonly columns: number;
  readonly width: number;
}) {
  const each = (width - gap * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => headingRoom + Math.max(...row.map(({ height }) => height)));
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height + gap, 0));
  const whole = tops.at(-1)! + heights.at(-1)!;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart is-panels"
      role="img"
      aria-labelledby="panels-title panels-desc"
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
    >
      <title id="panels-title">{title}</title>
      <desc id="panels-desc">{description}</desc>
      {rows.flatMap((row, r) =>
        row.map(({ heading, draw }, column) => (
          <g transform={`translate(${column * (each + gap)} ${tops[r]})`}>
            <text class="chart-name is-node" x="0" y="15">
              {heading}
            </text>
            <g transform={`translate(0 ${headingRoom})`}>{draw(each)}</g>
          </g>
        )),
      )}
    </svg>
  );
}
