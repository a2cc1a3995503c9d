import { documentFaults } from '@samband/documents';
import { may, type Permission } from '../../foundation/access/index.ts';
import { rowAtVersion } from '../../foundation/audit/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { readRow, saveRow } from '../../foundation/register/index.ts';
import { adoptReports, writeReports } from './access.ts';
import { arrange, inOrder, type KeptPart, type Move, movedPart } from './arrange.rules.ts';
import { freshParts, type ReportRow, type ReportWork } from './compose.queries.ts';
import { editionsOf, insertEdition } from './edition.store.ts';
import {
  insertPart,
  keepMaterial,
  lockReport,
  type PartChange,
  partsOf,
  readMaterials,
  savePart,
  setMaterial,
  setPlaces,
} from './part.store.ts';
import { partChanges } from './part-changes.rules.ts';
import { reportDocument } from './report.queries.ts';
import { isBody, report } from './report.rules.ts';

export type TakeResult =
  | { readonly ok: true; readonly taken: number }
  /** Adopted, or what was shown is no longer what would be taken in. */
  | { readonly ok: false; readonly reason: 'adopted' | 'moved' };

/**
 * Takes in what the chain tells now: all of it, or one part. `seen` are the hashes that the person was shown, by part; what has moved on since is shown again
 * instead. What people have written is never touched.
 */
export async function takeIn(
  work: ReportWork,
  id: string,
  which: { readonly kind: 'all' } | { readonly kind: 'part'; readonly key: string },
  seen: ReadonlyMap<string, string> | undefined,
): Promise<TakeResult> {
  const { tx, today } = work;
  const row = await reportToWrite(work, id);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  // Before anything is written: what is composed is shared with those who only look.
  const fresh = await freshParts(work, row);
  await lockReport(tx, id);
  const kept = await partsOf(tx, id);
  const materials = await readMaterials(
    tx,
    kept.flatMap(({ material }) => material ?? []),
  );
  const changes = partChanges(kept, fresh, materials);
  const wanted =
    which.kind === 'all' ? changes : changes.filter((one) => keyIn(one.part, fresh, one.hash) === which.key);
  if (seen !== undefined) {
    const moved = wanted.some((one) => seen.get(keyIn(one.part, fresh, one.hash)) !== one.hash);
    if (moved || (which.kind === 'part' && wanted.length === 0)) return { ok: false, reason: 'moved' };
  }
  const hashes = new Set(wanted.map(({ hash }) => hash));
  for (const { hash, content } of fresh) if (hashes.has(hash)) await keepMaterial(tx, hash, content);
  const byKey = new Map(fresh.map((part) => [part.key, part]));
  if (which.kind === 'all' || wanted.some(({ kind }) => kind !== 'changed')) {
    const { added, moved } = arrange(kept, fresh, newId);
    const only = which.kind === 'all' ? undefined : which.key;
    for (const part of added) {
      if (only !== undefined && part.key !== only) continue;
      const { kind, subject, parent, place, appendix } = part;
      const material = byKey.get(part.key)!.hash;
      await insertPart(tx, id, {
        id: part.id,
        kind,
        subject,
        parent,
        place,
        appendix,
        chosen: true,
        heading: '',
        textBefore: '',
        textAfter: '',
        material,
        takenOn: today,
      });
    }
    const ids = new Set(wanted.flatMap(({ part }) => part?.id ?? []));
    await setPlaces(
      tx,
      moved.map((one) => (only === undefined || ids.has(one.id) ? one : { id: one.id, place: one.place })),
    );
  }
  for (const { part, hash, kind } of wanted) {
    if (part !== undefined && kind !== 'gone') await setMaterial(tx, part.id, hash, today);
  }
  return { ok: true, taken: wanted.reduce((sum, { changes: some }) => sum + Math.max(1, some.length), 0) };
}

function keyIn(part: KeptPart | undefined, fresh: readonly { key: string; hash: string }[], hash: string): string {
  if (part !== undefined) return part.subject === null ? part.kind : `${part.kind}-${part.subject}`;
  return fresh.find((one) => one.hash === hash)?.key ?? '';
}

export interface PartForm {
  readonly heading: string;
  readonly textBefore: string;
  readonly textAfter: string;
  readonly chosen: boolean;
}

export type PartFault = { readonly field: keyof PartForm; readonly reason: 'headingNeeded' | 'tooLong' };

export type PartResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly PartFault[] }
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: KeptPart }
  | { readonly ok: false; readonly reason: 'adopted' };

const mostHeading = 200;
const mostText = 20_000;

/** Saves what the person saw at `version`; when somebody else was quicker both versions are shown. */
export async function writePart(
  work: ReportWork,
  id: string,
  partId: string,
  version: number,
  form: PartForm,
): Promise<PartResult> {
  const { row, part } = await partToWrite(work, id, partId);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  const faults: PartFault[] = [];
  if (form.heading.length > mostHeading) faults.push({ field: 'heading', reason: 'tooLong' });
  if (part.kind === 'own' && form.heading === '') faults.push({ field: 'heading', reason: 'headingNeeded' });
  for (const field of ['textBefore', 'textAfter'] as const) {
    if (form[field].length > mostText) faults.push({ field, reason: 'tooLong' });
  }
  if (faults.length > 0) return { ok: false, reason: 'invalid', faults };
  return save(work, id, part, version, {
    heading: form.heading,
    text_before: form.textBefore,
    text_after: form.textAfter,
    chosen: form.chosen,
  });
}

export async function choosePart(
  work: ReportWork,
  id: string,
  partId: string,
  version: number,
  chosen: boolean,
): Promise<PartResult> {
  const { row, part } = await partToWrite(work, id, partId);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  return part.chosen === chosen ? { ok: true } : save(work, id, part, version, { chosen });
}

/** The part as it stood at a version: its texts, whether it is chosen, and what had been taken in. */
export async function restorePart(
  work: ReportWork,
  id: string,
  partId: string,
  version: number,
  wanted: number,
): Promise<PartResult> {
  const { row, part } = await partToWrite(work, id, partId);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  const then = await rowAtVersion(work.tx, 'reports.part', { id: partId }, wanted);
  if (then === undefined) throw new RefusedError(404);
  return save(work, id, part, version, {
    heading: String(then.heading),
    text_before: String(then.text_before),
    text_after: String(then.text_after),
    chosen: then.chosen === true,
    ...(typeof then.material === 'string' && { material: then.material, taken_on: String(then.taken_on) }),
  });
}

async function save(
  work: ReportWork,
  id: string,
  part: KeptPart,
  version: number,
  change: PartChange,
): Promise<PartResult> {
  const saved = await savePart(work.tx, part.id, version, change);
  if (saved.ok) return { ok: true };
  const theirs = (await partsOf(work.tx, id)).find((one) => one.id === part.id);
  if (theirs === undefined) throw new RefusedError(404);
  return { ok: false, reason: 'conflict', theirs };
}

export async function movePart(work: ReportWork, id: string, partId: string, move: Move): Promise<'ok' | 'adopted'> {
  const { row } = await partToWrite(work, id, partId);
  if (row.state === 'adopted') return 'adopted';
  await lockReport(work.tx, id);
  const places = movedPart(await partsOf(work.tx, id), partId, move);
  if (places !== undefined) await setPlaces(work.tx, places);
  return 'ok';
}

export type AddResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'headingNeeded' | 'tooLong' | 'adopted' };

/** A section of one's own, last of the chapter or before the appendices. */
export async function addSection(
  work: ReportWork,
  id: string,
  form: { readonly heading: string; readonly parent: string | null },
): Promise<AddResult> {
  const row = await reportToWrite(work, id);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  if (form.heading === '') return { ok: false, reason: 'headingNeeded' };
  if (form.heading.length > mostHeading) return { ok: false, reason: 'tooLong' };
  await lockReport(work.tx, id);
  const kept = await partsOf(work.tx, id);
  if (form.parent !== null && !kept.some(({ id: one, kind }) => one === form.parent && kind !== 'own')) {
    throw new RefusedError(404);
  }
  const partId = await insertOwn(work, id, kept, { heading: form.heading, parent: form.parent, text: '' });
  return { ok: true, id: partId };
}

async function insertOwn(
  { tx }: ReportWork,
  id: string,
  kept: readonly KeptPart[],
  own: { readonly heading: string; readonly parent: string | null; readonly text: string },
): Promise<string> {
  const siblings = inOrder(kept.filter(({ parent, appendix }) => parent === own.parent && !appendix));
  const partId = newId();
  await insertPart(tx, id, {
    id: partId,
    kind: 'own',
    subject: null,
    parent: own.parent,
    place: (siblings.at(-1)?.place ?? 0) + 1,
    appendix: false,
    chosen: true,
    heading: own.heading,
    textBefore: own.text,
    textAfter: '',
    material: null,
    takenOn: null,
  });
  return partId;
}

/** A text without a place becomes a section of one's own, and the part it stood around is emptied of it. */
export async function placeText(work: ReportWork, id: string, partId: string, heading: string): Promise<PartResult> {
  const { row, part } = await partToWrite(work, id, partId);
  if (row.state === 'adopted') return { ok: false, reason: 'adopted' };
  if (part.present) return { ok: true };
  await lockReport(work.tx, id);
  const kept = await partsOf(work.tx, id);
  const text = [part.textBefore, part.textAfter].filter(Boolean).join('\n\n');
  await insertOwn(work, id, kept, { heading: part.heading || heading.slice(0, mostHeading), parent: null, text });
  // A section of one's own whose chapter has gone stays as a row that nobody is shown.
  return save(work, id, part, part.version, { text_before: '', text_after: '', chosen: false });
}

export type AdoptResult =
  | { readonly ok: true; readonly edition: string }
  | { readonly ok: false; readonly reason: 'bodyNeeded' | 'nothing' | 'unfit' | 'conflict' };

/** The whole document is kept as it stands today; from then on neither it nor the report moves. */
export async function adoptReport(work: ReportWork, id: string, version: number, body: string): Promise<AdoptResult> {
  requirePermission(work, adoptReports);
  const row = await readReport(work, id);
  if (!isBody(body)) return { ok: false, reason: 'bodyNeeded' };
  if (row.state === 'adopted') return { ok: false, reason: 'conflict' };
  const number = ((await editionsOf(work.tx, id))[0]?.number ?? 0) + 1;
  await lockReport(work.tx, id);
  const document = await reportDocument(work, row, { body, number });
  if (document === undefined || document.sections.length === 0) return { ok: false, reason: 'nothing' };
  if (documentFaults(document).length > 0) return { ok: false, reason: 'unfit' };
  const saved = await saveRow(work.tx, report, id, version, {
    state: 'adopted',
    edition: number,
    adoptedOn: work.today,
  });
  if (!saved.ok) return { ok: false, reason: 'conflict' };
  const edition = await insertEdition(work.tx, {
    reportId: id,
    number,
    title: row.title,
    kind: row.kind ?? 'interim',
    adoptedOn: work.today,
    body,
    document,
  });
  return { ok: true, edition };
}

/** A correction: the report is a draft again, and what was adopted stands as it was. */
export async function beginNewVersion(work: ReportWork, id: string, version: number): Promise<boolean> {
  requirePermission(work, writeReports);
  const row = await readReport(work, id);
  if (row.state === 'draft') return true;
  const saved = await saveRow(work.tx, report, id, version, { state: 'draft' });
  return saved.ok;
}

function requirePermission({ actor }: ReportWork, permission: Permission): void {
  if (!may(actor, permission)) throw new RefusedError(403);
}

async function readReport({ tx }: ReportWork, id: string): Promise<ReportRow> {
  const row = await readRow(tx, report, id);
  if (row === undefined || !row.active) throw new RefusedError(404);
  return row;
}

async function reportToWrite(work: ReportWork, id: string): Promise<ReportRow> {
  requirePermission(work, writeReports);
  return readReport(work, id);
}

async function partToWrite(
  work: ReportWork,
  id: string,
  partId: string,
): Promise<{ readonly row: ReportRow; readonly part: KeptPart }> {
  const row = await reportToWrite(work, id);
  const part = (await partsOf(work.tx, id)).find((one) => one.id === partId);
  if (part === undefined) throw new RefusedError(404);
  return { row, part };
}
