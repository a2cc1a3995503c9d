import type { FourFields } from '@samband/analysis';
import { type Block, type Figure, paragraph, plain, type Showing, type Table } from '@samband/documents';
import {
  costTreeProps,
  costTreeRows,
  fourFieldProps,
  situationTexts,
  situationVocabulary,
  treeFinding,
} from '../../chain/situation/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  CostTree,
  FourField,
  formatFigure,
  formatMoney,
  formatNumber,
  formatRank,
  formatSigned,
} from '../../foundation/ui/index.ts';
import { Panels, type PartContent, partOf, pictureOf } from '../part/index.ts';
import { keyFigureRows } from './key-figures.queries.ts';
import { figureSource, type PartQuestion, pageWidth, sourceOf, yearsOf } from './overview.parts.tsx';
import { texts } from './situation-report.texts.ts';

const fieldHeight = 212;
/** With fewer dots nothing can be read out of the fields. */
const fewestPoints = 10;

export async function fourFieldsPart(question: PartQuestion): Promise<PartContent> {
  const { material, language } = question;
  const t = texts(language).fourFields;
  const words = situationVocabulary(language);
  const { analysis } = material.situation;
  const drawn = analysis.fourFields.filter(({ points }) => points.length >= fewestPoints);
  const title = texts(language).parts.fourFields;
  if (drawn.length === 0) return partOf(title, [paragraph(t.none)]);
  const picture = await fieldsPicture(question, drawn, printed);
  const order = ['dearWeak', 'dearGood', 'cheapWeak', 'cheapGood', null];
  const foremost = drawn
    .toSorted((a, b) => order.indexOf(a.ownField) - order.indexOf(b.ownField))
    .slice(0, onSlide.columns);
  const shownPicture = await fieldsPicture(question, foremost, onSlide);
  const table: Table = {
    kind: 'table',
    id: 'role-models',
    caption: t.models,
    columns: [
      { title: t.area },
      { title: t.resource, align: 'end' },
      { title: t.quality, align: 'end' },
      { title: t.municipalities },
    ],
    rows: drawn.map(({ area, own, roleModels }) => ({
      cells: [
        words.indexArea[area],
        own === null ? '–' : formatNumber(own.resource, language),
        own === null ? '–' : formatNumber(own.quality, language),
        own === null
          ? situationTexts(language).fourField.ownUnplaced
          : roleModels
              .slice(0, 5)
              .map(({ unit }) => material.figures.title(unit))
              .join(', ') || t.noModels,
      ].map(plain),
    })),
    rowHeader: true,
    source: sourceOf(material, 'both', yearsOf(drawn), language),
  };
  const finding = fieldWords(foremost, language).replace(/\.$/, '');
  return partOf(
    title,
    [{ kind: 'paragraph', lead: true, text: plain(t.lead(fieldWords(drawn, language))) }, table, picture],
    [],
    [
      {
        id: 'shown-four-fields',
        title: finding === '' ? title : finding,
        blocks: [{ ...shownPicture, caption: t.picture }],
        notes: t.lead(fieldWords(drawn, language)),
      },
      { id: 'shown-role-models', title: t.models, blocks: [table] },
    ],
  );
}

/** How many beside each other, and how wide together: on paper, and with letters for a screen far away. */
interface Setting {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}
const printed: Setting = { columns: 2, width: pageWidth + 40, height: fieldHeight };
const onSlide: Setting = { columns: 3, width: 780, height: 250 };

function fieldsPicture(
  asked: PartQuestion,
  some: readonly FourFields[],
  { columns, width: whole, height }: Setting,
): Promise<Figure> {
  const { material, language, own } = asked;
  const t = texts(language).fourFields;
  const words = situationVocabulary(language);
  const described = some
    .map((fields) => fieldProps(asked, fields))
    .map(({ title, description }) => `${title}. ${description}`)
    .join(' ');
  return pictureOf({
    id: 'four-fields',
    width: whole,
    caption: t.picture,
    alt: t.alt(described),
    source: sourceOf(material, 'published', yearsOf(some), language),
    language,
    own,
    chart: (width) => (
      <Panels
        title={t.picture}
        description={described}
        columns={columns}
        width={width}
        panels={some.map((fields) => ({
          heading: words.indexArea[fields.area],
          height,
          draw: (each) => <FourField {...fieldProps(asked, fields)} width={each} height={height} />,
        }))}
      />
    ),
  });
}

/** Names that a small field has room for. */
const mostNames = 3;

function fieldProps({ material, language }: PartQuestion, fields: FourFields) {
  const { comparison } = material.situation.comparison;
  const props = fourFieldProps({
    fields,
    unit: material.situation.choice.unit,
    similar: comparison.kind === 'all' ? [] : comparison.unitsFor(fields.area, null),
    titleOf: material.figures.title,
    language,
  });
  return { ...props, roleModels: props.roleModels?.slice(0, mostNames) ?? [] };
}

/** "Förskola är dyr, god kvalitet; LSS är …" */
function fieldWords(drawn: readonly FourFields[], language: Language): string {
  const t = texts(language).fourFields;
  const { corners } = situationTexts(language).fourField;
  const cornerOf = {
    cheapGood: corners.topRight,
    dearGood: corners.topLeft,
    cheapWeak: corners.bottomRight,
    dearWeak: corners.bottomLeft,
  };
  const said = drawn.flatMap(({ area, ownField }) =>
    ownField === null ? [] : [t.at(situationVocabulary(language).indexArea[area], cornerOf[ownField])],
  );
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

export async function costTreesPart({ material, language, own }: PartQuestion): Promise<PartContent> {
  const t = texts(language).costTrees;
  const words = situationVocabulary(language);
  const { choice } = material.situation;
  const blocks: Block[] = [];
  for (const [place, { id, view }] of largestFirst(material).entries()) {
    const chart = costTreeProps(view, id, language);
    if (chart === undefined || !view.tree.ok) continue;
    const finding = treeFinding(view, id, choice, language);
    blocks.push(paragraph(finding));
    if (place >= mostTrees) continue;
    const lines = costTreeRows(view.tree.root).map(({ part }) => `${part.title} ${formatMoney(part.kronor, language)}`);
    blocks.push(
      await pictureOf({
        id: `cost-tree-${id}`,
        chart: (width) => <CostTree {...chart} width={width} />,
        width: pageWidth + 60,
        scale: 0.58,
        caption: t.picture(chart.title),
        alt: t.alt(finding, lines.join(', ')),
        source: sourceOf(material, 'computed', [choice.year], language),
        language,
        own,
      }),
    );
  }
  const deviations = material.trees[0]?.view.deviations ?? [];
  const table: Table | undefined =
    deviations.length === 0
      ? undefined
      : {
          kind: 'table',
          id: 'net-cost-deviations',
          caption: t.deviations,
          columns: [
            { title: t.area, width: 0.4 },
            { title: t.percent, align: 'end', width: 0.2 },
            { title: t.median, align: 'end', width: 0.2 },
            { title: t.amount, align: 'end', width: 0.2 },
          ],
          rows: deviations.map(({ area, percent, comparisonMedian, kronor }) => ({
            cells: [
              words.area[area],
              formatSigned(percent, language, 1),
              comparisonMedian === null ? '–' : formatSigned(comparisonMedian, language, 1),
              kronor === null ? '–' : formatMoney(kronor, language),
            ].map(plain),
          })),
          rowHeader: true,
          source: `${sourceOf(material, 'both', [choice.year], language)} ${t.deviationsNote}`,
        };
  return partOf(
    texts(language).parts.costTrees,
    [{ kind: 'paragraph', lead: true, text: plain(blocks.length === 0 ? t.none : t.lead) }, ...blocks, table],
    deviations.map(({ kpi, area }) =>
      figureSource(material, { code: kpi, title: `${t.deviations}: ${words.area[area]}`, year: choice.year }),
    ),
    [
      treeShown({ material, language, own }),
      table && { id: 'shown-deviations', title: deviationFinding(deviations, language), blocks: [table] },
    ],
  );
}

/** The largest service that differs from the comparison, and from which of its parts that comes. */
function treeShown({ material, language }: PartQuestion): Showing | undefined {
  const [first] = largestFirst(material);
  if (first === undefined || !first.view.tree.ok) return undefined;
  const { choice } = material.situation;
  const t = texts(language).costTrees;
  const { children } = first.view.tree.root;
  if (children.length < 2) return undefined;
  const finding = treeFinding(first.view, first.id, choice, language);
  const lines = children.map(({ title, kronor }) => `${title} ${formatMoney(kronor, language)}`);
  return {
    id: 'shown-tree',
    title: finding.replace(/\.$/, ''),
    blocks: [
      {
        kind: 'charts',
        charts: [
          {
            title: t.parts,
            alt: t.alt(finding, lines.join(', ')),
            chart: {
              kind: 'bar',
              unit: t.millions,
              decimals: 1,
              categories: children.map(({ title }) => title),
              series: [{ name: t.parts, own: true, values: children.map(({ kronor }) => kronor / 1_000_000) }],
            },
          },
        ],
        source: sourceOf(material, 'computed', [choice.year], language),
      },
    ],
    notes: t.lead,
  };
}

function deviationFinding(
  deviations: PartQuestion['material']['trees'][number]['view']['deviations'],
  language: Language,
): string {
  const t = texts(language).costTrees;
  const largest = deviations.toSorted((a, b) => Math.abs(b.percent) - Math.abs(a.percent))[0];
  return largest === undefined
    ? t.deviations
    : t.deviates(situationVocabulary(language).area[largest.area], formatSigned(largest.percent, language, 1));
}

/** A page has room for one tree; the others are told in a sentence. */
const mostTrees = 1;

/** The service whose cost is farthest from the comparison first. */
function largestFirst({ trees }: PartQuestion['material']) {
  const size = ({ view }: (typeof trees)[number]) => (view.tree.ok ? Math.abs(view.tree.root.kronor) : -1);
  return trees.toSorted((a, b) => size(b) - size(a));
}

export function keyFiguresPart({ material, language }: PartQuestion): PartContent {
  const t = texts(language).keyFigures;
  const words = situationVocabulary(language);
  const rows = keyFigureRows(material);
  const areas = Map.groupBy(rows, ({ area }) => area);
  return partOf(
    texts(language).parts.keyFigures,
    [
      paragraph(t.lead),
      {
        kind: 'table',
        id: 'key-figures',
        caption: t.table,
        columns: [
          { title: t.keyFigure },
          { title: t.year },
          { title: t.value, align: 'end' },
          { title: t.median, align: 'end' },
          { title: t.rank, align: 'end' },
        ],
        rows: [...areas].flatMap(([area, some]) => [
          { role: 'group' as const, cells: [plain(words.area[area])] },
          ...some.map(({ kpi, title, unit, year, value, median, rank, of }) => ({
            cells: [
              `${title}, ${unit} (${kpi})`,
              String(year),
              formatFigure(value, language),
              median === undefined ? '–' : formatFigure(median, language),
              rank === undefined ? '–' : formatRank(rank, of),
            ].map(plain),
          })),
        ]),
        rowHeader: true,
        source: sourceOf(material, 'both', yearsOf(rows), language),
      },
    ],
    rows.map(({ kpi, title, year }) => figureSource(material, { code: kpi, title, year })),
  );
}

export function methodPart({ material, language }: PartQuestion): PartContent {
  const t = texts(language).method;
  const words = situationVocabulary(language);
  const { situation, figures } = material;
  const { choice, comparison, analysis } = situation;
  const { coverage } = analysis;
  const named = (members: readonly string[]) =>
    members
      .filter((unit) => unit !== choice.unit)
      .map((unit) => figures.title(unit))
      .join(', ');
  const [only] = comparison.used;
  const { kind } = choice.compareWith;
  const compared: readonly Block[] =
    kind === 'all'
      ? [paragraph(t.comparedAll)]
      : comparison.used.length > 1
        ? [
            paragraph(
              t.groups(
                comparison.used
                  .map(({ title, members }) => t.group(shortTitle(title, figures.title(choice.unit)), named(members)))
                  .join(' '),
              ),
            ),
          ]
        : [
            paragraph(
              t.compared(
                words.comparison[kind],
                named(only?.members ?? comparison.comparison.unitsFor('economy', null)),
              ),
            ),
          ];
  return partOf(texts(language).parts.method, [
    ...compared,
    paragraph(t.coverage(coverage.judged, coverage.noOwnValue + coverage.tooFewReporting + coverage.tooSmallGroup)),
    paragraph(t.rules),
    paragraph(`${t.trend} ${t.missing}`),
  ]);
}

/** "Liknande kommuner äldreomsorg, Lekeberg, 2024" is "äldreomsorg 2024" where all are of that kind and of one municipality. */
function shortTitle(title: string, municipality: string): string {
  return title.replace(/^Liknande kommuner,? /, '').replace(`, ${municipality}, `, ' ');
}
