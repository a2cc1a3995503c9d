import { RefusedError } from '../http/index.ts';
import { type Json, jsonOf } from './api-value.rules.ts';
import { attachmentsPart } from './attachment.queries.ts';
import { commentsPart } from './comment.queries.ts';
import { linksPart } from './link.queries.ts';
import type { RegisterWork } from './row.commands.ts';
import { plainRow, rowPage } from './row.queries.ts';

type People = ReadonlyMap<string, string>;
const person = (people: People, id: string | null): Json => id && { id, label: people.get(id) ?? id };

/** Newest first: who changed what, and when. `active` is said by true and false, fields as the row gives them. */
export async function apiHistory({ kernel, tx, actor, register, language }: RegisterWork, id: string): Promise<Json> {
  const page = await rowPage(kernel, tx, actor, register, id, language);
  if (page === undefined) throw new RefusedError(404);
  const { history, names } = page;
  const people = names.labels.get('person') ?? new Map<string, string>();
  return {
    rows: history.map(({ at, who, operation, version, changes }) => ({
      ...{ at: new Date(at).toISOString(), by: person(people, who), operation, version },
      changes: changes.map(({ column, before, after }) => ({
        field: column?.key ?? 'active',
        before: column === undefined ? (before as Json) : jsonOf(names, column, before),
        after: column === undefined ? (after as Json) : jsonOf(names, column, after),
      })),
    })),
  };
}

/** Oldest first; removed ones are left out. */
export async function apiComments({ kernel, tx, register, language }: RegisterWork, id: string): Promise<Json> {
  await plainRow(tx, register, id);
  const { comments, people } = await commentsPart(kernel, tx, register, id, language, true);
  return {
    rows: comments
      .filter(({ active }) => active)
      .map(({ id: commentId, version, body, mentioned, createdAt, createdBy, changedAt }) => ({
        ...{ id: commentId, version, body, mentioned: mentioned.map((one) => person(people, one)) },
        ...{ createdAt: new Date(createdAt).toISOString(), createdBy: person(people, createdBy) },
        changedAt: new Date(changedAt).toISOString(),
      })),
  };
}

/** Only what the person may read at the other end. */
export async function apiLinks({ kernel, tx, actor, register, language }: RegisterWork, id: string): Promise<Json> {
  await plainRow(tx, register, id);
  const { links } = await linksPart(kernel, tx, actor, register, id, language);
  return {
    rows: links
      .filter(({ active }) => active)
      .map(({ id: linkId, other, label, note }) => ({
        ...{ id: linkId, kind: other.kind, to: { id: other.id, label }, note },
      })),
  };
}

export async function apiAttachments({ kernel, tx, register, language }: RegisterWork, id: string): Promise<Json> {
  await plainRow(tx, register, id);
  const { attachments, people } = await attachmentsPart(kernel, kernel.house!, tx, register, id, language);
  return {
    rows: attachments
      .filter(({ active }) => active)
      .map(({ id: fileId, fileName, mediaType, bytes, sha256, createdAt, createdBy }) => ({
        ...{ id: fileId, fileName, mediaType, bytes, sha256 },
        ...{ createdAt: new Date(createdAt).toISOString(), createdBy: person(people, createdBy) },
      })),
  };
}
