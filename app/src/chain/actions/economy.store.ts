import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Economy, EconomyLine, EconomyList, LineKind } from './economy.rules.ts';

interface EconomyRow extends RowHistory {
  readonly proposal_id: string;
  readonly start_year: number;
  readonly years: number;
  readonly price_level_year: number;
  readonly discount_rate: number | null;
  readonly note: string;
}

interface LineRow {
  readonly id: string;
  readonly proposal_id: string;
  readonly list: EconomyList;
  readonly kind: LineKind | null;
  readonly title: string;
  /** The database's driver gives whole numbers in an array as text. */
  readonly amounts: readonly (string | number)[];
}

const own = sql`tenant_id = foundation.current_tenant()`;

export async function readEconomies(
  tx: Transaction,
  proposals: readonly string[],
): Promise<ReadonlyMap<string, Economy>> {
  if (proposals.length === 0) return new Map();
  const { rows } = await sql<EconomyRow>`select * from actions.economy
    where ${own} and proposal_id = any(${proposals})`.execute(tx.tables<unknown>());
  const lines = await sql<LineRow>`select id, proposal_id, list, kind, title, amounts from actions.economy_line
    where ${own} and proposal_id = any(${proposals}) order by place, id`.execute(tx.tables<unknown>());
  const byProposal = Map.groupBy(lines.rows, ({ proposal_id }) => proposal_id);
  return new Map(rows.map((row) => [row.proposal_id, economyOf(row, byProposal.get(row.proposal_id) ?? [])]));
}

function economyOf(row: EconomyRow, lines: readonly LineRow[]): Economy {
  return {
    version: row.version,
    startYear: row.start_year,
    years: row.years,
    priceLevelYear: row.price_level_year,
    discountRate: row.discount_rate,
    note: row.note,
    lines: lines.map(({ id, list, kind, title, amounts }) => ({ id, list, kind, title, amounts: amounts.map(Number) })),
  };
}

type Values = Omit<Economy, 'version'>;

/** False when somebody else has begun one meanwhile. */
export async function insertEconomy(tx: Transaction, proposal: string, values: Values): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`insert into actions.economy
      (tenant_id, proposal_id, start_year, years, price_level_year, discount_rate, note, created_by, changed_by)
    values (foundation.current_tenant(), ${proposal}, ${values.startYear}, ${values.years}, ${values.priceLevelYear}, ${values.discountRate},
      ${values.note}, foundation.current_person(), foundation.current_person())
    on conflict do nothing returning 1 as one`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export function saveEconomy(tx: Transaction, proposal: string, version: number, values: Values) {
  return saveVersion<EconomyRow>(tx, 'actions.economy', { proposal_id: proposal }, version, {
    start_year: values.startYear,
    years: values.years,
    price_level_year: values.priceLevelYear,
    discount_rate: values.discountRate,
    note: values.note,
  });
}

/** The lines as they shall stand: those that stood before keep their ids, the others are new or gone. */
export async function writeLines(tx: Transaction, proposal: string, lines: readonly EconomyLine[]): Promise<void> {
  const kept = lines.flatMap(({ id }) => (id === '' ? [] : [id]));
  await sql`delete from actions.economy_line
    where ${own} and proposal_id = ${proposal} and not (id::text = any(${kept}))`.execute(tx.tables<unknown>());
  for (const [place, line] of lines.entries()) {
    const amounts = sql`${line.amounts}::bigint[]`;
    const updated =
      line.id === ''
        ? 0n
        : (
            await sql`update actions.economy_line set list = ${line.list}, kind = ${line.kind}, title = ${line.title}, amounts = ${amounts},
                place = ${place}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
              where ${own} and proposal_id = ${proposal} and id::text = ${line.id}`.execute(tx.tables<unknown>())
          ).numAffectedRows;
    if (!updated) {
      await sql`insert into actions.economy_line (tenant_id, id, proposal_id, list, kind, title, amounts, place, created_by, changed_by)
        values (foundation.current_tenant(), ${newId()}, ${proposal}, ${line.list}, ${line.kind}, ${line.title}, ${amounts}, ${place},
          foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
    }
  }
}
