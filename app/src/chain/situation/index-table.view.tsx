import type { IndexArea, IndexKind, IndexRow } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  DataTable,
  DotStrip,
  type DotStripProps,
  type DrawnCell,
  type DrawnTableProps,
  formatNumber,
  formatRank,
  type LegendItem,
  Missing,
  type PictureLink,
  PictureLinks,
  SourceLine,
  type SourceLineProps,
} from '../../foundation/ui/index.ts';
import type { CompareWith } from './choice.rules.ts';
import { texts } from './situation.texts.ts';
import { areaSlugs, indexKindSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

interface IndexTableProps {
  readonly rows: readonly IndexRow[];
  /** Median of SKR's class for each row; left out where it is not known. */
  readonly classMedians?: readonly (number | null)[];
  readonly name: string;
  readonly year: number;
  readonly compareWith: CompareWith;
  readonly keyFigureHref: (kpi: string) => string;
  readonly downloads: readonly PictureLink[];
  /** The figures that the rows are of; absent where there are none but the rows, as on a frozen page. */
  readonly figures?: object;
  readonly source: SourceLineProps;
  readonly language: Language;
}

const kinds = ['resource', 'quality', 'efficiency'] as const satisfies readonly IndexKind[];

/** Six areas by three indices, each as a strip of all municipalities. */
export function IndexTable(props: IndexTableProps) {
  const { rows, name, year, language } = props;
  const t = texts(language).indices;
  const words = vocabulary(language);
  const row = (area: IndexArea, kind: IndexKind) => rows.find((each) => each.area === area && each.kind === kind);
  return (
    <section aria-labelledby="index">
      <h2 id="index">{t.heading}</h2>
      <Legend items={legendOf(props)} />
      <DataTable
        caption={t.caption(name, year)}
        quietCaption
        rows={areasOf(rows)}
        columns={[
          {
            key: 'area',
            label: t.area,
            heads: true,
            cell: (area) => (
              <a href={props.keyFigureHref(row(area, 'efficiency')?.kpi ?? '')}>{words.indexArea[area]}</a>
            ),
          },
          ...kinds.map((kind) => ({
            key: kind,
            label: t[kind],
            cell: (area: IndexArea) => {
              const found = row(area, kind);
              return found ? (
                <IndexCell
                  row={found}
                  classMedian={props.classMedians?.[rows.indexOf(found)]}
                  figures={props.figures}
                  language={language}
                />
              ) : (
                ''
              );
            },
          })),
        ]}
      />
      <PictureLinks links={props.downloads} />
      <SourceLine {...props.source}>{t.note}</SourceLine>
    </section>
  );
}

function areasOf(rows: readonly IndexRow[]): readonly IndexArea[] {
  return [...new Set(rows.map(({ area }) => area))];
}

interface IndexCellProps {
  readonly row: IndexRow;
  readonly classMedian: number | null | undefined;
  readonly figures?: object | undefined;
  readonly language: Language;
}

function IndexCell(props: IndexCellProps) {
  const { row, language } = props;
  const t = texts(language).indices;
  const { value, rank } = shownIndex(row);
  return (
    <div class="strip-cell">
      <DotStrip {...stripOf(props)} />
      {value === null ? (
        <Missing reason={`${t.missing}: ${whyMissing(row, language)}`} />
      ) : (
        <span>
          <strong>{formatNumber(value, language, 0)}</strong> <span class="muted">{rank}</span>
          {row.shown === 'own' && <small>{t.own}</small>}
        </span>
      )}
    </div>
  );
}

/** Nothing published, and why nothing of our own stands in its place. */
function whyMissing({ ownReason }: IndexRow, language: Language): string {
  const t = texts(language).indices.why;
  if (ownReason === null) return t.notPublished;
  const words = t[ownReason.code];
  const own = typeof words === 'string' ? words : words('kpis' in ownReason ? ownReason.kpis.join(', ') : '');
  return `${t.notPublished}, ${own}`;
}

/** The value that stands for the index, and its place among the municipalities that have one. */
export function shownIndex(row: IndexRow): { readonly value: number | null; readonly rank: string } {
  return {
    value: row.shown === 'published' ? row.published : row.shown === 'own' ? row.own : null,
    rank: row.rank === null ? '' : formatRank(row.rank, row.n),
  };
}

function stripOf({ row, classMedian, figures, language }: IndexCellProps): DotStripProps {
  const t = texts(language).indices;
  const words = vocabulary(language);
  const { value, rank } = shownIndex(row);
  const median = row.similarMedian === null ? '–' : formatNumber(row.similarMedian, language, 0);
  const [area, kind] = [words.indexArea[row.area], words.indexKind[row.kind]];
  return {
    id: `index-${areaSlugs[row.area]}-${indexKindSlugs[row.kind]}`,
    title: `${area}: ${kind}`,
    description:
      value === null
        ? t.describeMissing(area, kind, median)
        : t.describe(area, kind, formatNumber(value, language, 0), rank && `, ${rank}`, median),
    values: row.values,
    own: value ?? undefined,
    comparison: row.similarMedian ?? undefined,
    group: classMedian ?? undefined,
    domain: [0, 100],
    // The values depend on the key figure and the year, and on whether they are published or our own.
    drawnOnce: figures && { owner: figures, of: ['index', row.kpi, row.year, row.shown === 'own'] },
  };
}

type LegendOf = Pick<IndexTableProps, 'name' | 'compareWith' | 'classMedians' | 'language'>;

/** What the signs of the strips mean; each strip tells the same in words. */
function legendOf({ name, compareWith, classMedians, language }: LegendOf): readonly LegendItem[] {
  const t = texts(language).indices;
  const own = { width: 14, height: 14, drawing: <circle class="chart-own" cx="7" cy="7" r="5.5" /> };
  const comparison = { width: 12, height: 14, drawing: <path class="chart-comparison" d="M6 1L11 7L6 13L1 7Z" /> };
  const group = { width: 6, height: 18, drawing: <path class="chart-group" d="M3 0v18" /> };
  const all = {
    width: 22,
    height: 14,
    drawing: <path class="chart-ticks" d="M2 2v10M7 2v10M10 2v10M17 2v10M20 2v10" />,
  };
  return [
    { mark: own, text: name },
    { mark: comparison, text: t.legendComparison(vocabulary(language).comparison[compareWith.kind]) },
    ...(classMedians?.some((value) => value !== null) ? [{ mark: group, text: t.legendGroup }] : []),
    { mark: all, text: t.legendAll },
    { text: t.scale },
  ];
}

function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul class="legend">
      {items.map(({ mark, text }) => (
        <li>
          {mark && (
            <svg width={mark.width} height={mark.height} aria-hidden="true">
              {mark.drawing}
            </svg>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The whole table as a picture. A narrow one needs narrower strips than the 160 that a screen has room for. */
export function indexPicture(
  props: Omit<IndexTableProps, 'keyFigureHref' | 'downloads' | 'source'> & { readonly stripWidth?: number },
): DrawnTableProps {
  const { rows, classMedians, name, year, language, stripWidth: width = 160 } = props;
  const t = texts(language).indices;
  const cell = (area: IndexArea, kind: IndexKind): DrawnCell => {
    const row = rows.find((each) => each.area === area && each.kind === kind);
    if (row === undefined) return {};
    const height = 24;
    const strip = stripOf({ row, classMedian: classMedians?.[rows.indexOf(row)], language });
    const { value, rank } = shownIndex(row);
    return {
      mark: { width, height, drawing: <DotStrip {...strip} width={width} height={height} /> },
      lines:
        value === null
          ? [{ text: t.missing, kind: 'missing' }]
          : [
              { text: formatNumber(value, language, 0), kind: 'strong' },
              { text: rank, kind: 'muted' },
              ...(row.shown === 'own' ? [{ text: t.own, kind: 'muted' as const }] : []),
            ],
    };
  };
  return {
    id: 'index',
    title: t.caption(name, year),
    description: `${t.heading}. ${t.scale}.`,
    legend: legendOf(props),
    columns: [{ label: t.area, share: 125 }, ...kinds.map((kind) => ({ label: t[kind], share: 250 }))],
    rows: areasOf(rows).map((area) => [
      { lines: [{ text: vocabulary(language).indexArea[area], kind: 'strong' }] },
      ...kinds.map((kind) => cell(area, kind)),
    ]),
  };
}
