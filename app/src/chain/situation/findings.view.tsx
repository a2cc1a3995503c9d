import type { Finding } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  DataTable,
  type DrawnTableProps,
  EmptyState,
  formatFigure,
  formatMoney,
  formatPercent,
  type Mark,
  type PictureLink,
  PictureLinks,
  SourceLine,
  type SourceLineProps,
  Sparkline,
  type SparklineProps,
} from '../../foundation/ui/index.ts';
import type { Choice } from './choice.rules.ts';
import { compareSlug } from './choice-address.rules.ts';
import { flagText } from './flag.texts.ts';
import { PositionMark, positionMark } from './position-mark.tsx';
import { texts } from './situation.texts.ts';
import { vocabulary } from './vocabulary.texts.ts';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly choice: Choice;
  readonly keyFigureHref: (kpi: string) => string;
  /** Absent for those who may only read. */
  readonly keepAction: string | undefined;
  /** The way to the rest, when the strongest stand alone. */
  readonly more: { readonly href: string; readonly label: string } | undefined;
  readonly downloads: readonly PictureLink[];
  readonly source: SourceLineProps;
  readonly language: Language;
}

/** "Det sticker ut": one row a phenomenon, strongest first. */
export function Findings(props: FindingsProps) {
  const { findings, name, choice, keyFigureHref, keepAction, more, source, language } = props;
  const t = texts(language).findings;
  const words = vocabulary(language);
  const years = findings[0]?.series.years ?? [];
  return (
    <section aria-labelledby="sticker-ut">
      <h2 id="sticker-ut">{t.heading}</h2>
      <DataTable
        caption={t.caption}
        quietCaption
        rows={findings}
        empty={<EmptyState title={t.heading}>{t.none}</EmptyState>}
        columns={[
          { key: 'number', label: t.number, quietLabel: true, class: 'is-place', cell: ({ rank }) => rank },
          {
            key: 'figure',
            label: t.keyFigure,
            heads: true,
            cell: (finding) => <FindingName finding={finding} href={keyFigureHref(finding.kpi)} language={language} />,
          },
          {
            key: 'own',
            label: name,
            kind: 'number',
            cell: ({ value, unit }) => (
              <span>
                <strong>{formatFigure(value, language)}</strong>
                <small>{unit}</small>
              </span>
            ),
          },
          {
            key: 'comparison',
            label: t.comparison,
            kind: 'number',
            cell: ({ comparison }) => (
              <span>
                {formatFigure(comparison.median, language)}
                <small>{words.comparisonShort[choice.compareWith.kind]}</small>
              </span>
            ),
          },
          {
            key: 'position',
            label: t.position,
            cell: ({ percentile }) => (
              <PositionMark percentile={percentile} label={t.percentileTitle(formatPercent(percentile, language, 0))} />
            ),
          },
          {
            key: 'trend',
            class: 'is-trend',
            label: t.trend(years[0] ?? choice.year, years.at(-1) ?? choice.year),
            cell: (finding) => <FindingTrend finding={finding} language={language} />,
          },
          {
            key: 'kronor',
            label: t.kronor,
            kind: 'number',
            cell: (finding) =>
              finding.potentialKr === null ? (
                <span title={finding.potential.ok ? undefined : words.noPotential[finding.potential.reason]}>–</span>
              ) : (
                formatMoney(finding.potentialKr, language)
              ),
          },
          ...(keepAction === undefined
            ? []
            : [
                {
                  key: 'keep',
                  label: t.keep,
                  quietLabel: true,
                  cell: (finding: Finding) => (
                    <Keep finding={finding} choice={choice} action={keepAction} language={language} />
                  ),
                },
              ]),
        ]}
      />
      {more !== undefined && (
        <p class="way-on">
          <a href={more.href}>{more.label}</a>
        </p>
      )}
      {findings.length > 0 && <PictureLinks links={props.downloads} />}
      <SourceLine {...source}>
        {t.note}{' '}
        <span class="way-on">
          <a href="/metod/rangordning">{t.method}</a>.
        </span>
      </SourceLine>
    </section>
  );
}

function FindingName({ finding, href, language }: { finding: Finding; href: string; language: Language }) {
  const t = texts(language).findings;
  const remarks = finding.flags.map((flag) => flagText(flag, language));
  return (
    <>
      <a href={href}>{finding.title}</a>
      <small>
        {vocabulary(language).area[finding.area]} · {finding.kpi}
        {finding.kind === 'strength' && (
          <>
            {' '}
            · <strong class="is-strength">{t.strength}</strong>
          </>
        )}
        {remarks.map((remark) => (
          <> · {remark}</>
        ))}
      </small>
      {finding.alsoSeenIn.length > 0 && (
        <small>
          {t.also(
            finding.alsoSeenIn
              .map(({ title }) => title)
              .slice(0, 3)
              .join(', '),
          )}
        </small>
      )}
    </>
  );
}

function FindingTrend({ finding, language }: { finding: Finding; language: Language }) {
  const [word, against] = trendWords(finding, language);
  return (
    <span class="trend-cell">
      <Sparkline {...sparklineOf(finding, language)} />
      <span class="muted">
        {word}
        {against && <br />}
        {against}
      </span>
    </span>
  );
}

function sparklineOf(finding: Finding, language: Language): SparklineProps {
  const { years, own, comparisonMedian } = finding.series;
  return {
    id: `trend-${finding.kpi}`,
    title: finding.title,
    description: vocabulary(language).trend[finding.trend.word],
    years,
    own: Array.from(own),
    comparison: Array.from(comparisonMedian),
  };
}

/** In nominal kronor nearly all costs rise; what tells is whether the gap to the comparison grows. */
function trendWords({ trend, relativeTrend }: Finding, language: Language): readonly string[] {
  const words = vocabulary(language);
  const { word } = relativeTrend;
  return [words.trend[trend.word], ...(word === 'rising' || word === 'falling' ? [words.trendAgainst[word]] : [])];
}

function Keep({
  finding,
  choice,
  action,
  language,
}: {
  finding: Finding;
  choice: Choice;
  action: string;
  language: Language;
}) {
  const t = texts(language).findings;
  return (
    <form action={action} method="post">
      <input type="hidden" name="kpi" value={finding.kpi} />
      <input type="hidden" name="kommun" value={choice.unit} />
      <input type="hidden" name="ar" value={String(choice.year)} />
      <input type="hidden" name="jamfor" value={compareSlug(choice.compareWith.kind)} />
      {choice.compareWith.kind === 'own' && (
        <input type="hidden" name="kommuner" value={choice.compareWith.units.join(',')} />
      )}
      <Button variant="secondary" small label={t.keepLabel(finding.title)}>
        {t.keep}
      </Button>
    </form>
  );
}

/** The table as a picture, so that its sparklines and positions can be taken along. */
export function findingsPicture({
  findings,
  name,
  choice,
  language,
}: Pick<FindingsProps, 'findings' | 'name' | 'choice' | 'language'>): DrawnTableProps {
  const t = texts(language).findings;
  const words = vocabulary(language);
  const years = findings[0]?.series.years ?? [];
  const comparison = words.comparison[choice.compareWith.kind];
  return {
    id: 'sticker-ut',
    title: t.heading,
    description: t.caption,
    legend: [
      { mark: lineMark('chart-line-own'), text: name },
      { mark: lineMark('chart-line-comparison'), text: t.legendComparison(comparison) },
      { mark: positionMark(50), text: t.legendPosition },
    ],
    columns: [
      { label: '', share: 20 },
      { label: t.keyFigure, share: 270 },
      { label: name, share: 80, kind: 'number' },
      { label: t.comparison, share: 80, kind: 'number' },
      { label: t.position, share: 115 },
      { label: t.trend(years[0] ?? choice.year, years.at(-1) ?? choice.year), share: 215 },
      { label: t.kronor, share: 85, kind: 'number' },
    ],
    rows: findings.map((finding) => [
      { lines: [{ text: String(finding.rank), kind: 'muted' }] },
      {
        lines: [
          { text: finding.title, kind: 'strong' },
          {
            text: [
              words.area[finding.area],
              finding.kpi,
              ...(finding.kind === 'strength' ? [t.strength] : []),
              ...finding.flags.map((flag) => flagText(flag, language)),
            ].join(' · '),
            kind: 'muted',
          },
        ],
      },
      {
        lines: [
          { text: formatFigure(finding.value, language), kind: 'strong' },
          { text: finding.unit, kind: 'muted' },
        ],
      },
      {
        lines: [
          { text: formatFigure(finding.comparison.median, language) },
          { text: words.comparisonShort[choice.compareWith.kind], kind: 'muted' },
        ],
      },
      { mark: positionMark(finding.percentile) },
      {
        mark: { width: 116, height: 32, drawing: <Sparkline {...sparklineOf(finding, language)} /> },
        lines: trendWords(finding, language).map((text) => ({ text, kind: 'muted' })),
      },
      { lines: [{ text: finding.potentialKr === null ? '–' : formatMoney(finding.potentialKr, language) }] },
    ]),
  };
}

/** A line as the sparklines draw it. */
function lineMark(line: 'chart-line-own' | 'chart-line-comparison'): Mark {
  return {
    width: 22,
    height: 14,
    drawing: (
      <g class="is-sparkline">
        <path class={line} d="M1 7H21" />
      </g>
    ),
  };
}
