import type { SnapshotDifference } from '@samband/kolada';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  errorFor,
  Form,
  FormActions,
  formatDate,
  formatDateTime,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  Pager,
  Radios,
  type Shell,
  Tag,
  TextField,
} from '../../foundation/ui/index.ts';
import type { ListedPage } from './shared-page.queries.ts';
import { linkState, type SharedSituation, type ShareFault, validities } from './shared-page.rules.ts';
import { texts } from './shared-page.texts.ts';
import { changeInWords } from './shared-page-changes.texts.ts';

export const path = '/nulage/dela';
export const pageSize = 50;

export interface SharingPageProps {
  readonly shell: Shell;
  /** What would be shared; absent when the choice gives no analysis. */
  readonly subject: { readonly action: string; readonly situationHref: string; readonly words: string } | undefined;
  readonly title: string;
  readonly validity: string;
  readonly faults: readonly ShareFault[];
  readonly rows: readonly ListedPage[];
  readonly total: number;
  readonly page: number;
  readonly now: Date;
}

export function SharingPage(props: SharingPageProps) {
  const { shell, subject } = props;
  const t = texts(shell.language);
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: subject?.situationHref ?? '/nulage', label: t.crumb }]}
    >
      {subject === undefined ? (
        <Notice kind="warning">
          <p>{t.nothing}</p>
        </Notice>
      ) : (
        <ShareForm {...props} action={subject.action} about={subject.words} />
      )}
      <SharedPages {...props} />
    </Page>
  );
}

function ShareForm(props: SharingPageProps & { action: string; about: string }) {
  const { language } = props.shell;
  const t = texts(language);
  const errors = props.faults.map(({ field, reason }) => ({ field, text: t.faults[reason] }));
  return (
    <section>
      <h2>{t.form}</h2>
      <p>
        {props.about} {t.notShared}
      </p>
      {/* The answer shows the link once and is no redirect, so the browser itself sends the form. */}
      <div data-turbo="false">
        <Form action={props.action} errors={errors} label={t.form}>
          <TextField
            name="title"
            label={t.name}
            help={t.nameHelp}
            value={props.title}
            error={errorFor(errors, 'title')}
            required
          />
          <Radios
            name="validity"
            label={t.validity}
            value={props.validity}
            error={errorFor(errors, 'validity')}
            required
            options={validities.map((value) => ({ value, label: t.validities[value] }))}
          />
          <FormActions>
            <Button>{t.share}</Button>
          </FormActions>
        </Form>
      </div>
    </section>
  );
}

function SharedPages({ shell, rows, total, page, now }: SharingPageProps) {
  const { language } = shell;
  const t = texts(language);
  return (
    <section>
      <h2 id="delade">{t.list}</h2>
      <DataTable
        caption={t.list}
        quietCaption
        rows={rows}
        empty={<EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>}
        columns={[
          {
            key: 'title',
            label: t.columns.title,
            heads: true,
            cell: (row) => <a href={`${path}/${row.id}`}>{row.title}</a>,
          },
          {
            key: 'when',
            label: t.columns.when,
            cell: (row) => (
              <>
                {formatDateTime(row.createdAt)}
                {row.createdBy !== null && <small>{row.createdBy}</small>}
              </>
            ),
          },
          { key: 'until', label: t.columns.until, cell: (row) => untilWords(row, language) },
          { key: 'state', label: t.columns.state, cell: (row) => <StateTag row={row} now={now} language={language} /> },
          {
            key: 'actions',
            label: t.columns.actions,
            quietLabel: true,
            cell: (row) => <RevokeButton row={row} language={language} small />,
          },
        ]}
      />
      <Pager page={page} pageSize={pageSize} total={total} href={(next) => `${path}?sida=${next}`} />
    </section>
  );
}

function untilWords({ expiresAt }: ListedPage, language: Language): string {
  return expiresAt === null ? texts(language).untilRevoked : formatDate(expiresAt);
}

function StateTag({ row, now, language }: { row: ListedPage; now: Date; language: Language }) {
  const state = linkState(row, now);
  return <Tag tone={state === 'open' ? 'own' : 'neutral'}>{texts(language).states[state]}</Tag>;
}

function RevokeButton({ row, language, small }: { row: ListedPage; language: Language; small?: boolean }) {
  const t = texts(language);
  const revoked = row.revokedAt !== null;
  return (
    <form action={`${path}/${row.id}/${revoked ? 'oppna' : 'ta-tillbaka'}`} method="post">
      <Button
        variant="secondary"
        small={small === true}
        label={revoked ? t.restoreLabel(row.title) : t.revokeLabel(row.title)}
      >
        {revoked ? t.restore : t.revoke}
      </Button>
    </form>
  );
}

export function LinkMadePage({ shell, link, expiresAt }: { shell: Shell; link: string; expiresAt: Date | null }) {
  const t = texts(shell.language);
  return (
    <Page shell={shell} title={t.made} lead={t.madeLead} crumbs={[{ href: path, label: t.list }]} narrow>
      <div class="field">
        <label for="link">{t.link}</label>
        <input class="ds-input" id="link" value={link} readonly />
      </div>
      <p>{expiresAt === null ? t.madeOpenEnded : t.madeValid(formatDate(expiresAt))}</p>
      <div class="form-actions">
        <LinkButton href={link}>{t.openLink}</LinkButton>
        <LinkButton href={path}>{t.toList}</LinkButton>
      </div>
    </Page>
  );
}

export interface SharedDetailProps {
  readonly shell: Shell;
  readonly row: ListedPage & { readonly content: SharedSituation };
  readonly differences: readonly SnapshotDifference[];
  readonly otherArchive: boolean;
  readonly page: number;
  readonly now: Date;
}

export const changesPerPage = 100;

/** To those who share: the link's state, and what has changed since the page was frozen. */
export function SharedDetailPage(props: SharedDetailProps) {
  const { shell, row, differences, page } = props;
  const { language } = shell;
  const t = texts(language);
  const here = `${path}/${row.id}`;
  return (
    <Page
      shell={shell}
      title={row.title}
      crumbs={[{ href: path, label: t.list }]}
      actions={
        <>
          <LinkButton href={`${here}/sida`}>{t.shown}</LinkButton>
          <RevokeButton row={row} language={language} />
        </>
      }
    >
      <p>
        {t.by(formatDateTime(row.createdAt), row.createdBy ?? '')} · {t.columns.until}: {untilWords(row, language)}{' '}
        <StateTag row={row} now={props.now} language={language} />
      </p>
      <section>
        <h2>{t.changes}</h2>
        <p>{t.changesLead(formatDate(row.content.frozenAt))}</p>
        {props.otherArchive && (
          <Notice kind="warning">
            <p>{t.otherArchive}</p>
          </Notice>
        )}
        {differences.length > 0 && (
          <p>
            <strong>{t.changesCount(formatNumber(differences.length, language))}</strong>{' '}
            <LinkButton href={`${here}/andringar.xlsx`} download small>
              {t.excel}
            </LinkButton>
          </p>
        )}
        <Changes
          rows={differences.slice((page - 1) * changesPerPage, page * changesPerPage)}
          content={row.content}
          language={language}
        />
        <Pager
          page={page}
          pageSize={changesPerPage}
          total={differences.length}
          href={(next) => `${here}?sida=${next}`}
        />
      </section>
    </Page>
  );
}

function Changes({
  rows,
  content,
  language,
}: {
  rows: readonly SnapshotDifference[];
  content: SharedSituation;
  language: Language;
}) {
  const t = texts(language);
  const inWords = rows.map((difference) => changeInWords(difference, content, language));
  const written = (value: number | string) => (typeof value === 'number' ? exact(value, language) : value);
  return (
    <DataTable
      caption={t.changes}
      quietCaption
      rows={inWords}
      empty={<p>{t.changesNone}</p>}
      columns={[
        {
          key: 'what',
          label: t.change.what,
          heads: true,
          cell: ({ what, code }) => (
            <>
              {what}
              <small>{code}</small>
            </>
          ),
        },
        { key: 'year', label: t.change.year, cell: ({ year }) => year ?? '' },
        { key: 'unit', label: t.change.unit, cell: ({ unit }) => unit },
        { key: 'old', label: t.change.old, kind: 'number', cell: (change) => written(change.old) },
        { key: 'new', label: t.change.new, kind: 'number', cell: (change) => written(change.new) },
      ]}
    />
  );
}

/** A revision may be in the last decimal, so all that there are stand here, six at most. */
function exact(value: number, language: Language): string {
  const decimals = Math.min(6, String(value).split('.')[1]?.length ?? 0);
  return formatNumber(value, language, decimals);
}
