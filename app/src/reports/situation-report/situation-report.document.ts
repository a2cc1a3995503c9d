import { type Block, type DocumentModel, paragraph, type Section } from '@samband/documents';
import { situationVocabulary } from '../../chain/situation/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { PartContent } from '../part/index.ts';
import { type FigureSource, mergedSources, sourceTexts, yearWords } from '../part/index.ts';
import { costTreesPart, fourFieldsPart, keyFiguresPart, methodPart } from './detail.parts.tsx';
import { indicesPart, type PartQuestion, standsOutPart, summaryPart } from './overview.parts.tsx';
import type { SituationMaterial } from './situation-report.queries.ts';
import { texts } from './situation-report.texts.ts';

/** The parts of a situation report, in the order that they are read. */
export const situationParts = [
  'summary',
  'indices',
  'standsOut',
  'fourFields',
  'costTrees',
  'keyFigures',
  'method',
] as const;
export type SituationPart = (typeof situationParts)[number];

const composers: Readonly<Record<SituationPart, (question: PartQuestion) => PartContent | Promise<PartContent>>> = {
  summary: summaryPart,
  indices: indicesPart,
  standsOut: standsOutPart,
  fourFields: fourFieldsPart,
  costTrees: costTreesPart,
  keyFigures: keyFiguresPart,
  method: methodPart,
};

/** One part of the situation report, the same for the same material. */
export async function situationPart(part: SituationPart, question: PartQuestion): Promise<PartContent> {
  return composers[part](question);
}

export interface SituationReportAsked {
  readonly material: SituationMaterial;
  readonly language: Language;
  /** As 2026-03-02. */
  readonly day: string;
  readonly own?: string;
}

/** The whole situation report of one municipality. */
export async function situationReport(asked: SituationReportAsked): Promise<DocumentModel> {
  const { material, language, day, own } = asked;
  const t = texts(language);
  const { choice } = material.situation;
  const sections: Section[] = [];
  const sources = [];
  for (const part of situationParts) {
    const content = await situationPart(part, { material, language, own });
    sections.push({ id: part, title: content.title, blocks: content.blocks });
    sources.push(...content.sources);
  }
  const method = sections.pop();
  if (method !== undefined)
    sections.push({ ...method, blocks: [...method.blocks, ...figureBlocks(sources, language)] });
  return {
    title: t.title(material.name),
    subtitle: t.subtitle(choice.year, situationVocabulary(language).comparison[choice.compareWith.kind]),
    language,
    about: {
      organisation: material.name,
      date: day,
      subject: t.subject,
      ...(material.archive.exampleData ? { mark: t.exampleMark } : {}),
      ...(own === undefined ? {} : { colour: own }),
    },
    contents: false,
    numbered: true,
    sections,
    appendices: [],
  };
}

/** Every figure with its year, by what kind it is and when it was fetched: hundreds of reports are read side by side, so it is kept short. */
function figureBlocks(sources: readonly FigureSource[], language: Language): readonly Block[] {
  const t = texts(language).method;
  const kinds = sourceTexts(language).kinds;
  const groups = Map.groupBy(mergedSources(sources), ({ kind, fetched }) =>
    [kinds[kind], fetched].filter(Boolean).join(', '),
  );
  return [...groups].map(([kind, some]) => {
    const years = Map.groupBy(some, (source) => yearWords(source.years));
    const list = [...years].map(([year, of]) => `${year}: ${of.map(({ code }) => code).join(', ')}`).join('; ');
    return paragraph([
      { kind: 'text', text: `${t.figures}, ${kind}: `, strong: true },
      { kind: 'text', text: `${list}.` },
    ]);
  });
}
