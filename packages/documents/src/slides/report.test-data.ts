import type { Chart, DocumentModel, Figure, Table } from '../model/index.ts';
import { paragraph, plain } from '../model/index.ts';

const svg = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter" font-size="14">${inside}</svg>`;

const years = ['2015', '2016', '2017', '2018', '2019', '2020', '2021'];

function figure(id: string, caption: string, chart: Chart | undefined, source = 'Kolada'): Figure {
  const picture = svg(
    640,
    320,
    '<circle cx="320" cy="160" r="90" fill="#1d5c4d"/><text x="40" y="40">Läge bland alla kommuner</text>',
  );
  return {
    kind: 'figure',
    id,
    caption,
    alt: `${caption}. Ekeberga ligger över liknande kommuner alla år.`,
    source,
    picture: { format: 'svg', svg: picture, width: 640, height: 320 },
    ...(chart === undefined ? {} : { chart }),
  };
}

const cost: Chart = {
  kind: 'line',
  unit: 'Kronor per invånare 80 år och äldre',
  decimals: 0,
  categories: years,
  series: [
    { name: 'Ekeberga', values: [142_300, 145_900, undefined, 158_200, 163_400, 169_900, 172_700], own: true },
    { name: 'Liknande kommuner', values: [131_000, 132_400, 134_800, 136_100, 138_900, 140_200, 141_138] },
    { name: 'Alla kommuner', values: [128_400, 130_700, 133_900, 135_200, 137_800, 139_900, 142_600] },
  ],
};

const places: Chart = {
  kind: 'bar',
  unit: 'Resursindex, 100 = lägst kostnad',
  decimals: 0,
  categories: ['Förskola', 'Grundskola', 'Gymnasieskola', 'Äldreomsorg', 'LSS', 'Ekonomiskt bistånd'],
  series: [
    { name: 'Ekeberga', values: [33, 54, 16, 2, 20, 29], own: true },
    { name: 'Liknande kommuner, median', values: [52, 49, 71, 27, 44, undefined] },
  ],
};

const neighbours: Chart = {
  kind: 'bar',
  unit: 'Nettokostnadsavvikelse äldreomsorg, procent',
  decimals: 1,
  categories: ['Norrvik', 'Ekeberga', 'Sunnerå', 'Lövhult', 'Hammarsjö', 'Åkersö', 'Björkfors', 'Västervåla'],
  series: [
    {
      name: 'Ekeberga',
      values: [undefined, 20.3, undefined, undefined, undefined, undefined, undefined, undefined],
      own: true,
    },
    { name: 'Liknande kommuner', values: [22.4, undefined, 14.1, 9.4, 6.2, 3.3, -1.8, -4.5] },
  ],
};

const satisfied: Chart = {
  kind: 'column',
  unit: 'Andel nöjda i särskilt boende, procent',
  decimals: 0,
  categories: years,
  series: [
    { name: 'Ekeberga', values: [88, 90, 87, undefined, 93, 94, 95], own: true },
    { name: 'Liknande kommuner', values: [83, 82, 82, 81, 80, 79, 78] },
  ],
};

const standsOut: Table = {
  kind: 'table',
  id: 'stands-out',
  caption: 'Åtta nyckeltal sticker ut, de flesta om kostnader',
  rowHeader: true,
  source: 'Värden: Källa: Kolada. Läge: Egen bearbetning av data från Kolada',
  columns: [
    { title: 'Nyckeltal' },
    { title: 'Ekeberga', align: 'end' },
    { title: 'Liknande', align: 'end' },
    { title: 'Enhet' },
    { title: 'Plats', align: 'end' },
    { title: 'Riktning' },
  ],
  rows: [
    { cells: [plain('Kostnader')], role: 'group' },
    ...(
      [
        ['Nettokostnadsavvikelse äldreomsorg', '20,3', '9,4', '%', '277/290', 'ökar'],
        ['Kostnad särskilt boende', '172 709', '141 138', 'kr/inv 80+', '268/290', 'ökar'],
        ['Kostnad daglig verksamhet LSS', '307 500', '216 324', 'kr/brukare', '249/281', 'ökar'],
        ['Lokalkostnad kommunal förskola', '28 064', '24 971', 'kr/barn', '231/290', 'ökar'],
        ['Kostnad skolskjuts åk 1–9', '9 592', '2 078', 'kr/elev', '284/290', 'ingen säker trend'],
      ] as const
    ).map((cells) => ({ cells: cells.map((cell) => plain(cell)) })),
    { cells: [plain('Kvalitet')], role: 'group' },
    { cells: ['Nöjda brukare särskilt boende', '95,0', '78,0', '%', '3/288', 'ökar'].map((cell) => plain(cell)) },
    { cells: ['Nöjda brukare hemtjänst', '97,0', '94,0', '%', '41/288', 'oförändrad'].map((cell) => plain(cell)) },
  ],
};

const actions: Table = {
  kind: 'table',
  id: 'actions',
  caption: 'Åtgärder med ansvarig, tid och väntad effekt',
  rowHeader: true,
  source: 'Ekeberga kommun',
  columns: [
    { title: 'Åtgärd' },
    { title: 'Ansvarig' },
    { title: 'Klar' },
    { title: 'Väntad effekt, tkr/år', align: 'end' },
    { title: 'Läge' },
  ],
  rows: [
    ...Array.from({ length: 21 }, (_, index) => ({
      cells: [
        `Åtgärd ${index + 1}: ${index % 3 === 0 ? 'samla lokaler i de tätorter där beläggningen är låg' : 'se över bemanningen'}`,
        index % 2 === 0 ? 'Fastighetschefen' : 'Verksamhetschef äldreomsorg',
        `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
        String((index + 1) * 125),
        index % 4 === 0 ? 'pågår' : 'planerad',
      ].map((cell) => plain(cell)),
    })),
    { cells: ['Summa', '', '', '28 875', ''].map((cell) => plain(cell)), role: 'total' as const },
  ],
};

/** A report of the usual kind about a municipality that does not exist. */
export const report: DocumentModel = {
  title: 'Delrapport: vägen till en effektivare kommun',
  subtitle: 'Nuläge, orsaker och det vi gör åt dem',
  language: 'sv',
  about: {
    organisation: 'Ekeberga kommun',
    author: 'Ekonomiavdelningen',
    date: '2026-03-02',
    caseNumber: 'KS 2026/114',
    state: 'Arbetsutkast',
    subject: 'Effektivare kommun',
    keywords: ['nuläge', 'effektivitet'],
    mark: 'Exempeldata',
    colour: '#1d5c4d',
    logo: {
      format: 'svg',
      svg: svg(
        140,
        40,
        '<path d="M4 36 20 4l16 32z" fill="#1d5c4d"/><text x="44" y="27" font-size="18" font-weight="600" fill="#1d5c4d">Ekeberga</text>',
      ),
      width: 140,
      height: 40,
      alt: 'Ekeberga kommun',
    },
  },
  contents: true,
  numbered: true,
  sections: [
    {
      id: 'summary',
      title: 'Sammanfattning',
      unnumbered: true,
      blocks: [
        {
          kind: 'paragraph',
          lead: true,
          text: plain(
            'Ekeberga har högre kostnader än väntat i äldreomsorgen, och de ökar. Samtidigt är de som bor i särskilt boende bland landets nöjdaste.',
          ),
        },
        paragraph(
          'Kostnaden för särskilt boende är 31 600 kronor högre per äldre invånare än i liknande kommuner. Skillnaden har vuxit sedan 2015, mest efter 2018 då två nya boenden öppnade.',
        ),
        paragraph([
          { kind: 'text', text: 'Lokalerna i förskolan är dyra, ' },
          { kind: 'text', text: 'trots att barnen är färre', strong: true },
          { kind: 'text', text: '. Se ' },
          { kind: 'reference', to: 'cost' },
          { kind: 'text', text: ' och handboken' },
          { kind: 'footnote', text: plain('Handbok i resursfördelning, 2024 års utgåva, s. 12.') },
          { kind: 'text', text: ' på ' },
          { kind: 'link', text: 'kolada.se', href: 'https://www.kolada.se/' },
          { kind: 'text', text: '.' },
        ]),
        {
          kind: 'list',
          ordered: true,
          items: [
            { text: plain('Samla lokaler i två tätorter') },
            {
              text: plain('Ändra bemanningen i särskilt boende'),
              list: {
                kind: 'list',
                ordered: false,
                items: [{ text: plain('först på Ekhaga') }, { text: plain('sedan på Strandgården') }],
              },
            },
            { text: plain('Följ effekten på samma nyckeltal som analysen började med') },
          ],
        },
      ],
    },
    {
      id: 'situation',
      title: 'Nuläge',
      blocks: [
        paragraph('Sex verksamheter har jämförts med liknande kommuner. Jämförelsen bygger på RKA:s index.'),
        {
          kind: 'notice',
          title: 'Så säkra är siffrorna',
          text: plain('Värdena för 2021 är preliminära. Ett värde som saknas är aldrig noll.'),
        },
        {
          kind: 'quote',
          text: plain('Vi visste att vi var dyra, men inte att vi också var bland de bästa.'),
          by: 'Chef inom äldreomsorgen',
        },
        figure('places', 'Äldreomsorgen är dyrast av sex verksamheter jämfört med andra', places, 'Kolada'),
        standsOut,
      ],
      sections: [
        {
          id: 'elder-care',
          title: 'Äldreomsorg',
          blocks: [
            paragraph(
              'Kostnaden ökar snabbare än i liknande kommuner. Ökningen är 21 procent på sex år, mot 8 procent.',
            ),
            figure('cost', 'Kostnaden för särskilt boende drar ifrån', cost, 'Kolada'),
            figure(
              'neighbours',
              'Bara en liknande kommun har högre avvikelse',
              neighbours,
              'Egen bearbetning av data från Kolada',
            ),
            figure('satisfied', 'De boende blir nöjdare, i andra kommuner tvärtom', satisfied, 'Kolada'),
            figure(
              'place',
              'Ekeberga ligger långt ut bland alla kommuner',
              undefined,
              'Egen bearbetning av data från Kolada',
            ),
          ],
        },
      ],
    },
    {
      id: 'actions-section',
      title: 'Åtgärder',
      blocks: [{ kind: 'paragraph', lead: true, text: plain('Tjugoen åtgärder är beslutade. Fem pågår.') }, actions],
    },
  ],
  appendices: [
    {
      id: 'sources',
      title: 'Källor och metod',
      blocks: [paragraph('Alla värden kommer från Kolada. Hur de bearbetats står på sidan om metod.')],
    },
  ],
};
