import type { PageText } from './pdf-pages.ts';

/** Letters on one height, left to right, with the distances that divide cells left open. */
export interface TextLine {
  readonly y: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** Words that stand together. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Gathers runs of letters into lines, top down. */
export function linesOf(texts: readonly PageText[]): readonly TextLine[] {
  return gathered(texts, []);
}

/** The same of a page, where runs that begin at the same place of several lines are cells, however close the cell before them ends. */
export function linesOfPage(texts: readonly PageText[]): readonly TextLine[] {
  const counts = new Map<number, number>();
  for (const { x } of texts) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return gathered(
    texts,
    [...counts].filter(([, count]) => count >= linesOfColumn).map(([x]) => x),
  );
}

const linesOfColumn = 4;

function gathered(texts: readonly PageText[], starts: readonly number[]): readonly TextLine[] {
  const sorted = [...texts].sort((one, other) => other.y - one.y || one.x - other.x);
  const lines: PageText[][] = [];
  for (const text of sorted) {
    const line = lines.at(-1);
    // Raised and lowered signs are on the line that they belong to.
    if (line !== undefined && Math.abs(line[0]!.y - text.y) <= 0.35 * Math.max(line[0]!.height, text.height))
      line.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => {
    const ordered = line.sort((one, other) => one.x - other.x);
    const height = Math.max(...ordered.map((text) => text.height));
    return { y: ordered[0]!.y, height, segments: segmentsOf(ordered, height, new Set(starts)) };
  });
}

/** More than this many times its height between two words, and they belong to different cells. */
const cellGap = 0.9;

function segmentsOf(texts: readonly PageText[], height: number, starts: ReadonlySet<number>): readonly Segment[] {
  const segments: { text: string; left: number; right: number }[] = [];
  for (const { text, x, width } of texts) {
    const last = segments.at(-1);
    const gap = last === undefined ? Infinity : x - last.right;
    const words = text.trim();
    const left = x + (text.length - text.trimStart().length) * (width / Math.max(1, text.length));
    const right = x + width - (text.length - text.trimEnd().length) * (width / Math.max(1, text.length));
    const begins = last !== undefined && starts.has(Math.round(x)) && left - last.right > 0.25 * height;
    if (last === undefined || begins || left - last.right > cellGap * height)
      segments.push({ text: words, left, right });
    else {
      last.text += (left - last.right > 0.12 * height || gap > 0.12 * height ? ' ' : '') + words;
      last.right = Math.max(last.right, right);
    }
  }
  return segments;
}

/**
 * Puts the lines of a paragraph or a cell together; a word that was divided is mended, "barn- och" is not. Programs that tag say themselves where they divided
 * a word (`marked`); otherwise small letters around the hyphen tell.
 */
export function joinedLines(lines: readonly string[], marked = false): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    if (/\u00ad$/.test(text)) return text.slice(0, -1).trimEnd() + line;
    if (!/[\p{L}\d]-$/u.test(text) || /^(?:och|eller|samt|and|or)\b/.test(line)) return `${text} ${line}`;
    // "HR-" and "avdelning" belong together as they are; "verksam-" and "het" were divided.
    return !marked && /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : text + line;
  }, '');
}

/** The words of a line. */
export function textOfLine({ segments }: TextLine): string {
  return segments.map(({ text }) => text).join(' ');
}

/**
 * The lines of a paragraph, as one where they only ran out of room, and apart where somebody ended them: where the next word would have found room.
 * `right` is how far its lines may reach.
 */
export function paragraphText(lines: readonly TextLine[], right: number, marked: boolean): string {
  const reach = lines.length > 2 ? Math.max(...lines.map(rightOf)) : right;
  const groups: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || reach - rightOf(before) > widthOfFirstWord(line) + line.height) groups.push([]);
    groups.at(-1)!.push(textOfLine(line));
  });
  return groups.map((group) => joinedLines(group, marked)).join('\n');
}

function rightOf({ segments }: TextLine): number {
  return segments.at(-1)?.right ?? 0;
}

function widthOfFirstWord({ segments: [first] }: TextLine): number {
  if (first === undefined) return 0;
  const [word = ''] = first.text.split(' ');
  return ((first.right - first.left) * word.length) / Math.max(1, first.text.length);
}
