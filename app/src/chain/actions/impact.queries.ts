import type { Actor } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { findRows, type Kernel } from '../../foundation/register/index.ts';
import { focusArea } from '../focus/index.ts';
import { impactSubject } from './impact.commands.ts';
import {
  type Aspect,
  type ChildAnswers,
  type Impact,
  type ImpactSubject,
  missingAspects,
  noAnswers,
} from './impact.rules.ts';
import { answersOf, describedAspects, readChildImpact, readImpacts } from './impact.store.ts';
import { proposal } from './proposal.rules.ts';

export interface Described {
  readonly impacts: readonly Impact[];
  readonly children: ChildAnswers;
  /** 0 when no child impact assessment has been begun. */
  readonly childrenVersion: number;
}

export interface ImpactPage {
  readonly subject: ImpactSubject;
  readonly title: string;
  readonly mayChange: boolean;
  readonly described: Described;
  /** Doing nothing in the same focus area, to hold a proposal against; undefined where there is no focus area. */
  readonly nothing: (Described & { readonly focusArea: string }) | undefined;
}

export async function impactPage(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  subject: ImpactSubject,
): Promise<ImpactPage> {
  const about = await impactSubject(kernel, tx, actor, subject);
  const compared = subject.kind === 'proposal' ? about.focusArea : null;
  return {
    subject,
    title: about.title,
    mayChange: about.mayChange,
    described: await describedOf(tx, subject),
    nothing:
      compared === null
        ? undefined
        : { ...(await describedOf(tx, { kind: 'focusArea', id: compared })), focusArea: compared },
  };
}

export async function describedOf(tx: Transaction, subject: ImpactSubject): Promise<Described> {
  const children = await readChildImpact(tx, subject);
  return {
    impacts: await readImpacts(tx, subject),
    children: children === undefined ? noAnswers : answersOf(children),
    childrenVersion: children?.version ?? 0,
  };
}

export interface ImpactCount {
  readonly subject: ImpactSubject;
  readonly title: string;
  readonly missing: readonly Aspect[];
}

/** Everything whose consequences should be known before a decision: each open proposal, and doing nothing in each focus area that has one. */
export async function impactCounts(tx: Transaction): Promise<readonly ImpactCount[]> {
  const described = await describedAspects(tx);
  const proposals = (await findRows(tx, proposal)).filter(({ state }) => state === 'draft' || state === 'proposed');
  const inQuestion = new Set(proposals.map((row) => row.focusArea));
  const areas = (await findRows(tx, focusArea)).filter(({ id }) => inQuestion.has(id));
  const count = (subject: ImpactSubject, title: string): ImpactCount => ({
    subject,
    title,
    missing: missingAspects(
      described.filter((row) => (subject.kind === 'proposal' ? row.proposal : row.focusArea) === subject.id),
    ),
  });
  return [
    ...areas.map(({ id, title }) => count({ kind: 'focusArea', id }, title)),
    ...proposals.map(({ id, title }) => count({ kind: 'proposal', id }, title)),
  ];
}
