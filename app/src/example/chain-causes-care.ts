import type { ToldProblem } from './chain-causes.ts';

/** Särskilt boende, as the analysis group saw it late in 2022. */
export const careProblems: readonly ToldProblem[] = [
  {
    area: 'Särskilt boende',
    costType: 'personnel',
    title: 'Många timmar utförs av timavlönade',
    causes: [
      {
        called: 'shift by shift',
        title: 'Frånvaro täcks pass för pass, ofta samma dag',
        branch: 'workingMethods',
        judged: ['supported', 'Intervjuerna, schemat och nyckeltalet säger samma sak.'],
        evidence: [
          {
            kind: 'keyFigure',
            title: 'Andelen timmar av timavlönade har ökat sedan 2013 och ligger över liknande kommuner',
            of: 'N20205',
            strength: 3,
          },
          {
            kind: 'document',
            title: 'Sju av tio vikariepass beställs mindre än ett dygn i förväg',
            of: 'Uttag ur bemanningssystemet, september–oktober 2022',
            strength: 3,
          },
        ],
        why: [
          {
            title: 'Varje enhet löser sin egen frånvaro',
            branch: 'management',
            judged: ['supported', 'Enheterna ringer samma vikarier, ibland om samma pass.'],
            why: [
              {
                called: 'no staffing unit',
                title: 'Det finns ingen som ser bemanningen för flera enheter på en gång',
                branch: 'management',
                judged: ['supported', 'Cheferna och schemaläggarna är överens.'],
                why: [
                  {
                    title: 'Bemanningen lades ut på enheterna när förvaltningen gjordes om',
                    branch: 'management',
                    evidence: [
                      {
                        kind: 'document',
                        title: 'Den centrala vikariepoolen avvecklades',
                        of: 'Socialnämndens verksamhetsplan 2017',
                        strength: 2,
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        called: 'base staffing',
        title: 'Grundbemanningen räknar inte med den frånvaro som brukar finnas',
        branch: 'economy',
        judged: ['supported', 'Frånvaron är ungefär densamma varje år, men budgeten har ingen rad för den.'],
        evidence: [
          {
            kind: 'document',
            title: 'Schemat räknar med full närvaro alla veckor',
            of: 'Bemanningskrav för särskilt boende 2022',
            strength: 2,
          },
        ],
      },
      {
        called: 'young pool',
        title: 'De timavlönade är studenter som slutar efter sommaren',
        branch: 'people',
        judged: ['rejected', 'Hälften har arbetat mer än tre år.'],
        evidence: [
          {
            kind: 'document',
            title: 'Anställningstiden är lång för de flesta',
            of: 'Personalstatistik oktober 2022',
            stance: 'contradicts',
            strength: 3,
          },
        ],
      },
    ],
    suggestions: [
      ['suggested staffing unit', 'Samla bemanningen i en enhet för hela vård och omsorg'],
      ['suggested base staffing', 'Räkna in återkommande frånvaro i grundbemanningen'],
    ],
  },
  {
    area: 'Särskilt boende',
    costType: 'personnelResources',
    title: 'Sjukfrånvaron är hög och kommer tillbaka hos samma grupper',
    causes: [
      {
        called: 'split shifts',
        title: 'Delade turer och korta dygnsvilor tröttar ut',
        branch: 'workingMethods',
        judged: ['supported', 'Frånvaron är högst veckan efter en helg med delade turer.'],
        evidence: [
          {
            kind: 'survey',
            title: 'Återhämtning får lägst betyg av alla frågor',
            of: 'Medarbetarenkät 2022, särskilt boende',
            strength: 2,
          },
          {
            kind: 'observation',
            title: 'Medarbetarna pekar själva på turerna',
            of: 'observation N00090',
            strength: 2,
          },
        ],
        why: [
          {
            title: 'Helgerna bemannas med dem som ändå arbetar',
            branch: 'workingMethods',
            why: [{ title: 'Det är svårt att rekrytera till enbart helgtjänster', branch: 'surroundings' }],
          },
        ],
      },
      {
        called: 'large groups',
        title: 'Cheferna har för många medarbetare för att följa upp korttidsfrånvaro',
        branch: 'management',
        judged: ['supported', 'Enheter med färre medarbetare per chef har lägre frånvaro.'],
        evidence: [
          {
            kind: 'keyFigure',
            title: 'Sjukfrånvaron ligger högre än i liknande kommuner sedan 2018',
            of: 'N00090',
            strength: 2,
          },
        ],
      },
      {
        title: 'Personalgruppen är äldre än i andra kommuner',
        branch: 'people',
        judged: ['rejected', 'Medelåldern är densamma som i liknande kommuner.'],
      },
    ],
    suggestions: [
      ['suggested no split shifts', 'Ta bort delade turer på vardagar'],
      ['suggested early talks', 'Prata tidigt med den som är borta ofta och kort'],
    ],
  },
  {
    area: 'Särskilt boende',
    costType: 'personnel',
    title: 'En plats kostar mer än i de flesta kommuner',
    causes: [
      {
        called: 'not by need',
        title: 'Bemanningen följer schemat och inte de boendes behov över dygnet',
        branch: 'workingMethods',
        judged: ['supported', 'Eftermiddagen har flest i tjänst, morgonen störst behov.'],
        evidence: [
          {
            kind: 'keyFigure',
            title: 'Kostnaden per brukare ligger högt sedan 2017',
            of: 'N23009',
            strength: 2,
          },
          {
            kind: 'observation',
            title: 'De boende är nöjda med att personalen har tid',
            of: 'observation N23009',
            stance: 'contradicts',
            strength: 1,
          },
        ],
        why: [
          { title: 'Behoven mäts på olika sätt, eller inte alls', branch: 'workingMethods' },
          { title: 'Schemat läggs för tio veckor och ändras sällan', branch: 'workingMethods' },
        ],
      },
      {
        called: 'small wards',
        title: 'Små avdelningar kräver fler i tjänst på natten',
        branch: 'premisesAndEquipment',
        judged: ['supported', 'Ekgården har sex platser per avdelning, Strandhemmet tolv.'],
      },
      {
        title: 'De som flyttar in behöver mer omsorg än i andra kommuner',
        branch: 'surroundings',
        judged: ['rejected', 'Åldrar och tid i boendet är som i liknande kommuner.'],
      },
    ],
    suggestions: [
      ['suggested by need', 'Planera bemanningen efter de boendes behov över dygnet'],
      ['suggested larger wards', 'Slå samman avdelningar på Ekgården'],
    ],
  },
  {
    area: 'Särskilt boende',
    costType: 'meals',
    title: 'Mer mat slängs än planerat',
    causes: [
      {
        called: 'places not eaters',
        title: 'Portioner beställs efter antalet platser, inte efter dem som äter',
        branch: 'workingMethods',
        why: [{ title: 'Beställningen ändras senast fredag veckan före', branch: 'workingMethods' }],
      },
    ],
    suggestions: [['suggested portions', 'Låt avdelningen ändra beställningen samma morgon']],
  },
  {
    area: 'Särskilt boende',
    costType: 'premises',
    title: 'Gemensamma ytor städas varje dag fast de används sällan',
    causes: [
      { called: 'by the drawing', title: 'Städschemat är gjort efter ritningen', branch: 'workingMethods' },
      { title: 'Ingen har sagt vilka ytor som används', branch: 'management' },
    ],
    suggestions: [['suggested cleaning care', 'Städa efter hur ytorna används']],
  },
  {
    area: 'Särskilt boende',
    costType: 'administration',
    title: 'Cheferna lägger en stor del av veckan på schema och vikarier',
    causes: [
      {
        called: 'managers ring',
        title: 'Cheferna ringer vikarier själva när schemaläggaren har gått hem',
        branch: 'workingMethods',
      },
    ],
    suggestions: [],
  },
];
