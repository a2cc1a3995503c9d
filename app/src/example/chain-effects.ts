import { action } from '../chain/actions/index.ts';
import { focusArea } from '../chain/focus/index.ts';
import { benefit, confirmKronor, expectedEffect, judgeEffect } from '../chain/followup/index.ts';
import { saveAnswers } from '../chain/guidance/index.ts';
import type { Actor } from '../foundation/access/index.ts';
import { addComment, keepView } from '../foundation/register/index.ts';
import type { Teller } from './chain-teller.ts';

/** What the actions were to give, what has been seen of it, and what people say. */
export async function tellEffects(teller: Teller): Promise<void> {
  await effect(teller, 'hours', 'move pool', {
    title: 'Färre timmar av timavlönade i vård och omsorg',
    keyFigure: 'N20205',
    baselineYear: '2022',
    effectFrom: '2023',
    target: '11',
    targetYear: '2025',
    responsible: 'Enhetschefen',
    followUpOn: teller.day(-18),
  });
  await effect(teller, 'sick leave', 'no split shifts', {
    title: 'Lägre sjukfrånvaro',
    keyFigure: 'N00090',
    baselineYear: '2022',
    effectFrom: '2023',
    target: '7',
    targetYear: '2024',
    responsible: 'HR-strategen',
    followUpOn: teller.day(-18),
  });
  await effect(teller, 'premises', 'give up rooms', {
    title: 'Lägre lokalkostnad per barn',
    keyFigure: 'N11033',
    baselineYear: '2024',
    effectFrom: String(teller.year(1)),
    target: '31000',
    targetYear: String(teller.year(2)),
    responsible: 'Fastighetschefen',
    followUpOn: teller.day(220),
  });
  await effect(teller, 'per place', 'new schedule', {
    title: 'Kostnaden per plats ökar långsammare',
    keyFigure: 'N23009',
    baselineYear: '2024',
    effectFrom: String(teller.year(1)),
    responsible: 'Enhetschefen',
    followUpOn: teller.day(300),
  });
  await judge(teller, 'hours', 'partly', teller.day(-18), [
    'Andelen har minskat två år i rad, tydligt mer än i andra kommuner. Målet för 2025 är inte nått än;',
    'hemtjänsten kom med först i april 2024.',
  ]);
  await judge(teller, 'sick leave', 'realised', teller.day(-18), [
    'Sjukfrånvaron ligger under målet. Den minskade också på andra håll efter pandemin, så allt är inte vår förtjänst.',
  ]);
  await tellBenefits(teller);
}

async function effect(
  teller: Teller,
  called: string,
  of: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const state = { state: 'expected', closed: false };
  await teller.add(
    expectedEffect,
    `effect ${called}`,
    { action: teller.id(`action ${of}`), comparison: 'all', ...inputs },
    state,
  );
}

async function judge(
  teller: Teller,
  called: string,
  state: string,
  on: string,
  reason: readonly string[],
): Promise<void> {
  const form = { state, reason: reason.join(' '), close: false, followUpOn: '' };
  const id = teller.id(`effect ${called}`);
  const judged = await judgeEffect(teller.work(expectedEffect), teller.figures, id, 1, form, on);
  if (!judged.ok) throw new Error(`the judgement of ${called} is refused: ${judged.reason}`);
}

/** Green in kronor, yellow in hours, red not valued; an economist has confirmed some. */
async function tellBenefits(teller: Teller): Promise<void> {
  const add = async (called: string, of: string, inputs: Readonly<Record<string, string>>) =>
    teller.add(benefit, `benefit ${called}`, { action: teller.id(`action ${of}`), ...inputs });
  const hourly = 'Lägre kostnad för timavlönade';
  const first = await add('hourly 2024', 'move pool', {
    title: hourly,
    colour: 'green',
    year: '2024',
    planned: '2600',
    actual: '2180',
    responsible: 'Enhetschefen',
    state: 'partly',
    note: 'Hemtjänsten kom med senare än planerat.',
  });
  await add('hourly 2025', 'move pool', {
    title: hourly,
    colour: 'green',
    year: '2025',
    planned: '3900',
    actual: '3450',
    responsible: 'Enhetschefen',
    state: 'partly',
  });
  const sick = await add('sick pay', 'no split shifts', {
    title: 'Lägre kostnad för sjuklön',
    colour: 'green',
    year: '2024',
    planned: '900',
    actual: '940',
    responsible: 'HR-strategen',
    state: 'realised',
  });
  await add('rent', 'end lease', {
    title: 'Hyra för paviljongen',
    colour: 'green',
    year: String(teller.year(1)),
    planned: '420',
    responsible: 'Fastighetschefen',
    state: 'expected',
  });
  await add('time', 'build unit', {
    title: 'Chefernas tid för schema och vikarier',
    colour: 'yellow',
    year: '2024',
    hoursPlanned: '900',
    hoursActual: '760',
    responsible: 'Enhetschefen',
    state: 'realised',
  });
  await add('faces', 'move pool', {
    title: 'De boende möter färre olika medarbetare',
    colour: 'red',
    year: '2024',
    responsible: 'Enhetschefen',
    state: 'partly',
    note: 'Anhöriga märker det på helgerna.',
  });
  const controller: Actor = {
    ...teller.actor,
    personId: await teller.named('person', 'Controllern'),
    roles: [{ role: 'analyst', scope: { kind: 'municipality' } }],
  };
  for (const [id, on] of [
    [first, teller.day(-30)],
    [sick, teller.day(-30)],
  ] as const) {
    const work = { ...teller.work(benefit), actor: controller };
    const confirmed = await confirmKronor(work, controller, id, 1, true, on);
    if (!confirmed.ok) throw new Error('a benefit of the story cannot be confirmed');
  }
}

/** Comments, views that have been saved for all, and answers to the guided questions. */
export async function tellTalk(teller: Teller): Promise<void> {
  const { tx, actor } = teller;
  const comment = async (register: typeof action | typeof focusArea, called: string, words: string) => {
    const said = await addComment(teller.work(register), teller.id(called), words);
    if (!said.ok) throw new Error(`the comment on ${called} is refused`);
  };
  await comment(
    action,
    'action give up rooms',
    '@Fastighetschefen, kan kostnaden för brandskyddet tas ur de utvecklingsmedel som blev över? Då hinner vi före terminsskiftet.',
  );
  await comment(action, 'action measure needs', '@Enhetschefen: säg till om Strandhemmet behöver hjälp med mätningen.');
  await comment(
    focusArea,
    'preschool',
    'Inför nämnden: sidan Röda tråden räcker som underlag. @Controllern kollar siffrorna en gång till.',
  );
  const views = [
    { register: action.name, name: 'Pågår i särskilt boende', query: `focusArea=${teller.id('care')}&state=ongoing` },
    { register: action.name, name: 'Pågår i förskolan', query: `focusArea=${teller.id('preschool')}&state=ongoing` },
  ];
  for (const view of views) await keepView(tx, { ...view, forAll: true });
  const answers = {
    care: {
      focus: {
        level: 'Kostnaden per plats, andelen timavlönade och sjukfrånvaron är höga. Nöjdheten är också hög.',
        trend: 'En trend: det har gått åt samma håll sedan 2017.',
        sources: 'Ja. Siffrorna, medarbetarenkäten och cheferna säger samma sak.',
      },
      causes: {
        responsible: 'Cheferna säger att de ringer samma personer. Uttaget ur bemanningssystemet visar det.',
        first: 'Den första förklaringen var studenter som slutar. Den höll inte.',
      },
    },
    preschool: {
      focus: {
        gap: 'Lokalkostnaden per barn. I grundskolan är lokalerna billiga.',
        units: 'Ja, norr och söder skiljer sig. Barnen har blivit färre i norr.',
      },
      conclude: {
        nothing: 'Kommunen betalar mer för varje barn, och till slut måste det tas ur personalen.',
        watch: 'Att barnen inte blir fler igen i norr.',
      },
    },
  } as const;
  for (const [area, phases] of Object.entries(answers)) {
    for (const [phase, given] of Object.entries(phases)) {
      const asked = { phase: phase as 'focus', focusArea: teller.id(area), language: 'sv' as const };
      const written = Object.entries(given).map(([code, answer]) => ({ code, answer: answer as string, version: 0 }));
      await saveAnswers(tx, actor, asked, written);
    }
  }
}
