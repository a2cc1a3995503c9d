import {
  choice,
  defineRegister,
  file,
  longText,
  type RuleFault,
  reference,
  scale,
  text,
  url,
} from '../../foundation/register/index.ts';
import { readCauses, writeCauses } from './access.ts';
import { evidenceTexts, evidenceWords } from './evidence.texts.ts';

export const evidenceKinds = ['keyFigure', 'document', 'interview', 'survey', 'observation'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const stances = ['supports', 'contradicts'] as const;
export type Stance = (typeof stances)[number];

/** Evidence: what speaks for a cause, and what speaks against it. */
export const evidence = defineRegister({
  name: 'causes.evidence',
  path: '/orsaker/underlag',
  read: readCauses,
  write: writeCauses,
  texts: evidenceTexts,
  fields: {
    title: text({ required: true, max: 2000 }),
    cause: reference('causes.cause', { required: true }),
    kind: choice(evidenceKinds, { required: true }),
    stance: choice(stances, { required: true }),
    strength: scale({ from: 1, to: 3 }),
    keyFigure: reference('keyFigure'),
    observation: reference('observation'),
    interview: reference('causes.interview'),
    source: text({ max: 500 }),
    url: url(),
    document: file(),
    note: longText(),
  },
  heads: 'title',
  list: ['cause', 'kind', 'stance', 'strength'],
  filters: ['kind', 'stance'],
  kept: ['interview'],
  rule: ({ kind, keyFigure, source, url: address, document }): readonly RuleFault[] => {
    if (kind === 'keyFigure' && keyFigure === null) return [missing('keyFigure')];
    if (kind === 'document' && source === '' && address === '' && document === null) return [missing('source')];
    return [];
  },
});

function missing(field: 'keyFigure' | 'source'): RuleFault {
  return { field, text: (language) => evidenceWords(language).missing[field] };
}
