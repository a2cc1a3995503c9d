import { brokenConstraint, type Transaction } from '../database/index.ts';
import { idParam, type Route, type SambandRequest } from '../http/index.ts';
import { bringTables } from './access.ts';
import { GoneOnError, undoImport } from './import.commands.ts';
import { importsPath } from './import.rules.ts';
import type { Intake } from './intake.ts';
import { runHref } from './paths.ts';
import { beginUndo, runOf, stopRun } from './run.commands.ts';
import { nextHref, RunPage } from './run.view.tsx';
import { refusedText } from './said.ts';
import type { IntakeWork } from './target.ts';
import { texts } from './texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** Undoing, and how far it has come with what goes on beside the page. */
export function runRoutes(intake: Intake): readonly Route[] {
  const access = bringTables;
  const one = (rest: string) => ({ path: `${importsPath}/:id${rest}`, example: `${importsPath}/${noId}${rest}` });
  return [
    { method: 'post', ...one('/angra'), access, handle: (request) => undo(intake, request) },
    { method: 'get', ...one('/forlopp'), access, handle: progress },
    { method: 'post', ...one('/avbryt'), access, handle: stop },
  ];
}

async function undo(intake: Intake, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const { language } = request;
  const t = texts(language).receipt;
  const queued = await request.transaction((tx) => beginUndo(intake, workOf(intake, request, tx), id));
  if (queued) return request.redirect(runHref(id));
  try {
    await request.transaction((tx) => undoImport(intake, workOf(intake, request, tx), id));
  } catch (error) {
    // What was imported is pointed at by something that cannot do without it.
    const inUse = brokenConstraint(error) !== undefined;
    if (!inUse && !(error instanceof GoneOnError)) throw error;
    const refused = error instanceof GoneOnError ? ({ reason: 'goneOn', titles: error.titles } as const) : undefined;
    const text = refusedText(refused ?? { reason: 'inUse' }, language);
    return request.redirect(`${importsPath}/${id}`, { kind: 'warning', text });
  }
  return request.redirect(`${importsPath}/${id}`, { kind: 'success', text: t.undone });
}

async function progress(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const run = await request.transaction((tx) => runOf(tx, id));
  return request.html(<RunPage shell={request.shell()} run={run} />);
}

async function stop(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const run = await request.transaction((tx) => stopRun(tx, id));
  return request.redirect(run.state === 'running' ? runHref(id) : nextHref(run));
}

function workOf({ kernel }: Intake, { person: actor, language }: SambandRequest, tx: Transaction): IntakeWork {
  return { kernel, tx, actor, language };
}
