import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What stands after the question mark in the list's address. */
  readonly query: string;
  readonly forAll: boolean;
  readonly own: boolean;
}

/** The person's own, then those that others have saved for all. */
export async function savedViews(tx: Transaction, register: string): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`select id, name, query, for_all as "forAll",
      person_id = foundation.current_person() as own
    from register.saved_view
    where tenant_id = foundation.current_tenant() and register = ${register}
      and (for_all or person_id = foundation.current_person())
    order by person_id <> foundation.current_person(), foundation.swedish_order(name) collate "C" limit 50`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

/** A view of the same name by the same person is replaced. */
export async function keepView(
  tx: Transaction,
  view: { readonly register: string; readonly name: string; readonly query: string; readonly forAll: boolean },
): Promise<void> {
  await sql`insert into register.saved_view (tenant_id, id, register, name, query, for_all, person_id, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${view.register}, ${view.name}, ${view.query}, ${view.forAll},
      foundation.current_person(), foundation.current_person(), foundation.current_person())
    on conflict (tenant_id, register, person_id, name) do update
      set query = excluded.query, for_all = excluded.for_all, version = register.saved_view.version + 1,
        changed_at = now(), changed_by = foundation.current_person()`.execute(tx.tables<unknown>());
}

/** Only one's own; whose the view is not to be known by a wrong id. */
export async function dropView(tx: Transaction, register: string, id: string): Promise<boolean> {
  const { rows } = await sql`delete from register.saved_view where tenant_id = foundation.current_tenant()
    and register = ${register} and id = ${id} and person_id = foundation.current_person() returning id`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0;
}
