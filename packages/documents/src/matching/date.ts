/** How exactly a text says when. */
export type DatePrecision = 'day' | 'week' | 'month' | 'quarter' | 'tertial' | 'season' | 'halfYear' | 'year' | 'range';

/**
 * When something is, as people write it. Days are ISO 8601; `start` and `end` are both within. A day has the same for both; what is open at
 * one end ("från 1 maj 2021") has none there.
 */
export type DateReading =
  | {
      readonly ok: true;
      readonly start: string | undefined;
      readonly end: string | undefined;
      readonly precision: DatePrecision;
    }
  | {
      readonly ok: false;
      readonly reason: DateProblem;
      /** What it may mean, when it may mean several things. */
      readonly readings: readonly string[];
    };

export type DateProblem =
  | 'empty'
  | 'noDate'
  /** A day and a month that can be read both ways, or a year and a day. */
  | 'ambiguous'
  /** "13/9" or "v. 37" where nobody has said which year. */
  | 'noYear'
  | 'noSuchDay'
  | 'endsBeforeStart'
  /** Several dates that are no period. */
  | 'several';

/** What is known beside the text. */
export interface DateContext {
  /** The year of dates that have none. */
  readonly year?: number | undefined;
  /** How three numbers with the same sign between them are written, where the numbers themselves can be read in two ways. */
  readonly order?: 'dayFirst' | 'monthFirst' | 'yearFirst' | undefined;
}

/** A reading that may lack its year. `of` is undefined for a day that the calendar does not have. */
interface Form {
  readonly year: number | undefined;
  readonly of: (year: number) => readonly [string, string] | undefined;
  readonly precision: DatePrecision;
}

const longest = 120;

/**
 * Reads a date or a period in any usual Swedish form, and the usual English ones. What can mean several things is said to, never guessed. Seasons are those of
 * the calendar (spring is March–May); `ht` and `vt` are the halves of the year; two-digit years lie between 1980 and 2079.
 */
export function readDate(text: string, context: DateContext = {}): DateReading {
  if (text.length > longest) return no('noDate');
  const words = plain(text);
  if (words === '') return text.trim() === '' ? no('empty') : no('noDate');
  return (
    readOpen(words, context) ?? readOne(words, context) ?? readPeriod(words, context) ?? readSeveral(words, context)
  );
}

function no(reason: DateProblem, readings: readonly string[] = []): DateReading {
  return { ok: false, reason, readings };
}

/** Without what says nothing about the day: weekdays, the time of day, "den", "ca". */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[‐‑‒–—−]/g, '–')
    .replace(/t\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+–-]\d{2}:?\d{2})?$/, '')
    .replace(
      /(^|\s)(kl\.?|klockan)\s*\d{1,2}([.:]\d{2})?(\s*[–-]\s*\d{1,2}([.:]\d{2})?)?|(^|\s)\d{1,2}:\d{2}(:\d{2})?(\s*[–-]\s*\d{1,2}:\d{2})?/g,
      ' ',
    )
    .replace(/(^|[\s(])(mån|tis|ons|tors|fre|lör|sön)(dag(en)?)?\.?(?=[\s,]|$)/g, '$1')
    .replace(/(^|\s)(mon|tues|wednes|thurs|fri|satur|sun)day(?=[\s,]|$)/g, '$1')
    .replace(/(^|\s)(den|d\.|ca\.?|cirka|omkring|preliminärt|prel\.?|senare delen av|of|the)(?=\s)/g, '$1')
    .replace(/(^|\s)(i |under )?(början|mitten|slutet) (av|på)(?=\s)/g, '$1')
    .replace(/^(i|under|år|datum|year)\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:(]+|[\s,;:.)]+$/g, '')
    .trim();
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
const month = `(${[...monthOf.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;
const year4 = '((?:19|20)\\d{2})';
/** "2021", "-21", "’21"; two digits only where something tells that they are a year. */
const yearAfter = `(?:[\\s,./–-]*${year4}|\\s*[–’'-]\\s*(\\d{2}))`;
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
    pattern: new RegExp(`^${month} ${day}(?:st|nd|rd|th)?(?:,? ${year4})?$`),
    read: ([, m, d, y]) => [onDay(monthNumber(m), d, y)],
  },
  { pattern: new RegExp(`^${year4},? ${day} ${month}$`), read: ([, y, d, m]) => [onDay(monthNumber(m), d, y)] },
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
  {
    pattern: new RegExp(
      `^(?:vecka|veckorna|v|weeks?|w)\\.?\\s*(\\d{1,2})\\s*[–-]\\s*(?:v\\.?\\s*)?(\\d{1,2})(?:${yearAfter})?$`,
    ),
    read: ([, from, to, long, short]) => [between(inWeek(from, long ?? short), inWeek(to, long ?? short))],
  },
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
    pattern: new RegExp(`^(första|andra|tredje|fjärde|sista) kvartalet(?: ${year4})?$`),
    read: ([, which, y]) => [inMonths(3 * ordinal(which, 4) - 2, 3, y, 'quarter')],
  },
  {
    pattern: new RegExp(`^(?:tertial|t)\\.?\\s*([1-3])(?:${yearAfter})?$`),
    read: ([, t, long, short]) => [inMonths(4 * Number(t) - 3, 4, long ?? short, 'tertial')],
  },
  {
    pattern: new RegExp(`^(första|andra) (?:halvan av|halvåret)(?: ${year4})?$`),
    read: ([, which, y]) => [inMonths(6 * ordinal(which, 2) - 5, 6, y, 'halfYear')],
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
  { pattern: new RegExp(`^${year4}$`), read: ([, y]) => [inMonths(1, 12, y, 'year')] },
  {
    pattern: new RegExp(`^(?:läsåret|läsår) ${year4}\\s*[/–-]\\s*(?:\\d{2}|\\d{4})$`),
    read: ([, y]) => [inMonths(7, 12, y, 'range')],
  },
  {
    pattern: new RegExp(`^${year4}\\s*[/–-]\\s*${year4}$`),
    read: ([, from, to]) => [between(inMonths(1, 12, from, 'year'), inMonths(1, 12, to, 'year'))],
  },
  { pattern: new RegExp(`^${year4}/(\\d{2})$`), read: ([, from, to]) => schoolYears(from, to) },
];

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
  return ['första', 'andra', 'tredje', 'fjärde'].indexOf(word ?? '') + 1 || last;
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
      return start === undefined || end === undefined ? undefined : [start[0], end[1]];
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

function formsOf(words: string, context: DateContext): readonly Form[] {
  for (const { pattern, read } of forms) {
    const part = pattern.exec(words);
    if (part !== null) return read(part, context);
  }
  return [];
}

/** Undefined: it is none of the forms. */
function readOne(words: string, context: DateContext): DateReading | undefined {
  const found = formsOf(words, context);
  if (found.length === 0) return undefined;
  const spans: { readonly span: readonly [string, string]; readonly precision: DatePrecision }[] = [];
  for (const form of found) {
    const year = form.year ?? context.year;
    if (year === undefined) return no(form.of(2024) === undefined ? 'noSuchDay' : 'noYear');
    const span = form.of(year);
    if (span !== undefined && !spans.some((one) => one.span[0] === span[0]))
      spans.push({ span, precision: form.precision });
  }
  const [only, ...others] = spans;
  if (only === undefined) return no('noSuchDay');
  if (others.length > 0) {
    return no(
      'ambiguous',
      spans.map(({ span }) => span[0]),
    );
  }
  const [start, end] = only.span;
  return end < start ? no('endsBeforeStart', [start, end]) : { ok: true, start, end, precision: only.precision };
}

/** "från 1 maj 2021", "senast v. 37 2021", "2021-09-13 –" */
function readOpen(words: string, context: DateContext): DateReading | undefined {
  const [, before, from] = /^(från och med|från|fr\.? ?o\.? ?m\.?|efter|start|from|after)\s+(.+)$/.exec(words) ?? [];
  const rest = from ?? /^(.+?)\s*(?:[–-]|och framåt|framåt|onwards)$/.exec(words)?.[1];
  if (rest !== undefined) {
    const found = readOne(rest, context);
    if (found === undefined) return before === undefined ? undefined : readPeriod(rest, context);
    return found.ok ? { ...found, end: undefined, precision: 'range' } : found;
  }
  const until =
    /^(?:senast|till och med|t\.? ?o\.? ?m\.?|före|innan|fram till|till|deadline|klart|by|until|before)\s+(.+)$/.exec(
      words,
    )?.[1] ?? /^[–-]\s*(.+)$/.exec(words)?.[1];
  const found = until === undefined ? undefined : readOne(until, context);
  if (found === undefined) return undefined;
  return found.ok ? { ...found, start: undefined, precision: 'range' } : found;
}

const separators = [/\s+(?:till och med|till|t\.? ?o\.? ?m\.?|tom|to|until)\s+/g, /\s+[–-]\s+/g, /\s*–\s*/g, /-/g];

/** A period: each end may take month and year from the other. */
function readPeriod(words: string, context: DateContext): DateReading | undefined {
  let refused: DateReading | undefined;
  for (const separator of separators) {
    for (const { index, 0: sign } of words.matchAll(separator)) {
      const found = readEnds(words.slice(0, index).trim(), words.slice(index + sign.length).trim(), context);
      if (found?.ok === true) return found;
      refused ??= found;
    }
  }
  return refused;
}

function readEnds(first: string, last: string, context: DateContext): DateReading | undefined {
  if (first === '' || last === '') return undefined;
  const left = withMonthOf(first, last);
  const right = withMonthOf(last, first);
  const [from, ...otherFrom] = formsOf(left, context);
  const [to, ...otherTo] = formsOf(right, context);
  if (from === undefined || to === undefined) return undefined;
  if (otherFrom.length + otherTo.length > 0) return no('ambiguous');
  const year = from.year ?? to.year ?? context.year;
  if (year === undefined) return no('noYear');
  const fromYear = from.year ?? to.year ?? year;
  const start = from.of(fromYear);
  const toYear = to.year ?? year;
  const end = to.of(toYear);
  if (start === undefined || end === undefined) return no('noSuchDay');
  const period = (a: string, b: string): DateReading => ({ ok: true, start: a, end: b, precision: 'range' });
  if (start[0] <= end[1]) return period(start[0], end[1]);
  // "nov–feb 2022" and "nov 2021–feb": the year that was not written is the one before, or after.
  const earlier = from.year === undefined ? from.of(fromYear - 1) : undefined;
  const later = to.year === undefined && from.year !== undefined ? to.of(toYear + 1) : undefined;
  if (earlier !== undefined && earlier[0] <= end[1]) return period(earlier[0], end[1]);
  if (later !== undefined) return period(start[0], later[1]);
  return no('endsBeforeStart', [start[0], end[1]]);
}

const monthAndYear = new RegExp(`^\\d{1,2}(?:[:.]?[ae])?( ${month}.*|/\\d{1,2}.*)$`);

/** "13" beside "15 september 2021" is 13 september 2021, and "15" after "2021-09-13" is 2021-09-15. */
function withMonthOf(bare: string, other: string): string {
  if (!/^\d{1,2}(?:[:.]?[ae])?$/.test(bare)) return bare;
  const behind = monthAndYear.exec(other)?.[1];
  if (behind !== undefined) return `${Number.parseInt(bare, 10)}${behind}`;
  const before = /^(\d{4}-\d{2}-)\d{2}$/.exec(other)?.[1];
  return before === undefined ? bare : `${before}${bare.padStart(2, '0')}`;
}

function readSeveral(words: string, context: DateContext): DateReading {
  const parts = words.split(/\s*(?:[,;\n]|\boch\b|\bsamt\b|\band\b|\s)\s*/).filter(Boolean);
  const found = parts.map((part) => readOne(part, context));
  if (parts.length < 2 || !found.every((one) => one?.ok === true)) return no('noDate');
  return no(
    'several',
    found.flatMap((one) => (one?.ok === true ? (one.start ?? []) : [])),
  );
}
