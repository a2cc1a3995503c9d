import type { Transaction } from '../../foundation/database/index.ts';
import { findRows, type Register, type RowOf } from '../../foundation/register/index.ts';
import { cause } from './cause.rules.ts';
import { evidence } from './evidence.rules.ts';
import { interview } from './interview.rules.ts';
import { problem } from './problem.rules.ts';
import { suggestion } from './suggestion.rules.ts';

export type ProblemRow = RowOf<typeof problem.fields>;
/** The problem is required, so every cause has one. */
export type CauseRow = RowOf<typeof cause.fields> & { readonly problem: string };
export type SuggestionRow = RowOf<typeof suggestion.fields>;
export type EvidenceRow = RowOf<typeof evidence.fields>;
export type InterviewRow = RowOf<typeof interview.fields>;

export function problemsOfFocus(tx: Transaction, focusArea: string): Promise<readonly ProblemRow[]> {
  return findRows(tx, problem, [pointing(problem, 'focusArea', [focusArea])]);
}

export async function causesOfProblems(tx: Transaction, problems: readonly string[]): Promise<readonly CauseRow[]> {
  return (await findRows(tx, cause, [pointing(cause, 'problem', problems)])) as readonly CauseRow[];
}

export function suggestionsOfProblems(tx: Transaction, problems: readonly string[]): Promise<readonly SuggestionRow[]> {
  return findRows(tx, suggestion, [pointing(suggestion, 'problem', problems)]);
}

export function evidenceOfCauses(tx: Transaction, causes: readonly string[]): Promise<readonly EvidenceRow[]> {
  return findRows(tx, evidence, [pointing(evidence, 'cause', causes)]);
}

export function interviewsOfFocus(tx: Transaction, focusArea: string): Promise<readonly InterviewRow[]> {
  return findRows(tx, interview, [pointing(interview, 'focusArea', [focusArea])]);
}

export function evidenceOfInterviews(tx: Transaction, interviews: readonly string[]): Promise<readonly EvidenceRow[]> {
  return findRows(tx, evidence, [pointing(evidence, 'interview', interviews)]);
}

/** The condition that a field points at one of these. */
function pointing<R extends { readonly columns: Register['columns'] }>(
  register: R,
  key: string,
  of: readonly string[],
) {
  return { column: register.columns.find((column) => column.key === key)!, is: 'one' as const, of };
}
