import type { FigurePerspective } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import { type ListState, listHref, sortLink } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  DataTable,
  DrawnOnce,
  EmptyState,
  Form,
  FormRow,
  formatNumber,
  LinkButton,
  Page,
  Pager,
  Select,
  type Shell,
  SourceLine,
  TextField,
} from '../../foundation/ui/index.ts';
import { texts } from './key-figure-list.texts.ts';
import type { CatalogueCounts, KeyFigureSort, ListedKeyFigure } from './key-figure-search.queries.ts';
import { areaSlugs } from './slug.rules.ts';
import { sourceOf } from './source-of-figures.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const listPath = '/nyckeltal';
export const listPageSize = 50;
export type ListFilterName = 'omrade' | 'perspektiv' | 'varden' | 'kon';
export type KeyFigureListState = ListState<KeyFigureSort, ListFilterName>;

export const perspectiveSlugs: Readonly<Record<FigurePerspective, string>> = {
  resource: 'resurs',
  volume: 'volym',
  quality: 'kvalitet',
  structure: 'struktur',
};
export const onlyWithValues = 'med';
export const onlyDividedByGender = 'uppdelat';

export interface KeyFigureListProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly state: KeyFigureListState;
  /** What was typed was longer than what is searched for. */
  readonly shortened: boolean;
  readonly rows: readonly ListedKeyFigure[];
  readonly total: number;
  readonly counts: CatalogueCounts;
  /** The few that come nearest to words that fit nothing. */
  readonly nearest: readonly ListedKeyFigure[];
}

export function KeyFigureListPage(props: KeyFigureListProps) {
  const { shell, figures, state, shortened, counts } = props;
  const { language } = shell;
  const t = texts(language);
  const write = (n: number) => formatNumber(n, language);
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead(write(figures.catalogue.size), write(counts.withValues), write(counts.mapped))}
      actions={
        <>
          <LinkButton href={`${listPath}/jamfor`}>{t.compare}</LinkButton>
          <LinkButton href="/egna-nyckeltal">{t.own}</LinkButton>
          <LinkButton href={`${listPath}/andringar`}>{t.revisions}</LinkButton>
          <LinkButton href={listHref(`${listPath}.xlsx`, state)} download>
            {t.excel}
          </LinkButton>
          <LinkButton href={listHref(`${listPath}.csv`, state)} download>
            {t.csv}
          </LinkButton>
        </>
      }
    >
      <DrawnOnce owner={figures} of={['key figures', state, shortened]} draw={() => <Found {...props} />} />
    </Page>
  );
}

function Found(props: KeyFigureListProps) {
  const { shell, figures, state, rows, total } = props;
  const { language } = shell;
  return (
    <>
      <Filter state={state} language={language} />
      {state.sort !== 'best' && state.q !== '' && (
        <p>
          <a href={listHref(listPath, state, { sort: 'best', descending: false })}>{texts(language).best}</a>
        </p>
      )}
      <KeyFigureTable rows={rows} state={state} language={language} empty={<Nothing {...props} />} />
      <Pager
        page={state.page}
        pageSize={listPageSize}
        total={total}
        href={(page) => listHref(listPath, state, { page })}
      />
      {total > 0 && <SourceLine {...sourceOf(figures, 'published')} />}
    </>
  );
}

function Filter({ state, language }: { state: KeyFigureListState; language: Language }) {
  const t = texts(language);
  const words = vocabulary(language);
  return (
    <Form action={listPath} method="get" autoSubmit label={t.filter}>
      <FormRow filter actions={<Button withoutScript>{t.show}</Button>}>
        <TextField name="q" type="search" label={t.search} value={state.q} plain />
        <Select
          name="omrade"
          label={t.area}
          plain
          value={state.filters.omrade}
          placeholder={t.allAreas}
          options={Object.entries(areaSlugs).map(([area, slug]) => ({
            value: slug,
            label: words.area[area as keyof typeof areaSlugs],
          }))}
        />
        <Select
          name="perspektiv"
          label={t.perspective}
          plain
          value={state.filters.perspektiv}
          placeholder={t.allPerspectives}
          options={Object.entries(perspectiveSlugs).map(([perspective, slug]) => ({
            value: slug,
            label: words.perspective[perspective as FigurePerspective],
          }))}
        />
        <Select
          name="varden"
          label={t.values}
          plain
          value={state.filters.varden}
          placeholder={t.allValues}
          options={[{ value: onlyWithValues, label: t.withValues }]}
        />
        <Select
          name="kon"
          label={t.gender}
          plain
          value={state.filters.kon}
          placeholder={t.anyGender}
          options={[{ value: onlyDividedByGender, label: t.dividedByGender }]}
        />
      </FormRow>
    </Form>
  );
}

function Nothing({ shell, state, shortened, nearest }: KeyFigureListProps) {
  const t = texts(shell.language);
  const asked = state.q.length > 60 ? `${state.q.slice(0, 60)}…` : state.q;
  return (
    <EmptyState
      title={state.q === '' ? t.noneFilter : t.none(asked)}
      action={<LinkButton href={listPath}>{t.clear}</LinkButton>}
    >
      <p>
        {t.noneHelp} {shortened && t.noneLonger}
      </p>
      {nearest.length > 0 && (
        <>
          <p>{t.nearest}</p>
          <ul>
            {nearest.map(({ kpi, shortTitle, title }) => (
              <li>
                <a href={`${listPath}/${kpi}`}>{shortTitle ?? title}</a> <small>{kpi}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  );
}

interface KeyFigureTableProps {
  readonly rows: readonly ListedKeyFigure[];
  readonly state: KeyFigureListState;
  readonly language: Language;
  readonly empty: unknown;
}

function KeyFigureTable({ rows, state, language, empty }: KeyFigureTableProps) {
  const t = texts(language);
  const words = vocabulary(language);
  return (
    <DataTable
      caption={t.caption}
      quietCaption
      rows={rows}
      empty={empty as never}
      columns={[
        {
          key: 'title',
          label: t.columns.title,
          heads: true,
          sort: sortLink(listPath, state, 'title'),
          cell: (row) => (
            <>
              <a href={`${listPath}/${row.kpi}`}>{row.shortTitle ?? row.title}</a>
              <small>{remarks(row, language).join(' · ')}</small>
            </>
          ),
        },
        { key: 'unit', label: t.columns.unit, cell: ({ unit }) => unit },
        {
          key: 'area',
          label: t.columns.area,
          cell: (row) => (row.area ? words.area[row.area] : row.operatingArea),
        },
        {
          key: 'perspective',
          label: t.columns.perspective,
          cell: ({ perspective }) => (perspective ? words.perspective[perspective] : ''),
        },
        {
          key: 'years',
          label: t.columns.years,
          sort: sortLink(listPath, state, 'year'),
          cell: ({ firstYear, lastYear }) =>
            firstYear === undefined ? (
              <span class="muted">{t.noValues}</span>
            ) : firstYear === lastYear ? (
              firstYear
            ) : (
              `${firstYear}\u2060–\u2060${lastYear}`
            ),
        },
      ]}
    />
  );
}

/** Id first; the catalogue's title where ours stands above it. */
function remarks(row: ListedKeyFigure, language: Language): readonly string[] {
  const t = texts(language);
  return [
    row.kpi,
    ...(row.shortTitle && row.shortTitle !== row.title ? [row.title] : []),
    ...(row.dividedByGender ? [t.byGender] : []),
    ...(row.vanished ? [t.vanished] : []),
  ];
}
