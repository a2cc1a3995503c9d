import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Content,
  type FieldError,
  Form,
  FormActions,
  formatDate,
  formatDateTime,
  LinkButton,
  Page,
  type Shell,
  StatusMark,
  TextArea,
} from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { actionPageTexts, actionWords } from './action-page.texts.ts';
import { type ActionState, type ActionStatus, actionStatuses, needsReason, stepsFrom } from './action-state.rules.ts';
import type { ActionRow } from './status.commands.ts';
import type { Telling } from './status.store.ts';

/** A sign with its words: the sign alone tells the colours apart, the words say what they mean. */
export function StatusWords({
  status,
  language,
  quiet,
}: {
  status: ActionStatus | null;
  language: Language;
  /** The words are for whoever does not see the sign. */
  quiet?: boolean;
}) {
  const t = actionWords(language);
  if (status === null) return quiet === true ? null : <span class="muted">{t.noStatus}</span>;
  const words = `${t.colour[status]}: ${t.status[status].toLowerCase()}`;
  return (
    <span class="status-words" title={quiet === true ? words : undefined}>
      <svg class="status-sign" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <StatusMark status={status} x={9} y={9} />
      </svg>
      <span class={quiet === true ? 'unseen' : ''}>{words}</span>
    </span>
  );
}

export function actionHref(id: string): string {
  return `${action.path}/${id}`;
}

/** Two touches on a phone: open, and a colour. Yellow and red ask for a comment first. */
export function StatusForm({
  id,
  seen,
  back,
  language,
  comment = '',
  errors = [],
  name,
  alone = false,
}: {
  id: string;
  seen: string;
  back?: string;
  language: Language;
  comment?: string;
  errors?: readonly FieldError[];
  /** What the form is called where a page has several. */
  name?: string;
  /** Beside other forms its field needs an id of its own: those that write comments call theirs the same. */
  alone?: boolean;
}) {
  const t = actionPageTexts(language).tell;
  const words = actionWords(language);
  return (
    <Form
      action={`${actionHref(id)}/status`}
      errors={errors}
      hidden={{ seen, ...(back === undefined ? {} : { back }) }}
      {...(name === undefined ? {} : { label: name })}
    >
      <TextArea
        name="comment"
        {...(alone ? {} : { id: `f-comment-${id}` })}
        label={t.comment}
        help={t.help}
        value={comment}
        rows={2}
        plain
        error={errors.find(({ field }) => field === 'comment')?.text}
      />
      <div class="status-buttons">
        {actionStatuses.map((status) => (
          <button class="ds-button is-secondary status-button" type="submit" name="status" value={status}>
            <svg class="status-sign" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
              <StatusMark status={status} x={9} y={9} />
            </svg>
            {words.colour[status]}
          </button>
        ))}
      </div>
    </Form>
  );
}

/** The steps that an action can take from where it stands: a button each, or a page that asks why. */
export function MoveButtons({
  id,
  title,
  state,
  back,
  language,
}: {
  id: string;
  title: string;
  state: ActionState;
  back?: string;
  language: Language;
}) {
  return (
    <>
      {stepsFrom(state).map((to) => {
        const words = stepWords(state, to, language);
        return needsReason(state, to) ? (
          <LinkButton small href={moveHref(id, state, to, back)} label={`${words}: ${title}`}>
            {words}
          </LinkButton>
        ) : (
          <form action={`${actionHref(id)}/lage`} method="post">
            <input type="hidden" name="fran" value={state} />
            {back !== undefined && <input type="hidden" name="back" value={back} />}
            <Button small variant="secondary" name="till" value={to} label={`${words}: ${title}`}>
              {words}
            </Button>
          </form>
        );
      })}
    </>
  );
}

function moveHref(id: string, from: ActionState, to: ActionState, back: string | undefined): string {
  const query = new URLSearchParams({ fran: from, till: to, ...(back === undefined ? {} : { back }) });
  return `${actionHref(id)}/lage?${query}`;
}

function stepWords(from: ActionState, to: ActionState, language: Language): string {
  const t = actionWords(language);
  return to === 'ongoing' && from !== 'planned' ? t.reopen : t.step[to];
}

export function StatusHistory({
  tellings,
  people,
  language,
}: {
  tellings: readonly Telling[];
  people: ReadonlyMap<string, string>;
  language: Language;
}) {
  const t = actionPageTexts(language).history;
  return (
    <section aria-labelledby="sa-har-det-gatt">
      <h2 id="sa-har-det-gatt">{t.heading}</h2>
      {tellings.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ol class="telling-list">
          {tellings.map((telling) => (
            <li>
              <TellingView telling={telling} people={people} language={language} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TellingView({
  telling,
  people,
  language,
}: {
  telling: Telling;
  people: ReadonlyMap<string, string>;
  language: Language;
}) {
  const t = actionWords(language);
  const { status, state, comment, toldOn, toldAt, toldBy } = telling;
  return (
    <>
      <p>
        {state !== null && <strong>{actionPageTexts(language).history.moved(t.state[state])} </strong>}
        {status !== null && <StatusWords status={status} language={language} />}{' '}
        <small class="muted">
          {formatDate(toldAt) === toldOn ? formatDateTime(toldAt) : toldOn} ·{' '}
          {(toldBy !== null && people.get(toldBy)) || t.someone}
        </small>
      </p>
      {comment !== '' && <p class="plain-text">{comment}</p>}
    </>
  );
}

function crumbsOf({ id, title }: Pick<ActionRow, 'id' | 'title'>, language: Language) {
  return [
    { href: action.path, label: actionTexts(language).title },
    { href: actionHref(id), label: title },
  ];
}

/** The same form alone on a page, when something must be written before it can be saved. */
export function StatusPage(props: {
  shell: Shell;
  row: ActionRow;
  seen: string;
  back: string;
  comment: string;
  error: string;
}) {
  const { shell, row } = props;
  const { language } = shell;
  return (
    <Page shell={shell} narrow title={actionPageTexts(language).tell.title(row.title)} crumbs={crumbsOf(row, language)}>
      <StatusForm
        id={row.id}
        seen={props.seen}
        back={props.back}
        comment={props.comment}
        errors={[{ field: 'comment', text: props.error }]}
        language={language}
        alone
      />
      <p>
        <a href={props.back}>{actionPageTexts(language).move.back}</a>
      </p>
    </Page>
  );
}

/** Both tellings stand on the page; the person's own is kept as it was written, and can be added after the other. */
export function StatusConflictPage(props: {
  shell: Shell;
  row: ActionRow;
  latest: Telling;
  people: ReadonlyMap<string, string>;
  status: ActionStatus;
  comment: string;
  back: string;
}) {
  const { shell, row, latest, people, status, comment, back } = props;
  const { language } = shell;
  const t = actionPageTexts(language).tell;
  return (
    <Page shell={shell} narrow title={t.conflictTitle} lead={t.conflictLead} crumbs={crumbsOf(row, language)}>
      <h2>{t.theirs}</h2>
      <TellingView telling={latest} people={people} language={language} />
      <h2>{t.mine}</h2>
      <p>
        <StatusWords status={status} language={language} />
      </p>
      {comment !== '' && <p class="plain-text">{comment}</p>}
      <FormActions>
        <Form action={`${actionHref(row.id)}/status`} hidden={{ seen: latest.id, back, comment, status }}>
          <Button>{t.useMine}</Button>
        </Form>
        <LinkButton href={back}>{t.keep}</LinkButton>
      </FormActions>
    </Page>
  );
}

/** Asks why an action is stopped or opened again. */
export function MovePage(props: {
  shell: Shell;
  row: ActionRow;
  from: ActionState;
  to: ActionState;
  reason: string;
  back: string;
  error?: string | undefined;
}) {
  const { shell, row, from, to, reason, back, error } = props;
  const { language } = shell;
  const t = actionPageTexts(language).move;
  const words = stepWords(from, to, language);
  return (
    <Page shell={shell} narrow title={t.title(words, row.title)} crumbs={crumbsOf(row, language)}>
      <Form
        action={`${actionHref(row.id)}/lage`}
        hidden={{ fran: from, till: to, back }}
        errors={error === undefined ? [] : [{ field: 'reason', text: error }]}
      >
        <TextArea name="reason" label={t.reason} value={reason} rows={3} required error={error} />
        <FormActions>
          <Button>{words}</Button>
          <LinkButton href={back}>{to === 'stopped' ? t.cancel : t.back}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export function MoveConflictPage(props: {
  shell: Shell;
  row: ActionRow;
  latest: Telling | undefined;
  people: ReadonlyMap<string, string>;
  from: ActionState;
  to: ActionState;
  reason: string;
  back: string;
}) {
  const { shell, row, latest, people, from, to, reason, back } = props;
  const { language } = shell;
  const t = actionPageTexts(language);
  const words = actionWords(language);
  const now = row.state ?? 'planned';
  const moved = latest?.state === now ? latest : undefined;
  const next: Content = stepsFrom(now).includes(to) && (
    <Form action={`${actionHref(row.id)}/lage`} hidden={{ fran: now, till: to, reason, back }}>
      <Button>{t.move.anyway(words.state[to])}</Button>
    </Form>
  );
  return (
    <Page
      shell={shell}
      narrow
      title={t.tell.conflictTitle}
      lead={
        moved === undefined
          ? t.move.conflictNow(words.state[now])
          : t.move.conflictLead(
              (moved.toldBy !== null && people.get(moved.toldBy)) || words.someone,
              words.state[now],
              formatDateTime(moved.toldAt),
            )
      }
      crumbs={crumbsOf(row, language)}
    >
      {moved !== undefined && moved.comment !== '' && <p class="plain-text">{moved.comment}</p>}
      <p>{t.move.conflictMine(words.state[from], words.state[to])}</p>
      <FormActions>
        {next}
        <LinkButton href={back}>{t.tell.keep}</LinkButton>
      </FormActions>
    </Page>
  );
}
