import { arc } from 'd3-shape';
import { formatDay } from '../../format/index.ts';
import type { Language } from '../../texts/index.ts';
import { useLanguage } from '../language.tsx';
import { chainTexts } from './chain.texts.ts';
import { type ChartProps, Drawing, round } from './drawing.tsx';
import { Lines, NumberedRow, Part, RowTouch, Touch } from './picture-parts.tsx';
import {
  labelText,
  type PlacedYearItem,
  type YearItem,
  type YearWheelLayout,
  yearWheelLayout,
} from './year-wheel.rules.ts';

export interface YearWheelProps extends ChartProps {
  readonly year: number;
  readonly items: readonly YearItem[];
  /** YYYY-MM-DD: its month is filled and the day has a line, when it lies in the year. */
  readonly today?: string | undefined;
}

/** Årshjul: the year clockwise from the top, what happens as arcs outside the months. */
export function YearWheel(props: YearWheelProps) {
  const language = useLanguage();
  const { year, items, today, width = 920 } = props;
  const layout = yearWheelLayout(year, items, width, (item) => `${daysOf(item, language)} · ${item.text}`);
  const now = today?.startsWith(`${year}-`) === true ? today : undefined;
  return (
    <Drawing
      chart={props}
      width={width}
      height={layout.height}
      kind="year-wheel"
      linked={items.some(({ href }) => href !== undefined)}
    >
      <g transform={`translate(${round(layout.centre.x)} ${round(layout.centre.y)})`}>
        <Months layout={layout} year={year} now={now} />
        {layout.items.map((placed) => (
          <Item placed={placed} layout={layout} />
        ))}
        {now !== undefined && <Now layout={layout} now={now} />}
      </g>
    </Drawing>
  );
}

function Months({ layout, year, now }: { layout: YearWheelLayout; year: number; now: string | undefined }) {
  const texts = chainTexts(useLanguage());
  const middle = (layout.hub + layout.ring) / 2;
  return (
    <>
      {layout.months.map(({ from, to }, index) => {
        const current = now !== undefined && Number(now.slice(5, 7)) === index + 1;
        const angle = (from + to) / 2;
        return (
          <>
            <path class={`chain-month${current ? ' is-current' : ''}`} d={sector(layout.hub, layout.ring, from, to)} />
            <text
              class={current ? 'chain-words is-on-own is-small' : 'chain-words is-small'}
              x={round(Math.sin(angle) * middle)}
              y={round(-Math.cos(angle) * middle + 4)}
              text-anchor="middle"
            >
              {shortMonth(texts.months[`m${index + 1}` as keyof typeof texts.months])}
            </text>
          </>
        );
      })}
      <text class="chain-words is-head" y={now === undefined ? 5 : -1} text-anchor="middle">
        {year}
      </text>
      {now !== undefined && (
        <text class="chain-note" y="15" text-anchor="middle">
          {`${texts.now}: ${texts.months[`m${Number(now.slice(5, 7))}` as keyof typeof texts.months]}`}
        </text>
      )}
    </>
  );
}

/** Three letters have room in a twelfth of a small ring. */
function shortMonth(name: string): string {
  return name.slice(0, 3);
}

function Item({ placed, layout }: { placed: PlacedYearItem; layout: YearWheelLayout }) {
  const language = useLanguage();
  const { item, number, from, to, inner, outer, label, row } = placed;
  const days = daysOf(item, language);
  const middle = (from + to) / 2;
  const radius = (inner + outer) / 2;
  const toPage = `translate(${round(-layout.centre.x)} ${round(-layout.centre.y)})`;
  return (
    <Part
      href={item.href}
      label={`${item.text}, ${days}`}
      shape={
        <>
          <path
            class={outer - inner < 6 ? 'chain-arc is-thin' : 'chain-arc'}
            d={sector(inner, outer, from, to)}
            data-tip={`${days}: ${item.text}`}
          />
          {label !== undefined && <Touch {...labelText} {...label} />}
          {row !== undefined && (
            <g transform={toPage}>
              <RowTouch row={row} />
            </g>
          )}
        </>
      }
    >
      {label !== undefined && (
        <>
          <path
            class="chart-leader"
            d={label.leader.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}
          />
          <Lines
            lines={label.lines}
            x={label.x}
            y={label.y}
            leading={labelText.leading}
            class="chain-words is-bone"
            anchor={label.anchor}
          />
        </>
      )}
      {layout.numbered && (
        <text
          class={number > 9 ? 'chain-number is-long' : 'chain-number'}
          x={round(Math.sin(middle) * radius)}
          y={round(-Math.cos(middle) * radius + 4)}
          text-anchor="middle"
        >
          {number}
        </text>
      )}
      {row !== undefined && (
        <g transform={toPage}>
          <NumberedRow number={number} row={row} />
        </g>
      )}
    </Part>
  );
}

function Now({ layout, now }: { layout: YearWheelLayout; now: string }) {
  const angle = layout.angleOf(now);
  const at = (radius: number) => `${round(Math.sin(angle) * radius)} ${round(-Math.cos(angle) * radius)}`;
  return <path class="chain-today" d={`M${at(layout.ring)}L${at(layout.outer + 5)}`} />;
}

function daysOf({ start, end }: YearItem, language: Language): string {
  const first = formatDay(start, language);
  if (end === undefined || end === start) return first;
  if (start.slice(0, 4) !== end.slice(0, 4)) return `${start} – ${end}`;
  const last = formatDay(end, language);
  return start.slice(0, 7) === end.slice(0, 7) ? `${Number(start.slice(8, 10))}–${last}` : `${first} – ${last}`;
}

function sector(innerRadius: number, outerRadius: number, startAngle: number, endAngle: number): string {
  const path = arc()({ innerRadius, outerRadius, startAngle, endAngle }) ?? '';
  return path.replace(/-?\d+\.\d+(e-\d+)?/g, (number) => String(round(Number(number))));
}
