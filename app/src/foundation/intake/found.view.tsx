import type { FoundRow, ReadRemark } from '@samband/documents/reading';
import type { Language } from '../texts/index.ts';
import { Button, DataTable, Form, FormActions, formatNumber, Notice, Page, Select, type Shell } from '../ui/index.ts';
import type { Draft, KeptTable } from './draft.store.ts';
import { importsPath } from './import.rules.ts';
import type { EarlierImport } from './import.store.ts';
import { importTexts } from './import.texts.ts';
import { draftHref, tableHref } from './paths.ts';
import { texts } from './texts.ts';

export interface FoundPageProps {
  readonly shell: Shell;
  readonly draft: Draft;
  readonly tables: readonly FoundTableView[];
  /** Of the registers that this person may write. */
  readonly targets: readonly { readonly key: string; readonly title: string }[];
  readonly before: EarlierImport | undefined;
  readonly error: string | undefined;
}

export interface FoundTableView extends KeptTable {
  readonly suits: readonly { readonly target: string; readonly confidence: number }[];
}

/** Every table of the file, and where each is to go. */
export function FoundPage({ shell, draft, tables, targets, before, error }: FoundPageProps) {
  const { language } = shell;
  const t = texts(language).found;
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return (
    <Page
      shell={shell}
      wide
      title={t.title}
      lead={`${draft.title}. ${t.lead(tables.length, formatNumber(rows, language))}`}
      crumbs={[{ href: importsPath, label: importTexts(language).title }]}
    >
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {before !== undefined && (
        <Notice>
          <p>
            {t.before(before.title, before.importedOn)} <a href={`${importsPath}/${before.id}`}>{t.seeBefore}</a>
          </p>
        </Notice>
      )}
      {targets.length === 0 && <Notice kind="warning">{t.onlyOthers}</Notice>}
      {draft.remarks.length > 0 && <Remarks remarks={draft.remarks} language={language} />}
      <Form action={draftHref(draft.id)}>
        {tables.map((table) => (
          <FoundTableSection draft={draft} table={table} targets={targets} language={language} />
        ))}
        <FormActions>
          <Button variant="primary">{t.next}</Button>
        </FormActions>
      </Form>
      <Form action={draftHref(draft.id, '/kasta')}>
        <FormActions>
          <Button variant="quiet">{t.discard}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}

function Remarks({ remarks, language }: { remarks: readonly ReadRemark[]; language: Language }) {
  const t = texts(language).remark;
  return (
    <Notice>
      <ul>
        {remarks.map(({ what, count, detail = '' }) => (
          <li>{t[what](count, detail)}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface SectionProps {
  readonly draft: Draft;
  readonly table: FoundTableView;
  readonly targets: FoundPageProps['targets'];
  readonly language: Language;
}

const leastShown = 0.3;
const firstRows = 4;

function FoundTableSection({ draft, table: kept, targets, language }: SectionProps) {
  const t = texts(language).found;
  const { table, suits, rowCount, target } = kept;
  const { number, headings, caption, columns, rows, origin } = table;
  const suiting = suits.filter(({ confidence }) => confidence >= leastShown);
  const titleOf = (key: string) => targets.find((one) => one.key === key)?.title ?? key;
  const options = [
    ...suiting.map((one) => ({
      value: one.target,
      label: t.suits(titleOf(one.target), Math.round(100 * one.confidence)),
      group: t.suiting,
    })),
    ...targets
      .filter(({ key }) => !suiting.some((one) => one.target === key))
      .map(({ key, title }) => ({ value: key, label: title, group: t.others })),
    { value: 'keep', label: t.keep, group: t.elsewhere },
    { value: 'skip', label: t.skip, group: t.elsewhere },
  ];
  const above = [...headings, ...(caption === undefined ? [] : [caption])];
  return (
    <section class="found-table">
      <h2>
        {t.table(number)}
        {above.length > 0 && <span class="found-heading"> · {above.slice(-2).join(' › ')}</span>}
      </h2>
      <p class="muted">
        {t.size(columns.length, rowCount)}
        {origin === 'people' && `, ${t.people}`}
        {' · '}
        <a
          href={tableHref(draft.id, number, '/tabell.xlsx')}
          download
          data-turbo="false"
          aria-label={t.excelOf(number)}
        >
          {t.excel}
        </a>
      </p>
      <Select name={`tabell-${number}`} label={t.targetOf(number)} plain value={target} options={options} />
      <details open={rowCount <= firstRows}>
        <summary>{t.look(number)}</summary>
        <DataTable
          caption={t.table(number)}
          quietCaption
          grid
          rows={rows.slice(0, firstRows)}
          columns={columns.map((header, index) => ({
            key: String(index),
            label: header || texts(language).columns.unnamed(index + 1),
            cell: ({ cells }: FoundRow) => shortened(cells[index] ?? ''),
          }))}
        />
      </details>
    </section>
  );
}

const longest = 160;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
