import { RichText } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type Content, DataTable, LinkButton, Page, type Shell } from '../../foundation/ui/index.ts';
import { action } from '../actions/index.ts';
import { evidence } from '../causes/index.ts';
import { focusArea } from '../focus/index.ts';
import { observationTexts } from '../situation/index.ts';
import { threadHref } from './thread-address.rules.ts';
import type { ThreadReport } from './thread-report.queries.ts';
import { reportTexts } from './thread-report.texts.ts';
import { ReportEffects, ReportFigures, type ReportPartProps, ReportSources } from './thread-report-figures.view.tsx';
import { decidedSentence, leadSentences } from './thread-report-words.ts';

export interface ThreadReportPageProps {
  readonly shell: Shell;
  readonly report: ThreadReport;
  /** As 2026-03-02. */
  readonly today: string;
  /** What slices further on tell of the focus area. */
  readonly further?: Content;
}

/** From why it was chosen to what it gave, to be read by a committee on paper or on a phone. */
export function ThreadReportPage({ shell, report, today, further }: ThreadReportPageProps) {
  const { language } = shell;
  const t = reportTexts(language);
  const { area } = report;
  const part: ReportPartProps = { report, language };
  return (
    <Page
      shell={shell}
      title={t.title(area.title)}
      lead={leadSentences(report, language).join(' ')}
      crumbs={[
        { href: focusArea.path, label: focusArea.texts(language).title },
        { href: `/fokus/${area.id}`, label: area.title },
      ]}
      actions={<LinkButton href={threadHref({ kind: 'focusArea', id: area.id })}>{t.whole}</LinkButton>}
    >
      <div class="thread-report">
        <Why {...part} />
        <ReportFigures {...part} />
        <Seen {...part} />
        <Causes {...part} />
        <Concluded {...part} />
        <Doing {...part} />
        <ReportEffects {...part} />
        <MissingYet {...part} />
        <ReportSources {...part} />
        {further}
        <p class="muted">{t.made(today, shell.tenant?.name ?? '')}</p>
      </div>
    </Page>
  );
}

function Why({ report: { area, choice, names }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const { department, starts, ends } = area;
  const facts = [
    choice === undefined ? t.notChosen : t.chosenBy(choice.body, choice.decidedOn),
    ...(choice === undefined ? [] : [t.reason(choice.reason)]),
    ...(department === null ? [] : [t.where(names.get(department) ?? '')]),
    ...(starts === null || ends === null ? [] : [t.period(starts, ends)]),
  ];
  return (
    <section aria-labelledby="varfor">
      <h2 id="varfor">{t.why}</h2>
      <p>{facts.join(' ')}</p>
      {area.purpose !== '' && (
        <>
          <h3>{t.wanted}</h3>
          <p class="plain-text">{area.purpose}</p>
        </>
      )}
    </section>
  );
}

function Seen({ report: { rows }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const words = observationTexts(language);
  return (
    <section aria-labelledby="sett">
      <h2 id="sett">{t.seen}</h2>
      {rows.observations.length === 0 && <p>{t.seenNone}</p>}
      {rows.observations.map((row) => (
        <>
          <h3>
            <a href={`/observationer/${row.id}`}>{row.title}</a>
          </h3>
          {row.note !== '' && <p class="plain-text">{row.note}</p>}
          {row.experience !== '' && (
            <p class="plain-text">
              <strong>
                {t.experience(row.experienced_by === null ? '' : words.experiencedBy[row.experienced_by])}
              </strong>{' '}
              {row.experience} {row.agreement !== null && <em>{words.agreements[row.agreement]}.</em>}
            </p>
          )}
        </>
      ))}
    </section>
  );
}

function Causes({ report: { rows, names }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const { causes } = rows;
  const problems = new Map(rows.problems.map(({ id, title }) => [id, title]));
  const of = (state: (typeof causes)[number]['state']) => causes.filter((row) => row.state === state);
  const [supported, hypotheses, rejected] = [of('supported'), of('hypothesis'), of('rejected')];
  return (
    <section aria-labelledby="orsaker">
      <h2 id="orsaker">{t.causes}</h2>
      {causes.length === 0 && <p>{t.causesNone}</p>}
      {supported.length > 0 && <h3>{t.supported}</h3>}
      {supported.map((row) => (
        <article class="thread-cause">
          <h4>
            <a href={`/orsaker/orsak/${row.id}`}>{row.title}</a>
          </h4>
          <p>
            {row.judgement}{' '}
            <span class="muted">
              {t.ofProblem(problems.get(row.problem ?? '') ?? '')}{' '}
              {row.judgedOn !== null && t.judged(names.get(row.judgedBy ?? '') ?? '', row.judgedOn)}{' '}
              {!rows.evidence.some(({ cause }) => cause === row.id) && t.evidenceNone}
            </span>
          </p>
          <Evidence rows={rows.evidence.filter(({ cause }) => cause === row.id)} language={language} />
        </article>
      ))}
      {hypotheses.length > 0 && (
        <p>
          <strong>{t.hypotheses}</strong> {hypotheses.map(({ title }) => title).join('; ')}.
        </p>
      )}
      {rejected.length > 0 && (
        <p>
          <strong>{t.rejected}</strong> {rejected.map(({ title }) => title).join('; ')}.
        </p>
      )}
    </section>
  );
}

function Evidence({
  rows,
  language,
}: {
  readonly rows: ThreadReport['rows']['evidence'];
  readonly language: Language;
}) {
  const t = reportTexts(language);
  const { kind: kinds, stance: stances, strength: strengths } = evidence.texts(language).choices ?? {};
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ title, kind, stance, strength, source }) => (
        <li>
          {title}{' '}
          <small class="muted">
            {t.evidence(kinds?.[kind ?? ''] ?? '', stances?.[stance ?? ''] ?? '', strengths?.[String(strength)] ?? '')}
            {source !== '' && ` · ${source}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Concluded({ report: { rows }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const decisions = Map.groupBy(rows.decisions, ({ proposal }) => proposal);
  return (
    <section aria-labelledby="slutsatser">
      <h2 id="slutsatser">{t.concluded}</h2>
      {rows.conclusions.length === 0 ? <p>{t.conclusionsNone}</p> : <h3>{t.conclusions}</h3>}
      <ul>
        {rows.conclusions.map(({ id, title, reasoning }) => (
          <li>
            <a href={`/slutsatser/${id}`}>{title}</a>
            {reasoning !== '' && <RichText source={reasoning} />}
          </li>
        ))}
      </ul>
      {rows.proposals.length === 0 ? <p>{t.proposalsNone}</p> : <h3>{t.proposals}</h3>}
      <ul>
        {rows.proposals.map(({ id, title }) => (
          <li>
            <a href={`/forslag/${id}`}>{title}</a>
            {'. '}
            {(decisions.get(id) ?? []).map((decision) => decidedSentence(decision, language)).join(' ') || t.undecided}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doing({ report: { rows, names }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const { state: states, status: statuses } = action.texts(language).choices ?? {};
  return (
    <section aria-labelledby="gors">
      <h2 id="gors">{t.doing}</h2>
      <DataTable
        caption={t.doing}
        quietCaption
        rows={rows.actions}
        empty={<p>{t.doingNone}</p>}
        columns={[
          {
            key: 'title',
            label: t.action,
            heads: true,
            cell: ({ id, title }) => <a href={`/atgarder/${id}`}>{title}</a>,
          },
          {
            key: 'owner',
            label: t.responsible,
            cell: ({ owner, unit, department }) =>
              names.get(owner ?? '') ?? names.get(unit ?? '') ?? names.get(department ?? '') ?? t.nobody,
          },
          {
            key: 'time',
            label: t.time,
            cell: ({ starts, ends }) => [starts, ends].filter(Boolean).join(' – ') || t.noTime,
          },
          {
            key: 'state',
            label: t.state,
            cell: ({ state, status, statusComment }) => (
              <>
                {[states?.[state ?? ''], statuses?.[status ?? '']?.toLocaleLowerCase(language)]
                  .filter(Boolean)
                  .join(', ')}
                {statusComment !== '' && <small>{statusComment}</small>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Where the thread ends too early, said plainly. */
function MissingYet({ report: { thread, gaps }, language }: ReportPartProps) {
  const t = reportTexts(language);
  const ending = Map.groupBy(
    thread.nodes.filter(({ key }) => gaps.has(key)),
    ({ key }) => gaps.get(key) as keyof typeof t.gap,
  );
  return (
    <section aria-labelledby="saknas">
      <h2 id="saknas">{t.missing}</h2>
      {ending.size === 0 ? (
        <p>{t.missingNone}</p>
      ) : (
        <ul>
          {[...ending].map(([gap, nodes]) => (
            <li>
              <strong>{t.gap[gap]}</strong> {nodes.map(({ title }) => title).join('; ')}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
