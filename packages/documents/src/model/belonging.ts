import { type Block, type DocumentLanguage, wordsOf } from './document.ts';
import { documentWords } from './words.ts';

const beginning = /^(?:källa|källor|source|sources|egen|own)\b/iu;

/** Sources say themselves whose figures they are; only one without such a beginning gets the word. */
export function sourceLine(source: string, language: DocumentLanguage): string {
  return beginning.test(source) ? source : `${documentWords(language).source}: ${source}`;
}

/** Whether a block stays on the page of the one after it: that is its source, or what it ends with a colon to introduce. */
export function belongsWithNext(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (isSourceLine(next)) return true;
  const introduces = block.kind === 'paragraph' && /:\s*$/.test(wordsOf(block.text));
  return introduces && ['list', 'table', 'figure', 'quote'].includes(next.kind);
}

function isSourceLine(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  return /^(?:källa|källor|source|sources):|^(?:egen bearbetning|own (?:processing|calculations?))/iu.test(
    wordsOf(block.text).trim(),
  );
}
