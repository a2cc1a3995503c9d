import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Distribution,
  type DistributionProps,
  formatFigure,
  formatRank,
  GenderSplit,
  type GenderSplitProps,
  LineChart,
  type LineChartProps,
  type Series,
} from '../../foundation/ui/index.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';

/** What the page draws and what the downloaded pictures draw is the same. */
export const keyFigureCharts = ['utveckling', 'fordelning', 'kon'] as const;
export type KeyFigureChart = (typeof keyFigureCharts)[number];

/** Undefined where there is nothing to draw. */
export function chartOf(chart: KeyFigureChart, report: KeyFigureReport, figures: Figures, language: Language) {
  switch (chart) {
    case 'utveckling': {
      const props = trendProps(report, figures, language);
      return props && { props, at: (width: number) => <LineChart {...props} width={width} /> };
    }
    case 'fordelning': {
      const props = distributionProps(report, figures, language);
      return props && { props, at: (width: number) => <Distribution {...props} width={width} /> };
    }
    case 'kon': {
      const props = genderProps(report, figures, language);
      return props && { props, at: (width: number) => <GenderSplit {...props} width={width} /> };
    }
  }
}

const present = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isNaN(value) ? undefined : value));

function trendProps(report: KeyFigureReport, figures: Figures, language: Language): LineChartProps | undefined {
  const t = texts(language).trend;
  const { analysis, choice } = report;
  const shown = shownYears(report);
  if (shown.length === 0) return undefined;
  const from = analysis.years.indexOf(shown[0]!);
  const cut = (values: Float64Array) => present(values.subarray(from, from + shown.length));
  const name = figures.title(choice.unit);
  const chosen = choice.compareWith.kind;
  const series: readonly Series[] = [
    { kind: 'own', label: name, values: cut(analysis.own) },
    ...analysis.groups.map(
      ({ id, median }): Series => ({
        kind: id === chosen ? 'comparison' : 'group',
        // The lines are medians, as the description and the table say; a phone has no room for the word.
        label: t.short[id as keyof typeof t.short],
        values: cut(median),
      }),
    ),
    { kind: 'nation', label: t.riket, values: cut(analysis.riket) },
  ];
  return {
    id: 'utveckling',
    title: `${report.title}: ${t.heading.toLowerCase()}`,
    description: t.describe(report.title, name, shown[0]!, shown.at(-1)!),
    years: shown,
    unit: report.unit,
    series: series.filter(({ values }) => values.some((value) => value !== undefined)),
    band: { low: cut(analysis.band.lower), high: cut(analysis.band.upper), label: t.band },
    breaks: (report.mapped?.breaks ?? []).filter((year) => shown.includes(year)).map((year) => ({ year })),
    preliminary: report.preliminaryYears,
  };
}

/** From the first to the last year with anything to show. */
export function shownYears({ analysis }: KeyFigureReport): readonly number[] {
  const some = analysis.years.map(
    (_, i) => analysis.band.n[i]! > 0 || !Number.isNaN(analysis.own[i]!) || !Number.isNaN(analysis.riket[i]!),
  );
  return some.includes(true) ? analysis.years.slice(some.indexOf(true), some.lastIndexOf(true) + 1) : [];
}

function distributionProps(
  report: KeyFigureReport,
  figures: Figures,
  language: Language,
): DistributionProps | undefined {
  const t = texts(language).distribution;
  const { analysis, choice, comparison } = report;
  if (analysis.distribution.length === 0 || analysis.usedYear === null) return undefined;
  const values = analysis.distribution.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatFigure(value, language));
  const name = figures.title(choice.unit);
  const named = comparison.ok && comparison.units.length <= 30 ? comparison.units : (report.similar?.members ?? []);
  return {
    id: 'fordelning',
    title: `${report.title}: ${t.heading(analysis.usedYear).toLowerCase()}`,
    description:
      analysis.value === null || analysis.rank === null
        ? t.describeMissing(name, low!, high!)
        : t.describe(name, formatFigure(analysis.value, language), formatRank(analysis.rank, analysis.n), low!, high!),
    units: analysis.distribution.map(({ unit, value }) => ({ code: unit, name: figures.title(unit), value })),
    own: choice.unit,
    named: [...new Set([...named, ...neighbours(report, 1)])],
    ...(comparison.ok && comparison.result.ok ? { line: { value: comparison.result.median, label: t.line } } : {}),
    unit: report.unit,
  };
}

/** Those nearest in rank on either side. */
export function neighbours({ analysis, choice }: KeyFigureReport, each = 3): readonly string[] {
  const at = analysis.distribution.findIndex(({ unit }) => unit === choice.unit);
  if (at < 0) return [];
  return analysis.distribution
    .slice(Math.max(0, at - each), at + each + 1)
    .map(({ unit }) => unit)
    .filter((unit) => unit !== choice.unit);
}

const yearsByGender = 8;

/** Latest first, with the years that have a value for either. */
export function genderYears({ genders, analysis }: KeyFigureReport): readonly number[] {
  if (!genders) return [];
  return analysis.years
    .filter((_, i) => !Number.isNaN(genders.women[i]!) || !Number.isNaN(genders.men[i]!))
    .toReversed();
}

function genderProps(report: KeyFigureReport, figures: Figures, language: Language): GenderSplitProps | undefined {
  const t = texts(language).gender;
  const { genders, analysis, choice } = report;
  const years = genderYears(report).slice(0, yearsByGender);
  if (!genders || years[0] === undefined) return undefined;
  const at = (values: Float64Array, year: number) => present([values[analysis.years.indexOf(year)]!])[0];
  const said = (value: number | undefined) => (value === undefined ? '–' : formatFigure(value, language));
  return {
    id: 'kon',
    title: `${report.title}: ${t.heading.toLowerCase()}`,
    description: t.describe(
      figures.title(choice.unit),
      years[0],
      said(at(genders.women, years[0])),
      said(at(genders.men, years[0])),
    ),
    rows: years.map((year) => ({
      label: String(year),
      women: at(genders.women, year),
      men: at(genders.men, year),
      total: at(analysis.own, year),
    })),
    unit: report.unit,
  };
}
