import { brokenConstraint, type Transaction } from '../database/index.ts';
import {
  type FormFields,
  field,
  fieldList,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../http/index.ts';
import { formatNumber } from '../ui/index.ts';
import { bringTables } from './access.ts';
import { leaveOutFaults, type MendedRows, mendRows, openDraft } from './draft.commands.ts';
import { goingOf } from './draft.queries.ts';
import { importDraft } from './import.commands.ts';
import { importsPath } from './import.rules.ts';
import type { Intake } from './intake.ts';
import { draftHref, runHref, tableHref, tableNumber } from './paths.ts';
import { type PreviewAsked, previewOf } from './preview.queries.ts';
import { PreviewPage } from './preview.view.tsx';
import { mostAtOnce, queueRun } from './run.commands.ts';
import { type IntakeWork, rowStates } from './target.ts';
import { texts } from './texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** Row by row what would happen, mending rows, and the yes. */
export function previewRoutes(intake: Intake): readonly Route[] {
  const access = bringTables;
  const draft = (rest: string) => ({ path: draftHref(':id', rest), example: draftHref(noId, rest) });
  const table = (rest: string) => ({
    path: `${draftHref(':id')}/tabell/:number${rest}`,
    example: tableHref(noId, 1, rest),
  });
  return [
    { method: 'get', ...draft('/granska'), access, handle: (request) => preview(intake, request) },
    { method: 'post', ...draft('/las-in'), access, handle: (request) => apply(intake, request) },
    { method: 'post', ...table('/utelamna'), access, handle: leaveOut },
    { method: 'post', ...table('/ratta'), access, handle: mend },
  ];
}

async function preview(intake: Intake, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const { language } = request;
  const { page, waits } = await request.transaction(async (tx) => {
    const found = await previewOf(intake, workOf(intake, request, tx), id, askedOf(request));
    if (found.waits === undefined) return { page: found, waits: false };
    const about = { id, kind: 'preview', title: found.draft.title, total: found.waits } as const;
    return { page: found, waits: await queueRun(tx, about, language) };
  });
  if (page.draft.state === 'done') return request.redirect(`${importsPath}/${id}`);
  if (page.draft.state === 'running' || waits) return request.redirect(runHref(id));
  return request.html(<PreviewPage shell={request.shell()} {...page} />);
}

function askedOf({ url }: SambandRequest): PreviewAsked {
  const shown = url.searchParams.get('visa') ?? '';
  const page = Number(url.searchParams.get('sida'));
  return {
    show: shown === 'all' ? 'all' : rowStates.find((state) => state === shown),
    table: tableNumber(url.searchParams.get('tabell') ?? '') ?? 1,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

async function leaveOut(request: SambandRequest): Promise<Response> {
  const [id, number] = [idParam(request), numberParam(request)];
  const all = field(await request.fields(), 'utelamna') === 'ja';
  await request.transaction((tx) => leaveOutFaults(tx, id, number, all));
  return request.redirect(draftHref(id, '/granska'));
}

async function mend(request: SambandRequest): Promise<Response> {
  const [id, number] = [idParam(request), numberParam(request)];
  const mended = readMended(await request.fields());
  await request.transaction((tx) => mendRows(tx, id, number, mended));
  return request.redirect(`${draftHref(id, '/granska')}#tabell-${number}`);
}

const longest = 20_000;

/** Values stand as `rad-17-starts`, the place of the row and the field. */
function readMended(fields: FormFields): MendedRows {
  const said: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(fields)) {
    const [, row, key] = /^rad-(\d{1,7})-(\w{1,60})$/.exec(name) ?? [];
    if (row === undefined || key === undefined) continue;
    const text = fieldList(fields, name).filter(Boolean).join('\n');
    said[row] = { ...said[row], [key]: text.slice(0, longest) };
  }
  const rowsIn = (name: string) =>
    fieldList(fields, name).flatMap((text) => (/^\d{1,7}$/.test(text) ? [Number(text)] : []));
  return { said, out: rowsIn('utelamna'), back: rowsIn('ta-med') };
}

async function apply(intake: Intake, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const { language } = request;
  const t = texts(language);
  const queued = await request.transaction(async (tx) => {
    const { title } = await openDraft(tx, id);
    const { rows } = await goingOf(intake, tx, id);
    if (rows <= mostAtOnce) return false;
    return queueRun(tx, { id, kind: 'import', title, total: rows }, language);
  });
  if (queued) return request.redirect(runHref(id));
  const result = await request
    .transaction(async (tx) => {
      const done = await importDraft(intake, workOf(intake, request, tx), id);
      if (!done.ok) throw new NotReady();
      return done.counts;
    })
    .catch((error: unknown) => {
      // A constraint is broken by what somebody else has saved meanwhile; the preview made anew tells.
      if (error instanceof NotReady || brokenConstraint(error) !== undefined) return undefined;
      throw error;
    });
  if (result === undefined)
    return request.redirect(draftHref(id, '/granska'), { kind: 'error', text: t.preview.stillFaults });
  const { added, changed, already } = result;
  const [first, second, third] = [added, changed, already].map((value) => formatNumber(value, language));
  const text = added + changed === 0 && already > 0 ? t.receipt.nothingNew : t.receipt.done(first!, second!, third!);
  return request.redirect(`${importsPath}/${id}`, { kind: 'success', text });
}

function workOf({ kernel }: Intake, { person: actor, language }: SambandRequest, tx: Transaction): IntakeWork {
  return { kernel, tx, actor, language };
}

export function numberParam({ params }: SambandRequest): number {
  const number = tableNumber(params.number);
  if (number === undefined) throw new RefusedError(404);
  return number;
}

/** The preview says why; the transaction must be rolled back. */
class NotReady extends Error {
  override readonly name = 'NotReady';
}
