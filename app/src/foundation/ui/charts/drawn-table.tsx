import type { Content } from '../children.ts';
import { type ChartProps, Drawing, round, textWidth, wrapText } from './drawing.tsx';

/** A small drawing of known size, inside a cell or before the words of a legend. */
export interface Mark {
  readonly width: number;
  readonly height: number;
  readonly drawing: Content;
}

export interface DrawnLine {
  readonly text: string;
  readonly kind?: 'plain' | 'strong' | 'muted' | 'missing';
}

/** The mark first, then the lines of words beside it. */
export interface DrawnCell {
  readonly mark?: Mark;
  readonly lines?: readonly DrawnLine[];
}

export interface DrawnColumn {
  readonly label: string;
  /** Parts of the whole width. */
  readonly share: number;
  /** Figures stand to the right. */
  readonly kind?: 'number';
}

export interface LegendItem {
  readonly mark?: Mark;
  readonly text: string;
}

export interface DrawnTableProps extends ChartProps {
  readonly legend: readonly LegendItem[];
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly (readonly DrawnCell[])[];
}

const styles: Readonly<Record<NonNullable<DrawnLine['kind']>, LineStyle>> = {
  plain: { class: 'chart-name', size: 13, leading: 17 },
  strong: { class: 'chart-name is-node', size: 14, leading: 18 },
  muted: { class: 'chart-tick', size: 12, leading: 15 },
  missing: { class: 'chart-missing', size: 12.5, leading: 16 },
};

interface LineStyle {
  readonly class: string;
  readonly size: number;
  readonly leading: number;
}

const gap = 14;
const besideMark = 10;
const rowAir = 18;

/** A table with small charts in it, drawn as one picture: on a page it is a table, and only leaves it as this. */
export function DrawnTable(props: DrawnTableProps) {
  const { width = 900, columns, rows } = props;
  const places = placed(columns, width);
  const legend = flow(props.legend, width);
  const header = layRow(
    columns.map(({ label }) => ({ lines: [{ text: label, kind: 'muted' }] })),
    places,
    legend.height + 10,
  );
  let top = header.bottom;
  const laid = rows.map((cells) => {
    const row = layRow(cells, places, top);
    top = row.bottom;
    return row;
  });
  return (
    <Drawing chart={props} width={width} height={top} kind="table">
      {legend.drawing}
      {header.drawing}
      <path class="chart-rule" d={`M0 ${round(header.bottom)}H${width}`} />
      {laid.map((row) => (
        <>
          {row.drawing}
          <path class="chart-axis" d={`M0 ${round(row.bottom)}H${width}`} />
        </>
      ))}
    </Drawing>
  );
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly end: boolean;
}

function placed(columns: readonly DrawnColumn[], width: number): readonly Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = width - gap * (columns.length - 1);
  let left = 0;
  return columns.map(({ share, kind }) => {
    const place = { left, width: (free * share) / shares, end: kind === 'number' };
    left += place.width + gap;
    return place;
  });
}

/** Cells side by side, each in the middle of the height that the highest of them needs. */
function layRow(cells: readonly DrawnCell[], places: readonly Place[], top: number) {
  const blocks = cells.map((cell, index) => {
    const { width } = places[index]!;
    const lines = (cell.lines ?? []).flatMap<LineStyle & { text: string }>(({ text, kind = 'plain' }) => {
      const style = styles[kind];
      return wrapText(text, style.size, width - markSpace(cell.mark)).map((each) => ({ ...style, text: each }));
    });
    return { ...cell, lines, height: lines.reduce((sum, { leading }) => sum + leading, 0) };
  });
  const height = Math.max(...blocks.map((block) => Math.max(block.height, block.mark?.height ?? 0)));
  const middle = top + (height + rowAir) / 2;
  return {
    bottom: top + height + rowAir,
    drawing: blocks.map(({ mark, lines, height: own }, index) => {
      const place = places[index]!;
      const x = place.end ? place.left + place.width : place.left + markSpace(mark);
      let base = middle - own / 2;
      return (
        <>
          {mark && <Marked mark={mark} x={place.left} middle={middle} />}
          {lines.map((line) => {
            base += line.leading;
            return (
              <text
                class={line.class}
                x={round(x)}
                y={round(base - line.leading * 0.26)}
                text-anchor={place.end ? 'end' : undefined}
              >
                {line.text}
              </text>
            );
          })}
        </>
      );
    }),
  };
}

function markSpace(mark: Mark | undefined): number {
  return mark === undefined ? 0 : mark.width + besideMark;
}

function Marked({ mark, x, middle }: { mark: Mark; x: number; middle: number }) {
  return <g transform={`translate(${round(x)} ${round(middle - mark.height / 2)})`}>{mark.drawing}</g>;
}

const legendLine = 22;

/** What the signs mean, one after the other, on as many lines as they need. */
function flow(items: readonly LegendItem[], width: number) {
  const { size } = styles.muted;
  let [x, line] = [0, 0];
  const drawing = items.map(({ mark, text }) => {
    const wide = (mark === undefined ? 0 : mark.width + 7) + textWidth(text, size);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const [left, middle] = [x, line * legendLine + legendLine / 2];
    x += wide + 24;
    return (
      <>
        {mark && <Marked mark={mark} x={left} middle={middle} />}
        <text
          class={styles.muted.class}
          x={round(left + (mark === undefined ? 0 : mark.width + 7))}
          y={round(middle + 4)}
        >
          {text}
        </text>
      </>
    );
  });
  return { drawing, height: items.length === 0 ? 0 : (line + 1) * legendLine };
}
