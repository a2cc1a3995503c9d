import type { Language } from '../texts/index.ts';
import {
  Button,
  DataTable,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  fieldId,
  LinkButton,
  Page,
  Select,
  type Shell,
  Tag,
  TextField,
} from '../ui/index.ts';
import type { Draft, KeptTable } from './draft.store.ts';
import { importsPath } from './import.rules.ts';
import { importTexts } from './import.texts.ts';
import type { MatchedColumn, MatchedTable } from './match.queries.ts';
import { draftHref, tableHref } from './paths.ts';
import type { IntakeField } from './target.ts';
import { texts } from './texts.ts';

export interface ColumnsPageProps {
  readonly shell: Shell;
  readonly draft: Draft;
  readonly kept: KeptTable;
  readonly matched: MatchedTable;
  /** Which of the tables that go into registers this is, and how many they are. */
  readonly position: number;
  readonly of: number;
  readonly errors: readonly FieldError[];
}

/** Which column of the table is which field, how sure that is, and a way to say otherwise. */
export function ColumnsPage({ shell, draft, kept, matched, position, of, errors }: ColumnsPageProps) {
  const { language } = shell;
  const t = texts(language).columns;
  const { known, columns, given } = matched;
  const { number } = kept.table;
  const dated = known.fields.some(({ key, kind }) => kind === 'date' && given.fields.includes(key));
  const { year, order } = given.dates;
  return (
    <Page
      shell={shell}
      wide
      title={t.title(known.target.title(language))}
      lead={t.lead(number, position, of)}
      crumbs={[
        { href: importsPath, label: importTexts(language).title },
        { href: draftHref(draft.id), label: texts(language).found.title },
      ]}
    >
      <Form action={tableHref(draft.id, number)} errors={errors}>
        <DataTable
          caption={t.table}
          quietCaption
          rows={columns}
          columns={[
            { key: 'column', label: t.column, heads: true, cell: (column) => nameOf(column, language) },
            { key: 'first', label: t.first, cell: ({ first }) => <FirstValues first={first} /> },
            {
              key: 'field',
              label: t.field,
              class: 'is-field-choice',
              cell: (column) => <FieldChoice column={column} matched={matched} language={language} />,
            },
            { key: 'sure', label: t.confidence, cell: (column) => <Sureness column={column} language={language} /> },
          ]}
        />
        <OnceFields matched={matched} errors={errors} language={language} />
        {dated && (
          <fieldset class="field">
            <legend>{t.dates}</legend>
            <FormRow>
              <TextField name="ar" label={t.year} help={t.yearHelp} value={year} inputmode="numeric" size={6} plain />
              <Select
                name="ordning"
                label={t.order}
                plain
                value={order}
                placeholder={t.orders.none}
                options={(['dayFirst', 'monthFirst', 'yearFirst'] as const).map((value) => ({
                  value,
                  label: t.orders[value],
                }))}
              />
            </FormRow>
          </fieldset>
        )}
        {known.target.knowsNames === true && (
          <Select
            name="samma"
            label={t.sameName}
            plain
            value={given.sameName}
            options={(['change', 'add'] as const).map((value) => ({ value, label: t.sameNames[value] }))}
          />
        )}
        <FormActions>
          <Button variant="primary">{t.next}</Button>
          <LinkButton href={draftHref(draft.id)}>{t.back}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function nameOf({ header, column }: MatchedColumn, language: Language): string {
  return header || texts(language).columns.unnamed(column + 1);
}

const longest = 90;

function FirstValues({ first }: { first: readonly string[] }) {
  return (
    <ul class="first-values">
      {first.map((text) => (
        <li>{text.length > longest ? `${text.slice(0, longest)}…` : text}</li>
      ))}
    </ul>
  );
}

function FieldChoice({
  column,
  matched,
  language,
}: {
  column: MatchedColumn;
  matched: MatchedTable;
  language: Language;
}) {
  const t = texts(language).columns;
  const fields = matched.known.fields.filter(({ once }) => once !== 'must');
  return (
    <select
      class="ds-input"
      id={fieldId(`kolumn-${column.column}`)}
      name={`kolumn-${column.column}`}
      aria-label={t.fieldOf(nameOf(column, language))}
    >
      <option value="">{t.note}</option>
      {fields.map(({ key, label }) => (
        <option value={key} selected={key === column.field}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Sureness({
  column: { field, confidence, because, chosen },
  language,
}: {
  column: MatchedColumn;
  language: Language;
}) {
  const t = texts(language).columns;
  if (chosen) return <Tag>{t.sure.chosen}</Tag>;
  if (field === undefined) return <Tag>{t.sure.none}</Tag>;
  const level = confidence >= 0.85 ? 'high' : confidence >= 0.6 ? 'middle' : 'low';
  return (
    <>
      <Tag tone={level === 'high' ? 'own' : level === 'low' ? 'warning' : 'neutral'}>{t.sure[level]}</Tag>{' '}
      <span class="muted">
        {Math.round(100 * confidence)} %, {t.because[because]}
      </span>
    </>
  );
}

interface OnceProps {
  readonly matched: MatchedTable;
  readonly errors: readonly FieldError[];
  readonly language: Language;
}

/** What is the same for all rows: first what must be said, then what may be. */
function OnceFields({ matched, errors, language }: OnceProps) {
  const t = texts(language).columns;
  const { known, given } = matched;
  const free = known.fields.filter(({ key, once }) => once !== 'no' && !given.fields.includes(key));
  const must = free.filter(({ required, once }) => required || once === 'must');
  const may = free.filter((field) => !must.includes(field) && (field.options !== undefined || field.kind === 'year'));
  const draw = (field: IntakeField, required: boolean) => (
    <OnceField
      field={field}
      required={required}
      value={given.once[field.key] ?? ''}
      error={errors.find((one) => one.field === `alla-${field.key}`)?.text}
      language={language}
    />
  );
  if (free.length === 0) return null;
  return (
    <section>
      {must.length > 0 && (
        <>
          <h2>{t.once}</h2>
          <p class="muted">{t.onceLead}</p>
          {must.map((field) => draw(field, true))}
        </>
      )}
      {may.length > 0 && (
        <details class="more-filters" open={may.some(({ key }) => key in given.once)}>
          <summary>{t.more}</summary>
          <FormRow>{may.map((field) => draw(field, false))}</FormRow>
        </details>
      )}
    </section>
  );
}

function OnceField(props: {
  field: IntakeField;
  required: boolean;
  value: string;
  error: string | undefined;
  language: Language;
}) {
  const { field, required, value, error, language } = props;
  const t = texts(language).columns;
  const about = {
    name: `alla-${field.key}`,
    label: field.label,
    value,
    error,
    ...(required ? { required } : { plain: true }),
  };
  if (field.options === undefined) return <TextField {...about} />;
  return <Select {...about} placeholder={required ? t.mustOnce : t.leave} options={field.options} />;
}
