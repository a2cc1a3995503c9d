import type { Language } from '../../foundation/texts/index.ts';
import {
  type CauseNode,
  CauseTree,
  type ChartAt,
  DrawnTable,
  Fishbone,
  type FishboneBranch,
} from '../../foundation/ui/index.ts';
import type { AnalysedProblem, CauseAnalysis } from './analysis.queries.ts';
import { analysisTexts } from './analysis.texts.ts';
import { allProblems, type View } from './analysis-address.rules.ts';
import type { CauseRow } from './rows.queries.ts';
import { flatTree, type TreeNode } from './tree.rules.ts';

/** The column of the work, with the guided questions beside it. */
export const columnWidth = 860;

export interface AnalysisPicture {
  readonly chart: ChartAt;
  /** As a file; on the page it is drawn as wide as its column. */
  readonly width: number;
  readonly title: string;
}

/** What is shown: one problem, or all of the focus area's. */
export interface Shown {
  readonly name: string;
  readonly problems: readonly AnalysedProblem[];
  /** The one that was chosen. */
  readonly problem: AnalysedProblem | undefined;
}

/** More causes than this are not taken in at one look: the first problem is shown until somebody asks for all. */
const mostCauses = 150;

export function shownOf(analysis: CauseAnalysis, asked: string | null): Shown {
  const { problems, causes, focus } = analysis;
  const chosen = problems.find(({ row }) => row.id === asked);
  const problem = chosen ?? (asked === allProblems || causes.length <= mostCauses ? undefined : problems[0]);
  return problem === undefined
    ? { name: focus.title, problems, problem }
    : { name: problem.row.title, problems: [problem], problem };
}

export function analysisPicture(
  view: View,
  analysis: CauseAnalysis,
  shown: Shown,
  language: Language,
): AnalysisPicture {
  const t = analysisTexts(language);
  const causes = causesOf(shown);
  const count = (state: CauseRow['state']) => causes.filter((row) => row.state === state).length;
  const description = t.pictureDescription(causes.length, count('supported'), count('rejected'));
  const base = { id: `orsaker-${view}`, description };
  if (view === 'tree') {
    const title = t.treeTitle(shown.name);
    const root = rootOf(shown);
    const over = shown.problem === undefined ? { over: t.focusArea } : {};
    const tree = { ...base, ...over, title, root };
    return { title, width: 1100, chart: (width) => <CauseTree {...tree} width={width} /> };
  }
  if (view === 'fishbone') {
    const title = t.fishboneTitle(shown.name);
    const branches = branchesOf(analysis, shown, t.noBranch);
    return {
      title,
      width: 1100,
      chart: (width) => <Fishbone {...base} title={title} width={width} head={shown.name} branches={branches} />,
    };
  }
  const title = t.tableTitle(shown.name);
  return { title, width: 1100, chart: (width) => drawnTable({ ...base, title }, shown, width, language) };
}

export function causesOf({ problems }: Shown): readonly CauseRow[] {
  return problems.flatMap(({ tree }) => flatTree(tree).map(({ row }) => row));
}

function rootOf({ name, problems, problem }: Shown): CauseNode {
  if (problem !== undefined) return problemNode(problem);
  return { id: 'fokus', text: name, children: problems.map(problemNode) };
}

function problemNode({ row, tree }: AnalysedProblem): CauseNode {
  return { id: row.id, text: row.title, href: `/orsaker/${row.id}`, children: tree.map(causeNode) };
}

function causeNode({ row, children }: TreeNode<CauseRow>): CauseNode {
  return {
    id: row.id,
    text: row.title,
    state: row.state ?? 'hypothesis',
    href: `/orsaker/orsak/${row.id}`,
    children: children.map(causeNode),
  };
}

/** The causes nearest the problem sit on the branches, and what lies under them goes along. */
function branchesOf({ branches }: CauseAnalysis, { problems }: Shown, noBranch: string): readonly FishboneBranch[] {
  const roots = problems.flatMap(({ tree }) => tree);
  const known = new Set(branches.map(({ code }) => code));
  const on = (code: string) => roots.filter(({ row }) => row.branch === code);
  const rest = roots.filter(({ row }) => row.branch === null || !known.has(row.branch));
  return [
    ...branches
      .filter(({ code, active }) => active || on(code).length > 0)
      .map(({ code, label }) => ({ label, causes: on(code).map(causeNode) })),
    ...(rest.length > 0 ? [{ label: noBranch, causes: rest.map(causeNode) }] : []),
  ];
}

function drawnTable(
  base: { readonly id: string; readonly title: string; readonly description: string },
  { problems }: Shown,
  width: number,
  language: Language,
) {
  const t = analysisTexts(language);
  const lines = (texts: readonly string[]) => ({ lines: texts.map((text) => ({ text })) });
  return (
    <DrawnTable
      {...base}
      width={width}
      legend={[]}
      columns={[
        { label: t.columns.area, share: 2 },
        { label: t.columns.problem, share: 2.4 },
        { label: t.columns.cause, share: 3.4 },
        { label: t.columns.suggestion, share: 3.4 },
      ]}
      rows={problems.map(({ row, area, tree, suggestions }) => [
        lines([area]),
        { lines: [{ text: row.title, kind: 'strong' }] },
        lines(flatTree(tree).map(({ row: cause, depth }) => itemText(cause, depth, t.state))),
        lines(suggestions.map(({ title }) => `– ${title}`)),
      ])}
    />
  );
}

function itemText(
  { title, state }: CauseRow,
  depth: number,
  states: Readonly<Record<NonNullable<CauseRow['state']>, string>>,
): string {
  const said = state === null || state === 'hypothesis' ? '' : ` (${states[state]})`;
  return `${depth === 0 ? '–' : '›'.repeat(depth)} ${title}${said}`;
}
