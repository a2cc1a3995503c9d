import type { Faults } from './faults.ts';
import { readBytes } from './file-bytes.ts';
import { genderCode } from './schema.ts';

export const valueColumns = ['kpi', 'municipality', 'period', 'gender', 'value'] as const;

/** One figure as it stands in a file. `kpi` is coded (see `kpiCode`), `unit` an index, NaN a reported missing value. */
export type TakeFigure = (
  kpi: number,
  unit: number,
  period: number,
  gender: number,
  value: number,
  line: number,
) => void;

const [comma, quote, lineFeed, carriageReturn] = [44, 34, 10, 13];
const lineLimit = 10_000;

/**
 * Reads `kpi,municipality,period,gender,value` strictly: comma, decimal point, UTF-8 (a byte order mark is let through, since it
 * changes nothing), LF or CRLF, an empty value for a reported missing one. Nothing is guessed; what does not fit becomes a fault.
 */
export async function readValuesCsv(
  path: string,
  unitIndex: ReadonlyMap<string, number>,
  faults: Faults,
  take: TakeFigure,
  onBytes?: (bytes: number) => void,
): Promise<number> {
  const parser = new LineParser(unitIndex, faults, take);
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const piece of readBytes(path, faults)) {
    let chunk = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    if (!started && chunk.length >= 3) {
      started = true;
      if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
        faults.refuse({ fault: 'wrongEncoding', line: 1, value: 'UTF-16' });
      }
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    }
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(lineFeed, from);
      if (end < 0) break;
      parser.line(chunk, from, end > from && chunk[end - 1] === carriageReturn ? end - 1 : end);
      from = end + 1;
    }
    rest = chunk.subarray(from);
    if (rest.length > lineLimit) faults.refuse({ fault: 'lineTooLong', line: parser.lines + 1 });
    if (faults.full) break;
    onBytes?.(piece.length);
  }
  if (rest.length > 0 && !faults.full)
    parser.line(rest, 0, rest[rest.length - 1] === carriageReturn ? rest.length - 1 : rest.length);
  if (parser.lines === 0) faults.add({ fault: 'empty' });
  return Math.max(0, parser.lines - 1);
}

/** `N` or `U` and five digits as a number: 0–99 999 and 100 000–199 999. -1 for anything else. */
export function kpiCode(bytes: Uint8Array, from: number, end: number): number {
  if (end - from !== 6) return -1;
  const base = bytes[from] === 78 ? 0 : bytes[from] === 85 ? 100_000 : -1;
  const number = digits(bytes, from + 1, end);
  return base < 0 || number < 0 ? -1 : base + number;
}

export function kpiOfCode(code: number): string {
  return `${code >= 100_000 ? 'U' : 'N'}${String(code % 100_000).padStart(5, '0')}`;
}

class LineParser {
  lines = 0;
  readonly #units = new Int16Array(10_000).fill(-1);
  readonly #faults: Faults;
  readonly #take: TakeFigure;
  readonly #ends = new Int32Array(5);

  constructor(unitIndex: ReadonlyMap<string, number>, faults: Faults, take: TakeFigure) {
    for (const [id, index] of unitIndex) if (/^\d{4}$/.test(id)) this.#units[Number(id)] = index;
    this.#faults = faults;
    this.#take = take;
  }

  line(bytes: Buffer, from: number, end: number): void {
    this.lines++;
    if (this.lines === 1) {
      this.#header(bytes.toString('utf8', from, end));
      return;
    }
    if (this.#faults.full) return;
    // A file may end in an empty line, but one in the middle is a row that lost its content.
    if (from === end) {
      this.#fault('wrongFieldCount', undefined, '');
      return;
    }
    const ends = this.#ends;
    let fields = 0;
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (byte === quote) {
        this.#quoted(bytes.toString('utf8', from, end));
        return;
      }
      if (byte === comma) {
        if (fields < 5) ends[fields] = at;
        fields++;
      }
    }
    if (fields < 5) ends[fields] = end;
    fields++;
    if (fields !== 5) {
      const text = bytes.toString('utf8', from, end);
      this.#fault(fields === 6 && /,-?\d+,\d+$/.test(text) ? 'decimalComma' : 'wrongFieldCount', undefined, text);
      return;
    }
    const kpi = kpiCode(bytes, from, ends[0]!);
    const unit = this.#unit(bytes, ends[0]! + 1, ends[1]!);
    const period = ends[2]! - ends[1]! === 5 ? digits(bytes, ends[1]! + 1, ends[2]!) : -1;
    const gender = ends[3]! - ends[2]! === 2 ? genderOfByte(bytes[ends[2]! + 1]!) : -1;
    const value = readNumber(bytes, ends[3]! + 1, ends[4]!);
    if (kpi < 0) this.#fault('invalidKpi', 'kpi', bytes.toString('utf8', from, ends[0]!));
    if (unit < 0) this.#fault('unknownUnit', 'municipality', bytes.toString('utf8', ends[0]! + 1, ends[1]!));
    if (period < 1900 || period > 2200)
      this.#fault('invalidYear', 'period', bytes.toString('utf8', ends[1]! + 1, ends[2]!));
    if (gender < 0) this.#fault('invalidGender', 'gender', bytes.toString('utf8', ends[2]! + 1, ends[3]!));
    if (value === undefined) this.#fault('notANumber', 'value', bytes.toString('utf8', ends[3]! + 1, ends[4]!));
    else if (kpi >= 0 && unit >= 0 && period >= 1900 && period <= 2200 && gender >= 0) {
      this.#take(kpi, unit, period, gender, value, this.lines);
    }
  }

  #header(text: string): void {
    if (text.includes('\u0000')) this.#faults.refuse({ fault: 'wrongEncoding', line: 1, value: 'UTF-16' });
    if (text !== valueColumns.join(',') && text.replaceAll('"', '') !== valueColumns.join(',')) {
      this.#faults.refuse({ fault: 'wrongColumns', line: 1, value: text });
    }
  }

  /** Rare: some programs put every field in quotes. A quoted number with a comma is a decimal comma. */
  #quoted(text: string): void {
    const fields = [...text.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))(?=,|$)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const value = fields[4] ?? '';
    if (fields.length === 5 && /^-?\d+,\d+$/.test(value)) {
      this.#fault('decimalComma', 'value', value);
    } else if (fields.length !== 5 || fields.some((field) => field.includes(',') || field.includes('"'))) {
      this.#fault('wrongFieldCount', undefined, text);
    } else {
      this.lines--;
      const plain = Buffer.from(fields.join(','));
      this.line(plain, 0, plain.length);
    }
  }

  #unit(bytes: Uint8Array, from: number, end: number): number {
    const number = end - from === 4 ? digits(bytes, from, end) : -1;
    return number < 0 ? -1 : this.#units[number]!;
  }

  #fault(fault: Parameters<Faults['add']>[0]['fault'], column: string | undefined, value: string): void {
    this.#faults.add({ fault, line: this.lines, value, ...(column === undefined ? {} : { column }) });
  }
}

function digits(bytes: Uint8Array, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function genderOfByte(byte: number): number {
  return byte === 84 ? genderCode.T : byte === 75 ? genderCode.K : byte === 77 ? genderCode.M : -1;
}

/** NaN for an empty field, undefined for what is not a number. */
function readNumber(bytes: Buffer, from: number, end: number): number | undefined {
  if (from === end) return Number.NaN;
  const negative = bytes[from] === 45;
  let [mantissa, decimals, seen, point] = [0, 0, 0, false];
  let plain = true;
  for (let at = negative ? from + 1 : from; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      seen++;
      if (point) decimals++;
    } else if (bytes[at] === 46 && !point && seen > 0) point = true;
    else {
      plain = false;
      break;
    }
  }
  // Fifteen digits and a power of ten are both exact, so their quotient is the nearest double, as Number() would give.
  if (plain && seen > 0 && seen <= 15 && (!point || decimals > 0)) {
    const value = mantissa / powersOfTen[decimals]!;
    return negative ? -value : value;
  }
  const text = bytes.toString('latin1', from, end);
  return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);
