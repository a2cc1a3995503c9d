/** How the first part of a compound often ends, and how the last one often begins, in what a municipality writes about. */
const firstEnds = '(?<=\\p{L}{3}(?:nads|ings|ions|hets|tets|skaps|doms))';
const lastBegins =
  '(?=(?:ansvar|avvikelse|boende|förvaltning|index|invånare|kostnad|nämnd|omsorg|personal|projekt|skola|undersökning|uppföljning|utveckling|verksamhet))';
const joint = new RegExp(`${firstEnds}(?=\\p{L}{4})|(?<=\\p{L}{4})${lastBegins}`, 'giu');

/**
 * A Swedish word that may be divided between the parts that it is put together of ("Nettokostnads-avvikelse"), for words that are wider than their column: a program
 * without Swedish hyphenation would break them anywhere, and without a sign. Word itself divides by its dictionary, these places and others.
 */
export function withJoints(word: string): string {
  return word.replace(joint, softHyphen);
}

const softHyphen = '\u00ad';
