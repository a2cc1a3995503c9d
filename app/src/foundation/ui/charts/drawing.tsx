import type { Content } from '../children.ts';

/** What every chart is given. `id` must be unique on the page: title and description are tied by it. */
export interface ChartProps {
  readonly id: string;
  /** What the chart shows, for screen readers and as the picture's name. */
  readonly title: string;
  /** What a person sees in it, in a sentence or two. */
  readonly description: string;
  /** In units of the drawing; text keeps its size, so a narrow chart is drawn anew rather than shrunk. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface DrawingProps {
  readonly chart: ChartProps;
  readonly width: number;
  readonly height: number;
  /** Small pictures in tables keep their own size. */
  readonly kind: string;
  /** Its parts are links: it is then a named group, since what lies inside a picture is not read aloud. */
  readonly linked?: boolean;
  readonly children: Content;
}

/** The svg element with its name and description. */
export function Drawing({ chart, width, height, kind, linked = false, children }: DrawingProps) {
  const id = `${chart.id}-${round(width)}`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`chart is-${kind}`}
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${round(width)} ${round(height)}`}
      width={round(width)}
      height={round(height)}
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-desc`}>{chart.description}</desc>
      {children}
    </svg>
  );
}

/** One decimal is a tenth of a pixel; more only makes the page heavier. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  // Written out because -0 would be printed as "-0" in some places and "0" in others.
  return rounded === 0 ? 0 : rounded;
}

/** A value that can be drawn; a missing one is undefined or NaN. */
export function isDrawable(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

/** Lowest and highest of what can be drawn, with a part of the span as air; a flat series gets a span of its own. */
export function extent(values: readonly (number | undefined)[], air = 0): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isDrawable(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const span = high - low || Math.abs(high) * 0.1 || 1;
  return high === low ? [low - span / 2, high + span / 2] : [low - span * air, high + span * air];
}

/** Open diamond: the comparison, wherever it is drawn. */
export function diamondPath(x: number, y: number, radius: number): string {
  const [cx, cy, r] = [round(x), round(y), round(radius)];
  return `M${cx} ${round(cy - r * 1.25)}L${round(cx + r)} ${cy}L${cx} ${round(cy + r * 1.25)}L${round(cx - r)} ${cy}Z`;
}

/** Width of a text in Inter, near enough to place it: the browser is not asked. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += knownWidth(letter);
  return width * size;
}

/** Lines of at most this width, broken between words; a word that is wider stands alone. */
export function wrapText(words: string, size: number, width: number): string[] {
  return words.split(/\s+/).reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
    return lines;
  }, []);
}

/** Filled as letters are met; there are no more of them than an alphabet has. */
const letterWidths = new Map<string, number>();

function knownWidth(letter: string): number {
  const known = letterWidths.get(letter) ?? letterWidth(letter);
  letterWidths.set(letter, known);
  return known;
}

function letterWidth(letter: string): number {
  if (/[ilj.,:;!'|·\u00a0 ]/.test(letter)) return 0.29;
  if (/[mwMW%–]/.test(letter)) return 0.86;
  return /[A-ZÅÄÖ0-9]/.test(letter) ? 0.65 : 0.565;
}
