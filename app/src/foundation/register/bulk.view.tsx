import type { Language } from '../texts/index.ts';
import { Button, type FieldError, Form, FormActions, LinkButton, Page, Select, type Shell } from '../ui/index.ts';
import { type ColumnOptions, FieldControl } from './field.view.tsx';
import { type Register, type RegisterColumn, writtenColumns } from './register.rules.ts';
import { texts } from './texts.ts';

export const markedForm = 'markerade';
export const archiveChoice = '-arkivera';

/** Under a list: what to do with the rows that are ticked. */
export function MarkedBar({ register, language }: { register: Register; language: Language }) {
  const t = texts(language).bulk;
  const words = register.texts(language);
  return (
    <Form action={`${register.path}/massandra`} method="get" id={markedForm} label={t.marked}>
      <div class="bulk-bar">
        <Select
          name="gor"
          label={t.marked}
          plain
          placeholder={t.choose}
          options={[
            ...bulkColumns(register).map(({ key }) => ({ value: key, label: t.change(words.fields[key] ?? key) })),
            { value: archiveChoice, label: t.archive },
          ]}
        />
        <Button variant="secondary">{t.go}</Button>
      </div>
    </Form>
  );
}

/** What names a row is its own, and what is changed elsewhere takes more along; everything else may be the same in many. */
export function bulkColumns(register: Register): readonly RegisterColumn[] {
  return writtenColumns(register).filter(
    ({ key }) => key !== register.heads && register.elsewhere?.[key] === undefined,
  );
}

export interface BulkPageProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly column: RegisterColumn | undefined;
  readonly rows: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly options: ColumnOptions;
  readonly errors: readonly FieldError[];
}

/** The field to change, or the question whether to archive, and the rows that it is about. */
export function BulkPage({ shell, register, column, rows, value, options, errors }: BulkPageProps) {
  const { language } = shell;
  const t = texts(language).bulk;
  const words = register.texts(language);
  const title =
    column === undefined ? t.archiveTitle(rows.length) : t.title(words.fields[column.key] ?? column.key, rows.length);
  return (
    <Page shell={shell} narrow title={title} crumbs={[{ href: register.path, label: words.title }]}>
      <Form
        action={`${register.path}/massandra`}
        errors={errors}
        hidden={{ ids: rows.map(({ id }) => id).join(','), gor: column?.key ?? archiveChoice }}
      >
        {column !== undefined && (
          <FieldControl
            register={register}
            column={column}
            value={value}
            options={options}
            errors={errors}
            language={language}
          />
        )}
        <p>{t.rows}</p>
        <ul>
          {rows.slice(0, 20).map((row) => (
            <li>{row.title}</li>
          ))}
          {rows.length > 20 && <li>{t.more(rows.length - 20)}</li>}
        </ul>
        <FormActions>
          <Button variant="primary">{column === undefined ? t.archive : t.save(rows.length)}</Button>
          <LinkButton href={register.path}>{texts(language).cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
