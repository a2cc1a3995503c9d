import { SMALL_GROUP } from '../compare.ts';
import { isSmallNumber, VOLATILE_SHARE } from '../volatility.ts';
import { type Evaluation, SERIES_YEARS } from './evaluation.ts';
import type { FigureFlag } from './finding.ts';

/** Fewer than this share of all municipalities with a value is worth saying. */
export const FEW_REPORTING = 0.5;

/** What one should know before trusting a finding. */
export function flagsOf(evaluation: Evaluation, askedYear: number, municipalities: number): FigureFlag[] {
  const { judgement, since, noise, volume, publication, missingYears } = evaluation;
  const flags: FigureFlag[] = [];
  if (judgement.year < askedYear) flags.push({ code: 'olderYear', year: judgement.year });
  if (publication === 'preliminary' || publication === 'notYetPublished') flags.push({ code: publication });
  if (judgement.year - since < SERIES_YEARS) flags.push({ code: 'breakInSeries', year: since });
  if (noise >= VOLATILE_SHARE * judgement.scale) flags.push({ code: 'volatile' });
  if (isSmallNumber(volume)) flags.push({ code: 'smallNumbers', units: volume });
  if (judgement.groupN < SMALL_GROUP) flags.push({ code: 'smallGroup', n: judgement.groupN });
  if (judgement.nAmongAll < FEW_REPORTING * municipalities) {
    flags.push({ code: 'fewReporting', n: judgement.nAmongAll, of: municipalities });
  }
  if (missingYears.length > 0) flags.push({ code: 'gapsInSeries', years: missingYears });
  return flags;
}
