import type { Language } from '../texts/index.ts';
import {
  Button,
  ConflictView,
  Form,
  FormActions,
  formatDateTime,
  formatNumber,
  LinkButton,
  Page,
  type Shell,
  TextArea,
} from '../ui/index.ts';
import type { CommentDetail, CommentsPart } from './comment.queries.ts';
import { commentPieces } from './comment.rules.ts';
import type { Comment } from './comment.store.ts';
import { commentTexts } from './comment.texts.ts';
import type { Register } from './register.rules.ts';
import type { Row } from './row.store.ts';

export interface CommentForm {
  readonly body: string;
  readonly error: string | undefined;
}

interface CommentsProps {
  readonly register: Register;
  readonly row: Row;
  readonly part: CommentsPart;
  readonly form: CommentForm | undefined;
  readonly personId: string;
  readonly language: Language;
}

export function Comments({ register, row, part, form, personId, language }: CommentsProps) {
  const t = commentTexts(language);
  const here = `${register.path}/${row.id}`;
  const { comments, total } = part;
  return (
    <section class="comments" id="kommentarer">
      <h2>{t.title}</h2>
      {total > comments.length && (
        <p class="way-on">
          <a href={`${here}?kommentarer=alla#kommentarer`}>{t.earlier(formatNumber(total, language))}</a>
        </p>
      )}
      {comments.length > 0 && (
        <ol class="comment-list">
          {comments.map((comment) => (
            <li id={`kommentar-${comment.id}`}>
              <OneComment
                comment={comment}
                here={`${here}/kommentarer/${comment.id}`}
                people={part.people}
                own={comment.createdBy === personId}
                language={language}
              />
            </li>
          ))}
        </ol>
      )}
      <Form
        action={`${here}/kommentarer`}
        id="kommentera"
        keep
        label={t.write}
        errors={form?.error === undefined ? [] : [{ field: 'comment', text: form.error }]}
      >
        <BodyField value={form?.body ?? ''} error={form?.error} label={t.write} language={language} />
        <Button variant="secondary">{t.add}</Button>
      </Form>
    </section>
  );
}

function BodyField(props: { value: string; error: string | undefined; label: string; language: Language }) {
  const { language, ...rest } = props;
  return (
    <look-up src="/uppslag/person" after="@">
      <TextArea {...rest} name="comment" help={commentTexts(language).help} rows={3} required />
    </look-up>
  );
}

interface OneCommentProps {
  readonly comment: Comment;
  readonly here: string;
  readonly people: ReadonlyMap<string, string>;
  readonly own: boolean;
  readonly language: Language;
}

function OneComment({ comment, here, people, own, language }: OneCommentProps) {
  const t = commentTexts(language);
  const when = formatDateTime(comment.createdAt);
  if (!comment.active) {
    return (
      <form action={`${here}/ta-tillbaka`} method="post" class="comment-top">
        <span>{t.removedOne(when)}</span>
        <Button variant="quiet" small label={t.takeBackLabel(when)}>
          {t.takeBack}
        </Button>
      </form>
    );
  }
  const changed = comment.changedAt.getTime() > comment.createdAt.getTime();
  return (
    <>
      <div class="comment-top">
        <span>
          <strong>{(comment.createdBy !== null && people.get(comment.createdBy)) || t.someone}</strong> · {when}
          {changed && (
            <>
              {' · '}
              <a href={here}>{t.changedAt(formatDateTime(comment.changedAt))}</a>
            </>
          )}
        </span>
        {own && (
          <div class="comment-acts">
            <a href={here} aria-label={t.editLabel(when)}>
              {t.edit}
            </a>
            <form action={`${here}/ta-bort`} method="post">
              <Button variant="quiet" small label={t.removeLabel(when)}>
                {t.remove}
              </Button>
            </form>
          </div>
        )}
      </div>
      <CommentBody body={comment.body} names={namesOf(comment, people)} />
    </>
  );
}

/** How each named person may be written: the name alone, or with what follows it. */
function namesOf({ mentioned }: Comment, people: ReadonlyMap<string, string>): readonly string[] {
  return mentioned.flatMap((id) => {
    const label = people.get(id);
    return label === undefined ? [] : [label, label.split(', ')[0]!];
  });
}

function CommentBody({ body, names }: { body: string; names: readonly string[] }) {
  return (
    <div class="comment-body">
      {commentPieces(body, names).map((pieces) => (
        <p>
          {pieces.map((piece) => {
            if (piece.kind === 'break') return <br />;
            if (piece.kind === 'mention') return <strong>{piece.words}</strong>;
            if (piece.kind === 'text') return <>{piece.words}</>;
            return (
              <a href={piece.words} rel="noreferrer">
                {piece.words}
              </a>
            );
          })}
        </p>
      ))}
    </div>
  );
}

export interface CommentPageProps {
  readonly shell: Shell;
  readonly register: Register;
  readonly row: Row;
  readonly detail: CommentDetail;
  /** For whoever wrote it. */
  readonly form: CommentForm | undefined;
}

/** One comment: changed by whoever wrote it, and for all what it said before. */
export function CommentPage({ shell, register, row, detail, form }: CommentPageProps) {
  const { language } = shell;
  const t = commentTexts(language);
  const { comment, people, earlier } = detail;
  const back = `${register.path}/${row.id}#kommentar-${comment.id}`;
  const names = namesOf(comment, people);
  return (
    <Page shell={shell} narrow title={t.page} crumbs={crumbsTo(register, row, language)}>
      {form === undefined ? (
        <CommentBody body={comment.body} names={names} />
      ) : (
        <Form
          action={`${register.path}/${row.id}/kommentarer/${comment.id}`}
          id="kommentar"
          keep
          hidden={{ version: comment.version }}
          errors={form.error === undefined ? [] : [{ field: 'comment', text: form.error }]}
        >
          <BodyField value={form.body} error={form.error} label={t.body} language={language} />
          <FormActions>
            <Button>{t.save}</Button>
            <LinkButton href={back}>{t.cancel}</LinkButton>
          </FormActions>
        </Form>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t.history}</h2>
          <ol class="comment-list">
            {earlier.map(({ at, body }) => (
              <li>
                <p class="muted">{t.changedAt(formatDateTime(at))}</p>
                <CommentBody body={body} names={names} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}

export function CommentConflictPage(props: {
  shell: Shell;
  register: Register;
  row: Row;
  theirs: Comment;
  mine: string;
}) {
  const { shell, register, row, theirs, mine } = props;
  const t = commentTexts(shell.language);
  return (
    <Page shell={shell} title={t.conflict} crumbs={crumbsTo(register, row, shell.language)}>
      <ConflictView
        action={`${register.path}/${row.id}/kommentarer/${theirs.id}`}
        version={theirs.version}
        fields={[{ name: 'comment', label: t.body, mine, theirs: theirs.body }]}
      />
    </Page>
  );
}

function crumbsTo(register: Register, row: Row, language: Language) {
  return [
    { href: register.path, label: register.texts(language).title },
    { href: `${register.path}/${row.id}`, label: String(row[register.heads]) },
  ];
}
