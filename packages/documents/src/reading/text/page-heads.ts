/** A line of a text, with its number from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

const date = /^(?:datum:? ?)?\d{4}-\d\d-\d\d$/i;
const label = /^(?:diarienummer|dnr|diarienr|datum|sida|sid|page)\.?:?$/i;
const caseNumber = /^(?:(?:diarienummer|dnr|diarienr)\.?:? )?\p{Lu}{1,6} ?\d{4}[/:-]\d+$/u;
const pageNumber =
  /^(?:(?:sida|sid|page)\.?:? )?\d{1,4}(?: ?(?:\(\d{1,4}\)|\/ ?\d{1,4}|av \d{1,4}|of \d{1,4}))$|^(?:sida|sid|page) \d{1,4}$/i;

/** A date, a case number, a page or the word before one, alone on a line. */
export function isHeadLine(text: string): boolean {
  return date.test(text) || label.test(text) || caseNumber.test(text) || pageNumber.test(text);
}

/**
 * Leaves out what a document repeats at the head of every page – date, "Diarienummer" and number, page – where it has come into the middle of the text,
 * and mends the sentence that it stood in. Its first occurrence is kept, before everything else.
 */
export function withoutPageHeads(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  const first = new Map<string, TextLine>();
  for (let at = 0; at < lines.length; ) {
    const end = endOfHead(lines, at);
    if (end === undefined) {
      kept.push(lines[at++]!);
      continue;
    }
    for (const line of lines.slice(at, end)) {
      const text = line.text.trim();
      if (text !== '' && !pageNumber.test(text) && !first.has(text)) first.set(text, line);
    }
    mend(kept, lines[end]);
    at = end;
  }
  if (first.size === 0) return kept;
  return [...first.values(), { number: 1, text: '' }, ...kept];
}

/** Where the run of head lines that begins here ends; undefined when there is none. One line is enough only if nothing else can be meant by it. */
function endOfHead(lines: readonly TextLine[], from: number): number | undefined {
  if (lines[from]!.text.trim() === '') return undefined;
  let end = from;
  let heads = 0;
  let certain = false;
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]!.text.trim();
    if (text === '') continue;
    if (!isHeadLine(text)) break;
    heads++;
    certain ||= label.test(text) || pageNumber.test(text);
    end = at + 1;
  }
  if (heads === 0 || !certain || (heads === 1 && !pageNumber.test(lines[from]!.text.trim()))) return undefined;
  while (lines[end]?.text.trim() === '') end++;
  return end;
}

/** The page turned within a sentence: the empty lines before the head go away where the sentence goes on with a small letter. */
function mend(kept: TextLine[], next: TextLine | undefined): void {
  const last = kept.findLast(({ text }) => text.trim() !== '');
  if (last === undefined || next === undefined) return;
  if (!/[\p{L}\d,-]$/u.test(last.text.trim()) || last.text.includes('\t') || !/^\p{Ll}/u.test(next.text)) return;
  while (kept.at(-1)?.text.trim() === '') kept.pop();
}
