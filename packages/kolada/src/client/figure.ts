import type { DataValue, Gender, Kpi, MissingReason } from '../model.ts';

/** A figure is a number, or missing with a reason. Zero is a number. */
export type Figure = { readonly value: number } | { readonly missing: MissingReason };

interface Valued {
  readonly values: readonly DataValue[];
}

/** Always by gender: the order inside a row varies and the first value is often not the total. A deleted value is no value. */
export function valueFor(row: Valued, gender: Gender): number | null {
  const found = row.values.find((each) => each.gender === gender);
  return found === undefined || found.isDeleted ? null : found.value;
}

/** `publication`, when given, lets a value that is simply not published yet be told from one that is missing. */
export function figureOf(
  row: Valued,
  gender: Gender,
  publication?: { readonly kpi: Kpi; readonly year: number; readonly today: string },
): Figure {
  const value = valueFor(row, gender);
  if (value !== null) return { value };
  const status = row.values.find((each) => each.gender === gender)?.status ?? '';
  return { missing: missingReason(status, publication) };
}

/**
 * Kolada's `status` is an open vocabulary: what is known is read, all else is `unknown`.
 * `Missing` and `Privacy` are met in live answers; `-`, `.` and `..` are the legend of kolada.se.
 */
export function missingReason(
  status: string,
  publication?: { readonly kpi: Kpi; readonly year: number; readonly today: string },
): MissingReason {
  switch (status.trim().toLowerCase()) {
    case 'privacy':
    case '..':
      return 'secret';
    case 'missing':
    case '-':
      return 'notReported';
    case '.':
      return 'notApplicable';
  }
  if (publication && publicationState(publication.kpi, publication.year, publication.today) === 'notYetPublished') {
    return 'notYetPublished';
  }
  return 'unknown';
}

export type PublicationState = 'notYetPublished' | 'preliminary' | 'final' | 'unknown';

/**
 * Preliminary values carry no flag in Kolada. The catalogue says for one period (`publPeriod`) when the preliminary and the final
 * values come; earlier years are final, later ones are still to come. The dates roll forward after each release, so an old figure
 * must be judged by the catalogue of its own day. `today` is `YYYY-MM-DD`.
 */
export function publicationState(kpi: Kpi, year: number, today: string): PublicationState {
  const period = Number(kpi.publPeriod ?? Number.NaN);
  if (!Number.isInteger(period)) return 'unknown';
  if (year !== period) return year < period ? 'final' : 'notYetPublished';
  const { prelPublicationDate: preliminary, publicationDate: final } = kpi;
  if (final !== null && today >= final) return 'final';
  if (preliminary !== null) return today >= preliminary ? 'preliminary' : 'notYetPublished';
  return final === null ? 'unknown' : 'notYetPublished';
}

export function isPreliminary(kpi: Kpi, year: number, today: string): boolean {
  return publicationState(kpi, year, today) === 'preliminary';
}
