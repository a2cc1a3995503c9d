import type { Language } from '../../foundation/texts/index.ts';
import { action, decisionTexts, proposal } from '../actions/index.ts';
import { cause } from '../causes/index.ts';
import { candidate, focusArea } from '../focus/index.ts';
import { expectedEffect } from './effect.rules.ts';
import type { Stage, ThreadNode, ThreadStep } from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';

/** The registers whose states are told, in their own words. */
const stating = { candidate, focusArea, cause, proposal, action, effect: expectedEffect } as const;

/** What a part is called: its own title, and a decision by what it said and when. */
export function titleOf({ title, state, decided }: ThreadNode, language: Language): string {
  if (decided === undefined) return title;
  return threadTexts(language).decision(decisionTexts(language).outcomes[state as 'granted'], decided.decidedOn);
}

/** How it stands with a part of the thread, in a line: its state, what speaks for it, and what is not there yet. */
export function noteOf(node: ThreadNode, gap: Stage | undefined, language: Language): string {
  const t = threadTexts(language);
  const { supports = 0, contradicts = 0 } = node.evidence ?? {};
  const weighed = [
    ...(supports > 0 ? [t.supports(supports)] : []),
    ...(contradicts > 0 ? [t.contradicts(contradicts)] : []),
  ].join(', ');
  return [
    ...(node.archived ? [t.archived] : []),
    ...(gap === undefined ? [] : [t.missing(t.next[gap])]),
    ...stateWords(node, language),
    weighed,
  ]
    .filter(Boolean)
    .join(' · ');
}

function stateWords({ kind, state, decided }: ThreadNode, language: Language): readonly string[] {
  if (decided !== undefined) {
    const { body, registryNumber, minutesParagraph } = decided;
    return [body, [registryNumber, minutesParagraph].filter(Boolean).join(' ')];
  }
  if (state === null || !(kind in stating)) return [];
  const words = stating[kind as keyof typeof stating].texts(language).choices?.state?.[state];
  return words === undefined ? [] : [words.toLocaleLowerCase(language)];
}

/** "1 nyckeltal, 2 observationer och 1 fokusområde" */
export function countWords(steps: readonly ThreadStep[], language: Language): string {
  const t = threadTexts(language);
  return listed(
    steps.map(({ stage, nodes }) => t.count[stage](nodes.length)),
    language,
  );
}

/** The words one after the other, with "och" before the last. */
export function listed(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? '';
  const first = words.slice(0, -1).join(', ');
  return first === '' ? last : `${first}${threadTexts(language).and}${last}`;
}
