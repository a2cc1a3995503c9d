import { candidate, changeWeights, chooseFocus, focusArea, proposeObservation } from '../chain/focus/index.ts';
import { readRow } from '../foundation/register/index.ts';
import type { Teller } from './chain-teller.ts';
import { keepFigures, latestLook, latestYear, type ToldFigure } from './observations.ts';

/** What was seen when the programme began, in the figures of 2021. */
const firstLook: readonly ToldFigure[] = [
  {
    kpi: 'N20205',
    title: 'Många timmar av timavlönade i vård och omsorg',
    area: 'aldreomsorg',
    note: 'Andelen timmar som timavlönade utför är högre än i liknande kommuner och har ökat i flera år.',
    experience: 'De boende möter många olika ansikten. Medarbetarna lägger tid på att visa nya vikarier till rätta.',
    experiencedBy: 'staff',
    agreement: 'agrees',
  },
  {
    kpi: 'N00090',
    title: 'Hög sjukfrånvaro',
    area: 'personal',
    note: 'Sjukfrånvaron har ökat och ligger över liknande kommuner. Den är högst i särskilt boende.',
    experience: 'Medarbetarna pekar på delade turer och korta dygnsvilor.',
    experiencedBy: 'staff',
    agreement: 'agrees',
  },
];

/** Two choices by the steering group: one when the programme began, one this year. */
export async function tellFocus(teller: Teller): Promise<void> {
  const { tx, actor } = teller;
  await tellObservations(teller);
  await changeWeights(tx, actor, { deviation: 3, duration: 2, certainty: 2, stake: 3, influence: 4, risk: 2 }, 0);
  await tellCandidates(teller);
  const present = ['Projektledaren', 'Controllern', 'Socialchefen'];
  await choose(teller, '2022-11-10', present, 'Programmets första val. Underlaget är siffrorna för 2021.', [
    ['hourly staff', true, 'Störst möjlighet att påverka, och både boende och medarbetare märker det.'],
    ['daily activities', false, 'Upphandlingen av lokal måste avgöras först. Tas upp igen när den är klar.'],
  ]);
  await choose(
    teller,
    teller.day(-300),
    [...present, 'Fastighetschefen', 'Skolchefen'],
    'Andra valet, efter nulägesanalysen av siffrorna för 2024.',
    [
      [
        'preschool premises',
        true,
        'Tydlig avvikelse sedan länge, och lokaler kan lämnas utan att någon förlorar sin plats.',
      ],
      [
        'preschool staffing',
        false,
        'Statistiken och personalens upplevelse säger olika saker. Förvaltningen mäter öppning och stängning först.',
      ],
    ],
  );
  await tellAreas(teller);
}

/** The first look is told here; the latest is there since the municipality was made, but for what somebody has renamed since. */
async function tellObservations(teller: Teller): Promise<void> {
  const { kernel, tx, actor } = teller;
  const figures = await teller.figures.current('example');
  const keep = async (year: number, told: ToldFigure) => {
    const [id] = await keepFigures(tx, actor, figures, year, [told]);
    return id!;
  };
  const titles = latestLook.map(({ title }) => title);
  const there = await kernel.references.get('observation')!.find(tx, titles);
  for (const told of latestLook) {
    const id = there.get(told.title)?.[0] ?? (await keep(latestYear, told));
    teller.remember(`observation ${told.kpi}`, id);
  }
  for (const told of firstLook) teller.remember(`observation ${told.kpi}`, await keep(2021, told));
}

async function tellCandidates(teller: Teller): Promise<void> {
  const { tx, actor } = teller;
  const fromObservation = async (called: string, observation: string, inputs: Readonly<Record<string, string>>) => {
    const { id } = await proposeObservation(tx, actor, observation);
    await teller.change(candidate, teller.remember(called, id), 1, inputs);
  };
  await fromObservation('hourly staff', teller.id('observation N20205'), {
    title: 'Särskilt boende: timvikarier, frånvaro och kostnad',
    department: 'Socialförvaltningen',
    observations: teller.lines(['observation N20205', 'observation N00090', 'observation N23009']),
    keyFigures: 'N20205\nN00090\nN23009',
    influence: '5',
    risk: '4',
  });
  await fromObservation('preschool premises', teller.id('observation N11033'), {
    department: 'Barn- och utbildningsförvaltningen',
    influence: '4',
    risk: '3',
  });
  await fromObservation('preschool staffing', teller.id('observation N11010'), {
    department: 'Barn- och utbildningsförvaltningen',
    influence: '3',
    risk: '3',
  });
  await teller.add(candidate, 'daily activities', {
    title: 'Dyr daglig verksamhet',
    area: 'lss',
    department: 'Socialförvaltningen',
    why: 'Kostnaden per brukare har ökat snabbare än i liknande kommuner. Lokalen är stor och hyrd på lång tid.',
    keyFigures: 'N28015',
    deviation: '4',
    duration: '3',
    certainty: '4',
    stake: '2',
    kronor: '1,4',
    influence: '2',
    risk: '2',
  });
  await teller.add(candidate, 'grades', {
    title: 'Betyg som går upp och ned med årskullarna',
    area: 'grundskola',
    department: 'Barn- och utbildningsförvaltningen',
    why: 'Resultaten skiftar mer mellan åren än i andra kommuner. Det är för tidigt att säga vad som är mönster.',
    deviation: '2',
    duration: '2',
    certainty: '1',
    influence: '3',
    risk: '4',
  });
}

/** The candidates as they were weighed: called, chosen and why. */
async function choose(
  teller: Teller,
  decidedOn: string,
  present: readonly string[],
  note: string,
  weighed: readonly (readonly [string, boolean, string])[],
): Promise<void> {
  const { kernel, tx, actor } = teller;
  const candidates = weighed.map(([called, chosen, reason]) => ({
    id: teller.id(called),
    choice: chosen ? ('chosen' as const) : ('notChosen' as const),
    reason,
  }));
  const body = 'Styrgruppen för Effektivare Ekeberga';
  const chosen = await chooseFocus(kernel, tx, actor, { decidedOn, body, present, note, candidates });
  if (!chosen.ok) throw new Error(`the story's choice is not one: ${JSON.stringify(chosen.faults)}`);
}

/** What the choice cannot say of the areas: who works with them, and how long. */
async function tellAreas(teller: Teller): Promise<void> {
  const area = async (called: string, chosen: string, inputs: Readonly<Record<string, string>>) => {
    const id = await areaOf(teller, chosen);
    const row = await readRow(teller.tx, focusArea, id);
    await teller.change(focusArea, teller.remember(called, id), row!.version, inputs);
  };
  await area('care', 'hourly staff', {
    title: 'Särskilt boende',
    purpose:
      'Kostnaden per plats och andelen timmar av timavlönade ska närma sig liknande kommuner, utan att de boende blir mindre nöjda.',
    analysisGroup: 'Controllern\nEnhetschefen\nHR-strategen\nMedarbetaren',
  });
  await area('preschool', 'preschool premises', {
    title: 'Lokaler i förskolan',
    purpose: 'Kommunen ska betala för de lokaler som barnen använder, och kunna lämna dem som inte behövs.',
    analysisGroup: 'Controllern\nFastighetschefen\nRektorn',
    ends: teller.day(430),
  });
}

async function areaOf(teller: Teller, chosen: string): Promise<string> {
  const title = (await readRow(teller.tx, candidate, teller.id(chosen)))!.title;
  const [id] = (await teller.kernel.references.get(focusArea.name)!.find(teller.tx, [title])).get(title) ?? [];
  if (id === undefined) throw new Error(`no focus area was made of ${title}`);
  return id;
}
