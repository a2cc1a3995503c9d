import { sameWords } from './item.rules.ts';

export interface Passage {
  readonly cause: string | null;
  readonly interview: string | null;
  readonly stance: 'supports' | 'contradicts' | null;
}

export interface PassageCount {
  readonly all: number;
  readonly against: number;
}

export interface PassageCounts {
  /** As they were first written; roles that differ only in case are the same. */
  readonly roles: readonly string[];
  readonly of: (cause: string, role?: string) => PassageCount;
}

/** How many passages of each role's interviews are coded to each cause, and how many of them speak against it. */
export function countPassages(
  interviews: readonly { readonly id: string; readonly respondentRole: string }[],
  passages: readonly Passage[],
): PassageCounts {
  const names = new Map<string, string>();
  for (const { respondentRole } of interviews) {
    const words = sameWords(respondentRole);
    if (!names.has(words)) names.set(words, respondentRole);
  }
  const roleOf = new Map(interviews.map(({ id, respondentRole }) => [id, sameWords(respondentRole)]));
  return {
    roles: [...names.values()].toSorted((a, b) => a.localeCompare(b, 'sv')),
    of: (cause, role) => {
      const own = passages.filter(
        (one) => one.cause === cause && (role === undefined || roleOf.get(one.interview ?? '') === sameWords(role)),
      );
      return { all: own.length, against: own.filter(({ stance }) => stance === 'contradicts').length };
    },
  };
}
