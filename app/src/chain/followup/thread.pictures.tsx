import type { Language } from '../../foundation/texts/index.ts';
import { type ChartAt, type ThreadColumn, ThreadPicture, threadWidth } from '../../foundation/ui/index.ts';
import {
  gapsOf,
  type Stage,
  sameObject,
  stages,
  type ThreadGraph,
  type ThreadNode,
  type ThreadObject,
} from './thread.rules.ts';
import { threadTexts } from './thread.texts.ts';
import { pageOf } from './thread-address.rules.ts';
import { noteOf, titleOf } from './thread-words.ts';

/** Beyond this a picture is neither read nor printed; the list holds any number. */
export const mostDrawn = 250;

/** Beyond the least that a column needs. */
const roomier = 16;

/** What part of the wheel a step belongs to. */
const tones: Readonly<Record<Stage, ThreadColumn['tone']>> = {
  keyFigure: 'analyse',
  observation: 'analyse',
  candidate: 'plan',
  focusArea: 'plan',
  problem: 'analyse',
  cause: 'analyse',
  conclusion: 'analyse',
  proposal: 'act',
  decision: 'act',
  action: 'act',
  effect: 'analyse',
  sameKeyFigure: 'analyse',
};

export interface DrawnThread {
  readonly chart: ChartAt;
  readonly width: number;
  readonly title: string;
}

/** The thread drawn from left to right, with the object marked. */
export function threadPicture(
  graph: ThreadGraph,
  object: ThreadObject | undefined,
  title: string,
  language: Language,
): DrawnThread {
  const t = threadTexts(language);
  const columns = columnsOf(graph, language);
  const gaps = gapsOf(graph);
  const width = threadWidth(columns.length) + columns.length * roomier;
  return {
    title,
    width,
    chart: (at) => (
      <ThreadPicture
        id="trad"
        title={title}
        description={t.description(graph.nodes.length, columns.length)}
        width={at}
        columns={columns}
        nodes={graph.nodes.map((node) => ({
          id: node.key,
          column: columnOf(node),
          title: titleOf(node, language),
          note: shortNote(node, gaps.get(node.key), language),
          href: hrefOf(node),
        }))}
        edges={graph.edges}
        current={object && graph.nodes.find((node) => sameObject(node, object))?.key}
      />
    ),
  };
}

/** A card has room for one thing: what is not there yet, or else how it stands. */
function shortNote(node: ThreadNode, gap: Stage | undefined, language: Language): string | undefined {
  const t = threadTexts(language);
  return gap === undefined ? noteOf(node, undefined, language) || undefined : t.missing(t.next[gap]);
}

/** The columns in order. A focus area need not have been a candidate, and then nothing is missing; causes under causes get columns of their own. */
function columnsOf({ nodes }: ThreadGraph, language: Language): readonly ThreadColumn[] {
  const t = threadTexts(language);
  const shown = stages.filter((stage) => stage !== 'candidate' || nodes.some((node) => node.stage === stage));
  const deepest = Math.max(0, ...nodes.map(depthDrawn));
  return shown.flatMap((stage) =>
    Array.from({ length: stage === 'cause' ? deepest + 1 : 1 }, (_, depth) => ({
      key: `${stage}${depth}`,
      label: t.stage[stage],
      tone: tones[stage],
    })),
  );
}

function columnOf(node: ThreadNode): string {
  return `${node.stage}${depthDrawn(node)}`;
}

/** However deep somebody has asked why, the picture keeps to a width that can be seen. */
function depthDrawn({ depth = 0 }: ThreadNode): number {
  return Math.min(depth, 2);
}

export function hrefOf(node: ThreadNode): string {
  return pageOf(node, node.decided?.proposal);
}
