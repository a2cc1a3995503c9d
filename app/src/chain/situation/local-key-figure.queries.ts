import { changedFields, type FieldChange, type RowImage, rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { allDepartments, peopleNames } from '../../foundation/tenancy/index.ts';
import { type LocalValue, placesOf, type UnitPlace } from './local-key-figure.rules.ts';
import {
  allLocalKeyFigures,
  allUnits,
  type ListedLocalKeyFigure,
  type LocalKeyFigureRow,
  type LocalListState,
  listLocalKeyFigures,
  readLocalKeyFigure,
  readValues,
} from './local-key-figure.store.ts';

export type {
  ListedLocalKeyFigure,
  LocalFilter,
  LocalKeyFigureRow,
  LocalListState,
  LocalSort,
} from './local-key-figure.store.ts';

export function localKeyFigureList(tx: Transaction, state: LocalListState, pageSize: number) {
  return listLocalKeyFigures(tx, state, { limit: pageSize, offset: (state.page - 1) * pageSize });
}

/** The whole list as it is filtered and sorted, for a file. */
export async function wholeLocalList(tx: Transaction, state: LocalListState): Promise<readonly ListedLocalKeyFigure[]> {
  const { rows } = await listLocalKeyFigures(tx, state, { limit: 100_000, offset: 0 });
  return rows;
}

export async function unitPlaces(tx: Transaction): Promise<readonly UnitPlace[]> {
  return placesOf(await allDepartments(tx), await allUnits(tx));
}

export interface LocalChange {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly changes: readonly FieldChange[];
}

export interface LocalKeyFigurePage {
  readonly row: LocalKeyFigureRow;
  readonly values: readonly LocalValue[];
  readonly places: readonly UnitPlace[];
  readonly history: readonly LocalChange[];
}

export async function localKeyFigurePage(tx: Transaction, id: string): Promise<LocalKeyFigurePage | undefined> {
  const row = await readLocalKeyFigure(tx, id);
  if (row === undefined) return undefined;
  return {
    row,
    values: await readValues(tx, [id]),
    places: await unitPlaces(tx),
    history: await historyOf(tx, row),
  };
}

const shownVersions = 10;

/** How the definition has changed, latest first: a figure is understood by what it meant when it was used. */
async function historyOf(tx: Transaction, { id, version }: LocalKeyFigureRow): Promise<readonly LocalChange[]> {
  const first = Math.max(1, version - shownVersions + 1);
  const images: (RowImage | undefined)[] = [];
  for (let at = first; at <= version; at++) {
    images.push(await rowAtVersion(tx, 'situation.local_key_figure', { id }, at));
  }
  const people = images.flatMap((image) => (typeof image?.changed_by === 'string' ? [image.changed_by] : []));
  const names = await peopleNames(tx, [...new Set(people)]);
  return images
    .flatMap((image, index) => {
      if (image === undefined) return [];
      const before = images[index - 1];
      return [
        {
          version: first + index,
          at: new Date(String(image.changed_at)),
          by: names.get(String(image.changed_by)) ?? '',
          changes: before === undefined ? [] : changedFields(before, image),
        },
      ];
    })
    .toReversed();
}

export async function knownValues(tx: Transaction) {
  const keyFigures = await allLocalKeyFigures(tx);
  return {
    keyFigures: keyFigures.map(({ id, code, title, active, divided_by_gender }) => ({
      id,
      code,
      title,
      active,
      dividedByGender: divided_by_gender,
    })),
    units: await unitPlaces(tx),
    values: await readValues(
      tx,
      keyFigures.map(({ id }) => id),
    ),
  };
}
