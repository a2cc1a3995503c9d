import type { Language } from '../texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  formatDateTime,
  formatNumber,
  Notice,
  Page,
  Pager,
  type Shell,
} from '../ui/index.ts';
import type { FetchRow } from './fetch.store.ts';
import { FetchForm, type FetchFormState } from './fetch-form.view.tsx';
import { logSize } from './fetch-order.rules.ts';
import { FetchProgressSection, koladaPath } from './fetch-progress.view.tsx';
import { canGoOn, outcomeWords, requestWords } from './fetch-words.ts';
import { FigureSourceSection, ImportSection } from './figure-source.view.tsx';
import { koladaTexts } from './kolada-command.texts.ts';
import type { ArchiveView, KoladaPage } from './kolada-page.queries.ts';
import { type KoladaPageTexts, koladaPageTexts } from './kolada-page.texts.ts';

export interface KoladaPageProps {
  readonly shell: Shell;
  readonly page: KoladaPage;
  readonly pageNumber: number;
  readonly form: FetchFormState;
  readonly starterSize: number;
  readonly archive: string;
  /** Largest upload, in megabytes. */
  readonly megabytes: number;
  /** Said beside the form that it belongs to. */
  readonly filesError?: string | undefined;
  readonly sourceError?: string | undefined;
}

export function KoladaPageView(props: KoladaPageProps) {
  const { shell, page, form } = props;
  const { language } = shell;
  const t = koladaPageTexts(language);
  const { current } = page;
  const areas = page.archive.ok ? page.archive.areas : [];
  return (
    <Page shell={shell} title={t.title} lead={t.lead} crumbs={[{ href: '/administration', label: t.administration }]}>
      {current && (
        <FetchProgressSection row={current} who={page.names.get(current.created_by ?? '')} language={language} />
      )}
      <div class="columns">
        <section>
          <h2>{t.archive}</h2>
          <ArchiveStatusView archive={page.archive} busy={current !== undefined} language={language} t={t} />
        </section>
        <section>
          <h2>{t.fetch}</h2>
          {current === undefined ? (
            <FetchForm form={form} areas={areas} starterSize={props.starterSize} language={language} />
          ) : (
            <p class="muted">{t.oneAtATime}</p>
          )}
        </section>
      </div>
      <FetchLog {...props} t={t} />
      <div class="columns">
        <FigureSourceSection page={page} error={props.sourceError} t={t} />
        {current === undefined && (
          <ImportSection error={props.filesError} megabytes={props.megabytes} language={language} t={t} />
        )}
      </div>
    </Page>
  );
}

interface ArchiveStatusProps {
  readonly archive: ArchiveView;
  readonly busy: boolean;
  readonly language: Language;
  readonly t: KoladaPageTexts;
}

function ArchiveStatusView({ archive, busy, language, t }: ArchiveStatusProps) {
  if (!archive.ok) {
    return archive.reason === 'missing' ? (
      <EmptyState title={t.noArchive}>
        <p>{t.noArchiveHelp}</p>
      </EmptyState>
    ) : (
      <Notice kind="error">
        <p>{koladaTexts(language).archive(archive.reason, archive.path)}</p>
      </Notice>
    );
  }
  const { status, vanished } = archive;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const facts: readonly (readonly [string, string])[] = [
    [t.status.fetched, formatDateTime(status.fetchedAt)],
    [t.status.values, number(status.values)],
    [t.status.years, status.firstYear === null ? '–' : `${status.firstYear}–${status.lastYear}`],
    [t.status.kpis, t.status.ofCatalogue(number(status.kpisWithValues), number(status.kpis))],
    [t.status.units, number(status.units)],
    [t.status.groups, number(status.groups)],
    [t.status.revisions, number(status.revisions)],
    [t.status.version, `${status.version} (${formatDateTime(status.publishedAt)})`],
    [t.status.size, `${number(status.bytes / 1e6, 1)} MB`],
  ];
  return (
    <>
      {!busy && status.writer !== null && (
        <Notice>
          <p>{t.outsideWriter(formatDateTime(status.writer.since))}</p>
        </Notice>
      )}
      {!busy && status.unfinishedSync && (
        <Notice kind="warning">
          <p>{t.unfinished}</p>
        </Notice>
      )}
      <DataTable
        caption={t.archive}
        quietCaption
        rows={facts}
        columns={[
          { key: 'what', label: t.fact, quietLabel: true, cell: ([label]) => label },
          { key: 'value', label: t.value, quietLabel: true, kind: 'number', cell: ([, value]) => value },
        ]}
      />
      <p>
        <a href="/nyckeltal/andringar">{t.changes}</a>
      </p>
      {vanished.length > 0 && (
        <details>
          <summary>
            {t.status.vanished}: {number(vanished.length)}
          </summary>
          <ul>
            {vanished.slice(0, 200).map(({ id, title }) => (
              <li>
                {id} {title}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function FetchLog({ shell, page, pageNumber, archive, t }: KoladaPageProps & { readonly t: KoladaPageTexts }) {
  const { language } = shell;
  const busy = page.current !== undefined;
  const columns: readonly Column<FetchRow>[] = [
    {
      key: 'when',
      label: t.when,
      cell: (row) => <a href={`${koladaPath}/${row.id}`}>{formatDateTime(row.created_at)}</a>,
    },
    { key: 'what', label: t.what, cell: (row) => requestWords(row.request, language) },
    { key: 'who', label: t.who, cell: (row) => page.names.get(row.created_by ?? '') ?? '' },
    {
      key: 'result',
      label: t.result,
      cell: (row) => (
        <>
          {t.state[row.state]}
          {row.state !== 'lost' && `. ${firstSentences(outcomeWords(row, archive, language))}`}
        </>
      ),
    },
    {
      key: 'actions',
      label: t.actions,
      quietLabel: true,
      cell: (row) =>
        canGoOn(row) && !busy ? (
          <Form action={`${koladaPath}/${row.id}/igen`}>
            <Button variant="secondary" small label={t.againLabel(requestWords(row.request, language))}>
              {t.again}
            </Button>
          </Form>
        ) : (
          ''
        ),
    },
  ];
  return (
    <section>
      <h2>{t.log}</h2>
      <DataTable
        caption={t.log}
        quietCaption
        rows={page.log}
        columns={columns}
        empty={<p class="muted">{t.logEmpty}</p>}
      />
      <Pager
        page={pageNumber}
        pageSize={logSize}
        total={page.logTotal}
        href={(target) => `${koladaPath}?sida=${target}`}
      />
    </section>
  );
}

/** A table cell holds what matters; the whole stands on the fetch's own page. */
function firstSentences(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
