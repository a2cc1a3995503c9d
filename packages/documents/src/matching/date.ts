import { formsOf, isOverTurn, month } from './date-forms.ts';

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
      /** What stands beside it in brackets, and is no date: "inställt". */
      readonly beside?: string;
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

const longest = 120;

/**
 * Reads a date or a period in any usual Swedish form, and the usual English ones. What can mean several things is said to, never guessed. Seasons are those of
 * the calendar (spring is March–May); `ht` and `vt` are the halves of the year; two-digit years lie between 1980 and 2079.
 */
export function readDate(text: string, context: DateContext = {}): DateReading {
  if (text.length > longest) return no('noDate');
  const words = plain(text);
  if (words === '') return text.trim() === '' ? no('empty') : no('noDate');
  const found = readWords(words, context);
  const [, bare, beside] = /^([^()]*[^()\s])\s*\(([^()]+)\)\s*$/.exec(text) ?? [];
  if (found.ok || found.reason !== 'noDate' || bare === undefined || beside === undefined) return found;
  const isYear = /^\s*(?:19|20)\d{2}\s*$/.test(beside);
  const without = readWords(plain(isYear ? `${bare} ${beside}` : bare), context);
  return without.ok && !isYear ? { ...without, beside: beside.trim() } : without;
}

function readWords(words: string, context: DateContext): DateReading {
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
    .replace(/\s+(prel\.?|preliminärt)$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:(~]+|[\s,;:.)?]+$/g, '')
    .trim();
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

/** "från 1 maj 2021", "senast v. 37 2021", "2021-09-13 –", "efter sommaren", "innan jul" */
function readOpen(words: string, context: DateContext): DateReading | undefined {
  const [, past, since] = /^(efter|after)\s+(.+)$/.exec(words) ?? [];
  if (past !== undefined) return openAfter(found(since!, context), true);
  const [, before, from] = /^(från och med|från|fr\.? ?o\.? ?m\.?|start|from)\s+(.+)$/.exec(words) ?? [];
  const rest = from ?? /^(.+?)\s*(?:[–-]|och framåt|framåt|onwards)$/.exec(words)?.[1];
  if (rest !== undefined) {
    const read = readOne(rest, context);
    if (read === undefined) return before === undefined ? undefined : readPeriod(rest, context);
    return openAfter(read, false);
  }
  const [, ahead] = /^(?:före|innan|before)\s+(.+)$/.exec(words) ?? [];
  if (ahead !== undefined) return openBefore(found(ahead, context), true);
  const until =
    /^(?:senast|till och med|t\.? ?o\.? ?m\.?|fram till|till|deadline|klart|klar|klara|färdigt|by|until)\s+(.+)$/.exec(
      words,
    )?.[1] ?? /^[–-]\s*(.+)$/.exec(words)?.[1];
  return until === undefined ? undefined : openBefore(readOne(until, context), false);
}

/** Beside these words "jul" is Christmas, and not July. */
function found(words: string, context: DateContext): DateReading | undefined {
  return readOne(words.replace(/^jul(?=$|\s|-)/, 'julen'), context);
}

/** After a summer is when it has ended; who says "efter 1 maj" may mean the day itself. */
function openAfter(read: DateReading | undefined, past: boolean): DateReading | undefined {
  if (read?.ok !== true) return read;
  const beyond = past && read.precision !== 'day' && read.end !== undefined;
  return { ...read, start: beyond ? dayBeside(read.end, 1) : read.start, end: undefined, precision: 'range' };
}

function openBefore(read: DateReading | undefined, ahead: boolean): DateReading | undefined {
  if (read?.ok !== true) return read;
  const short = ahead && read.precision !== 'day' && read.start !== undefined;
  return { ...read, start: undefined, end: short ? dayBeside(read.start, -1) : read.end, precision: 'range' };
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const separators = [
  /\s+(?:till och med|till|t\.? ?o\.? ?m\.?|tom|to|until)\s+/g,
  /\s+[–-]\s+/g,
  /\s*–\s*/g,
  /-/g,
  // "mars/april 2022", "hösten 2021/våren 2022"; between numbers it is a day and its month.
  /(?<=\p{L}[^/]*)\s*\/\s*(?=\p{L})/gu,
];

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
  // "nov–feb" of a plan for 2021 begins in it. "nov–feb 2022" and "nov 2021–feb": the year that was not written is the one before, or after.
  const next = from.year === undefined && to.year === undefined ? to.of(toYear + 1) : undefined;
  if (next !== undefined && isOverTurn(start[0], next[1])) return period(start[0], next[1]);
  const earlier = from.year === undefined && to.year !== undefined ? from.of(fromYear - 1) : undefined;
  const later = to.year === undefined && from.year !== undefined ? to.of(toYear + 1) : undefined;
  if (earlier !== undefined && earlier[0] <= end[1]) return period(earlier[0], end[1]);
  if (later !== undefined) return period(start[0], later[1]);
  return no('endsBeforeStart', [start[0], end[1]]);
}

const monthAndYear = new RegExp(`^\\d{1,2}(?:[:.]?[ae])?( ${month}.*|/\\d{1,2}.*)$`);

/** "13" beside "15 september 2021" is 13 september 2021, and "15" after "2021-09-13" or "210913" is the 15th of that month. */
function withMonthOf(bare: string, other: string): string {
  if (!/^\d{1,2}(?:[:.]?[ae])?$/.test(bare)) return bare;
  const behind = monthAndYear.exec(other)?.[1];
  if (behind !== undefined) return `${Number.parseInt(bare, 10)}${behind}`;
  const before = /^(\d{4}-\d{2}-|\d{4})\d{2}$/.exec(other)?.[1];
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
