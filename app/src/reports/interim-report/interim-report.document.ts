import type { ComposedPart, PartContent } from '../part/index.ts';
import { causesPart, causeTablePart } from './causes.parts.ts';
import { figuresPart } from './figures.parts.tsx';
import type { AreaMaterial, InterimMaterial } from './interim-report.queries.ts';
import type { Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { actionsPart, effectsPart, remainingPart } from './outcome.parts.tsx';
import { areaPart, focusPart, interimMethod, interimSummary, situationOverview } from './overview.parts.ts';
import { decisionsPart, impactsPart, priorityPart, proposalsPart } from './proposals.parts.tsx';

type AreaComposer = (material: AreaMaterial, writing: Writing) => PartContent | Promise<PartContent>;

/** The parts of a focus area's chapter, in the order of the thread. */
const areaComposers: Readonly<Record<string, AreaComposer>> = {
  figures: figuresPart,
  causes: causesPart,
  proposals: proposalsPart,
  impacts: impactsPart,
  priority: priorityPart,
  decisions: decisionsPart,
  actions: actionsPart,
  effects: effectsPart,
};

/** The interim report of one or several focus areas, part by part. A part that has nothing to tell has no blocks. */
export async function interimParts(material: InterimMaterial, writing: Writing): Promise<readonly ComposedPart[]> {
  const whole = (kind: string, content: PartContent): ComposedPart => ({ kind, subject: null, content });
  const parts: ComposedPart[] = [
    whole('summary', interimSummary(material, writing)),
    whole('situation', await situationOverview(material, writing)),
    whole('focus', focusPart(material, writing)),
  ];
  for (const area of material.areas) {
    const subject = area.report.area.id;
    const own: ComposedPart[] = [];
    for (const [kind, compose] of Object.entries(areaComposers)) {
      const content = await compose(area, writing);
      own.push({ kind, subject, content: material.areas.length > 1 ? ofArea(content, area) : content });
    }
    parts.push({ kind: 'area', subject, content: areaPart(area, writing), parts: own });
  }
  parts.push(
    whole('remaining', remainingPart(material.areas, writing)),
    whole('method', interimMethod(material, writing)),
    {
      kind: 'causeTables',
      subject: null,
      appendix: true,
      content: { title: texts(writing.language).parts.causeTables, blocks: [], sources: [] },
      parts: material.areas.map((area) => ({
        kind: 'causeTable',
        subject: area.report.area.id,
        content: causeTablePart(area, writing),
      })),
    },
  );
  return parts;
}

/** In a report of several areas a table or picture says which one it is of: it is also read alone, on a slide or in a list of tables. */
function ofArea(content: PartContent, { report: { area } }: AreaMaterial): PartContent {
  return {
    ...content,
    blocks: content.blocks.map((block) =>
      block.kind === 'table' || block.kind === 'figure'
        ? { ...block, caption: `${block.caption} (${area.title})` }
        : block,
    ),
  };
}
