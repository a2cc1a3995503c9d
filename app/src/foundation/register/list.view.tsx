import { type ListState, listHref, sortLink } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import {
  Button,
  type Column,
  type Content,
  DataTable,
  DrawnOnce,
  EmptyState,
  Form,
  FormRow,
  formatDateTime,
  LinkButton,
  Page,
  Pager,
  Select,
  type Shell,
  TextField,
} from '../ui/index.ts';
import { MarkedBar, markedForm } from './bulk.view.tsx';
import type { Value } from './field.rules.ts';
import { filterColumns, filterNames, listColumns, listPageSize, listShape } from './list.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { richTextWords } from './rich-text.rules.ts';
import type { ListContent, ListPage } from './row.queries.ts';
import type { Row } from './row.store.ts';
import { SavedViews } from './saved-view.view.tsx';
import { texts } from './texts.ts';
import { valueWords } from './value.view.tsx';
import { vocabulariesPath } from './vocabulary.view.tsx';

export interface ListViewProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly state: ListState;
  readonly page: ListPage;
  /** What the slice has to say over the list. */
  readonly above?: Content;
  readonly actions?: Content;
}

export function RegisterListPage({ shell, register, state, page, above, actions }: ListViewProps) {
  const { language } = shell;
  const words = register.texts(language);
  const asked = state.q !== '' || Object.values(state.filters).some((value) => value !== '');
  return (
    <Page
      shell={shell}
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {page.mayWrite && (
            <LinkButton href={`${register.path}/ny`} variant="primary">
              {words.create}
            </LinkButton>
          )}
          {actions}
        </>
      }
    >
      {above}
      <SavedViews register={register} state={state} views={page.views} asked={asked} language={language} />
      {/* Fifty rows and their filters take longer to draw than all else; the same for everyone, they are drawn once. */}
      <DrawnOnce
        owner={page.content}
        of={[page.mayWrite]}
        draw={() => <ListBody register={register} state={state} page={page} asked={asked} shell={shell} />}
      />
      <ListTools register={register} state={state} page={page} language={language} />
    </Page>
  );
}

interface ListBodyProps {
  readonly register: Register;
  readonly state: ListState;
  readonly page: ListPage;
  readonly asked: boolean;
  readonly shell: Shell;
}

function ListBody({ register, state, page, asked, shell }: ListBodyProps) {
  const { language } = shell;
  const t = texts(language);
  const words = register.texts(language);
  const { content, mayWrite } = page;
  return (
    <>
      <RegisterFilters register={register} state={state} options={content.options} language={language} />
      <DataTable
        caption={words.title}
        quietCaption
        rows={content.rows}
        rowId={(row) => `rad-${row.id}`}
        empty={asked ? <EmptyState title={t.noHits} /> : <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
        columns={[
          ...(mayWrite ? [markColumn(register, shell)] : []),
          ...listColumns(register).map((column) => tableColumn(register, column, state, content, shell)),
          changedColumn(register, state, content, shell),
        ]}
      />
      {mayWrite && content.rows.length > 0 && <MarkedBar register={register} language={language} />}
      <Pager
        page={state.page}
        pageSize={listPageSize}
        total={content.total}
        href={(number) => listHref(register.path, state, { page: number })}
      />
    </>
  );
}

/** What one does with the list as a whole: rarely, and so below it. */
function ListTools({
  register,
  state,
  page: { mayWrite, vocabularies, pasteHref },
  language,
}: {
  register: Register;
  state: ListState;
  page: ListPage;
  language: Language;
}) {
  const t = texts(language);
  const { path } = register;
  return (
    <nav class="list-tools" aria-label={t.tools}>
      <a href={listHref(`${path}.xlsx`, state)} download data-turbo="false">
        {t.excel}
      </a>
      <a href={listHref(`${path}.csv`, state)} download data-turbo="false">
        {t.csv}
      </a>
      {pasteHref !== undefined && <a href={pasteHref}>{t.import.pasteInto}</a>}
      {mayWrite && <a href={`${path}/importera`}>{t.import.link}</a>}
      {mayWrite && <a href={`${path}/handelser`}>{t.batches.link}</a>}
      {vocabularies && <a href={vocabulariesPath}>{t.vocabularies}</a>}
    </nav>
  );
}

function tableColumn(
  register: Register,
  column: RegisterColumn,
  state: ListState,
  { names }: ListContent,
  { language }: Shell,
): Column<Row> {
  const { key, field } = column;
  const label = register.texts(language).fields[key] ?? key;
  const number = field.kind === 'number' || field.kind === 'money';
  const words = (row: Row) => {
    const value = row[key] as Value;
    return field.kind === 'richText' ? richTextWords(String(value)) : valueWords(names, column, value, language);
  };
  return {
    key,
    label,
    kind: number ? 'number' : 'text',
    ...(field.kind === 'date' ? { class: 'is-when' } : {}),
    heads: key === register.heads,
    ...(listShape(register).sorts.includes(key) ? { sort: sortLink(register.path, state, key) } : {}),
    cell: (row) => (key === register.heads ? <a href={`${register.path}/${row.id}`}>{words(row)}</a> : words(row)),
  };
}

/** A box for each row, sent by the form under the table. */
function markColumn(register: Register, { language }: Shell): Column<Row> {
  const t = texts(language).bulk;
  return {
    key: 'mark',
    label: t.marked,
    quietLabel: true,
    class: 'is-chooser',
    cell: (row) => (
      <input
        class="ds-input"
        type="checkbox"
        name="id"
        value={row.id}
        form={markedForm}
        aria-label={t.mark(String(row[register.heads]))}
      />
    ),
  };
}

function changedColumn(register: Register, state: ListState, { names }: ListContent, { language }: Shell): Column<Row> {
  return {
    key: 'changed',
    label: texts(language).changed,
    class: 'is-when',
    sort: sortLink(register.path, state, 'changed'),
    cell: ({ changedAt, changedBy }) => {
      const who = changedBy === null ? undefined : names.labels.get('person')?.get(changedBy);
      return (
        <>
          {formatDateTime(changedAt)}
          {who !== undefined && <small>{who}</small>}
        </>
      );
    },
  };
}

export interface FilterProps {
  readonly register: Register;
  readonly state: ListState;
  readonly options: ListContent['options'];
  readonly language: Language;
  /** The page that is narrowed, where it is another than the list. */
  readonly action?: string;
  /** What that page asks more. */
  readonly children?: Content;
}

/** Search and filters, in the same words in the address whatever page shows the rows. */
export function RegisterFilters({ register, state, options, language, action, children }: FilterProps) {
  const t = texts(language);
  const first = new Set<string>(register.filters ?? []);
  const columns = filterColumns(register);
  const others = columns.filter(({ key }) => !first.has(key));
  const used = others.some((column) => filterNames(column).some((name) => (state.filters[name] ?? '') !== ''));
  const control = (column: RegisterColumn) => (
    <FilterControl column={column} register={register} state={state} options={options} language={language} />
  );
  return (
    <Form
      action={action ?? register.path}
      method="get"
      autoSubmit
      label={t.filter}
      hidden={{ sortera: state.sort, ordning: state.descending ? 'fallande' : 'stigande' }}
    >
      <FormRow
        filter
        actions={
          <Button withoutScript variant="secondary">
            {t.filter}
          </Button>
        }
      >
        <TextField name="q" label={t.search} value={state.q} plain />
        {columns.filter(({ key }) => first.has(key)).map(control)}
        <Select
          name="visa"
          label={t.show}
          value={state.filters.visa}
          plain
          options={[
            { value: '', label: t.inUse },
            { value: 'arkiverade', label: t.archivedRows },
          ]}
        />
        {children}
      </FormRow>
      {others.length > 0 && (
        <details class="more-filters" open={used}>
          <summary>{t.moreFilters}</summary>
          <FormRow>{others.map(control)}</FormRow>
        </details>
      )}
    </Form>
  );
}

function FilterControl({ column, register, state, options: all, language }: FilterProps & { column: RegisterColumn }) {
  const t = texts(language);
  const { key, field } = column;
  const label = register.texts(language).fields[key] ?? key;
  const names = filterNames(column);
  if (names.length === 2) {
    const kind = field.kind === 'date' ? ({ type: 'date' } as const) : ({ inputmode: 'decimal' } as const);
    return (
      <>
        {names.map((name, index) => (
          <TextField
            name={name}
            label={index === 0 ? t.from(label) : t.to(label)}
            value={state.filters[name]}
            plain
            {...kind}
          />
        ))}
      </>
    );
  }
  const options =
    field.kind === 'yes'
      ? [
          { value: 'ja', label: t.yes },
          { value: 'nej', label: t.no },
        ]
      : all.get(key);
  return options === undefined ? (
    <TextField name={key} label={label} value={state.filters[key]} plain />
  ) : (
    <Select name={key} label={label} value={state.filters[key]} plain placeholder={t.any} options={options} />
  );
}
