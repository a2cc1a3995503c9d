import {
  Button,
  DataTable,
  type FieldError,
  Form,
  FormActions,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  Select,
  type Shell,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Value } from './field.rules.ts';
import type { ImportPlan, PlannedChange, PlannedRow } from './import.plan.ts';
import type { Names } from './names.rules.ts';
import { type Register, type RegisterColumn, writtenColumns } from './register.rules.ts';
import { texts } from './texts.ts';
import { valueWords } from './value.view.tsx';

export interface ImportStartProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly pasted: string;
  readonly errors: readonly FieldError[];
}

/** A file or a pasted table: both lead to the same preview. */
export function ImportStartPage({ shell, register, pasted, errors }: ImportStartProps) {
  const { language } = shell;
  const t = texts(language).import;
  const words = register.texts(language);
  return (
    <Page
      shell={shell}
      narrow
      title={t.title(words.title)}
      lead={t.lead}
      crumbs={[{ href: register.path, label: words.title }]}
    >
      <Form action={`${register.path}/importera`} multipart errors={errors} id={`import-${register.table}`}>
        <TextField
          name="file"
          type="file"
          label={t.file}
          help={t.fileHelp}
          accept=".xlsx,.csv,.txt"
          error={errors.find(({ field }) => field === 'file')?.text}
        />
        <TextArea name="pasted" label={t.paste} help={t.pasteHelp} rows={10} value={pasted} />
        <p class="muted">
          {t.columns(
            writtenColumns(register)
              .map(({ key }) => words.fields[key] ?? key)
              .join(' · '),
          )}
        </p>
        <FormActions>
          <Button variant="primary">{t.preview}</Button>
          <LinkButton href={register.path}>{texts(language).cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export interface ImportPreviewProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly id: string;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly names: Names;
}

const mostShown = 200;

/** What the file would change, before anything is changed. */
export function ImportPreviewPage(props: ImportPreviewProps) {
  const { shell, register, id, plan } = props;
  const { language } = shell;
  const t = texts(language).import;
  const words = register.texts(language);
  const number = (value: number) => formatNumber(value, language);
  const nothing = plan.added.length === 0 && plan.changed.length === 0;
  const here = `${register.path}/importera/${id}`;
  return (
    <Page
      shell={shell}
      title={props.fileName === '' ? t.pasted : props.fileName}
      lead={t.finding(number(plan.added.length), number(plan.changed.length), number(plan.same), plan.faults.length)}
      crumbs={[
        { href: register.path, label: words.title },
        { href: `${register.path}/importera`, label: t.link },
      ]}
    >
      {plan.faults.length > 0 && <Faults {...props} />}
      <MatchColumns {...props} />
      {plan.changed.length > 0 && (
        <section>
          <h2>{t.changed}</h2>
          <Changes {...props} rows={plan.changed.slice(0, mostShown)} />
          {plan.changed.length > mostShown && <p class="muted">{t.andMore(number(plan.changed.length - mostShown))}</p>}
        </section>
      )}
      {plan.added.length > 0 && (
        <section>
          <h2>{t.added}</h2>
          <Added {...props} rows={plan.added.slice(0, mostShown)} />
          {plan.added.length > mostShown && <p class="muted">{t.andMore(number(plan.added.length - mostShown))}</p>}
        </section>
      )}
      <Form action={`${here}/las-in`}>
        <FormActions>
          {plan.faults.length === 0 && !nothing && (
            <Button variant="primary">{t.apply(number(plan.added.length + plan.changed.length))}</Button>
          )}
          <LinkButton href={`${register.path}/importera`}>{t.another}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

function Faults({ shell, plan }: ImportPreviewProps) {
  const t = texts(shell.language).import;
  return (
    <section>
      <Notice kind="error" title={t.nothingRead}>
        <p>{t.nothingReadHelp}</p>
      </Notice>
      <DataTable
        caption={t.faults}
        rows={plan.faults.slice(0, mostShown)}
        columns={[
          { key: 'row', label: t.row, kind: 'number', heads: true, cell: ({ row }) => row },
          { key: 'column', label: t.column, cell: ({ column }) => column || t.wholeRow },
          { key: 'text', label: t.what, cell: ({ text }) => text },
        ]}
      />
      {plan.faults.length > mostShown && (
        <p class="muted">{t.andMore(formatNumber(plan.faults.length - mostShown, shell.language))}</p>
      )}
    </section>
  );
}

/** Which column of the file is which field, and a way to say otherwise. */
function MatchColumns({ shell, register, id, plan }: ImportPreviewProps) {
  const { language } = shell;
  const t = texts(language).import;
  const words = register.texts(language);
  const { fields, markAt } = plan.matching;
  const options = writtenColumns(register).map(({ key }) => ({ value: key, label: words.fields[key] ?? key }));
  const left = plan.headers.filter((_, index) => fields[index] === undefined && index !== markAt);
  return (
    <details class="more-filters" open={left.length > 0}>
      <summary>{left.length === 0 ? t.allMatched : t.leftOut(left.join(', '))}</summary>
      <Form action={`${register.path}/importera/${id}/kolumner`} label={t.match}>
        {plan.headers.map((header, index) =>
          index === markAt || header === '' ? null : (
            <Select
              name={`kolumn-${index}`}
              label={header}
              plain
              value={fields[index]}
              placeholder={t.leaveOut}
              options={options}
            />
          ),
        )}
        <FormActions>
          <Button variant="secondary">{t.rematch}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function Changes({ shell, register, names, rows }: ImportPreviewProps & { readonly rows: readonly PlannedChange[] }) {
  const { language } = shell;
  const t = texts(language).import;
  const words = register.texts(language);
  const columnOf = (key: string): RegisterColumn => register.columns.find((column) => column.key === key)!;
  return (
    <DataTable
      caption={t.changed}
      quietCaption
      rows={rows}
      columns={[
        { key: 'row', label: t.row, kind: 'number', cell: ({ number }) => number },
        {
          key: 'title',
          label: words.fields[register.heads] ?? '',
          heads: true,
          cell: ({ row }) => <a href={`${register.path}/${row.id}`}>{String(row[register.heads])}</a>,
        },
        {
          key: 'changes',
          label: t.changes,
          cell: ({ row, values }) => (
            <ul class="plain-list">
              {Object.entries(values).map(([key, value]) => (
                <li>
                  <strong>{words.fields[key]}</strong>:{' '}
                  <del>{valueWords(names, columnOf(key), row[key] as Value, language) || texts(language).nothing}</del>{' '}
                  <span aria-hidden="true">→</span>{' '}
                  <ins>{valueWords(names, columnOf(key), value, language) || texts(language).nothing}</ins>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Added({ shell, register, plan, names, rows }: ImportPreviewProps & { readonly rows: readonly PlannedRow[] }) {
  const { language } = shell;
  const t = texts(language).import;
  const words = register.texts(language);
  const columns = plan.matching.fields.flatMap((key) => register.columns.filter((column) => column.key === key));
  return (
    <DataTable
      caption={t.added}
      quietCaption
      rows={rows}
      columns={[
        { key: 'row', label: t.row, kind: 'number' as const, cell: ({ number }: PlannedRow) => number },
        ...columns.map((column) => ({
          key: column.key,
          label: words.fields[column.key] ?? column.key,
          heads: column.key === register.heads,
          cell: ({ values }: PlannedRow) => valueWords(names, column, values[column.key] ?? null, language),
        })),
      ]}
    />
  );
}

export interface ImportProgressProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly id: string;
  readonly state: 'preview' | 'running' | 'done' | 'refused';
  readonly done: number;
  readonly total: number;
}

/** A reading-in that goes on beside the page; it can be left. */
export function ImportProgressPage(props: ImportProgressProps) {
  const { shell, register } = props;
  const { language } = shell;
  const t = texts(language).import;
  return (
    <Page
      shell={shell}
      narrow
      title={t.running}
      crumbs={[{ href: register.path, label: register.texts(language).title }]}
    >
      <ImportProgress {...props} />
    </Page>
  );
}

export function ImportProgress({ shell, register, id, state, done, total }: ImportProgressProps) {
  const { language } = shell;
  const t = texts(language).import;
  const here = `${register.path}/importera/${id}/forlopp`;
  const inner =
    state === 'running' ? (
      <poll-frame data-src={here} data-seconds="1">
        <p>{total === 0 ? t.reading : t.sofar(formatNumber(done, language), formatNumber(total, language))}</p>
        <progress value={total === 0 ? undefined : done} max={total || 1} aria-label={t.running} />
        <p class="muted">{t.mayLeave}</p>
        <p>
          <a href={here} data-turbo-frame="_top">
            {t.look}
          </a>
        </p>
      </poll-frame>
    ) : (
      <poll-frame data-page={state === 'done' ? `${register.path}/handelser` : `${register.path}/importera/${id}`}>
        <p>
          <a
            href={state === 'done' ? `${register.path}/handelser` : `${register.path}/importera/${id}`}
            data-turbo-frame="_top"
          >
            {state === 'done' ? t.isIn : t.refused}
          </a>
        </p>
      </poll-frame>
    );
  return <turbo-frame id={`import-${id}`}>{inner}</turbo-frame>;
}
