import {
  type Compared,
  compare,
  figureAt,
  figuresOf,
  type KeyFigure,
  type KeyFigureAnalysis,
  keyFigureAnalysis,
  keyFigureMap,
  keyFigureOf,
  type PotentialResult,
  potentialInKronor,
  publicationState,
  seriesOf,
} from '@samband/analysis';
import {
  type ArchiveKpi,
  type FigureRevision,
  type FigureTable,
  type MissingReason,
  missingReason,
} from '@samband/kolada';
import { type Figures, remember, type UsedGroup } from '../../foundation/figures/index.ts';
import { type Choice, chooseComparison } from './choice.rules.ts';
import { allRevisions } from './key-figure-revisions.queries.ts';
import { unitOfTitle } from './key-figure-unit.rules.ts';
import { publicationOf } from './situation.queries.ts';

/** Everything that one key figure's page, pictures and workbook show of one municipality and year. */
export interface KeyFigureReport {
  readonly kpi: ArchiveKpi;
  /** What our map says of it; undefined outside the map. */
  readonly mapped: KeyFigure | undefined;
  readonly title: string;
  readonly unit: string;
  readonly choice: Choice;
  readonly analysis: KeyFigureAnalysis;
  readonly similar: UsedGroup | undefined;
  readonly municipalityClass: UsedGroup | undefined;
  readonly comparison: ComparedWith;
  readonly potential: PotentialResult | undefined;
  /** Years where any municipality has a value, and where the own one has. Latest first. */
  readonly years: readonly number[];
  readonly ownYears: readonly number[];
  /** Why the own value is missing, for each of `years` without one. */
  readonly missing: ReadonlyMap<number, MissingReason>;
  readonly preliminaryYears: readonly number[];
  /** Series of the own municipality, aligned to `analysis.years`. */
  readonly genders: { readonly women: Float64Array; readonly men: Float64Array } | undefined;
  /** Other key figures of the map that tell of the same phenomenon. */
  readonly alsoSeenIn: readonly SeenWith[];
  readonly fetchedAt: string | undefined;
  readonly revisions: readonly FigureRevision[];
}

/** The comparison that was chosen; `used` are its groups for the source line. */
export type ComparedWith =
  | {
      readonly ok: true;
      readonly units: readonly string[];
      readonly used: readonly UsedGroup[];
      readonly result: Compared;
    }
  | { readonly ok: false; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' };

export interface SeenWith {
  readonly kpi: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | undefined;
  readonly median: number | undefined;
}

/** What one key figure holds, whatever municipality is asked about. */
export interface KeyFigureMaterial {
  readonly table: FigureTable;
  readonly women: FigureTable | undefined;
  readonly men: FigureTable | undefined;
  readonly years: readonly number[];
  /** Those where at least half as many report as in the fullest year. Latest first. */
  readonly fullYears: readonly number[];
  /** Kolada's word by unit and year, for what was reported without a number. */
  readonly reported: ReadonlyMap<string, string>;
  readonly fetchedAt: string | undefined;
  readonly revisions: readonly FigureRevision[];
}

/** Enough for what a municipality's people look at in a day, without holding the whole archive in memory. */
const keptKeyFigures = 120;
const keptReports = 200;

const materials = new WeakMap<Figures, Map<string, Promise<KeyFigureMaterial>>>();

export function keyFigureMaterial(figures: Figures, kpi: ArchiveKpi): Promise<KeyFigureMaterial> {
  const cache = materials.get(figures) ?? new Map<string, Promise<KeyFigureMaterial>>();
  materials.set(figures, cache);
  const material = cache.get(kpi.id) ?? readMaterial(figures, kpi);
  remember(cache, kpi.id, material, keptKeyFigures);
  material.catch(() => cache.delete(kpi.id));
  return material;
}

async function readMaterial(figures: Figures, { id, isDividedByGender }: ArchiveKpi): Promise<KeyFigureMaterial> {
  const { archive } = figures;
  const inMemory = figures.fetchedAt(id);
  const [series, women, men, missing, fetchedAt, revisions] = await Promise.all([
    figures.series(id, 'T'),
    isDividedByGender ? figures.series(id, 'K') : undefined,
    isDividedByGender ? figures.series(id, 'M') : undefined,
    archive.missing(id),
    inMemory ?? archive.fetchedAt([id]).then((times) => times.get(id)),
    allRevisions(figures),
  ]);
  const table = only(series, id);
  const reporting = new Map(
    table.years.map((year) => {
      const values = figuresOf(table, id, year, figures.municipalities);
      return [year, values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)];
    }),
  );
  const most = Math.max(0, ...reporting.values());
  const years = table.years.filter((year) => reporting.get(year)! > 0).toReversed();
  return {
    table,
    women,
    men,
    years,
    fullYears: years.filter((year) => reporting.get(year)! * 2 >= most),
    reported: new Map(missing.map(({ unit, year, status }) => [`${unit}/${year}`, status])),
    fetchedAt,
    revisions: revisions.byKpi.get(id) ?? [],
  };
}

/** The key figure's own block: those of the map come in a table with all the others. */
function only(table: FigureTable, kpi: string): FigureTable {
  const size = table.years.length * table.units.length;
  const at = table.kpis.indexOf(kpi);
  if (table.kpis.length === 1 || at < 0) return table;
  return { ...table, kpis: [kpi], values: table.values.subarray(at * size, (at + 1) * size) };
}

/** The year that a page without a year shows: the latest that the municipality has among those that half as many as ever report. */
export function latestYear(kpi: string, { table, fullYears }: KeyFigureMaterial, unit: string): number | undefined {
  return fullYears.find((year) => !Number.isNaN(figureAt(table, kpi, unit, year))) ?? fullYears[0];
}

const reports = new WeakMap<Figures, Map<string, Promise<KeyFigureReport>>>();

/** A report depends on the archive's version, the choice and the day, so many readers share one. */
export function keyFigureReport(
  figures: Figures,
  kpi: ArchiveKpi,
  choice: Choice,
  today: string,
): Promise<KeyFigureReport> {
  const cache = reports.get(figures) ?? new Map<string, Promise<KeyFigureReport>>();
  reports.set(figures, cache);
  const key = JSON.stringify([kpi.id, choice, today]);
  const report = cache.get(key) ?? makeReport(figures, kpi, choice, today);
  remember(cache, key, report, keptReports);
  report.catch(() => cache.delete(key));
  return report;
}

async function makeReport(figures: Figures, kpi: ArchiveKpi, choice: Choice, today: string): Promise<KeyFigureReport> {
  const material = await keyFigureMaterial(figures, kpi);
  const { table } = material;
  const { unit, year } = choice;
  const mapped = keyFigureOf(kpi.id);
  const similar = figures.groups.similar(unit, mapped?.area ?? 'economy');
  const municipalityClass = figures.groups.municipalityClass(unit);
  const publication = publicationOf(figures, kpi.id);
  const comparison = comparedWith(figures, choice, mapped);
  const others = comparison.ok ? comparison.units.filter((other) => other !== unit) : [];
  const analysis = keyFigureAnalysis({
    figures: table,
    kpi: kpi.id,
    unit,
    year,
    municipalities: figures.municipalities,
    groups: [
      ...(similar ? [{ id: 'similar', units: similar.members }] : []),
      ...(municipalityClass ? [{ id: 'class', units: municipalityClass.members }] : []),
      ...(choice.compareWith.kind === 'own' ? [{ id: 'own', units: others }] : []),
    ],
    direction: mapped?.direction ?? null,
    today,
    ...(mapped?.breaks ? { breaks: mapped.breaks } : {}),
    ...(publication ? { publication } : {}),
  });
  const used = analysis.usedYear ?? year;
  const value = figureAt(table, kpi.id, unit, used);
  const result = compare(value, figuresOf(table, kpi.id, used, others), {
    kind: choice.compareWith.kind,
    direction: mapped?.direction ?? null,
  });
  const ownAt = (each: number) => figureAt(table, kpi.id, unit, each);
  const women = material.women && seriesOf(material.women, kpi.id, unit, analysis.years);
  const men = material.men && seriesOf(material.men, kpi.id, unit, analysis.years);
  return {
    kpi,
    mapped,
    title: mapped?.title ?? kpi.title,
    unit: mapped?.unit ?? unitOfTitle(kpi.title),
    choice,
    analysis,
    similar,
    municipalityClass,
    comparison: comparison.ok ? { ...comparison, result } : comparison,
    potential:
      mapped && result.ok
        ? potentialInKronor(mapped, value, result.median, (id) => figureAt(figures.table, id, unit, used))
        : undefined,
    years: material.years,
    ownYears: material.years.filter((each) => !Number.isNaN(ownAt(each))),
    missing: new Map(
      material.years
        .filter((each) => Number.isNaN(ownAt(each)))
        .map((each) => [
          each,
          missingReason(material.reported.get(`${unit}/${each}`) ?? '', { kpi, year: each, today }),
        ]),
    ),
    preliminaryYears: analysis.years.filter((each) => publicationState(publication, each, today) === 'preliminary'),
    genders: women && men && [...women, ...men].some((each) => !Number.isNaN(each)) ? { women, men } : undefined,
    alsoSeenIn: mapped ? alsoSeenIn(figures, mapped, unit, used, others) : [],
    fetchedAt: material.fetchedAt,
    revisions: material.revisions,
  };
}

function comparedWith(figures: Figures, choice: Choice, mapped: KeyFigure | undefined) {
  const chosen = chooseComparison(figures.groups, figures.municipalities, choice.unit, choice.compareWith);
  if (!chosen.ok) return chosen;
  const units = chosen.comparison.unitsFor(mapped?.area ?? 'economy', mapped?.subArea ?? null);
  const used = chosen.used.filter(({ members }) => members.join() === units.join());
  return { ok: true as const, units, used: used.slice(0, 1) };
}

function alsoSeenIn(
  figures: Figures,
  mapped: KeyFigure,
  unit: string,
  year: number,
  others: readonly string[],
): readonly SeenWith[] {
  return keyFigureMap
    .filter(
      ({ phenomenon, kpi }) => phenomenon === mapped.phenomenon && kpi !== mapped.kpi && figures.catalogue.has(kpi),
    )
    .map(({ kpi, title, unit: measure, direction }) => {
      const value = figureAt(figures.table, kpi, unit, year);
      const compared = compare(value, figuresOf(figures.table, kpi, year, others), { kind: 'own', direction });
      return {
        kpi,
        title,
        unit: measure,
        value: Number.isNaN(value) ? undefined : value,
        median: compared.ok ? compared.median : undefined,
      };
    });
}
