import type { Transaction } from '../../foundation/database/index.ts';
import { type FormFields, field, RefusedError, type SambandRequest } from '../../foundation/http/index.ts';
import { returnPath } from '../../foundation/identity/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import type { Work } from './cause.commands.ts';

/** A path with this in place of an id, for the test that visits every route. */
export const exampleId = '00000000-0000-7000-8000-000000000000';

export function workOf(kernel: Kernel, request: SambandRequest, tx: Transaction): Work {
  return { kernel, tx, actor: request.person, language: request.language };
}

export function versionIn(fields: FormFields): number {
  const value = Number(field(fields, 'version'));
  if (!Number.isInteger(value) || value < 1 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}

/** Where one came from, or where one would otherwise go. */
export function backIn(text: string, otherwise: string): string {
  return text === '' ? otherwise : returnPath(text);
}
