import type { Transaction } from '../../foundation/database/index.ts';
import type { ListState } from '../../foundation/http/index.ts';
import { allDepartments, type DepartmentRow, peopleNames } from '../../foundation/tenancy/index.ts';
import {
  type ListedObservation,
  listObservations,
  type ObservationFigureRow,
  type ObservationFilter,
  type ObservationRow,
  type ObservationSort,
  readFigures,
  readObservation,
} from './observation.store.ts';

export type ObservationListState = ListState<ObservationSort, ObservationFilter>;

export function observationList(
  tx: Transaction,
  state: ObservationListState,
  pageSize: number,
): Promise<{ rows: readonly ListedObservation[]; total: number }> {
  return listObservations(tx, state, pageSize);
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
