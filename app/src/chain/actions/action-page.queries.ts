import type { Row, RowPage } from '../../foundation/register/index.ts';
import { peopleNames } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { action } from './action.rules.ts';
import { type Links, linksOf } from './dependency.store.ts';
import type { Milestone } from './milestone.rules.ts';
import { milestonesOf } from './milestone.store.ts';
import { type ActionRow, type ActionWork, mayTell } from './status.commands.ts';
import { type Telling, tellingsOf } from './status.store.ts';

export interface ActionPage {
  readonly row: ActionRow;
  readonly owner: string | undefined;
  /** Newest first. */
  readonly tellings: readonly Telling[];
  readonly people: ReadonlyMap<string, string>;
  readonly milestones: readonly Milestone[];
  readonly links: Links;
  readonly today: string;
  readonly mayTell: boolean;
  readonly mayChange: boolean;
  /** The actions that can be chosen; undefined when they are too many for a list. */
  readonly others: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** What stands on an action's own page beside its fields. */
export async function actionPage(
  work: ActionWork,
  { row: asRow, mayChange }: Pick<RowPage, 'mayChange'> & { readonly row: Row },
  language: Language,
): Promise<ActionPage> {
  const { kernel, tx } = work;
  const row = asRow as unknown as ActionRow;
  const tellings = await tellingsOf(tx, row.id);
  const told = [row.owner, ...tellings.map(({ toldBy }) => toldBy)];
  const people = await peopleNames(tx, [...new Set(told.filter((id) => id !== null))]);
  return {
    row,
    owner: row.owner === null ? undefined : people.get(row.owner),
    tellings,
    people,
    milestones: await milestonesOf(tx, row.id),
    links: await linksOf(tx, row.id),
    today: work.today,
    mayTell: await mayTell(work, row),
    mayChange,
    others: mayChange ? await kernel.references.get(action.name)!.options(tx, language) : [],
  };
}
