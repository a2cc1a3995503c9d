import { type Block, paragraph, plain } from '@samband/documents';
import { leadSentences } from '../../chain/followup/index.ts';
import { leadWords, situationVocabulary } from '../../chain/situation/index.ts';
import { formatNumber } from '../../foundation/ui/index.ts';
import { type PartContent, partOf, strongTitle } from '../part/index.ts';
import { situationPart } from '../situation-report/index.ts';
import type { AreaMaterial, InterimMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, typedText, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { areaShown } from './shown-figures.parts.ts';
import { focusShown, summaryShown } from './shown-overview.parts.ts';

/** How far it has come, in sentences and in a table by focus area. */
export function interimSummary(material: InterimMaterial, writing: Writing): PartContent {
  const { areas } = material;
  const { language } = writing;
  const t = texts(language);
  const titles = areas.map(({ report }) => report.area.title);
  const named = [titles.slice(0, -1).join(', '), titles.at(-1) ?? ''].filter(Boolean).join(t.summary.and);
  const count = (all: number, some: number) => t.summary.of(all, some);
  const blocks = [
    { kind: 'paragraph' as const, lead: true, text: plain(t.summary.about(named, titles.length)) },
    ...areas.flatMap(({ report }): readonly Block[] =>
      areas.length === 1
        ? [paragraph(leadSentences(report, language).join(' '))]
        : [paragraph([strongTitle(report.area.title), ...plain(leadSentences(report, language).join(' '))])],
    ),
    tableOf(
      'areas',
      t.summary.table,
      [
        { title: t.summary.area, width: 0.36 },
        { title: t.summary.causes, width: 0.16 },
        { title: t.summary.proposals, width: 0.16 },
        { title: t.summary.actions, width: 0.16 },
        { title: t.summary.effects, width: 0.16 },
      ],
      areas.map(({ report: { area, rows, outcomes } }) => [
        area.title,
        String(rows.causes.filter(({ state }) => state === 'supported').length),
        count(rows.proposals.length, rows.proposals.filter(({ state }) => state === 'decided').length),
        count(rows.actions.length, rows.actions.filter(({ state }) => state === 'done').length),
        count(outcomes.length, outcomes.filter(({ outcome }) => outcome?.word === 'improved').length),
      ]),
      documented(writing),
    ),
  ];
  const content = partOf(t.parts.summary, blocks);
  return partOf(content.title, content.blocks, [], [summaryShown(material, content.blocks, writing)]);
}

/** The finding of the year and its two pictures, taken from the situation report. */
export async function situationOverview({ situation }: InterimMaterial, writing: Writing): Promise<PartContent> {
  const { language, own } = writing;
  const t = texts(language);
  if (situation === undefined) return partOf(t.parts.situation, []);
  const { choice, analysis } = situation.situation;
  const question = { material: situation, language, own };
  const indices = await situationPart('indices', question);
  const standsOut = await situationPart('standsOut', question);
  const group = situationVocabulary(language).comparison[choice.compareWith.kind];
  const lead = leadWords(analysis.lead, choice.compareWith, language).map(
    ({ text, strong }) => ({ kind: 'text', text, strong }) as const,
  );
  return partOf(
    t.parts.situation,
    [
      paragraph(t.situation.lead(choice.year, group)),
      { kind: 'paragraph', text: lead },
      ...indices.blocks.filter(({ kind }) => kind === 'figure'),
      ...standsOut.blocks.filter(({ kind }) => kind === 'table' || kind === 'figure'),
    ],
    [...indices.sources, ...standsOut.sources],
    // What they amount to is read in the table of the report.
    [...(indices.shown ?? []), ...(standsOut.shown ?? []).slice(0, 1)],
  );
}

/** What was weighed, chosen and left, and why. */
export function focusPart(material: InterimMaterial, writing: Writing): PartContent {
  const { choices } = material;
  const { language } = writing;
  const t = texts(language);
  if (choices.length === 0) return partOf(t.parts.focus, [paragraph(t.focus.none)]);
  return partOf(
    t.parts.focus,
    choices.flatMap(({ decision, candidates }) => [
      paragraph(t.focus.decided(decision.body, decision.decidedOn)),
      ...typedText(decision.note),
      tableOf(
        `choice-${decision.id}`,
        t.focus.table(decision.decidedOn),
        [
          { title: t.focus.candidate, width: 0.3 },
          { title: t.focus.outcome, width: 0.12 },
          { title: t.focus.score, align: 'end', width: 0.1 },
          { title: t.focus.reason, width: 0.48 },
        ],
        candidates.map(({ title, chosen, score, reason }) => [
          title,
          chosen ? t.focus.chosen : t.focus.notChosen,
          score === null ? '–' : formatNumber(score, language),
          reason,
        ]),
        `${documented(writing)} ${t.focus.note}`,
      ),
    ]),
    [],
    focusShown(material, writing),
  );
}

/** What opens the chapter of a focus area. */
export function areaPart(material: AreaMaterial, writing: Writing): PartContent {
  const { area, names, choice } = material.report;
  const t = texts(writing.language).area;
  const { department, starts, ends } = area;
  const facts = [
    ...(choice === undefined ? [] : [t.chosen(choice.body, choice.decidedOn, choice.reason)]),
    ...(department === null ? [] : [t.department(names.get(department) ?? '')]),
    ...(starts === null || ends === null ? [] : [t.period(starts, ends)]),
  ];
  return partOf(
    area.title,
    [
      ...typedText(area.purpose).map((block) => (block.kind === 'paragraph' ? { ...block, lead: true } : block)),
      facts.length === 0 ? undefined : paragraph(facts.join(' ')),
    ],
    [],
    [areaShown(material, facts.join(' '), writing)],
  );
}

export function interimMethod({ situation }: InterimMaterial, { language }: Writing): PartContent {
  const t = texts(language).method;
  const group = situation && situationVocabulary(language).comparison[situation.situation.choice.compareWith.kind];
  return partOf(texts(language).parts.method, [
    paragraph(t.chain),
    paragraph(t.effect),
    listOf([t.figures, ...(group === undefined ? [] : [t.compared(group)])]),
  ]);
}
