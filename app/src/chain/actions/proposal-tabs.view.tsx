import type { Language } from '../../foundation/texts/index.ts';
import { Tabs } from '../../foundation/ui/index.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';

export type ProposalTab = 'proposal' | 'impacts' | 'economy' | 'track' | 'decision';

/** The pages about one proposal, in the order that one goes through them. */
export function ProposalTabs({ id, current, language }: { id: string; current: ProposalTab; language: Language }) {
  const t = proposalPageTexts(language);
  const hrefs: Readonly<Record<ProposalTab, string>> = {
    proposal: `/forslag/${id}`,
    impacts: `/konsekvenser/forslag/${id}`,
    economy: `/forslag/${id}/ekonomi`,
    track: `/forslag/${id}/beslutsvag`,
    decision: `/forslag/${id}/beslut`,
  };
  return (
    <Tabs
      label={t.tabs.label}
      tabs={(Object.keys(hrefs) as ProposalTab[]).map((tab) => ({
        href: hrefs[tab],
        label: t.tabs[tab],
        current: tab === current,
      }))}
    />
  );
}
