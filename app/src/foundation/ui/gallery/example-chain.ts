import type { CauseNode, FishboneBranch, GanttRow, MatrixItem, ThreadEdge, ThreadNode, YearItem } from '../index.ts';
import { evenNumbers } from './example-figures.ts';

/** An invented chain from figure to effect, for the gallery. */
export const causes: CauseNode = {
  id: 'problem',
  text: 'Lokalkostnaden per barn i förskolan är högre än i nio av tio kommuner',
  children: [
    {
      id: 'tomma',
      text: 'Tomma avdelningar i norr sedan barnen blev färre',
      state: 'supported',
      href: '#tomma',
      children: [
        {
          id: 'prognos',
          text: 'Befolkningsprognosen användes inte när förskolan byggdes',
          state: 'supported',
          href: '#prognos',
          children: [
            {
              id: 'ansvar',
              text: 'Ingen har ansvar för lokalförsörjningsplaneringen',
              state: 'hypothesis',
              href: '#ansvar',
            },
            { id: 'rutin', text: 'Rutin saknas mellan förvaltningarna', state: 'hypothesis', href: '#rutin' },
          ],
        },
        { id: 'avtal', text: 'Hyresavtal på tjugofem år', state: 'supported', href: '#avtal' },
      ],
    },
    {
      id: 'yta',
      text: 'Större yta per barn än riktvärdet',
      state: 'hypothesis',
      href: '#yta',
      children: [{ id: 'kok', text: 'Tillagningskök på varje enhet', state: 'rejected', href: '#kok' }],
    },
    { id: 'stad', text: 'Dyr städning', state: 'rejected', href: '#stad' },
  ],
};

export const branches: readonly FishboneBranch[] = [
  {
    label: 'Lokaler',
    causes: [
      {
        id: 'f1',
        text: 'Tomma avdelningar i norr',
        state: 'supported',
        href: '#f1',
        children: [
          {
            id: 'f11',
            text: 'Prognosen användes inte',
            href: '#f11',
            children: [{ id: 'f111', text: 'Ingen ansvarar' }],
          },
          { id: 'f12', text: 'Hyresavtal på 25 år', href: '#f12' },
        ],
      },
      { id: 'f2', text: 'Större yta per barn än riktvärdet', state: 'hypothesis', href: '#f2' },
    ],
  },
  {
    label: 'Personal',
    causes: [
      { id: 'f3', text: 'Hög sjukfrånvaro på små enheter', state: 'hypothesis', href: '#f3' },
      { id: 'f4', text: 'Öppning och stängning kräver två', href: '#f4' },
    ],
  },
  {
    label: 'Styrning',
    causes: [
      {
        id: 'f5',
        text: 'Lokalkostnaden syns inte i enhetens budget',
        state: 'supported',
        href: '#f5',
        children: [{ id: 'f51', text: 'Internhyran ligger centralt', href: '#f51' }],
      },
    ],
  },
  {
    label: 'Omvärld',
    causes: [
      { id: 'f6', text: 'Födelsetalen faller', state: 'supported', href: '#f6' },
      { id: 'f7', text: 'Inflyttning till tätorten', href: '#f7' },
    ],
  },
  { label: 'Arbetssätt', causes: [{ id: 'f8', text: 'Dyr städning', state: 'rejected', href: '#f8' }] },
  { label: 'Brukare', causes: [{ id: 'f9', text: 'Vårdnadshavare väljer förskola nära arbetet', href: '#f9' }] },
];

export const proposals: readonly MatrixItem[] = [
  { id: 'p1', text: 'Plan för befintliga lokaler före beslut', effort: 2, effect: 4, href: '#p1' },
  { id: 'p2', text: 'Samordna vikarier', effort: 2, effect: 4, href: '#p2' },
  { id: 'p3', text: 'Ny internhyresmodell', effort: 4, effect: 4, href: '#p3' },
  { id: 'p4', text: 'Slå ihop två förskolor i norr', effort: 5, effect: 5, href: '#p4' },
  { id: 'p5', text: 'Gemensam upphandling av städ', effort: 3, effect: 2, href: '#p5' },
  { id: 'p6', text: 'Ny skyltning', effort: 4, effect: 1, href: '#p6' },
  { id: 'p7', text: 'Sänk värmen i tomma rum', effort: 1, effect: 2, href: '#p7' },
  { id: 'p8', text: 'Byt kylanläggning', effort: 4, effect: 2, href: '#p8' },
  { id: 'p9', text: 'Öppna förskola på eftermiddagar', effort: 2, effect: 3, href: '#p9' },
];

export const actions: readonly GanttRow[] = [
  {
    id: 'a1',
    group: 'Förskola',
    text: 'Plan för befintliga lokaler före beslut',
    start: '2022-01-10',
    end: '2022-04-30',
    status: 'green',
    done: 1,
    milestones: [{ date: '2022-04-12', text: 'Planen beslutas i nämnden' }],
    href: '#a1',
  },
  {
    id: 'a2',
    group: 'Förskola',
    text: 'Flytta avdelningen Blåklockan till Solgläntans förskola',
    start: '2022-05-15',
    end: '2022-08-31',
    status: 'yellow',
    done: 0.6,
    after: ['a1'],
    href: '#a2',
  },
  {
    id: 'a3',
    group: 'Förskola',
    text: 'Säg upp lokalen i norr',
    start: '2022-06-01',
    end: '2022-11-30',
    status: 'red',
    done: 0.1,
    after: ['a1'],
    milestones: [{ date: '2022-09-30', text: 'Sista dag för uppsägning' }],
    href: '#a3',
  },
  {
    id: 'a4',
    group: 'Äldreomsorg',
    text: 'Gemensam bemanning i hemtjänsten',
    start: '2022-03-01',
    end: '2023-02-28',
    status: 'green',
    done: 0.5,
    href: '#a4',
  },
  {
    id: 'a5',
    group: 'Äldreomsorg',
    text: 'Utbilda samordnare',
    start: '2022-02-01',
    end: '2022-05-15',
    after: ['a4'],
    href: '#a5',
  },
  { id: 'a6', group: 'Äldreomsorg', text: 'Följ upp sjukfrånvaron', href: '#a6' },
];

/** As many as asked for, over four years in eight departments. */
export function manyActions(count: number): GanttRow[] {
  const next = evenNumbers(11);
  const statuses = ['green', 'green', 'yellow', 'red', undefined] as const;
  const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index) => {
    const start = 18_628 + Math.floor(next() * 1300);
    const end = start + 14 + Math.floor(next() * 200);
    return {
      id: `m${index}`,
      group: departments[Math.floor((index * departments.length) / count)],
      text: `Åtgärd ${index + 1}`,
      start: day(start),
      end: day(end),
      status: statuses[Math.floor(next() * statuses.length)],
    };
  });
}

const departments = [
  'Förskola',
  'Grundskola',
  'Gymnasieskola',
  'Äldreomsorg',
  'LSS',
  'Socialtjänst',
  'Service',
  'Kommunkontor',
];

export const yearItems: readonly YearItem[] = [
  { id: 'y1', text: 'Bokslut och årsredovisning', start: '2022-01-10', end: '2022-03-15', href: '#y1' },
  { id: 'y2', text: 'Nyckeltal publiceras i Kolada', start: '2022-04-20', href: '#y2' },
  { id: 'y3', text: 'Nulägesanalys', start: '2022-02-15', end: '2022-05-10', href: '#y3' },
  { id: 'y4', text: 'Budgetberedning', start: '2022-04-01', end: '2022-06-15', href: '#y4' },
  { id: 'y5', text: 'Fullmäktige beslutar budget', start: '2022-06-20', href: '#y5' },
  { id: 'y6', text: 'Delårsrapport', start: '2022-08-20', end: '2022-10-05', href: '#y6' },
  { id: 'y7', text: 'Brukarundersökning', start: '2022-09-01', end: '2022-11-15', href: '#y7' },
  { id: 'y8', text: 'Medarbetarsamtal', start: '2022-10-01', end: '2022-12-15', href: '#y8' },
  { id: 'y9', text: 'Intern kontrollplan', start: '2022-12-01', end: '2022-12-20', href: '#y9' },
];

export const threadColumns = [
  { key: 'figure', label: 'Nyckeltal', tone: 'analyse' },
  { key: 'observation', label: 'Observation', tone: 'analyse' },
  { key: 'focus', label: 'Fokus', tone: 'analyse' },
  { key: 'cause', label: 'Orsak', tone: 'analyse' },
  { key: 'conclusion', label: 'Slutsats', tone: 'analyse' },
  { key: 'proposal', label: 'Förslag', tone: 'act' },
  { key: 'decision', label: 'Beslut', tone: 'act' },
  { key: 'action', label: 'Åtgärd', tone: 'act' },
  { key: 'effect', label: 'Effekt', tone: 'analyse' },
] as const;

export const threadNodes: readonly ThreadNode[] = [
  { id: 't1', column: 'figure', title: 'Lokalkostnad förskola', note: '28 064 kr/barn', href: '#t1' },
  { id: 't2', column: 'figure', title: 'Yta per barn', href: '#t2' },
  { id: 't3', column: 'observation', title: 'Dyrare än 89 % av kommunerna', href: '#t3' },
  { id: 't4', column: 'focus', title: 'Lokalkostnader', note: 'styrgruppen 24 jan', href: '#t4' },
  { id: 't5', column: 'cause', title: 'Större yta per barn', note: 'hypotes', href: '#t5' },
  { id: 't6', column: 'cause', title: 'Tomma avdelningar sedan barnen blev färre', note: 'har stöd', href: '#t6' },
  { id: 't7', column: 'cause', title: 'Prognosen användes inte', note: 'har stöd', href: '#t7' },
  { id: 't8', column: 'conclusion', title: 'Lokalförsörjningsplaneringen saknar ägare', href: '#t8' },
  { id: 't9', column: 'conclusion', title: 'Fler rum än barn', href: '#t9' },
  { id: 't10', column: 'proposal', title: 'Slå ihop två förskolor', href: '#t10' },
  { id: 't11', column: 'proposal', title: 'Plan före beslut', href: '#t11' },
  { id: 't12', column: 'decision', title: 'KS 2022-10-05 § 112', href: '#t12' },
  { id: 't13', column: 'action', title: 'Säg upp lokalen i norr', note: 'pågår', href: '#t13' },
];

export const threadEdges: readonly ThreadEdge[] = [
  ['t1', 't3'],
  ['t2', 't5'],
  ['t3', 't4'],
  ['t4', 't5'],
  ['t4', 't6'],
  ['t4', 't7'],
  ['t5', 't9'],
  ['t6', 't9'],
  ['t7', 't8'],
  ['t8', 't11'],
  ['t9', 't10'],
  ['t10', 't12'],
  ['t11', 't12'],
  ['t12', 't13'],
].map(([from = '', to = '']) => ({ from, to }));
