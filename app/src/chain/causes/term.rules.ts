import type { Term } from '../../foundation/register/index.ts';

/** The word of a code; the code itself where it is no longer there, and nothing for nothing. */
export function labelsOf(terms: readonly Term[]): (code: string | null) => string {
  const byCode = new Map(terms.map(({ code, label }) => [code, label]));
  return (code) => (code === null ? '' : (byCode.get(code) ?? code));
}
