import type { Transaction } from '../../foundation/database/index.ts';
import { findRows, readRows } from '../../foundation/register/index.ts';
import { focusArea } from '../focus/index.ts';
import { type Calculated, calculate } from './economy.queries.ts';
import { readEconomies } from './economy.store.ts';
import type { Frame } from './frame.rules.ts';
import { readFrameRow } from './frame.store.ts';
import { aspects } from './impact.rules.ts';
import { describedAspects } from './impact.store.ts';
import {
  type Contradiction,
  contradictions,
  type InOrder,
  type Placed,
  placeInBudget,
  type Relation,
} from './portfolio.rules.ts';
import { rankProposals } from './priority.rules.ts';
import { type ProposalState, proposal, type Track } from './proposal.rules.ts';
import { allRelations } from './relation.store.ts';

export interface OrderedProposal {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly focusArea: string | null;
  readonly state: ProposalState;
  readonly track: Track | null;
  readonly changes: readonly string[];
  readonly effort: number | null;
  readonly effect: number | null;
  readonly place: number | null;
  readonly priorityReason: string;
  readonly calculated: Calculated | undefined;
  /** How many of the ten parts of its consequences are described. */
  readonly described: number;
}

export interface Order {
  readonly rows: readonly OrderedProposal[];
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly frame: Frame;
  readonly relations: readonly Relation[];
}

const states: readonly ProposalState[] = ['draft', 'proposed', 'decided'];

/** What is on the table, ranked: all proposals that have not been declined. */
export async function proposalOrder(tx: Transaction, area: string): Promise<Order> {
  const all = (await findRows(tx, proposal)).filter(({ state }) => state !== null && states.includes(state));
  const chosen = area === '' ? all : all.filter((row) => row.focusArea === area);
  const frame = await readFrameRow(tx);
  const economies = await readEconomies(
    tx,
    chosen.map(({ id }) => id),
  );
  const described = Map.groupBy(await describedAspects(tx), (row) => row.proposal);
  const areaIds = [...new Set(all.flatMap((row) => row.focusArea ?? []))];
  return {
    rows: rankProposals(
      chosen.map((row) => {
        const economy = economies.get(row.id);
        return {
          id: row.id,
          version: row.version,
          title: row.title,
          focusArea: row.focusArea,
          state: row.state ?? 'draft',
          track: row.track,
          changes: row.changes,
          effort: row.effort,
          effect: row.effect,
          place: row.place,
          priorityReason: row.priorityReason,
          calculated: economy && calculate(economy, frame),
          described: aspects.length - missingIn(described.get(row.id) ?? []),
        };
      }),
    ),
    areas: (await readRows(tx, focusArea, areaIds)).map(({ id, title }) => ({ id, title })),
    frame,
    relations: await allRelations(tx),
  };
}

function missingIn(rows: readonly { readonly aspect: string }[]): number {
  return aspects.filter((aspect) => !rows.some((row) => row.aspect === aspect)).length;
}

export interface Portfolio {
  readonly order: Order;
  readonly placed: readonly (Placed & { readonly proposal: OrderedProposal })[];
  readonly contradictions: readonly Contradiction[];
  readonly titles: ReadonlyMap<string, string>;
}

/** Everything against the budget: what has been decided comes first, then the rest in its order. `without` are left out to see what then becomes. */
export async function proposalPortfolio(
  tx: Transaction,
  area: string,
  without: ReadonlySet<string>,
): Promise<Portfolio> {
  const order = await proposalOrder(tx, area);
  const decided = order.rows.filter(({ state }) => state === 'decided');
  const open = order.rows.filter(({ state }) => state !== 'decided');
  const rows = [...decided, ...open].filter(({ id }) => !without.has(id));
  const { budget } = order.frame;
  const placed = placeInBudget(
    rows.map((row): InOrder => ({ id: row.id, cost: costIn(row.calculated, budget) })),
    budget?.kronor,
  ).map((place, index) => ({ ...place, proposal: rows[index]! }));
  const inside = new Set(placed.filter(({ within }) => within !== false).map(({ id }) => id));
  return {
    order,
    placed,
    contradictions: contradictions(
      order.relations,
      rows.map(({ id }) => id),
      inside,
      new Set(decided.map(({ id }) => id)),
    ),
    titles: new Map((await findRows(tx, proposal)).map(({ id, title }) => [id, title])),
  };
}

/** What the proposal costs, once and running, in the years that the budget is for; in all its years where there is no budget. */
function costIn(calculated: Calculated | undefined, budget: Frame['budget']): number | undefined {
  if (calculated === undefined) return undefined;
  return calculated.years
    .filter(({ year }) => budget === undefined || (year >= budget.from && year <= budget.to))
    .reduce((sum, { oneOffCost, runningCost }) => sum + oneOffCost + runningCost, 0);
}
