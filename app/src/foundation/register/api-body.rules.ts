import { baseMembers, type Expected, inputOfJson } from './api-value.rules.ts';
import { type Register, writtenColumns } from './register.rules.ts';
import type { Inputs } from './row.check.ts';

/** What is wrong with the form of what a program sent, before its values are looked at. */
export type BodyFault =
  | { readonly field: string; readonly code: 'unknownField' | 'readOnly' }
  | { readonly field: string; readonly code: 'wrongType'; readonly expected: Expected };

export interface Body {
  readonly inputs: Inputs;
  readonly faults: readonly BodyFault[];
  readonly version: unknown;
}

/** Undefined when it is no object. A member that nobody knows is a fault: what is misspelt must not look as if it were saved. */
export function readBody(register: Register, json: unknown): Body | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const written = new Map(writtenColumns(register).map(({ key, field }) => [key, field]));
  const shown = new Set<string>([...baseMembers, ...register.columns.map(({ key }) => key)]);
  const inputs: [string, string][] = [];
  const faults: BodyFault[] = [];
  for (const [key, value] of Object.entries(json)) {
    const field = written.get(key);
    if (field !== undefined) {
      const read = inputOfJson(field, value);
      if (read.ok) inputs.push([key, read.input]);
      else faults.push({ field: key, code: 'wrongType', expected: read.expected });
    } else if (key !== 'version') faults.push({ field: key, code: shown.has(key) ? 'readOnly' : 'unknownField' });
  }
  return { inputs: Object.fromEntries(inputs), faults, version: (json as { version?: unknown }).version };
}

/** The version in a header: `"3"`, as it was given out; `W/"3"` is the same row packed for the way. */
export function versionOfTag(tag: string): number | undefined {
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(tag.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
