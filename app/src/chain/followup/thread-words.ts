import type { Language } from '../../foundation/texts/index.ts';
import { action, decisionTexts, proposal } from '../actions/index.ts';
import { cause } from '../causes/index.ts';
import { candidate, focusArea } from '../focus/index.ts';
import { expectedEffect } from './effect.rules.ts';
import type { Kind, Stage, ThreadNode, ThreadStep } from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';

/** The registers whose states are told, in their own words. */
const stating = { candidate, focusArea, cause, proposal, action, effect: expectedEffect } as const;

/** How it stands with a part of the thread, in a line: its state, what speaks for it, and what is not there yet. */
export function noteOf(node: ThreadNode, gap: Stage | undefined, language: Language): string {
  const t = threadTexts(language);
  const { evidence } = node;
  const weighed =
    evidence === undefined || evidence.supports + evidence.contradicts === 0
      ? []
      : [t.weighed(evidence.supports, evidence.contradicts)];
  return [
    ...(node.archived ? [t.archived] : []),
    ...(gap === undefined ? [] : [t.missing(t.next[gap])]),
    ...(node.kind === 'problem' ? [t.problem] : []),
    ...stateWords(node.kind, node.state, language),
    ...weighed,
    ...decidedWords(node),
  ].join(' · ');
}

function stateWords(kind: Kind, state: string | null, language: Language): readonly string[] {
  if (state === null) return [];
  if (kind === 'decision') return [decisionTexts(language).outcomes[state as 'granted']];
  const words =
    kind in stating ? stating[kind as keyof typeof stating].texts(language).choices?.state?.[state] : undefined;
  return words === undefined ? [] : [words.toLocaleLowerCase(language)];
}

function decidedWords({ decided }: ThreadNode): readonly string[] {
  if (decided === undefined) return [];
  const { body, decidedOn, registryNumber, minutesParagraph } = decided;
  return [`${body} ${decidedOn}`, [registryNumber, minutesParagraph].filter(Boolean).join(' ')].filter(Boolean);
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
