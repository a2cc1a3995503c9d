import {
  type Chart,
  type Charts,
  type KeyNumber,
  paragraph,
  plain,
  type Showing,
  type ShownBlock,
  shortened,
  wordsOf,
} from '@samband/documents';
import { proposal } from '../../chain/actions/index.ts';
import { analysisTexts } from '../../chain/causes/index.ts';
import { type FollowedFigure, followupTexts, leadSentences, movedSentence } from '../../chain/followup/index.ts';
import type { FigureHistory } from '../../chain/situation/index.ts';
import { formatDate, formatFigure, formatNumber } from '../../foundation/ui/index.ts';
import { type PartContent, strongTitle } from '../part/index.ts';
import type { AreaMaterial, InterimMaterial } from './interim-report.queries.ts';
import {
  decimalsOf,
  documented,
  historySource,
  known,
  listOf,
  medianAt,
  tableOf,
  typedText,
  type Writing,
} from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { shownTexts } from './shown.texts.ts';

/** Letters of a name on a slide, in a title and in a row; longer ones stand whole in the notes. */
export const longestName = { title: 70, row: 110 };

/** How far it has come: one focus area in sentences and figures, several in a table. */
export function summaryShown(
  { areas }: InterimMaterial,
  blocks: PartContent['blocks'],
  writing: Writing,
): Showing | undefined {
  const { language } = writing;
  const t = shownTexts(language).summary;
  const [only] = areas;
  if (only === undefined) return undefined;
  const counts = areas.map(({ report: { rows, outcomes } }) => ({
    causes: rows.causes.length,
    supported: rows.causes.filter(({ state }) => state === 'supported').length,
    proposals: rows.proposals.length,
    decided: rows.proposals.filter(({ state }) => state === 'decided').length,
    actions: rows.actions.length,
    done: rows.actions.filter(({ state }) => state === 'done').length,
    effects: outcomes.length,
    improved: outcomes.filter(({ outcome }) => outcome?.word === 'improved').length,
  }));
  const sum = (key: keyof (typeof counts)[number]) => counts.reduce((total, each) => total + each[key], 0);
  const number = (some: number, all: number, words: (n: number) => string): readonly KeyNumber[] =>
    all === 0 ? [] : [{ value: t.of(some, all), words: words(all) }];
  const numbers = [
    ...number(sum('supported'), sum('causes'), t.supported),
    ...number(sum('decided'), sum('proposals'), t.decided),
    ...number(sum('done'), sum('actions'), t.done),
    ...number(sum('improved'), sum('effects'), t.improved),
  ];
  if (areas.length > 1) {
    return {
      id: 'shown-summary',
      title: t.areas(areas.length, sum('decided'), sum('proposals'), sum('done'), sum('actions')),
      blocks: [
        { kind: 'numbers', items: numbers, source: documented(writing) },
        ...blocks.filter((block) => block.kind === 'table'),
      ],
      notes: areas.map(({ report }) => `${report.area.title}. ${leadSentences(report, language).join(' ')}`).join('\n'),
    };
  }
  const [, proposals = '', actions = ''] = leadSentences(only.report, language);
  const said = [...(sum('proposals') > 0 ? [proposals] : []), ...(sum('actions') > 0 ? [actions] : [])];
  const title =
    said.length > 0 ? said.join(' ').replace(/\.$/, '') : sum('causes') > 0 ? t.begun(sum('causes')) : t.nothing;
  if (numbers.length === 0) return undefined;
  return {
    id: 'shown-summary',
    title,
    blocks: highlights(only, writing),
    notes: leadSentences(only.report, language).join(' '),
    beside: [{ kind: 'numbers', items: numbers, source: documented(writing) }],
    instead: ['areas'],
  };
}

/** The foremost of each stage, so far as there is one. */
function highlights({ report, causes, proposals }: AreaMaterial, { language }: Writing): readonly ShownBlock[] {
  const t = shownTexts(language).summary.highlights;
  const { rows, outcomes, area } = report;
  const stateOf = proposal.texts(language).choices?.state ?? {};
  const [cause, first, doing, effect] = [
    inWeight(causes).find(({ state }) => state === 'supported'),
    proposals.find(({ id }) => rows.proposals.some((one) => one.id === id)),
    rows.actions.find(({ state }) => state === 'ongoing') ?? rows.actions[0],
    outcomes.find(({ outcome }) => outcome !== undefined),
  ];
  const said = [
    [t.cause, cause?.title],
    [
      t.proposal,
      first &&
        `${shortened(first.title, longestName.title)} (${(stateOf[first.state] ?? '').toLocaleLowerCase(language)})`,
    ],
    [t.action, doing?.title],
    [
      t.effect,
      effect?.outcome &&
        `${shortened(effect.effect.title, longestName.title)} (${followupTexts(language).word[effect.outcome.word].toLocaleLowerCase(language)})`,
    ],
  ].filter((each): each is [string, string] => each[1] !== undefined);
  const title = paragraph([{ kind: 'text', text: area.title, strong: true }]);
  if (said.length === 0) return [title, paragraph(leadSentences(report, language).join(' '))];
  return [
    title,
    listOf(
      said.map(([name, words]) => [
        { kind: 'text', text: `${name}: `, strong: true },
        ...plain(shortened(words, longestName.row)),
      ]),
    ),
  ];
}

/** Rows of a table that a room can take in. */
const mostRows = 6;

/** What was weighed: the chosen first, then those with most points. */
export function focusShown({ choices }: InterimMaterial, writing: Writing): readonly Showing[] {
  const { language } = writing;
  const t = shownTexts(language).focus;
  const words = texts(language).focus;
  return choices.map(({ decision, candidates }) => {
    const order = candidates.toSorted(
      (a, b) => Number(b.chosen) - Number(a.chosen) || (b.score ?? -1) - (a.score ?? -1),
    );
    const chosen = order.filter((one) => one.chosen);
    const [first] = chosen;
    const left = order.slice(mostRows);
    const title =
      chosen.length === 1
        ? t.one(decision.body, shortened(first!.title, longestName.title))
        : t.several(decision.body, chosen.length, candidates.length);
    const rows = order
      .slice(0, mostRows)
      .map(({ title: name, chosen: isChosen, score, reason }) => [
        [{ kind: 'text' as const, text: shortened(name, longestName.row), strong: isChosen }],
        isChosen ? words.chosen : words.notChosen,
        score === null ? '–' : formatNumber(score, language),
        plain(shortened(reason, 160)),
      ]);
    const table = tableOf(
      `choice-${decision.id}`,
      words.table(decision.decidedOn),
      [
        { title: words.candidate },
        { title: words.outcome },
        { title: words.score, align: 'end' },
        { title: words.reason },
      ],
      rows,
      `${documented(writing)} ${words.note}`,
    );
    const notes = [
      ...order.filter(({ reason }) => reason.length > 160).map(({ title: name, reason }) => `${name}: ${reason}`),
      ...(left.length === 0 ? [] : [t.more(left.map(({ title: name }) => name).join('; '))]),
    ].join('\n');
    return {
      id: `shown-choice-${decision.id}`,
      title,
      blocks: [...shortText(decision.note), ...(table === undefined ? [] : [table])],
      ...(notes !== '' && { notes }),
    };
  });
}

/** The first paragraph of what somebody typed, not too long for a slide. */
function shortText(text: string, most = 280): readonly ShownBlock[] {
  const [first] = typedText(text);
  if (first?.kind !== 'paragraph') return [];
  return [paragraph(shortened(wordsOf(first.text), most))];
}

/** Why this focus: what it is about in words, and where its key figure stands. */
export function areaShown({ report, histories }: AreaMaterial, facts: string, writing: Writing): Showing | undefined {
  const { area, figures, outcomes, rows } = report;
  const [figure] = figures;
  const t = shownTexts(writing.language).figure;
  if (figure === undefined && area.purpose.trim() === '' && facts === '') return undefined;
  const said = [...shortText(area.purpose, 200), ...(facts === '' ? [] : [paragraph(shortened(facts, 260))])];
  const counts = [
    { value: String(rows.causes.length), words: t.causes(rows.causes.length) },
    { value: String(rows.proposals.length), words: t.proposals(rows.proposals.length) },
    { value: String(rows.actions.length), words: t.actions(rows.actions.length) },
  ];
  const effect = outcomes.find(({ outcome }) => outcome?.history.code === figure?.code);
  const history = histories.find(({ code }) => code === figure?.code) ?? effect?.outcome?.history;
  // The chart of an effect is compared as the effect is; the words beside it say the same.
  const seen =
    figure !== undefined && history !== undefined && history === effect?.outcome?.history
      ? comparedAs(figure, history, effect.effect.comparison ?? 'similar')
      : figure;
  const numbers = seen === undefined ? counts : figureNumbers(seen, writing);
  const drawn = history !== undefined && history.years.length > 1;
  const source = history && historySource(history.source, history.years, writing.language, formatDate);
  const large: readonly ShownBlock[] =
    numbers.length === 0 ? [] : [{ kind: 'numbers', items: numbers, source: source ?? documented(writing) }];
  const words: readonly ShownBlock[] = said.length > 0 ? said : [paragraph(area.title)];
  return {
    id: `shown-area-${area.id}`,
    title: (seen && levelSentence(seen, writing)) ?? aim(area.purpose) ?? area.title,
    ...(drawn
      ? { blocks: [...words, ...large], beside: [historyCharts(history, undefined, source, writing.language)] }
      : { blocks: words, ...(large.length > 0 && { beside: large }) }),
    notes: [area.purpose, facts].filter((each) => each.trim() !== '').join('\n'),
  };
}

function comparedAs(
  figure: FollowedFigure,
  history: FigureHistory,
  comparison: FollowedFigure['comparison'],
): FollowedFigure {
  const { now } = figure;
  if (now === undefined) return figure;
  return { ...figure, comparison, now: { ...now, median: medianAt(history, history.years.indexOf(now.year)) } };
}

/** The first sentence of what somebody typed, where it can stand as a title. */
function aim(text: string): string | undefined {
  const sentence = /^[^.!?\n]{12,110}(?=[.!?]?(?:\s|$))/.exec(text.trim())?.[0];
  return sentence?.trim();
}

/** A key figure over the years, with the median of those it is compared with. */
export function historyCharts(
  history: FigureHistory,
  id: string | undefined,
  source: string | undefined,
  language: Writing['language'],
): Charts {
  const t = texts(language).figures;
  const { title, unit, years } = history;
  const values = [...history.own].map(known);
  const comparison = years.map((_, index) => medianAt(history, index));
  const chart: Chart = {
    kind: 'line',
    unit,
    decimals: decimalsOf(values),
    categories: years.map(String),
    series: [
      { name: t.own, own: true, values },
      ...(comparison.some((value) => value !== undefined)
        ? [{ name: shownTexts(language).figure.medianLine, values: comparison }]
        : []),
    ],
  };
  return { kind: 'charts', id, charts: [{ title, alt: t.picture(title), chart }], source };
}

/** Where a key figure stands now, against those it is compared with. */
function levelSentence({ title, now, noticed, comparison }: FollowedFigure, { language }: Writing): string | undefined {
  const t = shownTexts(language).figure;
  const known = now ?? noticed;
  if (known === undefined) return undefined;
  const value = `${formatFigure(known.value, language)} ${known.unit}`;
  const median = now?.median;
  const percent = median === undefined || median <= 0 ? 0 : (known.value / median - 1) * 100;
  const rounded = formatNumber(Math.abs(percent), language);
  const name = shortened(title, longestName.title);
  if (Math.abs(percent) < 1 || Math.abs(percent) > 400) return t.level(name, value, known.year);
  return t[percent > 0 ? 'above' : 'below'](name, value, rounded, t.groups[comparison]);
}

function figureNumbers({ noticed, now, comparison }: FollowedFigure, { language }: Writing): readonly KeyNumber[] {
  const t = shownTexts(language).figure;
  const said = (value: number) => formatFigure(value, language);
  const moved =
    noticed !== undefined && now !== undefined && now.year > noticed.year
      ? [{ value: `${said(noticed.value)} → ${said(now.value)}`, words: t.thenNow(now.unit, noticed.year, now.year) }]
      : now !== undefined
        ? [{ value: said(now.value), words: t.now(now.unit, now.year) }]
        : noticed !== undefined
          ? [{ value: said(noticed.value), words: t.noticed(noticed.unit, noticed.year) }]
          : [];
  const median =
    now?.median === undefined
      ? []
      : [{ value: said(now.median), words: `${t.median(t.groups[comparison])}, ${now.year}` }];
  return [...moved, ...median];
}

/** Its key figures over the years; nothing where the one there is stands among the effects. */
export function figuresShown(
  { report }: AreaMaterial,
  blocks: PartContent['blocks'],
  { language }: Writing,
): Showing | undefined {
  const charts = blocks.filter((block) => block.kind === 'figure');
  const table = blocks.find((block) => block.kind === 'table');
  const { figures, area } = report;
  // One alone stands where it is told why the focus was chosen.
  if (figures.length < 2) return undefined;
  const moved = figures.flatMap((figure) => movedSentence(figure, language) ?? []);
  const newer = figures.find(
    ({ noticed, now }) => noticed !== undefined && now !== undefined && now.year > noticed.year,
  );
  const title =
    (newer && movedSentence(newer, language)?.replace(/\.$/, '')) ??
    shownTexts(language).figure.noneNewer(figures.length);
  return {
    id: `shown-figures-${area.id}`,
    title,
    blocks: charts.length < 2 ? (table === undefined ? [] : [table]) : charts.slice(0, 4),
    notes: moved.join('\n'),
  };
}

/** Causes that stand on the slide, and from how many on their areas are drawn. */
const [mostCauses, manyCauses] = [5, 9];

function evidenceCount({ weighings }: AreaMaterial['causes'], id: string): number {
  const { supports = 0, contradicts = 0 } = weighings.get(id) ?? {};
  return supports + contradicts;
}

/** Those with support first, then those with most evidence. */
function inWeight(analysis: AreaMaterial['causes']): AreaMaterial['causes']['causes'] {
  const rank = { supported: 0, hypothesis: 1, rejected: 2 };
  return analysis.causes.toSorted(
    (a, b) =>
      rank[a.state ?? 'hypothesis'] - rank[b.state ?? 'hypothesis'] ||
      evidenceCount(analysis, b.id) - evidenceCount(analysis, a.id),
  );
}

/** What was found, and where. */
export function causesShown({ report, causes: analysis }: AreaMaterial, writing: Writing): Showing | undefined {
  const { language } = writing;
  const t = shownTexts(language).causes;
  const { causes, problems, weighings } = analysis;
  if (causes.length === 0) return undefined;
  const areas = new Map(problems.map(({ row, area }) => [row.id, area]));
  const weight = (id: string) => evidenceCount(analysis, id);
  const order = inWeight(analysis);
  const supported = causes.filter(({ state }) => state === 'supported').length;
  const rejected = causes.filter(({ state }) => state === 'rejected').length;
  const finding =
    supported === 0
      ? t.none(causes.length)
      : supported === causes.length
        ? t.all(supported)
        : t.some(supported, causes.length);
  const title = finding + (rejected > 0 ? t.rejected(rejected) : '');
  const perArea = causes.length >= manyCauses ? areaChart(analysis, writing) : undefined;
  const top = order.slice(0, mostCauses);
  const evidence = causes.reduce((sum, { id }) => sum + weight(id), 0);
  const told = (cause: (typeof causes)[number]) =>
    [areas.get(cause.problem) ?? '', t.states[cause.state ?? 'hypothesis'].toLocaleLowerCase(language)]
      .filter(Boolean)
      .join(', ');
  const notes = [
    ...order
      .filter((cause, index) => index >= mostCauses || cause.title.length > longestName.row)
      .map(({ title: name }) => name),
    ...(supported > 0
      ? order.filter(({ state }) => state === 'supported').map(({ title: name, judgement }) => `${name}: ${judgement}`)
      : []),
  ].join('\n');
  const shown: readonly ShownBlock[] =
    causes.length < 3 || perArea !== undefined
      ? [
          listOf(
            top.map((cause) => [
              { ...strongTitle(shortened(cause.title, longestName.row)), strong: cause.state === 'supported' },
              ...plain(`${capital(told(cause))}.`),
            ]),
          ),
        ]
      : [
          tableOf(
            `shown-causes-${report.area.id}`,
            analysisTexts(language).tableTitle(report.area.title),
            [{ title: t.cause }, { title: t.area }, { title: t.state }, { title: t.evidence }],
            top.map(({ id, title: name, problem, state }) => [
              [{ kind: 'text', text: shortened(name, longestName.row), strong: state === 'supported' }],
              areas.get(problem) ?? '',
              t.states[state ?? 'hypothesis'],
              t.speaks(weighings.get(id)?.supports ?? 0, weighings.get(id)?.contradicts ?? 0),
            ]),
            documented(writing),
          )!,
        ];
  return {
    id: `shown-causes-of-${report.area.id}`,
    title,
    blocks: shown,
    ...(perArea !== undefined
      ? { beside: [perArea] }
      : causes.length < 3 && {
          beside: [
            {
              kind: 'numbers' as const,
              items: [
                { value: String(evidence), words: t.evidenceOf(causes.length) },
                { value: String(report.rows.proposals.length), words: t.proposalsOf(causes.length) },
              ],
              source: documented(writing),
            },
          ],
        }),
    ...(notes !== '' && { notes }),
  };
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Areas of causes, the largest first. */
const mostAreas = 8;

function areaChart({ problems, causes }: AreaMaterial['causes'], writing: Writing): ShownBlock | undefined {
  const t = shownTexts(writing.language).causes;
  const areas = new Map(problems.map(({ row, area }) => [row.id, area]));
  const groups = [...Map.groupBy(causes, ({ problem }) => areas.get(problem) ?? '')]
    .filter(([area]) => area !== '')
    .toSorted((a, b) => b[1].length - a[1].length)
    .slice(0, mostAreas);
  if (groups.length < 2) return undefined;
  const names = withoutPrefix(groups.map(([area]) => area));
  const chart: Chart = {
    kind: 'bar',
    unit: t.number,
    decimals: 0,
    categories: names.map((area) => shortened(area, 36)),
    series: [{ name: t.number, own: true, values: groups.map(([, some]) => some.length) }],
  };
  const alt = t.alt(groups.map(([area, some]) => `${area}: ${some.length}`).join('; '));
  return { kind: 'charts', charts: [{ title: t.perArea, alt, chart }], source: documented(writing) };
}

/** "Personal" and "Lokaler" of "Förskola - Personal" and "Förskola - Lokaler". */
function withoutPrefix(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  const prefix = first.slice(0, first.indexOf(' - ') + 3);
  return prefix.length > 3 && names.every((name) => name.startsWith(prefix) && name.length > prefix.length)
    ? names.map((name) => name.slice(prefix.length))
    : names;
}
