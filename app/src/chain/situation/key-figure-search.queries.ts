import {
  type Area,
  areaNames,
  type FigurePerspective,
  type KeyFigure,
  keyFigureOf,
  phenomena,
} from '@samband/analysis';
import type { ArchiveKpi } from '@samband/kolada';
import type { Figures } from '../../foundation/figures/index.ts';
import { buildSearchIndex, type SearchIndex, searchIndex } from './key-figure-search.rules.ts';
import { unitOfTitle } from './key-figure-unit.rules.ts';

/** A key figure as a list shows it. */
export interface ListedKeyFigure {
  readonly kpi: string;
  /** The catalogue's title. */
  readonly title: string;
  /** Our own short name, for those of the map. */
  readonly shortTitle: string | undefined;
  readonly unit: string;
  readonly operatingArea: string;
  readonly area: Area | undefined;
  readonly perspective: FigurePerspective | undefined;
  readonly dividedByGender: boolean;
  readonly vanished: boolean;
  readonly valueCount: number;
  readonly firstYear: number | undefined;
  readonly lastYear: number | undefined;
}

interface SearchableCatalogue {
  readonly rows: ReadonlyMap<string, ListedKeyFigure>;
  readonly index: SearchIndex;
}

const catalogues = new WeakMap<Figures, SearchableCatalogue>();

/** The catalogue of one archive version, indexed at the first question. */
function catalogueOf(figures: Figures): SearchableCatalogue {
  const known = catalogues.get(figures);
  if (known) return known;
  const kpis = [...figures.catalogue.values()];
  const made = {
    rows: new Map(kpis.map((kpi) => [kpi.id, listed(kpi)])),
    index: buildSearchIndex(
      kpis.map((kpi) => {
        const mapped = keyFigureOf(kpi.id);
        return {
          id: kpi.id,
          titles: [kpi.title, mapped?.title ?? ''],
          about: aboutOf(kpi, mapped),
          description: kpi.description,
          standing: (mapped ? 2 + mapped.weight : 0) + (kpi.valueCount > 0 ? 1.5 : 0) - (kpi.vanished ? 1 : 0),
        };
      }),
    ),
  };
  catalogues.set(figures, made);
  return made;
}

function aboutOf(kpi: ArchiveKpi, mapped: KeyFigure | undefined): readonly string[] {
  if (!mapped) return [kpi.operatingArea];
  const name = phenomena[mapped.phenomenon];
  return [kpi.operatingArea, areaNames[mapped.area].sv, areaNames[mapped.area].en, name?.sv ?? '', name?.en ?? ''];
}

function listed(kpi: ArchiveKpi): ListedKeyFigure {
  const mapped = keyFigureOf(kpi.id);
  return {
    kpi: kpi.id,
    title: kpi.title,
    shortTitle: mapped?.title,
    unit: mapped?.unit ?? unitOfTitle(kpi.title),
    operatingArea: kpi.operatingArea,
    area: mapped?.area,
    perspective: mapped?.perspective ?? perspectives[kpi.perspective ?? ''],
    dividedByGender: kpi.isDividedByGender,
    vanished: kpi.vanished,
    valueCount: kpi.valueCount,
    firstYear: kpi.firstYear,
    lastYear: kpi.lastYear,
  };
}

/** Kolada's own perspectives, for key figures that are not in the map. */
const perspectives: Readonly<Record<string, FigurePerspective | undefined>> = {
  Resurser: 'resource',
  Volymer: 'volume',
  'Kvalitet och resultat': 'quality',
  Övrigt: 'structure',
};

/** Best hits over the whole catalogue, by id or words in any order. */
export function searchKeyFigures(figures: Figures, text: string, limit: number): readonly ListedKeyFigure[] {
  const { rows, index } = catalogueOf(figures);
  return searchIndex(index, text)
    .slice(0, limit)
    .map(({ id }) => rows.get(id)!);
}

/** The nearest to an id that does not exist: those that begin as it does, shorter and shorter. */
export function nearestKeyFigures(figures: Figures, text: string, limit: number): readonly ListedKeyFigure[] {
  const asked = text.slice(0, 40);
  for (let length = asked.length; length >= 2; length--) {
    const hits = searchKeyFigures(figures, asked.slice(0, length), limit);
    if (hits.length > 0) return hits;
  }
  return [];
}

export function catalogueCounts(figures: Figures): { readonly withValues: number; readonly mapped: number } {
  const rows = mapFirst(figures);
  return {
    withValues: rows.filter(({ valueCount }) => valueCount > 0).length,
    mapped: rows.filter(({ shortTitle }) => shortTitle !== undefined).length,
  };
}

export interface KeyFigureFilter {
  readonly q: string;
  readonly area: Area | undefined;
  readonly perspective: FigurePerspective | undefined;
  readonly onlyWithValues: boolean;
  readonly onlyDividedByGender: boolean;
}

export type KeyFigureSort = 'best' | 'title' | 'kpi' | 'values' | 'year';

/** Everything that fits, in order. "Best" without words: those of the map first, then by title. */
export function listKeyFigures(
  figures: Figures,
  filter: KeyFigureFilter,
  sort: KeyFigureSort,
  descending: boolean,
): readonly ListedKeyFigure[] {
  const { rows } = catalogueOf(figures);
  const found = filter.q === '' ? mapFirst(figures) : searchKeyFigures(figures, filter.q, rows.size);
  const fitting = found.filter(
    (row) =>
      (filter.area === undefined || row.area === filter.area || keyFigureOf(row.kpi)?.alsoIn?.includes(filter.area)) &&
      (filter.perspective === undefined || row.perspective === filter.perspective) &&
      (!filter.onlyWithValues || row.valueCount > 0) &&
      (!filter.onlyDividedByGender || row.dividedByGender),
  );
  if (sort === 'best') return descending ? fitting.toReversed() : fitting;
  const compared = compareBy[sort];
  return fitting.sort((a, b) => (descending ? compared(b, a) : compared(a, b)) || (a.kpi < b.kpi ? -1 : 1));
}

const ordered = new WeakMap<Figures, readonly ListedKeyFigure[]>();

function mapFirst(figures: Figures): readonly ListedKeyFigure[] {
  const known = ordered.get(figures);
  if (known) return known;
  const standing = (row: ListedKeyFigure) =>
    (keyFigureOf(row.kpi)?.weight ?? 0) * 2 + (row.valueCount > 0 ? 1 : 0) - (row.vanished ? 1 : 0);
  const rows = [...catalogueOf(figures).rows.values()].sort(
    (a, b) => standing(b) - standing(a) || compareBy.title(a, b) || (a.kpi < b.kpi ? -1 : 1),
  );
  ordered.set(figures, rows);
  return rows;
}

const swedish = new Intl.Collator('sv');
const compareBy: Readonly<Record<Exclude<KeyFigureSort, 'best'>, (a: ListedKeyFigure, b: ListedKeyFigure) => number>> =
  {
    title: (a, b) => swedish.compare(a.title, b.title),
    kpi: (a, b) => (a.kpi < b.kpi ? -1 : a.kpi > b.kpi ? 1 : 0),
    values: (a, b) => a.valueCount - b.valueCount,
    year: (a, b) => (a.lastYear ?? 0) - (b.lastYear ?? 0),
  };
