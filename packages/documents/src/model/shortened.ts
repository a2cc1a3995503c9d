/** The first words that stand within `most` letters, with an ellipsis where more has been left out. */
export function shortened(words: string, most: number): string {
  const one = words.replace(/\s+/g, ' ').trim();
  if (one.length <= most) return one;
  const cut = one.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '').toWellFormed()}…`;
}
