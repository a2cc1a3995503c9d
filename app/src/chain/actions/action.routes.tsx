import type { Transaction } from '../../foundation/database/index.ts';
import type { Route, SambandRequest } from '../../foundation/http/index.ts';
import { type Kernel, type RegisterSlots, registerRoutes } from '../../foundation/register/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionPage } from './action-page.queries.ts';
import { ActionAbove, ActionBelow } from './action-page.view.tsx';
import { actionWork } from './action-work.ts';
import { dependencyRoutes } from './dependency.routes.tsx';
import { milestoneRoutes } from './milestone.routes.tsx';
import { statusRoutes } from './status.routes.tsx';

/** What the slices further on show on an action's page: its expected effects, its thread. */
export type ActionSlot = (request: SambandRequest, tx: Transaction, actionId: string) => Promise<Content>;

export function actionRoutes(kernel: Kernel, further: readonly ActionSlot[] = []): readonly Route[] {
  return [
    ...statusRoutes(kernel),
    ...milestoneRoutes(kernel),
    ...dependencyRoutes(kernel),
    ...registerRoutes(kernel, action, actionSlots(kernel, further)),
  ];
}

function actionSlots(kernel: Kernel, further: readonly ActionSlot[]): RegisterSlots {
  return {
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
