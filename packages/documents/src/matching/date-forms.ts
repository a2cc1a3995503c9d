import type { DateContext, DatePrecision } from './date.ts';

/** A reading that may lack its year. `of` is undefined for a day that the calendar does not have. */
export interface Form {
  readonly year: number | undefined;
  readonly of: (year: number) => readonly [string, string] | undefined;
  readonly precision: DatePrecision;
}

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;
const monthOf = new Map(months.flatMap((names, index) => names.map((name) => [name as string, index + 1] as const)));
/** A month's name, as a part of a pattern. */
export const month = `(${[...monthOf.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;
const year4 = '((?:19|20)\\d{2})';
/** "2021", "-21", "’21", "ht 21"; two digits only where something tells that they are a year. */
const yearAfter = `(?:[\\s,./–-]*${year4}|(?:\\s*[–’'-]\\s*|\\s+)(\\d{2}))`;
const day = '(\\d{1,2})(?:[:.]?[ae])?';

const forms: readonly {
  readonly pattern: RegExp;
  readonly read: (part: readonly (string | undefined)[], context: DateContext) => readonly Form[];
}[] = [
  // 2021-09-13, 2021/9/3, 2021.09.13, 2021 09 13
  {
    pattern: new RegExp(`^${year4}([–./ -])(\\d{1,2})\\2(\\d{1,2})$`),
    read: ([, y, , m, d]) => [onDay(m, d, y)],
  },
  { pattern: new RegExp(`^${year4}(\\d{2})(\\d{2})$`), read: ([, y, m, d]) => [onDay(m, d, y)] },
  { pattern: new RegExp(`^(\\d{2})(\\d{2})${year4}$`), read: ([, d, m, y]) => [onDay(m, d, y)] },
  // 210913 is how Swedes shorten 2021-09-13.
  { pattern: /^(\d{2})(\d{2})(\d{2})$/, read: ([, y, m, d]) => [onDay(m, d, y)] },
  {
    pattern: /^(\d{2})([–-])(\d{2})\2(\d{2})$/,
    read: ([, a, , b, c], { order }) =>
      order === 'dayFirst'
        ? [onDay(b, a, c)]
        : order === 'yearFirst'
          ? [onDay(b, c, a)]
          : [onDay(b, c, a), onDay(b, a, c)],
  },
  // 13/9 2021, 13/9-21, 13/9: nobody but Swedes writes a space there, and they put the day first.
  {
    pattern: new RegExp(`^(\\d{1,2})/(\\d{1,2})(?:\\s*[ ,–-]\\s*${year4})?$`),
    read: ([, d, m, y]) => [onDay(m, d, y)],
  },
  { pattern: /^(\d{1,2})\/(\d{1,2})\s*[ ,–-]\s*(\d{2})$/, read: ([, d, m, y]) => [onDay(m, d, y)] },
  {
    pattern: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(?:${year4}|(\\d{2}))$`),
    read: ([, a, b, long, short], { order }) => {
      const y = long ?? short;
      if (order === 'dayFirst') return [onDay(b, a, y)];
      return order === 'monthFirst' ? [onDay(a, b, y)] : [onDay(b, a, y), onDay(a, b, y)];
    },
  },
  // Elsewhere in the Nordic countries: the day stands first before a full stop.
  {
    pattern: new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(?:${year4}|(\\d{2}))$`),
    read: ([, d, m, long, short]) => [onDay(m, d, long ?? short)],
  },
  { pattern: new RegExp(`^(\\d{1,2})[–-](\\d{1,2})[–-]${year4}$`), read: ([, d, m, y]) => [onDay(m, d, y)] },
  {
    pattern: new RegExp(`^${day} ${month}${yearAfter}?$`),
    read: ([, d, m, long, short]) => [onDay(monthNumber(m), d, long ?? short)],
  },
  {
    pattern: new RegExp(`^${day}[–-]${month}[–-](?:${year4}|(\\d{2}))$`),
    read: ([, d, m, long, short]) => [onDay(monthNumber(m), d, long ?? short)],
  },
  // "jan 22" is January of 2022 to a Swede, and the 22nd to an American.
  {
    pattern: new RegExp(`^${month} (\\d{2})$`),
    read: ([, m, n], { order }) => {
      const [inYear, onNumber] = [inMonths(monthNumber(m), 1, n, 'month'), onDay(monthNumber(m), n, undefined)];
      if (order === 'monthFirst' || Number(n) < leastShortYear) return [onNumber];
      return order === undefined && Number(n) <= 31 ? [inYear, onNumber] : [inYear];
    },
  },
  {
    pattern: new RegExp(`^${month} ${day}(?:st|nd|rd|th)?(?:,? ${year4})?$`),
    read: ([, m, d, y]) => [onDay(monthNumber(m), d, y)],
  },
  { pattern: new RegExp(`^${year4},? ${day} ${month}$`), read: ([, y, d, m]) => [onDay(monthNumber(m), d, y)] },
  // v. 37–39, v 37/38, v. 50–2 2022; but "v 37-21" and "v 12 -21" say the year.
  {
    pattern: new RegExp(
      `^(?:vecka|veckorna|v|weeks?|w)\\.?\\s*(\\d{1,2})(\\s*[–/-]\\s*)(v?)\\.?\\s*(\\d{1,2})(?:${yearAfter})?$`,
    ),
    read: ([, from, sign, v, to, long, short]) => {
      const isYear = v === '' && !sign!.includes('/') && Number(to) >= leastShortYear && Number(to) <= mostShortYear;
      const ends = Number(to) <= Number(from) || /^\s+\S$/.test(sign!);
      if (isYear && ends && (long ?? short) === undefined) return [inWeek(from, to)];
      return [between(inWeek(from, undefined), inWeek(to, long ?? short))];
    },
  },
  // v. 37, vecka 37, v37 2021, 2021 v 37, 2021-W37, v 2137
  {
    pattern: new RegExp(`^(?:vecka|v|week|w)\\.?\\s*(\\d{1,2})(?:${yearAfter})?$`),
    read: ([, w, long, short]) => [inWeek(w, long ?? short)],
  },
  {
    pattern: new RegExp(`^${year4}\\s*[–,-]?\\s*(?:vecka|v|week|w)\\.?\\s*(\\d{1,2})$`),
    read: ([, y, w]) => [inWeek(w, y)],
  },
  { pattern: /^(?:vecka|v)\.?\s*([0-7]\d)([0-5]\d)$/, read: ([, y, w]) => [inWeek(w, y)] },
  // sept 2021, sep-21, 2021-09, 09/2021, september
  {
    pattern: new RegExp(`^${month}${yearAfter}?$`),
    read: ([, m, long, short]) => [inMonths(monthNumber(m), 1, long ?? short, 'month')],
  },
  {
    pattern: new RegExp(`^${year4}[–-](\\d{2})$`),
    read: ([, y, m]) => (Number(m) <= 12 ? [inMonths(m, 1, y, 'month')] : schoolYears(y, m)),
  },
  { pattern: new RegExp(`^(\\d{1,2})/${year4}$`), read: ([, m, y]) => [inMonths(m, 1, y, 'month')] },
  { pattern: new RegExp(`^${year4},? ${month}$`), read: ([, y, m]) => [inMonths(monthNumber(m), 1, y, 'month')] },
  // Q3 2021, kvartal 3 2021, 2021 Q3, tredje kvartalet 2021
  {
    pattern: new RegExp(`^(?:q|kv|kvartal|k|quarter)\\.?\\s*([1-4])(?:${yearAfter})?$`),
    read: ([, q, long, short]) => [inMonths(3 * Number(q) - 2, 3, long ?? short, 'quarter')],
  },
  {
    pattern: new RegExp(`^${year4}\\s*[–,-]?\\s*(?:q|kv|kvartal|k)\\.?\\s*([1-4])$`),
    read: ([, y, q]) => [inMonths(3 * Number(q) - 2, 3, y, 'quarter')],
  },
  {
    pattern: new RegExp(
      `^(?:q|kv|kvartal|kvartalen|k)\\.?\\s*([1-4])\\s*[–/-]\\s*(?:q|kv|kvartal|k)?\\.?\\s*([1-4])(?:${yearAfter})?$`,
    ),
    read: ([, from, to, long, short]) => [
      between(
        inMonths(3 * Number(from) - 2, 3, undefined, 'quarter'),
        inMonths(3 * Number(to) - 2, 3, long ?? short, 'quarter'),
      ),
    ],
  },
  {
    pattern: new RegExp(`^(första|andra|tredje|fjärde|sista|[1-4]:?[ae]) kvartalet(?:${yearAfter})?$`),
    read: ([, which, long, short]) => [inMonths(3 * ordinal(which, 4) - 2, 3, long ?? short, 'quarter')],
  },
  {
    pattern: new RegExp(`^(?:tertial|t)\\.?\\s*([1-3])(?:${yearAfter})?$`),
    read: ([, t, long, short]) => [inMonths(4 * Number(t) - 3, 4, long ?? short, 'tertial')],
  },
  {
    pattern: new RegExp(`^(första|andra|tredje|sista|[1-3]:?[ae]) tertialet(?:${yearAfter})?$`),
    read: ([, which, long, short]) => [inMonths(4 * ordinal(which, 3) - 3, 4, long ?? short, 'tertial')],
  },
  {
    pattern: new RegExp(`^(första|andra|sista|[12]:?a) (?:halvan av|halvåret)(?:${yearAfter})?$`),
    read: ([, which, long, short]) => [inMonths(6 * ordinal(which, 2) - 5, 6, long ?? short, 'halfYear')],
  },
  {
    pattern: new RegExp(`^(?:h|halvår)\\.?\\s*([12])(?:${yearAfter})?$`),
    read: ([, h, long, short]) => [inMonths(6 * Number(h) - 5, 6, long ?? short, 'halfYear')],
  },
  {
    pattern: new RegExp(`^(vt|ht|vårterminen|höstterminen)\\.?(?:${yearAfter}|(\\d{2}))?$`),
    read: ([, term, long, short, close]) => [
      inMonths(term!.startsWith('v') ? 1 : 7, 6, long ?? short ?? close, 'halfYear'),
    ],
  },
  {
    pattern: new RegExp(`^(vår|sommar|höst|spring|summer|autumn|fall)(?:en|n)?(?:${yearAfter})?$`),
    read: ([, name, long, short]) => [inMonths(seasonStart[name!]!, 3, long ?? short, 'season')],
  },
  // A winter lies in two years; with one, it is the winter that begins with December of that year.
  {
    pattern: new RegExp(`^(?:vinter|vintern|winter) ?${year4}(?:\\s*[/–-]\\s*(?:\\d{2}|\\d{4}))?$`),
    read: ([, y]) => [inMonths(12, 3, y, 'season')],
  },
  // Which turn of the year a single year means, nobody knows.
  {
    pattern: new RegExp(`^årsskiftet ${year4}\\s*[/–-]\\s*(?:${year4}|(\\d{2}))$`),
    read: ([, y, long, short]) => [between(onDay(12, '31', y), onDay(1, '1', long ?? short))],
  },
  {
    pattern: new RegExp(`^halvårsskiftet(?:${yearAfter})?$`),
    read: ([, long, short]) => [between(onDay(6, '30', long ?? short), onDay(7, '1', long ?? short))],
  },
  {
    pattern: new RegExp(`^(?:julen|julhelgen)(?:${yearAfter})?$`),
    read: ([, long, short]) => [between(onDay(12, '24', long ?? short), onDay(12, '26', long ?? short))],
  },
  { pattern: new RegExp(`^${year4}$`), read: ([, y]) => [inMonths(1, 12, y, 'year')] },
  {
    pattern: new RegExp(`^(?:läsåret|läsår) (?:${year4}|(\\d{2}))\\s*[/–-]\\s*(?:\\d{2}|\\d{4})$`),
    read: ([, long, short]) => [inMonths(7, 12, long ?? short, 'range')],
  },
  {
    pattern: new RegExp(`^${year4}\\s*[/–-]\\s*${year4}$`),
    read: ([, from, to]) => [between(inMonths(1, 12, from, 'year'), inMonths(1, 12, to, 'year'))],
  },
  { pattern: new RegExp(`^${year4}/(\\d{2})$`), read: ([, from, to]) => schoolYears(from, to) },
  // 44452: a day as Excel counts them, in a cell that somebody has taken the form of a date from.
  { pattern: /^([3-7]\d{4})(?:[.,]\d+)?$/, read: ([, count]) => onCountedDay(Number(count)) },
];

/** What is written with two digits after a month or a week is a year from here on, and a day or a week before. */
const leastShortYear = 15;
/** And of weeks that do not come after the one before. */
const mostShortYear = 35;
/** A period that is said without its years goes over the turn of the year when it is no longer than this; else somebody has written it wrongly. */
const mostDaysOverTurn = 275;

export function isOverTurn(start: string, end: string): boolean {
  return Date.parse(end) - Date.parse(start) <= mostDaysOverTurn * milliseconds;
}

const seasonStart: Readonly<Record<string, number>> = {
  vår: 3,
  spring: 3,
  sommar: 6,
  summer: 6,
  höst: 9,
  autumn: 9,
  fall: 9,
};

function schoolYears(from: string | undefined, to: string | undefined): readonly Form[] {
  const end = `${from!.slice(0, 2)}${to}`;
  return [between(inMonths(1, 12, from, 'year'), inMonths(1, 12, end, 'year'))];
}

function ordinal(word: string | undefined, last: number): number {
  return Number.parseInt(word ?? '', 10) || ['första', 'andra', 'tredje', 'fjärde'].indexOf(word ?? '') + 1 || last;
}

const [firstCounted, lastCounted] = [36_526, 73_050];

/** The years 2000–2099, counted from the last day but one of 1899. */
function onCountedDay(count: number): readonly Form[] {
  if (count < firstCounted || count > lastCounted) return [];
  const counted = iso(new Date(Date.UTC(1899, 11, 30) + count * milliseconds));
  return [{ year: Number(counted.slice(0, 4)), precision: 'day', of: () => [counted, counted] }];
}

function monthNumber(name: string | undefined): number {
  return monthOf.get(name ?? '') ?? 0;
}

function yearNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  return text.length > 2 ? number : number < 80 ? 2000 + number : 1900 + number;
}

function onDay(m: string | number | undefined, d: string | undefined, y: string | undefined): Form {
  return {
    year: yearNumber(y),
    precision: 'day',
    of: (year) => {
      const iso = isoDay(year, Number(m), Number(d));
      return iso === undefined ? undefined : [iso, iso];
    },
  };
}

function inMonths(
  m: string | number | undefined,
  count: number,
  y: string | undefined,
  precision: DatePrecision,
): Form {
  return {
    year: yearNumber(y),
    precision,
    of: (year) => {
      const start = isoDay(year, Number(m), 1);
      return start === undefined ? undefined : [start, iso(new Date(Date.UTC(year, Number(m) - 1 + count, 0)))];
    },
  };
}

/** ISO 8601: the week with the year's first Thursday is its first. */
function inWeek(w: string | undefined, y: string | undefined): Form {
  return {
    year: yearNumber(y),
    precision: 'week',
    of: (year) => {
      const week = Number(w);
      const fourth = new Date(Date.UTC(year, 0, 4));
      const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (week - 1));
      const thursday = new Date(monday + 3 * milliseconds);
      if (week < 1 || thursday.getUTCFullYear() !== year) return undefined;
      return [iso(new Date(monday)), iso(new Date(monday + 6 * milliseconds))];
    },
  };
}

const milliseconds = 86_400_000;

function between(from: Form, to: Form): Form {
  return {
    year: from.year ?? to.year,
    precision: 'range',
    of: (year) => {
      const [start, end] = [from.of(from.year ?? year), to.of(to.year ?? year)];
      if (start === undefined || end === undefined) return undefined;
      if (start[0] <= end[1] || from.year !== undefined) return [start[0], end[1]];
      // "v. 50–2" goes over the turn of the year: what is said of the year is said of the end.
      const over =
        to.year === undefined
          ? ([start[0], to.of(year + 1)?.[1] ?? ''] as const)
          : ([from.of(year - 1)?.[0] ?? '', end[1]] as const);
      return isOverTurn(...over) ? over : [start[0], end[1]];
    },
  };
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? iso(date) : undefined;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** What the words may mean; none when they are no date that stands alone. */
export function formsOf(words: string, context: DateContext): readonly Form[] {
  for (const { pattern, read } of forms) {
    const part = pattern.exec(words);
    if (part !== null) return read(part, context);
  }
  return [];
}
