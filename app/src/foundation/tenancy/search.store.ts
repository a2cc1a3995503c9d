import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { likePattern } from '../http/index.ts';
import type { EntityKind } from './entity.rules.ts';

export interface OrganisationHit {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** Every word must stand in the name or the title. The larger parts of the organisation come first. */
export async function searchOrganisation(
  tx: Transaction,
  words: string,
  limit: number,
): Promise<readonly OrganisationHit[]> {
  const patterns = words.toLowerCase().split(' ').filter(Boolean).map(likePattern);
  const has = (text: string) => sql`${sql.raw(text)} like all (${patterns})`;
  const part = (kind: EntityKind, place: number, detail: string, text: string) => sql`
    (select ${sql.lit(place)} as place, ${sql.lit(kind)} as kind, id, name, ${sql.raw(detail)} as detail from ${sql.table(`tenancy.${kind}`)}
      where tenant_id = foundation.current_tenant() and active and ${has(text)}
      order by (foundation.swedish_order(name) collate "C"), id limit ${limit})`;
  const result = await sql<OrganisationHit>`select kind, id, name, detail from (
      ${part('committee', 1, "''", "lower(name || ' ' || short_name)")} union all
      ${part('department', 2, "''", "lower(name || ' ' || short_name)")} union all
      ${part('unit', 3, "''", 'lower(name)')} union all
      ${part('person', 4, 'title', 'search')}) found
    order by place, (foundation.swedish_order(name) collate "C"), id limit ${limit}`.execute(tx.tables<unknown>());
  return result.rows;
}
