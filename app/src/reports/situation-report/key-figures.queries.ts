import { type AnalysedKeyFigure, type Area, compare, figureAt, figuresOf, keyFigureMap } from '@samband/analysis';
import type { SituationMaterial } from './situation-report.queries.ts';

/** One key figure of the municipality in the year of the report, or the year before where that is the latest. */
export interface KeyFigureRow {
  readonly area: Area;
  readonly kpi: string;
  readonly title: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  /** Undefined where too few in the comparison have a value. */
  readonly median: number | undefined;
  readonly rank: number | undefined;
  readonly of: number;
}

/** Areas without indices of their own get fewer rows, so that the table keeps to a page. */
const supporting: ReadonlySet<Area> = new Set(['afterSchool', 'premises', 'staff']);

/** Those that decide the judgement of an area, then those that belong in it; the accounts of the whole municipality are left to the annual report. */
export function keyFigureRows({ figures, situation }: SituationMaterial): readonly KeyFigureRow[] {
  const telling = keyFigureMap.filter(
    ({ weight, index, area, perspective }) =>
      weight > 1 &&
      index === undefined &&
      area !== 'economy' &&
      (perspective === 'resource' || perspective === 'quality'),
  );
  return [...Map.groupBy(telling, ({ area }) => area).values()].flatMap((some) =>
    some
      .toSorted((a, b) => b.weight - a.weight)
      // Near-identical figures share a phenomenon: the reader sees one of them.
      .filter((one, index, all) => all.findIndex(({ phenomenon }) => phenomenon === one.phenomenon) === index)
      .flatMap((keyFigure) => rowOf(keyFigure, figures, situation) ?? [])
      .slice(0, supporting.has(some[0]!.area) ? 1 : 3),
  );
}

function rowOf(
  { kpi, title, unit, area, subArea, direction }: AnalysedKeyFigure & { readonly title: string; readonly unit: string },
  figures: SituationMaterial['figures'],
  { choice, comparison }: SituationMaterial['situation'],
): KeyFigureRow | undefined {
  const at = (year: number) => figureAt(figures.table, kpi, choice.unit, year);
  const year = [choice.year, choice.year - 1].find((one) => !Number.isNaN(at(one)));
  if (year === undefined) return undefined;
  const value = at(year);
  const others = (units: readonly string[]) =>
    figuresOf(
      figures.table,
      kpi,
      year,
      units.filter((one) => one !== choice.unit),
    );
  const { kind, unitsFor } = comparison.comparison;
  const group = compare(value, others(unitsFor(area, subArea ?? null)), { kind, direction });
  const all = compare(value, others(figures.municipalities), { kind: 'all', direction });
  return {
    area,
    kpi,
    title,
    unit,
    year,
    value,
    median: group.ok ? group.median : undefined,
    rank: all.ok && direction !== null ? all.rank : undefined,
    of: all.ok ? all.n + 1 : 0,
  };
}
