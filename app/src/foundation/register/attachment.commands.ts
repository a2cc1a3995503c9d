import type { FileProblem } from '../files/index.ts';
import { RefusedError, type SambandRequest } from '../http/index.ts';
import { mostFiles } from './attachment.rules.ts';
import { insertAttachment, nameOfContent, readAttachment, saveAttachment } from './attachment.store.ts';
import type { House, Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';
import { type RegisterWork, rowToChange } from './row.commands.ts';

export interface Attached {
  readonly added: readonly string[];
  /** The row has the same content already, as a file called `as`. */
  readonly same: readonly { readonly name: string; readonly as: string }[];
  readonly refused: readonly { readonly name: string; readonly problem: FileProblem }[];
}

/** Takes the files of a form one by one as they come; each that can be taken is, whatever the others are. */
export async function attachFiles(
  request: SambandRequest,
  kernel: Kernel,
  house: House,
  register: Register,
  rowId: string,
): Promise<Attached> {
  const { person: actor, language } = request;
  // Before anything is received, and not only after.
  await request.transaction((tx) => rowToChange({ kernel, tx, actor, register, language }, rowId));
  const attached = {
    added: [] as string[],
    same: [] as Attached['same'][number][],
    refused: [] as Attached['refused'][number][],
  };
  for await (const part of request.upload({ maxBytes: house.fileLimit, maxFiles: mostFiles })) {
    if (part.kind !== 'file') continue;
    const name = part.fileName.slice(-255);
    const kept = await house.files.put(actor.tenantId, part.stream, { limitBytes: house.fileLimit, fileName: name });
    if (!kept.ok) {
      attached.refused.push({ name, problem: kept.reason });
      continue;
    }
    const as = await request.transaction(async (tx) => {
      await rowToChange({ kernel, tx, actor, register, language }, rowId);
      const { sha256, size, type } = kept;
      const content = { sha256, bytes: size, mediaType: type };
      return insertAttachment(tx, { register: register.name, rowId, fileName: name, ...content });
    });
    if (as === undefined) attached.added.push(name);
    else attached.same.push({ name, as });
  }
  return attached;
}

/** Removing hides, and can be undone, unless the row has got the same content again meanwhile. */
export async function setAttachmentActive(
  work: RegisterWork,
  rowId: string,
  id: string,
  active: boolean,
): Promise<{ readonly ok: boolean; readonly name: string }> {
  const { tx, register } = work;
  await rowToChange(work, rowId);
  const attachment = await readAttachment(tx, id);
  if (attachment === undefined || attachment.register !== register.name || attachment.rowId !== rowId)
    throw new RefusedError(404);
  const { fileName: name, sha256 } = attachment;
  if (attachment.active === active) return { ok: true, name };
  if (active && (await nameOfContent(tx, register.name, rowId, sha256)) !== undefined) return { ok: false, name };
  await saveAttachment(tx, attachment, active);
  return { ok: true, name };
}
