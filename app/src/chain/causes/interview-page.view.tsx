import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  type Column,
  DataTable,
  errorFor,
  type FieldError,
  Form,
  LinkButton,
  Page,
  Radios,
  Select,
  type Shell,
  TextArea,
} from '../../foundation/ui/index.ts';
import { analysisTexts } from './analysis.texts.ts';
import { analysisHref } from './analysis-address.rules.ts';
import type { CodedPassage, InterviewConflicts } from './interview.commands.ts';
import type { InterviewPage, InterviewsPage } from './interview-page.queries.ts';
import { interviewPageTexts } from './interview-page.texts.ts';
import { countPassages } from './passage.rules.ts';
import type { CauseRow, InterviewRow } from './rows.queries.ts';

const path = '/orsaker/intervjuer';

export interface InterviewsPageProps {
  readonly shell: Shell;
  readonly page: InterviewsPage;
  readonly mayWrite: boolean;
}

/** All interviews of a focus area, and what each role says about the causes. */
export function InterviewsListPage({ shell, page, mayWrite }: InterviewsPageProps) {
  const { language } = shell;
  const t = interviewPageTexts(language);
  const { focus, interviews, passages, causes } = page;
  const counts = countPassages(interviews, passages);
  const coded = causes.filter(({ id }) => counts.of(id).all > 0);
  return (
    <Page
      shell={shell}
      title={t.title(focus.title)}
      lead={t.lead(interviews.length, counts.roles.length, passages.length, coded.length)}
      crumbs={[
        { href: `/fokus/${focus.id}`, label: focus.title },
        { href: analysisHref(focus.id), label: analysisTexts(language).navigation },
      ]}
      actions={
        <>
          {mayWrite && (
            <LinkButton href={`${path}/ny?focusArea=${focus.id}`} variant="primary">
              {t.create}
            </LinkButton>
          )}
          <LinkButton href="/orsaker/guider">{t.guides}</LinkButton>
        </>
      }
    >
      {interviews.length > 0 && (
        <DataTable
          caption={t.list}
          rows={interviews}
          columns={[
            {
              key: 'role',
              label: t.columns.role,
              cell: ({ id, respondentRole }) => <a href={`${path}/${id}`}>{respondentRole}</a>,
            },
            { key: 'held', label: t.columns.held, cell: ({ heldOn }) => heldOn ?? '–' },
            {
              key: 'unit',
              label: t.columns.unit,
              cell: ({ unit }) => (unit === null ? '–' : (page.unitNames.get(unit) ?? '–')),
            },
            {
              key: 'passages',
              label: t.columns.passages,
              kind: 'number',
              cell: ({ id }) => passages.filter((one) => one.interview === id).length,
            },
          ]}
        />
      )}
      {coded.length > 0 && (
        <section>
          <h2>{t.counts.heading}</h2>
          <p class="field-help">{t.counts.help}</p>
          <DataTable
            caption={t.counts.heading}
            quietCaption
            rows={coded}
            columns={countColumns(interviews, counts, language)}
          />
        </section>
      )}
    </Page>
  );
}

function countColumns(
  interviews: readonly InterviewRow[],
  counts: ReturnType<typeof countPassages>,
  language: Language,
): readonly Column<CauseRow>[] {
  const t = interviewPageTexts(language).counts;
  const column = (key: string, label: string, role?: string): Column<CauseRow> => ({
    key,
    label,
    kind: 'number',
    cell: ({ id }) => {
      const { all, against } = counts.of(id, role);
      return t.cell(all, against);
    },
  });
  return [
    {
      key: 'cause',
      label: t.cause,
      heads: true,
      cell: ({ id, title }) => <a href={`/orsaker/orsak/${id}`}>{title}</a>,
    },
    ...counts.roles.map((role, index) => column(`role-${index}`, role, role)),
    ...(interviews.length > 1 ? [column('all', t.all)] : []),
  ];
}

export function InterviewLead({ page, language }: { page: InterviewPage; language: Language }) {
  const t = interviewPageTexts(language).answers;
  const answered = page.questions.filter(({ note }) => note !== '').length;
  return (
    <p>
      {t.answered(answered, page.questions.length)} {t.passages(page.passages.length)}
    </p>
  );
}

export interface InterviewBelowProps {
  readonly page: InterviewPage;
  readonly mayWrite: boolean;
  readonly language: Language;
}

export function InterviewBelow({ page, mayWrite, language }: InterviewBelowProps) {
  const t = interviewPageTexts(language);
  if (!mayWrite) {
    return (
      <section>
        <h2>{t.answers.heading}</h2>
        <dl class="guidance-answers">
          {page.questions.map(({ question, note }) => (
            <div>
              <dt>{question}</dt>
              <dd>{note === '' ? <em class="muted">{t.answers.none}</em> : <span class="plain-text">{note}</span>}</dd>
            </div>
          ))}
        </dl>
        <CodedPassages page={page} language={language} />
      </section>
    );
  }
  return (
    <passage-picker>
      <div class="interview-work">
        <section>
          <h2>{t.answers.heading}</h2>
          <AnswersForm page={page} conflicts={new Map()} language={language} />
        </section>
        <section class="interview-coding">
          <h2>{t.coding.heading}</h2>
          <CodingForm page={page} coded={emptyCoding} errors={[]} language={language} />
          <CodedPassages page={page} language={language} />
        </section>
      </div>
    </passage-picker>
  );
}

export const emptyCoding: CodedPassage = { passage: '', cause: '', stance: 'supports', strength: '' };

export function AnswersForm({
  page,
  conflicts,
  language,
}: {
  page: InterviewPage;
  conflicts: InterviewConflicts;
  language: Language;
}) {
  const t = interviewPageTexts(language).answers;
  return (
    <Form action={`${path}/${page.row.id}/svar`} id={`intervju-${page.row.id}`} keep>
      <p class="field-help">{t.help}</p>
      {page.questions.map(({ place, question, note, version }) => {
        const theirs = conflicts.get(place);
        return (
          <>
            {theirs !== undefined && (
              <p class="notice is-warning">
                {t.theirs} <q>{theirs.note}</q>
              </p>
            )}
            <TextArea name={`svar-${place}`} label={question} value={note} rows={3} maxlength={20_000} plain />
            <input type="hidden" name={`fraga-${place}`} value={question} />
            <input type="hidden" name={`version-${place}`} value={String(theirs?.version ?? version)} />
          </>
        );
      })}
      <Button>{t.save}</Button>
    </Form>
  );
}

export function CodingForm({
  page,
  coded,
  errors,
  language,
}: {
  page: InterviewPage;
  coded: CodedPassage;
  errors: readonly FieldError[];
  language: Language;
}) {
  const t = interviewPageTexts(language).coding;
  const options = page.groups.flatMap(({ problem, causes }) =>
    causes.map(({ id, title }) => ({ value: id, label: title, group: problem.title })),
  );
  if (options.length === 0) return <p>{t.noCauses}</p>;
  return (
    <Form action={`${path}/${page.row.id}/koda`} id={`koda-${page.row.id}`} errors={errors}>
      <TextArea
        name="title"
        label={t.passage}
        help={t.help}
        value={coded.passage}
        rows={4}
        maxlength={2000}
        required
        error={errorFor(errors, 'title')}
      />
      <Select
        name="cause"
        label={t.cause}
        placeholder={t.chooseCause}
        options={options}
        value={coded.cause}
        required
        error={errorFor(errors, 'cause')}
      />
      <Radios
        name="stance"
        label={t.stance}
        value={coded.stance}
        inline
        plain
        options={[
          { value: 'supports', label: t.supports },
          { value: 'contradicts', label: t.contradicts },
        ]}
      />
      <Select
        name="strength"
        label={t.strength}
        value={coded.strength}
        placeholder={t.notJudged}
        plain
        options={(['1', '2', '3'] as const).map((value) => ({ value, label: t.strengths[`s${value}`] }))}
      />
      <Button variant="secondary">{t.save}</Button>
    </Form>
  );
}

function CodedPassages({ page, language }: { page: InterviewPage; language: Language }) {
  const t = interviewPageTexts(language).coding;
  if (page.passages.length === 0) return null;
  const titles = new Map(page.groups.flatMap(({ causes }) => causes.map(({ id, title }) => [id, title] as const)));
  return (
    <DataTable
      caption={t.coded}
      rows={page.passages}
      columns={[
        {
          key: 'passage',
          label: t.passage,
          cell: ({ id, title }) => <a href={`/orsaker/underlag/${id}`}>{title}</a>,
        },
        {
          key: 'cause',
          label: t.cause,
          cell: ({ cause }) => <a href={`/orsaker/orsak/${cause}`}>{titles.get(cause ?? '') ?? '–'}</a>,
        },
        { key: 'stance', label: t.speaks, cell: ({ stance }) => (stance === null ? '' : t[stance]) },
      ]}
    />
  );
}

export interface InterviewFormPageProps {
  readonly shell: Shell;
  readonly page: InterviewPage;
}

export function AnswersConflictPage({
  shell,
  page,
  conflicts,
}: InterviewFormPageProps & { readonly conflicts: InterviewConflicts }) {
  const { language } = shell;
  return (
    <Page
      shell={shell}
      narrow
      title={page.row.respondentRole}
      lead={interviewPageTexts(language).answers.conflict}
      crumbs={[{ href: `${path}/${page.row.id}`, label: page.row.respondentRole }]}
    >
      <AnswersForm page={page} conflicts={conflicts} language={language} />
    </Page>
  );
}

export function CodingPage({
  shell,
  page,
  coded,
  errors,
}: InterviewFormPageProps & { readonly coded: CodedPassage; readonly errors: readonly FieldError[] }) {
  const { language } = shell;
  return (
    <Page
      shell={shell}
      narrow
      title={interviewPageTexts(language).coding.heading}
      crumbs={[{ href: `${path}/${page.row.id}`, label: page.row.respondentRole }]}
    >
      <CodingForm page={page} coded={coded} errors={errors} language={language} />
    </Page>
  );
}
