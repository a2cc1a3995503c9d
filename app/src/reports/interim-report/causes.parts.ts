import { type Block, type InlineText, paragraph, plain, type Table, type TableRow } from '@samband/documents';
import { type AnalysedProblem, analysisTexts, evidence, flatTree } from '../../chain/causes/index.ts';
import type { ThreadReport } from '../../chain/followup/index.ts';
import { type PartContent, partOf, sectionId, strongTitle } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { causesShown } from './shown-causes.parts.ts';

/** What was tried, and what the supported causes rest on. The whole table stands in an appendix. */
export function causesPart(material: AreaMaterial, writing: Writing): PartContent {
  const { report, causes: analysis } = material;
  const t = texts(writing.language);
  const { problems, causes } = analysis;
  const supported = causes.filter(({ state }) => state === 'supported');
  const rejected = causes.filter(({ state }) => state === 'rejected');
  if (problems.length === 0) return partOf(t.parts.causes, []);
  const blocks: readonly (Block | undefined)[] = [
    {
      kind: 'paragraph',
      text: [
        ...plain(`${t.causes.lead(problems.length, causes.length, supported.length)} ${t.causes.appendix}`),
        { kind: 'reference', to: causeTableId(report.area.id) },
        ...plain('.'),
      ],
    },
    ...(supported.length === 0
      ? []
      : [
          listOf(
            supported.map(
              ({ title, judgement, judgedOn }): InlineText => [
                strongTitle(title),
                ...plain(judgedOn === null ? judgement : t.causes.judged(judgement, judgedOn)),
              ],
            ),
          ),
        ]),
    evidenceTable(report, supported, writing),
    ...(rejected.length === 0
      ? []
      : [
          paragraph(t.causes.rejectedList),
          listOf(rejected.map(({ title, judgement }) => `${title}${judgement === '' ? '' : `: ${judgement}`}`)),
        ]),
  ];
  return partOf(t.parts.causes, blocks, [], [causesShown(material, writing)]);
}

function evidenceTable(
  { rows, area }: ThreadReport,
  supported: readonly { readonly id: string; readonly title: string }[],
  writing: Writing,
): Table | undefined {
  const t = texts(writing.language).causes;
  const { kind: kinds = {}, stance: stances = {} } = evidence.texts(writing.language).choices ?? {};
  const told = supported.flatMap(({ id, title }) =>
    rows.evidence
      .filter(({ cause }) => cause === id)
      .map((row) => [
        title,
        [row.title, row.source].filter(Boolean).join(' – '),
        kinds[row.kind ?? ''] ?? '',
        stances[row.stance ?? ''] ?? '',
      ]),
  );
  return tableOf(
    `evidence-${area.id}`,
    t.evidence,
    [
      { title: t.evidenceCause, width: 0.28 },
      { title: t.evidenceWords, width: 0.46 },
      { title: t.evidenceKind, width: 0.14 },
      { title: t.evidenceStance, width: 0.12 },
    ],
    told,
    documented(writing),
  );
}

export function causeTableId(areaId: string): string {
  return sectionId(`causeTable-${areaId}`);
}

/** The table as municipalities know it, grouped by area: one appendix for each focus area. */
export function causeTablePart({ report, causes: analysis }: AreaMaterial, writing: Writing): PartContent {
  const t = texts(writing.language).causes;
  const words = analysisTexts(writing.language);
  const department = report.names.get(report.area.department ?? '');
  const title = [department, report.area.title].filter(Boolean).join(': ');
  const groups = Map.groupBy(analysis.problems, ({ row }) => row.area);
  if (analysis.problems.length === 0) return partOf(title, []);
  const rows = [...groups].flatMap(([area, problems]): readonly TableRow[] => [
    ...(area === '' ? [] : [{ role: 'group' as const, cells: [plain(area)] }]),
    ...problems.map((problem) => problemRow(problem, words)),
  ]);
  const table: Table = {
    kind: 'table',
    id: `causes-${report.area.id}`,
    caption: words.tableTitle(report.area.title),
    columns: [
      { title: t.area, width: 0.2 },
      { title: t.problem, width: 0.22 },
      { title: t.cause, width: 0.32 },
      { title: t.suggestion, width: 0.26 },
    ],
    rows,
    source: documented(writing),
  };
  return partOf(title, [table]);
}

function problemRow(
  { row, area, tree, suggestions }: AnalysedProblem,
  words: ReturnType<typeof analysisTexts>,
): TableRow {
  const under = (items: readonly string[]): InlineText =>
    items.flatMap((item, index): InlineText => [...(index === 0 ? [] : [{ kind: 'break' as const }]), ...plain(item)]);
  const causes = flatTree(tree).map(({ row: cause, depth }) => {
    const state = cause.state === null || cause.state === 'hypothesis' ? '' : ` (${words.state[cause.state]})`;
    return `${'\u2003'.repeat(Math.max(0, depth - 1))}${depth > 0 ? '– ' : ''}${cause.title}${state}`;
  });
  return {
    cells: [plain(area), plain(row.title), under(causes), under(suggestions.map(({ title }) => title))],
  };
}
