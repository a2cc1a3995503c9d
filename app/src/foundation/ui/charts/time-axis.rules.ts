import { weekNumber } from '../../format/index.ts';

/**
 * Days since 1970-01-01 of a date written YYYY-MM-DD. Counted by hand, from 1 March so that the leap day comes last: an overview
 * reads tens of thousands of dates, and `Date` took half of its time.
 */
export function dayNumber(date: string): number {
  const month = (digitsAt(date, 5, 2) + 9) % 12;
  const year = digitsAt(date, 0, 4) - (month > 9 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * month + 2) / 5) + digitsAt(date, 8, 2) - daysTo1970;
}

/** From 1 March of year 0, with the day of the month counted from 1. */
const daysTo1970 = 719_469;

function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export type TimeStep = 'week' | 'month' | 'quarter' | 'year';

export interface TimeTick {
  /** First day of the step. */
  readonly day: number;
  /** First day after it. */
  readonly end: number;
  readonly year: number;
  /** Month 1–12, quarter 1–4, ISO week 1–53, or the year again. */
  readonly number: number;
}

/** Least room, in units of the drawing, that the name of a step needs. */
const leastRoom: Readonly<Record<TimeStep, number>> = { week: 20, month: 36, quarter: 32, year: 34 };

/** The finest step whose names have room. `weeks` asks for ISO weeks where they fit. */
export function stepFor(days: number, width: number, weeks = false): TimeStep {
  const perDay = width / Math.max(1, days);
  if (weeks && perDay * 7 >= leastRoom.week) return 'week';
  if (perDay * 30 >= leastRoom.month) return 'month';
  return perDay * 91 >= leastRoom.quarter ? 'quarter' : 'year';
}

/** Every step that touches the days from `from` up to and including `to`. */
export function timeTicks(from: number, to: number, step: TimeStep): TimeTick[] {
  const ticks: TimeTick[] = [];
  let tick = tickAt(from, step);
  while (tick.day <= to) {
    ticks.push(tick);
    tick = tickAt(tick.end, step);
  }
  return ticks;
}

/** The step that holds a day. */
export function tickAt(day: number, step: TimeStep): TimeTick {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const first = (atYear: number, atMonth: number) => Date.UTC(atYear, atMonth, 1) / 86_400_000;
  if (step === 'year') return { day: first(year, 0), end: first(year + 1, 0), year, number: year };
  if (step === 'quarter') {
    const quarter = Math.floor(month / 3);
    return { day: first(year, quarter * 3), end: first(year, quarter * 3 + 3), year, number: quarter + 1 };
  }
  if (step === 'month') return { day: first(year, month), end: first(year, month + 1), year, number: month + 1 };
  return weekAt(day);
}

/** ISO 8601: weeks begin on Monday, and a week belongs to the year that has its Thursday. */
function weekAt(day: number): TimeTick {
  // Day 0 was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  const year = new Date((monday + 3) * 86_400_000).getUTCFullYear();
  return { day: monday, end: monday + 7, year, number: weekNumber(dateOf(monday)) };
}
