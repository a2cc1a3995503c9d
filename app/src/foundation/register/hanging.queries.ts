import type { Actor } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { type AttachmentsPart, attachmentsPart } from './attachment.queries.ts';
import { type CommentsPart, commentsPart } from './comment.queries.ts';
import type { Kernel } from './kernel.ts';
import { type LinksPart, linksPart } from './link.queries.ts';
import type { Register } from './register.rules.ts';

/** What hangs on a row of any register. */
export interface Hanging {
  readonly links: LinksPart;
  readonly attachments: AttachmentsPart | undefined;
  readonly comments: CommentsPart;
}

export async function hangingOn(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  register: Register,
  rowId: string,
  language: Language,
  allComments: boolean,
): Promise<Hanging> {
  const { house } = kernel;
  return {
    links: await linksPart(kernel, tx, actor, register, rowId, language),
    attachments: house && (await attachmentsPart(kernel, house, tx, register, rowId, language)),
    comments: await commentsPart(kernel, tx, register, rowId, language, allComments),
  };
}
