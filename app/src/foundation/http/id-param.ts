import { isId } from '../ids/index.ts';
import { RefusedError, type SambandRequest } from './route.ts';

/** An id from the path. Whatever is not one leads to no page, and must not reach the database. */
export function idParam(request: SambandRequest, name = 'id'): string {
  const value = request.params[name] ?? '';
  if (!isId(value)) throw new RefusedError(404);
  return value;
}
