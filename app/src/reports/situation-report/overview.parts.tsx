import type { Finding, IndexRow } from '@samband/analysis';
import {
  type Block,
  type InlineText,
  type ListItem,
  paragraph,
  plain,
  sourceLine,
  type Table,
} from '@samband/documents';
import { flagText, indexPicture, leadWords, shownIndex, situationVocabulary } from '../../chain/situation/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { DrawnTable, formatFigure, formatMoney, formatNumber, LineChart } from '../../foundation/ui/index.ts';
import { archiveWords, type FigureSource, Panels, type PartContent, partOf, pictureOf } from '../part/index.ts';
import { indicesShown, standsOutShown } from './shown.parts.ts';
import type { SituationMaterial } from './situation-report.queries.ts';
import { texts } from './situation-report.texts.ts';

/** What every part of a report is made of and written in. */
export interface PartQuestion {
  readonly material: SituationMaterial;
  readonly language: Language;
  readonly own: string | undefined;
}

/** Width that a page of A4 has room for, in CSS pixels. */
export const pageWidth = 640;

export function summaryPart({ material, language }: PartQuestion): PartContent {
  const t = texts(language);
  const { situation } = material;
  const { analysis, choice } = situation;
  const lead = leadWords(analysis.lead, choice.compareWith, language).map(({ text, strong }): InlineText[number] => ({
    kind: 'text',
    text,
    strong,
  }));
  const deviations = analysis.findings.filter(({ kind }) => kind === 'deviation').slice(0, 3);
  const strengths = analysis.findings.filter(({ kind }) => kind === 'strength').slice(0, 3);
  const list = (title: string, findings: readonly Finding[]): readonly Block[] =>
    findings.length === 0
      ? []
      : [
          paragraph(title),
          { kind: 'list', ordered: false, items: findings.map((finding) => findingItem(finding, language)) },
        ];
  return partOf(
    t.parts.summary,
    [
      { kind: 'paragraph', text: lead, lead: true },
      ...list(t.summary.deviations, deviations),
      ...list(t.summary.strengths, strengths),
      { kind: 'notice', title: t.summary.readTitle, text: plain(t.summary.read) },
      paragraph([
        {
          kind: 'text',
          text: sourceLine(sourceOf(material, 'both', yearsOf([...deviations, ...strengths]), language), language),
          emphasis: true,
        },
      ]),
    ],
    [...deviations, ...strengths].flatMap((finding) => sourcesOf(material, finding)),
  );
}

function findingItem(finding: Finding, language: Language): ListItem {
  const t = texts(language).summary;
  const words = situationVocabulary(language);
  const { title, value, unit, year, comparison, trend, potentialKr, kind } = finding;
  const said = t.finding(
    formatFigure(value, language),
    unit,
    year,
    formatFigure(comparison.median, language),
    words.trend[trend.word],
  );
  const money = potentialKr === null || kind === 'strength' ? '' : t.money(formatMoney(potentialKr, language));
  return {
    text: [
      { kind: 'text', text: title, strong: true },
      { kind: 'text', text: `${said}${money}.` },
    ],
  };
}

export async function indicesPart({ material, language, own }: PartQuestion): Promise<PartContent> {
  const t = texts(language).indices;
  const words = situationVocabulary(language);
  const { situation, name } = material;
  const { analysis, choice, classMedians } = situation;
  const rows = analysis.indices;
  const efficiency = rows
    .filter((row) => row.kind === 'efficiency' && row.shown === 'published' && row.rank !== null)
    .toSorted((a, b) => b.published! - a.published!);
  const at = (row: IndexRow) =>
    t.at(words.indexArea[row.area], formatNumber(row.published!, language), shownIndex(row).rank);
  const [best, worst] = [efficiency[0], efficiency.at(-1)];
  const table = indexPicture({
    rows,
    classMedians,
    name,
    year: choice.year,
    compareWith: choice.compareWith,
    language,
    stripWidth: 104,
  });
  const told = efficiency.map(at).join(', ');
  const source = sourceOf(material, 'both', yearsOf(rows), language);
  return partOf(
    texts(language).parts.indices,
    [
      {
        kind: 'paragraph',
        lead: true,
        text: plain(best && worst && best !== worst ? t.lead(at(best), at(worst)) : t.leadNone),
      },
      await pictureOf({
        id: 'index-picture',
        chart: (width) => <DrawnTable {...table} width={width} />,
        width: 680,
        scale: 0.9,
        caption: t.picture(name, choice.year),
        alt: t.alt(name, choice.year, told),
        source,
        language,
        own,
      }),
      {
        kind: 'table',
        id: 'index-table',
        caption: t.table,
        columns: [
          { title: t.area, width: 0.22 },
          ...indexKinds.map((kind) => ({ title: words.indexKind[kind], align: 'end' as const, width: 0.26 })),
        ],
        rows: [...Map.groupBy(rows, ({ area }) => area)].map(([area, some]) => ({
          cells: [
            plain(words.indexArea[area]),
            ...indexKinds.map((kind) =>
              indexCell(
                some.find((row) => row.kind === kind),
                language,
              ),
            ),
          ],
        })),
        rowHeader: true,
        source,
      },
    ],
    rows.flatMap((row) =>
      row.shown === 'none'
        ? []
        : [
            figureSource(material, {
              code: row.kpi,
              title: `${words.indexArea[row.area]}: ${words.indexKind[row.kind].toLowerCase()} (index)`,
              year: row.year,
              own: row.shown === 'own',
            }),
          ],
    ),
    [indicesShown(rows, { name, ...choice }, language, source)],
  );
}

const indexKinds = ['resource', 'quality', 'efficiency'] as const;

/** "48 · 166/290 · 55": value, place and the median of the comparison, as the caption says. */
function indexCell(row: IndexRow | undefined, language: Language): InlineText {
  const t = texts(language).indices;
  if (row === undefined) return plain('–');
  const { value, rank } = shownIndex(row);
  if (value === null) return plain(t.missing);
  const median = row.similarMedian === null ? '–' : formatNumber(row.similarMedian, language);
  const own = row.shown === 'own' ? ` (${t.own})` : '';
  return [
    { kind: 'text', text: `${formatNumber(value, language)}${own}`, strong: true },
    { kind: 'text', text: ` · ${rank || '–'} · ${median}` },
  ];
}

const mostFindings = 9;
const mostLines = 4;

export async function standsOutPart(question: PartQuestion): Promise<PartContent> {
  const { material, language } = question;
  const t = texts(language).standsOut;
  const words = situationVocabulary(language);
  const { choice, analysis } = material.situation;
  const findings = analysis.findings.slice(0, mostFindings);
  if (findings.length === 0) return partOf(texts(language).parts.standsOut, [paragraph(t.none)]);
  const source = sourceOf(material, 'both', yearsOf(findings), language);
  const table: Table = {
    kind: 'table',
    id: 'findings',
    caption: t.table,
    columns: [
      { title: t.place, width: 0.05 },
      { title: t.keyFigure, width: 0.4 },
      { title: t.value, align: 'end', width: 0.16 },
      { title: `${t.median} (${words.comparisonShort[choice.compareWith.kind]})`, align: 'end', width: 0.12 },
      { title: t.trend, width: 0.14 },
      { title: t.money, align: 'end', width: 0.13 },
    ],
    rows: findings.map((finding) => ({
      cells: [
        plain(String(finding.rank)),
        [
          { kind: 'text', text: finding.title, strong: true },
          { kind: 'break' },
          { kind: 'text', text: remarks(finding, language) },
        ],
        plain(`${formatFigure(finding.value, language)} ${finding.unit} (${finding.year})`),
        plain(formatFigure(finding.comparison.median, language)),
        plain(words.trend[finding.trend.word]),
        plain(finding.potentialKr === null ? '–' : formatMoney(finding.potentialKr, language)),
      ],
    })),
    source: `${source} ${t.moneyNote}`,
  };
  return partOf(
    texts(language).parts.standsOut,
    [
      { kind: 'paragraph', lead: true, text: plain(t.lead(findings.length)) },
      table,
      await developments(question, analysis.findings.filter(({ kind }) => kind === 'deviation').slice(0, mostLines)),
    ],
    findings.flatMap((finding) => sourcesOf(material, finding)),
    standsOutShown(findings, table, choice, language, source),
  );
}

function remarks(finding: Finding, language: Language): string {
  const words = situationVocabulary(language);
  return [
    words.area[finding.area],
    finding.kpi,
    ...(finding.kind === 'strength' ? [texts(language).standsOut.strength] : []),
    ...finding.flags.filter(({ code }) => code !== 'olderYear').map((flag) => flagText(flag, language)),
  ].join(' · ');
}

/** The strongest deviations over the years, four to a picture. */
async function developments({ material, language, own }: PartQuestion, findings: readonly Finding[]) {
  if (findings.length === 0) return undefined;
  const t = texts(language).standsOut;
  const height = 172;
  const described = findings.flatMap(({ title, unit, series }) => {
    const known = series.years.filter((_, i) => !Number.isNaN(series.own[i]!));
    const [from, to] = [known[0], known.at(-1)];
    if (from === undefined || to === undefined) return [];
    const value = (year: number) => formatFigure(series.own[series.years.indexOf(year)]!, language);
    return [t.line(title, value(from), from, value(to), to, unit)];
  });
  return pictureOf({
    id: 'developments',
    width: pageWidth + 60,
    caption: t.picture,
    alt: t.alt(described.join(' ')),
    source: sourceOf(
      material,
      'both',
      findings.flatMap(({ series }) => series.years),
      language,
    ),
    language,
    own,
    chart: (width) => (
      <Panels
        title={t.picture}
        description={described.join(' ')}
        columns={2}
        width={width}
        panels={findings.map(({ kpi, title, unit, series }) => ({
          heading: shortened(title),
          height,
          draw: (each) => (
            <LineChart
              id={`utveckling-${kpi}`}
              title={title}
              description={title}
              width={each}
              height={height}
              years={series.years}
              unit={unit}
              series={[
                { kind: 'own', label: t.own, values: present(series.own) },
                { kind: 'comparison', label: t.median2, values: present(series.comparisonMedian) },
              ]}
            />
          ),
        }))}
      />
    ),
  });
}

function shortened(title: string): string {
  return title.length > 46 ? `${title.slice(0, 45).trimEnd()}…` : title;
}

function present(values: ArrayLike<number>): readonly (number | undefined)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? undefined : value));
}

export function yearsOf(rows: readonly { readonly year: number }[]): readonly number[] {
  return rows.map(({ year }) => year);
}

export function sourceOf(
  { archive }: SituationMaterial,
  kind: 'published' | 'computed' | 'both',
  years: readonly number[],
  language: Language,
): string {
  return archiveWords(kind, archive, years, language);
}

/** A value as it was published, or as we have computed it. */
export function figureSource(
  { archive }: SituationMaterial,
  figure: {
    readonly code: string;
    readonly title: string;
    readonly year: number;
    readonly own?: boolean;
    readonly preliminary?: boolean;
  },
): FigureSource {
  const kind = archive.exampleData
    ? 'example'
    : figure.own === true
      ? 'computed'
      : figure.preliminary === true
        ? 'preliminary'
        : 'published';
  return {
    code: figure.code,
    title: figure.title,
    years: [figure.year],
    kind,
    fetched: archive.exampleData ? '' : archive.fetched,
  };
}

function sourcesOf(material: SituationMaterial, { kpi, title, year, flags }: Finding): readonly FigureSource[] {
  const preliminary = flags.some(({ code }) => code === 'preliminary' || code === 'notYetPublished');
  return [figureSource(material, { code: kpi, title, year, preliminary })];
}
