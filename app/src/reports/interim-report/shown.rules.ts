/** Letters of a name on a slide, in a title and in a row; longer ones stand whole in the notes. */
export const longestName = { title: 70, row: 110 };

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
