import type { Language } from '../../foundation/texts/index.ts';
import {
  type Content,
  DataTable,
  EmptyState,
  formatMoney,
  formatNumber,
  formatSigned,
  LinkButton,
  Page,
  type Shell,
} from '../../foundation/ui/index.ts';
import type { Calculated, ProposalEconomyPage } from './economy.queries.ts';
import { type Economy, type EconomyLine, economyLists, hasKind } from './economy.rules.ts';
import { economyTexts } from './economy.texts.ts';

/** What a person needs to know of the calculation, in two or three sentences. */
export function economyFinding(calculated: Calculated, language: Language): string {
  const t = economyTexts(language).finding;
  const { cost, saving, years, payback, netPresentValue, discountRate } = calculated;
  const [costs, savings] = [formatMoney(cost, language), formatMoney(saving, language)];
  if (cost === 0 && saving === 0) return t.nothing;
  const first =
    saving === 0
      ? t.cost(costs, years.length)
      : cost === 0
        ? t.saving(savings, years.length)
        : t.both(costs, savings, years.length);
  const second = payback.ok
    ? `${t.paid(payback.years, payback.year)}${payback.lasting ? '' : ` ${t.notLasting}`}`
    : payback.reason === 'notWithinPeriod'
      ? t.notPaid(formatMoney(payback.remaining, language))
      : '';
  const value = formatMoney(Math.round(netPresentValue), language);
  return [first, second, t.presentValue(value, rateWords(discountRate, language))].filter(Boolean).join(' ');
}

export function rateWords(rate: number, language: Language): string {
  return formatNumber(rate, language, Number.isInteger(rate) ? 0 : 1);
}

export interface EconomyDetailProps {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly page: ProposalEconomyPage;
  readonly mayChange: boolean;
  readonly tabs: Content;
  readonly crumbs: readonly { readonly href: string; readonly label: string }[];
}

export function EconomyDetail({ shell, id, title, page, mayChange, tabs, crumbs }: EconomyDetailProps) {
  const { language } = shell;
  const t = economyTexts(language);
  const { economy, calculated } = page;
  const change = `/forslag/${id}/ekonomi/andra`;
  return (
    <Page
      shell={shell}
      wide
      title={t.titleOf(title)}
      lead={calculated === undefined ? t.none : economyFinding(calculated, language)}
      crumbs={crumbs}
      actions={
        mayChange && (
          <LinkButton href={change} variant="primary">
            {economy === undefined ? t.begin : t.edit}
          </LinkButton>
        )
      }
    >
      {tabs}
      {economy === undefined || calculated === undefined ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <Calculation economy={economy} calculated={calculated} language={language} />
      )}
    </Page>
  );
}

export function Calculation({
  economy,
  calculated,
  language,
}: {
  economy: Economy;
  calculated: Calculated;
  language: Language;
}) {
  const t = economyTexts(language);
  const rate = rateWords(calculated.discountRate, language);
  return (
    <>
      <YearTable calculated={calculated} language={language} />
      <p class="source-line">
        {t.own} {t.priceLevel(economy.priceLevelYear)} {t.discounted(calculated.discountedTo, rate)}
      </p>
      {economyLists
        .filter((list) => list !== 'financing')
        .map((list) => (
          <section class={`benefit-list is-${list}`} aria-labelledby={`lista-${list}`}>
            <h2 id={`lista-${list}`}>{t.lists[list]}</h2>
            <LinesOf economy={economy} list={list} language={language} />
            {list === 'yellow' && calculated.yellow.total.hours > 0 && (
              <p>{t.hoursInAll(formatNumber(calculated.yellow.total.hours, language))}</p>
            )}
            {list === 'red' && <p class="muted">{t.neverAdded}</p>}
          </section>
        ))}
      <Financing economy={economy} calculated={calculated} language={language} />
      {economy.note !== '' && (
        <section aria-labelledby="antaganden">
          <h2 id="antaganden">{t.note}</h2>
          <p class="plain-text">{economy.note}</p>
        </section>
      )}
    </>
  );
}

function YearTable({ calculated, language }: { calculated: Calculated; language: Language }) {
  const t = economyTexts(language);
  const money = (kronor: number) => thousands(kronor, language);
  const columns = ['oneOffCost', 'runningCost', 'oneOffSaving', 'runningSaving'] as const;
  return (
    <section aria-labelledby="ar-for-ar">
      <h2 id="ar-for-ar">{t.byYear}</h2>
      <DataTable
        caption={t.byYear}
        quietCaption
        rows={calculated.years}
        columns={[
          { key: 'year', label: t.year, heads: true, cell: ({ year }) => String(year) },
          ...columns.map((key) => ({
            key,
            label: t[key],
            unit: t.thousands,
            kind: 'number' as const,
            cell: (year: Calculated['years'][number]) => money(year[key]),
          })),
          {
            key: 'net',
            label: t.net,
            unit: t.thousands,
            kind: 'number',
            cell: ({ net }) => <strong>{formatSigned(net / 1000, language)}</strong>,
          },
          {
            key: 'cumulated',
            label: t.cumulated,
            unit: t.thousands,
            kind: 'number',
            cell: ({ cumulated }) => formatSigned(cumulated / 1000, language),
          },
          {
            key: 'presentValue',
            label: t.presentValue,
            unit: t.thousands,
            kind: 'number',
            cell: ({ cumulatedPresentValue }) => formatSigned(cumulatedPresentValue / 1000, language),
          },
        ]}
      />
    </section>
  );
}

function thousands(kronor: number, language: Language): string {
  return formatNumber(kronor / 1000, language);
}

function LinesOf({ economy, list, language }: { economy: Economy; list: EconomyLine['list']; language: Language }) {
  const t = economyTexts(language);
  const lines = economy.lines.filter((line) => line.list === list);
  if (lines.length === 0) return <p class="muted">{t.noLines}</p>;
  if (list === 'red') {
    return (
      <ul>
        {lines.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>
    );
  }
  const inHours = list === 'yellow';
  const shown = (amount: number) => (inHours ? formatNumber(amount, language) : thousands(amount, language));
  const unit = inHours ? t.hours : t.thousands;
  return (
    <DataTable
      caption={t.lists[list]}
      quietCaption
      rows={lines}
      columns={[
        { key: 'line', label: t.line, heads: true, cell: ({ title }) => title },
        ...(hasKind(list)
          ? [{ key: 'kind', label: t.kind, cell: ({ kind }: EconomyLine) => (kind === null ? '' : t.kinds[kind]) }]
          : []),
        ...Array.from({ length: economy.years }, (_, index) => ({
          key: String(index),
          label: String(economy.startYear + index),
          unit,
          kind: 'number' as const,
          cell: ({ amounts }: EconomyLine) => shown(amounts[index] ?? 0),
        })),
        {
          key: 'total',
          label: t.total,
          unit,
          kind: 'number' as const,
          cell: ({ amounts }: EconomyLine) => shown(amounts.reduce((sum, amount) => sum + amount, 0)),
        },
      ]}
    />
  );
}

function Financing({
  economy,
  calculated,
  language,
}: {
  economy: Economy;
  calculated: Calculated;
  language: Language;
}) {
  const t = economyTexts(language);
  const { financing } = calculated;
  return (
    <section aria-labelledby="finansiering">
      <h2 id="finansiering">{t.lists.financing}</h2>
      <p>{financedWords(calculated, language)}</p>
      {financing.given && (
        <>
          <LinesOf economy={economy} list="financing" language={language} />
          <h3>{t.financingCaption}</h3>
          <DataTable
            caption={t.financingCaption}
            quietCaption
            rows={financing.years}
            columns={[
              { key: 'year', label: t.year, heads: true, cell: ({ year }) => String(year) },
              {
                key: 'cost',
                label: t.cost,
                unit: t.thousands,
                kind: 'number',
                cell: ({ cost }) => thousands(cost, language),
              },
              {
                key: 'financed',
                label: t.financing,
                unit: t.thousands,
                kind: 'number',
                cell: ({ financed }) => thousands(financed, language),
              },
              {
                key: 'difference',
                label: t.difference,
                unit: t.thousands,
                kind: 'number',
                cell: ({ difference }) => formatSigned(difference / 1000, language),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function financedWords({ financing }: Calculated, language: Language): string {
  const t = economyTexts(language).financed;
  if (!financing.given) return t.notGiven;
  if (financing.balanced) return t.balanced;
  const amount = formatMoney(Math.abs(financing.difference), language);
  if (Math.abs(financing.difference) < 1) return t.uneven;
  return financing.difference < 0 ? t.short(amount) : t.over(amount);
}
