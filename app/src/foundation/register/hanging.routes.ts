import type { Route, SambandRequest } from '../http/index.ts';
import { attachmentsOfRegisterRoutes } from './attachment.routes.ts';
import { commentRoutes } from './comment.routes.tsx';
import type { HangingForms } from './hanging.view.tsx';
import type { Kernel } from './kernel.ts';
import { linkRoutes } from './link.routes.ts';
import type { Register } from './register.rules.ts';

/** Shows the row again, with what was typed and why it could not be taken. */
export type ShowRow = (request: SambandRequest, forms: HangingForms) => Promise<Response>;

export function hangingRoutes(kernel: Kernel, register: Register, showRow: ShowRow): readonly Route[] {
  return [
    ...commentRoutes(kernel, register, showRow),
    ...attachmentsOfRegisterRoutes(kernel, register),
    ...linkRoutes(kernel, register, showRow),
  ];
}
