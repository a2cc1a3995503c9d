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

/** Changes of one letter that make the one the other; more than `most` is not counted on. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before[b.length]!;
}
