import {
  type Block,
  type DocumentModel,
  type Figure,
  type InlineText,
  paragraph,
  plain,
  type Table,
} from '../model/index.ts';

/** A chart drawn as the application draws: styles inside, named fonts, transparent. */
export function barChart(
  title: string,
  values: readonly (readonly [name: string, value: number])[],
  width = 600,
): string {
  const most = Math.max(...values.map(([, value]) => value));
  const rows = values.map(([name, value], index) => {
    const y = 46 + index * 30;
    const length = Math.round((value / most) * (width - 260));
    const own = index === 0 ? ' is-own' : '';
    return `<text class="chart-name${own}" x="0" y="${y + 14}">${name}</text><rect class="chart-bar${own}" x="170" y="${y}" width="${length}" height="18"/><text class="chart-value${own}" x="${178 + length}" y="${y + 14}">${value.toLocaleString('sv-SE')}</text>`;
  });
  const height = 60 + values.length * 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>text { font-family: Inter, sans-serif; font-size: 13px; fill: #1f2421; } .chart-title { font-family: 'Source Serif 4'; font-weight: 600; font-size: 17px; } .chart-bar { fill: #c9c6be; } .chart-bar.is-own { fill: #1d5c4d; } .chart-name.is-own, .chart-value.is-own { font-weight: 600; fill: #1d5c4d; }</style><text class="chart-title" x="0" y="20">${title}</text>${rows.join('')}</svg>`;
}

export function lineChart(own: readonly number[], others: readonly number[], firstYear: number): string {
  const width = 600;
  const height = 250;
  const values = [...own, ...others];
  const [least, most] = [Math.min(...values) * 0.97, Math.max(...values) * 1.02];
  const x = (index: number) => 50 + (index * (width - 190)) / (own.length - 1);
  const y = (value: number) => 20 + ((most - value) / (most - least)) * (height - 60);
  const path = (series: readonly number[]) =>
    series.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join(' ');
  const years = own.map(
    (_, index) =>
      `<text class="quiet" x="${x(index)}" y="${height - 12}" text-anchor="middle">${firstYear + index}</text>`,
  );
  const end = own.length - 1;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>text { font-family: Inter, sans-serif; font-size: 13px; fill: #1f2421; } .quiet { fill: #5d625c; font-size: 12px; } .own { fill: none; stroke: #1d5c4d; stroke-width: 2.5; } .others { fill: none; stroke: #9a978f; stroke-width: 1.5; } .name { font-weight: 600; fill: #1d5c4d; } .axis { stroke: #e3dfd4; }</style><line class="axis" x1="40" x2="${width - 130}" y1="${height - 32}" y2="${height - 32}"/><path class="others" d="${path(others)}"/><path class="own" d="${path(own)}"/><circle cx="${x(end)}" cy="${y(own[end]!)}" r="4" fill="#1d5c4d"/><text class="name" x="${x(end) + 10}" y="${y(own[end]!) + 4}">Åkersö</text><text x="${x(end) + 10}" y="${y(others[end]!) + 4}">Liknande</text>${years.join('')}</svg>`;
}

const chart = (id: string, svg: string, caption: string, alt: string, height: number): Figure => ({
  kind: 'figure',
  id,
  picture: { format: 'svg', svg, width: 600, height },
  alt,
  caption,
  source: 'Källa: Kolada. Värden för 2025; liknande kommuner enligt RKA:s urval för verksamheten.',
});

const costs = (id: string, first: number): Figure =>
  chart(
    id,
    barChart('Kostnad, kronor per invånare', [
      ['Åkersö', first],
      ['Liknande kommuner', first - 1184],
      ['Länet', first - 640],
      ['Riket', first - 1502],
    ]),
    'Kostnad per invånare jämfört med liknande kommuner, länet och riket',
    'Stapeldiagram. Åkersö har den högsta kostnaden av de fyra.',
    180,
  );

const development = (id: string): Figure =>
  chart(
    id,
    lineChart([92.1, 93.4, 91.8, 94.6, 96.2, 97.9], [90.5, 90.9, 91.2, 91.6, 92.4, 92.8], 2020),
    'Nettokostnadsavvikelse 2020–2025',
    'Linjediagram. Åkersö ligger över liknande kommuner alla år och ökar mest efter 2022.',
    250,
  );

const areas = ['Förskola', 'Grundskola', 'Gymnasieskola', 'Äldreomsorg', 'LSS', 'Individ- och familjeomsorg'];

const overview: Table = {
  kind: 'table',
  id: 'overview',
  caption: 'Resurser, kvalitet och effektivitet per verksamhet',
  columns: [
    { title: 'Verksamhet' },
    { title: 'Resursindex', align: 'end' },
    { title: 'Plats', align: 'end' },
    { title: 'Kvalitetsindex', align: 'end' },
    { title: 'Plats', align: 'end' },
    { title: 'Effektivitet', align: 'end' },
  ],
  rows: areas.map((area, index) => ({
    cells: [
      plain(area),
      plain(String(33 + index * 7)),
      plain(`${236 - index * 11}/290`),
      index === 2 ? [{ kind: 'text', text: 'saknas', emphasis: true }] : plain(String(48 + index * 3)),
      index === 2 ? [] : plain(`${173 - index * 8}/290`),
      plain(String(32 + index * 5)),
    ],
  })),
  rowHeader: true,
  source: 'Egen bearbetning av data från Kolada, hämtade 2026-02-12. 0 är sämst och 100 bäst i jämförelsen.',
};

const budget: Table = {
  kind: 'table',
  id: 'budget',
  caption: 'Nettokostnad 2025 och avvikelse mot den förväntade, miljoner kronor',
  columns: [
    { title: 'Verksamhet' },
    { title: 'Utfall', align: 'end' },
    { title: 'Förväntad', align: 'end' },
    { title: 'Avvikelse', align: 'end' },
    { title: 'Avvikelse, %', align: 'end' },
  ],
  rows: [
    { role: 'group', cells: [plain('Utbildning')] },
    { cells: ['Förskola', '96,4', '91,2', '+5,2', '5,7'].map(plain) },
    { cells: ['Grundskola', '214,8', '209,9', '+4,9', '2,3'].map(plain) },
    { cells: ['Gymnasieskola', '88,0', '82,6', '+5,4', '6,5'].map(plain) },
    { role: 'group', cells: [plain('Vård och omsorg')] },
    { cells: ['Äldreomsorg', '251,7', '226,1', '+25,6', '11,3'].map(plain) },
    { cells: ['LSS', '79,3', '73,8', '+5,5', '7,5'].map(plain) },
    { role: 'total', cells: ['Summa', '730,2', '683,6', '+46,6', '6,8'].map(plain) },
  ],
  rowHeader: true,
  source: 'Källa: Kolada.',
};

const longTable = (rows: number): Table => ({
  kind: 'table',
  id: 'long',
  caption: 'Alla åtgärder i programmet, med ansvarig och läge vid delrapporten',
  columns: [
    { title: 'Nr', align: 'end' },
    { title: 'Åtgärd' },
    { title: 'Ansvarig' },
    { title: 'Klar' },
    { title: 'Beräknad effekt, tkr', align: 'end' },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({
    cells: [
      plain(String(index + 1)),
      plain(
        [
          'Samordnad bemanningsplanering i särskilt boende, med gemensam resurspool för helger',
          'Översyn av skolskjutsreglementet',
          'Ny hyresmodell för verksamhetslokaler',
          'Digital tillsyn nattetid efter individuell prövning',
        ][index % 4]!,
      ),
      plain(['Enhetschef äldreomsorg', 'Skolchef', 'Fastighetschef', 'Kvalitetsutvecklare'][index % 4]!),
      plain(['pågår', '2026-06-30', 'ej påbörjad', '2027-01-01'][index % 4]!),
      plain((1250 + index * 315).toLocaleString('sv-SE')),
    ],
  })),
});

const prose = (start: string): Block =>
  paragraph(
    `${start} Jämförelsen bygger på standardkostnader, som tar hänsyn till ålder, socioekonomi och bebyggelse. En avvikelse uppåt betyder att kommunen lägger mer än vad strukturen ger anledning att vänta. Den säger inte i sig att pengarna används fel: ambitionen kan vara högre, arbetssättet dyrare eller lokalerna för många. Därför läses kostnaden alltid tillsammans med volym och kvalitet, och först när de tre pekar åt samma håll går analysen vidare till orsakerna.`,
  );

const withReferences: InlineText = [
  { kind: 'text', text: 'Som ' },
  { kind: 'reference', to: 'overview' },
  { kind: 'text', text: ' och ' },
  { kind: 'reference', to: 'costs-elderly' },
  { kind: 'text', text: ' visar sticker ' },
  { kind: 'text', text: 'äldreomsorgen', strong: true },
  { kind: 'text', text: ' ut: nettokostnaden är 11,3 procent högre än väntat' },
  {
    kind: 'footnote',
    text: plain(
      'Nettokostnadsavvikelse är skillnaden mellan nettokostnad och referenskostnad, i procent av referenskostnaden.',
    ),
  },
  { kind: 'text', text: '. Orsakerna behandlas i ' },
  { kind: 'reference', to: 'causes-elderly' },
  { kind: 'text', text: ', underlaget finns i ' },
  { kind: 'reference', to: 'sources' },
  { kind: 'text', text: ' och metoden hos ' },
  { kind: 'link', text: 'Rådet för främjande av kommunala analyser', href: 'https://www.kolada.se/om-oss/' },
  { kind: 'text', text: '.' },
];

/** A realistic report of about twelve pages, of a municipality that does not exist. */
export const report: DocumentModel = {
  title: 'Resurser som räcker längre',
  subtitle: 'Delrapport 2 från programmet för en effektivare kommun',
  language: 'sv',
  about: {
    organisation: 'Åkersö kommun',
    author: 'Ekonomiavdelningen',
    date: '2026-03-02',
    caseNumber: 'KS 2025/214',
    state: 'Fastställd 2026-03-02',
    subject: 'Uppföljning',
    keywords: ['effektivitet', 'nyckeltal', 'äldreomsorg'],
    mark: 'Exempeldata',
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
            'Åkersö lägger 46,6 miljoner kronor mer på sina verksamheter än strukturen ger anledning att vänta. Mer än hälften finns i äldreomsorgen, där kvaliteten samtidigt hör till landets bästa.',
          ),
        },
        paragraph(withReferences),
        {
          kind: 'list',
          ordered: false,
          items: [
            { text: plain('Äldreomsorgen kostar 25,6 miljoner kronor mer än väntat; nio av tio brukare är nöjda.') },
            {
              text: plain('Gymnasieskolan har för låg fyllnadsgrad:'),
              list: {
                kind: 'list',
                ordered: false,
                items: [
                  { text: plain('tre program med färre än tolv elever i årskurs 1') },
                  { text: plain('lokaler dimensionerade för 2015 års kullar') },
                ],
              },
            },
            { text: plain('Förskolan går isär: statistiken visar god täthet, medan personalen upplever brist.') },
          ],
        },
        {
          kind: 'notice',
          title: 'Hur säkra är siffrorna?',
          text: plain(
            'Värden för 2025 är preliminära till dess att räkenskapssammandraget är granskat i augusti. För gymnasieskolan saknas kvalitetsindex, eftersom för få elever har svarat på enkäten.',
          ),
        },
      ],
    },
    {
      id: 'situation',
      title: 'Nuläge',
      blocks: [
        {
          kind: 'paragraph',
          lead: true,
          text: plain(
            'Sex verksamheter har jämförts med liknande kommuner. Fyra av dem är dyrare än väntat, och i två av dem svarar inte kvaliteten mot kostnaden.',
          ),
        },
        overview,
        prose('Verksamheterna skiljer sig åt.'),
      ],
      sections: [
        {
          id: 'costs',
          title: 'Kostnader',
          blocks: [
            prose('Kostnaden har stigit snabbare än i jämförbara kommuner sedan 2022.'),
            budget,
            costs('costs-all', 62340),
            prose('Det är framför allt tre poster som förklarar ökningen.'),
          ],
          sections: [
            {
              id: 'elderly',
              title: 'Äldreomsorg',
              blocks: [
                prose('Särskilt boende kostar 172 709 kronor per invånare över 80 år.'),
                costs('costs-elderly', 172709),
                development('development'),
              ],
            },
            {
              id: 'school',
              title: 'Grund- och gymnasieskola',
              blocks: [prose('Skolskjutsen är den post som avviker mest.'), costs('costs-school', 12592)],
            },
          ],
        },
        {
          id: 'quality',
          title: 'Kvalitet',
          blocks: [
            prose('Kvaliteten är god där kostnaden är hög.'),
            {
              kind: 'quote',
              text: plain(
                'Vi har tid att sitta ned, och det märks. Men vi vet inte alltid varför just vi har den tiden och inte de på andra sidan gatan.',
              ),
              by: 'Undersköterska, särskilt boende',
            },
            costs('quality-chart', 9500),
          ],
        },
      ],
    },
    {
      id: 'causes',
      title: 'Orsaker',
      blocks: [
        prose('Analysgruppen har prövat fem tänkbara orsaker mot underlaget.'),
        {
          kind: 'list',
          ordered: true,
          items: [
            { text: plain('Bemanningen planeras enhet för enhet.') },
            {
              text: plain('Lokalerna är fler än verksamheten behöver.'),
              list: {
                kind: 'list',
                ordered: true,
                items: [
                  { text: plain('Två förskolor har halva antalet barn.') },
                  { text: plain('Gymnasiets verkstadshall står tom tre dagar i veckan.') },
                ],
              },
            },
            { text: plain('Skolskjuts ges längre än reglementet kräver.') },
          ],
        },
      ],
      sections: [
        {
          id: 'causes-elderly',
          title: 'Bemanning i äldreomsorgen',
          blocks: [
            prose('Sjukfrånvaron är lägre än i liknande kommuner, men vikarier sätts in tidigare.'),
            costs('staff', 48210),
            prose('Samtalen med enhetscheferna ger samma bild.'),
          ],
        },
        {
          id: 'causes-premises',
          title: 'Lokaler',
          blocks: [prose('Lokalkostnaden per barn i förskolan är 28 064 kronor.'), costs('premises', 28064)],
        },
      ],
    },
    {
      id: 'actions',
      title: 'Åtgärder och beräknad effekt',
      blocks: [
        prose('Styrgruppen föreslår att arbetet går vidare med de åtgärder som framgår av tabellen.'),
        longTable(26),
        prose('Effekten följs upp på samma nyckeltal som analysen började med.'),
        {
          kind: 'list',
          ordered: true,
          items: [
            { text: plain('Kommunstyrelsen godkänner delrapporten.') },
            { text: plain('Nämnderna återkommer med genomförandeplaner senast den 30 juni 2026.') },
          ],
        },
      ],
    },
  ],
  appendices: [
    {
      id: 'sources',
      title: 'Källor och metod',
      blocks: [
        prose('Alla värden är hämtade ur Kolada den 12 februari 2026.'),
        paragraph([
          { kind: 'text', text: 'Urvalet beskrivs i ' },
          { kind: 'reference', to: 'sources-b' },
          { kind: 'text', text: '; se även ' },
          { kind: 'link', text: 'sammanfattningen', href: '#summary' },
          { kind: 'text', text: ' och ' },
          { kind: 'reference', to: 'summary' },
          { kind: 'text', text: '.' },
        ]),
      ],
      parts: [
        {
          id: 'sources-a',
          title: 'Nyckeltal',
          blocks: [{ ...overview, id: 'overview-again', source: undefined }, prose('Nyckeltalen väljs av RKA.')],
        },
        {
          id: 'sources-b',
          title: 'Liknande kommuner',
          blocks: [prose('Urvalet görs per verksamhet.'), development('development-again')],
        },
      ],
    },
  ],
};
