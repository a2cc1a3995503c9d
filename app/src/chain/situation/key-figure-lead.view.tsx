import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { formatFigure, formatMoney, formatNumber, formatPercent, formatRank } from '../../foundation/ui/index.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';
import { decimalsLike } from './key-figure-decimals.rules.ts';
import { yearSpans } from './key-figure-years.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

/** Value, place, comparison, trend and kronor, said by rule; what cannot be said is left out. */
export function keyFigureLead(report: KeyFigureReport, figures: Figures, language: Language): string {
  const t = texts(language).lead;
  const { analysis, choice, ownYears } = report;
  const name = figures.title(choice.unit);
  if (analysis.value === null || analysis.usedYear === null) {
    if (ownYears.length === 0) return t.never(name);
    const reason = texts(language).missing[report.missing.get(choice.year) ?? 'unknown'];
    return `${t.missing(name, choice.year, reason)} ${t.missingYears(yearSpans(ownYears))}`;
  }
  const value = withUnit(analysis.value, report.unit, language);
  const place =
    analysis.rank === null || analysis.percentile === null
      ? []
      : [
          t.rank(formatRank(analysis.rank, analysis.n), report.mapped?.direction ? t.best : t.lowest),
          analysis.percentile >= 50
            ? t.higher(formatPercent(analysis.percentile, language, 0))
            : t.lower(formatPercent(100 - analysis.percentile, language, 0)),
        ];
  const first = t.value(name, value, analysis.usedYear);
  return [
    place.length === 0 ? `${first.slice(0, -1)}.` : `${first} ${place.join(', ')}.`,
    againstComparison(report, language),
    report.analysis.trend.n === 0 ? '' : t.trend[analysis.trend.word](analysis.trend.n),
    inKronor(report, language),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A gap smaller than this share of the median, in per cent, would be said as "0 %". */
const leastSaid = 0.5;

function againstComparison({ comparison, choice, unit }: KeyFigureReport, language: Language): string {
  if (!comparison.ok) return '';
  const t = texts(language).lead;
  const group = vocabulary(language).comparison[choice.compareWith.kind];
  const { result } = comparison;
  if (!result.ok) return t.tooFew(group);
  const decimals = decimalsLike(result.median, result.median + result.difference);
  const gap = formatNumber(Math.abs(result.difference), language, decimals);
  const relative = result.relativeDifference === null ? null : 100 * Math.abs(result.relativeDifference);
  const share = relative === null || unit === '%' ? '' : ` (${formatPercent(relative, language, 0)})`;
  const side = result.difference > 0 ? t.above(gap, share) : t.below(gap, share);
  const said = result.difference === 0 ? t.equal : relative !== null && relative < leastSaid ? t.near : side;
  return t.median(group, formatFigure(result.median, language), said);
}

function inKronor({ potential }: KeyFigureReport, language: Language): string {
  if (potential?.ok !== true || Math.abs(potential.kronor) < 1000) return '';
  const t = texts(language).lead;
  const kronor = formatMoney(Math.abs(potential.kronor), language);
  return potential.kronor > 0 ? t.dearer(kronor) : t.cheaper(kronor);
}

export function withUnit(value: number, unit: string, language: Language): string {
  return unit === '' ? formatFigure(value, language) : `${formatFigure(value, language)}\u00a0${unit}`;
}
