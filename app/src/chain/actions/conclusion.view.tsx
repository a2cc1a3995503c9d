import type { Language } from '../../foundation/texts/index.ts';
import { LinkButton } from '../../foundation/ui/index.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';

export interface ConclusionBelowProps {
  readonly id: string;
  readonly focusArea: string | null;
  readonly causes: readonly string[];
  readonly proposals: readonly { readonly id: string; readonly title: string }[];
  readonly mayChange: boolean;
  readonly language: Language;
}

/** What has been proposed on the ground of a conclusion, and the way to the next proposal with its causes filled in. */
export function ConclusionBelow({ id, focusArea, causes, proposals, mayChange, language }: ConclusionBelowProps) {
  const t = proposalPageTexts(language);
  const prefilled = new URLSearchParams({ conclusions: id, focusArea: focusArea ?? '', causes: causes.join('\n') });
  return (
    <section aria-labelledby="forslag">
      <h2 id="forslag">{t.ofConclusion}</h2>
      {proposals.length === 0 ? (
        <p class="muted">{t.ofConclusionNone}</p>
      ) : (
        <ul>
          {proposals.map((proposal) => (
            <li>
              <a href={`/forslag/${proposal.id}`}>{proposal.title}</a>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <p>
          <LinkButton href={`/forslag/ny?${prefilled}`}>{t.links.newProposal}</LinkButton>
        </p>
      )}
    </section>
  );
}
