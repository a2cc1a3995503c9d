import type { Transaction } from '../../foundation/database/index.ts';
import { field, idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { type Kernel, readRow } from '../../foundation/register/index.ts';
import { peopleNames } from '../../foundation/tenancy/index.ts';
import { tellActions } from './access.ts';
import { action } from './action.rules.ts';
import { actionPageTexts, actionWords } from './action-page.texts.ts';
import { type ActionState, isState, isStatus } from './action-state.rules.ts';
import { actionWork, backOr, exampleId, sent } from './action-work.ts';
import { moveAction, tellStatus } from './status.commands.ts';
import type { Telling } from './status.store.ts';
import { actionHref, MoveConflictPage, MovePage, StatusConflictPage, StatusPage } from './status.view.tsx';

/** How it goes, and where it stands. */
export function statusRoutes(kernel: Kernel): readonly Route[] {
  const at = (rest: string) => ({
    path: `${action.path}/:id/${rest}`,
    example: `${action.path}/${exampleId}/${rest}`,
    access: tellActions,
  });
  return [
    { ...at('status'), method: 'post', handle: (request) => tell(kernel, request) },
    { ...at('lage'), method: 'get', handle: (request) => movePage(request) },
    { ...at('lage'), method: 'post', handle: (request) => move(kernel, request) },
  ];
}

async function tell(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const form = { status: sent(fields, 'status'), comment: field(fields, 'comment'), seen: field(fields, 'seen') };
  const back = backOr(field(fields, 'back'), actionHref(id));
  const result = await request.transaction((tx) => tellStatus(actionWork(kernel, request, tx), id, form));
  const t = actionPageTexts(request.language).tell;
  if (result.ok) {
    const colour = actionWords(request.language).colour[result.status];
    return request.redirect(back, { kind: 'success', text: t.told(colour) });
  }
  const shell = request.shell();
  switch (result.reason) {
    case 'closed':
      return request.redirect(back, { kind: 'warning', text: t.closed });
    case 'invalid':
      return request.html(
        <StatusPage
          shell={shell}
          row={result.row}
          seen={form.seen}
          back={back}
          comment={form.comment}
          error={t.fault[result.fault]}
        />,
        422,
      );
    case 'conflict':
      if (!isStatus(form.status)) throw new RefusedError(400);
      return request.html(
        <StatusConflictPage
          shell={shell}
          row={result.row}
          latest={result.latest}
          people={await request.transaction((tx) => tellers(tx, result.latest))}
          status={form.status}
          comment={form.comment.trim()}
          back={back}
        />,
        409,
      );
  }
}

/** `?fran=ongoing&till=stopped`: why? Without them there is nothing to ask. */
async function movePage(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const { searchParams } = request.url;
  const [from, to] = [searchParams.get('fran') ?? '', searchParams.get('till') ?? ''];
  const row = await request.transaction((tx) => readRow(tx, action, id));
  if (row === undefined) throw new RefusedError(404);
  if (!isState(from) || !isState(to)) return request.redirect(actionHref(id));
  const back = backOr(searchParams.get('back') ?? '', actionHref(id));
  return request.html(<MovePage shell={request.shell()} row={row} from={from} to={to} reason="" back={back} />);
}

async function move(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const asked = {
    from: stateIn(sent(fields, 'fran')),
    to: stateIn(sent(fields, 'till')),
    reason: field(fields, 'reason'),
  };
  const back = backOr(field(fields, 'back'), actionHref(id));
  const result = await request.transaction((tx) => moveAction(actionWork(kernel, request, tx), id, asked));
  const t = actionPageTexts(request.language).move;
  const words = actionWords(request.language).state;
  const { row } = result;
  if (result.ok) {
    return request.redirect(
      back,
      result.already
        ? { kind: 'info', text: t.already(row.title, words[asked.to]) }
        : { kind: 'success', text: t.done(row.title, words[asked.to]) },
    );
  }
  const shell = request.shell();
  if (result.reason === 'conflict') {
    const { latest } = result;
    const people = await request.transaction((tx) => tellers(tx, latest));
    return request.html(
      <MoveConflictPage shell={shell} row={row} latest={latest} people={people} {...asked} back={back} />,
      409,
    );
  }
  if (result.reason === 'notPossible') {
    return request.redirect(back, {
      kind: 'warning',
      text: t.fault.notPossible(words[asked.from], words[asked.to]),
    });
  }
  // A card that was dragged says nothing of why; then the page asks.
  const error = 'reason' in fields ? t.fault[result.reason] : undefined;
  return request.html(<MovePage shell={shell} row={row} {...asked} back={back} error={error} />, 422);
}

function stateIn(text: string): ActionState {
  if (!isState(text)) throw new RefusedError(400);
  return text;
}

function tellers(tx: Transaction, latest: Telling | undefined) {
  return peopleNames(tx, latest?.toldBy == null ? [] : [latest.toldBy]);
}
