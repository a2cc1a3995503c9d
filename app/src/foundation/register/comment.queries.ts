import { rowHistory } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { type Comment, commentsOfRow, readComment } from './comment.store.ts';
import type { Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';

export interface CommentsPart {
  readonly comments: readonly Comment[];
  readonly total: number;
  /** Of those who wrote and those who are named. */
  readonly people: ReadonlyMap<string, string>;
}

/** As many as a page shows before one asks for all. */
const mostComments = 50;

export async function commentsPart(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  rowId: string,
  language: Language,
  all: boolean,
): Promise<CommentsPart> {
  const found = await commentsOfRow(tx, register.name, rowId, all ? 10_000 : mostComments);
  return { ...found, people: await peopleOf(kernel, tx, found.comments, language) };
}

function peopleOf(kernel: Kernel, tx: Transaction, comments: readonly Comment[], language: Language) {
  const ids = comments.flatMap(({ createdBy, mentioned }) => [
    ...(createdBy === null ? [] : [createdBy]),
    ...mentioned,
  ]);
  return kernel.references.get('person')?.labels(tx, [...new Set(ids)], language) ?? new Map<string, string>();
}

export interface CommentDetail {
  readonly comment: Comment;
  readonly people: ReadonlyMap<string, string>;
  /** What it said before, newest first. */
  readonly earlier: readonly { readonly at: Date; readonly body: string }[];
}

/** Undefined for what is not there, and for what somebody else has removed. */
export async function commentDetail(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  rowId: string,
  id: string,
  personId: string,
  language: Language,
): Promise<CommentDetail | undefined> {
  const comment = await readComment(tx, register.name, rowId, id);
  if (comment === undefined || (!comment.active && comment.createdBy !== personId)) return undefined;
  const entries = await rowHistory(tx, 'register.comment', { id }, 50);
  const earlier = entries.flatMap(({ at, before, after }) =>
    before === null || before.body === after?.body ? [] : [{ at, body: String(before.body) }],
  );
  return { comment, people: await peopleOf(kernel, tx, [comment], language), earlier };
}
