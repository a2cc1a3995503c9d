import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { field, idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import {
  findRows,
  type Kernel,
  type RegisterSlots,
  type RegisterWork,
  readRow,
  registerRoutes,
} from '../../foundation/register/index.ts';
import {
  Button,
  type Content,
  chartToPng,
  type FieldError,
  LinkButton,
  renderChartSvg,
} from '../../foundation/ui/index.ts';
import { confirmBenefit, readFollowup, writeFollowup } from './access.ts';
import { benefit } from './benefit.rules.ts';
import { expectedEffect } from './effect.rules.ts';
import { EffectFinding, effectChart, Judgements } from './effect-page.view.tsx';
import { confirmKronor, type JudgementForm, judgeEffect } from './followup.commands.ts';
import { effectPage, overviewPage } from './followup.queries.ts';
import { type ExpectedEffect, outcomeOf } from './outcome.queries.ts';
import { FollowupOverview } from './overview.view.tsx';
import { pictureSource } from './picture-source.ts';
import { texts } from './texts.ts';
import { threadSlot } from './thread.routes.tsx';

export const overviewPath = '/uppfoljning';
const noId = '00000000-0000-7000-8000-000000000000';

export function followupRoutes(kernel: Kernel, store: FigureStore): readonly Route[] {
  const effects = expectedEffect.path;
  return [
    {
      method: 'get',
      path: overviewPath,
      access: readFollowup,
      async handle(request) {
        const page = await request.transaction((tx) =>
          overviewPage(kernel, tx, store, dayOf(request), request.language),
        );
        const mayWrite = may(request.person, writeFollowup);
        return request.html(<FollowupOverview shell={request.shell()} {...page} mayWrite={mayWrite} />);
      },
    },
    {
      method: 'post',
      path: `${effects}/:id/bedom`,
      example: `${effects}/${noId}/bedom`,
      access: writeFollowup,
      handle: (request) => judge(kernel, store, request),
    },
    ...(['svg', 'png'] as const).map(
      (format): Route => ({
        method: 'get',
        path: `${effects}/:id/bild.${format}`,
        example: `${effects}/${noId}/bild.${format}`,
        access: readFollowup,
        handle: (request) => picture(store, request, format),
      }),
    ),
    {
      method: 'post',
      path: `${benefit.path}/:id/bekrafta`,
      example: `${benefit.path}/${noId}/bekrafta`,
      access: confirmBenefit,
      handle: (request) => confirm(kernel, request),
    },
    ...registerRoutes(kernel, expectedEffect, effectSlots(kernel, store)),
    ...registerRoutes(kernel, benefit, benefitSlots),
  ];
}

function dayOf(request: SambandRequest): string {
  return request.now.toISOString().slice(0, 10);
}

const emptyForm: JudgementForm = { state: '', reason: '', close: false, followUpOn: '' };

/** A judgement that could not be saved, kept for the page that is shown again. */
interface Refused {
  readonly form: JudgementForm;
  readonly errors: readonly FieldError[];
}

function effectSlots(kernel: Kernel, store: FigureStore): RegisterSlots {
  return {
    async row(request, tx, { row, mayChange }) {
      const effect = row as unknown as ExpectedEffect;
      return parts(kernel, store, request, tx, effect, mayChange, refusals.get(request));
    },
  };
}

const refusals = new WeakMap<SambandRequest, Refused>();

async function parts(
  kernel: Kernel,
  store: FigureStore,
  request: SambandRequest,
  tx: Transaction,
  effect: ExpectedEffect,
  mayJudge: boolean,
  refused: Refused | undefined,
) {
  const { language } = request;
  const page = await effectPage(kernel, tx, store, effect, dayOf(request), language);
  return {
    above: (
      <>
        {await threadSlot(kernel)(request, tx, { kind: 'effect', id: effect.id })}
        <EffectFinding effect={effect} outcome={page.outcome} language={language} />
      </>
    ),
    below: (
      <Judgements
        effect={effect}
        judgements={page.judgements}
        names={page.names}
        mayJudge={mayJudge && effect.active}
        form={refused?.form ?? emptyForm}
        errors={refused?.errors ?? []}
        language={language}
      />
    ),
  };
}

async function judge(kernel: Kernel, store: FigureStore, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const t = texts(request.language);
  const fields = await request.fields();
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version) || version < 1 || version > 2_147_483_647) throw new RefusedError(400);
  const form: JudgementForm = {
    state: field(fields, 'state'),
    reason: field(fields, 'reason').trim().slice(0, 5000),
    close: field(fields, 'close') === 'on',
    followUpOn: field(fields, 'followUpOn').trim(),
  };
  const here = `${expectedEffect.path}/${id}`;
  const result = await request.transaction((tx) =>
    judgeEffect(workOf(kernel, request, tx, 'effect'), store, id, version, form, dayOf(request)),
  );
  if (result.ok) return request.redirect(here, { kind: 'success', text: t.judged });
  const errors: readonly FieldError[] =
    result.reason === 'conflict'
      ? [{ field: 'reason', text: t.conflict }]
      : [
          {
            field: { stateMissing: 'state', reasonMissing: 'reason', notADate: 'followUpOn' }[result.reason],
            text: t.fault[result.reason],
          },
        ];
  return shownAgain(kernel, store, request, id, { form, errors }, result.reason === 'conflict' ? 409 : 422);
}

/** The same page with what was written still in its form. */
async function shownAgain(
  kernel: Kernel,
  store: FigureStore,
  request: SambandRequest,
  id: string,
  refused: Refused,
  status: number,
): Promise<Response> {
  refusals.set(request, refused);
  const route = registerRoutes(kernel, expectedEffect, effectSlots(kernel, store)).find(
    ({ method, path }) => method === 'get' && path === `${expectedEffect.path}/:id`,
  );
  if (route === undefined || id === '') throw new RefusedError(404);
  const response = await route.handle(request);
  return new Response(response.body, { status, headers: response.headers });
}

function workOf(kernel: Kernel, request: SambandRequest, tx: Transaction, which: 'effect' | 'benefit'): RegisterWork {
  const register = which === 'effect' ? expectedEffect : benefit;
  return { kernel, tx, actor: request.person, register, language: request.language };
}

async function picture(store: FigureStore, request: SambandRequest, format: 'svg' | 'png'): Promise<Response> {
  const id = idParam(request);
  const { language } = request;
  const found = await request.transaction(async (tx) => {
    const effect = await readRow(tx, expectedEffect, id);
    const outcome = effect && (await outcomeOf(tx, store, effect, dayOf(request)));
    return effect && outcome && { effect, outcome };
  });
  if (!found) throw new RefusedError(404);
  const { effect, outcome } = found;
  const svg = await renderChartSvg(effectChart(effect, outcome, language), {
    width: 900,
    language,
    heading: `${effect.title}: ${outcome.history.title}`,
    source: pictureSource(outcome, language),
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  const name = `${effect.title}.${format}`;
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', name)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', name);
}

const benefitSlots: RegisterSlots = {
  row(request, _tx, { row }) {
    const t = texts(request.language);
    const confirmed = row.confirmedOn !== null;
    if (row.colour !== 'green' || row.actual === null || !may(request.person, confirmBenefit)) {
      return Promise.resolve({});
    }
    return Promise.resolve({
      below: (
        <section>
          <h2>{t.confirmed}</h2>
          <p class="muted">{t.confirmHelp}</p>
          <form action={`${benefit.path}/${row.id}/bekrafta`} method="post">
            <input type="hidden" name="version" value={String(row.version)} />
            <input type="hidden" name="confirmed" value={confirmed ? 'nej' : 'ja'} />
            <Button variant="secondary">{confirmed ? t.unconfirm : t.confirm}</Button>
          </form>
        </section>
      ),
    });
  },
};

async function confirm(kernel: Kernel, request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const t = texts(request.language);
  const fields = await request.fields();
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version) || version < 1 || version > 2_147_483_647) throw new RefusedError(400);
  const confirmed = field(fields, 'confirmed') === 'ja';
  const saved = await request.transaction((tx) =>
    confirmKronor(workOf(kernel, request, tx, 'benefit'), request.person, id, version, confirmed, dayOf(request)),
  );
  if (!saved.ok) throw new RefusedError(409);
  return request.redirect(`${benefit.path}/${id}`, {
    kind: 'success',
    text: confirmed ? t.confirmedNow : t.unconfirmedNow,
  });
}

/** On the page of an action: what it is to give, and a way to say it. */
export async function actionSlot(request: SambandRequest, tx: Transaction, actionId: string): Promise<Content> {
  if (!may(request.person, readFollowup)) return null;
  const t = texts(request.language);
  const states = expectedEffect.texts(request.language).choices!.state!;
  const of = (register: typeof expectedEffect | typeof benefit) =>
    register.columns.find(({ key }) => key === 'action')!;
  const effects = await findRows(tx, expectedEffect, [{ column: of(expectedEffect), is: 'one', of: [actionId] }], 100);
  const benefits = await findRows(tx, benefit, [{ column: of(benefit), is: 'one', of: [actionId] }], 100);
  return (
    <section>
      <h2>{t.onAction}</h2>
      {effects.length > 0 && (
        <ul>
          {effects.map(({ id, title, state }) => (
            <li>
              <a href={`${expectedEffect.path}/${id}`}>{title}</a> · {states[state ?? 'expected']}
            </li>
          ))}
        </ul>
      )}
      {benefits.length > 0 && (
        <ul>
          {benefits.map(({ id, title, year }) => (
            <li>
              <a href={`${benefit.path}/${id}`}>{title}</a> · {year}
            </li>
          ))}
        </ul>
      )}
      {may(request.person, writeFollowup) && (
        <p class="form-actions">
          <LinkButton href={`${expectedEffect.path}/ny?action=${actionId}`}>{t.addEffect}</LinkButton>
          <LinkButton href={`${benefit.path}/ny?action=${actionId}`}>{t.addBenefit}</LinkButton>
        </p>
      )}
    </section>
  );
}
