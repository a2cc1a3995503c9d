import { type KeyNumber, paragraph, plain, type Showing, type ShownBlock, shortened } from '@samband/documents';
import { proposal } from '../../chain/actions/index.ts';
import { followupTexts, leadSentences } from '../../chain/followup/index.ts';
import { formatNumber } from '../../foundation/ui/index.ts';
import type { PartContent } from '../part/index.ts';
import type { AreaMaterial, InterimMaterial } from './interim-report.queries.ts';
import { documented, listOf, tableOf, type Writing } from './interim-report.rules.ts';
import { texts } from './interim-report.texts.ts';
import { longestName } from './shown.rules.ts';
import { shownTexts } from './shown.texts.ts';
import { inWeight } from './shown-causes.parts.ts';
import { shortText } from './shown-figures.parts.ts';

/** How far it has come: one focus area in sentences and figures, several in a table. */
export function summaryShown(
  { areas }: InterimMaterial,
  blocks: PartContent['blocks'],
  writing: Writing,
): Showing | undefined {
  const { language } = writing;
  const t = shownTexts(language).summary;
  const [only] = areas;
  if (only === undefined) return undefined;
  const counts = areas.map(({ report: { rows, outcomes } }) => ({
    causes: rows.causes.length,
    supported: rows.causes.filter(({ state }) => state === 'supported').length,
    proposals: rows.proposals.length,
    decided: rows.proposals.filter(({ state }) => state === 'decided').length,
    actions: rows.actions.length,
    done: rows.actions.filter(({ state }) => state === 'done').length,
    effects: outcomes.length,
    improved: outcomes.filter(({ outcome }) => outcome?.word === 'improved').length,
  }));
  const sum = (key: keyof (typeof counts)[number]) => counts.reduce((total, each) => total + each[key], 0);
  const number = (some: number, all: number, words: (n: number) => string): readonly KeyNumber[] =>
    all === 0 ? [] : [{ value: t.of(some, all), words: words(all) }];
  const numbers = [
    ...number(sum('supported'), sum('causes'), t.supported),
    ...number(sum('decided'), sum('proposals'), t.decided),
    ...number(sum('done'), sum('actions'), t.done),
    ...number(sum('improved'), sum('effects'), t.improved),
  ];
  if (areas.length > 1) {
    return {
      id: 'shown-summary',
      title: t.areas(areas.length, sum('decided'), sum('proposals'), sum('done'), sum('actions')),
      blocks: [
        { kind: 'numbers', items: numbers, source: documented(writing) },
        ...blocks.filter((block) => block.kind === 'table'),
      ],
      notes: areas.map(({ report }) => `${report.area.title}. ${leadSentences(report, language).join(' ')}`).join('\n'),
    };
  }
  const [, proposals = '', actions = ''] = leadSentences(only.report, language);
  const said = [...(sum('proposals') > 0 ? [proposals] : []), ...(sum('actions') > 0 ? [actions] : [])];
  const title =
    said.length > 0 ? said.join(' ').replace(/\.$/, '') : sum('causes') > 0 ? t.begun(sum('causes')) : t.nothing;
  if (numbers.length === 0) return undefined;
  return {
    id: 'shown-summary',
    title,
    blocks: highlights(only, writing),
    notes: leadSentences(only.report, language).join(' '),
    beside: [{ kind: 'numbers', items: numbers, source: documented(writing) }],
    instead: ['areas'],
  };
}

/** The foremost of each stage, so far as there is one. */
function highlights({ report, causes, proposals }: AreaMaterial, { language }: Writing): readonly ShownBlock[] {
  const t = shownTexts(language).summary.highlights;
  const { rows, outcomes, area } = report;
  const stateOf = proposal.texts(language).choices?.state ?? {};
  const [cause, first, doing, effect] = [
    inWeight(causes).find(({ state }) => state === 'supported'),
    proposals.find(({ id }) => rows.proposals.some((one) => one.id === id)),
    rows.actions.find(({ state }) => state === 'ongoing') ?? rows.actions[0],
    outcomes.find(({ outcome }) => outcome !== undefined),
  ];
  const said = [
    [t.cause, cause?.title],
    [
      t.proposal,
      first &&
        `${shortened(first.title, longestName.title)} (${(stateOf[first.state] ?? '').toLocaleLowerCase(language)})`,
    ],
    [t.action, doing?.title],
    [
      t.effect,
      effect?.outcome &&
        `${shortened(effect.effect.title, longestName.title)} (${followupTexts(language).word[effect.outcome.word].toLocaleLowerCase(language)})`,
    ],
  ].filter((each): each is [string, string] => each[1] !== undefined);
  const title = paragraph([{ kind: 'text', text: area.title, strong: true }]);
  if (said.length === 0) return [title, paragraph(leadSentences(report, language).join(' '))];
  return [
    title,
    listOf(
      said.map(([name, words]) => [
        { kind: 'text', text: `${name}: `, strong: true },
        ...plain(shortened(words, longestName.row)),
      ]),
    ),
  ];
}

/** Rows of a table that a room can take in. */
const mostRows = 6;

/** What was weighed: the chosen first, then those with most points. */
export function focusShown({ choices }: InterimMaterial, writing: Writing): readonly Showing[] {
  const { language } = writing;
  const t = shownTexts(language).focus;
  const words = texts(language).focus;
  return choices.map(({ decision, candidates }) => {
    const order = candidates.toSorted(
      (a, b) => Number(b.chosen) - Number(a.chosen) || (b.score ?? -1) - (a.score ?? -1),
    );
    const chosen = order.filter((one) => one.chosen);
    const [first] = chosen;
    const left = order.slice(mostRows);
    const title =
      chosen.length === 1
        ? t.one(decision.body, shortened(first!.title, longestName.title))
        : t.several(decision.body, chosen.length, candidates.length);
    const rows = order
      .slice(0, mostRows)
      .map(({ title: name, chosen: isChosen, score, reason }) => [
        [{ kind: 'text' as const, text: shortened(name, longestName.row), strong: isChosen }],
        isChosen ? words.chosen : words.notChosen,
        score === null ? '–' : formatNumber(score, language),
        plain(shortened(reason, 160)),
      ]);
    const table = tableOf(
      `choice-${decision.id}`,
      words.table(decision.decidedOn),
      [
        { title: words.candidate },
        { title: words.outcome },
        { title: words.score, align: 'end' },
        { title: words.reason },
      ],
      rows,
      `${documented(writing)} ${words.note}`,
    );
    const notes = [
      ...order.filter(({ reason }) => reason.length > 160).map(({ title: name, reason }) => `${name}: ${reason}`),
      ...(left.length === 0 ? [] : [t.more(left.map(({ title: name }) => name).join('; '))]),
    ].join('\n');
    return {
      id: `shown-choice-${decision.id}`,
      title,
      blocks: [...shortText(decision.note), ...(table === undefined ? [] : [table])],
      ...(notes !== '' && { notes }),
    };
  });
}
