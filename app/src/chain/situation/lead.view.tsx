import type { Lead } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import type { CompareWith } from './choice.rules.ts';
import { leadWords } from './lead-words.ts';

interface LeadProps {
  readonly lead: Lead;
  readonly compareWith: CompareWith;
  readonly language: Language;
}

export function LeadSentences({ lead, compareWith, language }: LeadProps) {
  return (
    <>{leadWords(lead, compareWith, language).map(({ text, strong }) => (strong ? <strong>{text}</strong> : text))}</>
  );
}
