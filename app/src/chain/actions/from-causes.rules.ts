/** A suggestion of the cause table, with what it hangs on. */
export interface SuggestionRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly problem: string;
  readonly cause: string | null;
  readonly focusArea: string | null;
}

/** What a new proposal begins with when it is made of suggestions. */
export interface Prefilled {
  readonly title: string;
  readonly description: string;
  readonly focusArea: string | null;
  readonly suggestions: readonly string[];
  readonly causes: readonly string[];
}

export const longestTitle = 200;

/**
 * One suggestion gives the proposal its words; several give it the first as title and all of them, a line each, as what shall be done. A cell of a cause
 * table can be longer than a title may be: the title is then cut between two words, and the whole stands in the description.
 */
export function proposalFrom(suggestions: readonly SuggestionRow[]): Prefilled {
  const [first] = suggestions;
  const title = cutTitle(first?.title ?? '');
  const whole = suggestions.map(({ title: words, description }) => [words, description].filter(Boolean).join('\n'));
  const description =
    suggestions.length > 1 ? whole.map((words) => `- ${words}`).join('\n') : descriptionOf(first, title);
  const areas = new Set(suggestions.map(({ focusArea }) => focusArea));
  return {
    title,
    description,
    focusArea: areas.size === 1 ? ([...areas][0] ?? null) : null,
    suggestions: suggestions.map(({ id }) => id),
    causes: [...new Set(suggestions.flatMap(({ cause }) => (cause === null ? [] : [cause])))],
  };
}

function descriptionOf(suggestion: SuggestionRow | undefined, title: string): string {
  if (suggestion === undefined) return '';
  return title === suggestion.title
    ? suggestion.description
    : [suggestion.title, suggestion.description].filter(Boolean).join('\n');
}

export function cutTitle(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > longestTitle / 2 ? cut.slice(0, space) : cut}…`;
}
