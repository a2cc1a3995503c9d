/** Case, accents and signs say nothing about which column is which: "Påverkas av:" and "paverkas AV" are the same words. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

const endings = /(?:heterna|heten|arnas|ernas|ornas|arna|erna|orna|ens|ets|er|ar|or|en|et|s|a|e|n|t)$/;

/** Words in the plural or with an article are the same words: orsak, orsaken, orsaker, orsakerna. Works on folded text. */
export function stemmed(words: string): string {
  return words.split(' ').map(stemOf).join(' ');
}

function stemOf(word: string): string {
  let stem = word;
  for (;;) {
    const shorter = stem.replace(endings, '');
    if (shorter.length < 4 || shorter === stem) return stem;
    stem = shorter;
  }
}

/** A header may hold two words for one thing, or say more in brackets: "Orsak/Påverkas av", "Belopp (tkr)". The whole comes first. */
export function alternativesOf(header: string): readonly string[] {
  const short = header.slice(0, 200);
  const bare = short.replace(/\([^)]*\)/g, ' ');
  const parts = [short, bare, ...bare.split(/[/|,;\n]|\s(?:eller|or)\s/i)].map(folded).filter(Boolean);
  return [...new Set(parts)];
}

/** Is it one letter, changed, added or left out, that makes the one the other? */
export function isLetterApart(a: string, b: string): boolean {
  if (a.length > b.length) return isLetterApart(b, a);
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(a.length === b.length ? at + 1 : at) === b.slice(at + 1);
}
