import type { Language } from '../texts/index.ts';
import { formatNumber } from '../ui/index.ts';
import type { CommentFault } from './comment.commands.ts';
import { longestComment } from './comment.rules.ts';
import { commentTexts } from './comment.texts.ts';

/** What is wrong with a comment, for people beside the field and for programs in the refusal. */
export function commentFaultText(fault: CommentFault, language: Language): string {
  const t = commentTexts(language);
  if (fault.reason === 'ambiguous') return t.ambiguous(fault.name);
  return fault.reason === 'empty' ? t.empty : t.tooLong(formatNumber(longestComment, language));
}
