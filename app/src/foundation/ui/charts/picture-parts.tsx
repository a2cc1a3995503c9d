/* biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group in an svg takes no focus */
import type { Content } from '../children.ts';
import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import { type PlacedRow, rowText } from './numbered-list.rules.ts';
import { widestLine } from './wrapping.ts';

export interface PartProps {
  /** Left out where the part leads nowhere, and in a picture that leaves its page. */
  readonly href?: string | undefined;
  /** Its whole text, for whoever does not see it. */
  readonly label: string;
  readonly current?: boolean | undefined;
  /** What is pressed: the node, the disc, or the room that the words take. */
  readonly shape: Content;
  /** The words on it. */
  readonly children: Content;
}

/**
 * A part of a picture, a link when it leads somewhere. The words lie over the link and not in it: lines are no sentences, and a
 * word broken over two of them would be spelt; the label says it all.
 */
export function Part({ href, label, current = false, shape, children }: PartProps) {
  if (href === undefined) {
    return (
      <g>
        {shape}
        {children}
      </g>
    );
  }
  return (
    <>
      <a class="chain-link" href={href} aria-label={label} aria-current={current ? 'true' : undefined}>
        {shape}
      </a>
      <g class="chain-over" aria-hidden="true">
        {children}
      </g>
    </>
  );
}

export interface TouchProps {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** Room before the words, for a mark or a number. */
  readonly before?: number;
}

/** The room that some lines take, so that all of it can be pressed. */
export function Touch({ lines, size, leading, x, y, anchor = 'start', before = 0 }: TouchProps) {
  const width = widestLine(lines, size) + before;
  const left = anchor === 'start' ? x - before : anchor === 'end' ? x - width : x - width / 2;
  return (
    <rect
      class="chart-touch"
      x={round(left - 3)}
      y={round(y - 3)}
      width={round(width + 6)}
      height={round(lines.length * leading + 6)}
    />
  );
}

export interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly leading: number;
  readonly class: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Wrapped words. */
export function Lines({ lines, x, y, leading, class: name, anchor = 'start' }: LinesProps) {
  return (
    <>
      {lines.map((line, index) => (
        <text
          class={name}
          x={round(x)}
          y={round(y + index * leading + leading * 0.76)}
          text-anchor={anchor === 'start' ? undefined : anchor}
        >
          {line}
        </text>
      ))}
    </>
  );
}

/** One row of the list that names what only has a number in the picture. */
export function NumberedRow({ number, row }: { number: number; row: PlacedRow }) {
  const left = row.x + rowText.numberRoom;
  return (
    <>
      <text class="chain-words is-own" x={round(left - 8)} y={round(row.y + 12)} text-anchor="end">
        {number}
      </text>
      <Lines lines={row.lines} x={left} y={row.y} leading={rowText.leading} class="chain-words is-bone" />
    </>
  );
}

export function RowTouch({ row }: { row: PlacedRow }) {
  return (
    <Touch lines={row.lines} {...rowText} x={row.x + rowText.numberRoom} y={row.y} before={rowText.numberRoom - 10} />
  );
}

/** What a picture shows when there is nothing in it; never an empty field. */
export function EmptyDrawing({ chart, width, kind }: { chart: ChartProps; width: number; kind: string }) {
  const texts = chainTexts(useLanguage());
  return (
    <Drawing chart={chart} width={width} height={48} kind={kind}>
      <text class="chart-missing" x="0" y="28">
        {texts.nothing}
      </text>
    </Drawing>
  );
}
