import { type RawBuilder, sql } from 'kysely';
import type { Permission } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { likePattern } from '../http/index.ts';
import type { Language } from '../texts/index.ts';

/** Something that a field can point at: people, units, key figures, rows of a register. */
export interface Reference {
  readonly name: string;
  /** What is shown and typed for each id or code; those that are not there are left out. */
  labels(tx: Transaction, ids: readonly string[], language: Language): Promise<ReadonlyMap<string, string>>;
  /** The ids or codes that each text may mean: a label, a name alone, an id. Case does not matter. */
  find(tx: Transaction, texts: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** At most `limit` that fit what somebody has begun to write. */
  suggest(tx: Transaction, words: string, limit: number, language: Language): Promise<readonly { label: string }[]>;
  /** All that can be chosen, when they are few enough for a list; undefined when one must write. */
  options(tx: Transaction, language: Language): Promise<readonly { value: string; label: string }[] | undefined>;
  /** Where one reads about it. */
  href(id: string): string | undefined;
  /** The table whose names a list can be sorted by. */
  readonly sortNames?: { readonly table: string; readonly column: string };
  /** What it is called where any row can be linked to it, and who may then see it; left out when none can. Rows of registers always can. */
  readonly linked?: { readonly title: (language: Language) => string; readonly read: Permission };
}

/** More than this are not read in a list; one writes the name, and gets suggestions. */
export const mostOptions = 200;

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** A reference to rows of a table that have a name, and perhaps something that tells two of the same name apart. */
export function tableReference(about: {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  /** SQL over the row `r`: '' when the name says enough. */
  readonly detail?: string;
  readonly href: (id: string) => string | undefined;
  readonly linked?: Reference['linked'];
}): Reference {
  const table = sql.table(about.table);
  const name = sql.ref(`r.${about.column}`);
  const detail = sql.raw(about.detail ?? "''");
  const rows = async (tx: Transaction, where: RawBuilder<unknown>, limit: number): Promise<readonly NamedRow[]> =>
    (
      await sql<NamedRow>`select r.id, ${name} as name, ${detail} as detail from ${table} r
        where r.tenant_id = foundation.current_tenant() and ${where}
        order by foundation.swedish_order(${name}) collate "C", r.id limit ${limit}`.execute(tx.tables<unknown>())
    ).rows;
  return {
    name: about.name,
    sortNames: { table: about.table, column: about.column },
    href: about.href,
    ...(about.linked && { linked: about.linked }),
    async labels(tx, ids) {
      if (ids.length === 0) return new Map();
      const found = await rows(tx, sql`r.id = any(${ids}::uuid[])`, ids.length);
      return new Map(found.map((row) => [row.id, labelOf(row)]));
    },
    async find(tx, texts) {
      const asked = [...new Set(texts.map((text) => text.toLowerCase()))];
      if (asked.length === 0) return new Map();
      const found = await rows(
        tx,
        sql`(lower(${name}) = any(${asked}) or r.id::text = any(${asked})
          or lower(${name} || ', ' || ${detail}) = any(${asked}))`,
        10 * asked.length + 100,
      );
      const meant = new Map<string, string[]>();
      const mean = (text: string, id: string) => meant.set(text, [...(meant.get(text) ?? []), id]);
      for (const row of found) {
        for (const text of new Set([row.id, labelOf(row).toLowerCase(), row.name.toLowerCase()])) mean(text, row.id);
      }
      // A label says exactly who, also when another has the name alone.
      for (const row of found) {
        const label = labelOf(row).toLowerCase();
        const exact = found.filter((one) => labelOf(one).toLowerCase() === label);
        if (row.detail !== '' && exact.length === 1) meant.set(label, [row.id]);
      }
      return new Map(texts.map((text) => [text, [...new Set(meant.get(text.toLowerCase()) ?? [])]]));
    },
    async suggest(tx, words, limit) {
      const found = await rows(tx, sql`r.active and lower(${name}) like ${likePattern(words.toLowerCase())}`, limit);
      return found.map((row) => ({ label: labelOf(row) }));
    },
    async options(tx) {
      const found = await rows(tx, sql`r.active`, mostOptions + 1);
      return found.length > mostOptions ? undefined : found.map((row) => ({ value: row.id, label: labelOf(row) }));
    },
  };
}

function labelOf({ name, detail }: NamedRow): string {
  return detail === '' ? name : `${name}, ${detail}`;
}
