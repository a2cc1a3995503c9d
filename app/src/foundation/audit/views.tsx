import type { Language } from '../texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  FormRow,
  formatDateTime,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  Select,
  type Shell,
  TextField,
} from '../ui/index.ts';
import type { AuditParts } from './parts.ts';
import type { TrailPage } from './queries.ts';
import { changedFields, type FieldChange, rowName, valueText } from './rules.ts';
import type { EntryRow } from './store.ts';
import { type AuditTexts, auditTexts } from './texts.ts';
import { type TrailQuery, trailHref } from './trail-address.rules.ts';
import type { ChainProgress } from './verification.ts';

interface Known {
  readonly parts: AuditParts;
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
}

export function TrailPageView({
  shell,
  query,
  page,
  parts,
}: {
  shell: Shell;
  query: TrailQuery;
  page: TrailPage;
  parts: AuditParts;
}) {
  const texts = auditTexts(shell.language);
  const known = { parts, names: page.names, language: shell.language };
  const actions = (
    <>
      <LinkButton href={trailHref(query, {}, '/administration/granskning.csv')} download>
        {texts.csv}
      </LinkButton>
      <LinkButton href="/administration/granskning/kedjan">{texts.chain.check}</LinkButton>
    </>
  );
  return (
    <Page
      shell={shell}
      title={texts.title}
      lead={texts.lead}
      actions={actions}
      crumbs={[{ href: '/administration', label: texts.administration }]}
    >
      <TrailFilter query={query} page={page} texts={texts} known={known} />
      {page.tooManyPeople && (
        <Notice>
          <p>{texts.tooMany}</p>
        </Notice>
      )}
      <DataTable
        caption={texts.title}
        quietCaption
        rows={page.entries}
        columns={trailColumns(texts, known)}
        empty={<NothingFound texts={texts} />}
      />
      <nav class="pager" aria-label={texts.paging}>
        <ul>
          {page.newer !== undefined && (
            <li>
              <a href={trailHref(query, { after: page.newer })} rel="prev">
                {texts.newer}
              </a>
            </li>
          )}
          {page.older !== undefined && (
            <li>
              <a href={trailHref(query, { before: page.older })} rel="next">
                {texts.older}
              </a>
            </li>
          )}
        </ul>
      </nav>
    </Page>
  );
}

function trailColumns(texts: AuditTexts, known: Known): readonly Column<EntryRow>[] {
  return [
    {
      key: 'when',
      label: texts.when,
      cell: (entry) => <a href={`/administration/granskning/${entry.sequence}`}>{formatDateTime(entry.at)}</a>,
    },
    { key: 'who', label: texts.who, cell: (entry) => whoOf(entry, texts, known) },
    { key: 'what', label: texts.what, cell: (entry) => `${texts.operation[entry.operation]} ${whatOf(entry, known)}` },
    {
      key: 'fields',
      label: texts.field,
      cell: (entry) => (entry.operation === 'update' ? changedNames(entry, known) : ''),
    },
    { key: 'where', label: texts.where, cell: (entry) => originOf(entry, texts) },
  ];
}

export function whoOf(entry: EntryRow, texts: AuditTexts, { names }: Known): string {
  return entry.person_id === null ? texts.program : (names.get(entry.person_id) ?? entry.person_id);
}

export function whatOf(entry: EntryRow, { parts, language }: Known): string {
  const table = parts.tableTitle(entry.table_name, language)?.toLowerCase() ?? entry.table_name;
  const name = rowName(entry.before, entry.after);
  return name === undefined ? table : `${table} ”${name}”`;
}

function originOf(entry: EntryRow, texts: AuditTexts): string {
  return entry.origin === 'samband' ? texts.command : entry.origin;
}

function changedNames(entry: EntryRow, known: Known): string {
  return changedFields(entry.before, entry.after)
    .map(({ field }) => fieldTitle(entry, field, known))
    .join(', ');
}

function fieldTitle(entry: EntryRow, field: string, { parts, language }: Known): string {
  return parts.fieldTitle(entry.table_name, field, language) ?? field;
}

function NothingFound({ texts }: { texts: AuditTexts }) {
  return (
    <EmptyState title={texts.none} action={<a href="/administration/granskning">{texts.clear}</a>}>
      <p>{texts.noneHelp}</p>
    </EmptyState>
  );
}

function TrailFilter({
  query,
  page,
  texts,
  known,
}: {
  query: TrailQuery;
  page: TrailPage;
  texts: AuditTexts;
  known: Known;
}) {
  const tables = page.tables.map((table) => ({
    value: table,
    label: known.parts.tableTitle(table, known.language) ?? table,
  }));
  return (
    <Form action="/administration/granskning" method="get" label={texts.title}>
      <FormRow filter actions={<Button variant="secondary">{texts.filter}</Button>}>
        <TextField
          name="person"
          plain
          label={texts.person}
          help={texts.personHelp}
          value={query.person}
          type="search"
        />
        <Select
          name="tabell"
          plain
          label={texts.table}
          placeholder={texts.every}
          options={tables}
          value={query.table}
        />
        <TextField name="fran" plain label={texts.from} type="date" value={query.from} />
        <TextField name="till" plain label={texts.to} type="date" value={query.to} />
        <TextField name="objekt" plain label={texts.object} help={texts.objectHelp} value={query.object} />
      </FormRow>
    </Form>
  );
}

export interface EntryPageProps {
  readonly shell: Shell;
  readonly entry: EntryRow;
  readonly names: ReadonlyMap<string, string>;
  readonly parts: AuditParts;
}

export function EntryPage({ shell, entry, names, parts }: EntryPageProps) {
  const texts = auditTexts(shell.language);
  const known = { parts, names, language: shell.language };
  const number = formatNumber(entry.sequence, shell.language);
  const id = Object.values(entry.row_key)[0];
  const lead = texts.entryLead(
    whoOf(entry, texts, known),
    texts.operation[entry.operation].toLowerCase(),
    whatOf(entry, known),
    formatDateTime(entry.at),
  );
  const columns: readonly Column<FieldChange>[] = [
    { key: 'field', label: texts.field, cell: ({ field }) => fieldTitle(entry, field, known) },
    { key: 'before', label: texts.before, cell: ({ before }) => <Value value={before} texts={texts} /> },
    { key: 'after', label: texts.after, cell: ({ after }) => <Value value={after} texts={texts} /> },
  ];
  return (
    <Page
      shell={shell}
      title={texts.entry(number)}
      lead={lead}
      crumbs={[{ href: '/administration/granskning', label: texts.title }]}
    >
      <h2>{texts.fields}</h2>
      <DataTable
        caption={texts.fields}
        quietCaption
        rows={changedFields(entry.before, entry.after)}
        columns={columns}
        empty={<p>{texts.noFields}</p>}
      />
      <dl>
        <dt>{texts.where}</dt>
        <dd>{originOf(entry, texts) || '–'}</dd>
        <dt>{texts.request}</dt>
        <dd>
          <code>{entry.request_id || '–'}</code>
        </dd>
        <dt>{texts.object}</dt>
        <dd>
          <code>{valueText(id)}</code>
        </dd>
      </dl>
      {typeof id === 'string' && (
        <p>
          <a href={`/administration/granskning?tabell=${entry.table_name}&objekt=${id}`}>{texts.allForObject}</a>
        </p>
      )}
    </Page>
  );
}

function Value({ value, texts }: { value: unknown; texts: AuditTexts }) {
  const text = valueText(value);
  return text === '' ? <em class="muted">{texts.empty}</em> : <span>{text}</span>;
}

export function ChainPage({ shell, progress, next }: { shell: Shell; progress: ChainProgress; next: string }) {
  const texts = auditTexts(shell.language);
  const number = (value: number) => formatNumber(value, shell.language);
  const { result, checkedTo, total } = progress;
  return (
    <Page
      shell={shell}
      title={texts.chain.title}
      lead={texts.chain.lead}
      crumbs={[{ href: '/administration/granskning', label: texts.title }]}
      narrow
    >
      {result?.state === 'broken' && (
        <Notice kind="error">
          <p>{texts.chain.broken(number(result.sequence))}</p>
        </Notice>
      )}
      {result?.state === 'intact' && (
        <Notice kind="success">
          <p>{result.entries === 0 ? texts.chain.intactNone : texts.chain.intact(number(result.entries))}</p>
        </Notice>
      )}
      {result?.state === 'intact' && result.lastHash !== undefined && (
        <>
          <h2>{texts.chain.fingerprint}</h2>
          <p>
            <code>{result.lastHash}</code>
          </p>
          <p class="muted">{texts.chain.fingerprintHelp}</p>
        </>
      )}
      {result === undefined && (
        <>
          <p role="status">
            <progress max={total} value={checkedTo} aria-label={texts.chain.progressLabel} />{' '}
            {texts.chain.progress(number(checkedTo), number(total))}
          </p>
          <p>
            <LinkButton href={next}>{texts.chain.goOn}</LinkButton>
          </p>
        </>
      )}
    </Page>
  );
}
