import type { Transaction } from '../database/index.ts';
import { allUnits } from './entity.store.ts';
import { managerRoles, placesOf } from './manager.store.ts';
import { partsAround } from './permissions.rules.ts';

/** Who answers as manager for each person: those of their unit, else of the nearest unit above, else of the department. Nobody is their own. */
export async function managersOf(
  tx: Transaction,
  personIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const units = new Map((await allUnits(tx)).map((unit) => [unit.id, unit]));
  const roles = await managerRoles(tx, day);
  const places = await placesOf(tx, personIds);
  return new Map(
    places.map(({ id, departmentId, unitId }) => {
      for (const part of partsAround(units, { unitId, departmentId })) {
        const here = roles.filter((role) => role.partId === partId(part) && role.personId !== id);
        if (here.length > 0) return [id, here.map(({ personId }) => personId)];
      }
      return [id, []];
    }),
  );
}

function partId(part: ReturnType<typeof partsAround>[number]): string | undefined {
  return part.kind === 'municipality' ? undefined : part.id;
}
