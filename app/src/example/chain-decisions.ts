import { type DecisionForm, recordDecision } from '../chain/actions/index.ts';
import type { Teller } from './chain-teller.ts';

interface ToldDecision {
  readonly on: string;
  readonly decidedOn: string;
  readonly outcome: DecisionForm['outcome'];
  /** A committee of the organisation, or a person. */
  readonly committee?: string;
  readonly person?: string;
  readonly registryNumber?: string;
  readonly paragraph?: string;
  readonly reason?: string;
}

/** What was decided, by the committees and by the operation itself. */
export async function tellDecisions(teller: Teller): Promise<void> {
  const operation = (on: string, decidedOn: string, person: string): ToldDecision => ({
    on,
    decidedOn,
    person,
    outcome: 'granted',
  });
  const year = teller.day(-200).slice(0, 4);
  const decisions: readonly ToldDecision[] = [
    operation('staffing unit', '2022-12-15', 'Socialchefen'),
    operation('healthy shifts', '2022-12-15', 'Socialchefen'),
    {
      on: 'leave rooms',
      decidedOn: teller.day(-200),
      outcome: 'granted',
      committee: 'Barn- och utbildningsnämnden',
      registryNumber: `BUN ${year}/0142`,
      paragraph: '§ 47',
    },
    {
      on: 'rent',
      decidedOn: teller.day(-180),
      outcome: 'granted',
      committee: 'Kommunstyrelsen',
      registryNumber: `KS ${year}/0311`,
      paragraph: '§ 92',
    },
    operation('gate', teller.day(-178), 'Fastighetschefen'),
    operation('services', teller.day(-170), 'Fastighetschefen'),
    operation('by need', teller.day(-150), 'Socialchefen'),
    {
      on: 'larger wards',
      decidedOn: teller.day(-120),
      outcome: 'rejected',
      committee: 'Socialnämnden',
      registryNumber: `SN ${year}/0087`,
      paragraph: '§ 61',
      reason: 'Personer med demenssjukdom mår bäst i små grupper. Nämnden vill först se vad behovsstyrd bemanning ger.',
    },
  ];
  for (const decision of decisions) await decide(teller, decision);
}

async function decide(teller: Teller, told: ToldDecision): Promise<void> {
  const { kernel, tx, actor, today } = teller;
  const { outcome, decidedOn, registryNumber = '', paragraph: minutesParagraph = '', reason = '' } = told;
  const { committee: name, person } = told;
  const committee = name === undefined ? '' : await teller.named('committee', name);
  const form = {
    outcome,
    decidedOn,
    committee,
    person: person ?? '',
    body: '',
    registryNumber,
    minutesParagraph,
    reason,
  };
  const makers = {
    committees: new Map(name === undefined ? [] : [[committee, name]]),
    person: person === undefined ? null : { id: await teller.named('person', person), name: person },
  };
  const asked = { form, makers, seen: 0, corrects: null, makeAction: false, today };
  const recorded = await recordDecision({ kernel, tx, actor }, teller.id(told.on), asked);
  if (!recorded.ok) throw new Error(`the decision on ${told.on} is refused: ${JSON.stringify(recorded)}`);
}
