/** A calendar day, `2026-03-02`; Excel gets a real date. Text that is no day, or one before Excel's calendar, is written as text. */
export interface DateCell {
  readonly date: string;
}

export type CellValue = string | number | null | DateCell;

export type SheetCells = readonly CellValue[];

/** Rows that are at hand, or that come as they are read from the database. */
export type SheetCellRows = Iterable<SheetCells> | AsyncIterable<SheetCells>;

/** Excel takes no cell longer than this. */
const longestCell = 32_767;

/**
 * The text that comes back when this one has been written to Excel and read exactly: line breaks are one sign, what XML cannot hold is gone,
 * and it ends where Excel's cell ends. Compare with it to see whether somebody has changed a cell.
 */
export function textAsRead(text: string): string {
  return text
    .slice(0, longestCell)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

const millisecondsOfDay = 86_400_000;
/** Day 0 of Excel's calendar, which has a 29 February 1900 that never was: days before March that year are left to text. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = 61;
const lastDay = 2_958_465;

export function serialOf(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const at = Date.parse(`${date}T00:00:00Z`);
  const serial = (at - dayZero) / millisecondsOfDay;
  // 2026-02-30 is read as 2 March.
  if (!(serial >= firstDay) || new Date(at).toISOString().slice(0, 10) !== date) return undefined;
  return serial;
}

/** `2026-03-02`, with the time of day where there is one; only the time where there is no day. What lies outside the calendar stays a number. */
export function dateOf(serial: number, from1904: boolean): string {
  const seconds = Math.round((from1904 ? serial + 1462 : serial) * 86_400);
  if (!(seconds >= 0 && seconds < (lastDay + 1) * 86_400)) return String(serial);
  const day = Math.floor(seconds / 86_400);
  const iso = new Date(dayZero + (seconds + (day > 0 && day < firstDay - 1 ? 86_400 : 0)) * 1000).toISOString();
  const time = iso.slice(11, iso.endsWith(':00.000Z') ? 16 : 19);
  if (day === 0) return time;
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
