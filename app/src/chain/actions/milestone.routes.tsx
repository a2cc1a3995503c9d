import { field, idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { type Kernel, readRow } from '../../foundation/register/index.ts';
import { tellActions } from './access.ts';
import { action } from './action.rules.ts';
import { actionPageTexts } from './action-page.texts.ts';
import { actionWork, backOr, exampleId, sent, sentVersion } from './action-work.ts';
import {
  addMilestone,
  changeMilestone,
  keepMilestone,
  type MilestoneResult,
  moveMilestone,
  reachMilestone,
  readMilestoneOf,
} from './milestone.commands.ts';
import type { Milestone, MilestoneForm } from './milestone.rules.ts';
import { MilestonePage } from './milestone.view.tsx';
import { actionHref } from './status.view.tsx';

export function milestoneRoutes(kernel: Kernel): readonly Route[] {
  const at = (rest: string, filled: string) => ({
    path: `${action.path}/:id/delmal${rest}`,
    example: `${action.path}/${exampleId}/delmal${filled}`,
    access: tellActions,
  });
  const one = (rest: string) => at(`/:milestone${rest}`, `/${exampleId}${rest}`);
  return [
    { ...at('', ''), method: 'post', handle: (request) => add(kernel, request) },
    { ...one(''), method: 'get', handle: changePage },
    { ...one(''), method: 'post', handle: (request) => change(kernel, request) },
    {
      ...one('/nadd'),
      method: 'post',
      handle: (request) =>
        act(request, (tx, id, milestone, version, value) =>
          reachMilestone(actionWork(kernel, request, tx), id, milestone, version, value !== 'nej'),
        ),
    },
    {
      ...one('/flytta'),
      method: 'post',
      handle: (request) =>
        act(request, async (tx, id, milestone, _version, value) => {
          await moveMilestone(actionWork(kernel, request, tx), id, milestone, value === 'upp' ? 'up' : 'down');
          return { ok: true };
        }),
    },
    {
      ...one('/ta-bort'),
      method: 'post',
      handle: (request) =>
        act(
          request,
          (tx, id, milestone, version) => keepMilestone(actionWork(kernel, request, tx), id, milestone, version, false),
          actionPageTexts(request.language).milestones.removed,
        ),
    },
    {
      ...one('/ta-tillbaka'),
      method: 'post',
      handle: (request) =>
        act(request, (tx, id, milestone, version) =>
          keepMilestone(actionWork(kernel, request, tx), id, milestone, version, true),
        ),
    },
  ];
}

function milestoneParam({ params }: SambandRequest): string {
  const id = params.milestone ?? '';
  if (!isId(id)) throw new RefusedError(404);
  return id;
}

async function add(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const form = { title: sent(fields, 'title'), due: field(fields, 'due') };
  const result = await request.transaction((tx) => addMilestone(actionWork(kernel, request, tx), id, form));
  return answer(request, id, result, form, actionPageTexts(request.language).milestones.added);
}

async function changePage(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const milestone = await request.transaction((tx) => readMilestoneOf({ tx }, id, milestoneParam(request)));
  return page(request, id, { title: milestone.title, due: milestone.due ?? '' }, { milestone });
}

async function change(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const version = sentVersion(fields);
  const form = { title: sent(fields, 'title'), due: field(fields, 'due') };
  const milestoneId = milestoneParam(request);
  const [milestone, result] = await request.transaction(async (tx) => {
    const work = actionWork(kernel, request, tx);
    return [
      await readMilestoneOf(work, id, milestoneId),
      await changeMilestone(work, id, milestoneId, version, form),
    ] as const;
  });
  const saved = actionPageTexts(request.language).milestones.saved;
  // What was wrong is put right against the version that was seen, not against what others have saved since.
  return answer(request, id, result, form, saved, { ...milestone, version });
}

async function act(
  request: SambandRequest,
  work: (
    tx: Parameters<Parameters<SambandRequest['transaction']>[0]>[0],
    id: string,
    milestone: string,
    version: number,
    value: string,
  ) => Promise<MilestoneResult>,
  done?: string,
): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const version = sentVersion(fields);
  const milestone = milestoneParam(request);
  const result = await request.transaction((tx) => work(tx, id, milestone, version, field(fields, 'gor')));
  const back = backOr(field(fields, 'back'), `${actionHref(id)}#delmal`);
  if (result.ok) return request.redirect(back, done === undefined ? undefined : { kind: 'success', text: done });
  return request.redirect(back, {
    kind: 'warning',
    text: actionPageTexts(request.language).milestones.conflict,
  });
}

async function answer(
  request: SambandRequest,
  id: string,
  result: MilestoneResult,
  form: MilestoneForm,
  done: string,
  milestone?: Milestone,
): Promise<Response> {
  if (result.ok) return request.redirect(`${actionHref(id)}#delmal`, { kind: 'success', text: done });
  return result.reason === 'invalid'
    ? page(request, id, form, { milestone, faults: result.faults }, 422)
    : page(request, id, form, { milestone, theirs: result.theirs }, 409);
}

async function page(
  request: SambandRequest,
  id: string,
  form: MilestoneForm,
  more: Pick<Parameters<typeof MilestonePage>[0], 'milestone' | 'faults' | 'theirs'>,
  status = 200,
): Promise<Response> {
  const row = await request.transaction((tx) => readRow(tx, action, id));
  if (row === undefined) throw new RefusedError(404);
  return request.html(<MilestonePage shell={request.shell()} row={row} form={form} {...more} />, status);
}
