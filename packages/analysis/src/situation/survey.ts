import { type FigureTable, positionsOf } from '../figure-table.ts';
import type { Area, Denominator, KeyFigure, SubArea } from '../key-figure.ts';
import { kronorPerUnit } from '../key-figures/denominator.ts';
import { breaksOf, methodSince } from '../series-break.ts';
import type { Comparison, ComparisonKind } from './comparison.ts';
import { type ComparisonGroup, comparisonGroup } from './comparison-group.ts';
import { type Yardsticks, yardsticksOf } from './yardsticks.ts';

/** A key figure with its place in the table and its breaks, ready to be judged. */
export interface SurveyedKeyFigure {
  readonly keyFigure: KeyFigure;
  readonly k: number;
  readonly breaks: readonly number[];
  /** Which of the survey's places (area and sub-area) it belongs to: comparison groups go by place. */
  readonly place: number;
}

export interface Place {
  readonly area: Area;
  readonly subArea: SubArea;
}

/** A municipality with its comparison groups, ready to be judged. */
export interface Target {
  readonly unit: string;
  readonly column: number;
  readonly kind: ComparisonKind;
  groupAt(place: number): ComparisonGroup;
}

/** Everything that one round of judging shares. */
export interface Survey {
  readonly figures: FigureTable;
  readonly municipalities: readonly string[];
  readonly year: number;
  readonly yardsticks: Yardsticks;
  readonly keyFigures: readonly SurveyedKeyFigure[];
  /** Key figures that the table does not hold. */
  readonly notInTable: number;
  readonly everyone: ComparisonGroup;
  readonly places: readonly Place[];
  /** Where the key figures of a phenomenon stand in `keyFigures`; none for '', the unmapped. */
  positionsOf(phenomenon: string): readonly number[];
  /** A value by positions; `NaN` where the year is not in the table. */
  valueAt(k: number, year: number, column: number): number;
  /** The block of a key figure and year, as the yardsticks count them; −1 when the year is not in the table. */
  slotAt(k: number, year: number): number;
  kpiIndex(kpi: string): number | undefined;
  /** First year that may be joined with `year`; −Infinity without a break. */
  since(surveyed: SurveyedKeyFigure, year: number): number;
  /** Kronor that one unit of the figure is worth in a municipality and year. */
  kronorPerUnit(denominator: Denominator, year: number, column: number): number;
  inhabitants(year: number, column: number): number;
}

export const INHABITANTS = 'N01951';

export function surveyOf(
  figures: FigureTable,
  keyFigures: readonly KeyFigure[],
  municipalities: readonly string[],
  year: number,
): Survey {
  const positions = positionsOf(figures);
  const yardsticks = yardsticksOf(figures, municipalities);
  const yearCount = figures.years.length;
  const unitCount = figures.units.length;
  const surveyed: SurveyedKeyFigure[] = [];
  const places: Place[] = [];
  // Published indices have a table of their own; listed as findings too they would say everything twice.
  const asked = keyFigures.filter((keyFigure) => keyFigure.index?.role !== 'published');
  for (const keyFigure of asked) {
    const k = positions.kpi.get(keyFigure.kpi);
    if (k === undefined) continue;
    const { area, subArea = null } = keyFigure;
    let place = places.findIndex((known) => known.area === area && known.subArea === subArea);
    if (place < 0) place = places.push({ area, subArea }) - 1;
    surveyed.push({ keyFigure, k, breaks: breaksOf(keyFigure.kpi, keyFigure.breaks), place });
  }
  const byPhenomenon = Map.groupBy(surveyed.keys(), (position) => surveyed[position]!.keyFigure.phenomenon);
  byPhenomenon.delete('');
  const yearIndex = yearIndexer(figures.years);
  const slotAt = (k: number, at: number): number => {
    const y = yearIndex(at);
    return y < 0 ? -1 : k * yearCount + y;
  };
  const valueAt = (k: number, at: number, column: number): number => {
    const slot = slotAt(k, at);
    return slot < 0 || column < 0 ? Number.NaN : figures.values[slot * unitCount + column]!;
  };
  const worth = new Map<Denominator, Map<number, Float64Array>>();
  const inhabitantsAt = positions.kpi.get(INHABITANTS);
  return {
    figures,
    municipalities,
    year,
    yardsticks,
    keyFigures: surveyed,
    notInTable: asked.length - surveyed.length,
    everyone: comparisonGroup(yardsticks.columns.filter((column) => column >= 0)),
    valueAt,
    places,
    positionsOf: (phenomenon) => byPhenomenon.get(phenomenon) ?? [],
    slotAt,
    kpiIndex: (kpi) => positions.kpi.get(kpi),
    since: ({ breaks }, at) =>
      breaks.length === 0 ? Number.NEGATIVE_INFINITY : (methodSince(breaks, at) ?? Number.NEGATIVE_INFINITY),
    kronorPerUnit(denominator, at, column) {
      const perYear = worth.get(denominator) ?? new Map<number, Float64Array>();
      worth.set(denominator, perYear);
      // Infinity marks "not computed yet": a computed worth is finite or NaN.
      const perColumn = perYear.get(at) ?? new Float64Array(unitCount).fill(Number.POSITIVE_INFINITY);
      perYear.set(at, perColumn);
      const known = perColumn[column]!;
      if (known !== Number.POSITIVE_INFINITY) return known;
      const computed = kronorPerUnit(denominator, (kpi) => {
        const k = positions.kpi.get(kpi);
        return k === undefined ? Number.NaN : valueAt(k, at, column);
      });
      perColumn[column] = computed;
      return computed;
    },
    inhabitants: (at, column) => (inhabitantsAt === undefined ? Number.NaN : valueAt(inhabitantsAt, at, column)),
  };
}

/** Groups are kept by the list the caller gave, so that municipalities with the same list share its sorted blocks. */
export function groupKeeper(survey: Survey): (units: readonly string[]) => ComparisonGroup {
  const positions = positionsOf(survey.figures).unit;
  const kept = new Map<readonly string[], ComparisonGroup>();
  return (units) => {
    let group = kept.get(units);
    if (!group) {
      group = comparisonGroup(
        Int32Array.from(new Set(units), (unit) => positions.get(unit) ?? -1).filter((column) => column >= 0),
      );
      kept.set(units, group);
    }
    return group;
  };
}

export function targetOf(
  survey: Survey,
  unit: string,
  comparison: Comparison,
  keep: (units: readonly string[]) => ComparisonGroup,
): Target {
  const groups = new Array<ComparisonGroup | undefined>(survey.places.length);
  return {
    unit,
    column: positionsOf(survey.figures).unit.get(unit) ?? -1,
    kind: comparison.kind,
    groupAt(place) {
      if (comparison.kind === 'all') return survey.everyone;
      const known = groups[place];
      if (known) return known;
      const { area, subArea } = survey.places[place]!;
      const group = keep(comparison.unitsFor(area, subArea));
      groups[place] = group;
      return group;
    },
  };
}

/** Years by their distance to the first: a lookup in the innermost loop. */
function yearIndexer(years: readonly number[]): (year: number) => number {
  const first = years[0] ?? 0;
  const indices = new Int32Array((years.at(-1) ?? first) - first + 1).fill(-1);
  years.forEach((year, i) => {
    indices[year - first] = i;
  });
  return (year) => indices[year - first] ?? -1;
}
