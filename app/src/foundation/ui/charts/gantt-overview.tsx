import { formatNumber } from '../../format/index.ts';
import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round, textWidth } from './drawing.tsx';
import {
  axisHeight,
  type GanttAxis,
  type GanttRow,
  ganttAxis,
  type Lanes,
  lanesOf,
  type TimeRange,
} from './gantt.rules.ts';
import { StatusMark, TimeAxis, Today } from './gantt.tsx';
import { EmptyDrawing } from './picture-parts.tsx';
import { dayNumber } from './time-axis.rules.ts';
import { oneLine } from './wrapping.ts';

export interface GanttOverviewProps extends ChartProps, TimeRange {
  /** All rows, ten thousand if need be. */
  readonly rows: readonly GanttRow[];
  readonly today?: string | undefined;
}

const statuses = ['unset', 'green', 'yellow', 'red'] as const;
type Tone = (typeof statuses)[number];

/** Units from lane to lane, and how much of them a bar takes. */
const lanePitch = 3;
const barThickness = 2;
const groupAir = 14;

/**
 * Every action as a thin bar, those that do not run at the same time in the same lane: how much goes on, when, and where it is
 * late. One path a status, so that ten thousand bars are four elements.
 */
export function GanttOverview(props: GanttOverviewProps) {
  const language = useLanguage();
  const texts = chainTexts(language);
  const { rows, width = 1100 } = props;
  if (rows.length === 0) return <EmptyDrawing chart={props} width={width} kind="gantt-overview" />;
  const narrow = width < 560;
  const labelWidth = narrow ? 0 : Math.min(260, width * 0.26);
  const axis = ganttAxis(rows, props, labelWidth, width);
  const lanes = lanesOf(rows);
  const groups = groupPlaces(lanes, narrow);
  const bottom = (groups.at(-1)?.bottom ?? axisHeight) + 2;
  const key = keyOf(rows, width, (tone, count) => `${texts[tone]} ${formatNumber(count, language)}`);
  return (
    <Drawing chart={props} width={width} height={bottom + key.height} kind="gantt-overview">
      <TimeAxis axis={axis} bottom={bottom} />
      {barPaths(rows, axis, lanes, groups).map(({ tone, d }) => (
        <path class={`chain-density is-${tone}`} stroke-width={barThickness} d={d} />
      ))}
      <GroupNames groups={groups} width={narrow ? width : labelWidth - 12} />
      <Today axis={axis} bottom={bottom} />
      <Key entries={key.entries} top={bottom} />
    </Drawing>
  );
}

interface GroupPlace {
  readonly text: string;
  readonly count: number;
  readonly lane: number;
  readonly wordsY: number;
  /** Middle of the first lane. */
  readonly top: number;
  readonly bottom: number;
}

function groupPlaces({ groups }: Lanes, narrow: boolean): GroupPlace[] {
  let top = axisHeight + 4;
  return groups.map(({ text, count, lane, lanes }) => {
    const words = narrow && text !== '' ? 18 : 0;
    const first = top + words + 4;
    const bottom = first + Math.max(lanes * lanePitch, narrow ? 0 : 16);
    const place = { text, count, lane, wordsY: top + 13, top: first, bottom };
    top = bottom + groupAir;
    return place;
  });
}

function barPaths(
  rows: readonly GanttRow[],
  axis: GanttAxis,
  { laneOf }: Lanes,
  groups: readonly GroupPlace[],
): { tone: Tone; d: string }[] {
  const parts: Record<Tone, string[]> = { unset: [], green: [], yellow: [], red: [] };
  const placeOf = new Map(groups.map((group) => [group.text, group]));
  rows.forEach(({ group, start, end, status }, index) => {
    const first = start ?? end;
    const place = placeOf.get(group ?? '');
    const lane = laneOf[index] ?? -1;
    if (first === undefined || place === undefined || lane < 0) return;
    const left = round(axis.x(dayNumber(first)));
    const length = round(Math.max(1.2, axis.x(dayNumber(end ?? first) + 1) - left));
    parts[status ?? 'unset'].push(`M${left} ${place.top + (lane - place.lane) * lanePitch}h${length}`);
  });
  return statuses.flatMap((tone) => (parts[tone].length === 0 ? [] : [{ tone, d: parts[tone].join('') }]));
}

function GroupNames({ groups, width }: { groups: readonly GroupPlace[]; width: number }) {
  const language = useLanguage();
  return (
    <>
      {groups.map(({ text, count, wordsY }) => {
        const words = formatNumber(count, language);
        return (
          text !== '' && (
            <text class="chain-words" x="0" y={round(wordsY)}>
              {oneLine(`${text} (${words})`, 13, width)}
            </text>
          )
        );
      })}
    </>
  );
}

interface KeyEntry {
  readonly tone: Tone;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

const keyLine = 22;

/** What the colours mean and how many there are of each, on as many lines as they need. */
function keyOf(
  rows: readonly GanttRow[],
  width: number,
  wordsOf: (tone: Tone, count: number) => string,
): { entries: KeyEntry[]; height: number } {
  let [x, y] = [0, 19];
  const counts: Record<Tone, number> = { unset: 0, green: 0, yellow: 0, red: 0 };
  for (const { status } of rows) counts[status ?? 'unset'] += 1;
  const entries = statuses.flatMap((tone): KeyEntry[] => {
    const count = counts[tone];
    if (count === 0) return [];
    const words = wordsOf(tone, count);
    const room = 21 + textWidth(words, 12);
    if (x > 0 && x + room > width) [x, y] = [0, y + keyLine];
    const entry = { tone, words, x, y };
    x += room + 18;
    return [entry];
  });
  return { entries, height: y + 8 };
}

function Key({ entries, top }: { entries: readonly KeyEntry[]; top: number }) {
  return (
    <>
      {entries.map(({ tone, words, x, y }) => (
        <>
          {tone === 'unset' ? (
            <path class="chain-density is-unset" stroke-width="3" d={`M${round(x)} ${round(top + y - 4)}h16`} />
          ) : (
            <StatusMark status={tone} x={x + 8} y={top + y - 4} />
          )}
          <text class="chain-note" x={round(x + 21)} y={round(top + y)}>
            {words}
          </text>
        </>
      ))}
    </>
  );
}
