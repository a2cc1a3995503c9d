import { type DateContext, type DateProblem, readDate, splitValues } from '@samband/documents/matching';
import type { Field } from '../register/index.ts';

/** What the words of a choice or a reference mean. */
export interface Lookup {
  /** For telling several values in a cell apart. */
  readonly words: readonly string[];
  /** The words as the register knows them; undefined when it does not, 'ambiguous' when they may be several. */
  readonly known: (text: string) => string | undefined;
}

export interface CellContext {
  readonly dates: DateContext;
  readonly lookup: Lookup | undefined;
  /** There is a place for notes, so what a field cannot hold need not stop the row. */
  readonly lenient: boolean;
}

export type CellRemark =
  /** A period where the register has a day. */
  | { readonly what: 'period'; readonly text: string; readonly day: string }
  /** Kept as a note, since the register has nothing of that name, or since it is no date. */
  | { readonly what: 'unknown' | 'noDate'; readonly text: string };

export type CellFault =
  | { readonly what: Exclude<DateProblem, 'empty'>; readonly text: string; readonly readings: readonly string[] }
  | { readonly what: 'unknownWord' | 'ambiguousWord'; readonly text: string };

export interface CellReading {
  /** As a person would write it in the form. */
  readonly input: string;
  /** What goes to the note. */
  readonly kept: readonly string[];
  readonly remarks: readonly CellRemark[];
  readonly fault: CellFault | undefined;
  /** The last day of a period whose first day is the input. */
  readonly ends: string | undefined;
}

/** Turns what stands in a cell of somebody's table into what the register's form would be given. */
export function readCell(field: Field, cell: string, context: CellContext): CellReading {
  const text = cell.trim();
  if (text === '' || (isOfValues(field) && /^[-–—−?]+$/.test(text))) return plain('');
  switch (field.kind) {
    case 'date':
      return readDayCell(field.notBefore !== undefined, text, context, field.required === true);
    case 'number':
      return plain(text.replace(/(\d)\s*(?:%|st|kr|timmar|tim|h)\.?$/i, '$1'));
    case 'money':
      return plain(inUnit(text, field.unit));
    case 'choice':
    case 'reference':
      return readWords(text, context, field.many === true, field.required === true);
    default:
      return plain(text);
  }
}

/** A line in such a cell says that there is nothing; in a text it may be anything. */
function isOfValues({ kind }: Field): boolean {
  return kind === 'date' || kind === 'number' || kind === 'money' || kind === 'choice' || kind === 'reference';
}

function plain(input: string): CellReading {
  return { input, kept: [], remarks: [], fault: undefined, ends: undefined };
}

function readDayCell(isEnd: boolean, text: string, context: CellContext, required: boolean): CellReading {
  const read = readDate(text, context.dates);
  if (read.ok && read.beside !== undefined) {
    if (!context.lenient) return { ...plain(''), fault: { what: 'noDate', text, readings: [] } };
    const bare = readDayCell(isEnd, text.replace(/\s*\([^()]*\)\s*$/, ''), context, required);
    const remark: CellRemark = { what: 'noDate', text: read.beside };
    return { ...bare, kept: [read.beside], remarks: [...bare.remarks, remark] };
  }
  if (read.ok) {
    const day = (isEnd ? (read.end ?? read.start) : (read.start ?? read.end)) ?? '';
    const remarks: readonly CellRemark[] = read.precision === 'day' ? [] : [{ what: 'period', text, day }];
    return { ...plain(day), remarks, ends: read.end !== undefined && read.end > day ? read.end : undefined };
  }
  if (read.reason === 'empty') return plain('');
  const isWords = read.reason === 'noDate' || read.reason === 'several';
  if (isWords && context.lenient && !required) {
    return { ...plain(''), kept: [text], remarks: [{ what: 'noDate', text }] };
  }
  return { ...plain(''), fault: { what: read.reason, text, readings: read.readings } };
}

const factors: Readonly<Record<string, number>> = {
  kr: 1,
  kronor: 1,
  sek: 1,
  tkr: 1000,
  kkr: 1000,
  mnkr: 1_000_000,
  mkr: 1_000_000,
};

/** "1,2 mnkr" where the register counts in thousands is 1200. Without a unit the number stands as it is. */
function inUnit(text: string, unit: 'kr' | 'tkr' | 'mnkr'): string {
  const [, amount, word] =
    /^([-−+]?[\d\s\u00a0\u202f]+(?:[.,]\d+)?)\s*(kr|kronor|sek|tkr|kkr|mnkr|mkr)\.?$/i.exec(text) ?? [];
  if (amount === undefined || word === undefined) return text;
  const factor = factors[word.toLowerCase()]! / factors[unit]!;
  if (factor === 1) return amount.trim();
  const number = Number(
    amount
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
  return Number.isFinite(number) ? String(number * factor).replace('.', ',') : text;
}

function readWords(text: string, context: CellContext, many: boolean, required: boolean): CellReading {
  const { lookup, lenient } = context;
  if (lookup === undefined) return plain(text);
  const parts = many ? splitValues(text, lookup.words).map((value) => value.text) : [text.replace(/\s+/g, ' ')];
  const known: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const found = meant(part, lookup);
    if (found === 'ambiguous') return { ...plain(''), fault: { what: 'ambiguousWord', text: part } };
    if (found === undefined) unknown.push(part);
    else known.push(found);
  }
  if (unknown.length === 0) return plain(known.join('\n'));
  if (!lenient || (required && known.length === 0)) {
    return { ...plain(''), fault: { what: 'unknownWord', text: unknown[0]! } };
  }
  const remarks = unknown.map((word): CellRemark => ({ what: 'unknown', text: word }));
  return { ...plain(known.join('\n')), kept: unknown, remarks };
}

/** A name is often followed by a title: "Namn Namnsson (controller)", "Namn Namnsson, controller". */
function meant(text: string, { known }: Lookup): string | undefined {
  const whole = known(text);
  if (whole !== undefined) return whole;
  const bare = text.replace(/\s*[(,].*$/s, '').trim();
  return bare === '' || bare === text ? undefined : known(bare);
}
