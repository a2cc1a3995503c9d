import type { FormFields, KeptForm } from '../http/index.ts';
import { localPath } from './local-path.rules.ts';

/** In characters of JSON. A long report fits many times over; more would be a file, and files are not kept. */
const most = 200_000;

// Must not be written into a page: the browser would keep it in its history. Every password field of ours has the word in its name.
const secretFields = /password/i;

/** The form as text for a hidden field; undefined when it is too large. Passwords are left out. */
export function packForm({ path, fields }: KeptForm): string | undefined {
  const open = Object.fromEntries(Object.entries(fields).filter(([name]) => !secretFields.test(name)));
  const packed = JSON.stringify({ path, fields: open });
  return packed.length > most ? undefined : packed;
}

/** What `packForm` packed, or undefined: the hidden field comes back from the browser and may be anything. */
export function unpackForm(packed: string): KeptForm | undefined {
  if (packed === '' || packed.length > most) return undefined;
  try {
    const { path, fields } = JSON.parse(packed) as { path?: unknown; fields?: unknown };
    const local = typeof path === 'string' ? localPath(path) : undefined;
    return local !== undefined && isFields(fields) ? { path: local, fields } : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is FormFields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (item) => typeof item === 'string' || (Array.isArray(item) && item.every((part) => typeof part === 'string')),
    )
  );
}
