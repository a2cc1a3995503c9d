import { trend } from '@samband/analysis';
import type { MissingReason } from '@samband/kolada';
import { z } from 'zod';

export const localPerspectives = ['resource', 'volume', 'quality', 'structure'] as const;
export type LocalPerspective = (typeof localPerspectives)[number];
export const localGenders = ['T', 'K', 'M'] as const;
export type LocalGender = (typeof localGenders)[number];
export const firstYear = 1900;
export const lastYear = 2200;

export const localKeyFigureFields = [
  'title',
  'definition',
  'unit',
  'area',
  'perspective',
  'direction',
  'source',
  'genders',
] as const;
export type LocalField = (typeof localKeyFigureFields)[number];
export type LocalKeyFigureValues = Readonly<Record<LocalField, string>>;

/** Every fault is a code that the text table speaks of. */
export const localKeyFigureForm = z.object({
  title: z.string().trim().min(1, 'titleMissing').max(200, 'titleTooLong'),
  definition: z.string().trim().max(5000, 'definitionTooLong'),
  unit: z.string().trim().min(1, 'unitMissing').max(40, 'unitTooLong'),
  area: z.string().max(40),
  perspective: z.enum(localPerspectives, 'perspectiveMissing'),
  direction: z.enum(['low', 'high']).or(z.literal('')),
  source: z.string().trim().min(1, 'sourceMissing').max(500, 'sourceTooLong'),
  genders: z.enum(['TKM']).or(z.literal('')),
});
export type LocalKeyFigureForm = z.infer<typeof localKeyFigureForm>;
export interface LocalFault {
  readonly field: LocalField;
  readonly reason:
    | 'titleMissing'
    | 'titleTooLong'
    | 'titleTaken'
    | 'definitionTooLong'
    | 'unitMissing'
    | 'unitTooLong'
    | 'perspectiveMissing'
    | 'sourceMissing'
    | 'sourceTooLong';
}

export interface LocalValue {
  /** Null: the whole municipality. */
  readonly unitId: string | null;
  readonly year: number;
  readonly gender: LocalGender;
  readonly value: number | null;
  readonly missingReason: MissingReason | null;
}

export function localCode(number: number): string {
  return `E${String(number).padStart(5, '0')}`;
}

export function placeKey({ unitId, year, gender }: Pick<LocalValue, 'unitId' | 'year' | 'gender'>): string {
  return `${unitId ?? ''}/${year}/${gender}`;
}

export interface UnitPlace {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly depth: number;
  /** Department, units above and the name: what tells two of the same name apart. */
  readonly path: string;
  readonly active: boolean;
}

interface UnitGiven {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly departmentId: string;
  readonly active: boolean;
}

/** The organisation as one reads it: department by department, each unit under the one it lies in. */
export function placesOf(
  departments: readonly { readonly id: string; readonly name: string }[],
  units: readonly UnitGiven[],
): readonly UnitPlace[] {
  const ids = new Set(units.map(({ id }) => id));
  const children = Map.groupBy(units, ({ parentId, departmentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : departmentId,
  );
  return departments.flatMap(({ id: departmentId, name: department }) => {
    const under = (parent: string, depth: number, path: string): readonly UnitPlace[] =>
      (children.get(parent) ?? []).flatMap(({ id, name, active }) => {
        const here = `${path} / ${name}`;
        return [{ id, name, departmentId, department, depth, path: here, active }, ...under(id, depth + 1, here)];
      });
    return under(departmentId, 0, department);
  });
}

export interface LocalLead {
  readonly latest: { readonly value: number; readonly year: number } | undefined;
  readonly before: { readonly value: number; readonly year: number } | undefined;
  readonly trend: ReturnType<typeof trend>['word'];
  /** Units with a value in the latest year that any has one. */
  readonly spread:
    | {
        readonly year: number;
        readonly n: number;
        readonly low: { readonly unitId: string; readonly value: number };
        readonly high: { readonly unitId: string; readonly value: number };
      }
    | undefined;
}

/** What the page says first, by rule: the latest value, the one before, the trend, and how far apart the units lie. */
export function leadOf(values: readonly LocalValue[], gender: LocalGender): LocalLead {
  const own = seriesOf(values, null, gender);
  const present = own.years.flatMap((year, index) => {
    const value = own.values[index];
    return value === undefined ? [] : [{ year, value }];
  });
  return {
    latest: present.at(-1),
    before: present.at(-2),
    trend: trend(
      own.years,
      own.values.map((value) => value ?? Number.NaN),
    ).word,
    spread: spreadOf(values, gender),
  };
}

function spreadOf(values: readonly LocalValue[], gender: LocalGender): LocalLead['spread'] {
  const ofUnits = values.flatMap(({ unitId, year, value, gender: given }) =>
    unitId !== null && value !== null && given === gender ? [{ unitId, year, value }] : [],
  );
  const year = Math.max(...ofUnits.map((each) => each.year));
  const sorted = ofUnits.filter((each) => each.year === year).sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === undefined || high === undefined || sorted.length < 2
    ? undefined
    : { year, n: sorted.length, low, high };
}

export interface LocalSeries {
  readonly years: readonly number[];
  /** Undefined is missing. */
  readonly values: readonly (number | undefined)[];
}

/** A series over every year from the key figure's first to its last, so that a gap is seen as one. */
export function seriesOf(values: readonly LocalValue[], unitId: string | null, gender: LocalGender): LocalSeries {
  const years = yearsOf(values);
  const byPlace = new Map(values.map((value) => [placeKey(value), value.value]));
  return { years, values: years.map((year) => byPlace.get(placeKey({ unitId, year, gender })) ?? undefined) };
}

export function yearsOf(values: readonly LocalValue[]): readonly number[] {
  if (values.length === 0) return [];
  const years = values.map(({ year }) => year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

export const mostLines = 10;

/** The units to draw: those asked for, else the first that have values; ten at most, since more cannot be told apart. */
export function unitsToDraw(
  asked: readonly string[],
  places: readonly UnitPlace[],
  values: readonly LocalValue[],
): readonly UnitPlace[] {
  const filled = new Set(values.flatMap(({ unitId, value }) => (value === null ? [] : [unitId])));
  const there = places.filter(({ id }) => filled.has(id));
  const chosen = there.filter(({ id }) => asked.includes(id));
  return (chosen.length > 0 ? chosen : there).slice(0, mostLines);
}
