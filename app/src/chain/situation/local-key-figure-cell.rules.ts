import type { MissingReason } from '@samband/kolada';
import type { Language } from '../../foundation/texts/index.ts';

/** What a person writes where a value stands: a number, or why there is none. Missing is never 0, and empty is neither. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | { readonly kind: 'fault'; readonly reason: 'notANumber' | 'tooLarge' };

/** The first of each language is what Samband itself writes; the others are understood. */
const reasonWords: Readonly<Record<MissingReason, Readonly<Record<Language, readonly string[]>>>> = {
  notReported: { sv: ['ej rapporterat', 'inte rapporterat', 'ej redovisat'], en: ['not reported'] },
  notApplicable: { sv: ['ej aktuellt', 'inte aktuellt'], en: ['not applicable', 'n/a'] },
  secret: { sv: ['sekretess', 'sekretessbelagt'], en: ['confidential', 'secret'] },
  notYetPublished: { sv: ['ej publicerat', 'inte publicerat', 'kommer senare'], en: ['not yet published'] },
  unknown: { sv: ['saknas', 'uppgift saknas', 'okänt'], en: ['missing', 'unknown'] },
};

export const missingReasons = Object.keys(reasonWords) as readonly MissingReason[];

const reasonByWord = new Map(
  missingReasons.flatMap((reason) =>
    [...reasonWords[reason].sv, ...reasonWords[reason].en].map((word) => [word, reason] as const),
  ),
);

const largest = 1e15;
/** Thousands in groups by spaces, decimals by comma or, as a spreadsheet keeps them, by point. Anything else is asked about, not guessed. */
const plainNumber = /^[+-]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?$/;
const scientific = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i;

export function readCell(text: string): Cell {
  const words = text.replace(/\s+/g, ' ').trim().toLowerCase();
  if (words === '') return { kind: 'empty' };
  const reason = reasonByWord.get(words);
  if (reason !== undefined) return { kind: 'missing', reason };
  const digits = words.replace(/^[−–]\s?/, '-');
  if (!plainNumber.test(digits) && !scientific.test(digits)) return { kind: 'fault', reason: 'notANumber' };
  const value = Number(digits.replaceAll(' ', '').replace(',', '.'));
  if (Math.abs(value) > largest) return { kind: 'fault', reason: 'tooLarge' };
  // -0 is written "0" and must compare as it.
  return { kind: 'value', value: value === 0 ? 0 : value };
}

export interface StoredCell {
  readonly value: number | null;
  readonly missingReason: MissingReason | null;
}

export function cellOf(stored: StoredCell | undefined): Cell {
  if (stored === undefined) return { kind: 'empty' };
  return stored.value === null
    ? { kind: 'missing', reason: stored.missingReason ?? 'unknown' }
    : { kind: 'value', value: stored.value };
}

/** As it is written in a field: with all its decimals and no grouping, and read back as the same. */
export function cellText(cell: Cell, language: Language): string {
  if (cell.kind === 'missing') return reasonText(cell.reason, language);
  if (cell.kind !== 'value') return '';
  const digits = String(cell.value).replace(/^-/, '−');
  return language === 'sv' && !digits.includes('e') ? digits.replace('.', ',') : digits;
}

export function reasonText(reason: MissingReason, language: Language): string {
  return reasonWords[reason][language][0] ?? reason;
}

export function sameCell(a: Cell, b: Cell): boolean {
  if (a.kind === 'value' && b.kind === 'value') return a.value === b.value;
  if (a.kind === 'missing' && b.kind === 'missing') return a.reason === b.reason;
  return a.kind === b.kind && a.kind !== 'fault';
}
