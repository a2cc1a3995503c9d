import type { Language } from '../texts/index.ts';

/**
 * Figures and dates as people read them, the same on every machine: `Intl` follows the ICU data of the machine,
 * and a report that was approved on one must read the same on another.
 */

const noBreak = '\u00a0';
const realMinus = '\u2212';

const separators: Record<Language, { readonly thousands: string; readonly decimal: string }> = {
  sv: { thousands: noBreak, decimal: ',' },
  en: { thousands: ',', decimal: '.' },
};

/** 1234.5 → "1 234,5" with a no-break space. Halves are rounded away from zero, as people do. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`formatNumber needs a finite number, got ${value}`);
  const { thousands, decimal } = separators[language];
  const [whole = '0', fraction] = roundedDigits(Math.abs(value), decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  const digits = fraction === undefined ? grouped : grouped + decimal + fraction;
  return value < 0 && /[1-9]/.test(digits) ? realMinus + digits : digits;
}

/** `toFixed` sees 1.005 as 1.00499…; shifting the decimal exponent of the printed number rounds what people see. */
function roundedDigits(magnitude: number, decimals: number): string {
  if (magnitude >= 1e15) return magnitude.toFixed(0);
  const [mantissa = '0', exponent = '0'] = String(magnitude).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return (shifted / 10 ** decimals).toFixed(decimals);
}

/** With + or − before it, for differences; zero has no sign. */
export function formatSigned(value: number, language: Language, decimals = 0): string {
  const digits = formatNumber(value, language, decimals);
  return value > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
}

/** As many decimals as a key figure deserves: 168 420 · 48,2 · 3,41. */
export function formatFigure(value: number, language: Language): string {
  const size = Math.abs(value);
  return formatNumber(value, language, size >= 1000 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
}

export function formatPercent(value: number, language: Language, decimals = 1): string {
  return `${formatNumber(value, language, decimals)}${language === 'sv' ? noBreak : ''}%`;
}

export function formatKronor(kronor: number, language: Language): string {
  return `${formatNumber(kronor, language)}${noBreak}${language === 'sv' ? 'kr' : 'SEK'}`;
}

/** Whole kronor in the size people speak of: kr below ten thousand, tkr below a million, then mnkr. */
export function formatMoney(kronor: number, language: Language): string {
  const size = Math.abs(kronor);
  if (size < 10_000) return formatKronor(kronor, language);
  if (size < 999_500) return formatThousands(kronor, language);
  return formatMillions(kronor, language);
}

export function formatThousands(kronor: number, language: Language): string {
  return `${formatNumber(kronor / 1000, language)}${noBreak}${language === 'sv' ? 'tkr' : 'SEK k'}`;
}

export function formatMillions(kronor: number, language: Language, decimals = 1): string {
  return `${formatNumber(kronor / 1e6, language, decimals)}${noBreak}${language === 'sv' ? 'mnkr' : 'SEK m'}`;
}

/** 277/290: place of the municipalities that have a value. */
export function formatRank(rank: number, count: number): string {
  return `${rank}/${count}`;
}

/** The date in the local calendar of Sweden, ISO: 2026-09-05. A date without a time is taken as it stands. */
export function formatDate(date: Date | string): string {
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return swedishParts(new Date(date)).date;
}

export function formatDateTime(date: Date | string): string {
  const parts = swedishParts(new Date(date));
  return `${parts.date} ${parts.time}`;
}

/** Central European time by the rule since 1996 (last Sundays of March and October at 01.00 UTC). */
function swedishParts(instant: Date): { readonly date: string; readonly time: string } {
  const year = instant.getUTCFullYear();
  const summer = instant.getTime() >= lastSundayOneUtc(year, 2) && instant.getTime() < lastSundayOneUtc(year, 9);
  const local = new Date(instant.getTime() + (summer ? 2 : 1) * 3_600_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

function lastSundayOneUtc(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

/** ISO 8601 week: the week that holds the year's first Thursday is week 1. */
export function weekNumber(isoDate: string): number {
  const day = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - firstOfYear) / 604_800_000) + 1;
}

/** "v. 37" or "week 37". */
export function formatWeek(isoDate: string, language: Language): string {
  return `${language === 'sv' ? 'v.' : 'week'}${noBreak}${weekNumber(isoDate)}`;
}

const months = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

/** "5 sep", for lists of what is near in time; pair it with `<time datetime>`. */
export function formatDay(isoDate: string, language: Language): string {
  const month = months[language][Number(isoDate.slice(5, 7)) - 1];
  if (month === undefined) throw new RangeError(`formatDay needs an ISO date, got ${isoDate}`);
  return `${Number(isoDate.slice(8, 10))}${noBreak}${month}`;
}
