import { phenomena } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type Content, DataTable, formatDate, formatFigure, formatMoney, Missing } from '../../foundation/ui/index.ts';
import { choiceHref } from './choice-address.rules.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';
import { yearSpans } from './key-figure-years.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface ReadingProps {
  readonly report: KeyFigureReport;
  readonly figures: Figures;
  readonly language: Language;
  readonly today: string;
}

/** What the figure means: our map's reading of it, and Kolada's own words. */
export function Reading(props: ReadingProps) {
  return (
    <>
      <MapSays {...props} />
      <Definition {...props} />
    </>
  );
}

interface Fact {
  readonly label: string;
  readonly content: Content;
}

function Facts({ caption, facts, language }: { caption: string; facts: readonly Fact[]; language: Language }) {
  const t = texts(language).definition;
  return (
    <DataTable
      caption={caption}
      quietCaption
      rows={facts}
      columns={[
        { key: 'label', label: t.field, quietLabel: true, heads: true, cell: ({ label }) => label },
        { key: 'content', label: t.value, quietLabel: true, cell: ({ content }) => content },
      ]}
    />
  );
}

function MapSays({ report, language }: ReadingProps) {
  const t = texts(language).map;
  const words = vocabulary(language);
  const { mapped, potential } = report;
  if (!mapped) {
    return (
      <section>
        <h2>{t.heading}</h2>
        <p>{t.outside}</p>
      </section>
    );
  }
  const noKronor = potential?.ok === false ? words.noPotential[potential.reason] : '–';
  const facts: readonly Fact[] = [
    {
      label: t.area,
      content: [mapped.area, ...(mapped.alsoIn ?? [])].map((area) => words.area[area]).join(', '),
    },
    { label: t.perspective, content: words.perspective[mapped.perspective] },
    { label: t.direction, content: mapped.direction ? words.direction[mapped.direction] : t.noDirection },
    { label: t.phenomenon, content: phenomena[mapped.phenomenon]?.[language] ?? mapped.phenomenon },
    ...(mapped.costBase ? [{ label: t.costBase, content: t.costBases[mapped.costBase] }] : []),
    ...(potential === undefined
      ? []
      : [{ label: t.kronor, content: potential.ok ? formatMoney(potential.kronor, language) : noKronor }]),
  ];
  return (
    <section>
      <h2>{t.heading}</h2>
      <Facts caption={t.heading} facts={facts} language={language} />
      {report.alsoSeenIn.length > 0 && <AlsoSeenIn report={report} language={language} />}
    </section>
  );
}

function AlsoSeenIn({ report, language }: Pick<ReadingProps, 'report' | 'language'>) {
  const t = texts(language).map;
  return (
    <>
      <h3>{t.also}</h3>
      <DataTable
        caption={t.alsoCaption}
        quietCaption
        rows={report.alsoSeenIn}
        columns={[
          {
            key: 'title',
            label: texts(language).catalogue,
            heads: true,
            cell: ({ kpi, title }) => (
              <>
                <a href={choiceHref(`/nyckeltal/${kpi}`, report.choice)}>{title}</a>
                <small>{kpi}</small>
              </>
            ),
          },
          {
            key: 'value',
            label: t.value,
            kind: 'number',
            cell: ({ value, unit }) =>
              value === undefined ? (
                <Missing />
              ) : (
                <>
                  {formatFigure(value, language)}
                  <small>{unit}</small>
                </>
              ),
          },
          {
            key: 'median',
            label: t.median,
            kind: 'number',
            cell: ({ median }) => (median === undefined ? '–' : formatFigure(median, language)),
          },
        ]}
      />
    </>
  );
}

function Definition({ report, figures, language, today }: ReadingProps) {
  const t = texts(language).definition;
  return (
    <section>
      <h2>{t.heading}</h2>
      <Facts
        caption={t.heading}
        language={language}
        facts={definitionFacts({ report, figures, language, today }).map(({ label, text }) => ({
          label,
          content: label === t.description ? <span lang="sv">{text}</span> : text,
        }))}
      />
    </section>
  );
}

/** The same facts for the page and the workbook. */
export function definitionFacts({ report, figures, language, today }: ReadingProps): readonly {
  readonly label: string;
  readonly text: string;
}[] {
  const t = texts(language).definition;
  const { kpi } = report;
  const kind = figures.info.exampleData
    ? t.example
    : report.preliminaryYears.length > 0
      ? t.preliminary(yearSpans(report.preliminaryYears))
      : t.published;
  return [
    { label: t.title, text: kpi.title },
    { label: t.description, text: kpi.description },
    { label: t.id, text: kpi.id },
    { label: t.operatingArea, text: kpi.operatingArea },
    { label: t.kind, text: kind },
    { label: t.next, text: nextPublication(report, language, today) },
    { label: t.years, text: yearSpans(report.years) || '–' },
    { label: t.gender, text: kpi.isDividedByGender ? t.yes : t.no },
    ...(report.fetchedAt ? [{ label: t.fetched, text: formatDate(report.fetchedAt) }] : []),
  ].filter(({ text }) => text !== '');
}

function nextPublication({ kpi }: KeyFigureReport, language: Language, today: string): string {
  const t = texts(language).definition;
  const period = kpi.publPeriod ?? '';
  const coming = [
    ...(kpi.prelPublicationDate && kpi.prelPublicationDate > today
      ? [t.nextPreliminary(kpi.prelPublicationDate, period)]
      : []),
    ...(kpi.publicationDate && kpi.publicationDate > today ? [t.nextFinal(kpi.publicationDate, period)] : []),
  ];
  if (coming.length > 0) return coming.join('; ');
  return kpi.publicationDate ? `${t.noNext}; ${t.last(kpi.publicationDate)}` : t.noNext;
}
