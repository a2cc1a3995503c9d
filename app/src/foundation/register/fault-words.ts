import { type Language, nearestSentence } from '../texts/index.ts';
import type { FieldError } from '../ui/index.ts';
import type { FieldFault } from './field.rules.ts';
import type { RuleFault } from './register.rules.ts';
import { texts } from './texts.ts';

/** What is wrong, as the person reads it beside the field. */
export function faultWords({ reason, value = '', limit = '', nearest }: FieldFault, language: Language): string {
  const said = texts(language).fault[reason](value, String(limit));
  return nearest === undefined ? said : `${said} ${nearestSentence(nearest, language)}`.trim();
}

export function errorsOf(
  { faults, broken }: { readonly faults: readonly FieldFault[]; readonly broken: readonly RuleFault[] },
  language: Language,
): readonly FieldError[] {
  return [
    ...faults.map((fault) => ({ field: fault.field, text: faultWords(fault, language) })),
    ...broken.map(({ field, text }) => ({ field, text: text(language) })),
  ];
}
