import {
  type Column,
  DataTable,
  EmptyState,
  formatFigure,
  formatKronor,
  formatNumber,
  LinkButton,
  Page,
  type Shell,
  SourceLine,
} from '../../foundation/ui/index.ts';
import { benefit } from './benefit.rules.ts';
import { expectedEffect } from './effect.rules.ts';
import { sourceOf } from './effect-page.view.tsx';
import type { BenefitSums } from './followup.store.ts';
import type { ExpectedEffect, Outcome } from './outcome.queries.ts';
import { texts } from './texts.ts';

export interface OverviewRow {
  readonly effect: ExpectedEffect;
  readonly outcome: Outcome | undefined;
  readonly actionTitle: string;
}

export interface OverviewProps {
  readonly shell: Shell;
  readonly rows: readonly OverviewRow[];
  readonly sums: BenefitSums;
  readonly mayWrite: boolean;
}

/** Every effect that is expected, with what the figures say of it today, and the benefits, each kind by itself. */
export function FollowupOverview({ shell, rows, sums, mayWrite }: OverviewProps) {
  const { language } = shell;
  const t = texts(language);
  const said = (word: string) => rows.filter(({ outcome }) => outcome?.word === word).length;
  const first = rows.find(({ outcome }) => outcome !== undefined)?.outcome;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      shell={shell}
      title={t.title}
      lead={rows.length === 0 ? t.none : t.lead(said('improved'), rows.length, said('tooEarly'))}
      actions={
        <>
          <LinkButton href={expectedEffect.path}>{t.allEffects}</LinkButton>
          <LinkButton href={benefit.path}>{t.allBenefits}</LinkButton>
        </>
      }
    >
      <section>
        <h2>{t.effects}</h2>
        <DataTable
          caption={t.effects}
          quietCaption
          rows={rows}
          columns={columns(shell)}
          empty={<EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
        />
        {first && <SourceLine {...sourceOf(first)} />}
      </section>
      <section>
        <h2>{t.benefits}</h2>
        <p class="muted">{t.benefitLead}</p>
        <DataTable
          caption={t.benefits}
          quietCaption
          rows={[
            {
              what: t.green,
              planned: formatKronor(sums.planned, language),
              confirmed: formatKronor(sums.confirmed, language),
              unconfirmed: formatKronor(sums.unconfirmed, language),
            },
            {
              what: t.yellow,
              planned: t.hours(number(sums.hoursPlanned)),
              confirmed: '–',
              unconfirmed: t.hours(number(sums.hoursActual)),
            },
            { what: t.red, planned: t.benefitsCount(sums.red), confirmed: '–', unconfirmed: '–' },
          ]}
          columns={[
            { key: 'what', label: t.benefits, heads: true, cell: ({ what }) => what },
            { key: 'planned', label: t.planned, kind: 'number', cell: ({ planned }) => planned },
            { key: 'confirmed', label: t.confirmed, kind: 'number', cell: ({ confirmed }) => confirmed },
            { key: 'unconfirmed', label: t.unconfirmed, kind: 'number', cell: ({ unconfirmed }) => unconfirmed },
          ]}
        />
        {mayWrite && (
          <p class="form-actions">
            <LinkButton href={`${benefit.path}/ny`}>{t.addBenefit}</LinkButton>
          </p>
        )}
      </section>
    </Page>
  );
}

function columns({ language }: Shell): readonly Column<OverviewRow>[] {
  const t = texts(language);
  const states = expectedEffect.texts(language).choices!.state!;
  const figure = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatFigure(value, language);
  return [
    {
      key: 'effect',
      label: t.columns.effect,
      heads: true,
      cell: ({ effect, outcome }) => (
        <>
          <a href={`${expectedEffect.path}/${effect.id}`}>{effect.title}</a>
          <small>
            {outcome === undefined ? effect.keyFigure : `${outcome.history.code} · ${outcome.history.unit}`}
          </small>
        </>
      ),
    },
    {
      key: 'action',
      label: t.columns.action,
      cell: ({ effect, actionTitle }) => <a href={`/atgarder/${effect.action}`}>{actionTitle}</a>,
    },
    {
      key: 'baseline',
      label: t.columns.baseline,
      kind: 'number',
      cell: ({ effect }) => (
        <>
          {figure(effect.baseline)}
          <small>{effect.baselineYear}</small>
        </>
      ),
    },
    {
      key: 'latest',
      label: t.columns.latest,
      kind: 'number',
      cell: ({ outcome }) => (
        <>
          {figure(outcome?.progress.latest?.value)}
          <small>{outcome?.progress.latest?.year}</small>
        </>
      ),
    },
    {
      key: 'target',
      label: t.columns.target,
      kind: 'number',
      cell: ({ effect }) => (
        <>
          {figure(effect.target)}
          <small>{effect.targetYear}</small>
        </>
      ),
    },
    { key: 'word', label: t.columns.word, cell: ({ outcome }) => (outcome === undefined ? '–' : t.word[outcome.word]) },
    {
      key: 'state',
      label: t.columns.state,
      cell: ({ effect }) => (
        <>
          {states[effect.state ?? 'expected']}
          {effect.closed && <small>{t.closed}</small>}
        </>
      ),
    },
    { key: 'followUp', label: t.columns.followUp, cell: ({ effect }) => effect.followUpOn ?? '–' },
  ];
}
