import type { Sheet } from '@samband/documents/spreadsheet';
import { defineTexts, type Language } from '../../foundation/texts/index.ts';
import { flagText } from './flag.texts.ts';
import type { Situation } from './situation.queries.ts';
import { vocabulary } from './vocabulary.texts.ts';

const texts = defineTexts(
  {
    findings: 'Det sticker ut',
    indices: 'Index',
    series: 'Utveckling',
    about: (name: string, year: number, comparison: string) => `${name} ${year}, jämfört med ${comparison}`,
    rank: 'Nr',
    area: 'Område',
    kpi: 'Nyckeltal',
    title: 'Benämning',
    value: 'Värde',
    unit: 'Enhet',
    year: 'År',
    median: 'Jämförelsens median',
    n: 'Antal i jämförelsen',
    percentile: 'Percentil bland alla',
    allRank: 'Plats bland alla',
    ofAll: 'av',
    trend: 'Trend',
    slope: 'Lutning per år',
    kronor: 'Motsvarar kronor per år',
    kind: 'Slag',
    deviation: 'avvikelse',
    strength: 'styrka',
    strengthOf: 'Styrka',
    howFar: 'Hur långt',
    howLong: 'Hur länge',
    howSure: 'Hur säkert',
    howMuchMoney: 'Hur mycket pengar',
    flags: 'Att tänka på',
    also: 'Syns också i',
    indexKind: 'Index',
    published: 'Publicerat',
    own: 'Egen beräkning',
    similar: 'Jämförelsens median',
    whose: 'Serie',
    municipality: 'kommunen',
    comparison: 'jämförelsens median',
    fetched: (date: string) => `Värden hämtade ${date}`,
  },
  {
    findings: 'Standing out',
    indices: 'Indices',
    series: 'Development',
    about: (name, year, comparison) => `${name} ${year}, compared with ${comparison}`,
    rank: 'No',
    area: 'Area',
    kpi: 'Key figure',
    title: 'Name',
    value: 'Value',
    unit: 'Unit',
    year: 'Year',
    median: 'Median of comparison',
    n: 'Number in comparison',
    percentile: 'Percentile among all',
    allRank: 'Rank among all',
    ofAll: 'of',
    trend: 'Trend',
    slope: 'Slope per year',
    kronor: 'Equals kronor a year',
    kind: 'Kind',
    deviation: 'deviation',
    strength: 'strength',
    strengthOf: 'Strength',
    howFar: 'How far',
    howLong: 'How long',
    howSure: 'How sure',
    howMuchMoney: 'How much money',
    flags: 'To consider',
    also: 'Also seen in',
    indexKind: 'Index',
    published: 'Published',
    own: 'Own calculation',
    similar: 'Median of comparison',
    whose: 'Series',
    municipality: 'the municipality',
    comparison: 'median of comparison',
    fetched: (date) => `Values fetched ${date}`,
  },
);

/** What the sheets must know beside the analysis: names, and whose figures they are. The figures in memory are such, and so is a shared page. */
export interface NamedSource {
  readonly info: { readonly exampleData: boolean; readonly fetchedAt: string };
  title(unit: string): string;
}

/** The tables of the page Nuläge as sheets: what stands out, the indices, and the series behind the sparklines. */
export function situationSheets(figures: NamedSource, situation: Situation, language: Language): readonly Sheet[] {
  const t = texts(language);
  const words = vocabulary(language);
  const { choice, analysis } = situation;
  const example = figures.info.exampleData;
  const notes = [
    t.about(figures.title(choice.unit), choice.year, words.comparison[choice.compareWith.kind]),
    `${example ? words.source.example : `${words.source.values}. ${words.source.computed}`}. ${t.fetched(figures.info.fetchedAt.slice(0, 10))}.`,
  ];
  const column = (header: string, width = 12, format?: string) => ({ header, width, ...(format ? { format } : {}) });
  const years = [...new Set(analysis.findings.flatMap(({ series }) => series.years))].sort((a, b) => a - b);
  return [
    {
      name: t.findings,
      notes,
      columns: [
        column(t.rank, 5),
        column(t.kind, 11),
        column(t.area, 24),
        column(t.kpi, 10),
        column(t.title, 44),
        column(t.value, 12, '#,##0.##'),
        column(t.unit, 14),
        column(t.year, 7),
        column(t.median, 13, '#,##0.##'),
        column(t.n, 10),
        column(t.percentile, 10, '0.0'),
        column(t.allRank, 9),
        column(t.ofAll, 6),
        column(t.trend, 18),
        column(t.slope, 12, '#,##0.###'),
        column(t.kronor, 16, '#,##0'),
        column(t.strengthOf, 8, '0.00'),
        column(t.howFar, 8, '0.00'),
        column(t.howLong, 8, '0.00'),
        column(t.howSure, 8, '0.00'),
        column(t.howMuchMoney, 8, '0.00'),
        column(t.flags, 40),
        column(t.also, 30),
      ],
      rows: analysis.findings.map((finding) => [
        finding.rank,
        t[finding.kind],
        words.area[finding.area],
        finding.kpi,
        finding.title,
        finding.value,
        finding.unit,
        finding.year,
        finding.comparison.median,
        finding.comparison.n,
        finding.percentile,
        finding.rankAmongAll,
        finding.nAmongAll,
        words.trend[finding.trend.word],
        finding.trend.slope,
        finding.potentialKr,
        finding.strength,
        finding.parts.howFar,
        finding.parts.howLong,
        finding.parts.howSure,
        finding.parts.howMuchMoney,
        finding.flags.map((flag) => flagText(flag, language)).join(', '),
        finding.alsoSeenIn.map(({ title, kpi }) => `${title} (${kpi})`).join(', '),
      ]),
    },
    {
      name: t.indices,
      notes,
      columns: [
        column(t.area, 24),
        column(t.indexKind, 14),
        column(t.kpi, 10),
        column(t.year, 7),
        column(t.published, 12, '0.00'),
        column(t.own, 14, '0.00'),
        column(t.similar, 13, '0.00'),
        column(t.allRank, 9),
        column(t.ofAll, 6),
      ],
      rows: analysis.indices.map((row) => [
        words.indexArea[row.area],
        words.indexKind[row.kind],
        row.kpi,
        row.year,
        row.published,
        row.own,
        row.similarMedian,
        row.rank,
        row.n,
      ]),
    },
    {
      name: t.series,
      notes,
      columns: [
        column(t.kpi, 10),
        column(t.title, 44),
        column(t.whose, 20),
        ...years.map((year) => column(String(year), 11, '#,##0.##')),
      ],
      rows: analysis.findings.flatMap((finding) =>
        (['own', 'comparisonMedian'] as const).map((whose) => [
          finding.kpi,
          finding.title,
          whose === 'own' ? t.municipality : t.comparison,
          ...years.map((year) => {
            const value = finding.series[whose][finding.series.years.indexOf(year)];
            return value === undefined || Number.isNaN(value) ? null : value;
          }),
        ]),
      ),
    },
  ];
}
