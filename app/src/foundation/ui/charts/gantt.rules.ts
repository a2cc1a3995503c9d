import { round } from './drawing.tsx';
import { dayNumber, stepFor, type TimeStep, type TimeTick, timeTicks } from './time-axis.rules.ts';
import { wrapLines } from './wrapping.ts';

/** Green is on plan, yellow at risk, red off plan. */
export type GanttStatus = 'green' | 'yellow' | 'red';

export interface GanttRow {
  readonly id: string;
  readonly text: string;
  /** Rows of a group follow each other and get its name over them. */
  readonly group?: string | undefined;
  /** First and last day, YYYY-MM-DD; left out while no time is set. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly status?: GanttStatus | undefined;
  /** The part that is done, 0 to 1. */
  readonly done?: number | undefined;
  readonly milestones?: readonly { readonly date: string; readonly text: string }[] | undefined;
  /** Rows that must be ready before this one; drawn when both are shown. */
  readonly after?: readonly string[] | undefined;
  readonly href?: string | undefined;
}

export interface TimeRange {
  /** First and last day that are shown; by default all that the rows have. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface PlacedGanttRow {
  readonly row: GanttRow;
  readonly lines: readonly string[];
  readonly labelY: number;
  /** Middle of the bar. */
  readonly y: number;
  readonly bottom: number;
  readonly bar?: { readonly left: number; readonly right: number };
  /** An arrow leads on from it. */
  readonly leads: boolean;
  readonly milestones: readonly { readonly x: number; readonly text: string; readonly date: string }[];
}

export interface GanttAxis {
  readonly left: number;
  readonly right: number;
  readonly step: TimeStep;
  readonly ticks: readonly TimeTick[];
  readonly years: readonly TimeTick[];
  readonly x: (day: number) => number;
  readonly today?: number;
}

export interface GanttLayout {
  readonly axis: GanttAxis;
  readonly rows: readonly PlacedGanttRow[];
  readonly groups: readonly { readonly text: string; readonly y: number }[];
  readonly dependencies: readonly { readonly line: string; readonly arrow: string }[];
  readonly height: number;
}

export const ganttText = { size: 13, leading: 15.5, barHeight: 14, statusRoom: 22 } as const;
export const axisHeight = 42;
const groupHeight = 30;
const narrowest = 560;

export function ganttLayout(
  rows: readonly GanttRow[],
  width: number,
  options: TimeRange & { readonly today?: string | undefined; readonly weeks?: boolean | undefined },
): GanttLayout {
  const narrow = width < narrowest;
  const labelWidth = narrow ? 0 : Math.min(320, width * 0.32);
  const axis = ganttAxis(rows, options, labelWidth, width);
  const wordsWidth = (narrow ? width : labelWidth - 12) - ganttText.statusRoom;
  const led = new Set(rows.flatMap(({ after = [] }) => after));
  const groups: { text: string; y: number }[] = [];
  let top = axisHeight;
  const placed = rows.map((row, index): PlacedGanttRow => {
    if (row.group !== undefined && row.group !== rows[index - 1]?.group) {
      groups.push({ text: row.group, y: top + 20 });
      top += groupHeight;
    }
    const lines = wrapLines(row.text, ganttText.size, wordsWidth, 2);
    const words = Math.max(1, lines.length) * ganttText.leading;
    const height = narrow ? words + ganttText.barHeight + 20 : Math.max(words, ganttText.barHeight) + 13;
    const y = narrow ? top + words + 8 + ganttText.barHeight / 2 : top + height / 2;
    const labelY = narrow ? top + 5 : top + (height - words) / 2;
    top += height;
    return {
      row,
      lines,
      labelY,
      y,
      bottom: top,
      ...barOf(row, axis),
      leads: led.has(row.id),
      milestones: milestonesOf(row, axis),
    };
  });
  return { axis, rows: placed, groups, dependencies: dependenciesOf(placed, axis), height: round(top + 4) };
}

export function ganttAxis(
  rows: readonly GanttRow[],
  { from, to, today, weeks }: TimeRange & { readonly today?: string | undefined; readonly weeks?: boolean | undefined },
  left: number,
  right: number,
): GanttAxis {
  const [first, last] = rangeOf(rows, from, to, today);
  const step = stepFor(last - first, right - left, weeks);
  const scale = (right - left) / (last + 1 - first);
  const x = (day: number) => left + (day - first) * scale;
  const now = today === undefined ? undefined : dayNumber(today);
  return {
    left,
    right,
    step,
    ticks: timeTicks(first, last, step),
    years: timeTicks(first, last, step === 'week' ? 'month' : 'year'),
    x: (day) => Math.min(right, Math.max(left, x(day))),
    ...(now === undefined || now < first || now > last ? {} : { today: x(now + 0.5) }),
  };
}

/** From the first of a month to the last of a month. */
function rangeOf(rows: readonly GanttRow[], from?: string, to?: string, today?: string): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const meet = (date: string | undefined) => {
    if (date === undefined) return;
    const day = dayNumber(date);
    if (day < low) low = day;
    if (day > high) high = day;
  };
  for (const { start, end, milestones = [] } of rows) {
    meet(start);
    meet(end);
    for (const { date } of milestones) meet(date);
  }
  if (low > high) meet(today ?? from ?? to ?? '2000-01-01');
  const first = from === undefined ? low : dayNumber(from);
  const last = Math.max(first, to === undefined ? high : dayNumber(to));
  const months = timeTicks(first, last, 'month');
  return [
    from === undefined ? (months[0]?.day ?? first) : first,
    to === undefined ? (months.at(-1)?.end ?? last + 1) - 1 : last,
  ];
}

/** A row with one of its two days is drawn as that day; what lies outside the range ends at its edge. */
function barOf({ start, end }: GanttRow, axis: GanttAxis): { bar?: { left: number; right: number } } {
  const first = start ?? end;
  const last = end ?? start;
  if (first === undefined || last === undefined) return {};
  const left = axis.x(dayNumber(first));
  const right = axis.x(Math.max(dayNumber(last), dayNumber(first)) + 1);
  if (right <= axis.left || left >= axis.right) return {};
  return { bar: { left: Math.min(left, axis.right - 3), right: Math.max(right, left + 3) } };
}

function milestonesOf({ milestones = [] }: GanttRow, axis: GanttAxis): PlacedGanttRow['milestones'] {
  return milestones.flatMap(({ date, text }) => {
    const x = axis.x(dayNumber(date) + 0.5);
    return x <= axis.left || x >= axis.right ? [] : [{ x, text, date }];
  });
}

/** Elbow arrows from the end of what comes first to the start of what waits for it. */
function dependenciesOf(rows: readonly PlacedGanttRow[], axis: GanttAxis): GanttLayout['dependencies'] {
  const byId = new Map(rows.map((placed) => [placed.row.id, placed]));
  return rows.flatMap((placed) =>
    (placed.row.after ?? []).flatMap((id) => {
      const before = byId.get(id);
      return before?.bar === undefined || placed.bar === undefined || before === placed
        ? []
        : [elbow({ x: before.bar.right, y: before.y }, { x: placed.bar.left, y: placed.y }, axis)];
    }),
  );
}

interface At {
  readonly x: number;
  readonly y: number;
}

const out = 7;

function elbow(from: At, to: At, axis: GanttAxis): { line: string; arrow: string } {
  const down = to.y > from.y ? 1 : -1;
  const edge = to.y - down * (ganttText.barHeight / 2 + 1);
  // Room enough: straight down into the bar from above; else round by the gap between the rows.
  const straight = to.x >= from.x + 2;
  const landing = Math.min(Math.max(to.x + 6, from.x + out), axis.right - 2);
  if (straight)
    return {
      line: `M${round(from.x)} ${round(from.y)}H${round(landing)}V${round(edge - down * 5)}`,
      arrow: `M${round(landing)} ${round(edge)}l-4 ${-down * 6}h8Z`,
    };
  const gap = from.y + down * (ganttText.barHeight / 2 + 5);
  const turn = Math.min(from.x + out, axis.right);
  const start = Math.max(to.x - out, axis.left - 4);
  return {
    line: `M${round(from.x)} ${round(from.y)}H${round(turn)}V${round(gap)}H${round(start)}V${round(to.y)}H${round(to.x - 5)}`,
    arrow: `M${round(to.x)} ${round(to.y)}l-6 -4v8Z`,
  };
}

/** Where the bars of the overview lie. */
export interface Lanes {
  readonly groups: readonly {
    readonly text: string;
    readonly lane: number;
    readonly lanes: number;
    readonly count: number;
  }[];
  /** By row: the lane where its bar lies, −1 without a period. */
  readonly laneOf: Int32Array;
  readonly lanes: number;
}

/**
 * Rows that do not run at the same time share a lane within their group: the height of a group shows how much runs at once.
 * In order of start, each in the first lane that is free, which gives the fewest lanes.
 */
export function lanesOf(rows: readonly GanttRow[]): Lanes {
  const laneOf = new Int32Array(rows.length).fill(-1);
  const byGroup = Map.groupBy(rows.keys(), (index) => rows[index]!.group ?? '');
  let base = 0;
  const groups = [...byGroup].map(([text, members]) => {
    const periods = members
      .flatMap((index) => {
        const { start, end } = rows[index]!;
        const first = start ?? end;
        return first === undefined ? [] : [{ index, first: dayNumber(first), last: dayNumber(end ?? first) }];
      })
      .sort((a, b) => a.first - b.first || a.index - b.index);
    // By lane the last day that is taken.
    const taken: number[] = [];
    for (const { index, first, last } of periods) {
      let lane = 0;
      while (lane < taken.length && taken[lane]! >= first) lane++;
      taken[lane] = last;
      laneOf[index] = base + lane;
    }
    const group = { text, lane: base, lanes: Math.max(1, taken.length), count: members.length };
    base += group.lanes;
    return group;
  });
  return { groups, laneOf, lanes: base };
}
