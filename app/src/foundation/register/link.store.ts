import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';

/** One end: a row by its register and id, or whatever else a reference tells of, by its name and id or code. */
export interface End {
  readonly kind: string;
  readonly id: string;
}

export interface Link {
  readonly id: string;
  /** The end that is not the row it was asked from. */
  readonly other: End;
  readonly note: string;
  readonly active: boolean;
}

const own = sql`tenant_id = foundation.current_tenant()`;
const fromEnd = ({ kind, id }: End) => sql`(from_register = ${kind} and from_id::text = ${id})`;
const toEnd = ({ kind, id }: End) => sql`(to_register = ${kind} and to_id = ${id})`;

interface LinkRow {
  readonly id: string;
  readonly fromRegister: string;
  readonly fromId: string;
  readonly toRegister: string;
  readonly toId: string;
  readonly note: string;
  readonly active: boolean;
}

const columns = sql`id, from_register as "fromRegister", from_id as "fromId", to_register as "toRegister", to_id as "toId", note, active`;

/** From both directions, the removed ones too, in the order they were made. */
export async function linksOf(tx: Transaction, end: End): Promise<readonly Link[]> {
  const { rows } = await sql<LinkRow>`select ${columns} from register.link
    where ${own} and from_register = ${end.kind} and from_id = ${end.id}
    union all select ${columns} from register.link where ${own} and ${toEnd(end)}
    order by id`.execute(tx.tables<unknown>());
  return rows.map(({ id, fromRegister, fromId, toRegister, toId, note, active }) => {
    const outwards = fromRegister === end.kind && fromId === end.id;
    return { id, note, active, other: outwards ? { kind: toRegister, id: toId } : { kind: fromRegister, id: fromId } };
  });
}

/** False when the two are linked already, in whichever direction. */
export async function insertLink(tx: Transaction, from: End, to: End, note: string): Promise<boolean> {
  if (await areLinked(tx, from, to)) return false;
  const { rows } = await sql`insert into register.link
      (tenant_id, id, from_register, from_id, to_register, to_id, note, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${from.kind}, ${from.id}, ${to.kind}, ${to.id}, ${note},
      foundation.current_person(), foundation.current_person())
    on conflict (tenant_id, from_register, from_id, to_register, to_id) where active do nothing returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0;
}

export async function areLinked(tx: Transaction, a: End, b: End): Promise<boolean> {
  const { rows } = await sql`select 1 from register.link where ${own} and active
    and ((${fromEnd(a)} and ${toEnd(b)}) or (${fromEnd(b)} and ${toEnd(a)})) limit 1`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export async function setLinkActive(tx: Transaction, id: string, active: boolean): Promise<void> {
  await sql`update register.link set active = ${active}, version = version + 1, changed_at = now(),
      changed_by = foundation.current_person()
    where ${own} and id = ${id} and active <> ${active}`.execute(tx.tables<unknown>());
}
