import type { ContentCell, ContentRow } from '../cells.ts';
import { joinedLines, linesOf, textOfLine } from './pdf-lines.ts';
import type { PageText, PdfPage } from './pdf-pages.ts';
import type { Rule } from './pdf-rules.ts';

/** A table that lines are drawn around, and the letters in it. */
export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly ContentRow[];
  readonly texts: ReadonlySet<PageText>;
}

/** Lines within this many points are one; two cells may each draw the line between them. */
const near = 4;

/** Tables of which every cell has lines around it. */
export function ruledTables(page: PdfPage): readonly RuledTable[] {
  const across = page.rules.filter((rule) => rule.across);
  const down = page.rules.filter((rule) => !rule.across);
  return groupsOf(across, down).flatMap((group) => tableOf(group, page));
}

interface RuleGroup {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Lines that meet, directly or through others. */
function groupsOf(across: readonly Rule[], down: readonly Rule[]): readonly RuleGroup[] {
  const rules = [...across, ...down];
  if (across.length < 2 || down.length < 3 || across.length * down.length > 4_000_000) return [];
  const parent = rules.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  across.forEach((one, index) => {
    down.forEach((other, otherIndex) => {
      if (meet(one, other)) parent[rootOf(index)] = rootOf(across.length + otherIndex);
    });
  });
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  rules.forEach((rule, index) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { across: [], down: [] };
    (rule.across ? group.across : group.down).push(rule);
    groups.set(root, group);
  });
  return [...groups.values()];
}

function meet(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - near &&
    down.at <= across.to + near &&
    across.at >= down.from - near &&
    across.at <= down.to + near
  );
}

function tableOf({ across, down }: RuleGroup, page: PdfPage): readonly RuledTable[] {
  const xs = placesOf(down);
  const ys = placesOf(across).reverse();
  // One row alone may be the last of a table that the page before began.
  if (xs.length < 3 || ys.length < 2 || xs.length > 200) return [];
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const texts = new Set(
    page.texts.filter(({ x, y, width, height }) => {
      const [middleX, middleY] = [x + width / 2, y + height / 3];
      return middleX > left && middleX < right && middleY > bottom && middleY < top;
    }),
  );
  const rows = rowsOf({ xs, ys, across, down }, [...texts], page.number);
  const isTable = rows.some(({ cells }) => cells.filter(({ pieces }) => pieces.length > 0).length > 1);
  return isTable ? [{ top, bottom, rows, texts }] : [];
}

function placesOf(rules: readonly Rule[]): number[] {
  const sorted = rules.map(({ at }) => at).sort((one, other) => one - other);
  const places: number[] = [];
  for (const at of sorted) if (places.length === 0 || at - places.at(-1)! > near) places.push(at);
  return places;
}

interface Drawn extends RuleGroup {
  readonly xs: readonly number[];
  /** Top down. */
  readonly ys: readonly number[];
}

function rowsOf(drawn: Drawn, texts: readonly PageText[], page: number): readonly ContentRow[] {
  const { xs, ys } = drawn;
  const columns = xs.length - 1;
  const anchors = anchorsOf(drawn);
  const words = new Map<number, PageText[]>();
  for (const text of texts) {
    for (const part of dividedAt(text, drawn)) {
      const row = ys.slice(1).findIndex((y) => middleOf(part) > y);
      const column = xs.slice(1).findIndex((x) => part.x + Math.min(part.width, 2) < x);
      if (row === -1 || column === -1) continue;
      const anchor = anchors[row * columns + column]!;
      const found = words.get(anchor);
      if (found === undefined) words.set(anchor, [part]);
      else found.push(part);
    }
  }
  return ys.slice(1).map((_, row) => ({
    header: false,
    page,
    cells: xs.slice(1).flatMap((__, column): readonly ContentCell[] => {
      const at = row * columns + column;
      if (anchors[at] !== at) return [];
      const span = spanOf(anchors, at, columns);
      const text = cellText(words.get(at) ?? [], xs[column]!, xs[column + span.columns]!);
      return [{ pieces: text === '' ? [] : [{ kind: 'paragraph', text, place: 1 }], ...span }];
    }),
  }));
}

/** For each cell the first cell of those that no line divides it from. */
function anchorsOf({ xs, ys, across, down }: Drawn): readonly number[] {
  const columns = xs.length - 1;
  const anchors: number[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const middleX = (xs[column]! + xs[column + 1]!) / 2;
      const middleY = (ys[row]! + ys[row + 1]!) / 2;
      const above = row > 0 && !across.some((rule) => divides(rule, ys[row]!, middleX));
      const left = column > 0 && !down.some((rule) => divides(rule, xs[column]!, middleY));
      const at = row * columns + column;
      anchors.push(above ? anchors[at - columns]! : left ? anchors[at - 1]! : at);
    }
  }
  return anchors;
}

function spanOf(
  anchors: readonly number[],
  at: number,
  columns: number,
): { readonly columns: number; readonly rows: number } {
  let across = 1;
  while ((at + across) % columns !== 0 && anchors[at + across] === at) across++;
  let down = 1;
  while (anchors[at + down * columns] === at) down++;
  return { columns: across, rows: down };
}

function divides(rule: Rule, place: number, along: number): boolean {
  return Math.abs(rule.at - place) <= near && along >= rule.from - near && along <= rule.to + near;
}

function middleOf({ y, height }: PageText): number {
  return y + height / 3;
}

/** Words of two cells that stand close come as one run of letters; it is divided at the space that is nearest to the line between them. */
function dividedAt(text: PageText, { xs, down }: Drawn): readonly PageText[] {
  const line = xs.find(
    (x) => x > text.x + 3 && x < text.x + text.width - 3 && down.some((rule) => divides(rule, x, middleOf(text))),
  );
  const share = line === undefined ? 0 : ((line - text.x) / text.width) * text.text.length;
  const space = line === undefined ? -1 : nearestSpace(text.text, share);
  if (line === undefined || space === -1) return [text];
  const first = { ...text, text: text.text.slice(0, space), width: line - text.x - 1 };
  const rest = { ...text, text: text.text.slice(space + 1), x: line + 1, width: text.x + text.width - line - 1 };
  return [first, ...dividedAt(rest, { xs: xs.filter((x) => x > line), ys: [], across: [], down })];
}

function nearestSpace(text: string, at: number): number {
  const before = text.lastIndexOf(' ', Math.floor(at));
  const after = text.indexOf(' ', Math.floor(at));
  if (before === -1 || after === -1) return Math.max(before, after);
  return at - before <= after - at ? before : after;
}

function cellText(texts: readonly PageText[], left: number, right: number): string {
  const lines: string[] = [];
  let full = false;
  for (const line of linesOf(texts)) {
    const text = textOfLine(line);
    if (full && isBrokenOff(lines.at(-1)!, text)) lines.push(`${lines.pop()}${text}`);
    else lines.push(text);
    const [begins, ends] = [line.segments[0]!.left, line.segments.at(-1)!.right];
    full = ends + (ends - begins) / text.length > right - Math.max(0, begins - left);
  }
  return joinedLines(lines);
}

/** A line without room for one sign more ends within a word or a date that is wider than its column, where figures follow figures or what follows is no word. */
function isBrokenOff(line: string, next: string): boolean {
  if (/^\d+$/.test(line)) return /^\d+$/.test(next);
  return /^\S*\p{Ll}{8}$/u.test(line) && /^\p{Ll}{1,2}(?= |$)/u.test(next) && !shortWords.has(next.split(' ')[0]!);
}

const shortWords = new Set(
  'i å ö på av om en ej är ur ut in ni vi du så nu då se få ge än as at by in is it of on or to a'.split(' '),
);
