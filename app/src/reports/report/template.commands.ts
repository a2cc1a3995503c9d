import { type TemplateFault, wordTemplateFaults } from '@samband/documents/word';
import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FileProblem, Files } from '../../foundation/files/index.ts';
import { RefusedError, type SambandRequest } from '../../foundation/http/index.ts';
import { adoptReports } from './access.ts';
import { readTemplate, saveTemplate } from './template.store.ts';

/** A template holds styles and a logo; more than this is a document with pictures. */
export const largestTemplate = 10 * 1024 * 1024;

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export type TemplateResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'noFile' | 'conflict' }
  | { readonly ok: false; readonly reason: 'notWord'; readonly name: string }
  | { readonly ok: false; readonly reason: 'file'; readonly problem: FileProblem }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly TemplateFault[] };

/** Keeps the file and makes it the template; nothing of it is used before all of it has been looked through. */
export async function receiveTemplate(request: SambandRequest, files: Files): Promise<TemplateResult> {
  const actor = request.person;
  requireTemplateRight(actor);
  let version = 0;
  for await (const part of request.upload({ maxBytes: largestTemplate, maxFiles: 1 })) {
    if (part.kind === 'field') {
      if (part.name === 'version') version = Number(part.value);
      continue;
    }
    const name = part.fileName.slice(-255);
    if (name === '') continue;
    const kept = await files.put(actor.tenantId, part.stream, { limitBytes: largestTemplate, fileName: name });
    if (!kept.ok) return { ok: false, reason: 'file', problem: kept.reason };
    if (kept.type !== wordType) return { ok: false, reason: 'notWord', name };
    const bytes = await templateBytes(files, actor.tenantId, kept.sha256);
    const faults = bytes === undefined ? [] : await wordTemplateFaults(bytes);
    if (faults.length > 0) return { ok: false, reason: 'faults', faults };
    if (!Number.isInteger(version) || version < 0 || version > 1e9) throw new RefusedError(400);
    const { sha256, size } = kept;
    const saved = await request.transaction((tx) =>
      saveTemplate(tx, { fileName: name, sha256, bytes: size, active: true }, version),
    );
    return saved ? { ok: true } : { ok: false, reason: 'conflict' };
  }
  return { ok: false, reason: 'noFile' };
}

/** Put aside or taken up again; the file stays. */
export async function useTemplate(tx: Transaction, actor: Actor, version: number, active: boolean): Promise<boolean> {
  requireTemplateRight(actor);
  const template = await readTemplate(tx);
  if (template === undefined) throw new RefusedError(404);
  return saveTemplate(tx, { ...template, active }, version);
}

function requireTemplateRight(actor: Actor): void {
  if (!may(actor, adoptReports)) throw new RefusedError(403);
}

/** The whole file; undefined where it has gone. */
export async function templateBytes(files: Files, tenantId: string, sha256: string): Promise<Uint8Array | undefined> {
  const content = await files.read(tenantId, sha256);
  if (content === undefined) return undefined;
  return new Uint8Array(await new Response(content.stream()).arrayBuffer());
}
