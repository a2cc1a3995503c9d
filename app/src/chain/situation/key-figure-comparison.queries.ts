import { figureAt, keyFigureOf, seriesOf } from '@samband/analysis';
import type { ArchiveKpi } from '@samband/kolada';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Nearest } from '../../foundation/texts/index.ts';
import { keyFigureMaterial } from './key-figure.queries.ts';
import { type ComparedUnits, readComparedUnits } from './key-figure-comparison.rules.ts';
import { type ListedKeyFigure, nearestKeyFigures, searchKeyFigures } from './key-figure-search.queries.ts';
import { unitOfTitle } from './key-figure-unit.rules.ts';

export interface ComparisonQuestion {
  /** Id or words. */
  readonly keyFigure: string;
  readonly municipalities: string;
  readonly added: string;
  /** The municipality that is drawn in its own colour when it takes part. */
  readonly own: string;
}

export interface UnitComparison {
  readonly asked: ComparisonQuestion;
  readonly units: ComparedUnits;
  /** When words fitted several, the others. */
  readonly others: readonly ListedKeyFigure[];
  readonly keyFigure: ComparedKeyFigure | undefined;
  /** When no key figure was found for what was asked. */
  readonly nearest: Nearest | undefined;
}

export interface ComparedKeyFigure {
  readonly kpi: ArchiveKpi;
  readonly title: string;
  readonly unit: string;
  /** From the first to the last year where any of them has a value. */
  readonly years: readonly number[];
  readonly series: readonly { readonly unit: string; readonly values: readonly number[] }[];
  readonly riket: readonly number[];
  readonly fetchedAt: string | undefined;
}

export async function compareUnits(figures: Figures, asked: ComparisonQuestion): Promise<UnitComparison> {
  const units = readComparedUnits(asked.municipalities, asked.added, figures.units);
  const hits = asked.keyFigure === '' ? [] : searchKeyFigures(figures, asked.keyFigure, 8);
  const exact = figures.catalogue.get(asked.keyFigure.trim().toUpperCase());
  const kpi = exact ?? figures.catalogue.get(hits[0]?.kpi ?? '');
  return {
    asked,
    units,
    others: exact ? [] : hits.slice(1),
    keyFigure: kpi && (await seriesOfUnits(figures, kpi, units.units)),
    nearest: kpi || asked.keyFigure === '' ? undefined : nearestNamed(figures, asked.keyFigure),
  };
}

function nearestNamed(figures: Figures, asked: string): Nearest {
  const { alike, rows } = nearestKeyFigures(figures, asked, 3);
  return { alike, names: rows.map(({ kpi, shortTitle, title }) => `${shortTitle ?? title} (${kpi})`) };
}

async function seriesOfUnits(figures: Figures, kpi: ArchiveKpi, units: readonly string[]): Promise<ComparedKeyFigure> {
  const { table, fetchedAt } = await keyFigureMaterial(figures, kpi);
  const some = (year: number) => units.some((unit) => !Number.isNaN(figureAt(table, kpi.id, unit, year)));
  const from = table.years.find(some);
  const to = table.years.findLast(some);
  const years = table.years.filter((year) => from !== undefined && to !== undefined && year >= from && year <= to);
  const mapped = keyFigureOf(kpi.id);
  return {
    kpi,
    title: mapped?.title ?? kpi.title,
    unit: mapped?.unit ?? unitOfTitle(kpi.title),
    years,
    series: units.map((unit) => ({ unit, values: Array.from(seriesOf(table, kpi.id, unit, years)) })),
    riket: Array.from(seriesOf(table, kpi.id, '0000', years)),
    fetchedAt,
  };
}
