import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  formatDate,
  LinkButton,
  Notice,
  Select,
  Tag,
  TextField,
} from '../../foundation/ui/index.ts';
import { fileKinds } from './document-files.ts';
import { changeCount } from './part-changes.rules.ts';
import type { ListedPart, ReportPage } from './report.queries.ts';
import { isBody, longestBody } from './report.rules.ts';
import { adoptedPath, reportHref } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';

export interface ReportPanelProps {
  readonly page: ReportPage;
  readonly language: Language;
  readonly mayWrite: boolean;
  readonly mayAdopt: boolean;
  /** The part that somebody comes back from, and goes on from. */
  readonly at?: string | undefined;
}

/** What stands first on the page of a report: how it is, what can be taken from it, and its parts. */
export function ReportPanel(props: ReportPanelProps) {
  const { page, language } = props;
  const t = partTexts(language);
  const here = reportHref(page.row.id);
  const lists = (
    <>
      <PartList parts={page.parts.filter(({ appendix }) => !appendix)} {...props} />
      {page.parts.some(({ appendix }) => appendix) && <h3>{t.appendices}</h3>}
      <PartList parts={page.parts.filter(({ appendix }) => appendix)} {...props} />
    </>
  );
  const composed = page.parts.some(({ kind }) => kind !== 'own');
  return (
    <>
      <Standing {...props} composed={composed} />
      {page.otherYear !== undefined && (
        <Notice kind="warning">
          <p>
            {t.noFigures(page.row.year!, page.otherYear)} <a href={`${here}/andra`}>{t.changeYear}</a>
          </p>
        </Notice>
      )}
      {composed && <Downloads base={`${here}/rapport`} language={language} preview={`${here}/forhandsvisning`} />}
      {(composed || page.parts.length > 0) && (
        <section aria-labelledby="delar">
          <h2 id="delar">{t.partsHeading}</h2>
          <p class="muted">{t.partsHelp}</p>
          {isOpen(props) ? (
            <part-order>
              <p class="muted part-order-help">{t.orderHelp}</p>
              {lists}
              {/* Sent by dragging: the same move as the buttons make. */}
              <form class="part-drop" method="post" hidden>
                <input type="hidden" name="fore" />
              </form>
              <p class="unseen" role="status" />
            </part-order>
          ) : (
            lists
          )}
          {isOpen(props) && <AddSection {...props} />}
        </section>
      )}
      <WithoutPlace {...props} />
    </>
  );
}

/** While it is a draft its parts are moved and written around. */
function isOpen({ page, mayWrite }: ReportPanelProps): boolean {
  return mayWrite && page.row.state !== 'adopted';
}

function Standing({ page, language, mayWrite, composed }: ReportPanelProps & { readonly composed: boolean }) {
  const t = partTexts(language);
  const { row, changes } = page;
  const here = reportHref(row.id);
  if (row.state === 'adopted') {
    return (
      <Notice kind="success">
        <p>{t.adoptedLead(row.adoptedOn ?? '', row.edition ?? 1)}</p>
        {mayWrite && (
          <form action={`${here}/ny-version`} method="post">
            <input type="hidden" name="version" value={String(row.version)} />
            <Button variant="secondary">{t.newVersion}</Button>
          </form>
        )}
      </Notice>
    );
  }
  if (!composed && page.otherYear !== undefined && row.kind === 'situation') return null;
  if (!composed) {
    return (
      <EmptyState title={t.notComposed}>
        <p>{t.composeLead}</p>
        {mayWrite && (
          <form action={`${here}/ta-in`} method="post">
            <Button>{t.compose}</Button>
          </form>
        )}
      </EmptyState>
    );
  }
  if (changes.length === 0) return <p class="muted">{t.upToDate}</p>;
  return (
    <Notice kind="warning">
      <p>
        <strong>{t.changed(changeCount(changes))}</strong> {t.changedLead}{' '}
        <a href={`${here}/andringar`}>{t.seeChanges}</a>
      </p>
    </Notice>
  );
}

/** The files that a report can be taken as; each is made when it is asked for. */
export function Downloads({
  base,
  preview,
  language,
  children,
}: {
  readonly base: string;
  readonly preview?: string;
  readonly language: Language;
  readonly children?: Content;
}) {
  const t = partTexts(language);
  return (
    <nav class="report-files" aria-label={t.files}>
      {preview !== undefined && (
        <LinkButton href={preview} variant="primary">
          {t.preview}
        </LinkButton>
      )}
      {fileKinds.map(({ kind, ending }) => (
        <LinkButton href={`${base}${ending}`} download>
          {t.file[kind]}
        </LinkButton>
      ))}
      {children}
    </nav>
  );
}

function PartList({ parts, ...props }: ReportPanelProps & { readonly parts: readonly ListedPart[] }) {
  if (parts.length === 0) return null;
  const t = partTexts(props.language).part;
  return (
    <ol class="report-parts">
      {parts.map((part, index) => (
        <li
          class={part.chosen ? undefined : 'is-left'}
          id={`del-${part.id}`}
          data-part={part.id}
          data-standing={t.standing(part.title, index + 1, parts.length)}
          data-taken={part.chosen ? t.isTaken(part.title) : t.isLeft(part.title)}
        >
          <PartRow part={part} first={index === 0} last={index === parts.length - 1} {...props} />
          <PartList parts={part.parts} {...props} />
        </li>
      ))}
    </ol>
  );
}

function PartRow({
  part,
  first,
  last,
  ...props
}: ReportPanelProps & { readonly part: ListedPart; readonly first: boolean; readonly last: boolean }) {
  const { page, language } = props;
  const t = partTexts(language).part;
  const at = `${reportHref(page.row.id)}/delar/${part.id}`;
  const open = isOpen(props);
  const hasText = part.kind !== 'own' && `${part.textBefore}${part.textAfter}` !== '';
  return (
    <div class="report-part">
      <span class="report-part-title">
        {open ? (
          <a href={at} aria-label={t.writeLabel(part.title)} autofocus={part.id === props.at}>
            {part.title}
          </a>
        ) : (
          part.title
        )}{' '}
        {part.kind === 'own' && <Tag>{t.own}</Tag>}
        {hasText && <Tag>{t.withText}</Tag>}
        {part.empty && part.parts.length === 0 && <Tag tone="warning">{t.empty}</Tag>}
        {!part.chosen && <Tag>{t.left}</Tag>}
      </span>
      {open && (
        <div class="report-part-acts">
          <form action={`${at}/flytta`} method="post">
            <Button small variant="quiet" name="steg" value="upp" label={t.upLabel(part.title)} disabled={first}>
              {t.up}
            </Button>
            <Button small variant="quiet" name="steg" value="ned" label={t.downLabel(part.title)} disabled={last}>
              {t.down}
            </Button>
          </form>
          <form action={`${at}/valj`} method="post">
            <input type="hidden" name="version" value={String(part.version)} />
            <input type="hidden" name="vald" value={part.chosen ? 'nej' : 'ja'} />
            <Button small variant="quiet" label={part.chosen ? t.leaveLabel(part.title) : t.includeLabel(part.title)}>
              {part.chosen ? t.leave : t.include}
            </Button>
          </form>
        </div>
      )}
    </div>
  );
}

function AddSection({ page, language }: ReportPanelProps) {
  const t = partTexts(language).add;
  const chapters = page.parts.filter(({ kind, appendix }) => kind === 'area' && !appendix);
  return (
    <details class="report-add">
      <summary>{t.heading}</summary>
      <Form action={`${reportHref(page.row.id)}/delar`} id="eget-avsnitt" label={t.heading}>
        <FormRow>
          <TextField name="heading" label={t.title} maxlength={200} required />
          <Select
            name="parent"
            label={t.where}
            plain
            value=""
            options={[
              { value: '', label: t.last },
              ...chapters.map(({ id, title }) => ({ value: id, label: t.in(title) })),
            ]}
          />
        </FormRow>
        <FormActions>
          <Button variant="secondary">{t.save}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function WithoutPlace(props: ReportPanelProps) {
  const { page, language } = props;
  const t = partTexts(language).noPlace;
  if (page.withoutPlace.length === 0) return null;
  return (
    <section aria-labelledby="utan-plats">
      <h2 id="utan-plats">{t.heading}</h2>
      <p>{t.lead}</p>
      {page.withoutPlace.map(({ id, title, textBefore, textAfter }) => (
        <article class="panel">
          <h3>{title}</h3>
          <p class="plain-text">{[textBefore, textAfter].filter(Boolean).join('\n\n')}</p>
          {isOpen(props) && (
            <form action={`${reportHref(page.row.id)}/delar/${id}/placera`} method="post">
              <Button small variant="secondary" label={t.placeLabel(title)}>
                {t.place}
              </Button>
            </form>
          )}
        </article>
      ))}
    </section>
  );
}

/** Adopting, and what has been adopted. `typed` is who was to adopt it, when that could not be taken. */
export function AdoptPanel({
  page,
  language,
  mayAdopt,
  typed,
}: ReportPanelProps & { readonly typed: string | undefined }) {
  const t = partTexts(language);
  const fault = typed === undefined || isBody(typed) ? undefined : t.adopt.bodyNeeded;
  const composed = page.parts.length > 0;
  return (
    <>
      {page.editions.length > 0 && (
        <section aria-labelledby="fastst">
          <h2 id="fastst">{t.editions.heading}</h2>
          <ul>
            {page.editions.map(({ id, number, adoptedOn, body: by }) => (
              <li>
                <a href={`${adoptedPath}/${id}`}>{t.editions.line(number, formatDate(adoptedOn), by)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayAdopt && composed && page.row.state !== 'adopted' && (
        <section aria-labelledby="faststall">
          <h2 id="faststall">{t.adopt.heading}</h2>
          <p>{t.adopt.lead}</p>
          <Form
            action={`${reportHref(page.row.id)}/faststall`}
            id="faststall-rapport"
            hidden={{ version: page.row.version }}
            errors={fault === undefined ? [] : [{ field: 'body', text: fault }]}
          >
            <TextField
              name="body"
              label={t.adopt.body}
              help={t.adopt.bodyHelp}
              value={typed}
              maxlength={longestBody}
              error={fault}
              required
            />
            <FormActions>
              <Button variant="secondary">{t.adopt.save}</Button>
            </FormActions>
          </Form>
        </section>
      )}
    </>
  );
}
