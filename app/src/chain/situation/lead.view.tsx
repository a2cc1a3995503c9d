import type { Lead, LeadPart } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import { formatFigure, formatPercent } from '../../foundation/ui/index.ts';
import type { CompareWith } from './choice.rules.ts';
import { texts } from './situation.texts.ts';
import { vocabulary } from './vocabulary.texts.ts';

interface LeadProps {
  readonly lead: Lead;
  readonly compareWith: CompareWith;
  readonly language: Language;
}

/** The finding, said first: composed by rule from the strongest deviations, one strength and one thing near the middle. */
export function LeadSentences({ lead, compareWith, language }: LeadProps) {
  const t = texts(language).lead;
  const of = (role: LeadPart['role']) => lead.parts.filter((part) => part.role === role);
  const first = [...of('dearest'), ...of('worst')][0];
  const also = of('also');
  const strength = of('strength')[0];
  const near = of('nearMiddle')[0];
  if (first === undefined) return <>{t.nothing}</>;
  const share = first.side === 'above' ? t.higherThan : t.lowerThan;
  const percent = formatPercent(first.side === 'above' ? first.percentile : 100 - first.percentile, language, 0);
  return (
    <>
      <strong>{first.title}</strong>{' '}
      {t.standsOut(
        `${formatFigure(first.value, language)} ${first.unit}`,
        formatFigure(first.comparisonMedian, language),
        vocabulary(language).comparison[compareWith.kind],
        share(percent),
      )}
      {also.length > 0 && (
        <>
          {' '}
          {t.also} <Titles parts={also} and={t.and} /> {t.alsoDeviates}
        </>
      )}
      {strength && (
        <>
          {' '}
          {t.strength} <Titles parts={[strength]} and={t.and} /> {t.strengthEnd}
        </>
      )}
      {near && (
        <>
          {' '}
          <Titles parts={[near]} and={t.and} plain /> {t.nearMiddle}
        </>
      )}
    </>
  );
}

/** Names in running text begin with a small letter, except when they are abbreviations. */
function Titles({ parts, and, plain }: { parts: readonly LeadPart[]; and: string; plain?: boolean }) {
  return (
    <>
      {parts.map(({ title }, index) => (
        <>
          {index > 0 && (index === parts.length - 1 ? ` ${and} ` : ', ')}
          {plain ? (
            title
          ) : (
            <strong>{/^.[a-zåäö]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title}</strong>
          )}
        </>
      ))}
    </>
  );
}
