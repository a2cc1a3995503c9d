import type { DocumentModel } from '@samband/documents';
import { type ListState, listHref, sortLink } from '../../foundation/http/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  FormRow,
  formatDate,
  Page,
  Pager,
  Select,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { DocumentView } from './document.view.tsx';
import type { Edition, EditionFilter, EditionSort } from './edition.store.ts';
import { report, reportKinds } from './report.rules.ts';
import { adoptedPath as path } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';
import { Downloads } from './report-page.view.tsx';

export const editionPageSize = 50;

/** What everybody in the municipality may read. */
export function EditionList({
  shell,
  state,
  rows,
  total,
}: {
  readonly shell: Shell;
  readonly state: ListState<EditionSort, EditionFilter>;
  readonly rows: readonly Edition[];
  readonly total: number;
}) {
  const { language } = shell;
  const t = partTexts(language).adoptedList;
  const kinds = report.texts(language).choices?.kind ?? {};
  const filtered = state.q !== '' || state.filters.slag !== '';
  return (
    <Page shell={shell} title={t.title} lead={t.lead}>
      <Form action={path} method="get" autoSubmit label={t.show}>
        <FormRow
          filter
          actions={
            <Button withoutScript variant="secondary">
              {t.show}
            </Button>
          }
        >
          <TextField name="q" label={t.search} value={state.q} plain />
          <Select
            name="slag"
            label={t.kind}
            value={state.filters.slag}
            plain
            placeholder={t.all}
            options={reportKinds.map((kind) => ({ value: kind, label: kinds[kind] ?? kind }))}
          />
        </FormRow>
      </Form>
      <DataTable
        caption={t.title}
        quietCaption
        rows={rows}
        empty={filtered ? <EmptyState title={t.noHits} /> : <EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>}
        columns={[
          {
            key: 'title',
            label: t.report,
            heads: true,
            sort: sortLink(path, state, 'title'),
            cell: ({ id, title }) => <a href={`${path}/${id}`}>{title}</a>,
          },
          {
            key: 'kind',
            label: t.kind,
            sort: sortLink(path, state, 'kind'),
            cell: ({ kind }) => kinds[kind] ?? kind,
          },
          { key: 'number', label: t.number, kind: 'number', cell: ({ number }) => number },
          {
            key: 'adopted',
            label: t.day,
            sort: sortLink(path, state, 'adopted'),
            cell: ({ adoptedOn }) => formatDate(adoptedOn),
          },
          { key: 'body', label: t.body, sort: sortLink(path, state, 'body'), cell: ({ body }) => body },
        ]}
      />
      <Pager
        page={state.page}
        pageSize={editionPageSize}
        total={total}
        href={(page) => listHref(path, state, { page })}
      />
      <nav class="list-tools" aria-label={t.tools}>
        <a href={listHref(`${path}.xlsx`, state)} download data-turbo="false">
          {t.excel}
        </a>
        <a href={listHref(`${path}.csv`, state)} download data-turbo="false">
          {t.csv}
        </a>
      </nav>
    </Page>
  );
}

/** An adopted report as it is read: the document as it was kept. */
export function EditionPage({
  shell,
  edition,
  latest,
  document,
}: {
  readonly shell: Shell;
  readonly edition: Edition;
  /** Number of the latest edition of the same report. */
  readonly latest: number;
  readonly document: DocumentModel;
}) {
  const t = partTexts(shell.language).adoptedList;
  const { id, title, number, body, adoptedOn } = edition;
  return (
    <Page
      shell={shell}
      title={title}
      lead={t.lead1(body, formatDate(adoptedOn), number)}
      crumbs={[{ href: path, label: t.title }]}
    >
      {latest > number && (
        <p>
          <strong>{t.newer}</strong> <a href={`${path}?q=${encodeURIComponent(title)}`}>{t.seeNewer}</a>
        </p>
      )}
      <Downloads base={`${path}/${id}/rapport`} language={shell.language} />
      <DocumentView document={document} />
    </Page>
  );
}

/** A report that is being written, as it would be read now. */
export function PreviewPage({
  shell,
  reportId,
  title,
  document,
}: {
  readonly shell: Shell;
  readonly reportId: string;
  readonly title: string;
  readonly document: DocumentModel;
}) {
  const t = partTexts(shell.language);
  return (
    <Page
      shell={shell}
      title={t.previewTitle(title)}
      lead={document.subtitle}
      crumbs={[
        { href: report.path, label: report.texts(shell.language).title },
        { href: `${report.path}/${reportId}`, label: title },
      ]}
    >
      <Downloads base={`${report.path}/${reportId}/rapport`} language={shell.language} />
      <DocumentView document={document} />
    </Page>
  );
}
