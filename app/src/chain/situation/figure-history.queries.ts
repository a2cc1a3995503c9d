import { breaksOf, figureAt, keyFigureOf, publicationState, seriesOf } from '@samband/analysis';
import type { Transaction } from '../../foundation/database/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { chooseComparison } from './choice.rules.ts';
import { keyFigureMaterial } from './key-figure.queries.ts';
import { unitOfTitle } from './key-figure-unit.rules.ts';
import { allLocalKeyFigures, readValues } from './local-key-figure.store.ts';
import { publicationOf } from './situation.queries.ts';

/** Whom a later follow-up compares with. */
export type HistoryComparison = 'similar' | 'class' | 'all';

/** One key figure over the years, of the municipality and of those it is compared with: what an effect is followed up on. */
export interface FigureHistory {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: 'low' | 'high' | null;
  /** Ascending; values aligned to them, NaN where missing. */
  readonly years: readonly number[];
  readonly own: Float64Array;
  readonly others: readonly { readonly unit: string; readonly values: Float64Array }[];
  /** First years of a new method. */
  readonly breaks: readonly number[];
  readonly preliminaryYears: readonly number[];
  readonly source:
    | {
        readonly kind: 'kolada';
        readonly archive: {
          readonly id: string;
          readonly version: number;
          readonly fetchedAt: string;
          readonly exampleData: boolean;
        };
      }
    | { readonly kind: 'local'; readonly source: string };
}

/** The history of one of Kolada's key figures; undefined when the archive does not have it. `members` keeps to a group as it was once frozen. */
export async function figureHistory(
  figures: Figures,
  asked: {
    readonly code: string;
    readonly unit: string;
    readonly comparison: HistoryComparison;
    readonly members?: readonly string[] | undefined;
    readonly today: string;
  },
): Promise<FigureHistory | undefined> {
  const kpi = figures.catalogue.get(asked.code);
  if (kpi === undefined) return undefined;
  const { table } = await keyFigureMaterial(figures, kpi);
  const mapped = keyFigureOf(kpi.id);
  const chosen = chooseComparison(figures.groups, figures.municipalities, asked.unit, { kind: asked.comparison });
  const members =
    asked.members ?? (chosen.ok ? chosen.comparison.unitsFor(mapped?.area ?? 'economy', mapped?.subArea ?? null) : []);
  const years = table.years.filter((year) =>
    [asked.unit, ...members].some((unit) => !Number.isNaN(figureAt(table, kpi.id, unit, year))),
  );
  const publication = publicationOf(figures, kpi.id);
  const { id, version, fetchedAt, exampleData } = figures.info;
  return {
    code: kpi.id,
    title: mapped?.title ?? kpi.title,
    unit: mapped?.unit ?? unitOfTitle(kpi.title),
    direction: mapped?.direction ?? null,
    years,
    own: seriesOf(table, kpi.id, asked.unit, years),
    others: members
      .filter((unit) => unit !== asked.unit)
      .map((unit) => ({ unit, values: seriesOf(table, kpi.id, unit, years) })),
    breaks: breaksOf(kpi.id, mapped?.breaks),
    preliminaryYears: years.filter((year) => publicationState(publication, year, asked.today) === 'preliminary'),
    source: { kind: 'kolada', archive: { id, version, fetchedAt, exampleData } },
  };
}

/** The history of one of the municipality's own key figures: nobody to compare with. */
export async function localFigureHistory(tx: Transaction, code: string): Promise<FigureHistory | undefined> {
  const row = (await allLocalKeyFigures(tx)).find((each) => each.code === code);
  if (row === undefined) return undefined;
  const values = (await readValues(tx, [row.id])).filter(({ unitId, gender }) => unitId === null && gender === 'T');
  return {
    code,
    title: row.title,
    unit: row.unit,
    direction: row.direction,
    years: values.map(({ year }) => year),
    own: Float64Array.from(values, ({ value }) => value ?? Number.NaN),
    others: [],
    breaks: [],
    preliminaryYears: [],
    source: { kind: 'local', source: row.source },
  };
}
