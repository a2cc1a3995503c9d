import type { Transaction } from '../../foundation/database/index.ts';
import type { Route, SambandRequest } from '../../foundation/http/index.ts';
import { type Kernel, type RegisterSlots, registerRoutes } from '../../foundation/register/index.ts';
import { type Content, LinkButton } from '../../foundation/ui/index.ts';
import { phaseHref } from '../guidance/index.ts';
import { conclusion } from './conclusion.rules.ts';
import { ConclusionBelow } from './conclusion.view.tsx';
import { decisionRoutes } from './decision.routes.tsx';
import { economyRoutes } from './economy.routes.tsx';
import { fromCausesRoutes } from './from-causes.routes.tsx';
import { impactRoutes } from './impact.routes.tsx';
import { priorityRoutes } from './priority.routes.tsx';
import { proposal } from './proposal.rules.ts';
import { proposalStanding, proposalsOfConclusion } from './proposal-page.queries.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';
import {
  ProposalAbove,
  ProposalActions,
  ProposalBelow,
  type ProposalFacts,
  ProposalListLinks,
} from './proposal-page.view.tsx';
import { trackRoutes } from './track.routes.tsx';

/** What a slice further on shows on the page of a conclusion or a proposal: its thread. */
export type ProposalSlot = (
  request: SambandRequest,
  tx: Transaction,
  of: { readonly kind: 'conclusion' | 'proposal'; readonly id: string },
) => Promise<Content>;

/** From causes to a decision: conclusions and proposals, with what is said of them before anybody decides. */
export function proposalRoutes(kernel: Kernel, thread?: ProposalSlot): readonly Route[] {
  return [
    // Pages with names of their own stand before those of a row, whose id would otherwise be taken to be the name.
    ...fromCausesRoutes(kernel),
    ...priorityRoutes(kernel),
    ...economyRoutes(kernel),
    ...impactRoutes(kernel),
    ...trackRoutes(kernel),
    ...decisionRoutes(kernel),
    ...registerRoutes(kernel, conclusion, conclusionSlots(thread)),
    ...registerRoutes(kernel, proposal, proposalSlots(thread)),
  ];
}

const proposalSlots = (thread: ProposalSlot | undefined): RegisterSlots => ({
  list: async ({ language }) => ({ actions: <ProposalListLinks language={language} /> }),
  async row(request, tx, { row, mayChange }) {
    const { language } = request;
    const facts = row as unknown as ProposalFacts;
    const standing = await proposalStanding(tx, row.id);
    const shown = { facts, standing, mayChange, language };
    return {
      above: (
        <>
          {await thread?.(request, tx, { kind: 'proposal', id: row.id })}
          <ProposalAbove {...shown} />
        </>
      ),
      below: <ProposalBelow {...shown} />,
      actions: <ProposalActions {...shown} />,
    };
  },
});

const conclusionSlots = (thread: ProposalSlot | undefined): RegisterSlots => ({
  list: async ({ language }) => ({
    actions: (
      <>
        <LinkButton href="/slutsatser/ur-orsaker">{proposalPageTexts(language).links.conclusionFromCauses}</LinkButton>
        <LinkButton href={phaseHref('conclude', null)}>{proposalPageTexts(language).links.questions}</LinkButton>
      </>
    ),
  }),
  async row(request: SambandRequest, tx: Transaction, { row, mayChange }) {
    const proposals = await proposalsOfConclusion(tx, row.id);
    return {
      above: await thread?.(request, tx, { kind: 'conclusion', id: row.id }),
      actions: (
        <LinkButton href={phaseHref('conclude', row.focusArea as string | null)}>
          {proposalPageTexts(request.language).links.questions}
        </LinkButton>
      ),
      below: (
        <ConclusionBelow
          id={row.id}
          focusArea={row.focusArea as string | null}
          causes={row.causes as readonly string[]}
          proposals={proposals}
          mayChange={mayChange}
          language={request.language}
        />
      ),
    };
  },
});
