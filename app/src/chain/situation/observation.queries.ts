import type { Area } from '@samband/analysis';
import type { Transaction } from '../../foundation/database/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import type { ListState } from '../../foundation/http/index.ts';
import { whileUnchanged } from '../../foundation/register/index.ts';
import { allDepartments, type DepartmentRow, peopleNames } from '../../foundation/tenancy/index.ts';
import type { Choice } from './choice.rules.ts';
import { type FigureToKeep, freeze } from './observation.rules.ts';
import {
  type ListedObservation,
  listObservations,
  type ObservationFigureRow,
  type ObservationFilter,
  type ObservationRow,
  type ObservationSort,
  observationsWith,
  readFigures,
  readObservation,
} from './observation.store.ts';
import { findingFor } from './situation.queries.ts';

export type ObservationListState = ListState<ObservationSort, ObservationFilter>;

export function observationList(
  tx: Transaction,
  state: ObservationListState,
  pageSize: number,
): Promise<{ rows: readonly ListedObservation[]; total: number }> {
  return whileUnchanged(tx, ['observations', state, pageSize], () => listObservations(tx, state, pageSize));
}

/** The whole list as it is filtered and sorted, for a file. Excel holds a million rows; a list of this kind does not come near. */
export async function allListed(tx: Transaction, state: ObservationListState): Promise<readonly ListedObservation[]> {
  const { rows } = await listObservations(tx, { ...state, page: 1 }, 100_000);
  return rows;
}

export interface ObservationPage {
  readonly row: ObservationRow;
  readonly figures: readonly ObservationFigureRow[];
  readonly departments: readonly DepartmentRow[];
  readonly changedBy: string;
}

export async function observationPage(tx: Transaction, id: string): Promise<ObservationPage | undefined> {
  const row = await readObservation(tx, id);
  if (row === undefined) return undefined;
  const names = await peopleNames(tx, row.changed_by === null ? [] : [row.changed_by]);
  return {
    row,
    figures: await readFigures(tx, [id]),
    departments: await allDepartments(tx),
    changedBy: names.get(row.changed_by ?? '') ?? '',
  };
}

/** Observations and their frozen figures, for what was built on them. */
export async function observationsBehind(
  tx: Transaction,
  asked: { readonly ids: readonly string[]; readonly kpis: readonly string[] },
): Promise<{ readonly rows: readonly ObservationRow[]; readonly figures: readonly ObservationFigureRow[] }> {
  const rows = await observationsWith(tx, asked);
  const figures = await readFigures(
    tx,
    rows.map(({ id }) => id),
  );
  return { rows, figures };
}

/** A key figure as the analysis says it today, ready to be frozen; undefined where it cannot be compared. */
export function figureToKeep(
  figures: Figures,
  choice: Choice,
  kpi: string,
  today: string,
): { readonly keep: FigureToKeep; readonly area: Area } | undefined {
  const finding = findingFor(figures, choice, kpi, today);
  if (finding === undefined) return undefined;
  const { id, version, fetchedAt, exampleData } = figures.info;
  const keep: FigureToKeep = {
    kpi,
    municipality: choice.unit,
    year: choice.year,
    comparison: choice.compareWith.kind,
    frozen: freeze(finding, { id, version, fetchedAt, exampleData }),
  };
  return { keep, area: finding.area };
}
