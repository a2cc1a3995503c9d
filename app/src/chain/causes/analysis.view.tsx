import type { Language } from '../../foundation/texts/index.ts';
import {
  Button,
  Form,
  FormRow,
  LinkButton,
  Page,
  type PictureLink,
  Select,
  type Shell,
  Tabs,
} from '../../foundation/ui/index.ts';
import { documentationHref, type Guidance, GuidancePanel } from '../guidance/index.ts';
import type { Shown } from './analysis.pictures.tsx';
import type { CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import { allProblems, analysisHref, pictureHref, type View, viewSlugs, views } from './analysis-address.rules.ts';
import { CauseFishboneView } from './fishbone.view.tsx';
import { CauseOutlineView } from './outline.view.tsx';
import { CauseTableView } from './table.view.tsx';

export interface AnalysisPageProps {
  readonly shell: Shell;
  readonly analysis: CauseAnalysis;
  readonly shown: Shown;
  readonly view: View;
  readonly guidance: Guidance;
  /** The order of a deviation analysis, for whoever wants it. */
  readonly deviation: Guidance;
  readonly mayReadInterviews: boolean;
  /** What somebody wrote on the new row that could not be saved. */
  readonly draft?: NewRowDraft;
}

export interface NewRowDraft {
  readonly area: string;
  readonly problem: string;
  readonly cause: string;
  readonly suggestion: string;
  readonly error: string;
}

export const emptyDraft: NewRowDraft = { area: '', problem: '', cause: '', suggestion: '', error: '' };

/** One set of causes; the tabs choose how it is drawn. */
export function AnalysisPage(props: AnalysisPageProps) {
  const { shell, analysis, shown, view } = props;
  const { language } = shell;
  const t = analysisTexts(language);
  const { focus } = analysis;
  const here = analysisHref(focus.id, view, shown.problem?.row.id ?? allProblems);
  return (
    <Page
      shell={shell}
      wide
      title={t.title(focus.title)}
      lead={leadOf(analysis, language)}
      crumbs={[
        { href: '/fokus', label: t.focusAreas },
        { href: `/fokus/${focus.id}`, label: focus.title },
      ]}
      actions={
        <>
          {analysis.mayWrite && (
            <LinkButton href={`/fokus/${focus.id}/orsaker/klistra`} variant="primary">
              {t.paste}
            </LinkButton>
          )}
          {props.mayReadInterviews && (
            <LinkButton href={`/fokus/${focus.id}/orsaker/intervjuer`}>{t.interviews}</LinkButton>
          )}
          <LinkButton href={documentationHref(focus.id)}>{t.answers}</LinkButton>
          <LinkButton href={`/fokus/${focus.id}/orsaker.xlsx`} download>
            {t.excel}
          </LinkButton>
        </>
      }
    >
      <div class="with-guidance">
        <div>
          <Tabs
            label={t.views}
            tabs={views.map((one) => ({
              href: analysisHref(focus.id, one, shown.problem?.row.id),
              label: t.view[one],
              current: one === view,
            }))}
          />
          {view === 'table' ? (
            <CauseTableView
              analysis={analysis}
              draft={props.draft ?? emptyDraft}
              language={language}
              downloads={downloadsOf(focus.id, view, allProblems)}
            />
          ) : (
            <>
              <ProblemChoice analysis={analysis} shown={shown} view={view} language={language} />
              {view === 'tree' ? (
                <CauseOutlineView
                  analysis={analysis}
                  shown={shown}
                  back={here}
                  language={language}
                  downloads={downloadsOf(focus.id, view, shown.problem?.row.id ?? allProblems)}
                />
              ) : (
                <CauseFishboneView
                  analysis={analysis}
                  shown={shown}
                  language={language}
                  downloads={downloadsOf(focus.id, view, shown.problem?.row.id ?? allProblems)}
                />
              )}
            </>
          )}
        </div>
        <div class="guidance-panels">
          <GuidancePanel guidance={props.guidance} back={here} language={language} />
          <GuidancePanel guidance={props.deviation} back={here} language={language} folded />
        </div>
      </div>
    </Page>
  );
}

function leadOf(analysis: CauseAnalysis, language: Language): string {
  const t = analysisTexts(language);
  const { problems, causes, suggestionCount } = analysis;
  if (problems.length === 0) return analysis.mayWrite ? t.nothing : t.nothingRead;
  const count = (state: string) => causes.filter((row) => row.state === state).length;
  const states = t.states(count('supported'), count('rejected'), count('hypothesis'));
  return `${t.summary(problems.length, causes.length, suggestionCount)} ${causes.length === 0 ? '' : states}`.trim();
}

function downloadsOf(focusArea: string, view: View, problem: string): readonly PictureLink[] {
  return (['svg', 'png'] as const).map((format) => ({
    label: format.toUpperCase(),
    href: pictureHref(focusArea, view, format, problem),
  }));
}

function ProblemChoice({
  analysis,
  shown,
  view,
  language,
}: {
  analysis: CauseAnalysis;
  shown: Shown;
  view: View;
  language: Language;
}) {
  const t = analysisTexts(language);
  if (analysis.problems.length < 2) return null;
  return (
    <Form
      action={`/fokus/${analysis.focus.id}/orsaker`}
      method="get"
      autoSubmit
      label={t.problem}
      hidden={{ vy: viewSlugs[view] }}
    >
      <FormRow
        filter
        actions={
          <Button withoutScript variant="secondary">
            {t.show}
          </Button>
        }
      >
        <Select
          name="problem"
          label={t.problem}
          plain
          value={shown.problem?.row.id ?? allProblems}
          options={[
            { value: allProblems, label: t.allProblems },
            ...analysis.problems.map(({ row, area }) => ({
              value: row.id,
              label: row.title,
              ...(area === '' ? {} : { group: area }),
            })),
          ]}
        />
      </FormRow>
    </Form>
  );
}
