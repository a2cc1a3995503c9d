import { type Block, type InlineText, paragraph } from '@samband/documents';
import {
  aspects,
  type Described,
  decisionTexts,
  impactTexts,
  matrixChart,
  type OrderedProposal,
  priorityTexts,
  proposal,
} from '../../chain/actions/index.ts';
import { formatMoney } from '../../foundation/ui/index.ts';
import { type PartContent, partOf, pictureOf } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import { documented, inlineOf, lines, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { decisionsShown, proposalsShown } from './shown-proposals.parts.ts';

export function proposalsPart(material: AreaMaterial, writing: Writing): PartContent {
  const { report, proposals } = material;
  const { language } = writing;
  const t = texts(language);
  const { rows, area } = report;
  const states = proposal.texts(language).choices?.state ?? {};
  const calculated = new Map(proposals.map((row) => [row.id, row.calculated]));
  const economy = (id: string) => {
    const each = calculated.get(id);
    if (each === undefined) return t.proposals.noEconomy;
    return t.proposals.cost(formatMoney(each.cost, language), formatMoney(each.net, language), each.years.length);
  };
  const price = proposals.find((row) => row.calculated !== undefined)?.calculated?.priceLevelYear;
  const blocks = [
    ...(rows.conclusions.length === 0
      ? []
      : [
          paragraph(t.proposals.conclusions),
          listOf(
            rows.conclusions.map(
              ({ title, reasoning }): InlineText => [
                { kind: 'text', text: `${title}${reasoning === '' ? '' : '. '}`, strong: true },
                ...inlineOf(reasoning),
              ],
            ),
          ),
        ]),
    tableOf(
      `proposals-${area.id}`,
      t.proposals.table,
      [
        { title: t.proposals.proposal, width: 0.3 },
        { title: t.proposals.expected, width: 0.32 },
        { title: t.proposals.state, width: 0.14 },
        { title: t.proposals.economy, width: 0.24 },
      ],
      rows.proposals.map(({ id, title, expectedEffect, state }) => [
        title,
        lines(expectedEffect),
        states[state ?? ''] ?? '',
        economy(id),
      ]),
      `${documented(writing)}${price === undefined ? '' : ` ${t.proposals.money(price)}`}`,
    ),
  ];
  return partOf(t.parts.proposals, blocks, [], [proposalsShown(material, writing)]);
}

/** Each proposal beside doing nothing, and what has been said of each part. */
export function impactsPart({ report, nothing, impacts }: AreaMaterial, writing: Writing): PartContent {
  const { language } = writing;
  const t = texts(language);
  const words = impactTexts(language);
  const open = report.rows.proposals.filter(({ id }) => (impacts.get(id)?.impacts.length ?? 0) > 0);
  if (open.length === 0 && nothing.impacts.length === 0) return partOf(t.parts.impacts, []);
  const subjects = [
    ...open.map(({ id, title }) => ({ title, described: impacts.get(id)! })),
    ...(nothing.impacts.length === 0 ? [] : [{ title: t.impacts.nothing, described: nothing }]),
  ];
  const choice = ({ impacts: of }: Described, aspect: string) => {
    const whole = of.filter((one) => one.aspect === aspect);
    const said = whole.flatMap((one) => (one.choice === '' ? [] : [words.choices[one.choice].toLowerCase()]));
    return whole.length === 0 ? t.impacts.notDescribed : [...new Set(said)].join(', ') || '–';
  };
  const overview = tableOf(
    `impacts-${report.area.id}`,
    t.impacts.table,
    [{ title: t.impacts.aspect, width: 0.22 }, ...subjects.map(({ title }) => ({ title }))],
    aspects.map((aspect) => [words.aspects[aspect], ...subjects.map(({ described }) => choice(described, aspect))]),
    documented(writing),
  );
  return partOf(t.parts.impacts, [
    paragraph(t.impacts.lead(open.length, report.rows.proposals.length, nothing.impacts.length > 0)),
    overview && { ...overview, rowHeader: true },
    ...subjects.flatMap(({ title, described }, index) =>
      impactWords(title, described, `${report.area.id}-${index}`, writing),
    ),
  ]);
}

function impactWords(title: string, { impacts }: Described, id: string, writing: Writing): readonly Block[] {
  const t = texts(writing.language).impacts;
  const words = impactTexts(writing.language);
  const table = tableOf(
    `impact-${id}`,
    t.of(title),
    [
      { title: t.aspect, width: 0.26 },
      { title: t.direction, width: 0.16 },
      { title: t.words, width: 0.58 },
    ],
    aspects.flatMap((aspect) =>
      impacts
        .filter((one) => one.aspect === aspect)
        .map(({ affected, choice, words: said }) => [
          [words.aspects[aspect], affected].filter(Boolean).join(': '),
          choice === '' ? '–' : words.choices[choice],
          lines(said),
        ]),
    ),
    documented(writing),
  );
  return table === undefined ? [] : [table];
}

export async function priorityPart({ report, proposals }: AreaMaterial, writing: Writing): Promise<PartContent> {
  const { language, own } = writing;
  const t = texts(language);
  const judged = proposals.filter(({ effort, effect }) => effort !== null && effect !== null);
  if (judged.length === 0) return partOf(t.parts.priority, []);
  const source = `${documented(writing)} ${t.priority.note}`;
  return partOf(t.parts.priority, [
    await pictureOf({
      id: `matrix-${report.area.id}`,
      chart: matrixChart(judged, language, { linked: false }),
      width: 560,
      scale: 0.9,
      caption: t.priority.picture,
      alt: t.priority.alt(
        judged.map(({ title, effort, effect }) => t.priority.item(title, effort!, effect!)).join('; '),
      ),
      source,
      language,
      own,
    }),
    tableOf(
      `priority-${report.area.id}`,
      t.priority.table,
      [
        { title: t.priority.place, align: 'end', width: 0.08 },
        { title: t.priority.proposal, width: 0.36 },
        { title: t.priority.effort, width: 0.16 },
        { title: t.priority.effect, width: 0.16 },
        { title: t.priority.because, width: 0.24 },
      ],
      proposals.map((row, index) => priorityRow(row, index, writing)),
      source,
    ),
  ]);
}

function priorityRow({ title, effort, effect, priorityReason }: OrderedProposal, index: number, { language }: Writing) {
  const { step } = priorityTexts(language);
  const t = texts(language).priority;
  const said = (value: number | null) => (value === null ? t.notJudged : step[String(value) as keyof typeof step]);
  return [String(index + 1), title, said(effort), said(effect), lines(priorityReason)];
}

export function decisionsPart(material: AreaMaterial, writing: Writing): PartContent {
  const { report } = material;
  const { language } = writing;
  const t = texts(language);
  const { outcomes } = decisionTexts(language);
  const titles = new Map(report.rows.proposals.map(({ id, title }) => [id, title]));
  const decisions = report.rows.decisions.toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1));
  const content = partOf(t.parts.decisions, [
    tableOf(
      `decisions-${report.area.id}`,
      t.decisions.table,
      [
        { title: t.decisions.day, width: 0.17 },
        { title: t.decisions.proposal, width: 0.24 },
        { title: t.decisions.outcome, width: 0.25 },
        { title: t.decisions.body, width: 0.19 },
        { title: t.decisions.where, width: 0.15 },
      ],
      decisions.map(({ decidedOn, body, proposal: of, outcome, registryNumber, minutesParagraph, reason }) => [
        decidedOn,
        titles.get(of) ?? '',
        lines([outcomes[outcome], reason].join('\n')),
        body,
        [registryNumber, minutesParagraph].filter(Boolean).join(' ') || '–',
      ]),
      documented(writing),
    ),
  ]);
  return partOf(content.title, content.blocks, [], [decisionsShown(material, writing)]);
}
