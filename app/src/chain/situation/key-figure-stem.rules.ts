/**
 * Swedish stemming after the Snowball algorithm (Porter 2001, snowballstem.org/algorithms/swedish/stemmer.html), on folded
 * words: å, ä and ö are written a, a and o first. They are vowels either way, so the regions are the same, and
 * `aldreomsorgen` gives the stem that `äldreomsorg` gives.
 */
export function swedishStem(word: string): string {
  const start = regionStart(word);
  if (start >= word.length) return word;
  return withoutEnding(withoutDoubledEnd(withoutInflection(word, start), start), start);
}

/** Small letters without marks: å and ä become a, ö becomes o, é becomes e, however they were typed (NFC or NFD). */
export function foldLetters(text: string): string {
  // The catalogue is two and a half million letters, nearly all of them these: they take the short way.
  const small = text.toLowerCase().replace(/[åäö]/g, (letter) => (letter === 'ö' ? 'o' : 'a'));
  return /^[\s -~]*$/.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Words of a text, folded. Everything that is no letter and no digit parts words. */
export function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const vowels = /[aeiouy]/;

/** R1: after the first consonant that follows a vowel, but never before the fourth letter. */
function regionStart(word: string): number {
  for (let i = 1; i < word.length; i++) {
    if (vowels.test(word[i - 1]!) && !vowels.test(word[i]!)) return Math.max(3, i + 1);
  }
  return word.length;
}

/** Longest first, since the longest that fits is taken away. */
const inflections =
  'heterna hetens heten anden heter arnas ernas ornas andes andet arens arna erna orna ande arne aste aren ades erns ade are ern ens het ast ad en ar er or as es at a e'.split(
    ' ',
  );

function withoutInflection(word: string, start: number): string {
  // Snowball makes "kostn" of kostnad but "kostnad" of kostnaden: nouns in -nad keep theirs, so that the two meet.
  const ending = word.endsWith('nad') ? undefined : inflections.find((each) => endsInRegion(word, each, start));
  if (ending !== undefined) return word.slice(0, -ending.length);
  return endsInRegion(word, 's', start) && /[bcdfghjklmnoprtvy]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutDoubledEnd(word: string, start: number): string {
  return ['dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt'].some((end) => endsInRegion(word, end, start))
    ? word.slice(0, -1)
    : word;
}

function withoutEnding(word: string, start: number): string {
  for (const ending of ['lig', 'els', 'ig']) {
    if (endsInRegion(word, ending, start)) return word.slice(0, -ending.length);
  }
  if (endsInRegion(word, 'lost', start) || endsInRegion(word, 'fullt', start)) return word.slice(0, -1);
  // Ours: särskilt and enskilt are särskild and enskild.
  return endsInRegion(word, 'skilt', start) ? `${word.slice(0, -1)}d` : word;
}

function endsInRegion(word: string, ending: string, start: number): boolean {
  return word.length - ending.length >= start && word.endsWith(ending);
}
