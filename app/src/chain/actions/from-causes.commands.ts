import { createRow, type RegisterWork } from '../../foundation/register/index.ts';
import { chosenSuggestions } from './from-causes.queries.ts';
import { type Prefilled, proposalFrom } from './from-causes.rules.ts';

/** A draft of each suggestion, with its words, its cause and its focus area. */
export async function proposeEach(work: RegisterWork, ids: readonly string[]): Promise<number> {
  const suggestions = await chosenSuggestions(work.tx, ids);
  for (const suggestion of suggestions) {
    const made = await createRow(work, inputsOf(proposalFrom([suggestion])));
    if (!made.ok) throw new Error(`a suggestion could not become a proposal: ${suggestion.id}`);
  }
  return suggestions.length;
}

/** As the form of a new proposal takes it: several values stand on a line each. */
export function inputsOf({ title, description, focusArea, suggestions, causes }: Prefilled) {
  return {
    title,
    description,
    focusArea: focusArea ?? '',
    suggestions: suggestions.join('\n'),
    causes: causes.join('\n'),
  };
}
