import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { answerGuidance } from './access.ts';
import { guidanceFor } from './guidance.queries.ts';
import { answersOf, changeAnswer, insertAnswer, setPanelHidden } from './guidance.store.ts';
import type { Phase } from './phase.rules.ts';

export interface GivenAnswer {
  readonly code: string;
  readonly answer: string;
  /** The version that the person saw, 0 for none. */
  readonly version: number;
}

/** By question: what somebody else saved while this person wrote. Nothing of the form has then been saved over it. */
export type AnswerConflicts = ReadonlyMap<string, { readonly answer: string; readonly version: number }>;

export async function saveAnswers(
  tx: Transaction,
  actor: Actor,
  asked: { readonly phase: Phase; readonly focusArea: string | null; readonly language: Language },
  given: readonly GivenAnswer[],
): Promise<AnswerConflicts> {
  if (!may(actor, answerGuidance)) throw new RefusedError(403);
  const { questions } = await guidanceFor(tx, actor, asked);
  const rows = new Map((await answersOf(tx, asked.focusArea)).map((row) => [`${row.phase} ${row.question}`, row]));
  const conflicts = new Map<string, { answer: string; version: number }>();
  for (const { code, answer, version } of given) {
    const question = questions.find((one) => one.code === code);
    if (question === undefined) continue;
    const row = rows.get(`${asked.phase} ${code}`);
    if (answer === (row?.answer ?? '')) continue;
    if (row === undefined) {
      const { wording } = question;
      const { focusArea, phase } = asked;
      const id = await insertAnswer(tx, { focusArea, phase, question: code, wording, answer });
      if (id !== undefined) continue;
      const theirs = (await answersOf(tx, focusArea)).find((one) => one.phase === phase && one.question === code);
      conflicts.set(code, { answer: theirs?.answer ?? '', version: theirs?.version ?? 0 });
      continue;
    }
    const saved = await changeAnswer(tx, row.id, version, { wording: question.wording, answer });
    if (!saved.ok && saved.reason === 'conflict') {
      conflicts.set(code, { answer: saved.theirs.answer, version: saved.theirs.version });
    }
  }
  return conflicts;
}

export async function hidePanel(tx: Transaction, actor: Actor, hidden: boolean): Promise<void> {
  await setPanelHidden(tx, actor.personId, hidden);
}
