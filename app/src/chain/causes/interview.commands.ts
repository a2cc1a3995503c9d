import { createRow, insertRow, type Register, rowToChange, type SaveResult } from '../../foundation/register/index.ts';
import { requireWriting, type Work } from './cause.commands.ts';
import { evidence } from './evidence.rules.ts';
import { guide, interview } from './interview.rules.ts';
import { answersOfInterview, changeInterviewAnswer, insertInterviewAnswer, lockInterview } from './interview.store.ts';
import { interviewPageTexts } from './interview-page.texts.ts';

export interface WrittenAnswer {
  readonly place: number;
  readonly question: string;
  readonly note: string;
  /** 0 when nothing was there. */
  readonly version: number;
}

/** By place: what somebody else wrote meanwhile. Their words stand until the person has chosen. */
export type InterviewConflicts = ReadonlyMap<number, { readonly note: string; readonly version: number }>;

/** The questions are written down with the first answers, as they read when they were asked. */
export async function saveInterviewAnswers(
  work: Work,
  id: string,
  written: readonly WrittenAnswer[],
): Promise<InterviewConflicts> {
  const { tx } = work;
  await rowToChange({ ...work, register: interview as unknown as Register }, id);
  await lockInterview(tx, id);
  const rows = new Map((await answersOfInterview(tx, id)).map((row) => [row.place, row]));
  const conflicts = new Map<number, { note: string; version: number }>();
  for (const { place, question, note, version } of written) {
    const row = rows.get(place);
    if (row === undefined) await insertInterviewAnswer(tx, { interview: id, place, question, note });
    else if (row.note !== note) {
      const saved = version === row.version && (await changeInterviewAnswer(tx, row.id, version, note));
      if (saved === false || !saved.ok) conflicts.set(place, { note: row.note, version: row.version });
    }
  }
  return conflicts;
}

export interface CodedPassage {
  readonly passage: string;
  readonly cause: string;
  readonly stance: string;
  readonly strength: string;
}

/** The passage becomes evidence for the cause, with the interview as its source. */
export async function codePassage(work: Work, id: string, coded: CodedPassage): Promise<SaveResult> {
  await rowToChange({ ...work, register: interview as unknown as Register }, id);
  const { passage: title, cause, stance, strength } = coded;
  return createRow(
    { ...work, register: evidence as unknown as Register },
    { title, cause, stance, strength, kind: 'interview' },
    { interview: id },
  );
}

/** The ready-made guide as a guide of the municipality's own. */
export async function keepStartGuide(work: Work): Promise<string> {
  await requireWriting(work, guide);
  const { title, purpose, questions } = interviewPageTexts(work.language).start;
  return insertRow(work.tx, guide, {
    title,
    purpose,
    questions: Object.values(questions).join('\n'),
  });
}
