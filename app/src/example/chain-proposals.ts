import { addRelation, conclusion, proposal, saveFrame, saveProposalEconomy } from '../chain/actions/index.ts';
import { tellImpacts } from './chain-impacts.ts';
import type { Teller } from './chain-teller.ts';

interface ToldConclusion {
  readonly called: string;
  readonly focus: string;
  readonly title: string;
  readonly causes: readonly string[];
  readonly reasoning: string;
  readonly ifNothing: string;
  readonly watch: string;
}

const conclusions: readonly ToldConclusion[] = [
  {
    called: 'absence costs',
    focus: 'care',
    title: 'Frånvaron löses dyrt, pass för pass',
    causes: ['shift by shift', 'no staffing unit', 'base staffing'],
    reasoning: 'Frånvaron går att förutse över ett år. Ändå köps varje pass för sig, av den som har bråttom.',
    ifNothing: 'Andelen timmar av timavlönade fortsätter att öka, och de boende möter allt fler.',
    watch: 'Att fasta tjänster inte blir fler än frånvaron.',
  },
  {
    called: 'recovery',
    focus: 'care',
    title: 'Turerna ger för lite återhämtning, och ingen hinner fråga',
    causes: ['split shifts', 'large groups'],
    reasoning: 'Frånvaron följer schemat. Den som är borta ofta och kort får sällan ett samtal.',
    ifNothing: 'Sjukfrånvaron ligger kvar, och fler väljer bort heltid.',
    watch: 'Helgerna: de får inte lösas med timavlönade.',
  },
  {
    called: 'need by the day',
    focus: 'care',
    title: 'Bemanningen behöver följa de boendes behov',
    causes: ['not by need', 'small wards'],
    reasoning: 'Det finns personal, men inte när den behövs. De små avdelningarna gör natten dyr.',
    ifNothing: 'Kostnaden per plats växer med löner och priser, utan att de boende märker något.',
    watch: 'Att de boende är lika nöjda som i dag.',
  },
  {
    called: 'paying for empty',
    focus: 'preschool',
    title: 'Kommunen betalar för rum som ingen använder',
    causes: ['empty rooms', 'same rent', 'per house'],
    reasoning:
      'Lokalerna är **fler än barnen**, och ingen tjänar på att lämna dem:\n\n- rummen värms och städas också när de står tomma\n- hyran är densamma hur många barn som än går där\n- kostnaden räknas per hus och syns inte per barn',
    ifNothing: 'Antalet barn fortsätter att sjunka. Kostnaden per barn ökar varje år.',
    watch: 'Norra kommundelen: ingen familj ska få längre än i dag till närmaste förskola.',
  },
  {
    called: 'stopping in time',
    focus: 'preschool',
    title: 'Ett bygge måste kunna stoppas när behovet ändras',
    causes: ['no gate'],
    reasoning: 'Prognosen ändrades två gånger, men ingen hade i uppgift att fråga igen.',
    ifNothing: 'Nästa förskola kan också bli för stor.',
    watch: 'Att prövningen går fort.',
  },
];

interface ToldProposal {
  readonly called: string;
  readonly focus: string;
  readonly title: string;
  readonly description: string;
  readonly expectedEffect: string;
  readonly department: string;
  readonly owner: string;
  readonly conclusions: readonly string[];
  readonly causes: readonly string[];
  readonly suggestions: readonly string[];
  readonly keyFigures: readonly string[];
  readonly effort: number;
  readonly effect: number;
  readonly reason?: string;
  readonly track: 'political' | 'operational';
  readonly changes?: readonly string[];
  /** Still being written: nobody has left it for decision. */
  readonly draft?: true;
}

const social = { focus: 'care', department: 'Socialförvaltningen' } as const;
const school = { focus: 'preschool', department: 'Barn- och utbildningsförvaltningen' } as const;

const proposals: readonly ToldProposal[] = [
  {
    ...social,
    called: 'staffing unit',
    title: 'Gemensam bemanningsenhet för vård och omsorg',
    description: 'En enhet bemannar särskilt boende och hemtjänst, med fasta tjänster för den frånvaro som återkommer.',
    expectedEffect: 'Färre timmar av timavlönade, och färre nya ansikten för de boende.',
    owner: 'Enhetschefen',
    conclusions: ['absence costs'],
    causes: ['shift by shift', 'no staffing unit', 'base staffing'],
    suggestions: ['suggested staffing unit', 'suggested base staffing'],
    keyFigures: ['N20205'],
    effort: 3,
    effect: 5,
    track: 'operational',
  },
  {
    ...social,
    called: 'healthy shifts',
    title: 'Turer som går att återhämta sig från',
    description: 'Inga delade turer på vardagar, och ett samtal senast vid tredje korta frånvaron.',
    expectedEffect: 'Lägre sjukfrånvaro.',
    owner: 'HR-strategen',
    conclusions: ['recovery'],
    causes: ['split shifts', 'large groups'],
    suggestions: ['suggested no split shifts', 'suggested early talks'],
    keyFigures: ['N00090'],
    effort: 2,
    effect: 4,
    track: 'operational',
  },
  {
    ...social,
    called: 'by need',
    title: 'Bemanna efter de boendes behov över dygnet',
    description: 'Behoven mäts på samma sätt i alla boenden, och schemat läggs efter dem.',
    expectedEffect: 'Kostnaden per plats ökar långsammare än i liknande kommuner.',
    owner: 'Enhetschefen',
    conclusions: ['need by the day'],
    causes: ['not by need'],
    suggestions: ['suggested by need'],
    keyFigures: ['N23009'],
    effort: 3,
    effect: 4,
    track: 'operational',
  },
  {
    ...social,
    called: 'larger wards',
    title: 'Slå samman avdelningar på Ekgården',
    description: 'Fyra avdelningar med sex platser blir två med tolv.',
    expectedEffect: 'En natt mindre att bemanna.',
    owner: 'Socialchefen',
    conclusions: ['need by the day'],
    causes: ['small wards'],
    suggestions: ['suggested larger wards'],
    keyFigures: ['N23009'],
    effort: 4,
    effect: 3,
    track: 'political',
    changes: ['quality'],
  },
  {
    ...school,
    called: 'leave rooms',
    title: 'Lämna tre tomma avdelningar och säg upp paviljongen',
    description:
      'Avdelningarna lämnas till Fastighet vid terminsskiftet. Barnen på paviljongen flyttar till Björkens förskola.',
    expectedEffect: 'Lokalkostnaden per barn närmar sig liknande kommuner.',
    owner: 'Fastighetschefen',
    conclusions: ['paying for empty'],
    causes: ['empty rooms'],
    suggestions: ['suggested leave rooms'],
    keyFigures: ['N11033'],
    effort: 2,
    effect: 5,
    reason: 'Går först: pengarna behövs till resten.',
    track: 'political',
    changes: ['scope'],
  },
  {
    ...school,
    called: 'rent',
    title: 'Internhyra som lönar den som lämnar en lokal',
    description: 'Den som lämnar en lokal slipper hyran från nästa halvårsskifte.',
    expectedEffect: 'Förvaltningarna lämnar lokaler de inte behöver.',
    owner: 'Ekonomichefen',
    conclusions: ['paying for empty'],
    causes: ['same rent'],
    suggestions: ['suggested rent'],
    keyFigures: ['N11033'],
    effort: 3,
    effect: 4,
    track: 'political',
    changes: ['direction'],
  },
  {
    ...school,
    called: 'family centre',
    title: 'Bygg om en tom avdelning till familjecentral',
    description: 'Öppen förskola och barnhälsa under samma tak.',
    expectedEffect: 'Lokalen används, men kostnaden finns kvar.',
    owner: 'Skolchefen',
    conclusions: ['paying for empty'],
    causes: ['empty rooms'],
    suggestions: ['suggested family centre'],
    keyFigures: ['N11033'],
    effort: 5,
    effect: 2,
    track: 'political',
    changes: ['direction', 'scope'],
  },
  {
    ...school,
    called: 'gate',
    title: 'Pröva behovet en gång till före byggstart',
    description: 'En prövning av prognosen, högst tre månader gammal, innan ett bygge får börja.',
    expectedEffect: 'Nästa förskola blir lagom stor.',
    owner: 'Fastighetschefen',
    conclusions: ['stopping in time'],
    causes: ['no gate'],
    suggestions: ['suggested gate'],
    keyFigures: [],
    effort: 1,
    effect: 3,
    track: 'operational',
  },
  {
    ...school,
    called: 'services',
    title: 'Pilot med samordnad service på två förskolor',
    description:
      'Lokalvård, vaktmästeri och energi planeras tillsammans efter hur rummen används. Piloten pågår ett år.',
    expectedEffect: 'Lägre kostnad för drift, utan fler fel.',
    owner: 'Fastighetschefen',
    conclusions: ['paying for empty'],
    causes: ['many suppliers', 'per house'],
    suggestions: ['suggested services'],
    keyFigures: ['N11033'],
    effort: 2,
    effect: 3,
    track: 'operational',
  },
  {
    ...school,
    called: 'opening',
    title: 'Öppna och stäng gemensamt i hus som ligger nära varandra',
    description: '',
    expectedEffect: 'Fler i personalen mitt på dagen.',
    owner: 'Rektorn',
    conclusions: [],
    causes: ['many houses'],
    suggestions: ['suggested opening'],
    keyFigures: ['N11010'],
    effort: 2,
    effect: 3,
    track: 'operational',
    draft: true,
  },
];

/** Small things that nobody has decided yet. */
const waiting: readonly ToldProposal[] = [
  {
    ...social,
    called: 'portions',
    title: 'Beställ mat samma morgon',
    description: 'Avdelningen ändrar antalet portioner före klockan nio.',
    expectedEffect: 'Mindre mat slängs.',
    owner: 'Enhetschefen',
    conclusions: [],
    causes: ['places not eaters'],
    suggestions: ['suggested portions'],
    keyFigures: [],
    effort: 1,
    effect: 2,
    track: 'operational',
  },
  {
    ...social,
    called: 'cleaning care',
    title: 'Städa gemensamma ytor efter hur de används',
    description: 'Avdelningarna säger själva vilka rum som används, en gång i kvartalet.',
    expectedEffect: 'Tid för lokalvården att lägga där den märks.',
    owner: 'Fastighetschefen',
    conclusions: [],
    causes: ['by the drawing'],
    suggestions: ['suggested cleaning care'],
    keyFigures: [],
    effort: 2,
    effect: 4,
    track: 'operational',
  },
  {
    ...school,
    called: 'furniture',
    title: 'Gemensam lista över möbler och material',
    description: 'Det som blir över i en förskola syns för alla innan något köps nytt.',
    expectedEffect: 'Färre inköp.',
    owner: 'Rektorn',
    conclusions: [],
    causes: ['no list'],
    suggestions: ['suggested furniture'],
    keyFigures: [],
    effort: 3,
    effect: 1,
    track: 'operational',
    draft: true,
  },
];

/** Conclusions, what could be done about them, and what each would mean. */
export async function tellProposals(teller: Teller): Promise<void> {
  for (const { called, focus, title, causes, reasoning, ifNothing, watch } of conclusions) {
    const inputs = { title, focusArea: teller.id(focus), causes: teller.lines(causes), reasoning, ifNothing, watch };
    await teller.add(conclusion, called, inputs);
  }
  for (const told of [...proposals, ...waiting]) await tellProposal(teller, told);
  await tellEconomy(teller);
  const work = teller.work(proposal);
  await addRelation(work, teller.id('family centre'), {
    word: 'excludes',
    other: teller.id('leave rooms'),
    note: 'Samma avdelning kan inte både lämnas och byggas om.',
  });
  await addRelation(work, teller.id('leave rooms'), {
    word: 'requires',
    other: teller.id('rent'),
    note: 'Utan ny hyra stannar kostnaden hos kommunen.',
  });
  await tellImpacts(teller);
}

async function tellProposal(teller: Teller, told: ToldProposal): Promise<void> {
  await teller.add(
    proposal,
    told.called,
    {
      title: told.title,
      description: told.description,
      expectedEffect: told.expectedEffect,
      focusArea: teller.id(told.focus),
      department: told.department,
      owner: told.owner,
      keyFigures: told.keyFigures.join('\n'),
      conclusions: teller.lines(told.conclusions),
      causes: teller.lines(told.causes),
      suggestions: teller.lines(told.suggestions),
    },
    {
      effort: told.effort,
      effect: told.effect,
      priorityReason: told.reason ?? '',
      track: told.track,
      changes: told.changes ?? [],
      state: told.draft ? 'draft' : 'proposed',
    },
  );
}

type ToldLine = readonly [
  list: 'cost' | 'green' | 'yellow' | 'red' | 'financing',
  kind: '' | 'oneOff' | 'running',
  title: string,
  amounts: readonly number[],
];

async function tellEconomy(teller: Teller): Promise<void> {
  const from = teller.year(0);
  await economy(teller, 'staffing unit', 2023, [
    ['cost', 'oneOff', 'Införande och utbildning', [400, 0, 0, 0, 0]],
    ['cost', 'running', 'Samordnare och planerare', [1900, 1950, 2000, 2050, 2100]],
    ['green', 'running', 'Färre timmar av timavlönade', [900, 2600, 3900, 4200, 4300]],
    ['yellow', '', 'Chefernas tid för schema och vikarier', [300, 900, 1100, 1100, 1100]],
    ['red', '', 'De boende möter färre olika medarbetare', []],
    ['financing', '', 'Inom nämndens ram', [1400, 0, 0, 0, 0]],
  ]);
  await economy(teller, 'healthy shifts', 2023, [
    ['cost', 'running', 'Fler på plats mitt på dagen', [600, 600, 600]],
    ['green', 'running', 'Lägre kostnad för sjuklön', [300, 900, 1100]],
    ['red', '', 'Fler som orkar arbeta heltid', []],
  ]);
  await economy(teller, 'leave rooms', from, [
    ['cost', 'oneOff', 'Flytt och återställning', [850, 150, 0, 0, 0]],
    ['green', 'running', 'Hyra och drift för tre avdelningar', [0, 1250, 1300, 1350, 1400]],
    ['green', 'running', 'Hyra för paviljongen', [0, 420, 840, 840, 840]],
    ['red', '', 'Fler barn att leka med', []],
    ['financing', '', 'Programmets utvecklingsmedel', [850, 150, 0, 0, 0]],
  ]);
  await economy(teller, 'family centre', from, [
    ['cost', 'oneOff', 'Ombyggnad', [4200, 0, 0, 0, 0]],
    ['cost', 'running', 'Hyra, drift och personal', [600, 1800, 1850, 1900, 1950]],
    ['red', '', 'Stöd till familjer tidigt', []],
  ]);
  await economy(teller, 'services', from, [
    ['cost', 'oneOff', 'Upplägg av piloten', [180, 0, 0]],
    ['green', 'running', 'Städning och energi efter användning', [60, 210, 220]],
    ['yellow', '', 'Rektorernas tid för felanmälan', [40, 120, 120]],
  ]);
  // Where somebody has said their own already, theirs stands.
  await saveFrame(teller.tx, teller.actor, 0, {
    discountRate: '3,5',
    budget: '6000',
    from: String(from),
    to: String(from + 2),
  });
}

async function economy(teller: Teller, called: string, startYear: number, lines: readonly ToldLine[]): Promise<void> {
  const years = Math.max(...lines.map(([, , , amounts]) => amounts.length));
  const saved = await saveProposalEconomy(teller.work(proposal), teller.id(called), 0, {
    startYear: String(startYear),
    years: String(years),
    priceLevelYear: String(startYear),
    discountRate: '',
    note: '',
    lines: lines.map(([list, kind, title, amounts], index) => ({
      key: `${list}-${index}`,
      list,
      id: '',
      kind,
      title,
      amounts: amounts.map(String),
      removed: false,
    })),
  });
  if (!saved.ok) throw new Error(`the economy of ${called} is refused: ${JSON.stringify(saved)}`);
}
