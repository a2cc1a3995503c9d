import type { Route } from '../../foundation/http/index.ts';
import { type Kernel, registerRoutes } from '../../foundation/register/index.ts';
import { action } from './action.rules.ts';

export function actionRoutes(kernel: Kernel): readonly Route[] {
  return registerRoutes(kernel, action);
}
