import {
  type FigureTable,
  figuresOf,
  type KeyFigure,
  type SimilarityCriterion,
  similarMunicipalities,
} from '@samband/analysis';

/** A figure that municipalities may be likened by: one of the map's, or a share of the inhabitants worked out from two of them. */
export interface Likeness {
  /** A key figure's id, or `N01957/N01951` for a share. */
  readonly id: string;
  readonly keyFigure: KeyFigure;
  readonly share: boolean;
}

const inhabitants = 'N01951';
const byAge = 'population-by-age';

/** What the archive has of the map's figures of volume and structure; ages both as numbers and as shares of the inhabitants. */
export function likenesses(map: readonly KeyFigure[], table: FigureTable): readonly Likeness[] {
  const there = new Set(table.kpis);
  return map
    .filter(({ kpi, perspective }) => (perspective === 'structure' || perspective === 'volume') && there.has(kpi))
    .flatMap((keyFigure) => {
      const plain = { id: keyFigure.kpi, keyFigure, share: false };
      return keyFigure.phenomenon === byAge && there.has(inhabitants)
        ? [{ id: `${keyFigure.kpi}/${inhabitants}`, keyFigure, share: true }, plain]
        : [plain];
    });
}

/** How large, how old, how it grows, and what it lives on. What the archive lacks is left out. */
const defaults: Readonly<Record<string, number>> = {
  N01951: 3,
  'N01926/N01951': 1,
  'N01953/N01951': 1,
  'N01955/N01951': 1,
  'N01956/N01951': 1,
  'N01957/N01951': 2,
  N01958: 1,
  N00903: 1,
  N00997: 1,
  N31807: 1,
};

export const largestWeight = 5;
export const fewest = 7;
export const most = 20;

export interface SimilarityChoice {
  /** Weight by likeness; those without are not weighed. */
  readonly weights: ReadonlyMap<string, number>;
  readonly count: number;
}

/** `?N01951=3&N01958=1&antal=10`. Weights outside 0–5 and unknown figures are passed over; nothing chosen is the starting set. */
export function readSimilarity(query: URLSearchParams, available: readonly Likeness[]): SimilarityChoice {
  const chosen = available.flatMap(({ id }) => {
    const weight = query.has(id) ? Number(query.get(id)) : 0;
    return Number.isInteger(weight) && weight > 0 && weight <= largestWeight ? [[id, weight] as const] : [];
  });
  const asked = available.some(({ id }) => query.has(id));
  const starting = available.flatMap(({ id }) => (defaults[id] === undefined ? [] : [[id, defaults[id]] as const]));
  const count = Number(query.get('antal') ?? 10);
  return {
    weights: new Map(asked ? chosen : starting),
    count: Number.isInteger(count) && count >= fewest && count <= most ? count : 10,
  };
}

/** The shortest address of the same search. */
export function similarityHref(
  page: string,
  { unit, year }: { readonly unit: string; readonly year: number },
  { weights, count }: SimilarityChoice,
): string {
  const query = new URLSearchParams({ kommun: unit, ar: String(year), antal: String(count) });
  for (const [id, weight] of weights) query.set(id, String(weight));
  return `${page}?${query}`.replaceAll('%2F', '/');
}

export interface Compared {
  readonly likeness: Likeness;
  readonly weight: number;
  readonly own: number;
  readonly other: number;
  /** Share of the squared distance, 0–1; NaN where it could not be compared. */
  readonly part: number;
}

export interface LikeMunicipality {
  readonly unit: string;
  readonly distance: number;
  readonly coverage: number;
  /** All that was weighed, what differs most first. */
  readonly compared: readonly Compared[];
}

export interface SimilarityAnswer {
  readonly similar: readonly LikeMunicipality[];
  readonly used: readonly Likeness[];
  /** Chosen, but the municipality lacks the value that year, or all are alike. */
  readonly unused: readonly Likeness[];
}

export function findSimilar(
  table: FigureTable,
  available: readonly Likeness[],
  municipalities: readonly string[],
  { unit, year }: { readonly unit: string; readonly year: number },
  { weights, count }: SimilarityChoice,
): SimilarityAnswer {
  const chosen = available.filter(({ id }) => weights.has(id));
  const columns = chosen.map((likeness) => columnOf(table, likeness, municipalities, year));
  const standing: FigureTable = {
    kpis: chosen.map(({ id }) => id),
    units: municipalities,
    years: [year],
    values: Float64Array.from(columns.flatMap((column) => [...column])),
  };
  const criteria: SimilarityCriterion[] = chosen.map(({ id }) => ({ kpi: id, weight: weights.get(id) ?? 1 }));
  const { similar, unused } = similarMunicipalities(standing, criteria, unit, year, municipalities, count);
  const place = new Map(municipalities.map((code, index) => [code, index]));
  const valueFor = (c: number, code: string) => columns[c]?.[place.get(code) ?? -1] ?? Number.NaN;
  return {
    similar: similar.map((one) => ({
      unit: one.unit,
      distance: one.distance,
      coverage: one.coverage,
      compared: chosen
        .map((likeness, c) => ({
          likeness,
          weight: criteria[c]?.weight ?? 1,
          own: valueFor(c, unit),
          other: valueFor(c, one.unit),
          part: one.contributions[c] ?? Number.NaN,
        }))
        .sort((a, b) => (Number.isNaN(b.part) ? -1 : b.part) - (Number.isNaN(a.part) ? -1 : a.part)),
    })),
    used: chosen.filter(({ id }) => !unused.includes(id)),
    unused: chosen.filter(({ id }) => unused.includes(id)),
  };
}

function columnOf(table: FigureTable, { keyFigure, share }: Likeness, units: readonly string[], year: number) {
  const values = figuresOf(table, keyFigure.kpi, year, units);
  if (!share) return values;
  const whole = figuresOf(table, inhabitants, year, units);
  return values.map((value, index) => (whole[index]! > 0 ? (100 * value) / whole[index]! : Number.NaN));
}
