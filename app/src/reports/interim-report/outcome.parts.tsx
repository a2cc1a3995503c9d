import { type Block, type Chart, paragraph, plain } from '@samband/documents';
import { action, actionWords } from '../../chain/actions/index.ts';
import {
  cautionSentences,
  effectChart,
  expectedEffect,
  followupTexts,
  intervalSentence,
  type Outcome,
  outcomeSentence,
  progressSentence,
  type ThreadReport,
  threadReportTexts,
} from '../../chain/followup/index.ts';
import { formatDate, formatFigure, Gantt, type GanttRow } from '../../foundation/ui/index.ts';
import { type FigureSource, type PartContent, partOf, pictureOf, strongTitle } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import {
  decimalsOf,
  documented,
  historySource,
  known,
  lines,
  listOf,
  tableOf,
  type Writing,
} from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { actionsShown, decideShown, effectsShown, isLate, remainingShown } from './shown-outcome.parts.ts';

/** What is done, by whom and how it goes; and the same in time. */
export async function actionsPart(material: AreaMaterial, writing: Writing): Promise<PartContent> {
  const { report } = material;
  const { language, today } = writing;
  const t = texts(language);
  const { rows, names, area } = report;
  const { actions } = rows;
  if (actions.length === 0) return partOf(t.parts.actions, []);
  const { state: states = {}, status: statuses = {} } = action.texts(language).choices ?? {};
  const done = actions.filter(({ state }) => state === 'done').length;
  const late = actions.filter((one) => isLate(one, today)).length;
  const blocks = [
    paragraph(t.actions.lead(actions.length, done, late)),
    tableOf(
      `actions-${area.id}`,
      t.actions.table,
      [
        { title: t.actions.action, width: 0.26 },
        { title: t.actions.owner, width: 0.18 },
        { title: t.actions.time, width: 0.19 },
        { title: t.actions.state, width: 0.14 },
        { title: t.actions.comment, width: 0.23 },
      ],
      actions.map(({ title, owner, unit, department, starts, ends, state, status, statusComment }) => [
        title,
        names.get(owner ?? '') ?? names.get(unit ?? '') ?? names.get(department ?? '') ?? t.actions.nobody,
        lines([starts, ends].filter(Boolean).join(' –\n') || t.actions.noTime),
        [states[state ?? ''], statuses[status ?? '']?.toLocaleLowerCase(language)].filter(Boolean).join(', '),
        lines(statusComment || t.actions.noComment),
      ]),
      documented(writing),
    ),
    await timeline(report, writing),
  ];
  return partOf(t.parts.actions, blocks, [], [actionsShown(material, writing)]);
}

async function timeline({ rows, area }: ThreadReport, writing: Writing): Promise<Block | undefined> {
  const { language, own } = writing;
  const t = texts(language).actions;
  const timed = rows.actions.filter(({ starts, ends }) => starts !== null || ends !== null);
  if (timed.length === 0) return undefined;
  const words = actionWords(language);
  const drawn: readonly GanttRow[] = timed
    .toSorted((a, b) => ((a.starts ?? a.ends ?? '') < (b.starts ?? b.ends ?? '') ? -1 : 1))
    .map(({ id, title, starts, ends, status, state }) => ({
      id,
      text: title,
      start: starts ?? undefined,
      end: ends ?? undefined,
      status: status ?? undefined,
      done: state === 'done' ? 1 : undefined,
    }));
  const described = timed.map(({ title, starts, ends }) => t.item(title, starts ?? words.noEnd, ends ?? words.noEnd));
  return pictureOf({
    id: `timeline-${area.id}`,
    width: 760,
    caption: t.picture,
    alt: t.alt(described.join('; ')),
    source: documented(writing),
    language,
    own,
    chart: (width) => (
      <Gantt
        id={`timeline-${area.id}`}
        title={t.picture}
        description={described.join('; ')}
        width={width}
        rows={drawn}
      />
    ),
  });
}

/** What came of it: for each expected effect the finding, the picture before and after, and what to bear in mind. */
export async function effectsPart(material: AreaMaterial, writing: Writing): Promise<PartContent> {
  const { report } = material;
  const { language } = writing;
  const t = texts(language);
  const { outcomes, area } = report;
  if (outcomes.length === 0) return partOf(t.parts.effects, []);
  const words = followupTexts(language).word;
  const states = expectedEffect.texts(language).choices?.state ?? {};
  const blocks: Block[] = [];
  const sources: FigureSource[] = [];
  const value = (number: number | null | undefined, unit: string, year: number | null | undefined) =>
    number == null || year == null ? t.effects.none : t.effects.value(formatFigure(number, language), unit, year);
  const rows = outcomes.map(({ effect, outcome }) => {
    const unit = outcome?.history.unit ?? '';
    const latest = outcome?.progress.latest;
    return [
      effect.title,
      value(effect.baseline, unit, effect.baselineYear),
      value(effect.target, unit, effect.targetYear),
      value(latest?.value, unit, latest?.year),
      outcome === undefined ? followupTexts(language).noFigures : words[outcome.word],
      states[effect.state ?? 'expected'] ?? '',
    ];
  });
  for (const { effect, outcome } of outcomes) {
    if (outcome === undefined) continue;
    blocks.push(...(await effectBlocks(effect, outcome, writing)));
    sources.push(effectSource(outcome));
  }
  const histories = outcomes.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome.history]));
  const first = histories[0];
  const years = outcomes.flatMap(({ effect, outcome }) => [
    ...(effect.baselineYear === null ? [] : [effect.baselineYear]),
    ...(outcome?.progress.latest === undefined ? [] : [outcome.progress.latest.year]),
  ]);
  return partOf(
    t.parts.effects,
    [
      tableOf(
        `effects-${area.id}`,
        t.effects.table,
        [
          { title: t.effects.effect, width: 0.26 },
          { title: t.effects.before, align: 'end', width: 0.15 },
          { title: t.effects.target, align: 'end', width: 0.15 },
          { title: t.effects.now, align: 'end', width: 0.15 },
          { title: t.effects.word, width: 0.17 },
          { title: t.effects.people, width: 0.12 },
        ],
        rows,
        first === undefined ? documented(writing) : historySource(first.source, years, language, formatDate),
      ),
      ...blocks,
    ],
    sources,
    effectsShown(material, blocks, writing),
  );
}

type Effect = ThreadReport['outcomes'][number]['effect'];

async function effectBlocks(effect: Effect, outcome: Outcome, writing: Writing): Promise<readonly Block[]> {
  const { language, own } = writing;
  const t = texts(language).effects;
  const { history } = outcome;
  const said = [
    outcome.progress.latest && progressSentence(outcome, language),
    outcomeSentence(outcome, language),
    intervalSentence(outcome, language),
  ]
    .filter(Boolean)
    .join(' ');
  const cautions = cautionSentences(outcome, language).slice(0, -1);
  return [
    paragraph([strongTitle(effect.title), ...plain(`${said} ${effect.reason}`.trim())]),
    await pictureOf({
      id: `effect-${effect.id}`,
      chart: effectChart(effect, outcome, language),
      width: 640,
      scale: 0.72,
      caption: t.picture(history.title),
      alt: `${t.picture(history.title)}. ${said}`,
      source: historySource(history.source, history.years, language, formatDate),
      language,
      own,
      data: effectData(outcome, language),
    }),
    // The last one is of the method, which has a part of its own.
    ...(cautions.length === 0 ? [] : [paragraph(t.caution), listOf(cautions)]),
  ];
}

function effectData({ history, difference }: Outcome, language: Writing['language']): Chart {
  const t = texts(language).effects.data;
  const computed = difference.ok ? new Map(difference.years.map((each) => [each.year, each])) : undefined;
  return {
    kind: 'line',
    unit: history.unit,
    decimals: decimalsOf([...history.own].map(known)),
    categories: history.years.map(String),
    series: [
      { name: t.own, own: true, values: [...history.own].map(known) },
      ...(computed === undefined
        ? []
        : [
            { name: t.comparison, values: history.years.map((year) => computed.get(year)?.comparison) },
            { name: t.expected, values: history.years.map((year) => computed.get(year)?.expected) },
          ]),
    ],
  };
}

function effectSource({ history }: Outcome): FigureSource {
  const { code, title, years, source, own } = history;
  const withValue = years.filter((_, index) => !Number.isNaN(own[index]!));
  if (source.kind === 'local')
    return { code, title, years: withValue, kind: 'local', fetched: '', from: source.source };
  const { exampleData, fetchedAt } = source.archive;
  return {
    code,
    title,
    years: withValue,
    kind: exampleData ? 'example' : 'published',
    fetched: exampleData ? '' : formatDate(fetchedAt),
  };
}

/** Where the thread ends too early, said plainly. */
export function remainingPart(areas: readonly AreaMaterial[], writing: Writing): PartContent {
  const { language } = writing;
  const t = texts(language);
  const { gap: words } = threadReportTexts(language);
  const items = areas.map(({ report }) => {
    const ending = Map.groupBy(
      report.thread.nodes.filter(({ key }) => report.gaps.has(key)),
      ({ key }) => report.gaps.get(key) as keyof typeof words,
    );
    return {
      area: report.area.title,
      // A cause may be a whole paragraph, as an imported table had it: each stands for itself.
      blocks: [...ending].flatMap(([gap, nodes]): readonly Block[] => [
        paragraph(words[gap]),
        listOf(nodes.map(({ title }) => title)),
      ]),
    };
  });
  const told = items.filter((item) => item.blocks.length > 0);
  const shown = [remainingShown(areas, writing), decideShown(areas, writing)];
  if (told.length === 0) return partOf(t.parts.remaining, [], [], shown);
  const blocks = [
    paragraph(t.remaining.lead),
    ...told.flatMap((item): readonly Block[] => [
      ...(areas.length > 1 ? [paragraph(t.remaining.inArea(item.area))] : []),
      ...item.blocks,
    ]),
  ];
  return partOf(t.parts.remaining, blocks, [], shown);
}
