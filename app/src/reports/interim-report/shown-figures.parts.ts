import {
  type Chart,
  type Charts,
  type KeyNumber,
  paragraph,
  type Showing,
  type ShownBlock,
  shortened,
  wordsOf,
} from '@samband/documents';
import { type FollowedFigure, movedSentence } from '../../chain/followup/index.ts';
import type { FigureHistory } from '../../chain/situation/index.ts';
import { formatDate, formatFigure, formatNumber } from '../../foundation/ui/index.ts';
import type { PartContent } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import {
  decimalsOf,
  documented,
  historySource,
  known,
  medianAt,
  typedText,
  type Writing,
} from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { longestName } from './shown.rules.ts';
import { shownTexts } from './shown.texts.ts';

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

/** The first paragraph of what somebody typed, not too long for a slide. */
export function shortText(text: string, most = 280): readonly ShownBlock[] {
  const [first] = typedText(text);
  if (first?.kind !== 'paragraph') return [];
  return [paragraph(shortened(wordsOf(first.text), most))];
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
