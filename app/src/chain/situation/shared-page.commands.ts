import { createHash, randomBytes } from 'node:crypto';
import type { Snapshot } from '@samband/kolada';
import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { writeSituation } from './access.ts';
import { expiresAfter, type SharedSituation, type ShareFault, shareForm } from './shared-page.rules.ts';
import { insertPage, readPage, saveRevoked } from './shared-page.store.ts';

export type ShareResult =
  | { readonly ok: true; readonly id: string; readonly token: string }
  | { readonly ok: false; readonly faults: readonly ShareFault[] };

/** Keeps the page as it is and gives the link's secret back: this once, since only its hash is kept. */
export async function sharePage(
  tx: Transaction,
  actor: Actor,
  form: { readonly title: string; readonly validity: string },
  frozen: { readonly content: SharedSituation; readonly snapshot: Snapshot },
  now: Date,
): Promise<ShareResult> {
  requireSharer(actor);
  const parsed = shareForm.safeParse(form);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => ({ field: path[0], reason: message }) as unknown as ShareFault,
    );
    return { ok: false, faults };
  }
  const { title, validity } = parsed.data;
  const id = newId();
  // 256 random bits need no slow hash.
  const token = randomBytes(32).toString('base64url');
  await insertPage(tx, { id, title, linkHash: hashOfLink(token), expiresAt: expiresAfter(validity, now), ...frozen });
  return { ok: true, id, token };
}

export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Takes the link back, or gives it back; what was frozen stays as it was. Doing it twice is doing it once. */
export async function setRevoked(
  tx: Transaction,
  actor: Actor,
  id: string,
  revoked: boolean,
  now: Date,
): Promise<void> {
  requireSharer(actor);
  const page = await readPage(tx, id);
  if (page === undefined) throw new RefusedError(404);
  if ((page.revokedAt !== null) === revoked) return;
  const saved = await saveRevoked(tx, id, page.version, revoked ? now : null);
  if (!saved.ok) throw new RefusedError(saved.reason === 'conflict' ? 409 : 404);
}

function requireSharer(actor: Actor): void {
  if (!may(actor, writeSituation)) throw new RefusedError(403);
}
