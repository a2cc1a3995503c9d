import type { MineSource, WheelSource } from '../../foundation/home/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import { findRows, type Register } from '../../foundation/register/index.ts';
import { defineTexts } from '../../foundation/texts/index.ts';
import { readActions } from './access.ts';
import { conclusion } from './conclusion.rules.ts';
import { conclusionTexts } from './conclusion.texts.ts';
import { countDecisions } from './decision.store.ts';
import { impactCounts } from './impact.queries.ts';
import { aspects } from './impact.rules.ts';
import { proposal } from './proposal.rules.ts';
import { proposalTexts } from './proposal.texts.ts';

const texts = defineTexts(
  {
    conclusions: (n: number) => (n === 1 ? '1 slutsats' : `${n} slutsatser`),
    proposals: (n: number) => (n === 1 ? '1 förslag' : `${n} förslag`),
    impacts: (done: number, of: number) => `${done} av ${of} beskrivna`,
    judged: (done: number, of: number) => `${done} av ${of} bedömda`,
    decisions: (n: number) => (n === 1 ? '1 beslutat' : `${n} beslutade`),
    missingImpacts: 'Konsekvenserna är inte färdigt beskrivna',
    notJudged: 'Insats och effekt är inte bedömda',
  },
  {
    conclusions: (n) => (n === 1 ? '1 conclusion' : `${n} conclusions`),
    proposals: (n) => (n === 1 ? '1 proposal' : `${n} proposals`),
    impacts: (done, of) => `${done} of ${of} described`,
    judged: (done, of) => `${done} of ${of} judged`,
    decisions: (n) => `${n} decided`,
    missingImpacts: 'The consequences are not fully described',
    notJudged: 'Effort and effect are not judged',
  },
);

/** From conclusions to decisions on the wheel. */
export const actionsWheel: WheelSource = async (tx, { language }) => {
  const t = texts(language);
  const conclusions = await findRows(tx, conclusion);
  const proposals = await findRows(tx, proposal);
  const open = proposals.filter(({ state }) => state === 'draft' || state === 'proposed');
  const judged = open.filter(({ effort, effect }) => effort !== null && effect !== null).length;
  const counts = await impactCounts(tx);
  const described = counts.filter(({ missing }) => missing.length === 0).length;
  const decided = await countDecisions(tx);
  const counted = (count: number, words: string) => (count > 0 ? { count: words } : {});
  return [
    {
      segment: 'conclusions',
      href: '/slutsatser',
      ...counted(conclusions.length, t.conclusions(conclusions.length)),
    },
    { segment: 'proposals', href: '/forslag', ...counted(proposals.length, t.proposals(proposals.length)) },
    {
      segment: 'consequences',
      href: '/konsekvenser',
      ...counted(counts.length, t.impacts(described, counts.length)),
    },
    { segment: 'priorities', href: '/forslag/prioritera', ...counted(open.length, t.judged(judged, open.length)) },
    { segment: 'decisions', href: '/forslag?state=decided', ...counted(decided, t.decisions(decided)) },
  ];
};

/** Proposals that this person is to answer for, and that are not ready to be decided. */
export const proposalsMine: MineSource = async (tx, { actor, language }) => {
  const t = texts(language);
  const owner = proposal.columns.find(({ key }) => key === 'owner')!;
  const own = (await findRows(tx, proposal, [{ column: owner, is: 'one', of: [actor.personId] }])).filter(
    ({ state }) => state === 'draft',
  );
  if (own.length === 0) return [];
  const missing = new Map((await impactCounts(tx)).map(({ subject, missing: parts }) => [subject.id, parts.length]));
  return own.flatMap(({ id, title, effort, effect }) => {
    if ((missing.get(id) ?? aspects.length) > 0) {
      return [{ href: `/konsekvenser/forslag/${id}`, title, note: t.missingImpacts }];
    }
    return effort === null || effect === null ? [{ href: '/forslag/prioritera', title, note: t.notJudged }] : [];
  });
};

export const actionsSearch: readonly SearchSource[] = [
  searchIn(conclusion, (language) => conclusionTexts(language).title),
  searchIn(proposal, (language) => proposalTexts(language).title),
];

function searchIn(register: Register, title: SearchSource['title']): SearchSource {
  const head = register.columns.find(({ key }) => key === register.heads)!;
  return {
    title,
    permission: readActions,
    all: (words) => `${register.path}?q=${encodeURIComponent(words)}`,
    search: async (tx, { words, limit }) =>
      (await findRows(tx, register, [{ column: head, is: 'holding', words }], limit)).map((row) => ({
        href: `${register.path}/${row.id}`,
        title: String((row as unknown as Readonly<Record<string, unknown>>)[register.heads]),
      })),
  };
}
