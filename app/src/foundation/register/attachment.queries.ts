import { may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { FileContent } from '../files/index.ts';
import type { SambandRequest } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { type Attachment, attachmentsOfRows, readAttachment } from './attachment.store.ts';
import type { House, Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';

export interface AttachmentsPart {
  readonly attachments: readonly Attachment[];
  /** Of those who attached them. */
  readonly people: ReadonlyMap<string, string>;
  /** Of one file, in bytes. */
  readonly limit: number;
}

export async function attachmentsPart(
  kernel: Kernel,
  house: House,
  tx: Transaction,
  register: Register,
  rowId: string,
  language: Language,
): Promise<AttachmentsPart> {
  const attachments = await attachmentsOfRows(tx, register.name, [rowId]);
  const ids = [...new Set(attachments.flatMap(({ createdBy }) => createdBy ?? []))];
  const people = (await kernel.references.get('person')?.labels(tx, ids, language)) ?? new Map<string, string>();
  return { attachments, people, limit: house.fileLimit };
}

/** What is attached, for those who may read the row; undefined as if it were not there for all others. */
export async function attachedFile(
  request: SambandRequest,
  kernel: Kernel,
  house: House,
  id: string,
): Promise<{ readonly attachment: Attachment; readonly content: FileContent | undefined } | undefined> {
  const { person } = request;
  const attachment = await request.transaction((tx) => readAttachment(tx, id));
  const register = kernel.registers.find(({ name }) => name === attachment?.register);
  if (attachment === undefined || register === undefined || !may(person, register.read)) return undefined;
  return { attachment, content: await house.files.read(person.tenantId, attachment.sha256) };
}
