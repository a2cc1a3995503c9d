import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { vocabularyTerms } from '../../foundation/register/index.ts';
import { peopleNames } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { answerGuidance } from './access.ts';
import { type AnswerRow, answersOf, isPanelHidden } from './guidance.store.ts';
import { type Phase, phases, vocabularyOf } from './phase.rules.ts';
import { guidanceVocabularies } from './vocabularies.ts';

export interface GuidedQuestion {
  readonly code: string;
  readonly wording: string;
  readonly answer: string;
  /** 0 before it has been answered. */
  readonly version: number;
  readonly changedAt: Date | undefined;
  readonly changedBy: string | null;
}

export interface Guidance {
  readonly phase: Phase;
  readonly focusArea: string | null;
  readonly questions: readonly GuidedQuestion[];
  readonly hidden: boolean;
  readonly mayAnswer: boolean;
}

/** What stands beside the work in a phase: the municipality's questions and what has been answered. */
export async function guidanceFor(
  tx: Transaction,
  actor: Actor,
  asked: { readonly phase: Phase; readonly focusArea: string | null; readonly language: Language },
): Promise<Guidance> {
  const { phase, focusArea, language } = asked;
  return {
    phase,
    focusArea,
    questions: await questionsOf(tx, phase, await answersOf(tx, focusArea), language),
    hidden: await isPanelHidden(tx, actor.personId),
    mayAnswer: may(actor, answerGuidance),
  };
}

/** Those that are asked now, then those that are no longer asked but have an answer. */
async function questionsOf(
  tx: Transaction,
  phase: Phase,
  answers: readonly AnswerRow[],
  language: Language,
): Promise<readonly GuidedQuestion[]> {
  const vocabulary = guidanceVocabularies.find(({ name }) => name === vocabularyOf(phase))!;
  const asked = (await vocabularyTerms(tx, vocabulary, language)).filter(({ active }) => active);
  const own = answers.filter((answer) => answer.phase === phase);
  const question = (code: string, wording: string, row: AnswerRow | undefined): GuidedQuestion => ({
    code,
    wording,
    answer: row?.answer ?? '',
    version: row?.version ?? 0,
    changedAt: row && new Date(row.changed_at),
    changedBy: row?.changed_by ?? null,
  });
  return [
    ...asked.map(({ code, label }) =>
      question(
        code,
        label,
        own.find((row) => row.question === code),
      ),
    ),
    ...own
      .filter(({ question: code, answer }) => answer !== '' && !asked.some((term) => term.code === code))
      .map((row) => question(row.question, row.wording, row)),
  ];
}

export interface Documentation {
  readonly phases: readonly { readonly phase: Phase; readonly questions: readonly GuidedQuestion[] }[];
  readonly people: ReadonlyMap<string, string>;
}

/** All phases with what has been answered, for the documentation of a focus area. */
export async function documentationOf(
  tx: Transaction,
  focusArea: string | null,
  language: Language,
): Promise<Documentation> {
  const answers = await answersOf(tx, focusArea);
  const people = new Set(answers.flatMap((row) => row.changed_by ?? []));
  const found: { phase: Phase; questions: readonly GuidedQuestion[] }[] = [];
  for (const phase of phases) found.push({ phase, questions: await questionsOf(tx, phase, answers, language) });
  return { phases: found, people: await peopleNames(tx, [...people]) };
}
