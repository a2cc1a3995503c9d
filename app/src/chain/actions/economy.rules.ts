import { MOST_ECONOMY_YEARS, type ProposalEconomyInput } from '@samband/analysis';
import { readNumber } from '../../foundation/register/index.ts';

/** The lists of a proposal's economy. Green is kronor, yellow is hours, red is not valued: they are never added together. */
export const economyLists = ['cost', 'green', 'yellow', 'red', 'financing'] as const;
export type EconomyList = (typeof economyLists)[number];

export const lineKinds = ['oneOff', 'running'] as const;
export type LineKind = (typeof lineKinds)[number];

export interface EconomyLine {
  /** '' for a line that has not been saved. */
  readonly id: string;
  readonly list: EconomyList;
  /** Costs and green benefits come once or every year; the other lists do not say. */
  readonly kind: LineKind | null;
  readonly title: string;
  /** Whole kronor per year from the start year on; hours for yellow, none for red. */
  readonly amounts: readonly number[];
}

export interface Economy {
  readonly version: number;
  readonly startYear: number;
  readonly years: number;
  readonly priceLevelYear: number;
  /** Per cent a year; null is the municipality's own rate. */
  readonly discountRate: number | null;
  readonly note: string;
  readonly lines: readonly EconomyLine[];
}

export function hasKind(list: EconomyList): boolean {
  return list === 'cost' || list === 'green';
}

/** What the engine is asked. `ownRate` is the municipality's rate of discount. */
export function economyInput(economy: Economy, ownRate: number): ProposalEconomyInput {
  const of = (list: EconomyList) => economy.lines.filter((line) => line.list === list);
  return {
    startYear: economy.startYear,
    years: economy.years,
    priceLevelYear: economy.priceLevelYear,
    discountRate: economy.discountRate ?? ownRate,
    costs: of('cost').map(({ kind, amounts }) => ({ kind: kind ?? 'running', kronor: amounts })),
    benefits: [
      ...of('green').map(({ kind, amounts }) => ({
        colour: 'green' as const,
        kind: kind ?? ('running' as const),
        kronor: amounts,
      })),
      ...of('yellow').map(({ amounts }) => ({ colour: 'yellow' as const, hours: amounts })),
      ...of('red').map(() => ({ colour: 'red' as const })),
    ],
    financing: of('financing').map(({ amounts }) => ({ kronor: amounts })),
  };
}

/** The form as it was typed. Kronor are written in thousands. */
export interface EconomyForm {
  readonly startYear: string;
  readonly years: string;
  readonly priceLevelYear: string;
  readonly discountRate: string;
  readonly note: string;
  readonly lines: readonly FormLine[];
}

export interface FormLine {
  /** `cost-0`: its list and its place in it. */
  readonly key: string;
  readonly list: EconomyList;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly amounts: readonly string[];
  readonly removed: boolean;
}

export interface EconomyFault {
  /** The name of the input. */
  readonly field: string;
  readonly reason:
    | 'yearNeeded'
    | 'yearsOutOfRange'
    | 'rateOutOfRange'
    | 'titleNeeded'
    | 'titleTooLong'
    | 'kindNeeded'
    | 'amountNeeded'
    | 'notANumber'
    | 'negative'
    | 'tooLarge'
    | 'notWhole'
    | 'noteTooLong';
  /** The line's title and year, where there are such. */
  readonly line?: string;
  readonly year?: number;
}

export type ReadEconomy =
  | { readonly ok: true; readonly economy: Omit<Economy, 'version'> }
  | { readonly ok: false; readonly faults: readonly EconomyFault[] };

export const mostNote = 10_000;
export const mostTitle = 200;
/** Kronor; a municipality's whole budget is a hundredth of it. */
const mostKronor = 1e12;

/** A line that nobody has written anything in: the form's empty row, with the noughts that it came with. */
export function isBlank({ title, amounts }: Pick<FormLine, 'title' | 'amounts'>): boolean {
  return title.trim() === '' && amounts.every((amount) => ['', '0'].includes(amount.trim()));
}

export function amountName(key: string, index: number): string {
  return `${key}.${index}`;
}

/** How many columns of years the form shows, also when what stands there cannot be taken. */
export function shownYears(years: string): number {
  const count = readNumber(years) ?? 0;
  return Math.min(MOST_ECONOMY_YEARS, Math.max(1, Math.round(count)));
}

export function readEconomy(form: EconomyForm): ReadEconomy {
  const faults: EconomyFault[] = [];
  const year = (field: 'startYear' | 'priceLevelYear') => {
    const value = readNumber(form[field]);
    if (value === undefined || !Number.isInteger(value) || value < 1990 || value > 2200) {
      faults.push({ field, reason: 'yearNeeded' });
    }
    return value ?? 0;
  };
  const startYear = year('startYear');
  const priceLevelYear = year('priceLevelYear');
  const years = readNumber(form.years) ?? 0;
  const inRange = Number.isInteger(years) && years >= 1 && years <= MOST_ECONOMY_YEARS;
  if (!inRange) faults.push({ field: 'years', reason: 'yearsOutOfRange' });
  const rate = form.discountRate.trim() === '' ? null : readNumber(form.discountRate);
  if (rate === undefined || (rate !== null && !(rate > -100 && rate <= 100))) {
    faults.push({ field: 'discountRate', reason: 'rateOutOfRange' });
  }
  if (form.note.length > mostNote) faults.push({ field: 'note', reason: 'noteTooLong' });
  const kept = form.lines.filter((line) => !line.removed && !isBlank(line));
  const lines = kept.map((line) => readLine(line, startYear, inRange ? years : line.amounts.length, faults));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    economy: { startYear, years, priceLevelYear, discountRate: rate ?? null, note: form.note, lines },
  };
}

function readLine(line: FormLine, startYear: number, years: number, faults: EconomyFault[]): EconomyLine {
  const title = line.title.trim().replace(/\s+/g, ' ');
  const fault = (field: string, reason: EconomyFault['reason'], year?: number) =>
    faults.push({ field, reason, line: title, ...(year === undefined ? {} : { year }) });
  if (title === '') fault(`${line.key}.title`, 'titleNeeded');
  if (title.length > mostTitle) fault(`${line.key}.title`, 'titleTooLong');
  const kind = lineKinds.find((one) => one === line.kind) ?? null;
  if (hasKind(line.list) && kind === null) fault(`${line.key}.kind`, 'kindNeeded');
  const amounts =
    line.list === 'red'
      ? []
      : Array.from({ length: years }, (_, index) => {
          const read = readAmount(line.list, line.amounts[index] ?? '');
          if (read.ok) return read.amount;
          fault(amountName(line.key, index), read.reason, startYear + index);
          return 0;
        });
  return { id: line.id, list: line.list, kind: hasKind(line.list) ? kind : null, title, amounts };
}

type ReadAmount =
  | { readonly ok: true; readonly amount: number }
  | {
      readonly ok: false;
      readonly reason: 'amountNeeded' | 'notANumber' | 'negative' | 'tooLarge' | 'notWhole';
    };

/** An emptied cell is asked about: it is not nought. */
function readAmount(list: EconomyList, text: string): ReadAmount {
  if (text.trim() === '') return { ok: false, reason: 'amountNeeded' };
  const value = readNumber(text);
  if (value === undefined) return { ok: false, reason: 'notANumber' };
  if (value < 0) return { ok: false, reason: 'negative' };
  const amount = list === 'yellow' ? value : Math.round(value * 1e6) / 1000;
  if (!Number.isInteger(amount)) return { ok: false, reason: 'notWhole' };
  return amount > mostKronor ? { ok: false, reason: 'tooLarge' } : { ok: true, amount };
}

/** The form that a saved economy is changed in. */
export function formOf(economy: Omit<Economy, 'version'>): EconomyForm {
  const places = new Map<EconomyList, number>();
  return {
    startYear: String(economy.startYear),
    years: String(economy.years),
    priceLevelYear: String(economy.priceLevelYear),
    discountRate: economy.discountRate === null ? '' : typed(economy.discountRate),
    note: economy.note,
    lines: economy.lines.map(({ id, list, kind, title, amounts }) => {
      const place = places.get(list) ?? 0;
      places.set(list, place + 1);
      return {
        key: `${list}-${place}`,
        list,
        id,
        kind: kind ?? '',
        title,
        amounts: amounts.map((amount) => typed(list === 'yellow' ? amount : amount / 1000)),
        removed: false,
      };
    }),
  };
}

function typed(value: number): string {
  return String(value).replace('.', ',');
}

/** The form with as many columns as it says and one empty row at least in each list. */
export function drawnForm(form: EconomyForm, adding?: EconomyList): EconomyForm {
  const years = shownYears(form.years);
  const lines = economyLists.flatMap((list) => {
    const own = form.lines.filter((line) => line.list === list);
    const blank = own.filter((line) => isBlank(line) && line.id === '').length;
    const wanted = Math.max(blank, 1) + (adding === list ? 1 : 0);
    const next = 1 + Math.max(-1, ...own.map(({ key }) => Number(key.slice(list.length + 1))));
    const added = Array.from({ length: wanted - blank }, (_, index) => blankLine(list, next + index));
    return [...own, ...added];
  });
  return {
    ...form,
    lines: lines.map((line) => ({
      ...line,
      amounts: line.list === 'red' ? [] : Array.from({ length: years }, (_, index) => line.amounts[index] ?? '0'),
    })),
  };
}

function blankLine(list: EconomyList, place: number): FormLine {
  const kind = hasKind(list) ? 'running' : '';
  return { key: `${list}-${place}`, list, id: '', kind, title: '', amounts: [], removed: false };
}
