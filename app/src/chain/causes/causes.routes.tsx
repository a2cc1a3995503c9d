import type { Transaction } from '../../foundation/database/index.ts';
import type { Route, SambandRequest } from '../../foundation/http/index.ts';
import {
  findRows,
  type Kernel,
  type RegisterSlots,
  type RowPage,
  registerRoutes,
} from '../../foundation/register/index.ts';
import { type Content, LinkButton } from '../../foundation/ui/index.ts';
import { focusArea } from '../focus/index.ts';
import { analysisRoutes } from './analysis.routes.tsx';
import { analysisHref } from './analysis-address.rules.ts';
import { refusedByDatabase } from './cause.commands.ts';
import { cause } from './cause.rules.ts';
import { causePage, focusCounts, problemPage } from './cause-page.queries.ts';
import { causePageRoutes } from './cause-page.routes.tsx';
import { causePageTexts } from './cause-page.texts.ts';
import { CauseBelow, CauseLead, JudgeForm } from './cause-page.view.tsx';
import { evidence } from './evidence.rules.ts';
import { FocusList, FocusPanel } from './focus-panel.view.tsx';
import { guideSlots, interviewRoutes, interviewSlots } from './interview.routes.tsx';
import { guide, interview } from './interview.rules.ts';
import { problem } from './problem.rules.ts';
import { ProblemBelow } from './problem-page.view.tsx';
import { suggestion } from './suggestion.rules.ts';

/** What other slices show on the pages of this one: where a cause leads. */
export interface CausesSlots {
  readonly thread?: (
    request: SambandRequest,
    tx: Transaction,
    of: { readonly kind: 'problem' | 'cause'; readonly id: string },
  ) => Promise<Content>;
}

export function causesRoutes(kernel: Kernel, slots: CausesSlots = {}): readonly Route[] {
  const registers = [
    ...registerRoutes(kernel, cause, { row: (request, tx, page) => causeSlot(kernel, slots, request, tx, page) }),
    ...registerRoutes(kernel, suggestion, { row: underSlot('problem') }),
    ...registerRoutes(kernel, evidence, { row: underSlot('cause') }),
    ...registerRoutes(kernel, guide, guideSlots),
    ...registerRoutes(kernel, interview, interviewSlots),
    ...registerRoutes(kernel, problem, {
      list: problemListSlot,
      row: (request, tx, page) => problemSlot(slots, request, tx, page),
    }),
  ];
  return [
    ...analysisRoutes(kernel),
    ...interviewRoutes(kernel),
    ...causePageRoutes(kernel),
    ...registers.map(withRefusals),
  ];
}

/** A parent that would make a circle, or lies under another problem, is refused by the database however it was written. */
function withRefusals(route: Route): Route {
  return { ...route, handle: async (request) => Promise.resolve(route.handle(request)).catch(refusedByDatabase) };
}

async function causeSlot(
  kernel: Kernel,
  slots: CausesSlots,
  request: SambandRequest,
  tx: Transaction,
  { row: { id }, mayChange }: RowPage,
) {
  const { language } = request;
  const t = causePageTexts(language);
  const page = (await causePage(kernel, tx, id, language))!;
  const { row } = page;
  const focusId = page.problem.focusArea ?? '';
  return {
    crumbs: [
      { href: analysisHref(focusId), label: t.openTable },
      { href: `/orsaker/${page.problem.id}`, label: page.problem.title },
    ],
    actions: (
      <>
        {mayChange && (
          <>
            <LinkButton href={`/orsaker/orsak/${id}/flytta`}>{t.move}</LinkButton>
            <LinkButton href={`/orsaker/orsak/${id}/dela`}>{t.split}</LinkButton>
          </>
        )}
        <LinkButton href={analysisHref(focusId, 'tree', page.problem.id)}>{t.openTree}</LinkButton>
      </>
    ),
    above: (
      <>
        {await slots.thread?.(request, tx, { kind: 'cause', id })}
        <CauseLead page={page} language={language} />
      </>
    ),
    below: (
      <CauseBelow
        page={page}
        mayWrite={mayChange}
        language={language}
        judging={
          mayChange && (
            <JudgeForm
              row={row}
              state={row.state ?? 'hypothesis'}
              judgement={row.judgement}
              errors={[]}
              language={language}
            />
          )
        }
      />
    ),
  };
}

async function problemSlot(slots: CausesSlots, request: SambandRequest, tx: Transaction, { row }: RowPage) {
  const { language } = request;
  const t = causePageTexts(language);
  const focusId = String(row.focusArea);
  return {
    crumbs: [{ href: analysisHref(focusId), label: t.openTable }],
    actions: <LinkButton href={analysisHref(focusId, 'tree', row.id)}>{t.openTree}</LinkButton>,
    above: await slots.thread?.(request, tx, { kind: 'problem', id: row.id }),
    below: <ProblemBelow page={await problemPage(tx, row.id)} language={language} />,
  };
}

/** What hangs on a problem or a cause says which, and leads back there. */
function underSlot(of: 'problem' | 'cause'): NonNullable<RegisterSlots['row']> {
  const register = of === 'problem' ? problem : cause;
  return (_request, _tx, { row, names }) => {
    const id = String(row[of]);
    const label = names.labels.get(register.name)?.get(id) ?? '';
    return Promise.resolve({ crumbs: [{ href: `${register.path}/${id}`, label }] });
  };
}

async function problemListSlot({ language }: SambandRequest, tx: Transaction) {
  const areas = (await findRows(tx, focusArea)).filter(({ state }) => state !== 'closed');
  const counts = await focusCounts(
    tx,
    areas.map(({ id }) => id),
  );
  const listed = areas.map(({ id, title }) => ({ id, title, count: counts.get(id)! }));
  return { above: <FocusList areas={listed} language={language} /> };
}

/** For the page of a focus area, which lies to the left: joined in wiring.ts. */
export async function causesOfFocus(request: SambandRequest, tx: Transaction, focusId: string): Promise<Content> {
  const counts = await focusCounts(tx, [focusId]);
  return <FocusPanel id={focusId} count={counts.get(focusId)!} language={request.language} />;
}
