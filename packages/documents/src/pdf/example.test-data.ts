import { readFileSync } from 'node:fs';
import {
  type Appendix,
  type Block,
  type DocumentModel,
  type Figure,
  type InlineText,
  paragraph,
  plain,
  type Section,
  type Table,
  type TableRow,
} from '../model/index.ts';

/** The application's own charts, as `renderChartSvg` draws them of the example municipality's figures. */
type ChartName =
  | 'cause-tree'
  | 'cost-tree'
  | 'distribution'
  | 'effect'
  | 'fishbone'
  | 'four-field'
  | 'gantt'
  | 'gender'
  | 'matrix'
  | 'thread'
  | 'trend'
  | 'year-wheel';

const drawn: { readonly style: string; readonly charts: Readonly<Record<ChartName, string>> } = JSON.parse(
  readFileSync(new URL('example-charts.json', import.meta.url), 'utf8'),
);

export function chart(
  name: ChartName,
  caption: string,
  alt: string,
  source = 'Källa: Kolada, hämtat 2024-08-30.',
): Figure {
  const svg = drawn.charts[name].replace('<style></style>', () => `<style>${drawn.style}</style>`);
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return {
    kind: 'figure',
    id: name,
    caption,
    alt,
    source,
    picture: { format: 'svg', svg, width: Number(width), height: Number(height) },
  };
}

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 56" width="210" height="56"><path d="M4 4h40v26c0 12-9 19-20 24C13 49 4 42 4 30z" fill="#1d5c4d"/><path d="M24 12c7 6 10 11 10 16a10 10 0 0 1-20 0c0-5 3-10 10-16z" fill="#fffdf8"/><path d="M23 24h2v18h-2z" fill="#1d5c4d"/><text x="58" y="27" font-family="Source Serif 4" font-weight="600" font-size="21" fill="#1f2421">Ekeberga</text><text x="58" y="46" font-family="Inter" font-size="13" fill="#5d625c">kommun</text></svg>`;

const long =
  'Kommunens kostnad för särskilt boende har ökat snabbare än hos liknande kommuner sedan 2017. Skillnaden beror nästan helt på kostnaden per plats, och bara till liten del på hur många som bor i särskilt boende. Lokalkostnaden och bemanningen förklarar tillsammans nio tiondelar. Det är samma mönster i de tre äldsta husen, medan det nybyggda boendet ligger nära de liknande kommunernas median.';
const more =
  'Styrgruppen bedömer att sambandet är väl belagt för lokalerna och rimligt för bemanningen. För dokumentationstiden finns ännu bara upplevelser från två arbetsplatsträffar. Arbetsmiljöombuden beskriver att ersättningsrekryteringen drar ut på tiden, vilket stämmer med hur timanställningarna har utvecklats i personalredovisningen.';

const text = (...parts: (string | InlineText[number])[]): InlineText =>
  parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
const strong = (words: string) => ({ kind: 'text', text: words, strong: true }) as const;
const note = (words: string) => ({ kind: 'footnote', text: plain(words) }) as const;
const to = (id: string) => ({ kind: 'reference', to: id }) as const;

const services = ['Förskola', 'Grundskola', 'Gymnasieskola', 'Äldreomsorg', 'LSS', 'Ekonomiskt bistånd'];
const indexes: Table = {
  kind: 'table',
  id: 'indexes',
  caption: 'Sex verksamheter, tre index. 0 är sämst och 100 är bäst i jämförelsen.',
  rowHeader: true,
  columns: [
    { title: 'Verksamhet' },
    { title: 'Resurser', align: 'end' },
    { title: 'Plats', align: 'end' },
    { title: 'Kvalitet', align: 'end' },
    { title: 'Plats', align: 'end' },
    { title: 'Effektivitet', align: 'end' },
  ],
  rows: services.map((service, index) => ({
    cells: [
      plain(service),
      plain(String([33, 54, 16, 2, 20, 29][index])),
      plain(['236/290', '173/290', '210/217', '277/290', '249/281', '235/290'][index]!),
      index > 1 && index < 5
        ? [{ kind: 'text', text: 'saknas', emphasis: true }]
        : plain(String([48, 60, 0, 0, 0, 30][index])),
      plain(['173/290', '93/278', '–', '–', '–', '149/202'][index]!),
      plain(['32', '56', '–', '–', '–', '18'][index]!),
    ],
  })),
  source: 'Källa: Kolada, hämtat 2024-08-30. ”Saknas”: för få svar i brukarundersökningen.',
};

const number = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** Three groups with sums, over more than one page. */
export const costs: Table = {
  kind: 'table',
  id: 'costs',
  caption: 'Nettokostnad per invånare efter verksamhet, kronor, jämfört med liknande kommuner 2020–2023',
  rowHeader: true,
  columns: [
    { title: 'Verksamhet' },
    { title: '2020', align: 'end' },
    { title: '2021', align: 'end' },
    { title: '2022', align: 'end' },
    { title: '2023', align: 'end' },
    { title: 'Liknande 2023', align: 'end' },
    { title: 'Avvikelse, procent', align: 'end' },
  ],
  rows: [
    ...['Förskola och skola', 'Vård och omsorg', 'Individ- och familjeomsorg', 'Samhällsbyggnad'].flatMap(
      (group, at): TableRow[] => [
        { role: 'group', cells: [plain(group)] },
        ...Array.from({ length: 11 }, (_, index): TableRow => {
          const base = 900 + (((at * 11 + index) * 977) % 7300);
          return {
            cells: [
              plain(
                [
                  'Lokaler',
                  'Personal',
                  'Måltider',
                  'Skolskjuts och resor',
                  'Läromedel och förbrukningsmaterial',
                  'Verksamhetsledning',
                  'Elevhälsa och stöd',
                  'It och välfärdsteknik',
                  'Fastighetsnära tjänster',
                  'Kompetensutveckling',
                  'Övrigt',
                ][index]!,
              ),
              plain(number(base)),
              plain(number(base * 1.03)),
              plain(number(base * 1.07)),
              plain(number(base * 1.12)),
              plain(number(base * 1.02)),
              plain(
                `${(index - 4) * 1.7 < 0 ? '−' : ''}${Math.abs((index - 4) * 1.7)
                  .toFixed(1)
                  .replace('.', ',')}`,
              ),
            ],
          };
        }),
        {
          role: 'total',
          cells: [`Summa ${group.toLowerCase()}`, '38 118', '39 261', '40 786', '42 692', '38 880', '9,8'].map(plain),
        },
      ],
    ),
    { role: 'total', cells: ['Samtliga', '152 472', '157 046', '163 145', '170 768', '155 521', '9,8'].map(plain) },
  ],
  source: 'Egen bearbetning av data från Kolada, hämtat 2024-08-30.',
};

const actions: Table = {
  kind: 'table',
  id: 'actions',
  caption: 'Beslutade åtgärder med ansvarig och läge',
  rowHeader: true,
  columns: [
    { title: 'Åtgärd' },
    { title: 'Ansvarig' },
    { title: 'Förväntad effekt' },
    { title: 'Klart' },
    { title: 'Kostnad, tkr', align: 'end' },
  ],
  rows: Array.from(
    { length: 9 },
    (_, index): TableRow => ({
      cells: [
        text(
          [
            'Plan för befintliga lokaler före beslut om nybyggnation',
            'Gemensam bemanningsenhet för särskilt boende och hemtjänst',
            'Ny internhyresmodell där verksamheten ser vad ytan kostar',
          ][index % 3]!,
          ...(index === 1
            ? [note('Prövas först i två enheter under hösten 2022, och utvärderas mot samma nyckeltal.')]
            : []),
        ),
        plain(['Fastighetschef', 'Verksamhetschef äldreomsorg', 'Ekonomichef'][index % 3]!),
        plain(
          [
            'Lokalkostnaden per barn sjunker till liknande kommuners median inom tre år.',
            'Färre timanställda och lägre sjukfrånvaro; personalkontinuiteten i hemtjänsten förbättras.',
            'Tomställda ytor sägs upp eller hyrs ut.',
          ][index % 3]!,
        ),
        plain(['2023-06-30', '2023-12-31', '2024-03-31'][index % 3]!),
        plain(number(120 + index * 431)),
      ],
    }),
  ),
  source: 'Kommunens handlingsplan.',
};

const situation: Section = {
  id: 'situation',
  title: 'Nuläge',
  blocks: [
    {
      ...paragraph(
        text(
          'Ekeberga har ',
          strong('högre kostnader än väntat i äldreomsorg'),
          ' (20,3 procent över referenskostnaden, högre än 95 procent av kommunerna) ',
          strong('och i LSS'),
          '. Lokalerna i förskolan är dyra. Samtidigt är de som bor i särskilt boende bland landets nöjdaste.',
        ),
      ),
      lead: true,
    },
    paragraph(
      text(
        'I ',
        to('indexes'),
        ' jämförs verksamheterna med landets kommuner.',
        note(
          'Referenskostnaden är den kostnad kommunen skulle ha om den bedrev verksamheten på en genomsnittlig ambitions- och effektivitetsnivå.',
        ),
        ' Hur rangordningen görs står i ',
        to('method'),
        '.',
      ),
    ),
    indexes,
  ],
  sections: [
    {
      id: 'elderly',
      title: 'Äldreomsorg',
      blocks: [
        paragraph(long),
        chart(
          'trend',
          'Kostnad för särskilt boende 2013–2021, kronor per invånare 80 år och äldre',
          'Linjediagram. Ekeberga har ökat från 118 200 till 171 200 kronor, liknande kommuner från 120 100 till 144 900 kronor. Värde för 2015 saknas.',
        ),
        paragraph(more),
        chart(
          'distribution',
          'Kostnad för särskilt boende 2020 i alla kommuner',
          'Punktdiagram. Ekeberga ligger högt bland 290 kommuner; liknande kommuners median är 139 870 kronor.',
        ),
      ],
      sections: [
        {
          id: 'where',
          title: 'Var kommer skillnaden ifrån?',
          blocks: [
            paragraph('Nästan hela skillnaden mot liknande kommuner är kostnaden per brukare, inte antalet.'),
            chart(
              'cost-tree',
              'Kostnadsträd för särskilt boende',
              'Skillnaden 25,6 miljoner kronor består av 29,1 i kostnad per plats och minus 3,5 i andel med plats.',
              'Egen bearbetning av data från Kolada.',
            ),
            paragraph(long),
          ],
        },
        {
          id: 'users',
          title: 'Vad de som bor där tycker',
          blocks: [
            paragraph(more),
            chart(
              'gender',
              'Nöjda brukare i särskilt boende, kvinnor och män, procent',
              'Skillnaden mellan kvinnor och män har minskat från sju till två och en halv procentenheter.',
            ),
          ],
        },
      ],
    },
    {
      id: 'school',
      title: 'Grundskola',
      blocks: [
        paragraph(more),
        chart(
          'four-field',
          'Grundskola: resursindex mot kvalitetsindex',
          'Punktdiagram i fyra fält. Ekeberga ligger strax till höger om mitten, med högre kvalitet än de flesta.',
        ),
        {
          kind: 'notice',
          title: 'Tolka med försiktighet',
          text: plain(
            'Kvalitetsindex bygger på få elever i de minsta årskurserna. Ett enskilt år säger därför inte så mycket; titta på flera år.',
          ),
        },
      ],
    },
    {
      id: 'all-costs',
      title: 'Kostnader efter verksamhet',
      blocks: [paragraph(text('Alla verksamheter visas i ', to('costs'), '.')), costs],
    },
  ],
};

const causes: Section = {
  id: 'causes',
  title: 'Orsaker',
  blocks: [
    paragraph(long),
    {
      kind: 'list',
      ordered: false,
      items: [
        {
          text: text(
            strong('Tomma lokaler vid nybyggnation.'),
            ' Tre förskolor har byggts medan barnantalet har minskat i kommundelarna.',
          ),
        },
        {
          text: plain('Bemanningen planeras enhet för enhet'),
          list: {
            kind: 'list',
            ordered: true,
            items: [
              { text: plain('Timanställda används också när ordinarie personal har tid.') },
              { text: plain('Ersättningsrekryteringen tar i snitt elva veckor.') },
            ],
          },
        },
        { text: plain('Dokumentationen görs två gånger, i verksamhetssystemet och på papper.') },
      ],
    },
    chart(
      'cause-tree',
      'Orsaker till dyra lokaler i förskolan, med vad som stöds av underlag',
      'Orsaksträd med tre orsaker till dyra lokaler, varav två stöds av underlag och en är förkastad.',
      'Arbetsgruppens analys.',
    ),
    paragraph(more),
    {
      kind: 'quote',
      text: plain('Vi går mellan tre hus varje kväll för att ingen har frågat om scheman kan läggas ihop.'),
      by: 'Undersköterska, särskilt boende',
    },
    paragraph(long),
    chart(
      'fishbone',
      'Samma orsaker som fiskben',
      'Fiskbensdiagram med sex grenar: verksamhet, lokaler, ledning, ekonomi, demografi och system.',
      'Arbetsgruppens analys.',
    ),
  ],
};

const proposals: Section = {
  id: 'proposals',
  title: 'Förslag och prioritering',
  blocks: [
    paragraph(more),
    chart(
      'matrix',
      'Förslag efter effekt och insats',
      'Fyrfältsdiagram över nio förslag. Tre har stor effekt för liten insats.',
      'Arbetsgruppens bedömning.',
    ),
    paragraph(
      text(
        'Se även ',
        { kind: 'link', text: 'kolada.se', href: 'https://www.kolada.se/verktyg/fri-sokning/' },
        ' och ',
        to('appendix-actions'),
        '.',
      ),
    ),
    actions,
    chart(
      'gantt',
      'Åtgärder i tid',
      'Tidslinje med sex åtgärder i två förvaltningar; en avviker från planen.',
      'Kommunens handlingsplan.',
    ),
  ],
};

const effects: Section = {
  id: 'effects',
  title: 'Har det gett effekt?',
  blocks: [
    { ...paragraph('Kostnaden har fallit med 3 700 kronor per barn mot vad som var att vänta.'), lead: true },
    chart(
      'effect',
      'Lokalkostnad i förskolan före och efter åtgärden, kronor per barn',
      'Linjediagram. Kostnaden steg till 2020 och har sedan fallit, medan liknande kommuners har stigit.',
      'Egen bearbetning av data från Kolada.',
    ),
    paragraph(long),
    chart(
      'thread',
      'Tråden från nyckeltal till effekt',
      'Två nyckeltal leder via en orsak till en åtgärd som pågår; effekten är inte mätt än.',
      'Egen bearbetning.',
    ),
    paragraph(more),
    chart('year-wheel', 'Årshjul 2022', 'Årshjul med nio återkommande händelser.', 'Kommunens årshjul.'),
  ],
};

const method: Appendix = {
  id: 'method',
  title: 'Metod och källor',
  blocks: [paragraph(long), paragraph(more)],
  sections: [
    {
      id: 'ranking',
      title: 'Hur rangordningen görs',
      blocks: [
        paragraph(more),
        {
          kind: 'list',
          ordered: true,
          items: [
            { text: plain('Nyckeltalet jämförs med liknande kommuner.') },
            { text: plain('Avvikelsen räknas om till kronor.') },
            { text: plain('Det som inte är säkert skilt från noll sorteras bort.') },
          ],
        },
      ],
    },
  ],
};

const people: Table = {
  kind: 'table',
  caption: 'Arbetsgrupper och roller',
  columns: [{ title: 'Roll', width: 0.25 }, { title: 'Enhet', width: 0.25 }, { title: 'Uppdrag' }],
  rows: Array.from({ length: 40 }, (_, index) => ({
    cells: [
      `Deltagare ${index + 1}`,
      ['Barn och utbildning', 'Vård och omsorg', 'Samhällsbyggnad'][index % 3]!,
      'Tar fram underlag, deltar i analysen och förankrar förslagen i sin enhet.',
    ].map(plain),
  })),
};

const twenty: readonly Block[] = Array.from({ length: 6 }, (_, index) => paragraph(index % 2 === 0 ? long : more));

/** An interim report of some twenty pages with twelve charts, tables over several pages, notes, lists and appendices. */
export const interimReport: DocumentModel = {
  title: 'Effektivare kommun: delrapport till kommunstyrelsen',
  subtitle: 'Nuläge, orsaker och förslag för äldreomsorg, förskola och grundskola',
  language: 'sv',
  about: {
    organisation: 'Ekeberga kommun',
    author: 'Ekonomiavdelningen',
    date: '2024-09-02',
    caseNumber: 'KS 2024/00112',
    state: 'Fastställd 2024-09-02',
    subject: 'Delrapport i programmet Effektivare kommun',
    keywords: ['nuläge', 'effektivitet'],
    mark: 'Exempeldata',
    colour: '#1d5c4d',
    logo: { format: 'svg', svg: logo, width: 210, height: 56, alt: 'Ekeberga kommun' },
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
          ...paragraph(
            'Kommunen kan få ut mer av äldreomsorgens och förskolans pengar utan att det märks för dem som bor och leker där. Tre förslag står för fyra femtedelar av vad som går att vinna.',
          ),
          lead: true,
        },
        ...twenty.slice(0, 3),
      ],
    },
    situation,
    causes,
    proposals,
    effects,
    { id: 'next', title: 'Fortsatt arbete', blocks: twenty },
  ],
  appendices: [
    method,
    {
      id: 'appendix-actions',
      title: 'Underlag per verksamhet',
      blocks: [],
      parts: [
        { id: 'part-groups', title: 'Arbetsgrupper', blocks: [people] },
        { id: 'part-school', title: 'Förskola', blocks: [paragraph(more)] },
      ],
    },
  ],
};
