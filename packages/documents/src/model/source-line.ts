import { type Block, type DocumentLanguage, wordsOf } from './document.ts';
import { documentWords } from './words.ts';

const beginning = /^(?:källa|källor|source|sources|egen|own)\b/iu;

/** Sources say themselves whose figures they are; only one without such a beginning gets the word. */
export function sourceLine(source: string, language: DocumentLanguage): string {
  return beginning.test(source) ? source : `${documentWords(language).source}: ${source}`;
}

/** Whether it is a paragraph that says where the figures before it come from: it stands on their page. */
export function isSourceLine(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  return /^(?:källa|källor|source|sources):|^(?:egen bearbetning|own (?:processing|calculations?))/iu.test(
    wordsOf(block.text).trim(),
  );
}
