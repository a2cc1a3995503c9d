import type { Transaction } from '../../foundation/database/index.ts';
import { type FormFields, field, RefusedError, type SambandRequest } from '../../foundation/http/index.ts';
import { returnPath } from '../../foundation/identity/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import { formatDate } from '../../foundation/ui/index.ts';
import type { ActionWork } from './status.commands.ts';

/** A path with this in place of an id, for the test that visits every route. */
export const exampleId = '00000000-0000-7000-8000-000000000000';

export function actionWork(kernel: Kernel, request: SambandRequest, tx: Transaction): ActionWork {
  return { kernel, tx, actor: request.person, today: formatDate(request.now) };
}

/** Where one came from, within the program; else where one would go. */
export function backOr(text: string, otherwise: string): string {
  return text === '' ? otherwise : returnPath(text);
}

/** What every form of ours sends; a post without it comes from something else. */
export function sent(fields: FormFields, name: string): string {
  if (!(name in fields)) throw new RefusedError(400);
  return field(fields, name);
}

export function sentVersion(fields: FormFields): number {
  const value = Number(field(fields, 'version'));
  if (!Number.isInteger(value) || value < 1 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}
