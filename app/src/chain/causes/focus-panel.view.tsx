import type { Language } from '../../foundation/texts/index.ts';
import { LinkButton } from '../../foundation/ui/index.ts';
import { analysisTexts } from './analysis.texts.ts';
import { analysisHref } from './analysis-address.rules.ts';
import type { FocusCount } from './causes.store.ts';

/** On the page of a focus area: how far the search for causes has come, and the way there. */
export function FocusPanel({ id, count, language }: { id: string; count: FocusCount; language: Language }) {
  const t = analysisTexts(language);
  return (
    <section>
      <h2>{t.panel.heading}</h2>
      <p>{countWords(count, language)}</p>
      <p>
        <LinkButton href={analysisHref(id)}>{count.problems === 0 ? t.panel.open : t.panel.link}</LinkButton>
      </p>
    </section>
  );
}

export interface FocusWithCount {
  readonly id: string;
  readonly title: string;
  readonly count: FocusCount;
}

/** Over the list of all problems: the analyses that they belong to. */
export function FocusList({ areas, language }: { areas: readonly FocusWithCount[]; language: Language }) {
  if (areas.length === 0) return null;
  return (
    <section>
      <h2>{analysisTexts(language).byFocus}</h2>
      <ul class="cause-items">
        {areas.map(({ id, title, count }) => (
          <li>
            <a href={analysisHref(id)}>{title}</a> <small class="muted">{countWords(count, language)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countWords({ problems, causes, supported, rejected }: FocusCount, language: Language): string {
  const t = analysisTexts(language);
  if (problems === 0) return t.panel.none;
  const states = causes === 0 ? '' : t.states(supported, rejected, causes - supported - rejected);
  return `${t.panel.count(problems, causes)} ${states}`.trim();
}
