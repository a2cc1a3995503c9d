import type { CostTreePart } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  ChartFigure,
  type CostNode,
  CostTree,
  type CostTreeProps,
  DataTable,
  formatFigure,
  formatKronor,
  formatMoney,
  formatNumber,
  formatSigned,
  LinkButton,
  Notice,
  Page,
  type Shell,
  SourceLine,
  Tabs,
} from '../../foundation/ui/index.ts';
import type { Choice } from './choice.rules.ts';
import { type ChoiceFault, choiceHref } from './choice-address.rules.ts';
import { ChoiceFaults, ChoiceForm } from './choice-form.view.tsx';
import type { CostDeviationRow, CostTreeAnswer, CostTreeView } from './cost-tree.queries.ts';
import { texts } from './cost-tree.texts.ts';
import { texts as situationTexts } from './situation.texts.ts';
import { sourceOf } from './source-of-figures.ts';
import { vocabulary } from './vocabulary.texts.ts';

export const treeIds = ['elderCare', 'lss', 'individualAndFamilyCare'] as const;
export type TreeId = (typeof treeIds)[number];
export const treeSlugs: Readonly<Record<TreeId, string>> = {
  elderCare: 'aldreomsorg',
  lss: 'lss',
  individualAndFamilyCare: 'individ-och-familjeomsorg',
};

interface CostTreePageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly choice: Choice;
  readonly years: readonly number[];
  readonly faults: readonly ChoiceFault[];
  readonly tree: TreeId;
  readonly answer: CostTreeAnswer;
}

export function CostTreePage(props: CostTreePageProps) {
  const { shell, figures, choice, years, faults, tree, answer } = props;
  const { language } = shell;
  const t = texts(language);
  const name = figures.title(choice.unit);
  const href = (id: TreeId, page = '/kostnadstrad') => `${choiceHref(page, choice)}&trad=${treeSlugs[id]}`;
  return (
    <Page
      shell={shell}
      title={t.title(name, choice.year)}
      crumbs={[{ href: choiceHref('/nulage', choice), label: situationTexts(language).navigation }]}
      lead={t.lead}
      actions={
        answer.ok && answer.view.tree.ok ? (
          <LinkButton href={href(tree, '/kostnadstrad.xlsx')} download>
            {t.excel}
          </LinkButton>
        ) : undefined
      }
    >
      <ChoiceFaults faults={faults} years={years} language={language} />
      <ChoiceForm
        action="/kostnadstrad"
        figures={figures}
        choice={choice}
        years={years}
        language={language}
        hidden={{ trad: treeSlugs[tree] }}
      />
      <Tabs
        label={t.choose}
        tabs={treeIds.map((id) => ({ href: href(id), label: t.trees[id], current: id === tree }))}
      />
      {answer.ok ? (
        <>
          <Tree {...props} view={answer.view} href={href} />
          <Deviations rows={answer.view.deviations} figures={figures} choice={choice} language={language} />
        </>
      ) : (
        <Notice kind="warning">{situationTexts(language).faults[answer.reason]}</Notice>
      )}
    </Page>
  );
}

function Tree({
  view,
  figures,
  choice,
  tree: id,
  shell,
  href,
}: CostTreePageProps & { view: CostTreeView; href: (id: TreeId, page: string) => string }) {
  const { language } = shell;
  const t = texts(language);
  const { tree } = view;
  if (!tree.ok) {
    return (
      <Notice kind="warning">
        {tree.reason === 'noComparison' ? t.refused.noComparison : t.refused[tree.reason](tree.kpis.join(', '))}
      </Notice>
    );
  }
  const chart = costTreeProps(view, id, language);
  if (!chart) return null;
  const rows = flatten(tree.root);
  return (
    <ChartFigure
      heading={t.trees[id]}
      finding={treeFinding(view, id, choice, language)}
      chart={(width) => <CostTree {...chart} width={width} />}
      width={960}
      table={{
        caption: t.caption,
        rows,
        columns: [
          {
            key: 'part',
            label: t.columns.part,
            cell: ({ part, depth }) => (
              <>
                {'\u2003'.repeat(depth)}
                {part.kpi ? <a href={choiceHref(`/nyckeltal/${part.kpi}`, choice)}>{part.title}</a> : part.title}
              </>
            ),
          },
          {
            key: 'own',
            label: t.columns.own,
            kind: 'number',
            unit: tree.unit,
            cell: ({ part }) => formatFigure(part.own, language),
          },
          {
            key: 'other',
            label: t.columns.other,
            kind: 'number',
            unit: tree.unit,
            cell: ({ part }) => formatFigure(part.other, language),
          },
          {
            key: 'difference',
            label: t.columns.difference,
            kind: 'number',
            unit: tree.unit,
            cell: ({ part }) => formatSigned(part.difference, language),
          },
          {
            key: 'kronor',
            label: t.columns.kronor,
            kind: 'number',
            cell: ({ part }) => formatMoney(part.kronor, language),
          },
          {
            key: 'users',
            label: t.users,
            kind: 'number',
            cell: ({ part }) => (part.byFactor ? formatMoney(part.byFactor.volumeKronor, language) : ''),
          },
          {
            key: 'price',
            label: t.price,
            kind: 'number',
            cell: ({ part }) => (part.byFactor ? formatMoney(part.byFactor.priceKronor, language) : ''),
          },
        ],
      }}
      downloads={['svg', 'png'].map((format) => ({
        label: format.toUpperCase(),
        href: href(id, `/kostnadstrad/bild.${format}`),
      }))}
      source={{
        ...sourceOf(figures, 'computed'),
        children: (
          <>
            {t.note(
              tree.members
                .map((code) => figures.title(code))
                .slice(0, 12)
                .join(', ') + (tree.members.length > 12 ? ' …' : ''),
              formatNumber(tree.inhabitants, language),
            )}{' '}
            <span class="way-on">
              <a href="/metod/kostnadstrad">{t.method}</a>.
            </span>
          </>
        ),
      }}
    />
  );
}

/** What is seen, composed by rule: the whole difference, and the part that makes the most of it. */
export function treeFinding({ tree }: CostTreeView, id: TreeId, choice: Choice, language: Language): string {
  if (!tree.ok) return '';
  const t = texts(language);
  const amount = (kronor: number) => (kronor >= 0 ? t.more : t.less)(formatMoney(Math.abs(kronor), language));
  const largest = tree.root.children
    .filter(({ kpi, kronor }) => kpi !== null && Math.sign(kronor) === Math.sign(tree.root.kronor))
    .sort((a, b) => Math.abs(b.kronor) - Math.abs(a.kronor))[0];
  const whole = t.finding(
    t.trees[id],
    amount(tree.root.kronor),
    vocabulary(language).comparison[choice.compareWith.kind],
  );
  return largest ? `${whole} ${t.mostFrom(lowerFirst(largest.title), amount(largest.kronor))}` : whole;
}

function lowerFirst(text: string): string {
  return /^.[a-zåäö]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What the chart draws, shared by the page and the picture that is downloaded. */
export function costTreeProps({ tree }: CostTreeView, id: TreeId, language: Language): CostTreeProps | undefined {
  if (!tree.ok) return undefined;
  const t = texts(language);
  const node = (part: CostTreePart): CostNode => ({
    label: part.title,
    value: `${formatFigure(part.own, language)} ${tree.unit}`,
    comparison: `${formatFigure(part.other, language)} ${tree.unit}`,
    difference: part.kronor,
    differenceText: formatSignedMoney(part.kronor, language),
    ...childrenOf(part),
  });
  const childrenOf = (part: CostTreePart): Pick<CostNode, 'operator' | 'children'> => {
    if (part.children.length > 0) return { operator: '+', children: shownChildren(part).map(node) };
    if (part.byFactor === null) return {};
    const { byFactor: factors } = part;
    return {
      operator: '×',
      children: [
        {
          label: t.users,
          value: t.usersValue(formatNumber(factors.usersPerInhabitant * 100, language, 2)),
          comparison: formatNumber(factors.otherUsersPerInhabitant * 100, language, 2),
          difference: factors.volumeKronor,
          differenceText: formatSignedMoney(factors.volumeKronor, language),
        },
        {
          label: t.price,
          value: t.priceValue(formatKronor(factors.costPerUser, language)),
          comparison: formatKronor(factors.otherCostPerUser, language),
          difference: factors.priceKronor,
          differenceText: formatSignedMoney(factors.priceKronor, language),
        },
      ],
    };
  };
  return {
    id: 'kostnadstrad',
    title: t.trees[id],
    description: t.describe(t.trees[id]),
    root: node(tree.root),
    ownLabel: t.own,
    comparisonLabel: t.comparison,
  };
}

function formatSignedMoney(kronor: number, language: Language): string {
  return kronor > 0 ? `+${formatMoney(kronor, language)}` : formatMoney(kronor, language);
}

/** A rest of less than half a krona is rounding, not a part. */
function shownChildren(part: CostTreePart): readonly CostTreePart[] {
  return part.children.filter(({ kpi, own, other }) => kpi !== null || Math.max(Math.abs(own), Math.abs(other)) >= 0.5);
}

export interface TreeRow {
  readonly part: CostTreePart;
  readonly depth: number;
}

export function flatten(part: CostTreePart, depth = 0): readonly TreeRow[] {
  return [{ part, depth }, ...shownChildren(part).flatMap((child) => flatten(child, depth + 1))];
}

function Deviations({
  rows,
  figures,
  choice,
  language,
}: {
  rows: readonly CostDeviationRow[];
  figures: Figures;
  choice: Choice;
  language: Language;
}) {
  const t = texts(language).reference;
  const words = vocabulary(language);
  return (
    <section>
      <h2>{t.heading}</h2>
      <p>{t.lead}</p>
      <DataTable
        caption={t.caption}
        quietCaption
        rows={rows}
        empty={<Notice>{t.none}</Notice>}
        columns={[
          {
            key: 'area',
            label: t.area,
            cell: ({ area, kpi }) => <a href={choiceHref(`/nyckeltal/${kpi}`, choice)}>{words.area[area]}</a>,
          },
          {
            key: 'reference',
            label: t.reference,
            kind: 'number',
            cell: ({ referencePerInhabitant }) =>
              referencePerInhabitant === null ? '–' : formatNumber(referencePerInhabitant, language),
          },
          {
            key: 'percent',
            label: t.deviation,
            kind: 'number',
            cell: ({ percent }) => <strong>{formatSigned(percent, language, 1)}</strong>,
          },
          {
            key: 'comparison',
            label: t.comparison,
            kind: 'number',
            cell: ({ comparisonMedian }) =>
              comparisonMedian === null ? '–' : formatSigned(comparisonMedian, language, 1),
          },
          {
            key: 'amount',
            label: t.amount,
            kind: 'number',
            cell: ({ kronor }) => (kronor === null ? '–' : formatMoney(kronor, language)),
          },
        ]}
      />
      <SourceLine {...sourceOf(figures, 'both')}>{t.notComparable}</SourceLine>
    </section>
  );
}
