import type { Transaction } from '../../foundation/database/index.ts';
import { type Route, readListState, type SambandRequest } from '../../foundation/http/index.ts';
import { type Kernel, listShape, type RegisterSlots, registerRoutes } from '../../foundation/register/index.ts';
import { type Content, formatDate, formatNumber } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionPage } from './action-page.queries.ts';
import { ActionAbove, ActionBelow } from './action-page.view.tsx';
import { actionCounts } from './action-views.queries.ts';
import { viewTexts } from './action-views.texts.ts';
import { ActionTabs } from './action-views.view.tsx';
import { actionWork } from './action-work.ts';
import { boardRoutes } from './board.routes.tsx';
import { dependencyRoutes } from './dependency.routes.tsx';
import { timelineRoutes } from './gantt.routes.tsx';
import { milestoneRoutes } from './milestone.routes.tsx';
import { mineRoutes } from './mine.routes.tsx';
import { statusRoutes } from './status.routes.tsx';
import { yearWheelRoutes } from './year-wheel.routes.tsx';

/** What the slices further on show on an action's page: its expected effects, its thread. */
export type ActionSlot = (request: SambandRequest, tx: Transaction, actionId: string) => Promise<Content>;

export function actionRoutes(kernel: Kernel, further: readonly ActionSlot[] = []): readonly Route[] {
  return [
    ...boardRoutes(kernel),
    ...timelineRoutes(kernel),
    ...yearWheelRoutes(kernel),
    ...mineRoutes(kernel),
    ...statusRoutes(kernel),
    ...milestoneRoutes(kernel),
    ...dependencyRoutes(kernel),
    ...registerRoutes(kernel, action, actionSlots(kernel, further)),
  ];
}

function actionSlots(kernel: Kernel, further: readonly ActionSlot[]): RegisterSlots {
  return {
    async list(request, tx) {
      const { language } = request;
      const { late } = await actionCounts(tx, formatDate(request.now));
      const t = viewTexts(language);
      const state = readListState(request.url.searchParams, listShape(action));
      return {
        above: (
          <>
            <ActionTabs view="list" state={state} language={language} />
            {late > 0 && <p class="late">{t.late(formatNumber(late, language), late === 1)}</p>}
          </>
        ),
      };
    },
    async row(request, tx, found) {
      const { language } = request;
      const page = await actionPage(actionWork(kernel, request, tx), found, language);
      const parts: Content[] = [];
      for (const part of further) parts.push(await part(request, tx, found.row.id));
      return {
        above: <ActionAbove page={page} language={language} />,
        below: <ActionBelow page={page} further={parts} language={language} />,
      };
    },
  };
}
