import type { Finding, IndexRow } from '@samband/analysis';
import { type Chart, type NamedChart, plain, type Showing, type Table } from '@samband/documents';
import { type Choice, shownIndex, situationVocabulary } from '../../chain/situation/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { formatFigure, formatMoney, formatNumber } from '../../foundation/ui/index.ts';
import { texts } from './situation-report.texts.ts';

const indexKinds = ['resource', 'quality', 'efficiency'] as const;

/** The three indices of each service as bars, the municipality's own beside the comparison. */
export function indicesShown(
  rows: readonly IndexRow[],
  { name, year, compareWith }: { readonly name: string } & Pick<Choice, 'year' | 'compareWith'>,
  language: Language,
  source: string,
): Showing | undefined {
  const t = texts(language).shown;
  const words = situationVocabulary(language);
  const charts = indexKinds.flatMap((kind): readonly NamedChart[] => {
    const some = rows.filter(
      (row) => row.kind === kind && (shownIndex(row).value !== null || row.similarMedian !== null),
    );
    if (some.every((row) => shownIndex(row).value === null)) return [];
    const own = some.map((row) => shownIndex(row).value ?? undefined);
    const chart: Chart = {
      kind: 'bar',
      unit: t.index,
      decimals: 0,
      categories: some.map((row) => words.indexArea[row.area]),
      series: [
        { name, own: true, values: own },
        {
          name: t.median(words.comparisonShort[compareWith.kind]),
          values: some.map((row) => row.similarMedian ?? undefined),
        },
      ],
    };
    const told = some.flatMap((row, index) =>
      own[index] === undefined ? [] : [`${words.indexArea[row.area]} ${formatNumber(own[index], language)}`],
    );
    return [
      { title: words.indexKind[kind], alt: t.indexAlt(words.indexKind[kind], name, year, told.join(', ')), chart },
    ];
  });
  if (charts.length === 0) return undefined;
  const efficiency = rows
    .filter((row) => row.kind === 'efficiency' && row.shown === 'published' && row.published !== null)
    .toSorted((a, b) => b.published! - a.published!);
  const [best, worst] = [efficiency[0], efficiency.at(-1)];
  const at = (row: IndexRow) => t.at(inText(words.indexArea[row.area]), formatNumber(row.published!, language));
  return {
    id: 'shown-indices',
    title: best && worst && best !== worst ? t.indices(at(best), at(worst)) : t.indicesNone(name, year),
    blocks: [{ kind: 'charts', id: 'index-picture', charts, source }],
  };
}

/** Names in running text begin with a small letter, except when they are abbreviations. */
function inText(name: string): string {
  return /^.[a-zåäö]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Charts on a slide, and rows of a table. */
const [mostCharts, mostRows] = [4, 7];

/** What deviates most: first how it has developed, then the figures with what they amount to. */
export function standsOutShown(
  findings: readonly Finding[],
  table: Table,
  { compareWith }: Pick<Choice, 'compareWith'>,
  language: Language,
  source: string,
): readonly Showing[] {
  const t = texts(language).shown;
  const words = situationVocabulary(language);
  const deviations = findings.filter(({ kind }) => kind === 'deviation');
  const [first] = deviations;
  const group = words.comparison[compareWith.kind];
  const charts = deviations.slice(0, mostCharts).map(({ title, unit, series }): NamedChart => {
    const own = present(series.own);
    const shown = own.filter((value) => value !== undefined);
    const chart: Chart = {
      kind: 'line',
      unit,
      decimals: decimalsOf(shown),
      categories: series.years.map(String),
      series: [
        { name: t.own, own: true, values: own },
        { name: capital(words.comparisonShort[compareWith.kind]), values: present(series.comparisonMedian) },
      ],
    };
    return { title, alt: t.lineAlt(title, unit, group), chart };
  });
  const largest = deviations
    .filter(({ potentialKr }) => potentialKr !== null)
    .toSorted((a, b) => b.potentialKr! - a.potentialKr!)[0];
  const remarks = texts(language).standsOut;
  // Without number, id and remarks, which the report has: a room reads a row in a glance.
  const shown: Table = {
    ...table,
    columns: table.columns.slice(1),
    rows: findings.slice(0, mostRows).map(({ title, value, unit, comparison, trend, potentialKr, kind }) => ({
      cells: [
        [{ kind: 'text', text: title, strong: true }, ...plain(kind === 'strength' ? ` (${remarks.strength})` : '')],
        plain(`${formatFigure(value, language)} ${unit}`),
        plain(formatFigure(comparison.median, language)),
        plain(words.trend[trend.word]),
        plain(potentialKr === null ? '–' : formatMoney(potentialKr, language)),
      ],
    })),
  };
  return [
    ...(first === undefined || charts.length === 0
      ? []
      : [
          {
            id: 'shown-developments',
            title: t.standsOut(
              first.title,
              `${formatFigure(first.value, language)} ${first.unit}`,
              formatFigure(first.comparison.median, language),
              group,
            ),
            blocks: [{ kind: 'charts' as const, id: 'developments', charts, source }],
            notes: deviations
              .slice(0, mostCharts)
              .map(({ title, value, unit, year, comparison }) =>
                t.line(title, formatFigure(value, language), unit, year, formatFigure(comparison.median, language)),
              )
              .join('\n'),
          },
        ]),
    {
      id: 'shown-findings',
      title:
        largest === undefined
          ? t.several(findings.length, group)
          : t.largest(largest.title, formatMoney(largest.potentialKr!, language)),
      blocks: [shown],
      ...(findings.length > mostRows && {
        notes: t.more(
          findings
            .slice(mostRows)
            .map(({ title }) => title)
            .join('; '),
        ),
      }),
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function present(values: ArrayLike<number>): readonly (number | undefined)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? undefined : value));
}

function decimalsOf(values: readonly number[]): number {
  const largest = Math.max(0, ...values.map(Math.abs));
  return largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
}
