import type { FourFields } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import { type Content, LinkButton, Notice, Page, Panel, type Shell, Tabs } from '../../foundation/ui/index.ts';
import { type ChoiceFault, choiceHref } from './choice-address.rules.ts';
import type { Choice } from './choice.rules.ts';
import { ChoiceFaults, ChoiceForm } from './choice-form.view.tsx';
import { Findings } from './findings.view.tsx';
import { FourFieldSection, RoleModels } from './four-field.view.tsx';
import { IndexTable } from './index-table.view.tsx';
import { LeadSentences } from './lead.view.tsx';
import type { Situation } from './situation.queries.ts';
import { texts } from './situation.texts.ts';
import { areaSlugs } from './slug.rules.ts';
import { sourceOf } from './source-of-figures.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface SituationPageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly choice: Choice;
  readonly years: readonly number[];
  readonly faults: readonly ChoiceFault[];
  readonly situation: Situation | undefined;
  /** Why there is no situation for the choice. */
  readonly refused: 'noSimilar' | 'noClass' | 'emptySet' | undefined;
  readonly fourFields: FourFields | undefined;
  readonly mayWrite: boolean;
  /** All findings, not only the strongest. */
  readonly showAll: boolean;
  /** The panel beside the four fields: what staff and users experience. */
  readonly experience: Content;
}

const firstFindings = 15;

export function SituationPage(props: SituationPageProps) {
  const { shell, figures, choice, years, faults, situation, refused } = props;
  const { language } = shell;
  const t = texts(language);
  const name = figures.title(choice.unit);
  const here = choiceHref('/nulage', choice);
  return (
    <Page
      shell={shell}
      title={`${name}: ${t.title(choice.year).toLowerCase()}`}
      crumbs={[{ label: t.crumbCycle }, { label: t.crumbPhase }]}
      lead={
        situation && (
          <LeadSentences lead={situation.analysis.lead} compareWith={choice.compareWith} language={language} />
        )
      }
    >
      <ChoiceFaults faults={faults} years={years} language={language} />
      <ChoiceForm
        action="/nulage"
        figures={figures}
        choice={choice}
        years={years}
        language={language}
        actions={
          situation && (
            <>
              <LinkButton href={choiceHref('/nulage.xlsx', choice)} download>
                {t.excel}
              </LinkButton>
              {props.mayWrite && <LinkButton href={choiceHref('/nulage/dela', choice)}>{t.share}</LinkButton>}
            </>
          )
        }
      />
      {refused && <Notice kind="warning">{t.faults[refused]}</Notice>}
      {situation && <Evidence {...props} situation={situation} here={here} />}
    </Page>
  );
}

function Evidence(props: SituationPageProps & { situation: Situation; here: string }) {
  const { shell, figures, choice, situation, fourFields } = props;
  const { language } = shell;
  const t = texts(language);
  const { analysis, comparison } = situation;
  const keyFigureHref = (kpi: string) => choiceHref(`/nyckeltal/${kpi}`, choice);
  const titleOf = (unit: string) => figures.title(unit);
  return (
    <>
      <IndexTable
        rows={analysis.indices}
        name={figures.title(choice.unit)}
        year={choice.year}
        compareWith={choice.compareWith}
        keyFigureHref={keyFigureHref}
        source={sourceOf(figures, 'both')}
        language={language}
      />
      <Findings
        findings={props.showAll ? analysis.findings : analysis.findings.slice(0, firstFindings)}
        more={
          props.showAll || analysis.findings.length <= firstFindings
            ? undefined
            : { href: `${props.here}&visa=alla#sticker-ut`, label: t.findings.showAll(analysis.findings.length) }
        }
        name={figures.title(choice.unit)}
        choice={choice}
        keyFigureHref={keyFigureHref}
        keepAction={props.mayWrite ? '/observationer/behall' : undefined}
        source={sourceOf(figures, 'both')}
        language={language}
      />
      <p class="muted">
        {t.coverage(
          analysis.coverage.judged,
          analysis.coverage.noOwnValue + analysis.coverage.tooFewReporting + analysis.coverage.tooSmallGroup,
        )}
      </p>
      {fourFields && (
        <>
          <Tabs
            label={t.fourField.choose}
            tabs={analysis.fourFields.map(({ area }) => ({
              href: `${props.here}&falt=${areaSlugs[area]}#falt`,
              label: vocabulary(language).indexArea[area],
              current: area === fourFields.area,
            }))}
          />
          <div class="columns" id="falt">
            <div>
              <FourFieldSection
                fields={fourFields}
                unit={choice.unit}
                similar={
                  comparison.comparison.kind === 'all' ? [] : comparison.comparison.unitsFor(fourFields.area, null)
                }
                titleOf={titleOf}
                downloads={['svg', 'png'].map((format) => ({
                  label: format.toUpperCase(),
                  href: `${choiceHref(`/nulage/bild/fyrfalt-${areaSlugs[fourFields.area]}.${format}`, choice)}`,
                }))}
                source={sourceOf(figures, 'both')}
                language={language}
              />
            </div>
            <Panel>
              {props.experience}
              <RoleModels fields={fourFields} titleOf={titleOf} language={language} />
            </Panel>
          </div>
        </>
      )}
      {comparison.used.length > 0 && (
        <details>
          <summary>{t.whoAreCompared}</summary>
          {comparison.used.map(({ title, edition, members }) => (
            <p class="muted">
              {t.comparedWith(
                `${title.replace(/, \d{4}$/, '')}: ${members.map(titleOf).join(', ')}`,
                edition === null ? '' : t.edition(edition),
              )}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
