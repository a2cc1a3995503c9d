import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  errorFor,
  type FieldError,
  Form,
  FormActions,
  FormRow,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { actionPageTexts } from './action-page.texts.ts';
import { isMissed, type Milestone, type MilestoneFault, type MilestoneForm } from './milestone.rules.ts';
import { actionHref } from './status.view.tsx';

interface MilestoneProps {
  readonly milestones: readonly Milestone[];
  readonly actionId: string;
  readonly mayTell: boolean;
  readonly today: string;
  readonly language: Language;
}

export function Milestones(props: MilestoneProps) {
  const { milestones, actionId, mayTell, language } = props;
  const t = actionPageTexts(language).milestones;
  const shown = milestones.filter(({ active }) => active);
  const removed = milestones.filter(({ active }) => !active);
  const reached = shown.filter(({ reachedOn }) => reachedOn !== null).length;
  return (
    <section id="delmal" aria-labelledby="delmal-rubrik">
      <h2 id="delmal-rubrik">{t.heading}</h2>
      {shown.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <>
          <p class="muted">{t.count(formatNumber(reached, language), formatNumber(shown.length, language))}</p>
          <ol class="milestone-list">
            {shown.map((milestone, index) => (
              <MilestoneRow {...props} milestone={milestone} first={index === 0} last={index === shown.length - 1} />
            ))}
          </ol>
        </>
      )}
      {mayTell && <MilestoneAdd actionId={actionId} language={language} />}
      {mayTell && removed.length > 0 && (
        <details class="more-filters">
          <summary>{t.removedOnes(removed.length)}</summary>
          <ul class="milestone-list">
            {removed.map((milestone) => (
              <li>
                <span>{milestone.title}</span>
                <Act milestone={milestone} to="ta-tillbaka" words={t.restore} label={t.restoreLabel(milestone.title)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function MilestoneRow(props: MilestoneProps & { milestone: Milestone; first: boolean; last: boolean }) {
  const { milestone, mayTell, today, language, first, last } = props;
  const t = actionPageTexts(language).milestones;
  const { id, action: actionId, title, due, reachedOn } = milestone;
  return (
    <li class={reachedOn === null ? '' : 'is-reached'}>
      <span>
        <svg class="milestone-sign" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
          <path d="M7 1l6 6l-6 6l-6-6z" />
        </svg>{' '}
        {title}{' '}
        <small class={isMissed(milestone, today) ? 'late' : 'muted'}>
          {reachedOn !== null ? t.reached(reachedOn) : isMissed(milestone, today) ? `${due}, ${t.missed}` : due}
        </small>
      </span>
      {mayTell && (
        <div class="milestone-acts">
          {reachedOn === null ? (
            <Act milestone={milestone} to="nadd" value="ja" words={t.reach} label={t.reachLabel(title)} />
          ) : (
            <Act milestone={milestone} to="nadd" value="nej" words={t.unreach} label={t.unreachLabel(title)} />
          )}
          {!first && <Act milestone={milestone} to="flytta" value="upp" words={t.up} label={t.upLabel(title)} />}
          {!last && <Act milestone={milestone} to="flytta" value="ned" words={t.down} label={t.downLabel(title)} />}
          <LinkButton small variant="quiet" href={`${actionHref(actionId)}/delmal/${id}`} label={t.changeLabel(title)}>
            {t.change}
          </LinkButton>
          <Act milestone={milestone} to="ta-bort" words={t.remove} label={t.removeLabel(title)} />
        </div>
      )}
    </li>
  );
}

/** One thing done to one milestone, at the version that is seen. */
export function Act(props: {
  milestone: Milestone;
  to: 'nadd' | 'flytta' | 'ta-bort' | 'ta-tillbaka';
  value?: string;
  words: string;
  label: string;
  back?: string;
}) {
  const { milestone, to, value = 'ja', words, label, back } = props;
  return (
    <form action={`${actionHref(milestone.action)}/delmal/${milestone.id}/${to}`} method="post">
      <input type="hidden" name="version" value={String(milestone.version)} />
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      <Button small variant={to === 'nadd' ? 'secondary' : 'quiet'} name="gor" value={value} label={label}>
        {words}
      </Button>
    </form>
  );
}

function MilestoneAdd({ actionId, language }: { actionId: string; language: Language }) {
  const t = actionPageTexts(language).milestones;
  return (
    <Form action={`${actionHref(actionId)}/delmal`} label={t.add}>
      <FormRow actions={<Button variant="secondary">{t.add}</Button>}>
        <TextField name="title" label={t.title} maxlength={200} plain />
        <TextField name="due" label={t.due} type="date" plain />
      </FormRow>
    </Form>
  );
}

export interface MilestonePageProps {
  readonly shell: Shell;
  readonly row: { readonly id: string; readonly title: string };
  readonly milestone?: Milestone | undefined;
  readonly form: MilestoneForm;
  readonly faults?: readonly MilestoneFault[];
  /** Somebody else saved: how it stands now. */
  readonly theirs?: Milestone | undefined;
}

/** One milestone on a page of its own: to change it, or because what was written needs something more. */
export function MilestonePage({ shell, row, milestone, form, faults = [], theirs }: MilestonePageProps) {
  const { language } = shell;
  const t = actionPageTexts(language).milestones;
  const errors: readonly FieldError[] = faults.map(({ field, reason }) => ({ field, text: t.fault[reason] }));
  const now = theirs ?? milestone;
  return (
    <Page
      shell={shell}
      narrow
      title={milestone === undefined ? t.newTitle : t.changeTitle}
      crumbs={[
        { href: action.path, label: actionTexts(language).title },
        { href: actionHref(row.id), label: row.title },
      ]}
    >
      {theirs !== undefined && (
        <Notice kind="warning">
          <p>{t.conflict}</p>
          <p>
            <strong>{theirs.title}</strong> {theirs.due} {theirs.reachedOn !== null && t.reached(theirs.reachedOn)}
          </p>
        </Notice>
      )}
      <Form
        action={`${actionHref(row.id)}/delmal${now === undefined ? '' : `/${now.id}`}`}
        errors={errors}
        hidden={now === undefined ? {} : { version: now.version }}
      >
        <TextField
          name="title"
          label={t.title}
          value={form.title}
          maxlength={200}
          required
          error={errorFor(errors, 'title')}
        />
        <TextField name="due" label={t.due} type="date" value={form.due} size={12} error={errorFor(errors, 'due')} />
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href={`${actionHref(row.id)}#delmal`}>{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
