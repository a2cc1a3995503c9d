import type { ToldProblem } from './chain-causes.ts';

/** Premises in preschool, as the analysis group sees it this year. */
export const preschoolProblems: readonly ToldProblem[] = [
  {
    area: 'Förskola',
    costType: 'premises',
    title: 'Lokalerna kostar mer per barn än i liknande kommuner',
    causes: [
      {
        called: 'empty rooms',
        title: 'Tre avdelningar står tomma och en paviljong hyrs fortfarande',
        branch: 'premisesAndEquipment',
        judged: ['supported', 'Avdelningarna har räknats på plats och hyresavtalet är läst.'],
        evidence: [
          {
            kind: 'keyFigure',
            title: 'Lokalkostnaden per barn är bland de högsta',
            of: 'N11033',
            strength: 3,
          },
          {
            kind: 'observation',
            title: 'Avdelningarna har stått tomma sedan de nya förskolorna byggdes',
            of: 'observation N11033',
            strength: 3,
          },
        ],
        why: [
          {
            title: 'Nya förskolor byggdes för fler barn än det blev',
            branch: 'surroundings',
            judged: ['supported', 'Prognosen var två hundra barn för hög.'],
            why: [
              {
                title: 'Prognosen lästes inte om mellan beslut och byggstart',
                branch: 'workingMethods',
                judged: ['supported', 'Det gick tre år, och prognosen ändrades två gånger.'],
                why: [
                  {
                    called: 'no gate',
                    title: 'Investeringsprocessen har ingen punkt där någon kan säga stopp',
                    branch: 'management',
                    judged: ['supported', 'Processen är läst tillsammans med Fastighet.'],
                    evidence: [
                      {
                        kind: 'document',
                        title: 'Mellan beslut och byggstart finns ingen prövning av behovet',
                        of: 'Kommunens riktlinjer för investeringar',
                        strength: 3,
                      },
                    ],
                    why: [{ title: 'Behov och byggande hör till olika nämnder', branch: 'management' }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        called: 'same rent',
        title: 'Internhyran är densamma oavsett om lokalen används',
        branch: 'economy',
        judged: ['supported', 'Den som lämnar en lokal betalar ändå.'],
        evidence: [
          {
            kind: 'document',
            title: 'Hyran fördelas efter yta vid årets början',
            of: 'Hyresmodell för verksamhetslokaler',
            strength: 2,
          },
        ],
        why: [{ title: 'Ingen förvaltning tjänar på att lämna en lokal', branch: 'economy' }],
      },
      {
        title: 'Förskolornas lokaler är större per barn än normen',
        branch: 'premisesAndEquipment',
        judged: ['rejected', 'Ytan per plats är som i liknande kommuner; det är barnen som saknas.'],
      },
    ],
    suggestions: [
      ['suggested leave rooms', 'Lämna de tomma avdelningarna och säg upp paviljongen'],
      ['suggested rent', 'Gör om internhyran så att det lönar sig att lämna lokaler'],
      ['suggested gate', 'Pröva behovet en gång till före byggstart'],
    ],
  },
  {
    area: 'Förskola',
    costType: 'premises',
    title: 'Tomma avdelningar värms och städas som om de användes',
    causes: [
      {
        called: 'per house',
        title: 'Ventilation och värme styrs för hela huset',
        branch: 'premisesAndEquipment',
        evidence: [
          {
            kind: 'survey',
            title: 'Fem av sju förskolor säger att värmen inte går att stänga av i en del av huset',
            of: 'Enkät till förskolorna i våras',
            strength: 2,
          },
        ],
      },
      {
        called: 'many suppliers',
        title: 'Lokalvård, vaktmästeri och energi planeras var för sig',
        branch: 'management',
        judged: ['supported', 'Tre scheman för samma hus, och ingen ser alla.'],
      },
    ],
    suggestions: [['suggested services', 'Pröva samordnad service på två förskolor']],
  },
  {
    area: 'Förskola',
    costType: 'volume',
    title: 'Antalet barn sjunker snabbare i norr än i söder',
    causes: [
      {
        title: 'Få barnfamiljer flyttar till norra kommundelen',
        branch: 'surroundings',
        judged: ['supported', 'Befolkningsstatistiken för de senaste fem åren.'],
      },
      { title: 'Föräldrar väljer förskola på vägen till arbetet', branch: 'surroundings' },
    ],
    suggestions: [['suggested family centre', 'Bygg om en tom avdelning till familjecentral']],
  },
  {
    area: 'Förskola',
    costType: 'personnel',
    title: 'Öppning och stängning är svåra att bemanna',
    causes: [
      {
        called: 'many houses',
        title: 'Barnen är spridda på många hus, och varje hus ska öppnas och stängas',
        branch: 'premisesAndEquipment',
        evidence: [
          {
            kind: 'keyFigure',
            title: 'Antalet barn per årsarbetare är lågt: personalen räcker, men inte i varje hus',
            of: 'N11010',
            strength: 2,
          },
        ],
      },
    ],
    suggestions: [['suggested opening', 'Öppna och stäng gemensamt i hus som ligger nära varandra']],
  },
  {
    area: 'Förskola',
    costType: 'administration',
    title: 'Barn placeras utan att någon ser vilka lokaler som är lediga',
    causes: [{ title: 'Kön och lokalerna finns i två system', branch: 'workingMethods' }],
    suggestions: [],
  },
  {
    area: 'Förskola',
    costType: 'material',
    title: 'Möbler köps nya fast det finns i de tomma avdelningarna',
    causes: [
      { called: 'no list', title: 'Det finns ingen förteckning över det som blir över', branch: 'workingMethods' },
    ],
    suggestions: [['suggested furniture', 'För en gemensam lista över möbler och material']],
  },
  {
    area: 'Förskola',
    costType: 'transport',
    title: 'Mat körs till tre kök som kunde dela leverans',
    causes: [{ title: 'Köken beställer på olika dagar', branch: 'workingMethods' }],
    suggestions: [],
  },
];
