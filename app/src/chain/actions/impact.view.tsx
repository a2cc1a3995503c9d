import type { Language } from '../../foundation/texts/index.ts';
import { type Content, DataTable, EmptyState, LinkButton, Page, type Shell, Tag } from '../../foundation/ui/index.ts';
import type { Described, ImpactCount, ImpactPage } from './impact.queries.ts';
import {
  type Aspect,
  answeredQuestions,
  aspects,
  childQuestions,
  type Impact,
  type ImpactSubject,
  missingAspects,
} from './impact.rules.ts';
import { impactTexts } from './impact.texts.ts';

export function impactHref({ kind, id }: ImpactSubject): string {
  return `/konsekvenser/${kind === 'proposal' ? 'forslag' : 'fokus'}/${id}`;
}

/** "Tre av tio delar är inte beskrivna: personal, lag och risker." */
export function missingWords(impacts: readonly Pick<Impact, 'aspect'>[], language: Language): string {
  const t = impactTexts(language);
  const missing = missingAspects(impacts);
  if (missing.length === 0) return t.finding.whole;
  if (missing.length === aspects.length) return t.finding.none;
  return t.finding.missing(missing.length, missing.map((aspect) => t.aspects[aspect].toLowerCase()).join(', '));
}

function nothingWords({ nothing, subject }: ImpactPage, language: Language): string {
  const t = impactTexts(language).nothingFinding;
  if (subject.kind === 'focusArea') return '';
  if (nothing === undefined) return t.noFocus;
  const missing = missingAspects(nothing.impacts).length;
  if (missing === 0) return t.whole;
  return missing === aspects.length ? t.none : t.missing(missing);
}

export interface ImpactPageProps {
  readonly shell: Shell;
  readonly page: ImpactPage;
  readonly mayWrite: boolean;
  /** The tabs of a proposal. */
  readonly tabs?: Content;
  readonly crumbs: readonly { readonly href: string; readonly label: string }[];
}

/** The proposal beside doing nothing, part by part; what is not described is seen as just that. */
export function ImpactDetail({ shell, page, mayWrite, tabs, crumbs }: ImpactPageProps) {
  const { language } = shell;
  const t = impactTexts(language);
  const { subject, described, nothing } = page;
  const here = impactHref(subject);
  const ofProposal = subject.kind === 'proposal';
  return (
    <Page
      shell={shell}
      title={ofProposal ? t.titleOf(page.title) : t.nothingTitle(page.title)}
      lead={`${missingWords(described.impacts, language)} ${nothingWords(page, language)}`}
      crumbs={crumbs}
      actions={
        <>
          {page.mayChange && (
            <LinkButton href={`${here}/andra`} variant="primary">
              {ofProposal ? t.edit : t.editNothing}
            </LinkButton>
          )}
          {mayWrite && nothing !== undefined && (
            <LinkButton href={`${impactHref({ kind: 'focusArea', id: nothing.focusArea })}/andra`}>
              {t.editNothing}
            </LinkButton>
          )}
        </>
      }
    >
      {tabs}
      <DataTable
        caption={ofProposal ? t.caption : t.captionOne}
        quietCaption
        rows={aspects}
        columns={[
          { key: 'aspect', label: t.aspect, heads: true, class: 'is-aspect', cell: (aspect) => t.aspects[aspect] },
          {
            key: 'proposal',
            label: ofProposal ? t.proposal : t.nothing,
            class: 'is-side',
            cell: (aspect) => <Side described={described} aspect={aspect} language={language} />,
          },
          ...(nothing === undefined
            ? []
            : [
                {
                  key: 'nothing',
                  label: t.nothing,
                  class: 'is-side',
                  cell: (aspect: Aspect) => <Side described={nothing} aspect={aspect} language={language} />,
                },
              ]),
        ]}
      />
      <ChildAnswersSection page={page} language={language} />
    </Page>
  );
}

function Side({ described, aspect, language }: { described: Described; aspect: Aspect; language: Language }) {
  const t = impactTexts(language);
  const own = described.impacts.filter((impact) => impact.aspect === aspect);
  if (own.length === 0) return <em class="missing">{t.notDescribed}</em>;
  const ordered = own.toSorted((a, b) => Number(a.affected !== '') - Number(b.affected !== ''));
  return (
    <div class="impact-side">
      {ordered.map(({ affected, choice, words }) => (
        <div class={choice === 'notRelevant' ? 'impact-part is-not-relevant' : 'impact-part'}>
          {affected !== '' && <strong>{affected} </strong>}
          {choice !== '' && <Tag tone={choice === 'worse' ? 'warning' : 'neutral'}>{t.choices[choice]}</Tag>}
          <div class="plain-text">{words}</div>
        </div>
      ))}
    </div>
  );
}

function ChildAnswersSection({ page, language }: { page: ImpactPage; language: Language }) {
  const t = impactTexts(language);
  const { children } = page.described;
  const answered = childQuestions.filter((question) => children[question] !== '');
  return (
    <section aria-labelledby="barn">
      <h2 id="barn">{t.children}</h2>
      <p>{t.childrenFirst(answeredQuestions(children))}.</p>
      {answered.length > 0 && (
        <dl class="row-fields">
          {answered.map((question) => (
            <div class="row-field is-long">
              <dt>{t.childQuestions[question]}</dt>
              <dd class="plain-text">{children[question]}</dd>
            </div>
          ))}
        </dl>
      )}
      {page.mayChange && (
        <p>
          <LinkButton href={`${impactHref(page.subject)}/barn`}>{t.childrenGo}</LinkButton>
        </p>
      )}
    </section>
  );
}

export function ImpactOverview({ shell, counts }: { shell: Shell; counts: readonly ImpactCount[] }) {
  const { language } = shell;
  const t = impactTexts(language);
  const unfinished = counts.filter(({ missing }) => missing.length > 0).length;
  return (
    <Page
      shell={shell}
      title={t.overview.title}
      lead={
        counts.length === 0 ? t.overview.noneHelp : unfinished === 0 ? t.overview.whole : t.overview.missing(unfinished)
      }
      crumbs={[{ href: '/forslag', label: t.overview.kinds.proposal }]}
    >
      <DataTable
        caption={t.overview.title}
        quietCaption
        rows={counts}
        empty={<EmptyState title={t.overview.none} />}
        columns={[
          {
            key: 'what',
            label: t.overview.what,
            heads: true,
            cell: ({ subject, title }) => <a href={impactHref(subject)}>{title}</a>,
          },
          { key: 'kind', label: t.overview.kind, cell: ({ subject }) => t.overview.kinds[subject.kind] },
          {
            key: 'done',
            label: t.overview.done,
            kind: 'number',
            cell: ({ missing }) => t.overview.outOf(aspects.length - missing.length),
          },
          {
            key: 'lacks',
            label: t.overview.lacks,
            cell: ({ missing }) => missing.map((aspect) => t.aspects[aspect]).join(', '),
          },
        ]}
      />
    </Page>
  );
}
