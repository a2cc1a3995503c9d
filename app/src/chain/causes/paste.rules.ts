import { itemsOf, sameWords, splitArea } from './item.rules.ts';

/** A line of a table as it was pasted. */
export interface PastedLine {
  /** As the person counts lines, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

const columns = ['area', 'costType', 'problem', 'cause', 'suggestion'] as const;
type ColumnKey = (typeof columns)[number];

export type PasteFault = 'noProblem' | 'problemTooLong' | 'itemTooLong' | 'areaTooLong';

export interface PastedRow {
  readonly number: number;
  readonly area: string;
  readonly costType: string;
  /** '' where the cell is empty because the row goes on with the problem above it. */
  readonly problem: string;
  readonly causes: readonly string[];
  readonly suggestions: readonly string[];
  readonly fault: PasteFault | undefined;
}

export type Pasted =
  | { readonly ok: true; readonly rows: readonly PastedRow[]; readonly headings: readonly string[] }
  | { readonly ok: false; readonly reason: 'noTable' | 'noHeader' };

const headers: Readonly<Record<ColumnKey, RegExp>> = {
  area: /^(område|enhet|area)(\s*\/.*)?$/i,
  costType: /^(kostnadsslag|cost type)$/i,
  problem: /^(problem|utmaning|problem(et)?\s*[/(].*|challenge)$/i,
  cause: /^(orsak(er)?|påverkas av|cause)(\s*[/(].*)?$/i,
  suggestion:
    /^((åtgärds)?förslag( till åtgärd(er)?)?|åtgärd(er)?|suggestions?( for action)?|proposed action)(\s*[/(].*)?$/i,
};
const usual: readonly ColumnKey[] = ['area', 'problem', 'cause', 'suggestion'];

/**
 * Reads a cause table that was pasted from Word, Excel or a page. Columns follow the table's own header, in any order; without one they
 * are the four usual. A line with one cell is a heading for the rows below it, or, close under a row, more of that row's last cell. An
 * empty Område is the one above. Known cost types let a heading "Särskilt boende" and a cell "Personalkostnader" meet.
 */
export function readPastedCauses(lines: readonly PastedLine[], knownCostTypes: readonly string[]): Pasted {
  if (lines.every(({ cells }) => cells.length < 2)) return { ok: false, reason: 'noTable' };
  const known = new Set(knownCostTypes.map(sameWords));
  const rows: PastedRow[] = [];
  const headings: string[] = [];
  let map: readonly (ColumnKey | undefined)[] | undefined;
  let current = { area: '', costType: '' };
  let heading = '';
  for (const { number, cells } of joined(lines)) {
    const header = headerOf(cells);
    if (header !== undefined) {
      map = header;
      continue;
    }
    if (cells.filter(Boolean).length === 1 && cells[0] !== '') {
      heading = cells[0]!;
      headings.push(heading);
      current = splitArea(heading);
      continue;
    }
    map ??= cells.length === usual.length ? usual : undefined;
    if (map === undefined) return { ok: false, reason: 'noHeader' };
    const cell = (key: ColumnKey) => cells[map!.indexOf(key)] ?? '';
    const area = cell('area');
    if (area !== '') {
      const split = splitArea(area);
      const meets = split.costType === '' && heading !== '' && known.has(sameWords(area));
      current = meets ? { area: splitArea(heading).area, costType: split.area } : split;
    }
    const costType = cell('costType') || current.costType;
    const row = {
      number,
      area: current.area,
      costType,
      problem: cell('problem').replace(/\s+/g, ' '),
      causes: itemsOf(cell('cause')),
      suggestions: itemsOf(cell('suggestion')),
    };
    rows.push({ ...row, fault: faultOf(row, rows.length > 0) });
  }
  return rows.length === 0 ? { ok: false, reason: 'noTable' } : { ok: true, rows, headings };
}

export const longestItem = 1000;
const longestArea = 200;

function faultOf(row: Omit<PastedRow, 'fault'>, hasAbove: boolean): PasteFault | undefined {
  if (row.problem === '' && !hasAbove) return 'noProblem';
  if (row.problem.length > longestItem) return 'problemTooLong';
  if ([...row.causes, ...row.suggestions].some((item) => item.length > longestItem)) return 'itemTooLong';
  return Math.max(row.area.length, row.costType.length) > longestArea ? 'areaTooLong' : undefined;
}

function headerOf(cells: readonly string[]): readonly (ColumnKey | undefined)[] | undefined {
  const map = cells.map((cell) => columns.find((key) => headers[key].test(cell.trim())));
  return map.includes('problem') && map.filter(Boolean).length > 1 ? map : undefined;
}

/**
 * Word ends a line for each paragraph in a cell and tells nobody. A row that has fewer cells than the table is wide goes on with the next
 * line; a line with one cell right under a whole row is more of its last cell, unless it says an area, or a header follows it.
 */
function joined(lines: readonly PastedLine[]): readonly PastedLine[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const found: { number: number; cells: string[]; end: number }[] = [];
  for (const [index, { number, cells }] of lines.entries()) {
    const end = number + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const above = found.at(-1);
    const near = above !== undefined && above.end + 1 === number && above.cells.length > 1 && !headerOf(above.cells);
    const more =
      near &&
      (above.cells.length < width
        ? above.cells.length + cells.length - 1 <= width
        : cells.length === 1 && !headsRows(cells[0]!, lines[index + 1]?.cells ?? []));
    if (more) {
      above.cells[above.cells.length - 1] += `\n${cells[0]}`;
      above.cells.push(...cells.slice(1));
      above.end = end;
    } else {
      found.push({ number, cells: [...cells], end });
    }
  }
  return found;
}

function headsRows(text: string, next: readonly string[]): boolean {
  return splitArea(text).costType !== '' || headerOf(next) !== undefined || (next.length > 1 && next[0] === '');
}

/** What the focus area has already. */
export interface ExistingProblem {
  readonly id: string;
  readonly area: string;
  /** The code; '' for none. */
  readonly costType: string;
  readonly title: string;
  readonly causes: readonly string[];
  readonly suggestions: readonly string[];
}

export interface PlannedRow extends PastedRow {
  readonly state: 'new' | 'more' | 'there' | 'faulty';
  /** The problem that is there already; undefined for a new one, or for a row that goes on with a new one. */
  readonly existing: string | undefined;
  /** For a row without a problem of its own: which row of the plan it goes on with. */
  readonly goesOnWith: number | undefined;
  readonly newCauses: readonly string[];
  readonly newSuggestions: readonly string[];
}

/**
 * What pasting would do. The same problem under the same area is recognised, row by row and each once, so that two rows that read alike stay
 * two, and the same table pasted again adds nothing.
 */
export function planPaste(
  rows: readonly PastedRow[],
  existing: readonly ExistingProblem[],
  codeOf: (costType: string) => string | null = () => null,
): readonly PlannedRow[] {
  const free = Map.groupBy(existing, (one) => keyOf(one.area, one.costType, one.title));
  const plan: PlannedRow[] = [];
  let last: { index: number; causes: string[]; suggestions: string[]; existing: string | undefined } | undefined;
  for (const row of rows) {
    if (row.fault !== undefined) {
      plan.push({
        ...row,
        state: 'faulty',
        existing: undefined,
        goesOnWith: undefined,
        newCauses: [],
        newSuggestions: [],
      });
      continue;
    }
    const goesOn = row.problem === '' && last !== undefined;
    if (!goesOn) {
      const same = free.get(keyOf(row.area, codeOf(row.costType) ?? row.costType, row.problem))?.shift();
      last = {
        index: plan.length,
        causes: (same?.causes ?? []).map(sameWords),
        suggestions: (same?.suggestions ?? []).map(sameWords),
        existing: same?.id,
      };
    }
    const here = last!;
    const newCauses = row.causes.filter((item) => !here.causes.includes(sameWords(item)));
    const newSuggestions = row.suggestions.filter((item) => !here.suggestions.includes(sameWords(item)));
    here.causes.push(...newCauses.map(sameWords));
    here.suggestions.push(...newSuggestions.map(sameWords));
    const isNew = !goesOn && here.existing === undefined;
    const adds = newCauses.length + newSuggestions.length > 0;
    plan.push({
      ...row,
      state: isNew ? 'new' : adds ? 'more' : 'there',
      existing: here.existing,
      goesOnWith: goesOn ? here.index : undefined,
      newCauses,
      newSuggestions,
    });
  }
  return plan;
}

function keyOf(area: string, costType: string, title: string): string {
  return JSON.stringify([area, costType, title].map(sameWords));
}
