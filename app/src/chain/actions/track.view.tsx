import {
  Button,
  type Content,
  type Crumb,
  errorFor,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  Radios,
  type Shell,
  TextArea,
} from '../../foundation/ui/index.ts';
import { changeKinds, tracks } from './proposal.rules.ts';
import { proposalPageTexts } from './proposal-page.texts.ts';
import { changesWords } from './proposal-page.view.tsx';
import { changesOf, isAgainstAdvice, type TrackFault, type TrackForm, trackAdvice } from './track.rules.ts';

export interface TrackPageProps {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly form: TrackForm;
  readonly faults: readonly TrackFault[];
  readonly mayChange: boolean;
  /** Somebody else has saved since the form was opened. */
  readonly conflict: boolean;
  readonly tabs: Content;
  readonly crumbs: readonly Crumb[];
}

export function TrackPage(props: TrackPageProps) {
  const { shell, form, id, conflict } = props;
  const { language } = shell;
  const t = proposalPageTexts(language).track;
  const errors = props.faults.map(({ field, reason }) => ({
    field,
    text:
      field in t.questions ? `${t.questions[field as keyof typeof t.questions]} ${t.faults[reason]}` : t.faults[reason],
  }));
  const changes = changesOf(form.answers);
  const answered = changeKinds.every((kind) => form.answers[kind] !== undefined);
  const advice = !answered
    ? t.advice.none
    : trackAdvice(changes) === 'political'
      ? t.advice.political(changesWords(changes, language))
      : t.advice.operational;
  const answer = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'ja' : 'nej');
  return (
    <Page shell={shell} title={t.title(props.title)} lead={advice} crumbs={props.crumbs}>
      {props.tabs}
      {conflict && (
        <Notice kind="warning">
          <p>{t.conflict}</p>
        </Notice>
      )}
      {props.faults.length === 0 && !conflict && isAgainstAdvice(form.track ?? null, changes) && (
        <Notice kind="warning">
          <p>{t.against}</p>
        </Notice>
      )}
      <p>{t.lead}</p>
      <p class="muted">{t.law}</p>
      <Form
        action={`/forslag/${id}/beslutsvag`}
        id={`beslutsvag-${id}`}
        keep
        errors={errors}
        hidden={{ version: props.version }}
      >
        {changeKinds.map((kind) => (
          <Radios
            name={kind}
            label={t.questions[kind]}
            help={t.help[kind]}
            required
            inline
            value={answer(form.answers[kind])}
            error={errorFor(errors, kind)}
            options={[
              { value: 'ja', label: t.yes },
              { value: 'nej', label: t.no },
            ]}
          />
        ))}
        <Radios
          name="track"
          label={t.choose}
          required
          value={form.track}
          error={errorFor(errors, 'track')}
          options={tracks.map((value) => ({ value, label: t.tracks[value] }))}
        />
        <TextArea
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          plain
          value={form.reason}
          error={errorFor(errors, 'reason')}
          rows={3}
        />
        {props.mayChange && (
          <FormActions>
            <Button>{t.save}</Button>
            <LinkButton href={`/forslag/${id}`}>{t.cancel}</LinkButton>
          </FormActions>
        )}
      </Form>
    </Page>
  );
}
