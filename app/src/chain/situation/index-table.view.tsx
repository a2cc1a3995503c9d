import type { IndexArea, IndexKind, IndexRow } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  DataTable,
  DotStrip,
  formatNumber,
  formatRank,
  Missing,
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
  readonly source: SourceLineProps;
  readonly language: Language;
}

const kinds = ['resource', 'quality', 'efficiency'] as const satisfies readonly IndexKind[];

/** Six areas by three indices, each as a strip of all municipalities. */
export function IndexTable(props: IndexTableProps) {
  const { rows, name, year, compareWith, language } = props;
  const t = texts(language).indices;
  const words = vocabulary(language);
  const areas = [...new Set(rows.map(({ area }) => area))];
  const row = (area: IndexArea, kind: IndexKind) => rows.find((each) => each.area === area && each.kind === kind);
  return (
    <section aria-labelledby="index">
      <h2 id="index">{t.heading}</h2>
      <Legend
        name={name}
        comparison={t.legendComparison(words.comparison[compareWith.kind])}
        group={props.classMedians?.some((value) => value !== null) ? t.legendGroup : undefined}
        all={t.legendAll}
        scale={t.scale}
      />
      <DataTable
        caption={t.caption(name, year)}
        quietCaption
        rows={areas}
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
                  classMedian={props.classMedians?.[rows.indexOf(found)] ?? undefined}
                  language={language}
                />
              ) : (
                ''
              );
            },
          })),
        ]}
      />
      <SourceLine {...props.source}>{t.note}</SourceLine>
    </section>
  );
}

interface IndexCellProps {
  readonly row: IndexRow;
  readonly classMedian: number | undefined;
  readonly language: Language;
}

function IndexCell({ row, classMedian, language }: IndexCellProps) {
  const t = texts(language).indices;
  const words = vocabulary(language);
  const value = row.shown === 'published' ? row.published : row.shown === 'own' ? row.own : null;
  const rank = row.rank === null ? '' : formatRank(row.rank, row.n);
  const median = row.similarMedian === null ? '–' : formatNumber(row.similarMedian, language, 0);
  const [area, kind] = [words.indexArea[row.area], words.indexKind[row.kind]];
  return (
    <div class="strip-cell">
      <DotStrip
        id={`index-${areaSlugs[row.area]}-${indexKindSlugs[row.kind]}`}
        title={`${area}: ${kind}`}
        description={
          value === null
            ? t.describeMissing(area, kind, median)
            : t.describe(area, kind, formatNumber(value, language, 0), rank && `, ${rank}`, median)
        }
        values={row.values}
        own={value ?? undefined}
        comparison={row.similarMedian ?? undefined}
        group={classMedian}
        domain={[0, 100]}
      />
      {value === null ? (
        <Missing reason={t.missing} />
      ) : (
        <span>
          <strong>{formatNumber(value, language, 0)}</strong> <span class="muted">{rank}</span>
          {row.shown === 'own' && <small>{t.own}</small>}
        </span>
      )}
    </div>
  );
}

interface LegendProps {
  readonly name: string;
  readonly comparison: string;
  readonly group: string | undefined;
  readonly all: string;
  readonly scale: string;
}

/** What the signs of the strips mean; each strip tells the same in words. */
function Legend({ name, comparison, group, all, scale }: LegendProps) {
  return (
    <ul class="legend">
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle class="chart-own" cx="7" cy="7" r="5.5" />
        </svg>
        {name}
      </li>
      <li>
        <svg width="12" height="14" aria-hidden="true">
          <path class="chart-comparison" d="M6 1L11 7L6 13L1 7Z" />
        </svg>
        {comparison}
      </li>
      {group !== undefined && (
        <li>
          <svg width="6" height="18" aria-hidden="true">
            <path class="chart-group" d="M3 0v18" />
          </svg>
          {group}
        </li>
      )}
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <path class="chart-ticks" d="M2 2v10M7 2v10M10 2v10M17 2v10M20 2v10" />
        </svg>
        {all}
      </li>
      <li>{scale}</li>
    </ul>
  );
}
