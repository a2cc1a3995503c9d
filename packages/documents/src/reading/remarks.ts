import type { ReadRemark } from './content.ts';

type What = ReadRemark['what'];

/** Gathers what a reader should know; the same thing twice is one remark of two. */
export interface Remarks {
  add(what: What, count?: number, detail?: string): void;
  all(): readonly ReadRemark[];
}

const longestDetail = 200;

export function createRemarks(): Remarks {
  const counts = new Map<What, { count: number; readonly details: Set<string> }>();
  return {
    add(what, count = 1, detail) {
      if (count === 0) return;
      const found = counts.get(what) ?? { count: 0, details: new Set() };
      found.count += count;
      if (detail !== undefined && found.details.size < 20) found.details.add(detail.slice(0, longestDetail));
      counts.set(what, found);
    },
    all: () =>
      [...counts].map(([what, { count, details }]) => ({
        what,
        count,
        ...(details.size > 0 && { detail: [...details].join(', ') }),
      })),
  };
}
