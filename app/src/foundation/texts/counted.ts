/** "1 rad", "2 rader": the word that goes with the number. A number that has been written out for reading counts by what stands there. */
export function counted(n: number | string, one: string, several: string): string {
  return `${n} ${word(n, one, several)}`;
}

/** The word alone, where the number stands elsewhere in the sentence. */
export function word(n: number | string, one: string, several: string): string {
  return String(n) === '1' ? one : several;
}
