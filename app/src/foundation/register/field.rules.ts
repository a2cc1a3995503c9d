import type { Nearest } from '../texts/index.ts';
import { readDay, readNumber } from './reading.rules.ts';

/**
 * What a register's field can be. A declaration is data: the form, the list, the sheet, the JSON interface and the test that holds it against
 * its table all read the same. A value is as the table holds it: '' for no text, null for nothing else, a list where several are taken.
 */
export type Field =
  | TextField
  | NumberField
  | MoneyField
  | DateField
  | ChoiceField
  | ScaleField
  | YesField
  | ReferenceField;

interface Common {
  readonly required?: boolean;
}
export interface TextField extends Common {
  readonly kind: 'text' | 'longText' | 'richText' | 'url';
  readonly max: number;
}
export interface NumberField extends Common {
  readonly kind: 'number';
  readonly unit?: string;
  readonly decimals: number;
  readonly min?: number;
  readonly max?: number;
  /** A calendar year: written without a space between thousands. */
  readonly year?: true;
}
/** Stored in whole kronor; written and shown in the unit. */
export interface MoneyField extends Common {
  readonly kind: 'money';
  readonly unit: MoneyUnit;
  readonly min?: number;
}
export type MoneyUnit = 'kr' | 'tkr' | 'mnkr';
export interface DateField extends Common {
  readonly kind: 'date';
  /** The field that begins the period which this one ends. */
  readonly notBefore?: string;
}
export interface ChoiceField extends Common {
  readonly kind: 'choice';
  /** The codes that the program knows, or the name of a vocabulary that the municipality keeps. */
  readonly of: readonly string[] | string;
  readonly many?: boolean;
}
export interface ScaleField extends Common {
  readonly kind: 'scale';
  readonly from: number;
  readonly to: number;
}
export interface YesField extends Common {
  readonly kind: 'yes';
}
export interface ReferenceField extends Common {
  readonly kind: 'reference';
  /** What it points at: `person`, `unit`, `keyFigure`, or the name of a register. */
  readonly to: string;
  readonly many?: boolean;
}

type Options<F extends Field> = Omit<F, 'kind' | 'max'> & Partial<Pick<F & { max: number }, 'max'>>;

export const text = <const O extends Options<TextField>>(o?: O) =>
  ({ kind: 'text', max: 200 as number, ...(o as O) }) as const;
export const longText = <const O extends Options<TextField>>(o?: O) =>
  ({ kind: 'longText', max: 20_000 as number, ...(o as O) }) as const;
/** Paragraphs, lists, bold, italic and links, written in Markdown and nothing else of it. */
export const richText = <const O extends Options<TextField>>(o?: O) =>
  ({ kind: 'richText', max: 20_000 as number, ...(o as O) }) as const;
export const url = <const O extends Options<TextField>>(o?: O) =>
  ({ kind: 'url', max: 2000 as number, ...(o as O) }) as const;
export const number = <const O extends Partial<Omit<NumberField, 'kind'>>>(o?: O) =>
  ({ kind: 'number', decimals: 0 as number, ...(o as O) }) as const;
export const year = <const O extends Common>(o?: O) =>
  ({ kind: 'number', decimals: 0 as number, min: 1990, max: 2200, year: true, ...(o as O) }) as const;
export const money = <const O extends Partial<Omit<MoneyField, 'kind'>>>(o?: O) =>
  ({ kind: 'money', unit: 'tkr' as MoneyUnit, ...(o as O) }) as const;
export const date = <const O extends Omit<DateField, 'kind'>>(o?: O) => ({ kind: 'date', ...(o as O) }) as const;
export const choice = <const C extends readonly string[] | string, const O extends Omit<ChoiceField, 'kind' | 'of'>>(
  of: C,
  o?: O,
) => ({ kind: 'choice', of, ...(o as O) }) as const;
export const scale = <const O extends Omit<ScaleField, 'kind'>>(o: O) => ({ kind: 'scale', ...o }) as const;
export const yes = () => ({ kind: 'yes' }) as const;
export const reference = <const O extends Omit<ReferenceField, 'kind' | 'to'>>(to: string, o?: O) =>
  ({ kind: 'reference', to, ...(o as O) }) as const;
/** A file that hangs on the row: chosen among its attachments, once it has any. */
export const file = <const O extends Omit<ReferenceField, 'kind' | 'to' | 'required'>>(o?: O) =>
  reference('attachment', o);

/** What a field's value is in the program, by its declaration. */
export type ValueOf<F> = F extends { kind: 'text' | 'longText' | 'richText' | 'url' }
  ? string
  : F extends { kind: 'number' | 'money' | 'scale' }
    ? number | null
    : F extends { kind: 'yes' }
      ? boolean
      : F extends { many: true }
        ? readonly string[]
        : F extends { kind: 'choice'; of: infer C extends readonly string[] }
          ? C[number] | null
          : string | null;

/** A value of any field. */
export type Value = string | number | boolean | null | readonly string[];

/** The PostgreSQL types that can hold the field. */
export function columnTypes(field: Field): readonly string[] {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
    case 'url':
      return ['text'];
    case 'number':
      return field.decimals === 0 ? ['integer', 'bigint'] : ['numeric', 'double precision'];
    case 'money':
      return ['bigint'];
    case 'scale':
      return ['smallint', 'integer'];
    case 'date':
      return ['date'];
    case 'yes':
      return ['boolean'];
    case 'choice':
      return field.many ? ['text[]'] : ['text'];
    case 'reference':
      return field.many ? ['uuid[]', 'text[]'] : ['uuid', 'text'];
  }
}

export function isMany(field: Field): boolean {
  return (field.kind === 'choice' || field.kind === 'reference') && field.many === true;
}

/** Stored as text that is never null, so that nothing typed is the empty text. */
export function isText(field: Field): field is TextField {
  return field.kind === 'text' || field.kind === 'longText' || field.kind === 'richText' || field.kind === 'url';
}

export function emptyValue(field: Field): Value {
  if (isText(field)) return '';
  if (field.kind === 'yes') return false;
  return isMany(field) ? [] : null;
}

export const moneyFactor: Readonly<Record<MoneyUnit, number>> = { kr: 1, tkr: 1000, mnkr: 1_000_000 };

/** Why a value cannot be taken; `value` is the part that could not, `limit` what it is held against. */
export interface FieldFault {
  readonly field: string;
  readonly reason: FaultReason;
  readonly value?: string | undefined;
  readonly limit?: number | string | undefined;
  /** For a word that does not exist: those that come nearest. */
  readonly nearest?: Nearest | undefined;
}
export const faultReasons = [
  'required',
  'tooLong',
  'notANumber',
  'notWhole',
  'tooManyDecimals',
  'tooSmall',
  'tooLarge',
  'notADate',
  'endsBeforeStart',
  'notAChoice',
  'notYesOrNo',
  'notALink',
  'unknown',
  'ambiguous',
] as const;
export type FaultReason = (typeof faultReasons)[number];

export type Read<V = Value> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly fault: Omit<FieldFault, 'field'> };

/** Several values in one input stand on a line each: no label holds a line break. */
export function linesOf(input: string): readonly string[] {
  return [
    ...new Set(
      input
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/**
 * Reads what a person wrote. `codeOf` turns a label or a code into the code that is stored, for choices and references: undefined when
 * there is none, 'ambiguous' when there are several.
 */
export function readValue(field: Field, input: string, codeOf: (text: string) => string | undefined): Read {
  const written = isText(field) && field.kind !== 'text' && field.kind !== 'url' ? normalised(input) : input.trim();
  if (written === '') return field.required ? fault('required') : { ok: true, value: emptyValue(field) };
  switch (field.kind) {
    case 'text':
      return bounded(field, written.replace(/\s+/g, ' '));
    case 'longText':
    case 'richText':
      return bounded(field, written);
    case 'url':
      return /^https?:\/\/[^\s/]+/i.test(written) && URL.canParse(written)
        ? bounded(field, written)
        : fault('notALink', written);
    case 'number':
      return readCount(field, written);
    case 'money':
      return readMoney(field, written);
    case 'scale':
      return readStep(field, written, codeOf);
    case 'date': {
      const day = readDay(written);
      return day === undefined ? fault('notADate', written) : { ok: true, value: day };
    }
    case 'yes': {
      const answer = yesWords.get(written.toLowerCase());
      return answer === undefined ? fault('notYesOrNo', written) : { ok: true, value: answer };
    }
    case 'choice':
    case 'reference':
      return readCodes(field, written, codeOf);
  }
}

const yesWords = new Map([
  ...['ja', 'yes', 'true', 'sant', 'on', '1', 'x'].map((word) => [word, true] as const),
  ...['nej', 'no', 'false', 'falskt', 'off', '0'].map((word) => [word, false] as const),
]);

function fault(reason: FaultReason, value?: string, limit?: number | string): Extract<Read, { ok: false }> {
  return { ok: false, fault: { reason, value, limit } };
}

function normalised(input: string): string {
  return input.replaceAll('\r\n', '\n').replace(/\s+$/, '').replace(/^\n+/, '');
}

function bounded(field: TextField, written: string): Read {
  return written.length > field.max ? fault('tooLong', undefined, field.max) : { ok: true, value: written };
}

function readCount(field: NumberField, written: string): Read {
  const value = readNumber(written);
  if (value === undefined) return fault('notANumber', written);
  if (field.decimals === 0 && !Number.isInteger(value)) return fault('notWhole', written);
  if (Math.abs(value - Number(value.toFixed(field.decimals))) > 1e-9) {
    return fault('tooManyDecimals', written, field.decimals);
  }
  if (value < (field.min ?? Number.MIN_SAFE_INTEGER)) return fault('tooSmall', written, field.min);
  if (value > (field.max ?? largest)) return fault('tooLarge', written, field.max ?? largest);
  return { ok: true, value };
}

/** What `integer` holds; nothing that a municipality counts is larger. */
const largest = 2_147_483_647;

function readMoney(field: MoneyField, written: string): Read {
  const amount = readNumber(written);
  if (amount === undefined) return fault('notANumber', written);
  const kronor = Math.round(amount * moneyFactor[field.unit]);
  if (field.min !== undefined && kronor < field.min) return fault('tooSmall', written, field.min);
  if (Math.abs(kronor) > 1e13) return fault('tooLarge', written, 1e13 / moneyFactor[field.unit]);
  return { ok: true, value: kronor };
}

function readStep(field: ScaleField, written: string, codeOf: (text: string) => string | undefined): Read {
  const value = readNumber(codeOf(written) ?? written);
  const fits = value !== undefined && Number.isInteger(value) && value >= field.from && value <= field.to;
  return fits ? { ok: true, value } : fault('notAChoice', written);
}

function readCodes(
  field: ChoiceField | ReferenceField,
  written: string,
  codeOf: (text: string) => string | undefined,
): Read {
  const parts = field.many === true ? linesOf(written) : [written];
  const codes: string[] = [];
  for (const part of parts) {
    const code = codeOf(part);
    if (code === 'ambiguous') return fault('ambiguous', part);
    if (code === undefined) return fault(field.kind === 'choice' ? 'notAChoice' : 'unknown', part);
    codes.push(code);
  }
  return { ok: true, value: field.many === true ? [...new Set(codes)] : codes[0]! };
}

/** The value as a form or a sheet holds it; `labelOf` gives the words of a code. Reading it gives the same value again. */
export function inputOf(field: Field, value: Value, labelOf: (code: string) => string = (code) => code): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') return plainNumber(field.kind === 'money' ? value / moneyFactor[field.unit] : value);
  if (typeof value === 'string') return field.kind === 'choice' || field.kind === 'reference' ? labelOf(value) : value;
  return value.map(labelOf).join('\n');
}

/** With a decimal comma and nothing between the thousands: what one would type. */
export function plainNumber(value: number): string {
  return String(value).replace('.', ',');
}

export function sameValue(a: Value, b: Value): boolean {
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null
    ? a.length === b.length && a.every((item, index) => item === b[index])
    : a === b;
}
