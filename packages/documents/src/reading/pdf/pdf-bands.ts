import type { GridRow } from '../pieces.ts';
import { joinedLines, linesOfPage, type Segment, type TextLine } from './pdf-lines.ts';
import type { PageText, PdfPage } from './pdf-pages.ts';
import type { Rule } from './pdf-rules.ts';

/** A table whose rows have lines between them and whose columns have none. */
export interface BandedTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly GridRow[];
  /** Its first row stands over the first line, and so is its header. */
  readonly hasHeader: boolean;
  readonly texts: ReadonlySet<PageText>;
}

/** Lines that begin and end within this many points of each other are of one table. */
const near = 4;
/** A row of more lines of text than this is something else between two lines. */
const mostLines = 30;
/** The same where only one row stands between lines: it may be a page of two columns between its head and its foot. */
const mostLinesAlone = 6;
/** Baselines farther apart than this many times the height of their letters are not of one cell. */
const lineFeed = 1.4;
/** The first line of a row stands no farther from the line above or below than this many times its height. */
const margin = 2;

/** Finds tables among the letters that are in no other. */
export function bandedTables(page: PdfPage, texts: readonly PageText[]): readonly BandedTable[] {
  const free = texts.filter(({ artifact }) => !artifact);
  return groupsOf(page.rules).flatMap((rules) => tablesOf(rules, free, page.number));
}

/** Lines across, of the same reach, top down. A line may be drawn in pieces, one for each cell. */
function groupsOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const whole: Rule[] = [];
  const across = rules.filter((rule) => rule.across).toSorted((a, b) => b.at - a.at || a.from - b.from);
  for (const rule of across) {
    const last = whole.findLast(
      ({ at, from, to }) => at - rule.at <= 1.5 && rule.from <= to + near && rule.to >= from - near,
    );
    if (last === undefined) whole.push(rule);
    else
      whole.splice(whole.indexOf(last), 1, {
        ...last,
        from: Math.min(last.from, rule.from),
        to: Math.max(last.to, rule.to),
      });
  }
  const groups: Rule[][] = [];
  for (const rule of whole) {
    const group = groups.find(
      ([first]) => Math.abs(first!.from - rule.from) <= near && Math.abs(first!.to - rule.to) <= near,
    );
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups.filter(({ length }) => length > 1 && length < 2000);
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly TextLine[];
}

function tablesOf(rules: readonly Rule[], texts: readonly PageText[], page: number): readonly BandedTable[] {
  const [{ from, to }] = rules as [Rule];
  const within = texts.filter(({ x, width }) => x > from - near && x + width < to + near);
  const lines = linesOfPage(within);
  const tables: BandedTable[] = [];
  let run: Band[] = [];
  const flush = () => {
    const table = tableOf(run, lines, to - from, page);
    if (table !== undefined) {
      const inside = within.filter(({ y }) => y < table.top && y > table.bottom);
      tables.push({ ...table, texts: new Set(inside) });
    }
    run = [];
  };
  rules.slice(1).forEach((rule, index) => {
    const [top, bottom] = [rules[index]!.at, rule.at];
    const band = { top, bottom, lines: lines.filter(({ y }) => y < top && y > bottom) };
    if (!isRow(band)) flush();
    else run.push(band);
  });
  flush();
  return tables;
}

/** Words in several columns somewhere, close to the line above, and no values below each other. */
function isRow({ lines }: Band): boolean {
  return (
    lines.length > 0 &&
    lines.length <= mostLines &&
    lines.some(({ segments }) => segments.length > 1) &&
    lines.slice(1).every((line, index) => lines[index]!.y - line.y <= 2 * line.height) &&
    !hasValuesBelowEachOther(lines)
  );
}

/** Numbers or dates of one length at one place on several lines are several rows. */
function hasValuesBelowEachOther(lines: readonly TextLine[]): boolean {
  const seen = new Map<string, number>();
  for (const { text, right } of lines.flatMap(({ segments }) => segments)) {
    if (!/^\d[\d .,:/-]{3,}$/.test(text)) continue;
    const key = `${text.length} ${Math.round(right / 3)}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen.values()].some((count) => count > 1);
}

function tableOf(
  run: readonly Band[],
  lines: readonly TextLine[],
  width: number,
  page: number,
): Omit<BandedTable, 'texts'> | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const header = besideOf(lines.filter(({ y }) => y > first.top).toReversed(), (line) => line.y - first.top);
  const below =
    run.length < 2
      ? []
      : besideOf(
          lines.filter(({ y }) => y < last.bottom),
          (line) => last.bottom - line.y - line.height,
        );
  if (run.length === 1 && (header.length === 0 || first.lines.length > mostLinesAlone)) return undefined;
  const rows = [header.toReversed(), ...run.map((band) => band.lines), below].filter(({ length }) => length > 0);
  const columns = columnsOf(rows.flat(), width);
  if (columns.length < 2 || columns.length > 60 || rows.length < 2) return undefined;
  return {
    top: header.length > 0 ? header.at(-1)!.y + header.at(-1)!.height : first.top,
    bottom: below.length > 0 ? below.at(-1)!.y - 1 : last.bottom,
    hasHeader: header.length > 0,
    rows: rows.map((of, index) => ({ place: index + 1, page, cells: cellsOf(of, columns) })),
  };
}

/** The row that stands outside the outermost line: closest to it, in several cells, and as close together as lines of one row. */
function besideOf(lines: readonly TextLine[], distance: (line: TextLine) => number): readonly TextLine[] {
  const [first, ...others] = lines;
  if (first === undefined || first.segments.length < 2 || distance(first) > margin * first.height) return [];
  const row = [first];
  for (const line of others) {
    const close = Math.abs(row.at(-1)!.y - line.y) <= lineFeed * Math.max(line.height, first.height);
    if (!close || !line.segments.every((segment) => first.segments.some((above) => overlaps(segment, above)))) break;
    row.push(line);
  }
  return row;
}

function overlaps(one: Segment, other: Segment): boolean {
  return one.left < other.right + near && other.left < one.right + near;
}

/** Where words stand in any row, with nothing between; what goes over most of the table says nothing of its columns. */
function columnsOf(lines: readonly TextLine[], width: number): readonly Segment[] {
  const columns: { text: string; left: number; right: number }[] = [];
  const segments = lines.flatMap((line) => line.segments).filter(({ left, right }) => right - left < 0.6 * width);
  for (const { left, right } of segments.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last === undefined || left > last.right + 0.5) columns.push({ text: '', left, right });
    else last.right = Math.max(last.right, right);
  }
  return columns;
}

function cellsOf(lines: readonly TextLine[], columns: readonly Segment[]): readonly string[] {
  const cells = columns.map((): string[] => []);
  for (const segment of lines.flatMap(({ segments }) => segments)) {
    const at = columns.findIndex((column) => segment.left < column.right + 0.5);
    cells[at === -1 ? columns.length - 1 : at]!.push(segment.text);
  }
  return cells.map((words) => joinedLines(words));
}
