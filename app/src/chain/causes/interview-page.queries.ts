import type { Transaction } from '../../foundation/database/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { readRow } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { focusArea } from '../focus/index.ts';
import type { FocusRow } from './analysis.queries.ts';
import { guide, interview } from './interview.rules.ts';
import { answersOfInterview } from './interview.store.ts';
import { interviewPageTexts } from './interview-page.texts.ts';
import {
  type CauseRow,
  causesOfProblems,
  type EvidenceRow,
  evidenceOfInterviews,
  type InterviewRow,
  interviewsOfFocus,
  type ProblemRow,
  problemsOfFocus,
} from './rows.queries.ts';
import { flatTree, inOrder, treesOf } from './tree.rules.ts';

export interface AskedQuestion {
  readonly place: number;
  readonly question: string;
  readonly note: string;
  readonly version: number;
}

export interface CauseGroup {
  readonly problem: ProblemRow;
  readonly causes: readonly CauseRow[];
}

export interface InterviewPage {
  readonly row: InterviewRow;
  readonly focus: FocusRow;
  readonly questions: readonly AskedQuestion[];
  readonly passages: readonly EvidenceRow[];
  /** What passages can be coded to. */
  readonly groups: readonly CauseGroup[];
}

export async function interviewPage(
  tx: Transaction,
  id: string,
  language: Language,
): Promise<InterviewPage | undefined> {
  const row = await readRow(tx, interview, id);
  const focus = row && (await readRow(tx, focusArea, row.focusArea ?? ''));
  if (row === undefined || focus === undefined) return undefined;
  return {
    row,
    focus,
    questions: await questionsOf(tx, row, language),
    passages: inOrder((await evidenceOfInterviews(tx, [id])).map((one) => ({ ...one, place: null }))),
    groups: await causeGroups(tx, focus.id),
  };
}

/** As they were asked; before anything is written down those of the guide, or of the ready-made one. */
async function questionsOf(tx: Transaction, row: InterviewRow, language: Language): Promise<readonly AskedQuestion[]> {
  const written = await answersOfInterview(tx, row.id);
  if (written.length > 0) return written;
  const chosen = row.guide === null ? undefined : await readRow(tx, guide, row.guide);
  const questions =
    chosen === undefined
      ? Object.values(interviewPageTexts(language).start.questions)
      : chosen.questions.split('\n').map((line) => line.trim());
  return questions
    .filter((question) => question !== '')
    .map((question, place) => ({ place, question: question.slice(0, 1000), note: '', version: 0 }));
}

async function causeGroups(tx: Transaction, focusId: string): Promise<readonly CauseGroup[]> {
  const problems = inOrder(await problemsOfFocus(tx, focusId));
  const trees = treesOf(
    await causesOfProblems(
      tx,
      problems.map(({ id }) => id),
    ),
  );
  return problems.map((problem) => ({
    problem,
    causes: flatTree(trees.get(problem.id) ?? []).map(({ row }) => row),
  }));
}

export interface InterviewsPage {
  readonly focus: FocusRow;
  readonly interviews: readonly InterviewRow[];
  readonly unitNames: ReadonlyMap<string, string>;
  readonly passages: readonly EvidenceRow[];
  readonly causes: readonly CauseRow[];
}

export async function interviewsPage(
  kernel: Kernel,
  tx: Transaction,
  focusId: string,
  language: Language,
): Promise<InterviewsPage | undefined> {
  const focus = await readRow(tx, focusArea, focusId);
  if (focus === undefined) return undefined;
  const interviews = (await interviewsOfFocus(tx, focusId)).toSorted((a, b) =>
    (b.heldOn ?? '9') < (a.heldOn ?? '9') ? -1 : 1,
  );
  const units = interviews.flatMap(({ unit }) => unit ?? []);
  return {
    focus,
    interviews,
    unitNames: await kernel.references.get('unit')!.labels(tx, units, language),
    passages: await evidenceOfInterviews(
      tx,
      interviews.map(({ id }) => id),
    ),
    causes: (await causeGroups(tx, focusId)).flatMap(({ causes }) => causes),
  };
}
