import {
  analyseSituation,
  type Finding,
  keyFigureMap,
  median,
  type SituationAnalysis,
  type SituationQuestion,
} from '@samband/analysis';
import { type Figures, remember } from '../../foundation/figures/index.ts';
import { type Choice, type ChosenComparison, chooseComparison } from './choice.rules.ts';

export interface Situation {
  readonly choice: Choice;
  readonly analysis: SituationAnalysis;
  readonly comparison: ChosenComparison;
  /** Median of SKR's class for each row of the analysis's indices; null where the class or its values are unknown. */
  readonly classMedians: readonly (number | null)[];
}

export type SituationAnswer =
  | { readonly ok: true; readonly situation: Situation }
  | { readonly ok: false; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' };

/** An analysis depends on nothing but the archive's version, the choice and the day, so many readers share one. */
const recent = new WeakMap<Figures, Map<string, SituationAnswer>>();

export function situationOf(figures: Figures, choice: Choice, today: string): SituationAnswer {
  const cache = recent.get(figures) ?? new Map<string, SituationAnswer>();
  recent.set(figures, cache);
  const key = JSON.stringify([choice, today]);
  const answer = cache.get(key) ?? situationOnce(figures, choice, today);
  remember(cache, key, answer, 300);
  return answer;
}

/** The same without keeping it: whoever asks of every municipality in turn asks of none again. */
export function situationOnce(figures: Figures, choice: Choice, today: string): SituationAnswer {
  const chosen = chooseComparison(figures.groups, figures.municipalities, choice.unit, choice.compareWith);
  if (!chosen.ok) return chosen;
  const analysis = analyseSituation(question(figures, choice, chosen, today));
  return {
    ok: true,
    situation: { choice, analysis, comparison: chosen, classMedians: classMediansOf(figures, choice, analysis) },
  };
}

function classMediansOf(
  figures: Figures,
  { unit }: Choice,
  { indices }: SituationAnalysis,
): readonly (number | null)[] {
  const members = new Set(figures.groups.municipalityClass(unit)?.members ?? []);
  return indices.map(({ values }) => {
    const known = figures.municipalities.flatMap((code, i) =>
      members.has(code) && code !== unit && !Number.isNaN(values[i]!) ? [values[i]!] : [],
    );
    return known.length === 0 ? null : median(known);
  });
}

function question(
  figures: Figures,
  choice: Choice,
  { comparison }: ChosenComparison,
  today: string,
): SituationQuestion {
  return {
    figures: figures.table,
    keyFigures: keyFigureMap,
    municipalities: figures.municipalities,
    unit: choice.unit,
    year: choice.year,
    comparison,
    riket: '0000',
    today,
    publication: (kpi) => publicationOf(figures, kpi),
  };
}

export function publicationOf(figures: Figures, kpi: string) {
  const entry = figures.catalogue.get(kpi);
  if (!entry) return undefined;
  const period = Number(entry.publPeriod);
  return {
    preliminaryDate: entry.prelPublicationDate,
    date: entry.publicationDate,
    period: entry.publPeriod !== null && Number.isInteger(period) ? period : null,
  };
}

/** What the analysis says of one key figure, whether or not it stands among the strongest. */
export function findingFor(figures: Figures, choice: Choice, kpi: string, today: string): Finding | undefined {
  const answer = situationOf(figures, choice, today);
  if (!answer.ok) return undefined;
  const { analysis, comparison } = answer.situation;
  return (
    analysis.findings.find((finding) => finding.kpi === kpi) ??
    analyseSituation({
      ...question(figures, choice, comparison, today),
      keyFigures: keyFigureMap.filter((keyFigure) => keyFigure.kpi === kpi),
    }).findings[0]
  );
}
