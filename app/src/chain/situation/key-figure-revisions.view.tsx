import { keyFigureOf } from '@samband/analysis';
import type { FigureRevision } from '@samband/kolada';
import type { Figures } from '../../foundation/figures/index.ts';
import { type ListState, listHref } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  DataTable,
  EmptyState,
  Form,
  FormRow,
  formatDate,
  formatFigure,
  formatNumber,
  formatSigned,
  LinkButton,
  Missing,
  Page,
  Pager,
  Select,
  type Shell,
  SourceLine,
  TextField,
} from '../../foundation/ui/index.ts';
import { texts as keyFigureTexts } from './key-figure.texts.ts';
import { decimalsLike } from './key-figure-decimals.rules.ts';
import type { AllRevisions } from './key-figure-revisions.queries.ts';
import { texts } from './key-figure-revisions.texts.ts';
import { sourceOf } from './source-of-figures.ts';

export const revisionsPath = '/nyckeltal/andringar';
export const revisionsPageSize = 100;
export type RevisionFilterName = 'ar' | 'kommun' | 'hamtning';
export type RevisionState = ListState<'senast', RevisionFilterName>;

export interface RevisionsPageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly all: AllRevisions;
  readonly rows: readonly FigureRevision[];
  readonly state: RevisionState;
}

export function RevisionsPage({ shell, figures, all, rows, state }: RevisionsPageProps) {
  const { language } = shell;
  const t = texts(language);
  const start = (state.page - 1) * revisionsPageSize;
  const write = (n: number) => formatNumber(n, language);
  return (
    <Page
      shell={shell}
      title={t.title}
      crumbs={[{ href: '/nyckeltal', label: keyFigureTexts(language).catalogue }]}
      lead={all.rows.length === 0 ? t.nothing : t.lead(write(all.rows.length), write(all.byKpi.size))}
      actions={
        all.rows.length > 0 && (
          <>
            <LinkButton href={listHref(`${revisionsPath}.xlsx`, state)} download>
              {t.excel}
            </LinkButton>
            <LinkButton href={listHref(`${revisionsPath}.csv`, state)} download>
              {t.csv}
            </LinkButton>
          </>
        )
      }
    >
      {all.rows.length > 0 && (
        <>
          <Filter figures={figures} all={all} state={state} language={language} />
          <RevisionTable
            rows={rows.slice(start, start + revisionsPageSize)}
            figures={figures}
            language={language}
            empty={<EmptyState title={t.noHits} />}
          />
          <Pager
            page={state.page}
            pageSize={revisionsPageSize}
            total={rows.length}
            href={(page) => listHref(revisionsPath, state, { page })}
          />
          <SourceLine {...sourceOf(figures, 'published')} />
        </>
      )}
    </Page>
  );
}

function Filter({
  figures,
  all,
  state,
  language,
}: Pick<RevisionsPageProps, 'figures' | 'all' | 'state'> & { language: Language }) {
  const t = texts(language);
  const units = [...new Set(all.rows.map(({ unit }) => unit))]
    .map((unit) => ({ value: unit, label: figures.title(unit) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'sv'));
  return (
    <Form action={revisionsPath} method="get" autoSubmit label={t.filter}>
      <FormRow filter actions={<Button withoutScript>{t.show}</Button>}>
        <TextField name="q" label={t.search} value={state.q} plain />
        <Select
          name="kommun"
          label={t.whose}
          plain
          value={state.filters.kommun}
          placeholder={t.everyone}
          options={units}
        />
        <Select
          name="ar"
          label={t.year}
          plain
          value={state.filters.ar}
          placeholder={t.allYears}
          options={all.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="hamtning"
          label={t.sync}
          plain
          value={state.filters.hamtning}
          placeholder={t.allSyncs}
          options={all.syncs.map(({ version, seenAt }) => ({
            value: String(version),
            label: t.syncAt(formatDate(seenAt), version),
          }))}
        />
      </FormRow>
    </Form>
  );
}

export interface RevisionTableProps {
  readonly rows: readonly FigureRevision[];
  readonly figures: Figures;
  readonly language: Language;
  /** On the page of one key figure. */
  readonly withoutKpi?: boolean;
  readonly empty?: Content;
}

export function RevisionTable({ rows, figures, language, withoutKpi, empty }: RevisionTableProps) {
  const t = texts(language).columns;
  const value = (figure: number | null) => (figure === null ? <Missing /> : formatFigure(figure, language));
  return (
    <DataTable
      caption={texts(language).caption}
      quietCaption
      rows={rows}
      empty={empty}
      columns={[
        ...(withoutKpi
          ? []
          : [
              {
                key: 'kpi',
                label: t.kpi,
                heads: true,
                cell: ({ kpi, unit, year }: FigureRevision) => (
                  <>
                    <a href={`/nyckeltal/${kpi}?kommun=${unit}&ar=${year}`}>
                      {keyFigureOf(kpi)?.title ?? figures.catalogue.get(kpi)?.title ?? kpi}
                    </a>
                    <small>{kpi}</small>
                  </>
                ),
              },
              { key: 'unit', label: t.unit, cell: ({ unit }: FigureRevision) => figures.title(unit) },
            ]),
        { key: 'year', label: t.year, ...(withoutKpi ? { heads: true } : {}), cell: ({ year }) => year },
        { key: 'gender', label: t.gender, cell: ({ gender }) => texts(language).gender[gender] },
        { key: 'old', label: t.old, kind: 'number', cell: (row) => value(row.old) },
        { key: 'new', label: t.new, kind: 'number', cell: (row) => value(row.new) },
        {
          key: 'difference',
          label: t.difference,
          kind: 'number',
          cell: (row) =>
            row.old === null || row.new === null
              ? '–'
              : formatSigned(row.new - row.old, language, decimalsLike(row.new, row.old)),
        },
        { key: 'seen', label: t.seen, cell: ({ seenAt }) => formatDate(seenAt) },
      ]}
    />
  );
}
