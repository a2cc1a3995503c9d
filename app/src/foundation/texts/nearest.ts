import type { Language } from './texts.ts';

/** What comes nearest to a word that does not exist: always a few, so that nobody is left with a no. */
export interface Nearest {
  /** Whether the first of them is near enough to be what was meant. */
  readonly alike: boolean;
  readonly names: readonly string[];
}

/** Longer texts are compared by their beginning: no name is as long, and the comparison costs by both lengths. */
const longestCompared = 60;

export function nearestNames(names: readonly string[], wanted: string, limit: number): Nearest {
  const asked = plainName(wanted).slice(0, longestCompared);
  if (asked === '') return { alike: false, names: [] };
  const ranked = names
    .map((name, order) => ({ name, order, distance: distanceOf(name, asked) }))
    .sort((a, b) => a.distance - b.distance || a.order - b.order);
  const close = ranked.filter(({ distance }) => distance <= farthest(asked));
  return {
    alike: close.length > 0,
    names: (close.length > 0 ? close : ranked).slice(0, limit).map(({ name }) => name),
  };
}

/** "Menade du Almby eller Örnäs?", or that nothing is alike and what comes nearest. Empty when there is nothing to name. */
export function nearestSentence({ alike, names }: Nearest, language: Language): string {
  if (names.length === 0) return '';
  if (alike) {
    const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
    return language === 'sv' ? `Menade du ${list}?` : `Did you mean ${list}?`;
  }
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return language === 'sv'
    ? `Inget liknar det; närmast i stavning: ${list}.`
    : `Nothing is like it; nearest in spelling: ${list}.`;
}

/** Letters as one hurries them: small, without rings and dots. */
export function plainName(text: string): string {
  return text.trim().toLowerCase().replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll('é', 'e');
}

/** A misspelling has most letters right; a name farther off than that is a guess. */
export function farthest(wanted: string): number {
  return Math.max(1, Math.floor(wanted.length / 3));
}

/** A label may carry an addition after a comma ("Köket, Skolan"): the name alone is as good. */
function distanceOf(label: string, asked: string): number {
  const name = plainName(label).slice(0, longestCompared);
  const begun = asked.length > 2 && name.startsWith(asked);
  return begun ? 1 : Math.min(editDistance(name, asked), editDistance(name.split(',')[0]!, asked));
}

/** Levenshtein's distance: how many letters must be added, removed or replaced. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
