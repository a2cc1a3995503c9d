import type { Area, Comparison, FigureTable, SubArea } from '@samband/analysis';
import type { Municipality } from '@samband/kolada';
import type { GroupIndex, UsedGroup } from '../../foundation/figures/index.ts';
import { editDistance, farthest, type Nearest, plainName } from '../../foundation/texts/index.ts';

/** Whom one compares with, as chosen on the page or the command line. */
export type CompareWith =
  | { readonly kind: 'similar' | 'class' | 'all' }
  | { readonly kind: 'own'; readonly units: readonly string[] };

/** What a situation analysis is about. */
export interface Choice {
  readonly unit: string;
  readonly year: number;
  readonly compareWith: CompareWith;
}

export type UnitAnswer =
  | { readonly ok: true; readonly unit: string }
  | {
      readonly ok: false;
      readonly reason: 'unknownMunicipality';
      readonly text: string;
      /** Whether the first of them is near enough to be what was meant. */
      readonly alike: boolean;
      /** The few that come nearest; empty only when nothing was asked for. */
      readonly nearest: readonly Municipality[];
    };

/** Finds a municipality by code or name; "Lunds kommun", "lund" and "1281" are one. */
export function findMunicipality(units: readonly Municipality[], text: string): UnitAnswer {
  const wanted = plain(text);
  const municipalities = units.filter(({ type }) => type === 'K');
  const unit =
    municipalities.find(({ id }) => id === wanted) ??
    municipalities.find(({ title }) => plain(title) === wanted) ??
    municipalities.find(({ title }) => `${plain(title)}s` === wanted);
  if (unit) return { ok: true, unit: unit.id };
  const asked = wanted.slice(0, longestName);
  const ranked = municipalities
    .map((municipality) => ({ municipality, distance: distanceOf(municipality, asked) }))
    .sort((a, b) => a.distance - b.distance || a.municipality.title.localeCompare(b.municipality.title, 'sv'));
  const close = asked === '' ? [] : ranked.filter(({ distance }) => distance <= farthest(asked));
  const shown = asked === '' ? [] : close.length > 0 ? close : ranked;
  const nearest = shown.slice(0, 3).map(({ municipality }) => municipality);
  return { ok: false, reason: 'unknownMunicipality', text, alike: close.length > 0, nearest };
}

/** As a sentence needs it. */
export function nearestOf({ alike, nearest }: Extract<UnitAnswer, { ok: false }>): Nearest {
  return { alike, names: nearest.map(({ title }) => title) };
}

/** Longer than any name; comparing costs by both lengths. */
const longestName = 60;

function plain(text: string): string {
  return plainName(text.trim().replace(/\s+(kommun|stad)$/i, ''));
}

/** Digits are a code that was mistyped, anything else a name. */
function distanceOf({ id, title }: Municipality, wanted: string): number {
  return /^\d+$/.test(wanted) ? editDistance(id, wanted) : distanceOfNames(plain(title), wanted);
}

/** The beginning of a word in the name, or the name with more around it, is as near as one wrong letter. */
function distanceOfNames(title: string, wanted: string): number {
  const [name, words] = [apart(title), apart(wanted)];
  const begun = words.trimEnd();
  return (begun.length > 3 && name.includes(begun)) || words.includes(name) ? 1 : editDistance(title, wanted);
}

/** The words alone, with a space before and after each. */
function apart(text: string): string {
  return ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/**
 * Years one can ask about, latest first: those where at least a tenth as many key figures as in the fullest year have
 * values for half of the municipalities. A year that has just opened for reporting is not among them.
 */
export function yearsWithFigures(table: FigureTable, municipalities: readonly string[]): readonly number[] {
  const counts = reportedKeyFigures(table, municipalities);
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, count]) => count > 0 && count >= most / 10)
    .map(([year]) => year)
    .sort((a, b) => b - a);
}

/** The latest year that is as good as fully reported: at least three quarters of the fullest year's key figures. */
export function latestFullYear(table: FigureTable, municipalities: readonly string[]): number | undefined {
  const counts = reportedKeyFigures(table, municipalities);
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, count]) => most > 0 && count >= most * 0.75)
    .map(([year]) => year)
    .sort((a, b) => b - a)[0];
}

const counted = new WeakMap<FigureTable, { readonly of: readonly string[]; readonly counts: Map<number, number> }>();

/** Looks at every value there is, for every page; so it is done once per table. */
function reportedKeyFigures(table: FigureTable, municipalities: readonly string[]): Map<number, number> {
  const known = counted.get(table);
  if (known?.of === municipalities) return known.counts;
  const counts = countReported(table, municipalities);
  counted.set(table, { of: municipalities, counts });
  return counts;
}

function countReported(
  { kpis, units, years, values }: FigureTable,
  municipalities: readonly string[],
): Map<number, number> {
  const wanted = new Set(municipalities);
  const columns = units.flatMap((unit, index) => (wanted.has(unit) ? [index] : []));
  return new Map(
    years.map((year, y) => {
      let reported = 0;
      for (let k = 0; k < kpis.length; k++) {
        const start = (k * years.length + y) * units.length;
        let count = 0;
        for (const column of columns) if (!Number.isNaN(values[start + column]!)) count++;
        if (count * 2 >= columns.length) reported++;
      }
      return [year, reported];
    }),
  );
}

export interface ChosenComparison {
  readonly comparison: Comparison;
  /** The groups that the comparison drew on, with edition and members, for the snapshot and the source line. */
  readonly used: readonly UsedGroup[];
}

export type ComparisonAnswer =
  | ({ readonly ok: true } & ChosenComparison)
  | { readonly ok: false; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' };

const areas: readonly Area[] = [
  'preschool',
  'compulsorySchool',
  'afterSchool',
  'upperSecondarySchool',
  'elderCare',
  'lss',
  'socialAssistance',
  'premises',
  'staff',
  'economy',
];

export function chooseComparison(
  groups: GroupIndex,
  municipalities: readonly string[],
  unit: string,
  compareWith: CompareWith,
): ComparisonAnswer {
  switch (compareWith.kind) {
    case 'all':
      return { ok: true, comparison: { kind: 'all', unitsFor: () => municipalities }, used: [] };
    case 'own': {
      const units = compareWith.units.filter((code) => code !== unit);
      if (units.length === 0) return { ok: false, reason: 'emptySet' };
      return { ok: true, comparison: { kind: 'own', unitsFor: () => units }, used: [] };
    }
    case 'class': {
      const group = groups.municipalityClass(unit);
      if (!group) return { ok: false, reason: 'noClass' };
      return { ok: true, comparison: { kind: 'class', unitsFor: () => group.members }, used: [group] };
    }
    case 'similar': {
      const byArea = new Map(areas.map((area) => [area, groups.similar(unit, area)]));
      const used = [...new Map([...byArea.values()].flatMap((group) => (group ? [[group.id, group]] : []))).values()];
      if (used.length === 0) return { ok: false, reason: 'noSimilar' };
      return {
        ok: true,
        comparison: {
          kind: 'similar',
          unitsFor: (area, subArea) => byArea.get(serviceOf(area, subArea))?.members ?? [],
        },
        used,
      };
    }
  }
}

/** Premises and staff of preschool are compared with those who are similar in preschool. */
function serviceOf(area: Area, subArea: SubArea): Area {
  return areas.find((service) => service === subArea) ?? area;
}
