import type { FourFields } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import {
  type Content,
  DrawnOnce,
  LinkButton,
  Notice,
  Page,
  Panel,
  type Shell,
  Tabs,
} from '../../foundation/ui/index.ts';
import type { Choice } from './choice.rules.ts';
import { type ChoiceFault, choiceHref } from './choice-address.rules.ts';
import { ChoiceFaults, ChoiceForm } from './choice-form.view.tsx';
import { Findings } from './findings.view.tsx';
import { FourFieldSection, RoleModels } from './four-field.view.tsx';
import { IndexTable } from './index-table.view.tsx';
import { LeadSentences } from './lead.view.tsx';
import { firstFindings, fourFieldDrawing, pictureLinks } from './situation.pictures.tsx';
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

type EvidenceProps = SituationPageProps & { readonly situation: Situation; readonly here: string };

/** What the analysis says is drawn once for all who ask; what staff and users experience is read at every visit. */
function Evidence(props: EvidenceProps) {
  const { situation, fourFields, showAll, mayWrite } = props;
  return (
    <>
      <DrawnOnce owner={situation} of={['standing', showAll, mayWrite]} draw={() => <Standing {...props} />} />
      {fourFields && (
        <>
          <AreaTabs {...props} fourFields={fourFields} />
          <div class="columns" id="falt">
            <div>
              <DrawnOnce
                owner={situation}
                of={['fourFields', fourFields.area]}
                draw={() => <FourFieldOfArea {...props} fourFields={fourFields} />}
              />
            </div>
            <Panel>
              {props.experience}
              <DrawnOnce
                owner={situation}
                of={['roleModels', fourFields.area]}
                draw={() => (
                  <RoleModels fields={fourFields} titleOf={props.figures.title} language={props.shell.language} />
                )}
              />
            </Panel>
          </div>
        </>
      )}
      <DrawnOnce owner={situation} of={['compared']} draw={() => <WhoAreCompared {...props} />} />
    </>
  );
}

/** The indices and what stands out. */
function Standing({ shell, figures, choice, situation, showAll, mayWrite, here }: EvidenceProps) {
  const { language } = shell;
  const t = texts(language);
  const { analysis } = situation;
  const keyFigureHref = (kpi: string) => choiceHref(`/nyckeltal/${kpi}`, choice);
  const pictureHref = (file: string) => choiceHref(`/nulage/bild/${file}`, choice);
  return (
    <>
      <IndexTable
        rows={analysis.indices}
        figures={figures}
        classMedians={situation.classMedians}
        name={figures.title(choice.unit)}
        year={choice.year}
        compareWith={choice.compareWith}
        keyFigureHref={keyFigureHref}
        downloads={pictureLinks('index', pictureHref)}
        source={sourceOf(figures, 'both')}
        language={language}
      />
      <Findings
        findings={showAll ? analysis.findings : analysis.findings.slice(0, firstFindings)}
        more={
          showAll || analysis.findings.length <= firstFindings
            ? undefined
            : { href: `${here}&visa=alla#sticker-ut`, label: t.findings.showAll(analysis.findings.length) }
        }
        name={figures.title(choice.unit)}
        choice={choice}
        keyFigureHref={keyFigureHref}
        keepAction={mayWrite ? '/observationer/behall' : undefined}
        downloads={pictureLinks('sticker-ut', (file) => `${pictureHref(file)}${showAll ? '&visa=alla' : ''}`)}
        source={sourceOf(figures, 'both')}
        language={language}
      />
      <p class="muted">
        {t.coverage(
          analysis.coverage.judged,
          analysis.coverage.noOwnValue + analysis.coverage.tooFewReporting + analysis.coverage.tooSmallGroup,
        )}
      </p>
    </>
  );
}

function AreaTabs({ shell, situation, fourFields, here }: EvidenceProps & { fourFields: FourFields }) {
  const { language } = shell;
  return (
    <Tabs
      label={texts(language).fourField.choose}
      tabs={situation.analysis.fourFields.map(({ area }) => ({
        href: `${here}&falt=${areaSlugs[area]}#falt`,
        label: vocabulary(language).indexArea[area],
        current: area === fourFields.area,
      }))}
    />
  );
}

function FourFieldOfArea({
  shell,
  figures,
  choice,
  situation,
  fourFields,
}: EvidenceProps & { fourFields: FourFields }) {
  const { comparison } = situation.comparison;
  return (
    <FourFieldSection
      fields={fourFields}
      unit={choice.unit}
      similar={comparison.kind === 'all' ? [] : comparison.unitsFor(fourFields.area, null)}
      titleOf={figures.title}
      downloads={pictureLinks(fourFieldDrawing(fourFields.area), (file) => choiceHref(`/nulage/bild/${file}`, choice))}
      source={sourceOf(figures, 'both')}
      language={shell.language}
    />
  );
}

function WhoAreCompared({ shell, figures, choice, situation }: EvidenceProps) {
  const t = texts(shell.language);
  const { used } = situation.comparison;
  return (
    <details class="is-printed">
      <summary>{t.whoAreCompared}</summary>
      {used.map(({ title, edition, members }) => (
        <p class="muted">
          {t.comparedWith(
            `${title.replace(/, \d{4}$/, '')}: ${members.map(figures.title).join(', ')}`,
            edition === null ? '' : t.edition(edition),
          )}
        </p>
      ))}
      <p class="way-on">
        <a href={choiceHref('/nulage/likhet', choice)}>{t.findSimilar}</a>
      </p>
    </details>
  );
}
