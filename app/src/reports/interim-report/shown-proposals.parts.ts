import { type KeyNumber, paragraph, plain, type Showing, type ShownBlock, shortened } from '@samband/documents';
import { aspects, type Described, decisionTexts, impactTexts, proposal } from '../../chain/actions/index.ts';
import { formatMoney } from '../../foundation/ui/index.ts';
import { strongTitle } from '../part/index.ts';
import type { AreaMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { longestName } from './shown.rules.ts';
import { shownTexts } from './shown.texts.ts';

const mostRows = 5;

/** The proposals with what they cost and give, and their consequences marked. */
export function proposalsShown(material: AreaMaterial, writing: Writing): Showing | undefined {
  const { report, proposals, impacts } = material;
  const { language } = writing;
  const t = shownTexts(language).proposals;
  const { rows, area } = report;
  const calculated = new Map(proposals.map((row) => [row.id, row.calculated]));
  const states = proposal.texts(language).choices?.state ?? {};
  const expected = new Map(rows.proposals.map(({ id, expectedEffect }) => [id, expectedEffect]));
  const order = [
    ...proposals.filter(({ id }) => expected.has(id)),
    ...rows.proposals.filter(({ id }) => !calculated.has(id)),
  ];
  const [first] = order;
  if (first === undefined) return undefined;
  const money = (value: number) => formatMoney(value, language);
  const id = `shown-proposals-${area.id}`;
  const ofFirst = calculated.get(first.id);
  const price = proposals.find((row) => row.calculated !== undefined)?.calculated?.priceLevelYear;
  const source = `${documented(writing)}${price === undefined ? '' : ` ${texts(language).proposals.money(price)}`}`;
  if (order.length === 1) {
    const name = shortened(first.title, longestName.title);
    const numbers: readonly KeyNumber[] =
      ofFirst === undefined
        ? []
        : [
            { value: money(ofFirst.net), words: t.net(ofFirst.years.length) },
            { value: money(ofFirst.cost), words: t.cost(ofFirst.years.length) },
          ];
    const described = consequences(impacts.get(first.id), writing);
    return {
      id,
      title: ofFirst === undefined ? t.oneWithout(name) : t.one(name, money(ofFirst.net), ofFirst.years.length),
      blocks: [
        ...(expected.get(first.id)
          ? [
              paragraph([
                { kind: 'text', text: `${t.expected}: `, strong: true },
                ...plain(shortened(expected.get(first.id)!, 220)),
              ]),
            ]
          : []),
        ...described,
        paragraph([
          { kind: 'text', text: `${texts(language).proposals.state}: `, strong: true },
          ...plain(states[first.state ?? ''] ?? ''),
        ]),
      ],
      ...(numbers.length > 0 && { beside: [{ kind: 'numbers', items: numbers, source }] }),
      instead: [`proposals-${area.id}`],
      notes: impactNotes(material, writing),
    };
  }
  const best = order
    .flatMap((row) => ({ row, of: calculated.get(row.id) }))
    .filter(({ of }) => of !== undefined)
    .toSorted((a, b) => b.of!.net - a.of!.net)[0];
  const title =
    best === undefined
      ? t.without(order.length)
      : t.largest(order.length, shortened(best.row.title, 60), money(best.of!.net), best.of!.years.length);
  const table = tableOf(
    `proposals-${area.id}`,
    texts(language).proposals.table,
    [
      { title: texts(language).proposals.proposal },
      { title: t.costs, align: 'end' },
      { title: t.nets, align: 'end' },
      { title: t.consequences },
      { title: texts(language).proposals.state },
    ],
    order.slice(0, mostRows).map((row) => {
      const of = calculated.get(row.id);
      return [
        [{ kind: 'text', text: shortened(row.title, 80), strong: row === best?.row }],
        of === undefined ? '–' : money(of.cost),
        of === undefined ? t.notCalculated : t.years(money(of.net), of.years.length),
        marked(impacts.get(row.id), writing) || t.notDescribed,
        states[row.state ?? ''] ?? '',
      ];
    }),
    source,
  );
  return { id, title, blocks: table === undefined ? [] : [table], notes: impactNotes(material, writing) };
}

/** Named of each direction in a row; the notes say them all. */
const mostAspects = 2;
const markedDirections = ['better', 'worse', 'unclear'] as const;

/** "Bättre: ekonomi, kvalitet. Sämre: personal." */
function marked(described: Described | undefined, { language }: Writing): string {
  const t = shownTexts(language).proposals.directions;
  return markedDirections
    .flatMap((direction) => {
      const named = aspectsIn(described, direction, language);
      const more = named.length > mostAspects ? [t.more(named.length - mostAspects)] : [];
      return named.length === 0 ? [] : [`${t[direction]}: ${[...named.slice(0, mostAspects), ...more].join(', ')}`];
    })
    .join('. ');
}

function consequences(described: Described | undefined, { language }: Writing): readonly ShownBlock[] {
  const t = shownTexts(language).proposals.directions;
  return markedDirections.flatMap((direction) => {
    const named = aspectsIn(described, direction, language);
    return named.length === 0
      ? []
      : [paragraph([{ kind: 'text', text: `${t[direction]}: `, strong: true }, ...plain(named.join(', '))])];
  });
}

function aspectsIn(
  described: Described | undefined,
  direction: (typeof markedDirections)[number],
  language: Writing['language'],
) {
  const words = impactTexts(language).aspects;
  return aspects
    .filter((aspect) => described?.impacts.some((one) => one.aspect === aspect && one.choice === direction))
    .map((aspect) => words[aspect].toLocaleLowerCase(language));
}

/** What was written of each consequence, and of doing nothing. */
function impactNotes({ report, impacts, nothing }: AreaMaterial, { language }: Writing): string {
  const words = impactTexts(language);
  const t = shownTexts(language).proposals;
  const lines = (name: string, described: Described | undefined) =>
    (described?.impacts ?? []).map(
      ({ aspect, affected, choice, words: said }) =>
        `${name}, ${[words.aspects[aspect].toLocaleLowerCase(language), affected].filter(Boolean).join(', ')}: ${choice === '' ? '' : `${words.choices[choice].toLocaleLowerCase(language)}. `}${said}`,
    );
  return [
    ...report.rows.proposals.flatMap(({ id, title }) => lines(title, impacts.get(id))),
    ...lines(t.nothing, nothing),
  ].join('\n');
}

/** Those decided last: as many as a column holds. The report has them all. */
const mostDecisions = 4;

export function decisionsShown({ report }: AreaMaterial, { language }: Writing): Showing | undefined {
  const { rows, area } = report;
  if (rows.decisions.length === 0) return undefined;
  const t = shownTexts(language).decisions;
  const { outcomes } = decisionTexts(language);
  const titles = new Map(rows.proposals.map(({ id, title }) => [id, title]));
  const decided = rows.proposals.filter(({ state }) => state === 'decided').length;
  const order = rows.decisions.toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1));
  return {
    id: `shown-decisions-${area.id}`,
    title: t.title(decided, rows.proposals.length),
    ...(order.length <= mostDecisions && { instead: [`decisions-${area.id}`] }),
    blocks: [
      paragraph([{ kind: 'text', text: t.heading, strong: true }]),
      listOf(
        order
          .slice(0, mostDecisions)
          .map(({ proposal: of, outcome, body, decidedOn }) => [
            strongTitle(shortened(titles.get(of) ?? '', longestName.row)),
            ...plain(t.by(outcomes[outcome], body, decidedOn)),
          ]),
      ),
    ],
    notes: order
      .map(({ proposal: of, outcome, body, decidedOn, reason }) =>
        `${titles.get(of) ?? ''}. ${t.by(outcomes[outcome], body, decidedOn)} ${reason}`.trim(),
      )
      .join('\n'),
  };
}
