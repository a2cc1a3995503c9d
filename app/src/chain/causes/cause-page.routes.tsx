import type { Transaction } from '../../foundation/database/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { type Kernel, readRow } from '../../foundation/register/index.ts';
import { type FieldError, Page } from '../../foundation/ui/index.ts';
import { writeCauses } from './access.ts';
import { backIn, exampleId, versionIn, workOf } from './address.routes.ts';
import { analysisTexts } from './analysis.texts.ts';
import { analysisHref } from './analysis-address.rules.ts';
import { causeToChange, judgeCause, moveCause, refusedByDatabase, splitCause, type Wish } from './cause.commands.ts';
import { type CauseState, cause, causeStates } from './cause.rules.ts';
import { moveConflict, movePage } from './cause-page.queries.ts';
import { causePageTexts } from './cause-page.texts.ts';
import { JudgeForm } from './cause-page.view.tsx';
import { itemsOf } from './item.rules.ts';
import { CauseMovePage, MoveConflictPage, SplitPage } from './move.view.tsx';
import { problem } from './problem.rules.ts';
import type { CauseRow } from './rows.queries.ts';
import type { Step } from './tree.rules.ts';

const path = '/orsaker/orsak/:id';
const example = (rest: string) => `/orsaker/orsak/${exampleId}/${rest}`;

/** What is done to a cause: moved, split, judged. */
export function causePageRoutes(kernel: Kernel): readonly Route[] {
  const route = (method: 'get' | 'post', rest: string, handle: Route['handle']): Route => ({
    method,
    path: `${path}/${rest}`,
    example: example(rest),
    access: writeCauses,
    handle,
  });
  return [
    route('get', 'flytta', (request) => movingPage(request)),
    route('post', 'flytta', (request) => move(kernel, request)),
    route('get', 'dela', (request) => splittingPage(kernel, request)),
    route('post', 'dela', (request) => split(kernel, request)),
    route('post', 'bedom', (request) => judge(kernel, request)),
  ];
}

async function movingPage(request: SambandRequest, error?: string, asked?: string): Promise<Response> {
  const page = await request.transaction((tx) => movePage(tx, request.person, idParam(request), request.language));
  if (page === undefined) throw new RefusedError(404);
  const back = backIn(
    asked ?? request.url.searchParams.get('back') ?? '',
    analysisHref(page.analysis.focus.id, 'tree'),
  );
  return request.html(
    <CauseMovePage shell={request.shell()} page={page} back={back} error={error} />,
    error === undefined ? 200 : 422,
  );
}

async function move(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const version = versionIn(fields);
  const t = causePageTexts(request.language).moving;
  const back = backIn(field(fields, 'back'), `/orsaker/orsak/${id}`);
  const wish = await request.transaction((tx) => wishIn(tx, fields));
  if (wish === undefined) return movingPage(request, t.choose, back);
  const result = await request
    .transaction((tx) => moveCause(workOf(kernel, request, tx), id, version, wish))
    .catch(refusedByDatabase);
  if (result.ok) {
    const anchor = back.includes('/orsaker?') ? `#orsak-${id}` : '';
    return request.redirect(`${back.split('#')[0]}${anchor}`, { kind: 'success', text: t.moved });
  }
  if (result.reason !== 'conflict') return movingPage(request, t[result.reason], back);
  const conflict = await request.transaction((tx) => moveConflict(tx, wish, result));
  return request.html(
    <MoveConflictPage shell={request.shell()} row={result.now} wish={wish} conflict={conflict} back={back} />,
    409,
  );
}

const stepsBySlug: Readonly<Record<string, Step>> = { upp: 'up', ned: 'down', in: 'in', ut: 'out' };

/** `steg=upp`, or `till=problem:<id>` or `till=orsak:<id>`, with `fore=<id>` for the sibling to stand before. Undefined when nothing was chosen. */
async function wishIn(tx: Transaction, fields: FormFields): Promise<Wish | undefined> {
  const step = stepsBySlug[field(fields, 'steg')];
  if (step !== undefined) return { kind: 'step', step };
  const [kind, id = ''] = field(fields, 'till').split(':');
  if (!isId(id)) return undefined;
  const given = field(fields, 'fore');
  const before = isId(given) ? given : null;
  if (kind === 'problem') {
    const row = await readRow(tx, problem, id);
    return row && { kind: 'place', problem: id, parent: null, before };
  }
  const parent = (await readRow(tx, cause, id)) as CauseRow | undefined;
  return parent && { kind: 'place', problem: parent.problem, parent: id, before };
}

async function splittingPage(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const row = await request.transaction((tx) => causeToChange(workOf(kernel, request, tx), idParam(request)));
  const back = backIn(request.url.searchParams.get('back') ?? '', `/orsaker/orsak/${row.id}`);
  return request.html(<SplitPage shell={request.shell()} row={row} text={row.title} back={back} />);
}

async function split(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const version = versionIn(fields);
  const text = field(fields, 'orsaker');
  const t = causePageTexts(request.language).splitting;
  const back = backIn(field(fields, 'back'), `/orsaker/orsak/${id}`);
  const result = await request.transaction((tx) => splitCause(workOf(kernel, request, tx), id, version, text));
  if (result.ok) {
    return request.redirect(`${back.split('#')[0]}`, { kind: 'success', text: t.done(itemsOf(text).length) });
  }
  if (result.reason === 'invalid') throw new RefusedError(422);
  const row = await request.transaction((tx) => causeToChange(workOf(kernel, request, tx), id));
  const error = result.reason === 'empty' ? t.empty : t.conflict(row.title);
  return request.html(
    <SplitPage shell={request.shell()} row={row} text={text} back={back} error={error} />,
    result.reason === 'empty' ? 422 : 409,
  );
}

async function judge(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const version = versionIn(fields);
  const t = causePageTexts(request.language).judge;
  const state = causeStates.find((code) => code === field(fields, 'state'));
  const judgement = field(fields, 'judgement').replaceAll('\r\n', '\n').trim();
  if (state === undefined) throw new RefusedError(400);
  const wrong = judgement === '' ? t.missing : judgement.length > 5000 ? t.tooLong : undefined;
  if (wrong !== undefined) {
    return judgePage(kernel, request, { state, judgement }, [{ field: 'judgement', text: wrong }]);
  }
  const day = request.now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  const result = await request.transaction((tx) =>
    judgeCause(workOf(kernel, request, tx), id, version, { state, judgement, day }),
  );
  if (result.ok) return request.redirect(`/orsaker/orsak/${id}`, { kind: 'success', text: t.saved });
  if (result.reason === 'invalid') throw new RefusedError(422);
  return judgePage(kernel, request, { state, judgement }, [], true);
}

async function judgePage(
  kernel: Kernel,
  request: SambandRequest,
  written: { readonly state: CauseState; readonly judgement: string },
  errors: readonly FieldError[],
  conflict = false,
): Promise<Response> {
  const { language } = request;
  const t = causePageTexts(language).judge;
  const row = await request.transaction((tx) => causeToChange(workOf(kernel, request, tx), idParam(request)));
  const theirs = { state: t.states[row.state ?? 'hypothesis'], judgement: row.judgement };
  return request.html(
    <Page
      shell={request.shell()}
      narrow
      title={row.title}
      crumbs={[{ href: `/orsaker/orsak/${row.id}`, label: analysisTexts(language).navigation }]}
    >
      <JudgeForm row={row} {...written} errors={errors} language={language} {...(conflict ? { theirs } : {})} />
    </Page>,
    conflict ? 409 : 422,
  );
}
