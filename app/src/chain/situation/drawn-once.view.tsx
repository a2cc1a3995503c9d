import { raw } from 'hono/html';
import { type Content, LanguageContext, useLanguage } from '../../foundation/ui/index.ts';

interface DrawnOnceProps {
  /** What the drawing is of and never changes: a version of the figures, an analysis. */
  readonly owner: object;
  /** Everything else that it depends on; the language is added. */
  readonly of: readonly unknown[];
  readonly draw: () => Content;
}

/**
 * HTML that is the same for everyone who asks the same: drawn at the first question and kept as text, since drawing eighteen strips of 290
 * municipalities takes longer than all else a page needs. Nothing of a person may be in it, but for what `of` says.
 */
export function DrawnOnce({ owner, of, draw }: DrawnOnceProps) {
  const language = useLanguage();
  const key = `${numberOf(owner)}/${language}/${JSON.stringify(of)}`;
  const known = kept.get(key);
  if (known !== undefined) return raw(keep(key, known));
  // Nothing inside may need to wait: what is drawn is a text at once.
  return raw(keep(key, String(<LanguageContext.Provider value={language}>{draw()}</LanguageContext.Provider>)));
}

/** Some two hundred pages, forty megabytes; the least recently shown goes first. */
const mostCharacters = 20_000_000;

const kept = new Map<string, string>();
let characters = 0;

function keep(key: string, html: string): string {
  if (kept.delete(key)) characters -= html.length;
  kept.set(key, html);
  characters += html.length;
  for (const [oldest, old] of kept) {
    if (characters <= mostCharacters) break;
    kept.delete(oldest);
    characters -= old.length;
  }
  return html;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(owner: object): number {
  const known = numbers.get(owner);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(owner, lastNumber);
  return lastNumber;
}
