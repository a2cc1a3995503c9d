import { textWidth } from './drawing.tsx';

const softHyphen = '\u00ad';
const vowels = 'aeiouyåäöéAEIOUYÅÄÖÉ';
/** Fewer letters than this on either side of a break are hard to read. */
const leastPart = 3;
/** Endings that join one word of a compound to the next. */
const joints = /(?:ing|het|ion|skap|itet|dom|ment|else)s$/i;
/** Two consonants that begin a syllable together. */
const onsets = /^(?:[bdfgkpt]r|[bfgkp]l|s[kptv]|[kt]v|sj|tj|kj)$/i;
/** All white space but that which says no to a break. */
const breaking = /[^\S\u00a0\u202f]+/;

/**
 * Lines that all fit the width. Long Swedish compounds are broken at their soft hyphens, else after a hyphen or slash of their
 * own or where one word of the compound ends in "-ings", else before a consonant with a vowel after it (the rule of one
 * consonant), and at any letter when all else fails.
 * With `most` the last line ends with "…" when words are left.
 */
export function wrapLines(words: string, size: number, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const fits = (text: string) => textWidth(text, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(breaking).filter(Boolean)) {
    let rest = word;
    const joined = line === '' ? plain(rest) : `${line} ${plain(rest)}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    // A word that fits a line of its own is not broken to fill the one before it.
    if (line !== '') lines.push(line);
    while (!fits(plain(rest))) {
      const [head, tail] = broken(rest, fits);
      lines.push(head);
      rest = tail;
    }
    line = plain(rest);
  }
  if (line !== '') lines.push(line);
  return lines.length > most ? [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', fits)] : lines;
}

/** One line, shortened with "…" when it does not fit. */
export function oneLine(words: string, size: number, width: number): string {
  const text = plain(words.split(breaking).filter(Boolean).join(' '));
  const fits = (part: string) => textWidth(part, size) <= width;
  return fits(text) ? text : shortened(text, fits);
}

/** The widest of some lines. */
export function widestLine(lines: readonly string[], size: number): number {
  return lines.reduce((widest, line) => Math.max(widest, textWidth(line, size)), 0);
}

function plain(word: string): string {
  return word.replaceAll(softHyphen, '');
}

function broken(word: string, fits: (text: string) => boolean): [head: string, tail: string] {
  let best: [string, string, rank: number] | undefined;
  for (let at = 1; at < word.length; at++) {
    const rank = rankOf(word, at);
    const [head, tail] = [headOf(word, at), word.slice(at)];
    if (!fits(head)) break;
    if (best === undefined || rank >= best[2]) best = [head, tail, rank];
  }
  // One letter always goes, however narrow the line: the text must end.
  return best === undefined ? [plain(word.slice(0, 1)), word.slice(1)] : [best[0], best[1]];
}

function headOf(word: string, at: number): string {
  const head = plain(word.slice(0, at));
  return /[-/–]$/.test(head) || !/[\p{L}\p{N}]$/u.test(head) ? head : `${head}-`;
}

/** How good a place to break before the letter at this index; higher is better. */
function rankOf(word: string, at: number): number {
  const before = word[at - 1] ?? '';
  const letter = word[at] ?? '';
  if (before === softHyphen) return 3;
  if (plain(word.slice(0, at)).length < leastPart || plain(word.slice(at)).length < leastPart) return 0;
  if ('-/–'.includes(before)) return 3;
  if (joints.test(word.slice(0, at))) return 3;
  if (vowels.includes(letter) || onsets.test(word.slice(at - 1, at + 1))) return 1;
  const next = onsets.test(word.slice(at, at + 2)) ? word[at + 2] : word[at + 1];
  return /\p{L}/u.test(letter) && vowels.includes(next ?? '') ? 2 : 1;
}

function shortened(line: string, fits: (text: string) => boolean): string {
  let kept = line.replace(/-$/, '');
  while (kept.length > 0 && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
