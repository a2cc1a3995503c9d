import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  ChartFigure,
  type Column,
  DataTable,
  EmptyState,
  formatFigure,
  formatSigned,
  Missing,
  SourceLine,
  type SourceLineProps,
} from '../../foundation/ui/index.ts';
import { choiceHref } from './choice-address.rules.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';
import { chartOf, genderYears, type KeyFigureChart, neighbours, shownYears } from './key-figure-charts.view.tsx';
import { decimalsLike } from './key-figure-decimals.rules.ts';
import { type NearRow, type NearSort, nearRows, nearSorts, sortNear } from './key-figure-near.rules.ts';

export interface EvidenceProps {
  readonly report: KeyFigureReport;
  readonly figures: Figures;
  readonly language: Language;
  readonly sort: { readonly by: NearSort; readonly descending: boolean };
}

/** Charts and tables of one key figure: development, distribution, near municipalities, women and men. */
export function Evidence(props: EvidenceProps) {
  return (
    <>
      <Trend {...props} />
      <AllMunicipalities {...props} />
      <Near {...props} />
      <Genders {...props} />
    </>
  );
}

export function sourceOfReport(
  { kpi, fetchedAt }: Pick<KeyFigureReport, 'kpi' | 'fetchedAt'>,
  figures: Figures,
  kind: 'published' | 'both',
): SourceLineProps {
  return figures.info.exampleData ? { kind: 'example', children: kpi.id } : { kind, fetchedAt, children: kpi.id };
}

function downloads(chart: KeyFigureChart, { kpi, choice }: KeyFigureReport) {
  return ['svg', 'png'].map((format) => ({
    label: format.toUpperCase(),
    href: choiceHref(`/nyckeltal/${kpi.id}/bild/${chart}.${format}`, choice),
  }));
}

function Trend({ report, figures, language }: EvidenceProps) {
  const t = texts(language).trend;
  const { analysis, unit } = report;
  const chart = chartOf('utveckling', report, figures, language);
  if (!chart) return null;
  const at = (values: Float64Array, year: number) => values[analysis.years.indexOf(year)]!;
  const column = (key: string, label: string, values: Float64Array): Column<number> => ({
    key,
    label,
    kind: 'number',
    cell: (year) => written(at(values, year), language),
  });
  const labels = { similar: t.similar, class: t.class, own: t.own } as const;
  return (
    <ChartFigure
      heading={t.heading}
      chart={chart.at}
      width={1000}
      table={{
        caption: t.caption,
        rows: shownYears(report).toReversed(),
        columns: [
          { key: 'year', label: t.year, heads: true, cell: (year) => year },
          {
            key: 'own',
            label: figures.title(report.choice.unit),
            kind: 'number',
            unit: unit || undefined,
            cell: (year) =>
              Number.isNaN(at(analysis.own, year)) ? (
                <Missing reason={missingWords(report, year, language)} />
              ) : (
                formatFigure(at(analysis.own, year), language)
              ),
          },
          ...analysis.groups.map(({ id, median }) => column(id, labels[id as keyof typeof labels], median)),
          column('riket', t.riket, analysis.riket),
          column('lower', t.lower, analysis.band.lower),
          column('median', t.median, analysis.band.median),
          column('upper', t.upper, analysis.band.upper),
          { key: 'n', label: t.n, kind: 'number', cell: (year) => analysis.band.n[analysis.years.indexOf(year)] },
        ],
      }}
      downloads={downloads('utveckling', report)}
      source={sourceOfReport(report, figures, 'both')}
    />
  );
}

/** The reason in words; a year outside the key figure's own years has simply not been reported by anyone. */
function missingWords(report: KeyFigureReport, year: number, language: Language): string {
  const reason = report.missing.get(year) ?? 'unknown';
  const words = texts(language).missing[reason];
  return reason === 'unknown' ? texts(language).sheets.missing : words;
}

function written(value: number, language: Language): string {
  return Number.isNaN(value) ? '–' : formatFigure(value, language);
}

function AllMunicipalities({ report, figures, language }: EvidenceProps) {
  const t = texts(language).distribution;
  const { analysis, unit, choice } = report;
  const chart = chartOf('fordelning', report, figures, language);
  if (!chart || analysis.usedYear === null) return null;
  return (
    <ChartFigure
      heading={t.heading(analysis.usedYear)}
      chart={chart.at}
      width={1000}
      table={{
        caption: t.caption,
        grid: true,
        rows: analysis.distribution,
        highlight: (row) => row.unit === choice.unit,
        columns: [
          { key: 'rank', label: t.rank, kind: 'number', class: 'is-place', cell: ({ rank }) => rank },
          { key: 'unit', label: t.municipality, heads: true, cell: (row) => figures.title(row.unit) },
          {
            key: 'value',
            label: texts(language).near.value,
            kind: 'number',
            unit: unit || undefined,
            cell: ({ value }) => formatFigure(value, language),
          },
        ],
      }}
      downloads={downloads('fordelning', report)}
      source={sourceOfReport(report, figures, 'both')}
    />
  );
}

export function nearOf(report: KeyFigureReport, figures: Figures): readonly NearRow[] {
  const { analysis, choice, comparison } = report;
  const riket = analysis.usedYear === null ? Number.NaN : analysis.riket[analysis.years.indexOf(analysis.usedYear)]!;
  return nearRows({
    own: choice.unit,
    similar: report.similar?.members ?? [],
    // A comparison with all would put every municipality here; those stand in the table above.
    compared: comparison.ok && choice.compareWith.kind !== 'all' ? comparison.units : [],
    neighbours: neighbours(report),
    riket: Number.isNaN(riket) ? undefined : riket,
    distribution: analysis.distribution,
    nameOf: (unit) => figures.title(unit),
  });
}

const sortSlugs: Readonly<Record<NearSort, string>> = { rank: 'plats', name: 'kommun', difference: 'skillnad' };

export function readNearSort(query: URLSearchParams): EvidenceProps['sort'] {
  const by = nearSorts.find((sort) => sortSlugs[sort] === query.get('sortera')) ?? 'rank';
  return { by, descending: query.get('ordning') === 'fallande' };
}

function Near({ report, figures, language, sort }: EvidenceProps) {
  const t = texts(language).near;
  const { kpi, choice, unit } = report;
  const rows = sortNear(nearOf(report, figures), sort.by, sort.descending);
  if (report.analysis.usedYear === null || rows.length < 2) return null;
  const decimals = decimalsLike(...rows.map(({ value }) => value));
  const here = choiceHref(`/nyckeltal/${kpi.id}`, choice);
  const sortBy = (by: NearSort) => {
    const turned = sort.by === by && !sort.descending;
    const direction = sort.by !== by ? undefined : sort.descending ? ('descending' as const) : ('ascending' as const);
    return {
      href: `${here}&sortera=${sortSlugs[by]}&ordning=${turned ? 'fallande' : 'stigande'}#nara`,
      direction,
    };
  };
  return (
    <section aria-labelledby="nara">
      <h2 id="nara">{t.heading}</h2>
      <DataTable
        caption={t.caption}
        quietCaption
        rows={rows}
        highlight={(row) => row.unit === choice.unit}
        columns={[
          {
            key: 'name',
            label: t.municipality,
            heads: true,
            sort: sortBy('name'),
            cell: (row) =>
              row.why.includes('riket') || row.unit === choice.unit ? (
                row.name
              ) : (
                <a href={choiceHref(`/nyckeltal/${kpi.id}`, { ...choice, unit: row.unit })}>{row.name}</a>
              ),
          },
          { key: 'why', label: t.why, cell: ({ why }) => why.map((reason) => t[reason]).join(', ') },
          {
            key: 'rank',
            label: texts(language).distribution.rank,
            kind: 'number',
            sort: sortBy('rank'),
            cell: ({ rank }) => rank ?? '–',
          },
          {
            key: 'value',
            label: t.value,
            kind: 'number',
            unit: unit || undefined,
            cell: ({ value }) => (value === undefined ? <Missing /> : formatFigure(value, language)),
          },
          {
            key: 'difference',
            label: t.difference,
            kind: 'number',
            sort: sortBy('difference'),
            cell: ({ difference }) => (difference === undefined ? '–' : formatSigned(difference, language, decimals)),
          },
        ]}
      />
      <SourceLine {...sourceOfReport(report, figures, 'both')}>{t.note}</SourceLine>
    </section>
  );
}

function Genders({ report, figures, language }: EvidenceProps) {
  const t = texts(language).gender;
  const { genders, analysis, unit } = report;
  if (!report.kpi.isDividedByGender) return null;
  const chart = chartOf('kon', report, figures, language);
  if (!chart || !genders) return <EmptyState title={t.heading}>{t.none}</EmptyState>;
  const at = (values: Float64Array, year: number) => values[analysis.years.indexOf(year)]!;
  const column = (key: string, label: string, of: (year: number) => number): Column<number> => ({
    key,
    label,
    kind: 'number',
    unit: unit || undefined,
    cell: (year) => (Number.isNaN(of(year)) ? <Missing /> : formatFigure(of(year), language)),
  });
  return (
    <ChartFigure
      heading={t.heading}
      finding={chart.props.description}
      chart={chart.at}
      table={{
        caption: t.caption,
        rows: genderYears(report),
        columns: [
          { key: 'year', label: texts(language).trend.year, heads: true, cell: (year) => year },
          column('women', t.women, (year) => at(genders.women, year)),
          column('men', t.men, (year) => at(genders.men, year)),
          column('total', t.total, (year) => at(analysis.own, year)),
          column('difference', t.difference, (year) => at(genders.women, year) - at(genders.men, year)),
        ],
      }}
      downloads={downloads('kon', report)}
      source={sourceOfReport(report, figures, 'published')}
    />
  );
}
