import type { Language } from '../texts/index.ts';
import { Button, type Content, formatDateTime, LinkButton, Page, type Shell } from '../ui/index.ts';
import { isText, type Value } from './field.rules.ts';
import type { Names } from './names.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import type { HistoryEntry, RowPage } from './row.queries.ts';
import type { Row } from './row.store.ts';
import { texts } from './texts.ts';
import { ValueView, valueWords } from './value.view.tsx';

export interface RowPageProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly page: RowPage;
  /** What the slice shows of the row before its fields and after them. */
  readonly above?: Content;
  readonly below?: Content;
  /** Links, attachments and comments. */
  readonly hanging?: Content;
  readonly actions?: Content;
  /** Crumbs between the register and this row. */
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[];
}

export function RegisterRowPage(props: RowPageProps) {
  const { shell, register, page } = props;
  const { row } = page;
  const { language } = shell;
  const t = texts(language);
  const here = `${register.path}/${row.id}`;
  return (
    <Page
      shell={shell}
      title={String(row[register.heads])}
      crumbs={props.crumbs ?? [{ href: register.path, label: register.texts(language).title }]}
      actions={
        <>
          {page.mayChange && (
            <>
              <LinkButton href={`${here}/andra`} variant="primary">
                {t.edit}
              </LinkButton>
              <form action={`${here}/${row.active ? 'arkivera' : 'ta-tillbaka'}`} method="post">
                <Button variant="secondary">{row.active ? t.archive : t.restore}</Button>
              </form>
            </>
          )}
          {props.actions}
        </>
      }
    >
      {props.above}
      <RowFields register={register} row={row} names={page.names} language={language} />
      {props.below}
      {props.hanging}
      <History register={register} page={page} language={language} />
    </Page>
  );
}

/** What has been filled in, as a list of terms; long texts stand under each other. */
export function RowFields({
  register,
  row,
  names,
  language,
}: {
  register: Register;
  row: Row;
  names: Names;
  language: Language;
}) {
  const words = register.texts(language);
  const elsewhere = new Set<string>([register.heads, ...(register.shownBySlice ?? [])]);
  const filled = register.columns.filter(({ key }) => !elsewhere.has(key) && !isEmpty(row[key] as Value));
  if (filled.length === 0) return null;
  return (
    <dl class="row-fields">
      {filled.map((column) => (
        <div class={isText(column.field) && column.field.kind !== 'text' ? 'row-field is-long' : 'row-field'}>
          <dt>{words.fields[column.key] ?? column.key}</dt>
          <dd>
            <ValueView names={names} column={column} value={row[column.key] as Value} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function History({ register, page, language }: { register: Register; page: RowPage; language: Language }) {
  const t = texts(language);
  const { row, names, history } = page;
  return (
    <details class="history">
      <summary>{t.history}</summary>
      {history.length === 0 && <p class="muted">{t.historyNone}</p>}
      <ol class="history-list">
        {history.map((entry) => (
          <li>
            <p>
              {formatDateTime(entry.at)} ·{' '}
              {entry.who === null ? t.someone : (names.labels.get('person')?.get(entry.who) ?? t.someone)}
              {entry.operation === 'insert' && ` · ${t.madeRow}`}
            </p>
            {entry.operation === 'update' && (
              <ul>
                {entry.changes.map((change) => (
                  <li>
                    <Change register={register} change={change} names={names} language={language} />
                  </li>
                ))}
              </ul>
            )}
            {page.mayChange && entry.version !== row.version && entry.version > 0 && (
              <form action={`${register.path}/${row.id}/aterstall`} method="post">
                <input type="hidden" name="version" value={String(row.version)} />
                <input type="hidden" name="till" value={String(entry.version)} />
                <Button variant="secondary" label={t.putBackHelp(formatDateTime(entry.at))}>
                  {t.putBackHere}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Change({
  register,
  change,
  names,
  language,
}: {
  register: Register;
  change: HistoryEntry['changes'][number];
  names: Names;
  language: Language;
}) {
  const t = texts(language);
  const { column, before, after } = change;
  if (column === undefined) return <>{after === true ? t.restoredRow : t.archivedRow}</>;
  const words = (value: Value, of: RegisterColumn) => valueWords(names, of, value, language) || t.nothing;
  return (
    <>
      <strong>{register.texts(language).fields[column.key]}</strong>: <del>{words(before, column)}</del>{' '}
      <span aria-hidden="true">→</span> <ins>{words(after, column)}</ins>
    </>
  );
}
