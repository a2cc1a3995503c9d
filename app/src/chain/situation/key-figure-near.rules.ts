/** A municipality that is worth looking at beside the chosen one, and why. */
export interface NearRow {
  readonly unit: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly rank: number | undefined;
  /** Value minus the chosen municipality's. */
  readonly difference: number | undefined;
  readonly why: readonly NearReason[];
}

export type NearReason = 'own' | 'similar' | 'compared' | 'neighbour' | 'riket';

export const nearSorts = ['rank', 'name', 'difference'] as const;
export type NearSort = (typeof nearSorts)[number];

export interface NearQuestion {
  readonly own: string;
  readonly similar: readonly string[];
  readonly compared: readonly string[];
  readonly neighbours: readonly string[];
  readonly riket: number | undefined;
  readonly distribution: readonly { readonly unit: string; readonly value: number; readonly rank: number }[];
  readonly nameOf: (unit: string) => string;
}

/** Riket's code among the units. */
const riketCode = '0000';

export function nearRows(question: NearQuestion): readonly NearRow[] {
  const { own, similar, compared, neighbours, distribution, nameOf } = question;
  const found = new Map(distribution.map((row) => [row.unit, row]));
  const ownValue = found.get(own)?.value;
  const units = new Set([own, ...similar, ...compared, ...neighbours]);
  const rows = [...units].map((unit): NearRow => {
    const row = found.get(unit);
    return {
      unit,
      name: nameOf(unit),
      value: row?.value,
      rank: row?.rank,
      difference: row === undefined || ownValue === undefined || unit === own ? undefined : row.value - ownValue,
      why:
        unit === own
          ? ['own']
          : [
              ...(similar.includes(unit) ? (['similar'] as const) : []),
              ...(compared.includes(unit) && !similar.includes(unit) ? (['compared'] as const) : []),
              ...(neighbours.includes(unit) ? (['neighbour'] as const) : []),
            ],
    };
  });
  if (question.riket === undefined) return rows;
  const difference = ownValue === undefined ? undefined : question.riket - ownValue;
  return [
    ...rows,
    { unit: riketCode, name: nameOf(riketCode), value: question.riket, rank: undefined, difference, why: ['riket'] },
  ];
}

const swedish = new Intl.Collator('sv');

/** In order; those without a value, and Riket by rank, come last whichever way. */
export function sortNear(rows: readonly NearRow[], sort: NearSort, descending: boolean): readonly NearRow[] {
  if (sort === 'name') {
    return rows.toSorted((a, b) => (descending ? -1 : 1) * swedish.compare(a.name, b.name));
  }
  return rows.toSorted((a, b) => {
    const [x, y] = [a[sort], b[sort]];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return (descending ? y - x : x - y) || swedish.compare(a.name, b.name);
  });
}
