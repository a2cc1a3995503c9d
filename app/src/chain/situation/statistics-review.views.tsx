import type { FigureFlag } from '@samband/analysis';
import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  ConflictView,
  type Crumb,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  formatDateTime,
  LinkButton,
  Page,
  Radios,
  type Shell,
  Tag,
  TextArea,
  TextField,
} from '../../foundation/ui/index.ts';
import { flagText } from './flag.texts.ts';
import type { SavedReview } from './statistics-review.queries.ts';
import {
  countAnswers,
  noteOf,
  type ReviewField,
  type ReviewItem,
  type ReviewValues,
  reviewAnswers,
  reviewFields,
  reviewItems,
} from './statistics-review.rules.ts';
import { texts } from './statistics-review.texts.ts';

/** Which question each remark of the analysis belongs to. */
const itemOfFlag: Readonly<Record<FigureFlag['code'], ReviewItem>> = {
  olderYear: 'reporting',
  preliminary: 'reporting',
  notYetPublished: 'reporting',
  fewReporting: 'reporting',
  smallNumbers: 'smallNumbers',
  smallGroup: 'fairComparison',
  volatile: 'chance',
  breakInSeries: 'seriesBreak',
  gapsInSeries: 'seriesBreak',
};

function seen(item: ReviewItem, flags: readonly FigureFlag[], language: Language): string {
  const said = flags.filter(({ code }) => itemOfFlag[code] === item).map((flag) => flagText(flag, language));
  return said.length === 0 ? '' : ` ${texts(language).seen(said.join(', '))}`;
}

export interface ReviewSectionProps {
  readonly saved: SavedReview | undefined;
  readonly formHref: string;
  readonly mayWrite: boolean;
  readonly language: Language;
}

/** On the key figure's page: what has been answered, by whom and when. */
export function ReviewSection({ saved, formHref, mayWrite, language }: ReviewSectionProps) {
  const t = texts(language);
  return (
    <section aria-labelledby="granskning">
      <h2 id="granskning">{t.title}</h2>
      {saved === undefined ? <p>{t.none}</p> : <Answered {...saved} language={language} />}
      {mayWrite && (
        <p>
          <LinkButton href={formHref}>{saved === undefined ? t.start : t.change}</LinkButton>
        </p>
      )}
    </section>
  );
}

function Answered({ row, changedBy, language }: SavedReview & { readonly language: Language }) {
  const t = texts(language);
  const counts = countAnswers(row);
  const answered = reviewItems.filter((item) => row.answers[item] !== undefined);
  return (
    <>
      <p>
        {t.counts(counts.ok, counts.investigate, counts.notApplicable, counts.unanswered)}{' '}
        <span class="muted">{t.done(formatDateTime(row.changed_at), changedBy)}</span>
      </p>
      {row.note !== '' && <p class="plain-text">{row.note}</p>}
      {answered.length > 0 && (
        <DataTable
          caption={t.caption}
          quietCaption
          rows={answered}
          columns={[
            { key: 'question', label: t.question, heads: true, cell: (item) => t.items[item] },
            {
              key: 'answer',
              label: t.answer,
              cell: (item) => {
                const answer = row.answers[item]?.answer || 'unanswered';
                return <Tag tone={answer === 'investigate' ? 'warning' : 'neutral'}>{t.answers[answer]}</Tag>;
              },
            },
            {
              key: 'note',
              label: t.itemNote,
              cell: (item) => <span class="plain-text">{row.answers[item]?.note}</span>,
            },
          ]}
        />
      )}
    </>
  );
}

export interface ReviewFormProps {
  readonly shell: Shell;
  readonly crumbs: readonly Crumb[];
  /** The key figure, municipality and year in words. */
  readonly about: string;
  readonly action: string;
  readonly back: string;
  readonly values: ReviewValues;
  readonly version: number;
  readonly flags: readonly FigureFlag[];
  readonly faults: readonly { readonly field: ReviewField; readonly text: string }[];
}

export function ReviewFormPage(props: ReviewFormProps) {
  const { shell, values, flags } = props;
  const { language } = shell;
  const t = texts(language);
  const errors: readonly FieldError[] = props.faults;
  return (
    <Page shell={shell} narrow title={t.title} crumbs={props.crumbs} lead={t.lead}>
      <p>
        <strong>{props.about}</strong>
      </p>
      <Form
        action={props.action}
        id={`granskning-${props.action.replace(/[^\w]+/g, '-')}`}
        keep
        errors={errors}
        hidden={{ version: props.version }}
      >
        {reviewItems.map((item, at) => (
          <>
            <Radios
              name={item}
              label={t.numbered(at + 1, t.items[item])}
              help={t.help[item] + seen(item, flags, language)}
              error={errorFor(errors, item)}
              value={values[item]}
              plain
              inline
              options={[
                ...reviewAnswers.map((answer) => ({ value: answer, label: t.answers[answer] })),
                { value: '', label: t.answers.unanswered },
              ]}
            />
            <TextField
              name={noteOf(item)}
              label={t.itemNoteTo(at + 1)}
              value={values[noteOf(item)]}
              error={errorFor(errors, noteOf(item))}
              plain
            />
          </>
        ))}
        <TextArea name="note" label={t.note} help={t.noteHelp} value={values.note} error={errorFor(errors, 'note')} />
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={props.back}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}

export interface ReviewConflictProps {
  readonly shell: Shell;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly version: number;
  readonly mine: ReviewValues;
  readonly theirs: ReviewValues;
  readonly base: ReviewValues | undefined;
}

export function ReviewConflictPage(props: ReviewConflictProps) {
  const { shell, mine, theirs, base } = props;
  const t = texts(shell.language);
  const isAnswer = (field: ReviewField): field is ReviewItem => reviewItems.some((item) => item === field);
  const label = (field: ReviewField): string => {
    if (field === 'note') return t.note;
    return isAnswer(field) ? t.items[field] : t.itemNoteLabel(t.items[field.slice(0, -'Note'.length) as ReviewItem]);
  };
  const show = (value: string) => t.answers[reviewAnswers.find((answer) => answer === value) ?? 'unanswered'];
  return (
    <Page shell={shell} title={t.conflict} crumbs={props.crumbs}>
      <ConflictView
        action={props.action}
        version={props.version}
        fields={reviewFields.map((field) => ({
          name: field,
          label: label(field),
          mine: mine[field],
          theirs: theirs[field],
          base: base?.[field],
          ...(isAnswer(field) ? { show } : {}),
        }))}
      />
    </Page>
  );
}
