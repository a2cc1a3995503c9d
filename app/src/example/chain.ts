import { focusArea } from '../chain/focus/index.ts';
import type { Actor } from '../foundation/access/index.ts';
import type { Database, Transaction } from '../foundation/database/index.ts';
import type { FigureStore } from '../foundation/figures/index.ts';
import { findRows, type Kernel } from '../foundation/register/index.ts';
import { tellActions } from './chain-actions.ts';
import { tellCauses } from './chain-causes.ts';
import { tellDecisions } from './chain-decisions.ts';
import { tellEffects, tellTalk } from './chain-effects.ts';
import { tellFocus } from './chain-focus.ts';
import { tellInterviews } from './chain-interviews.ts';
import { tellProposals } from './chain-proposals.ts';
import { tellReport } from './chain-report.ts';
import { Teller } from './chain-teller.ts';
import { exampleTenant, hasFocus, insertKnownPerson, municipalityName } from './municipality.store.ts';
import { colleagues, people } from './organisation.ts';

export interface ChainParts {
  readonly database: Database;
  readonly figures: FigureStore;
  readonly kernel: Kernel;
  /** The day that the story is told on: late things are late against it. */
  readonly today: string;
}

/**
 * Tells the example's story from focus to effect, in one transaction. Where it has any focus area the municipality has a story already, and is left
 * alone; so is one whose organisation somebody has made their own.
 */
export async function tellChain({ database, figures, kernel, today }: ChainParts): Promise<boolean> {
  const tenantId = await database.asOwner(exampleTenant);
  if (tenantId === undefined) return false;
  const scope = { tenantId, origin: 'samband', requestId: 'example' };
  const lead = await database.inScope(scope, async (tx) => ((await hasFocus(tx)) ? undefined : leadOf(tx, kernel)));
  if (lead === undefined) return false;
  await database.inScope({ ...scope, personId: lead }, async (tx) => {
    await insertColleagues(tx, kernel);
    const teller = new Teller({ kernel, tx, actor: actorOf(tenantId, lead), figures, today });
    await tellFocus(teller);
    await tellCauses(teller);
    await tellInterviews(teller);
    await tellProposals(teller);
    await tellDecisions(teller);
    await tellActions(teller);
    await tellEffects(teller);
    await tellTalk(teller);
  });
  // Of what has been told: in a transaction of its own, as somebody who looks at it afterwards.
  await database.inScope({ ...scope, personId: lead }, async (tx) => {
    const teller = new Teller({ kernel, tx, actor: actorOf(tenantId, lead), figures, today });
    const areas = (await findRows(tx, focusArea)).map(({ id }) => id);
    await tellReport(teller, areas, await municipalityName(tx));
  });
  return true;
}

/** The person who leads the programme, where everybody and everything that the story names is there. */
async function leadOf(tx: Transaction, kernel: Kernel): Promise<string | undefined> {
  const named: Readonly<Record<string, readonly string[]>> = {
    person: people.map(({ name }) => name),
    department: ['Socialförvaltningen', 'Barn- och utbildningsförvaltningen'],
    unit: ['Särskilt boende', 'Ekgården', 'Björkens förskola', 'Fastighet', 'Ekonomi', 'Lokalvård norr'],
    committee: ['Barn- och utbildningsnämnden', 'Kommunstyrelsen', 'Socialnämnden'],
  };
  for (const [reference, names] of Object.entries(named)) {
    const found = await kernel.references.get(reference)!.find(tx, names);
    if (names.some((name) => found.get(name)?.length !== 1)) return undefined;
  }
  const persons = await kernel.references
    .get('person')!
    .find(tx, ['Projektledaren', ...colleagues.map(({ name }) => name)]);
  if ([...persons.values()].some((ids) => ids.length > 1)) return undefined;
  return persons.get('Projektledaren')?.[0];
}

/** People who lead what the chain is about, known by their roles; they have no account. */
async function insertColleagues(tx: Transaction, kernel: Kernel): Promise<void> {
  const there = await kernel.references.get('person')!.find(
    tx,
    colleagues.map(({ name }) => name),
  );
  for (const one of colleagues) if ((there.get(one.name) ?? []).length === 0) await insertKnownPerson(tx, one);
}

function actorOf(tenantId: string, personId: string): Actor {
  const roles = [{ role: 'programmeLead', scope: { kind: 'municipality' } }] as const;
  return { tenantId, personId, sessionId: '', name: 'Projektledaren', roles };
}
