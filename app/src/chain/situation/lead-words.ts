import type { Lead, LeadPart } from '@samband/analysis';
import { formatFigure, formatPercent } from '../../foundation/format/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { CompareWith } from './choice.rules.ts';
import { texts } from './situation.texts.ts';
import { vocabulary } from './vocabulary.texts.ts';

/** A piece of the sentences that say the finding first; what is strong names a key figure. */
export interface LeadWords {
  readonly text: string;
  readonly strong?: true;
}

/** The finding, said first: composed by rule from the strongest deviations, one strength and one thing near the middle. */
export function leadWords(lead: Lead, compareWith: CompareWith, language: Language): readonly LeadWords[] {
  const t = texts(language).lead;
  const of = (role: LeadPart['role']) => lead.parts.filter((part) => part.role === role);
  const first = [...of('dearest'), ...of('worst')][0];
  const also = of('also');
  const strength = of('strength')[0];
  const near = of('nearMiddle')[0];
  if (first === undefined) return [{ text: t.nothing }];
  const share = first.side === 'above' ? t.higherThan : t.lowerThan;
  const percent = formatPercent(first.side === 'above' ? first.percentile : 100 - first.percentile, language, 0);
  const standsOut = t.standsOut(
    `${formatFigure(first.value, language)} ${first.unit}`,
    formatFigure(first.comparisonMedian, language),
    vocabulary(language).comparison[compareWith.kind],
    share(percent),
  );
  return [
    { text: first.title, strong: true },
    { text: ` ${standsOut}` },
    ...(also.length > 0 ? [{ text: ` ${t.also} ` }, ...titles(also, t.and), { text: ` ${t.alsoDeviates}` }] : []),
    ...(strength ? [{ text: ` ${t.strength} ` }, ...titles([strength], t.and), { text: ` ${t.strengthEnd}` }] : []),
    ...(near ? [{ text: ` ${near.title} ${t.nearMiddle}` }] : []),
  ];
}

/** Names in running text begin with a small letter, except when they are abbreviations. */
function titles(parts: readonly LeadPart[], and: string): readonly LeadWords[] {
  return parts.flatMap(({ title }, index): LeadWords[] => {
    const between = index === 0 ? '' : index === parts.length - 1 ? ` ${and} ` : ', ';
    const name = /^.[a-zåäö]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
    return [...(between === '' ? [] : [{ text: between }]), { text: name, strong: true }];
  });
}
