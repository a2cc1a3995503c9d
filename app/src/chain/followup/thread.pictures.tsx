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
import { noteOf } from './thread-words.ts';

/** Beyond this a picture is neither read nor printed; the list holds any number. */
export const mostDrawn = 250;

/** What part of the wheel a step belongs to. */
const tones: Readonly<Record<Stage, ThreadColumn['tone']>> = {
  keyFigure: 'analyse',
  observation: 'analyse',
  candidate: 'plan',
  focusArea: 'plan',
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
  const columns = columnsOf(graph).map((stage) => ({ key: stage, label: t.stage[stage], tone: tones[stage] }));
  const gaps = gapsOf(graph);
  const width = threadWidth(columns.length) + columns.length * 30;
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
          column: node.stage,
          title: node.title,
          note: noteOf(node, gaps.get(node.key), language) || undefined,
          href: hrefOf(node),
        }))}
        edges={graph.edges}
        current={object && graph.nodes.find((node) => sameObject(node, object))?.key}
      />
    ),
  };
}

/** A focus area need not have been a candidate, and then nothing is missing. */
function columnsOf({ nodes }: ThreadGraph): readonly Stage[] {
  return stages.filter((stage) => stage !== 'candidate' || nodes.some((node) => node.stage === stage));
}

export function hrefOf(node: ThreadNode): string {
  return pageOf(node, node.decided?.proposal);
}
