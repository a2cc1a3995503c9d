import { listHref, sortLink } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import {
  Button,
  ConflictView,
  DataTable,
  EmptyState,
  errorFor,
  Form,
  FormActions,
  FormRow,
  formatDateTime,
  formatFigure,
  LinkButton,
  Page,
  Pager,
  Radios,
  Select,
  type Shell,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import type { ListedLocalKeyFigure, LocalListState } from './local-key-figure.queries.ts';
import { type LocalFault, type LocalKeyFigureValues, localPerspectives } from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';
import { areaOfSlug, areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const path = '/egna-nyckeltal';
export const pageSize = 50;

export interface LocalListProps {
  readonly shell: Shell;
  readonly state: LocalListState;
  readonly rows: readonly ListedLocalKeyFigure[];
  readonly total: number;
  readonly mayWrite: boolean;
}

export function LocalKeyFigureList({ shell, state, rows, total, mayWrite }: LocalListProps) {
  const { language } = shell;
  const t = texts(language);
  const filtered = state.q !== '' || Object.values<string>(state.filters).some((value) => value !== '');
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead}
      actions={
        <>
          {mayWrite && (
            <>
              <LinkButton href={`${path}/ny`} variant="primary">
                {t.create}
              </LinkButton>
              <LinkButton href={`${path}/import`}>{t.importValues}</LinkButton>
            </>
          )}
          <LinkButton href={listHref(`${path}.xlsx`, state)} download>
            {t.excel}
          </LinkButton>
        </>
      }
    >
      <ListFilter state={state} language={language} />
      <DataTable
        caption={t.title}
        quietCaption
        rows={rows}
        empty={filtered ? <EmptyState title={t.noHits} /> : <EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>}
        columns={[
          {
            key: 'title',
            label: t.columns.title,
            heads: true,
            sort: sortLink(path, state, 'title'),
            cell: (row) => (
              <>
                <a href={`${path}/${row.id}`}>{row.title}</a>
                <small>{vocabulary(language).perspective[row.perspective]}</small>
              </>
            ),
          },
          { key: 'code', label: t.columns.code, sort: sortLink(path, state, 'code'), cell: ({ code }) => code },
          {
            key: 'area',
            label: t.area,
            sort: sortLink(path, state, 'area'),
            cell: ({ area }) => areaTitle(area, language),
          },
          {
            key: 'latest',
            label: t.columns.latest,
            kind: 'number',
            cell: (row) => <Latest row={row} language={language} />,
          },
          { key: 'units', label: t.columns.units, kind: 'number', cell: ({ units }) => units },
          {
            key: 'changed',
            label: t.columns.changed,
            sort: sortLink(path, state, 'changed'),
            cell: (row) => formatDateTime(row.changed_at),
          },
        ]}
      />
      <Pager page={state.page} pageSize={pageSize} total={total} href={(page) => listHref(path, state, { page })} />
    </Page>
  );
}

function ListFilter({ state, language }: { state: LocalListState; language: Language }) {
  const t = texts(language);
  return (
    <Form action={path} method="get" autoSubmit label={t.filter}>
      <FormRow filter actions={<Button>{t.filter}</Button>}>
        <TextField name="q" label={t.search} value={state.q} plain />
        <Select
          name="area"
          label={t.area}
          value={state.filters.area}
          plain
          placeholder={t.allAreas}
          options={areaOptions(language)}
        />
        <Select
          name="perspektiv"
          label={t.perspective}
          value={state.filters.perspektiv}
          plain
          placeholder={t.anyPerspective}
          options={perspectiveOptions(language)}
        />
        <Select
          name="visa"
          label={t.show}
          value={state.filters.visa}
          plain
          options={[
            { value: '', label: t.active },
            { value: 'arkiverade', label: t.archived },
          ]}
        />
      </FormRow>
    </Form>
  );
}

function Latest({ row, language }: { row: ListedLocalKeyFigure; language: Language }): Content {
  if (row.latest_value === null) return '–';
  return (
    <>
      <strong>{formatFigure(row.latest_value, language)}</strong>
      <small>
        {row.unit} {row.latest_year}
      </small>
    </>
  );
}

function areaOptions(language: Language) {
  return Object.entries(vocabulary(language).area).map(([area, label]) => ({
    value: areaSlugs[area as keyof typeof areaSlugs],
    label,
  }));
}

function perspectiveOptions(language: Language) {
  return localPerspectives.map((value) => ({ value, label: vocabulary(language).perspective[value] }));
}

export function areaTitle(slug: string, language: Language): string {
  const area = areaOfSlug(slug);
  return area ? vocabulary(language).area[area] : '';
}

export interface LocalFormProps {
  readonly shell: Shell;
  readonly action: string;
  readonly values: LocalKeyFigureValues;
  readonly version: number | undefined;
  readonly faults: readonly LocalFault[];
  readonly back: string;
}

export function LocalFormPage(props: LocalFormProps) {
  const { shell, values, version } = props;
  const { language } = shell;
  const t = texts(language);
  const errors = props.faults.map(({ field, reason }) => ({ field, text: t.faults[reason] }));
  const text = (name: 'title' | 'unit' | 'source') => ({
    name,
    label: t.fields[name],
    help: t.fields[`${name}Help`],
    value: values[name],
    error: errorFor(errors, name),
    required: true,
  });
  return (
    <Page
      shell={shell}
      narrow
      title={version === undefined ? t.create : t.edit}
      crumbs={[{ href: path, label: t.title }]}
    >
      <Form
        action={props.action}
        id="local-key-figure"
        keep
        errors={errors}
        hidden={version === undefined ? {} : { version }}
      >
        <TextField {...text('title')} />
        <TextArea
          name="definition"
          label={t.fields.definition}
          help={t.fields.definitionHelp}
          value={values.definition}
          error={errorFor(errors, 'definition')}
        />
        <TextField {...text('unit')} size={20} />
        <Select
          name="area"
          label={t.fields.area}
          value={values.area}
          placeholder={t.fields.noArea}
          options={areaOptions(language)}
        />
        <Radios
          name="perspective"
          label={t.fields.perspective}
          value={values.perspective}
          error={errorFor(errors, 'perspective')}
          required
          options={perspectiveOptions(language)}
        />
        <Radios
          name="direction"
          label={t.fields.direction}
          value={values.direction}
          options={[
            { value: '', label: t.directions.none },
            { value: 'low', label: t.directions.low },
            { value: 'high', label: t.directions.high },
          ]}
        />
        <TextField {...text('source')} />
        <Radios
          name="genders"
          label={t.fields.genders}
          value={values.genders}
          options={[
            { value: '', label: t.total },
            { value: 'TKM', label: t.byGender },
          ]}
        />
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={props.back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export interface LocalConflictProps {
  readonly shell: Shell;
  readonly action: string;
  readonly mine: LocalKeyFigureValues;
  readonly theirs: LocalKeyFigureValues;
  readonly base: LocalKeyFigureValues | undefined;
  readonly version: number;
}

export function LocalConflictPage({ shell, action, mine, theirs, base, version }: LocalConflictProps) {
  const { language } = shell;
  const t = texts(language);
  return (
    <Page shell={shell} title={t.conflict} crumbs={[{ href: path, label: t.title }]}>
      <ConflictView
        action={action}
        version={version}
        fields={(Object.keys(mine) as (keyof LocalKeyFigureValues)[]).map((name) => ({
          name,
          label: t.fields[name],
          mine: mine[name],
          theirs: theirs[name],
          base: base?.[name],
          show: (value) => shownField(name, value, language),
        }))}
      />
    </Page>
  );
}

/** Stored values are codes; this is how one is read. */
export function shownField(name: keyof LocalKeyFigureValues, value: string, language: Language): string {
  const t = texts(language);
  switch (name) {
    case 'area':
      return areaTitle(value, language);
    case 'perspective':
      return perspectiveOptions(language).find((option) => option.value === value)?.label ?? value;
    case 'direction':
      return value === 'low' || value === 'high' ? t.directions[value] : t.directions.none;
    case 'genders':
      return value === 'TKM' ? t.byGender : t.total;
    default:
      return value;
  }
}
