import {
  action,
  addDependency,
  addMilestone,
  makeActions,
  milestonesOf,
  moveAction,
  reachMilestone,
  tellingsOf,
  tellStatus,
} from '../chain/actions/index.ts';
import { readRow } from '../foundation/register/index.ts';
import type { Teller } from './chain-teller.ts';

/** A day of its own, or so many days from today. */
type Day = string | number;

interface ToldAction {
  readonly called: string;
  readonly title: string;
  readonly owner: string;
  readonly unit?: string;
  readonly starts: Day;
  readonly ends: Day;
  /** What was told of it, in order: when, how it goes or where it moved, and why. */
  readonly told: readonly (readonly [Day, 'green' | 'yellow' | 'red' | 'ongoing' | 'done' | 'stopped', string?])[];
  readonly milestones?: readonly (readonly [title: string, due: Day, reached?: Day])[];
  readonly needs?: readonly string[];
}

/** By the proposal that they come of. */
const actions: Readonly<Record<string, readonly ToldAction[]>> = {
  'staffing unit': [
    {
      called: 'build unit',
      title: 'Bygg upp bemanningsenheten',
      owner: 'Enhetschefen',
      unit: 'Särskilt boende',
      starts: '2023-01-09',
      ends: '2023-06-30',
      told: [
        ['2023-01-09', 'ongoing'],
        ['2023-03-15', 'yellow', 'Två av fyra planerare är på plats. De andra börjar i maj.'],
        ['2023-06-20', 'green'],
        ['2023-06-30', 'done'],
      ],
      milestones: [
        ['Planerarna är anställda', '2023-04-01', '2023-05-08'],
        ['Enheten bemannar Ekgården', '2023-05-15', '2023-05-22'],
      ],
    },
    {
      called: 'move pool',
      title: 'För över vikariepasset till bemanningsenheten',
      owner: 'Enhetschefen',
      unit: 'Särskilt boende',
      starts: '2023-05-15',
      ends: '2024-06-30',
      told: [
        ['2023-05-22', 'ongoing'],
        ['2023-11-10', 'green', 'Alla särskilda boenden är med. Hemtjänsten kommer efter nyår.'],
        ['2024-06-14', 'done', 'Hemtjänst norr och söder är med sedan april.'],
      ],
      needs: ['build unit'],
    },
  ],
  'healthy shifts': [
    {
      called: 'no split shifts',
      title: 'Ta bort delade turer på vardagar',
      owner: 'HR-strategen',
      unit: 'Särskilt boende',
      starts: '2023-01-16',
      ends: '2023-12-31',
      told: [
        ['2023-01-16', 'ongoing'],
        ['2023-12-20', 'done'],
      ],
    },
    {
      called: 'early talks',
      title: 'Samtal vid tredje korta frånvaron',
      owner: 'HR-strategen',
      starts: '2023-02-01',
      ends: 160,
      told: [
        ['2023-02-01', 'ongoing'],
        [-210, 'green', 'Nio av tio samtal hålls i tid.'],
      ],
    },
  ],
  'by need': [
    {
      called: 'measure needs',
      title: 'Mät de boendes behov över dygnet på samma sätt',
      owner: 'Enhetschefen',
      unit: 'Ekgården',
      starts: -140,
      ends: -12,
      told: [
        [-140, 'ongoing'],
        [-62, 'green'],
        [-9, 'yellow', 'Strandhemmet har inte hunnit. Mätningen blir klar tre veckor senare än planerat.'],
      ],
      milestones: [
        ['Ekgården är mätt', -80, -77],
        ['Solhem är mätt', -45, -40],
        ['Strandhemmet är mätt', -15],
      ],
    },
    {
      called: 'new schedule',
      title: 'Lägg schemat efter behoven',
      owner: 'Enhetschefen',
      unit: 'Särskilt boende',
      starts: 20,
      ends: 190,
      told: [],
      milestones: [['Förhandlat med de fackliga organisationerna', 55]],
      needs: ['measure needs'],
    },
  ],
  'leave rooms': [
    {
      called: 'move children',
      title: 'Flytta barnen från paviljongen tillsammans med sin personal',
      owner: 'Rektorn',
      unit: 'Björkens förskola',
      starts: -160,
      ends: 45,
      told: [
        [-158, 'ongoing'],
        [-28, 'green', 'Barnen har hälsat på tre gånger. Två familjer har valt Almens förskola i stället.'],
      ],
      milestones: [
        ['Samtal med alla vårdnadshavare', -60, -66],
        ['Inskolning i de nya grupperna', 20],
      ],
    },
    {
      called: 'give up rooms',
      title: 'Lämna tre avdelningar till Fastighet',
      owner: 'Fastighetschefen',
      unit: 'Fastighet',
      starts: -130,
      ends: 75,
      told: [
        [-130, 'ongoing'],
        [-70, 'green'],
        [
          -14,
          'red',
          'Brandskyddet måste byggas om innan avdelningarna kan hyras ut till andra. Inget beslut om pengar än.',
        ],
      ],
      needs: ['move children'],
    },
    {
      called: 'end lease',
      title: 'Säg upp hyresavtalet för paviljongen',
      owner: 'Fastighetschefen',
      unit: 'Fastighet',
      starts: -150,
      ends: -35,
      told: [
        [-150, 'ongoing'],
        [-20, 'yellow', 'Hyresvärden vill förlänga ett halvår. Juristen går igenom avtalet.'],
      ],
    },
  ],
  rent: [
    {
      called: 'rent model',
      title: 'Ny modell för internhyran',
      owner: 'Ekonomichefen',
      unit: 'Ekonomi',
      starts: -150,
      ends: 38,
      told: [
        [-148, 'ongoing'],
        [-50, 'yellow', 'Två nämnder vill ha ett övergångsår. Förslaget räknas om.'],
      ],
      milestones: [
        ['Räknat på alla lokaler', -90, -85],
        ['Remiss till nämnderna', -40],
        ['Förslag till budgeten', 30],
      ],
    },
  ],
  gate: [
    {
      called: 'gate',
      title: 'Skriv in prövningen i riktlinjerna för investeringar',
      owner: 'Fastighetschefen',
      unit: 'Fastighet',
      starts: -170,
      ends: -60,
      told: [
        [-170, 'ongoing'],
        [-64, 'done', 'Gäller för alla byggen över 5 mnkr.'],
      ],
    },
  ],
  services: [
    {
      called: 'pilot',
      title: 'Pilot: samordnad service på Almens och Lönnens förskolor',
      owner: 'Fastighetschefen',
      unit: 'Lokalvård norr',
      starts: -120,
      ends: 245,
      told: [
        [-118, 'ongoing'],
        [-24, 'green', 'Städningen följer nu hur rummen används. Energin syns först efter vintern.'],
      ],
      milestones: [
        ['Nuläget är mätt', -100, -98],
        ['Halvtid: mätning och enkät', 60],
      ],
    },
  ],
};

/** What is being done: by decision, and one thing that the operation began by itself. */
export async function tellActions(teller: Teller): Promise<void> {
  const { kernel, tx, actor } = teller;
  for (const [from, told] of Object.entries(actions)) {
    const people = new Map<string, string>();
    for (const { owner } of told) people.set(owner, await teller.named('person', owner));
    const pieces = told.map(({ title, owner, starts, ends }) => ({
      title,
      owner,
      starts: day(teller, starts),
      ends: day(teller, ends),
    }));
    const made = await makeActions({ kernel, tx, actor }, teller.id(from), { pieces, people, seen: 0 });
    if (!made.ok) throw new Error(`${from} cannot become actions: ${JSON.stringify(made)}`);
    for (const [index, one] of told.entries()) {
      const id = teller.remember(`action ${one.called}`, made.actions[index]!);
      const said = { programme: 'moreEffective', ...(one.unit !== undefined && { unit: one.unit }) };
      await teller.change(action, id, 1, said);
    }
  }
  await teller.add(
    action,
    'action heating',
    {
      title: 'Sänk värmen i de tomma avdelningarna',
      description: 'Rektorerna ville göra något genast, medan besluten bereddes.',
      focusArea: teller.id('preschool'),
      causes: teller.id('per house'),
      keyFigures: 'N11033',
      owner: 'Rektorn',
      unit: 'Björkens förskola',
      starts: teller.day(-260),
      ends: teller.day(-190),
    },
    { state: 'planned' },
  );
  const own: ToldAction['told'] = [
    [-255, 'ongoing'],
    [-215, 'stopped', 'Värmen går inte att sänka i en del av huset. Tas med i piloten i stället.'],
  ];
  await tellWhatHappened(teller, { called: 'heating', told: own });
  for (const one of Object.values(actions).flat()) await tellWhatHappened(teller, one);
}

async function tellWhatHappened(
  teller: Teller,
  { called, told, milestones = [], needs = [] }: Pick<ToldAction, 'called' | 'told' | 'milestones' | 'needs'>,
): Promise<void> {
  const id = teller.id(`action ${called}`);
  const on = (when: Day) => ({
    kernel: teller.kernel,
    tx: teller.tx,
    actor: teller.actor,
    today: day(teller, when),
  });
  for (const [title, due, reached] of milestones) {
    succeeded(title, await addMilestone(on(due), id, { title, due: day(teller, due) }));
    if (reached === undefined) continue;
    const added = (await milestonesOf(teller.tx, id)).at(-1)!;
    succeeded(title, await reachMilestone(on(reached), id, added.id, added.version, true));
  }
  for (const needed of needs) succeeded(needed, await addDependency(on(0), id, teller.id(`action ${needed}`)));
  for (const [when, word, comment = ''] of told) {
    if (word === 'green' || word === 'yellow' || word === 'red') {
      const [latest] = await tellingsOf(teller.tx, id, 1);
      succeeded(called, await tellStatus(on(when), id, { status: word, comment, seen: latest?.id ?? '' }));
    } else {
      const { state } = (await readRow(teller.tx, action, id))!;
      succeeded(called, await moveAction(on(when), id, { from: state ?? 'planned', to: word, reason: comment }));
    }
  }
}

function succeeded(what: string, result: { readonly ok: boolean; readonly reason?: string }): void {
  if (!result.ok) throw new Error(`the story's ${what} is refused: ${result.reason}`);
}

function day(teller: Teller, when: Day): string {
  return typeof when === 'number' ? teller.day(when) : when;
}
