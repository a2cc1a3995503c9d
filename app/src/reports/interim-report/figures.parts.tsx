import { type Block, type Chart, paragraph, plain } from '@samband/documents';
import type { FollowedFigure } from '../../chain/followup/index.ts';
import { movedSentence } from '../../chain/followup/index.ts';
import { type FigureHistory, observationTexts, situationVocabulary } from '../../chain/situation/index.ts';
import { formatDate, formatFigure, LineChart } from '../../foundation/ui/index.ts';
import { type FigureSource, type PartContent, partOf, pictureOf, sourceTexts, yearWords } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import {
  decimalsOf,
  historySource,
  known,
  medianAt,
  tableOf,
  typedText,
  type Writing,
} from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { figuresShown } from './shown-figures.parts.ts';

/** Most charts of one focus area; the table has them all. */
const mostCharts = 4;

/** The key figures of a focus area as they were noticed and as they stand, with what people saw and experienced. */
export async function figuresPart(material: AreaMaterial, writing: Writing): Promise<PartContent> {
  const { report, histories } = material;
  const { language } = writing;
  const t = texts(language);
  const { figures, rows, area } = report;
  const moved = figures.flatMap((figure) => movedSentence(figure, language) ?? []);
  const charts: Block[] = [];
  for (const history of histories.slice(0, mostCharts)) charts.push(await historyPicture(history, area.id, writing));
  const content = partOf(
    t.parts.figures,
    [
      paragraph(figures.length === 0 ? t.figures.none : moved.join(' ')),
      figuresTable(figures, area.id, writing),
      ...charts,
      ...observed(rows.observations, writing),
    ],
    figures.flatMap(sourcesOf),
  );
  return partOf(content.title, content.blocks, content.sources, [figuresShown(material, content.blocks, writing)]);
}

function figuresTable(figures: readonly FollowedFigure[], id: string, writing: Writing): Block | undefined {
  const { language } = writing;
  const t = texts(language).figures;
  const words = situationVocabulary(language);
  const value = (figure: { readonly value: number; readonly year: number } | undefined, missing: string) =>
    figure === undefined ? missing : `${formatFigure(figure.value, language)} (${figure.year})`;
  return tableOf(
    `figures-${id}`,
    t.table,
    [
      { title: t.figure, width: 0.36 },
      { title: t.noticed, align: 'end', width: 0.17 },
      { title: t.now, align: 'end', width: 0.17 },
      { title: t.median, align: 'end', width: 0.15 },
      { title: t.trend, width: 0.15 },
    ],
    figures.map(({ code, title, noticed, now }) => [
      `${title} (${[code, now?.unit ?? noticed?.unit].filter(Boolean).join(', ')})`,
      value(noticed, t.notFrozen),
      value(now, t.noValue),
      now?.median === undefined ? '–' : formatFigure(now.median, language),
      now === undefined ? '–' : words.trend[now.trend],
    ]),
    figuresSource(figures, language),
  );
}

/** One sentence for all of them: the archive they were read from now, and the years. */
function figuresSource(figures: readonly FollowedFigure[], language: Writing['language']): string {
  const t = sourceTexts(language);
  const local: string[] = [];
  const years: number[] = [];
  let archive: { readonly exampleData: boolean; readonly fetchedAt: string } | undefined;
  for (const { noticed, now } of figures) {
    const own = [noticed?.year, now?.year].filter((year) => year !== undefined);
    if (now?.source.kind === 'local') local.push(t.local(yearWords(own), now.source.source));
    else {
      years.push(...own);
      archive ??= now?.source.archive ?? noticed?.archive;
    }
  }
  const read =
    archive === undefined
      ? []
      : [archive.exampleData ? t.example(yearWords(years)) : t.both(yearWords(years), formatDate(archive.fetchedAt))];
  return [...read, ...new Set(local)].join(' ');
}

/** Each value by itself: a figure that was frozen keeps its own retrieval. */
export function sourcesOf({ code, title, noticed, now }: FollowedFigure): readonly FigureSource[] {
  const sources: FigureSource[] = [];
  if (noticed !== undefined) {
    const { archive, year } = noticed;
    sources.push({
      code,
      title,
      years: [year],
      kind: archive.exampleData ? 'example' : 'published',
      fetched: archive.exampleData ? '' : formatDate(archive.fetchedAt),
    });
  }
  if (now !== undefined) {
    const { source, year, preliminary } = now;
    if (source.kind === 'local') {
      sources.push({ code, title, years: [year], kind: 'local', fetched: '', from: source.source });
    } else {
      const { exampleData, fetchedAt } = source.archive;
      sources.push({
        code,
        title,
        years: [year],
        kind: exampleData ? 'example' : preliminary ? 'preliminary' : 'published',
        fetched: exampleData ? '' : formatDate(fetchedAt),
      });
    }
  }
  return sources;
}

async function historyPicture(history: FigureHistory, areaId: string, { language, own }: Writing): Promise<Block> {
  const t = texts(language).figures;
  const { code, title, unit, years } = history;
  const comparison = years.map((_, i) => medianAt(history, i));
  const values = [...history.own].map(known);
  const first = values.findIndex((value) => value !== undefined);
  const last = values.findLastIndex((value) => value !== undefined);
  const said = (index: number) => (index === -1 ? '–' : formatFigure(values[index]!, language));
  const data: Chart = {
    kind: 'line',
    unit,
    decimals: decimalsOf(values),
    categories: years.map(String),
    series: [
      { name: t.own, own: true, values },
      { name: t.comparison, values: comparison },
    ],
  };
  return pictureOf({
    id: `figure-${code}-${areaId}`,
    width: 640,
    caption: t.picture(title),
    alt: t.alt(title, unit, said(first), years[Math.max(0, first)]!, said(last), years[Math.max(0, last)]!),
    source: historySource(history.source, years, language, formatDate),
    language,
    own,
    data,
    chart: (width) => (
      <LineChart
        id={`figure-${code}`}
        title={title}
        description={t.picture(title)}
        width={width}
        height={290}
        years={years}
        unit={unit}
        preliminary={history.preliminaryYears}
        breaks={history.breaks.filter((year) => years.includes(year)).map((year) => ({ year }))}
        series={[
          { kind: 'own', label: t.own, values },
          ...(comparison.some((value) => value !== undefined)
            ? [{ kind: 'comparison' as const, label: t.comparison, values: comparison }]
            : []),
        ]}
      />
    ),
  });
}

function observed(rows: AreaMaterial['report']['rows']['observations'], writing: Writing): readonly Block[] {
  if (rows.length === 0) return [];
  const t = texts(writing.language).figures;
  const words = observationTexts(writing.language);
  return [
    paragraph(t.seen),
    ...rows.flatMap(({ title, note, experience, experienced_by: by, agreement }) => [
      paragraph([{ kind: 'text' as const, text: title, strong: true }]),
      ...typedText(note),
      ...(experience === ''
        ? []
        : [
            {
              kind: 'quote' as const,
              text: plain(experience),
              by: [by === null ? '' : words.experiencedBy[by], agreement === null ? '' : words.agreements[agreement]]
                .filter(Boolean)
                .join('. '),
            },
          ]),
    ]),
  ];
}
