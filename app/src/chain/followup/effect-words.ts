import type { EffectCaution } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import { formatFigure, formatNumber } from '../../foundation/ui/index.ts';
import type { Outcome } from './outcome.queries.ts';
import { texts } from './texts.ts';

/** What the statistics say of an effect, in a sentence by the rule of docs/methods/difference-in-differences.md. */
export function outcomeSentence({ word, difference, history }: Outcome, language: Language): string {
  const t = texts(language);
  const estimate = difference.ok ? formatFigure(difference.estimate, language) : '';
  return t.said[word](estimate, differenceUnit(history.unit, language));
}

export function intervalSentence({ difference, history }: Outcome, language: Language): string | undefined {
  if (!difference.ok) return undefined;
  const [low, high] = [difference.low, difference.high].map((value) => formatFigure(value, language));
  return texts(language).interval(low!, high!, differenceUnit(history.unit, language));
}

/** Two shares differ by percentage points, not by per cent. */
export function differenceUnit(unit: string, language: Language): string {
  return unit === '%' ? texts(language).percentagePoints : unit;
}

export function progressSentence({ progress, history }: Outcome, language: Language): string {
  const t = texts(language).progress;
  const { latest, share, reached } = progress;
  if (latest === undefined) return t.noValue;
  const value = formatFigure(latest.value, language);
  if (share === undefined) return t.none;
  if (reached) return t.reached(value, history.unit, latest.year);
  if (share <= 0) return t.backwards(value, history.unit, latest.year);
  return t.share(formatNumber(share * 100, language), value, history.unit, latest.year);
}

/** Why nothing could be computed, and what to bear in mind: each in a sentence. */
export function cautionSentences({ difference, cautions }: Outcome, language: Language): readonly string[] {
  const t = texts(language);
  const refused = difference.ok ? [] : [t.refused[difference.reason]];
  return [...refused, ...cautions.map((caution) => cautionSentence(caution, language)), t.caution.method];
}

function cautionSentence(caution: EffectCaution, language: Language): string {
  const t = texts(language).caution;
  switch (caution.code) {
    case 'seriesBreak':
      return t.seriesBreak(String(caution.fromYear));
    case 'othersMovedAsMuch':
      return t.othersMovedAsMuch(String(caution.rank), String(caution.of));
    case 'fewMunicipalities':
      return t.fewMunicipalities(String(caution.n));
    case 'fewYears':
      return t.fewYears(String(caution.before), String(caution.after));
    case 'preliminary':
      return t.preliminary(caution.years.join(', '));
    case 'olderYear':
      return t.olderYear(String(caution.year));
    case 'preTrend':
    case 'smallNumbers':
    case 'otherActions':
      return t[caution.code];
  }
}
