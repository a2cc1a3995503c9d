import type { Figures } from '../../foundation/figures/index.ts';
import {
  Button,
  type Content,
  DataTable,
  formatDate,
  LinkButton,
  Notice,
  Page,
  type Shell,
} from '../../foundation/ui/index.ts';
import type { Choice } from './choice.rules.ts';
import { type ChoiceFault, choiceHref } from './choice-address.rules.ts';
import { ChoiceFaults, ChoiceForm } from './choice-form.view.tsx';
import { flagText } from './flag.texts.ts';
import type { KeyFigureReport } from './key-figure.queries.ts';
import { texts } from './key-figure.texts.ts';
import { keyFigureLead } from './key-figure-lead.view.tsx';
import { RevisionTable } from './key-figure-revisions.view.tsx';
import type { ListedKeyFigure } from './key-figure-search.queries.ts';
import { yearSpans } from './key-figure-years.rules.ts';
import { texts as situationTexts } from './situation.texts.ts';
import { areaSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const cataloguePath = '/nyckeltal';

export interface KeyFigurePageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly report: KeyFigureReport;
  readonly faults: readonly ChoiceFault[];
  /** A year in the address that has no value for any municipality. */
  readonly yearWithout: string | undefined;
  readonly mayWrite: boolean;
  /** What has come of it, told by the slices that follow. */
  readonly thread: Content;
  /** Charts and tables, drawn once: they are the same for everyone who asks. */
  readonly evidence: Content;
  readonly reading: Content;
  readonly review: Content;
}

export function KeyFigurePage(props: KeyFigurePageProps) {
  const { shell, figures, report, yearWithout } = props;
  const { language } = shell;
  const t = texts(language);
  const { kpi, choice, analysis, years } = report;
  return (
    <Page
      shell={shell}
      title={report.title}
      crumbs={crumbsOf(report, language)}
      lead={years.length === 0 ? t.noValues : keyFigureLead(report, figures, language)}
      actions={<Actions {...props} />}
    >
      {kpi.vanished && <Notice kind="warning">{t.vanished(formatDate(kpi.lastSeen))}</Notice>}
      {props.thread}
      <ChoiceFaults faults={props.faults} years={years} language={language} />
      {yearWithout !== undefined && years.length > 0 && (
        <Notice kind="warning">{t.yearWithout(yearWithout, yearSpans(years))}</Notice>
      )}
      {analysis.usedYear !== null && analysis.usedYear < choice.year && (
        <Notice>{t.notice(choice.year, analysis.usedYear)}</Notice>
      )}
      {!report.comparison.ok && (
        <Notice kind="warning">{situationTexts(language).faults[report.comparison.reason]}</Notice>
      )}
      {years.length > 0 && (
        <ChoiceForm
          action={`${cataloguePath}/${kpi.id}`}
          figures={figures}
          choice={choice}
          years={years.includes(choice.year) ? years : [choice.year, ...years]}
          language={language}
        />
      )}
      {analysis.flags.length > 0 && (
        <p>
          <strong>{t.flags}</strong> {analysis.flags.map((flag) => flagText(flag, language)).join(', ')}.
        </p>
      )}
      {props.evidence}
      {props.reading}
      {props.review}
      <Revisions {...props} />
      <UsedGroups {...props} />
    </Page>
  );
}

export function crumbsOf({ mapped, kpi }: Pick<KeyFigureReport, 'mapped' | 'kpi'>, language: Shell['language']) {
  return [
    { href: cataloguePath, label: texts(language).catalogue },
    mapped
      ? { href: `${cataloguePath}?omrade=${areaSlugs[mapped.area]}`, label: vocabulary(language).area[mapped.area] }
      : { label: kpi.operatingArea || kpi.id },
  ];
}

function Actions({ shell, report, mayWrite }: KeyFigurePageProps) {
  const t = texts(shell.language);
  const { kpi, choice, analysis, mapped } = report;
  if (report.years.length === 0) return null;
  return (
    <>
      <LinkButton href={choiceHref(`${cataloguePath}/${kpi.id}/allt.xlsx`, choice)} download>
        {t.excel}
      </LinkButton>
      <LinkButton href={compareHref(report)}>{t.compare}</LinkButton>
      {/* Only what the map gives a direction can be an observation of something better or worse. */}
      {mayWrite && analysis.value !== null && mapped?.direction && (
        <KeepForm kpi={kpi.id} choice={choice} words={t.keep} />
      )}
    </>
  );
}

function compareHref({ kpi, choice, similar }: KeyFigureReport): string {
  const others = (choice.compareWith.kind === 'own' ? choice.compareWith.units : (similar?.members ?? [])).slice(0, 4);
  const municipalities = [...new Set([choice.unit, ...others])].join(',');
  return `${cataloguePath}/jamfor?${new URLSearchParams({ nyckeltal: kpi.id, kommuner: municipalities })}`;
}

function KeepForm({ kpi, choice, words }: { kpi: string; choice: Choice; words: string }) {
  return (
    <form action="/observationer/behall" method="post">
      <input type="hidden" name="kpi" value={kpi} />
      {[...new URL(choiceHref('http://x/', choice)).searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button variant="primary">{words}</Button>
    </form>
  );
}

const shownRevisions = 10;

function Revisions({ shell, figures, report }: KeyFigurePageProps) {
  const { language } = shell;
  const t = texts(language).revisions;
  const { revisions, choice, kpi } = report;
  if (report.years.length === 0) return null;
  const own = revisions.filter(({ unit }) => unit === choice.unit);
  return (
    <section aria-labelledby="andrat">
      <h2 id="andrat">{t.heading}</h2>
      {revisions.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>{t.lead(figures.title(choice.unit), own.length, revisions.length)}</p>
          {own.length > 0 && (
            <RevisionTable rows={own.slice(0, shownRevisions)} figures={figures} language={language} withoutKpi />
          )}
          <p class="way-on">
            <a href={`${cataloguePath}/andringar?q=${kpi.id}`}>{t.all}</a>
          </p>
        </>
      )}
    </section>
  );
}

function UsedGroups({ shell, figures, report }: KeyFigurePageProps) {
  const t = situationTexts(shell.language);
  const used = report.comparison.ok ? report.comparison.used : [];
  return (
    <p class="muted">
      {used.map(({ title, edition, members }) => (
        <>
          {t.comparedWith(
            `${title.replace(/, \d{4}$/, '')}: ${members.map((unit) => figures.title(unit)).join(', ')}`,
            edition === null ? '' : t.edition(edition),
          )}
          <br />
        </>
      ))}
    </p>
  );
}

export function UnknownKeyFigurePage({
  shell,
  id,
  alike,
  nearest,
}: {
  shell: Shell;
  id: string;
  alike: boolean;
  nearest: readonly ListedKeyFigure[];
}) {
  const t = texts(shell.language);
  return (
    <Page
      shell={shell}
      narrow
      title={t.unknownId(id)}
      crumbs={[{ href: cataloguePath, label: t.catalogue }]}
      lead={alike ? t.unknownLead : t.unknownNothing}
    >
      {nearest.length > 0 && (
        <DataTable
          caption={t.catalogue}
          quietCaption
          rows={nearest}
          columns={[
            {
              key: 'title',
              label: t.catalogue,
              heads: true,
              cell: (row) => <a href={`${cataloguePath}/${row.kpi}`}>{row.shortTitle ?? row.title}</a>,
            },
            { key: 'kpi', label: t.definition.id, cell: (row) => row.kpi },
          ]}
        />
      )}
      <p>
        <LinkButton href={cataloguePath} variant="primary">
          {t.toCatalogue}
        </LinkButton>
      </p>
    </Page>
  );
}
