import { may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { commentBody, longestComment, mentionsIn, namesAfterMarks } from './comment.rules.ts';
import {
  type Comment,
  insertComment,
  insertMention,
  markMentionsSeen,
  readComment,
  saveComment,
} from './comment.store.ts';
import { commentTexts } from './comment.texts.ts';
import type { Register } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { type Row, readRow } from './row.store.ts';

export type CommentFault =
  | { readonly reason: 'empty' | 'tooLong' }
  | { readonly reason: 'ambiguous'; readonly name: string };

export type CommentAnswer =
  /** `untold`: those who are named but may not read the row. */
  | { readonly ok: true; readonly id: string; readonly untold: readonly string[] }
  | { readonly ok: false; readonly fault: CommentFault }
  /** It was changed in another window since it was opened. */
  | { readonly ok: false; readonly theirs: Comment };

export async function addComment(work: RegisterWork, rowId: string, written: string): Promise<CommentAnswer> {
  const row = await rowOf(work, rowId);
  const read = await readBody(work, written);
  if (!read.ok) return read;
  const { body, mentioned } = read;
  const id = await insertComment(work.tx, { register: work.register.name, rowId, body, mentioned });
  return { ok: true, id, untold: await tell(work, row, { id, body }, mentioned) };
}

export async function changeComment(
  work: RegisterWork,
  rowId: string,
  id: string,
  version: number,
  written: string,
): Promise<CommentAnswer> {
  const row = await rowOf(work, rowId);
  await ownComment(work, rowId, id);
  const read = await readBody(work, written);
  if (!read.ok) return read;
  const { body, mentioned } = read;
  const saved = await saveComment(work.tx, id, version, { body, mentioned });
  if (!saved.ok) return { ok: false, theirs: (await readComment(work.tx, work.register.name, rowId, id))! };
  return { ok: true, id, untold: await tell(work, row, { id, body }, mentioned) };
}

/** Removing hides, and can be undone. */
export async function setCommentActive(work: RegisterWork, rowId: string, id: string, active: boolean): Promise<void> {
  await rowOf(work, rowId);
  const comment = await ownComment(work, rowId, id);
  if (comment.active !== active) await saveComment(work.tx, id, comment.version, { active });
}

/** Whoever opens the row has seen that they are mentioned there. */
export function rowSeen(tx: Transaction, register: Register, rowId: string): Promise<void> {
  return markMentionsSeen(tx, register.name, rowId);
}

async function rowOf({ tx, register }: RegisterWork, rowId: string): Promise<Row> {
  const row = (await readRow(tx, register, rowId)) as Row | undefined;
  if (row === undefined) throw new RefusedError(404);
  return row;
}

async function ownComment({ tx, register, actor }: RegisterWork, rowId: string, id: string): Promise<Comment> {
  const comment = await readComment(tx, register.name, rowId, id);
  if (comment === undefined || (!comment.active && comment.createdBy !== actor.personId)) throw new RefusedError(404);
  if (comment.createdBy !== actor.personId) throw new RefusedError(403);
  return comment;
}

async function readBody({ kernel, tx }: RegisterWork, written: string) {
  const body = commentBody(written);
  const refused = (fault: CommentFault) => ({ ok: false as const, fault });
  if (body === '') return refused({ reason: 'empty' });
  if (body.length > longestComment) return refused({ reason: 'tooLong' });
  const names = [...new Set(namesAfterMarks(body).flat())];
  const called = names.length === 0 ? new Map() : await kernel.references.get('person')?.find(tx, names);
  const mentions = mentionsIn(body, called ?? new Map());
  if (!mentions.ok) return refused({ reason: 'ambiguous', name: mentions.name });
  return { ok: true as const, body, mentioned: mentions.people };
}

/** Mails those who are named and have not been told of this comment before; answers who may not read the row. */
async function tell(
  { kernel, tx, actor, register, language }: RegisterWork,
  row: Row,
  comment: { readonly id: string; readonly body: string },
  mentioned: readonly string[],
): Promise<readonly string[]> {
  const { house } = kernel;
  if (house === undefined || mentioned.length === 0) return [];
  const recipients = await house.recipients(tx, mentioned);
  const title = String(row[register.heads]);
  const link = new URL(`${register.path}/${row.id}#kommentar-${comment.id}`, house.address()).href;
  const untold: string[] = [];
  for (const personId of mentioned) {
    if (personId === actor.personId) continue;
    const person = await house.actorOf(tx, personId);
    if (person === undefined || !may(person, register.read)) untold.push(personId);
    else if (await insertMention(tx, comment.id, personId)) {
      const recipient = recipients.get(personId);
      if (recipient === undefined) continue;
      const t = commentTexts(recipient.language).mail;
      const { one } = register.texts(recipient.language);
      await enqueueMail(tx, {
        to: recipient.email,
        subject: t.subject(title),
        text: t.text(recipient.name, actor.name, one, title, comment.body, link),
      });
    }
  }
  const names = await kernel.references.get('person')?.labels(tx, untold, language);
  return untold.map((id) => names?.get(id) ?? id);
}
