import { may } from '../../foundation/access/index.ts';
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
import { type Kernel, type RegisterSlots, registerRoutes } from '../../foundation/register/index.ts';
import { Button, type Content, LinkButton } from '../../foundation/ui/index.ts';
import { decideFocus, readFocus, writeFocus } from './access.ts';
import { focusArea } from './area.rules.ts';
import { candidate } from './candidate.rules.ts';
import type { ChoiceFault, ChoiceForm } from './choice.rules.ts';
import { ChoicePage, DecisionView } from './choice.view.tsx';
import { CompareCandidates, choicePath, comparePath } from './compare.view.tsx';
import { changeWeights, chooseFocus, proposeObservation, readWeightsForm } from './focus.commands.ts';
import { builtOnObservation, comparePage, decisionOfArea, decisionPage } from './focus.queries.ts';
import { texts } from './focus.texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** What the slices further on show on the page of a focus area: its causes, its actions, its thread. */
export type FocusSlot = (request: SambandRequest, tx: Transaction, areaId: string) => Promise<Content>;
/** The line of its thread, first on the page of a focus area or a candidate. */
export interface FocusThread {
  readonly area?: FocusSlot;
  readonly candidate?: FocusSlot;
}

export function focusRoutes(
  kernel: Kernel,
  further: readonly FocusSlot[] = [],
  thread: FocusThread = {},
): readonly Route[] {
  return [
    { method: 'get', path: comparePath, access: readFocus, handle: compare },
    { method: 'post', path: `${comparePath}/vikter`, access: decideFocus, handle: weigh },
    { method: 'post', path: `${candidate.path}/av-observation`, access: writeFocus, handle: propose },
    {
      method: 'get',
      path: `${choicePath}/nytt`,
      access: decideFocus,
      handle: (request) => choiceForm(request, emptyChoice(request)),
    },
    { method: 'post', path: choicePath, access: decideFocus, handle: (request) => choose(kernel, request) },
    {
      method: 'get',
      path: `${choicePath}/:id`,
      example: `${choicePath}/${noId}`,
      access: readFocus,
      async handle(request) {
        const id = idParam(request);
        const page = await request.transaction((tx) => decisionPage(kernel, tx, id, request.language));
        if (page === undefined) throw new RefusedError(404);
        return request.html(<DecisionView shell={request.shell()} page={page} />);
      },
    },
    ...registerRoutes(kernel, candidate, candidateSlots(thread.candidate)),
    ...registerRoutes(kernel, focusArea, areaSlots(further, thread.area)),
  ];
}

function candidateSlots(thread: FocusSlot | undefined): RegisterSlots {
  return {
    list: (request) =>
      Promise.resolve({ actions: <LinkButton href={comparePath}>{texts(request.language).compare}</LinkButton> }),
    row: async (request, tx, { row }) => ({ above: await thread?.(request, tx, row.id) }),
  };
}

function areaSlots(further: readonly FocusSlot[], thread: FocusSlot | undefined): RegisterSlots {
  return {
    list: (request) =>
      Promise.resolve({
        actions: <LinkButton href={comparePath}>{texts(request.language).compare}</LinkButton>,
      }),
    async row(request, tx, { row }) {
      const t = texts(request.language);
      const decision = await decisionOfArea(tx, row.id);
      const parts: Content[] = [];
      for (const part of further) parts.push(await part(request, tx, row.id));
      return {
        above: (
          <>
            {await thread?.(request, tx, row.id)}
            {decision && (
              <p>
                {t.decidedBy(decision.body, decision.decidedOn)} {decision.reason}{' '}
                <a class="way-on" href={`${choicePath}/${decision.id}`}>
                  {t.seeDecision}
                </a>
              </p>
            )}
          </>
        ),
        below: <>{parts}</>,
      };
    },
  };
}

/** On the page of an observation: what it has led to, and a way on. */
export async function observationSlot(request: SambandRequest, tx: Transaction, id: string): Promise<Content> {
  if (!may(request.person, readFocus)) return null;
  const t = texts(request.language);
  const built = await builtOnObservation(tx, id);
  return (
    <section>
      <h2>{t.further}</h2>
      {built.length > 0 && (
        <ul>
          {built.map(({ kind, id: builtId, title }) => (
            <li>
              {t.kind[kind]}: <a href={`${kind === 'area' ? focusArea.path : candidate.path}/${builtId}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {may(request.person, writeFocus) && !built.some(({ kind }) => kind === 'candidate') && (
        <form action={`${candidate.path}/av-observation`} method="post">
          <input type="hidden" name="observation" value={id} />
          <Button variant="secondary">{t.propose}</Button>
        </form>
      )}
    </section>
  );
}

async function compare(request: SambandRequest): Promise<Response> {
  const page = await request.transaction((tx) => comparePage(tx, request.person));
  return request.html(<CompareCandidates shell={request.shell()} page={page} />);
}

async function weigh(request: SambandRequest): Promise<Response> {
  const t = texts(request.language);
  const fields = await request.fields();
  const weights = readWeightsForm((ground) => field(fields, ground));
  if (weights === undefined) return request.redirect(comparePath, { kind: 'error', text: t.weightsWrong });
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version) || version < 0 || version > 1e9) throw new RefusedError(400);
  const saved = await request.transaction((tx) => changeWeights(tx, request.person, weights, version));
  return request.redirect(
    comparePath,
    saved ? { kind: 'success', text: t.weightsSaved } : { kind: 'warning', text: t.weightsMoved },
  );
}

async function propose(request: SambandRequest): Promise<Response> {
  const t = texts(request.language);
  const observation = field(await request.fields(), 'observation');
  if (!isId(observation)) throw new RefusedError(404);
  const { id, already } = await request.transaction((tx) => proposeObservation(tx, request.person, observation));
  return request.redirect(
    `${candidate.path}/${id}`,
    already ? { kind: 'info', text: t.alreadyProposed } : { kind: 'success', text: t.proposed },
  );
}

function emptyChoice(request: SambandRequest): ChoiceForm {
  return { decidedOn: request.now.toISOString().slice(0, 10), body: '', present: [], note: '', candidates: [] };
}

async function choiceForm(
  request: SambandRequest,
  form: ChoiceForm,
  faults: readonly ChoiceFault[] = [],
): Promise<Response> {
  const { candidates } = await request.transaction((tx) => comparePage(tx, request.person));
  const page = <ChoicePage shell={request.shell()} candidates={candidates} form={form} faults={faults} />;
  return request.html(page, faults.length > 0 ? 422 : 200);
}

async function choose(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const form = readChoiceForm(await request.fields());
  const result = await request.transaction((tx) => chooseFocus(kernel, tx, request.person, form));
  if (!result.ok) return choiceForm(request, form, result.faults);
  return request.redirect(`${choicePath}/${result.id}`, {
    kind: 'success',
    text: texts(request.language).choiceSaved,
  });
}

function readChoiceForm(fields: FormFields): ChoiceForm {
  const ids = Object.keys(fields).flatMap((name) => {
    const id = name.startsWith('choice-') ? name.slice('choice-'.length) : '';
    return isId(id) ? [id] : [];
  });
  return {
    decidedOn: field(fields, 'decidedOn').trim(),
    body: field(fields, 'body').trim().slice(0, 200),
    present: field(fields, 'present')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    note: field(fields, 'note').trim().slice(0, 20_000),
    candidates: ids.map((id) => {
      const choice = field(fields, `choice-${id}`);
      return {
        id,
        choice: choice === 'chosen' || choice === 'notChosen' ? choice : '',
        reason: field(fields, `reason-${id}`).trim().slice(0, 5000),
      };
    }),
  };
}
