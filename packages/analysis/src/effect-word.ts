import { type DifferenceInDifferences, EFFECT_LEVEL } from './difference-in-differences.ts';

/**
 * What may be said of an effect, as codes; a text table speaks Swedish ('förbättring', 'försämring', 'högre', 'lägre',
 * 'ingen tydlig skillnad', 'för tidigt att säga', 'går inte att säga'). Higher and lower are for figures without direction.
 */
export type EffectWord = 'improved' | 'worsened' | 'higher' | 'lower' | 'noClearDifference' | 'tooEarly' | 'cannotTell';

/** What to bear in mind with the word (förbehåll). A text table speaks Swedish. */
export type EffectCaution =
  | { readonly code: 'seriesBreak'; readonly fromYear: number }
  | { readonly code: 'preTrend' }
  | { readonly code: 'othersMovedAsMuch'; readonly rank: number; readonly of: number }
  | { readonly code: 'fewMunicipalities'; readonly n: number }
  | { readonly code: 'fewYears'; readonly before: number; readonly after: number }
  | { readonly code: 'preliminary'; readonly years: readonly number[] }
  | { readonly code: 'olderYear'; readonly year: number }
  | { readonly code: 'smallNumbers' }
  | { readonly code: 'otherActions' };

/** What is known of the figure and the surroundings that the values do not tell. */
export interface EffectCircumstances {
  /** Desired direction; null where none. */
  readonly direction: 'low' | 'high' | null;
  /** First years of a new method (`breaksOf`). */
  readonly breaks?: readonly number[] | undefined;
  readonly preliminaryYears?: readonly number[] | undefined;
  /** The latest year there ought to be a value for, when the series ends earlier. */
  readonly expectedYear?: number | undefined;
  readonly smallNumbers?: boolean | undefined;
  /** Other actions or events known to touch the same figure in the same years. */
  readonly otherActions?: boolean | undefined;
}

/** Fewer years than this before: that they moved alike has hardly been tried. Fewer after: it may be one odd year. */
export const CAUTION_YEARS_BEFORE = 3;
export const CAUTION_YEARS_AFTER = 2;

/**
 * The word for an effect and what to bear in mind, by a rule; never typed:
 *
 * 1. no year after → `tooEarly`; nothing to compute otherwise → `cannotTell`
 * 2. a change of method between the first and the last year used → `cannotTell`
 * 3. the treated moved differently already before (p < 0.05) → `cannotTell`
 * 4. the 95 % interval does not hold 0, and the placebo p is at most 0.05, or the smallest that so few units can give
 *    → `improved` / `worsened`, without direction `higher` / `lower`
 * 5. otherwise → `noClearDifference`, which is not the same as no effect
 */
export function effectWord(
  found: DifferenceInDifferences,
  circumstances: EffectCircumstances,
): { readonly word: EffectWord; readonly cautions: readonly EffectCaution[] } {
  const cautions: EffectCaution[] = [];
  if (!found.ok) {
    addCircumstances(cautions, circumstances, []);
    return { word: found.reason === 'noYearsAfter' ? 'tooEarly' : 'cannotTell', cautions };
  }
  const { placebo, yearsBefore, yearsAfter, comparisonUnits } = found;
  const used = [...yearsBefore, ...yearsAfter];
  const fromYear = circumstances.breaks?.find((year) => year > used[0]! && year <= used.at(-1)!);
  const drawnApartBefore = found.preTrend.p < EFFECT_LEVEL;
  const beyondChance = found.p < EFFECT_LEVEL;
  const standsOut = placebo.p <= Math.max(EFFECT_LEVEL, placebo.smallestP);

  if (fromYear !== undefined) cautions.push({ code: 'seriesBreak', fromYear });
  if (drawnApartBefore) cautions.push({ code: 'preTrend' });
  if (beyondChance && !standsOut) {
    cautions.push({ code: 'othersMovedAsMuch', rank: placebo.rank, of: placebo.estimates.length });
  }
  if (placebo.smallestP > EFFECT_LEVEL) cautions.push({ code: 'fewMunicipalities', n: comparisonUnits.length });
  if (yearsBefore.length < CAUTION_YEARS_BEFORE || yearsAfter.length < CAUTION_YEARS_AFTER) {
    cautions.push({ code: 'fewYears', before: yearsBefore.length, after: yearsAfter.length });
  }
  addCircumstances(cautions, circumstances, used);

  if (fromYear !== undefined || drawnApartBefore) return { word: 'cannotTell', cautions };
  if (beyondChance && standsOut) return { word: wordFor(found.estimate, circumstances.direction), cautions };
  return { word: 'noClearDifference', cautions };
}

function wordFor(estimate: number, direction: 'low' | 'high' | null): EffectWord {
  if (direction === null) return estimate > 0 ? 'higher' : 'lower';
  return estimate > 0 === (direction === 'high') ? 'improved' : 'worsened';
}

function addCircumstances(
  cautions: EffectCaution[],
  { preliminaryYears, expectedYear, smallNumbers, otherActions }: EffectCircumstances,
  used: readonly number[],
): void {
  const preliminary = used.filter((year) => preliminaryYears?.includes(year));
  const latest = used.at(-1);
  if (preliminary.length > 0) cautions.push({ code: 'preliminary', years: preliminary });
  if (expectedYear !== undefined && latest !== undefined && latest < expectedYear) {
    cautions.push({ code: 'olderYear', year: latest });
  }
  if (smallNumbers) cautions.push({ code: 'smallNumbers' });
  if (otherActions) cautions.push({ code: 'otherActions' });
}
