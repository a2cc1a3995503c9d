import type { Language } from '../../foundation/texts/index.ts';
import { Button, Form, formatDate, Page, type Shell, TextArea } from '../../foundation/ui/index.ts';
import type { AnswerConflicts } from './guidance.commands.ts';
import type { Documentation, Guidance, GuidedQuestion } from './guidance.queries.ts';
import { phaseHref, phaseSlugs, workHref } from './phase.rules.ts';
import { questionTexts } from './question.texts.ts';
import { texts } from './texts.ts';

export interface GuidancePanelProps {
  readonly guidance: Guidance;
  /** The page that it stands on: where one comes back after saving or hiding. */
  readonly back: string;
  readonly language: Language;
  /** Folded: for questions that stand below others. */
  readonly folded?: boolean;
}

/** The questions of the phase, beside the work. Whoever would rather be without them hides them, and they stay hidden. */
export function GuidancePanel({ guidance, back, language, folded = false }: GuidancePanelProps) {
  const t = texts(language);
  const { phase, questions, hidden } = guidance;
  const { title } = questionTexts(language)[phase];
  if (hidden) {
    return folded ? null : (
      <aside class="guidance is-hidden" aria-label={title}>
        <HideForm hide={false} back={back} language={language} />
      </aside>
    );
  }
  const answered = questions.filter(({ answer }) => answer !== '').length;
  return (
    <aside class="guidance" aria-labelledby={`vagledning-${phase}`}>
      <details open={!folded}>
        <summary>
          <h2 id={`vagledning-${phase}`}>{title}</h2>
          <span class="muted">{t.answered(answered, questions.length)}</span>
        </summary>
        <AnswerForm guidance={guidance} back={back} language={language} conflicts={new Map()} />
        <div class="guidance-foot">
          <a href={documentationHref(guidance.focusArea)}>{t.documentation}</a>
          <HideForm hide back={back} language={language} />
        </div>
      </details>
    </aside>
  );
}

export function documentationHref(focusArea: string | null): string {
  return focusArea === null ? '/vagledning' : `/vagledning?fokus=${focusArea}`;
}

function HideForm({ hide, back, language }: { hide: boolean; back: string; language: Language }) {
  const t = texts(language);
  return (
    <Form action="/vagledning/panel" hidden={{ dold: hide ? 'ja' : 'nej', back }}>
      <Button variant="quiet" small>
        {hide ? t.hide : t.show}
      </Button>
    </Form>
  );
}

interface AnswerFormProps extends GuidancePanelProps {
  readonly conflicts: AnswerConflicts;
}

export function AnswerForm({ guidance, back, language, conflicts }: AnswerFormProps) {
  const t = texts(language);
  const { phase, focusArea, questions, mayAnswer } = guidance;
  if (!mayAnswer) return <Answers questions={questions} language={language} />;
  return (
    <Form
      action={`/vagledning/${phaseSlugs[phase]}`}
      id={`vagledning-${phaseSlugs[phase]}`}
      keep
      hidden={{ back, fokus: focusArea ?? '' }}
    >
      <p class="field-help">{t.help}</p>
      {questions.map(({ code, wording, answer, version }) => {
        const theirs = conflicts.get(code);
        return (
          <>
            {theirs !== undefined && (
              <p class="notice is-warning">
                {t.theirs} <q>{theirs.answer}</q>
              </p>
            )}
            <TextArea
              id={`${phase}-${code}`}
              name={`svar-${code}`}
              label={wording}
              value={answer}
              rows={2}
              maxlength={20_000}
              plain
            />
            <input type="hidden" name={`version-${code}`} value={String(theirs?.version ?? version)} />
          </>
        );
      })}
      <Button variant="secondary">{t.save}</Button>
    </Form>
  );
}

function Answers({ questions, language }: { questions: readonly GuidedQuestion[]; language: Language }) {
  return (
    <dl class="guidance-answers">
      {questions.map(({ wording, answer }) => (
        <div>
          <dt>{wording}</dt>
          <dd>
            {answer === '' ? (
              <em class="muted">{texts(language).noAnswer}</em>
            ) : (
              <span class="plain-text">{answer}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface PhasePageProps {
  readonly shell: Shell;
  readonly guidance: Guidance;
  readonly focus: NamedFocus | undefined;
}

/** The questions of one phase by themselves, for whoever would rather answer all at once. */
export function PhasePage({ shell, guidance, focus }: PhasePageProps) {
  const { language } = shell;
  const back = documentationHref(guidance.focusArea);
  return (
    <Page
      shell={shell}
      narrow
      title={questionTexts(language)[guidance.phase].title}
      crumbs={[
        ...(focus === undefined ? [] : [{ href: focus.href, label: focus.title }]),
        { href: back, label: texts(language).title },
      ]}
    >
      <p class="way-on">
        <a href={workHref(guidance.phase, guidance.focusArea)}>{texts(language).work[guidance.phase]}</a>
      </p>
      <AnswerForm guidance={guidance} back={back} language={language} conflicts={new Map()} />
    </Page>
  );
}

export interface GuidanceConflictProps extends AnswerFormProps {
  readonly shell: Shell;
}

/** What this person wrote stands in the form; what was saved meanwhile stands above each. */
export function GuidanceConflictPage(props: GuidanceConflictProps) {
  const { shell, guidance, language } = props;
  return (
    <Page
      shell={shell}
      narrow
      title={questionTexts(language)[guidance.phase].title}
      lead={texts(language).conflict}
      crumbs={[{ href: props.back, label: texts(language).title }]}
    >
      <AnswerForm {...props} />
    </Page>
  );
}

export interface DocumentationPageProps {
  readonly shell: Shell;
  readonly documentation: Documentation;
  /** The focus area's title and address; undefined for what holds for the whole municipality. */
  readonly focus: NamedFocus | undefined;
  readonly mayAnswer: boolean;
}

export interface NamedFocus {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

export function DocumentationPage({ shell, documentation, focus, mayAnswer }: DocumentationPageProps) {
  const { language } = shell;
  const t = texts(language);
  const all = documentation.phases.flatMap(({ questions }) => questions);
  return (
    <Page
      shell={shell}
      narrow
      title={focus === undefined ? t.title : t.titleOf(focus.title)}
      lead={t.lead(all.filter(({ answer }) => answer !== '').length)}
      crumbs={focus === undefined ? [] : [{ href: focus.href, label: focus.title }]}
    >
      {documentation.phases.map(({ phase, questions }) => (
        <section>
          <h2>{questionTexts(language)[phase].title}</h2>
          <p class="way-on">
            <a href={workHref(phase, focus?.id ?? null)}>{t.work[phase]}</a>
            {mayAnswer && (
              <>
                {' · '}
                <a href={phaseHref(phase, focus?.id ?? null)}>
                  {t.answer}
                  <span class="unseen"> {questionTexts(language)[phase].title}</span>
                </a>
              </>
            )}
          </p>
          <dl class="guidance-answers">
            {questions.map((question) => (
              <div>
                <dt>{question.wording}</dt>
                <dd>
                  {question.answer === '' ? (
                    <em class="muted">{t.noAnswer}</em>
                  ) : (
                    <>
                      <span class="plain-text">{question.answer}</span>
                      <small class="muted">
                        {question.changedAt !== undefined &&
                          t.changed(
                            formatDate(question.changedAt),
                            documentation.people.get(question.changedBy ?? '') ?? t.someone,
                          )}
                      </small>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
