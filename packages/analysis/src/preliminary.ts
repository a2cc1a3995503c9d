/** When a key figure's values for one period become preliminary and final (Kolada's catalogue). */
export interface PublicationDates {
  readonly preliminaryDate: string | null;
  readonly date: string | null;
  readonly period: number | null;
}

/**
 * Preliminary or final (preliminärt eller slutligt): Kolada marks no value, so the dates decide. `today` and the dates are ISO
 * dates, which compare as text. The dates speak of one period; earlier years are final, and unknown dates claim nothing.
 *
 * @example publicationState({ preliminaryDate: '2026-06-10', date: '2026-09-29', period: 2025 }, 2025, '2026-07-01') // 'preliminary'
 */
export function publicationState(
  dates: PublicationDates | undefined,
  year: number,
  today: string | undefined,
): 'final' | 'preliminary' | 'notYetPublished' | 'unknown' {
  if (!dates || today === undefined || dates.period === null) return 'unknown';
  if (year < dates.period) return 'final';
  if (year > dates.period) return 'notYetPublished';
  if (dates.date !== null && today >= dates.date) return 'final';
  if (dates.preliminaryDate !== null && today >= dates.preliminaryDate) return 'preliminary';
  return dates.date === null && dates.preliminaryDate === null ? 'unknown' : 'notYetPublished';
}
