import type { Language } from '../../foundation/texts/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  formatMoney,
  formatNumber,
  LinkButton,
  Notice,
  Page,
  type Shell,
  Tag,
} from '../../foundation/ui/index.ts';
import type { Portfolio } from './priority.queries.ts';
import { priorityTexts } from './priority.texts.ts';
import { AreaFilter } from './priority.view.tsx';

export interface PortfolioPageProps {
  readonly shell: Shell;
  readonly portfolio: Portfolio;
  readonly area: string;
  readonly without: readonly string[];
  readonly maySetFrame: boolean;
  readonly crumbs: readonly { readonly href: string; readonly label: string }[];
}

type PlacedRow = Portfolio['placed'][number];

/** All proposals one after the other, their costs added up until the money is at an end. */
export function PortfolioPage({ shell, portfolio, area, without, maySetFrame, crumbs }: PortfolioPageProps) {
  const { language } = shell;
  const t = priorityTexts(language).portfolio;
  const { placed, order } = portfolio;
  const { budget } = order.frame;
  const widest = Math.max(budget?.kronor ?? 0, placed.at(-1)?.cumulated ?? 0);
  const areaTitle = order.areas.find(({ id }) => id === area)?.title;
  const uncosted = placed.filter(({ cost }) => cost === undefined).length;
  const years = budget === undefined ? t.allYears : t.years(budget.from, budget.to);
  const firstOver = placed.find(({ within }) => within === false);
  return (
    <Page
      shell={shell}
      wide
      title={t.title}
      lead={leadOf(portfolio, language)}
      crumbs={crumbs}
      actions={
        <>
          <LinkButton href="/forslag/prioritera">{t.prioritise}</LinkButton>
          {maySetFrame && <LinkButton href="/forslag/ram">{t.setFrame}</LinkButton>}
        </>
      }
    >
      <AreaFilter action="/forslag/portfolj" order={order} area={area} language={language} />
      {areaTitle !== undefined && budget !== undefined && <p class="muted">{t.oneArea(areaTitle)}</p>}
      <Warnings portfolio={portfolio} language={language} />
      <LeftOut without={without} portfolio={portfolio} area={area} language={language} />
      <DataTable
        caption={t.caption}
        quietCaption
        rows={placed}
        empty={<EmptyState title={t.none} />}
        rowId={({ id }) => (id === firstOver?.id ? 'over-budget' : `rad-${id}`)}
        columns={columnsOf({ widest, budget: budget?.kronor, without, area, language })}
      />
      {placed.length > 0 && (
        <p class="source-line">
          {t.source(years)} {uncosted > 0 && t.uncosted(uncosted)}
        </p>
      )}
    </Page>
  );
}

function leadOf({ placed, order }: Portfolio, language: Language): string {
  const t = priorityTexts(language).portfolio;
  const { budget } = order.frame;
  if (placed.length === 0) return '';
  if (budget === undefined) return t.noBudget(formatMoney(placed.at(-1)?.cumulated ?? 0, language));
  // What has no calculation is not known to fit; how many they are is told under the table.
  const costed = placed.filter(({ cost }) => cost !== undefined);
  const inside = costed.filter(({ within }) => within !== false).length;
  if (costed.length === 0) return t.noneCosted;
  return t.within(inside, costed.length, formatMoney(budget.kronor, language), t.years(budget.from, budget.to));
}

function Warnings({ portfolio, language }: { portfolio: Portfolio; language: Language }) {
  const t = priorityTexts(language).portfolio;
  const { contradictions, titles } = portfolio;
  if (contradictions.length === 0) return null;
  return (
    <Notice kind="warning" title={t.warnings}>
      <ul>
        {contradictions.map(({ kind, proposal, other }) => (
          <li>{t[kind](titles.get(proposal) ?? proposal, titles.get(other) ?? other)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function hrefWithout(area: string, without: readonly string[]): string {
  const query = new URLSearchParams([
    ...(area === '' ? [] : [['fokus', area]]),
    ...without.map((id) => ['utan', id]),
  ]).toString();
  return query === '' ? '/forslag/portfolj' : `/forslag/portfolj?${query}`;
}

function LeftOut({
  without,
  portfolio,
  area,
  language,
}: {
  without: readonly string[];
  portfolio: Portfolio;
  area: string;
  language: Language;
}) {
  const t = priorityTexts(language).portfolio;
  const known = without.filter((id) => portfolio.titles.has(id));
  if (known.length === 0) return null;
  return (
    <p>
      {t.leftOut}:{' '}
      {known.map((id, index) => (
        <>
          {index > 0 && ', '}
          <a
            href={hrefWithout(
              area,
              without.filter((one) => one !== id),
            )}
            aria-label={t.takeBack(portfolio.titles.get(id) ?? id)}
          >
            {portfolio.titles.get(id)}
          </a>
        </>
      ))}
    </p>
  );
}

function columnsOf(about: {
  widest: number;
  budget: number | undefined;
  without: readonly string[];
  area: string;
  language: Language;
}): readonly Column<PlacedRow>[] {
  const { language, without, area } = about;
  const t = priorityTexts(language).portfolio;
  const words = priorityTexts(language);
  return [
    { key: 'rank', label: words.rank, quietLabel: true, class: 'is-place', cell: (_, index) => index + 1 },
    {
      key: 'proposal',
      label: words.proposal,
      heads: true,
      cell: ({ id, proposal, within }) => (
        <>
          <a href={`/forslag/${id}`}>{proposal.title}</a>{' '}
          {proposal.state === 'decided' && <Tag tone="act">{t.decided}</Tag>}
          {within === false && <Tag tone="warning">{t.over}</Tag>}
        </>
      ),
    },
    {
      key: 'cost',
      label: t.cost,
      unit: 'tkr',
      kind: 'number',
      cell: ({ cost }) =>
        cost === undefined ? <em class="missing">{t.noEconomy}</em> : formatNumber(cost / 1000, language),
    },
    {
      key: 'cumulated',
      label: t.cumulated,
      unit: 'tkr',
      kind: 'number',
      cell: ({ cumulated }) => formatNumber(cumulated / 1000, language),
    },
    {
      key: 'bar',
      label: t.bar,
      unit: about.budget === undefined ? undefined : t.barLine(formatMoney(about.budget, language)),
      class: 'is-budget-bar',
      cell: (row) => <BudgetBar row={row} {...about} />,
    },
    {
      key: 'npv',
      label: t.npv,
      unit: 'tkr',
      kind: 'number',
      cell: ({ proposal }) =>
        proposal.calculated === undefined ? '' : formatNumber(proposal.calculated.netPresentValue / 1000, language),
    },
    {
      key: 'without',
      label: t.leaveOut,
      quietLabel: true,
      class: 'is-short',
      cell: ({ id, proposal }) => (
        <a href={hrefWithout(area, [...without, id])} aria-label={t.leaveOutLabel(proposal.title)}>
          {t.leaveOut}
        </a>
      ),
    },
  ];
}

const barWidth = 300;
const barHeight = 100;

/** Each bar begins where the one above it ended, and the budget is a line at the same place in every row, so that it reads as one. */
function BudgetBar({
  row,
  widest,
  budget,
  language,
}: {
  row: PlacedRow;
  widest: number;
  budget: number | undefined;
  language: Language;
}) {
  const t = priorityTexts(language).portfolio;
  const { cost = 0, cumulated, within } = row;
  const x = (kronor: number) => (widest === 0 ? 0 : Math.round((kronor / widest) * (barWidth - 4) * 10) / 10);
  const words = t.barWords(formatMoney(cumulated - cost, language), formatMoney(cumulated, language));
  return (
    <svg
      class="budget-bar"
      viewBox={`0 0 ${barWidth} ${barHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <rect class="budget-before" x="0" y="44" width={x(cumulated - cost)} height="12" />
      <rect
        class={within === false ? 'budget-own is-over' : 'budget-own'}
        x={x(cumulated - cost)}
        y="34"
        width={Math.max(x(cumulated) - x(cumulated - cost), cost > 0 ? 1.5 : 0)}
        height="32"
      />
      {budget !== undefined && <path class="budget-line" d={`M${x(budget) + 1} 0V${barHeight}`} />}
    </svg>
  );
}
