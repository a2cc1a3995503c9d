import { type KeyNumber, paragraph, plain, type Showing, type ShownBlock, shortened } from '@samband/documents';
import { action } from '../../chain/actions/index.ts';
import { cautionSentences, outcomeSentence, threadReportTexts } from '../../chain/followup/index.ts';
import { formatFigure, formatMoney } from '../../foundation/ui/index.ts';
import { type PartContent, strongTitle } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { capital, longestName } from './shown.rules.ts';
import { shownTexts } from './shown.texts.ts';
import { historyCharts } from './shown-figures.parts.ts';

/** As many as a column holds. The report has them all. */
const mostActions = 5;

/** Late ones first, then those under way. */
export function actionsShown({ report }: AreaMaterial, writing: Writing): Showing | undefined {
  const { language, today } = writing;
  const { rows, area } = report;
  const { actions } = rows;
  if (actions.length === 0) return undefined;
  const t = shownTexts(language).actions;
  const words = texts(language).actions;
  const { state: states = {}, status: statuses = {} } = action.texts(language).choices ?? {};
  const late = actions.filter((one) => isLate(one, today));
  const rank = { ongoing: 1, planned: 2, done: 3, stopped: 4 };
  const place = (one: Action) => (isLate(one, today) ? 0 : rank[one.state ?? 'planned']);
  const order = actions.toSorted((a, b) => place(a) - place(b));
  const stateOf = (one: Action) =>
    [states[one.state ?? ''], statuses[one.status ?? '']?.toLocaleLowerCase(language), isLate(one, today) ? t.late : '']
      .filter(Boolean)
      .join(', ');
  const time = ({ starts, ends }: Action) => [starts, ends].filter(Boolean).join(' – ') || words.noTime;
  const done = actions.filter(({ state }) => state === 'done').length;
  const notes = [
    ...actions.flatMap(({ title, statusComment }) => (statusComment === '' ? [] : [`${title}: ${statusComment}`])),
    ...(order.length <= mostActions
      ? []
      : [
          t.more(
            order
              .slice(mostActions)
              .map(({ title }) => title)
              .join('; '),
          ),
        ]),
  ].join('\n');
  return {
    id: `shown-actions-${area.id}`,
    title: capital(t.title(done, actions.length, late.length)),
    blocks: [
      paragraph([{ kind: 'text', text: t.heading, strong: true }]),
      listOf(
        order
          .slice(0, mostActions)
          .map((one) => [
            strongTitle(shortened(one.title, longestName.row)),
            ...plain(t.facts(stateOf(one), ownerOf(one, report, writing), time(one))),
          ]),
      ),
    ],
    ...(notes !== '' && { notes }),
  };
}

type Action = AreaMaterial['report']['rows']['actions'][number];

export function isLate({ state, ends }: Action, today: string): boolean {
  return ends !== null && ends < today && state !== 'done' && state !== 'stopped';
}

export function ownerOf(
  { owner, unit, department }: Action,
  { names }: AreaMaterial['report'],
  { language }: Writing,
): string {
  return (
    names.get(owner ?? '') ?? names.get(unit ?? '') ?? names.get(department ?? '') ?? texts(language).actions.nobody
  );
}

/** Effects that each have a slide. */
const mostEffects = 3;

/** What came of it: the chart, the figures in it that matter, and what can be said, which often is not much. */
export function effectsShown(
  { report }: AreaMaterial,
  blocks: PartContent['blocks'],
  { language }: Writing,
): readonly Showing[] {
  const t = shownTexts(language).effects;
  return report.outcomes.slice(0, mostEffects).flatMap(({ effect, outcome }): readonly Showing[] => {
    const chart = blocks.find((block) => block.kind === 'figure' && block.id === `effect-${effect.id}`);
    if (outcome === undefined || chart === undefined || chart.kind !== 'figure') return [];
    const { history, difference, progress } = outcome;
    const said = (value: number) => formatFigure(value, language);
    const { latest } = progress;
    const { baseline, baselineYear, target, targetYear } = effect;
    const last = difference.ok ? difference.years.at(-1) : undefined;
    const numbers: readonly KeyNumber[] = [
      ...(baseline !== null && baselineYear !== null && latest !== undefined
        ? [
            {
              value: `${said(baseline)} → ${said(latest.value)}`,
              words: t.before(history.unit, baselineYear, latest.year),
            },
          ]
        : baseline !== null && baselineYear !== null
          ? [{ value: said(baseline), words: t.baseline(history.unit, baselineYear) }]
          : []),
      ...(last?.expected === undefined ? [] : [{ value: said(last.expected), words: t.expected(last.year) }]),
      ...(target === null || targetYear === null ? [] : [{ value: said(target), words: t.target(targetYear) }]),
    ];
    const cautions = cautionSentences(outcome, language);
    const sentence = outcome.word === 'cannotTell' ? (cautions[0] ?? '') : outcomeSentence(outcome, language);
    return [
      {
        id: `shown-effect-${effect.id}`,
        title: t.title[outcome.word](shortened(effect.title, longestName.title)),
        ...(report.outcomes.length <= mostEffects && { instead: [`effects-${report.area.id}`, chart.id ?? ''] }),
        blocks: [
          difference.ok
            ? { ...chart, caption: history.title }
            : historyCharts(history, chart.id, chart.source, language),
        ],
        beside: [
          ...(numbers.length > 0 ? [{ kind: 'numbers' as const, items: numbers, source: chart.source }] : []),
          paragraph(sentence),
        ],
        notes: [chart.alt, ...cautions, effect.reason].filter((each) => each !== '').join('\n'),
      },
    ];
  });
}

type Gap = keyof ReturnType<typeof threadReportTexts>['gap'];
const gapKinds: readonly Gap[] = ['focusArea', 'cause', 'proposal', 'decision', 'action', 'effect'];
const mostNamed = 4;

/** Where the thread ends too early: in one focus area by name, in several by number. */
export function remainingShown(areas: readonly AreaMaterial[], writing: Writing): Showing | undefined {
  const { language } = writing;
  const t = shownTexts(language).remaining;
  const intro = threadReportTexts(language).gap;
  const lacking = areas.map(({ report }) => ({
    title: report.area.title,
    gaps: Map.groupBy(
      report.thread.nodes.filter(({ key }) => report.gaps.has(key)),
      ({ key }) => report.gaps.get(key) as Gap,
    ),
  }));
  const totals = gapKinds.flatMap((kind) => {
    const n = lacking.reduce((sum, { gaps }) => sum + (gaps.get(kind)?.length ?? 0), 0);
    return n === 0 ? [] : [{ kind, n }];
  });
  // A single gap is seen where the cause or the proposal itself stands.
  if (totals.reduce((sum, { n }) => sum + n, 0) < 2) return undefined;
  const largest = totals.toSorted((a, b) => b.n - a.n).slice(0, 2);
  const [only] = lacking;
  const named = (nodes: readonly { readonly title: string }[]) => nodes.map(({ title }) => title).join('; ');
  const notes = lacking
    .flatMap(({ title, gaps }) => [...gaps].map(([kind, nodes]) => t.all(title, `${intro[kind]} ${named(nodes)}`)))
    .join('\n');
  const table =
    areas.length === 1
      ? undefined
      : tableOf(
          'shown-lacking',
          t.table,
          [{ title: t.area }, ...totals.map(({ kind }) => ({ title: t.columns[kind], align: 'end' as const }))],
          lacking.map(({ title, gaps }) => [
            shortened(title, longestName.row),
            ...totals.map(({ kind }) => String(gaps.get(kind)?.length ?? 0)),
          ]),
          documented(writing),
        );
  const told = gapKinds.flatMap((kind) => {
    const nodes = only?.gaps.get(kind) ?? [];
    if (nodes.length === 0) return [];
    const names = nodes.slice(0, mostNamed).map(({ title }) => shortened(title, longestName.row));
    const items = nodes.length > mostNamed ? [...names, t.more(nodes.length - mostNamed)] : names;
    return [
      {
        lines: items.length + 1,
        blocks: [paragraph([{ kind: 'text', text: intro[kind], strong: true }]), listOf(items)],
      },
    ];
  });
  return {
    id: 'shown-remaining',
    title: t.title(largest.map(({ kind, n }) => t.gaps[kind](n)).join(', ')),
    ...(table === undefined
      ? inColumns(told)
      : {
          blocks: [
            {
              kind: 'numbers',
              items: totals.map(({ kind, n }) => ({
                value: String(n),
                words: t.columns[kind].toLocaleLowerCase(language),
              })),
              source: documented(writing),
            },
            { ...table, rowHeader: true },
          ],
        }),
    notes,
  };
}

/** Lists under their headings in two columns as even as the headings let them be, where there are several. */
function inColumns(
  told: readonly { readonly lines: number; readonly blocks: readonly ShownBlock[] }[],
): Pick<Showing, 'blocks' | 'beside'> {
  const half = told.reduce((sum, { lines }) => sum + lines, 0) / 2;
  let above = 0;
  const left = told.findIndex(({ lines }) => {
    above += lines;
    return above >= half;
  });
  const [first, second] = [told.slice(0, left + 1), told.slice(left + 1)];
  const blocks = first.flatMap((each) => each.blocks);
  return second.length === 0 ? { blocks } : { blocks, beside: second.flatMap((each) => each.blocks) };
}

/** What waits for whoever sees this: nothing where the rows say nothing of it. */
export function decideShown(areas: readonly AreaMaterial[], writing: Writing): Showing | undefined {
  const { language, today } = writing;
  const t = shownTexts(language).decide;
  const economy = (id: string, { proposals }: AreaMaterial) => {
    const of = proposals.find((row) => row.id === id)?.calculated;
    return of && t.money(formatMoney(of.cost, language), formatMoney(of.net, language), of.years.length);
  };
  const proposed = areas.flatMap((material) =>
    material.report.rows.proposals
      .filter(({ state }) => state === 'proposed')
      .map(({ id, title }) => [title, economy(id, material) ?? t.notCalculated]),
  );
  const late = areas.flatMap(({ report }) =>
    report.rows.actions
      .filter((one) => isLate(one, today))
      .map((one) => [one.title, t.action(one.ends ?? '', ownerOf(one, report, writing))]),
  );
  if (proposed.length + late.length === 0) return undefined;
  const items = (heading: string, rows: readonly (readonly string[])[]): readonly ShownBlock[] =>
    rows.length === 0
      ? []
      : [
          paragraph([{ kind: 'text', text: heading, strong: true }]),
          listOf(
            rows.map(([name = '', rest = '']) => [strongTitle(shortened(name, longestName.row)), ...plain(`${rest}.`)]),
          ),
        ];
  return {
    id: 'shown-decide',
    title: t.title(proposed.length, late.length),
    blocks: [...items(t.proposals, proposed), ...items(t.late, late)],
  };
}
