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
import { editDistance, farthest, plainName } from '../../foundation/texts/index.ts';
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

const rowsOf = new WeakMap<Figures, ReadonlyMap<string, ListedKeyFigure>>();

function catalogueRows(figures: Figures): ReadonlyMap<string, ListedKeyFigure> {
  const known = rowsOf.get(figures);
  if (known) return known;
  const rows = new Map([...figures.catalogue.values()].map((kpi) => [kpi.id, listed(kpi)]));
  rowsOf.set(figures, rows);
  return rows;
}

const indexOf = new WeakMap<Figures, SearchIndex>();

/** Made at the first search in an archive version: it takes half a second for the whole catalogue. */
function catalogueIndex(figures: Figures): SearchIndex {
  const known = indexOf.get(figures);
  if (known) return known;
  const index = buildSearchIndex(
    [...figures.catalogue.values()].map((kpi) => {
      const mapped = keyFigureOf(kpi.id);
      return {
        id: kpi.id,
        titles: [kpi.title, mapped?.title ?? ''],
        about: aboutOf(kpi, mapped),
        description: kpi.description,
        standing: (mapped ? 2 + mapped.weight : 0) + (kpi.valueCount > 0 ? 1.5 : 0) - (kpi.vanished ? 1 : 0),
      };
    }),
  );
  indexOf.set(figures, index);
  return index;
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
  const rows = catalogueRows(figures);
  return searchIndex(catalogueIndex(figures), text)
    .slice(0, limit)
    .map(({ id }) => rows.get(id)!);
}

/**
 * The nearest to what does not exist: ids that begin as it does, shorter and shorter; for anything else what its words fit, and
 * where they fit nothing, the words that are spelt most like them.
 */
export function nearestKeyFigures(
  figures: Figures,
  text: string,
  limit: number,
): { readonly alike: boolean; readonly rows: readonly ListedKeyFigure[] } {
  const asked = text.trim().slice(0, 40);
  if (/^[nu]?\d+$/i.test(asked)) return { alike: asked.length > 2, rows: nearestIds(figures, asked, limit) };
  const fitting = searchKeyFigures(figures, asked, limit);
  return fitting.length > 0 ? { alike: true, rows: fitting } : spelledLike(figures, asked, limit);
}

function nearestIds(figures: Figures, asked: string, limit: number): readonly ListedKeyFigure[] {
  const id = /^\d/.test(asked) ? `N${asked}` : asked.toUpperCase();
  for (let length = Math.min(id.length, 6); length >= 1; length--) {
    const begun = [...catalogueRows(figures).values()].filter(({ kpi }) => kpi.startsWith(id.slice(0, length)));
    const number = Number(id.slice(1).padEnd(5, '0'));
    const away = ({ kpi }: ListedKeyFigure) => Math.abs(Number(kpi.slice(1)) - number);
    if (begun.length > 0) return begun.sort((a, b) => away(a) - away(b) || (a.kpi < b.kpi ? -1 : 1)).slice(0, limit);
  }
  return [];
}

/** Among the key figures of the map: their short names are what people would have written. */
function spelledLike(figures: Figures, asked: string, limit: number) {
  const wanted = plainName(asked);
  if (wanted === '') return { alike: false, rows: [] };
  const ranked = mapFirst(figures)
    .filter(({ shortTitle }) => shortTitle !== undefined)
    .map((row) => {
      const words = plainName(row.shortTitle!)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return { row, distance: Math.min(...words.map((word) => editDistance(word, wanted))) };
    })
    .sort((a, b) => a.distance - b.distance);
  return {
    alike: ranked.length > 0 && ranked[0]!.distance <= farthest(wanted),
    rows: ranked.slice(0, limit).map(({ row }) => row),
  };
}

export interface CatalogueCounts {
  readonly withValues: number;
  readonly mapped: number;
}

const counted = new WeakMap<Figures, CatalogueCounts>();

export function catalogueCounts(figures: Figures): CatalogueCounts {
  const known = counted.get(figures);
  if (known) return known;
  const rows = mapFirst(figures);
  const counts = {
    withValues: rows.filter(({ valueCount }) => valueCount > 0).length,
    mapped: rows.filter(({ shortTitle }) => shortTitle !== undefined).length,
  };
  counted.set(figures, counts);
  return counts;
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
  const found = filter.q === '' ? mapFirst(figures) : searchKeyFigures(figures, filter.q, figures.catalogue.size);
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
  const rows = [...catalogueRows(figures).values()].sort(
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
