import { formatDay } from '../../format/index.ts';
import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import {
  axisHeight,
  type GanttAxis,
  type GanttRow,
  type GanttStatus,
  ganttLayout,
  ganttText,
  type PlacedGanttRow,
  type TimeRange,
} from './gantt.rules.ts';
import { EmptyDrawing, Lines, Part, Touch } from './picture-parts.tsx';
import type { TimeTick } from './time-axis.rules.ts';
import { oneLine } from './wrapping.ts';

export interface GanttProps extends ChartProps, TimeRange {
  /** The rows of one page, up to some hundred; give all pages the same `from` and `to`. `GanttOverview` draws them all. */
  readonly rows: readonly GanttRow[];
  /** YYYY-MM-DD. */
  readonly today?: string | undefined;
  /** ISO weeks on the axis where they have room. */
  readonly weeks?: boolean | undefined;
}

/**
 * Actions in time: a bar for each period, diamonds for milestones, elbow arrows for what waits for what. Status is told by the
 * sign before the name (tick in a disc, exclamation mark in a triangle, cross in a square), the edge of the bar, and words.
 */
export function Gantt(props: GanttProps) {
  const { rows, width = 1100 } = props;
  if (rows.length === 0) return <EmptyDrawing chart={props} width={width} kind="gantt" />;
  const layout = ganttLayout(rows, width, props);
  const { axis } = layout;
  return (
    <Drawing
      chart={props}
      width={width}
      height={layout.height}
      kind="gantt"
      linked={rows.some(({ href }) => href !== undefined)}
    >
      <TimeAxis axis={axis} bottom={layout.height} />
      <path class="chain-hairline" d={layout.rows.map(({ bottom }) => `M0 ${round(bottom)}H${width}`).join('')} />
      {layout.groups.map(({ text, y }) => (
        <text class="chain-words is-head" x="0" y={round(y)}>
          {text}
        </text>
      ))}
      {layout.rows.map((placed) => (
        <Period placed={placed} axis={axis} />
      ))}
      {layout.dependencies.length > 0 && (
        <>
          <path class="chain-dependency" d={layout.dependencies.map(({ line }) => line).join('')} />
          <path class="chain-arrow" d={layout.dependencies.map(({ arrow }) => arrow).join('')} />
        </>
      )}
      <Today axis={axis} bottom={layout.height} />
      {layout.rows.map((placed) => (
        <Name placed={placed} />
      ))}
    </Drawing>
  );
}

/** Years (for weeks: months) over months, quarters or weeks. */
export function TimeAxis({ axis, bottom }: { axis: GanttAxis; bottom: number }) {
  const texts = chainTexts(useLanguage());
  const month = (tick: TimeTick) => texts.months[`m${tick.number}` as keyof typeof texts.months];
  const lower = {
    week: (tick: TimeTick) => String(tick.number),
    month,
    quarter: (tick: TimeTick) => `${texts.quarter}\u00a0${tick.number}`,
    year: (tick: TimeTick) => String(tick.number),
  }[axis.step];
  const upper =
    axis.step === 'week' ? (tick: TimeTick) => `${month(tick)} ${tick.year}` : (tick: TimeTick) => String(tick.year);
  const lines = axis.ticks.filter(({ day }) => axis.x(day) > axis.left + 0.5);
  return (
    <>
      <path
        class="chain-hairline"
        d={lines.map(({ day }) => `M${round(axis.x(day))} ${axisHeight - 20}V${round(bottom)}`).join('')}
      />
      <path class="chart-group" d={`M${round(axis.left)} ${axisHeight}H${round(axis.right)}`} />
      {axis.step !== 'year' &&
        axis.years
          .filter((tick) => axis.x(tick.end) - axis.x(tick.day) > (axis.step === 'week' ? 62 : 34))
          .filter((tick) => !meetsToday(axis, axis.x(tick.day)))
          .map((tick) => (
            <text class="chain-words is-strong" x={round(axis.x(tick.day) + 3)} y="14">
              {upper(tick)}
            </text>
          ))}
      {axis.ticks
        .filter((tick) => axis.x(tick.end) - axis.x(tick.day) > 17)
        .map((tick) => (
          <text
            class="chart-tick"
            x={round((axis.x(tick.day) + axis.x(tick.end)) / 2)}
            y={axisHeight - 8}
            text-anchor="middle"
          >
            {lower(tick)}
          </text>
        ))}
      {axis.step === 'week' && axis.left > 30 && (
        <text class="chart-tick" x={round(axis.left - 6)} y={axisHeight - 8} text-anchor="end">
          {texts.week}
        </text>
      )}
    </>
  );
}

/** The name of the day goes before that of the year that begins beside it. */
function meetsToday({ today, right }: GanttAxis, x: number): boolean {
  if (today === undefined) return false;
  return today > right - todayRoom
    ? x + todayRoom > today - todayRoom && x < today
    : x + todayRoom > today && x < today + todayRoom;
}

const todayRoom = 44;

export function Today({ axis, bottom }: { axis: GanttAxis; bottom: number }) {
  const texts = chainTexts(useLanguage());
  if (axis.today === undefined) return null;
  const late = axis.today > axis.right - todayRoom;
  return (
    <>
      {/* Broken where the names of the months stand. */}
      <path class="chain-today" d={`M${round(axis.today)} 3V17M${round(axis.today)} ${axisHeight}V${round(bottom)}`} />
      <text
        class="chain-words is-late is-on-lines"
        x={round(axis.today + (late ? -4 : 4))}
        y="14"
        text-anchor={late ? 'end' : undefined}
      >
        {texts.today}
      </text>
    </>
  );
}

/** Over all lines, since on a phone the names stand over their bars. */
function Name({ placed }: { placed: PlacedGanttRow }) {
  const texts = chainTexts(useLanguage());
  const { row, lines, labelY } = placed;
  const status = row.status === undefined ? undefined : texts[row.status];
  return (
    <Part
      href={row.href}
      label={[row.text, status, periodOf(row) ?? texts.noPeriod].filter(Boolean).join(', ')}
      shape={<Touch lines={lines} {...ganttText} x={ganttText.statusRoom} y={labelY} before={ganttText.statusRoom} />}
    >
      {row.status !== undefined && <StatusMark status={row.status} x={8} y={labelY + ganttText.leading / 2} />}
      <Lines
        lines={lines}
        x={ganttText.statusRoom}
        y={labelY}
        leading={ganttText.leading}
        class="chain-words is-on-lines"
      />
    </Part>
  );
}

function periodOf({ start, end }: GanttRow): string | undefined {
  const days = [start ?? end, end ?? start].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : [...new Set(days)].join(' – ');
}

function Period({ placed, axis }: { placed: PlacedGanttRow; axis: GanttAxis }) {
  const texts = chainTexts(useLanguage());
  const { row, y, bar } = placed;
  const period = periodOf(row);
  const status = row.status === undefined ? undefined : texts[row.status];
  return (
    <>
      {bar !== undefined && <Bar placed={placed} bar={bar} tip={[period, status].filter(Boolean).join(' · ')} />}
      {period === undefined && placed.milestones.length === 0 && (
        <text class="chart-missing" x={round(axis.left + 6)} y={round(y + 4)}>
          {texts.noPeriod}
        </text>
      )}
      {placed.milestones.map(({ x, text, date }) => (
        <path class="chain-milestone" d={`M${round(x)} ${round(y - 8)}l7 8l-7 8l-7 -8Z`} data-tip={`${date} ${text}`} />
      ))}
      {!placed.leads && <MilestoneNames placed={placed} axis={axis} />}
    </>
  );
}

/** The milestones in words, after all that is drawn on the row, where they have room. */
function MilestoneNames({ placed, axis }: { placed: PlacedGanttRow; axis: GanttAxis }) {
  const language = useLanguage();
  const left = Math.max(placed.bar?.right ?? 0, ...placed.milestones.map(({ x }) => x + 7)) + 7;
  const words = placed.milestones.map(({ date, text }) => `${formatDay(date, language)} ${text}`).join(', ');
  if (words === '' || axis.right - left < leastNames) return null;
  return (
    <text class="chain-note is-on-lines" x={round(left)} y={round(placed.y + 4)}>
      {oneLine(words, 12, axis.right - left)}
    </text>
  );
}

const leastNames = 90;

function Bar({ placed, bar, tip }: { placed: PlacedGanttRow; bar: { left: number; right: number }; tip: string }) {
  const { status, done } = placed.row;
  const [left, top, length] = [round(bar.left), round(placed.y - ganttText.barHeight / 2), round(bar.right - bar.left)];
  const tone = `is-${status ?? 'unset'}`;
  return (
    <g data-tip={tip}>
      <rect class={`chain-bar ${tone}`} x={left} y={top} width={length} height={ganttText.barHeight} rx="2.5" />
      {done !== undefined && done > 0 && (
        <rect
          class={`chain-done ${tone}`}
          x={left}
          y={round(placed.y - 2)}
          width={round(Math.min(1, done) * length)}
          height="4"
        />
      )}
    </g>
  );
}

/** Tick in a disc, exclamation mark in a triangle, cross in a square: told apart without colour. */
export function StatusMark({ status, x, y }: { status: GanttStatus; x: number; y: number }) {
  const [cx, cy] = [round(x), round(y)];
  const shapes = {
    green: <circle class="chain-status is-green" cx={cx} cy={cy} r="7.5" />,
    yellow: <path class="chain-status is-yellow" d={`M${cx} ${round(cy - 8.5)}l8.5 15.5h-17Z`} />,
    red: <rect class="chain-status is-red" x={round(cx - 7)} y={round(cy - 7)} width="14" height="14" rx="1.5" />,
  };
  const signs = {
    green: `M${round(cx - 3.2)} ${round(cy + 0.2)}l2.3 2.5l4.2 -5`,
    yellow: `M${cx} ${round(cy - 3)}v4.2m0 2.9v.01`,
    red: `M${round(cx - 3)} ${round(cy - 3)}l6 6m0 -6l-6 6`,
  };
  return (
    <>
      {shapes[status]}
      <path class="chain-sign" d={signs[status]} />
    </>
  );
}
