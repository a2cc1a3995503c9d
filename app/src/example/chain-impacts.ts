import { type ImpactEntry, saveChildAnswers, saveImpacts } from '../chain/actions/index.ts';
import type { Teller } from './chain-teller.ts';

type Choice = ImpactEntry['choice'];
/** What follows, by aspect; a group of users is written after a colon. */
type Told = Readonly<Record<string, readonly [Choice, string]>>;

const leaveRooms: Told = {
  economy: [
    'better',
    'Hyra och drift minskar med omkring 1,7 mnkr om året när allt är lämnat. Flytten kostar 1,0 mnkr.',
  ],
  quality: ['same', 'Samma personal, samma arbetssätt. Grupperna blir något större och mer sammanhållna.'],
  staff: ['better', 'Färre hus att öppna och stänga. Tre medarbetare byter arbetsplats.'],
  organisation: ['same', 'Rektorn har samma enheter. Paviljongen upphör som egen adress.'],
  'users:Barn på paviljongen': ['unclear', 'Fjorton barn byter hus. De flyttar tillsammans med sin personal.'],
  'users:Vårdnadshavare i norr': ['worse', 'Sex familjer får upp till en kilometer längre väg.'],
  children: [
    'better',
    'Barnen flyttar tillsammans till grupper med fler i samma ålder. Barnkonsekvensanalysen är gjord.',
  ],
  equality: ['same', 'Fler pojkar än flickor går på paviljongen, men alla flyttar.'],
  environment: ['better', 'Tre avdelningar mindre att värma. Något fler bilresor i norr.'],
  law: ['same', 'Skollagens krav på plats inom fyra månader och nära hemmet klaras. Förhandling enligt MBL är gjord.'],
  risks: ['unclear', 'Barnen kan bli fler igen. Två av avdelningarna kan hyras tillbaka inom ett halvår.'],
};

const staffingUnit: Told = {
  economy: ['better', 'Lönar sig från det andra året. Nyttan beror på att timmarna verkligen försvinner.'],
  quality: ['better', 'De boende möter färre nya ansikten.'],
  staff: ['better', 'Fler fasta tjänster. Några timvikarier får färre pass.'],
  organisation: ['worse', 'En ny enhet som tre verksamheter delar på. Ansvaret måste vara tydligt från början.'],
  'users:Boende i särskilt boende': ['better', 'Mer känd personal, framför allt på helger.'],
  children: ['notRelevant', 'Berör inga barn som brukare eller anhöriga.'],
  equality: ['better', 'Fler fasta heltider i ett yrke där de flesta är kvinnor.'],
  environment: ['notRelevant', 'Påverkar varken resor eller lokaler i någon utsträckning som går att mäta.'],
  law: ['same', 'Inga nya krav. Förhandlad med de fackliga organisationerna.'],
  risks: ['unclear', 'Att enheterna fortsätter att ringa själva vid sidan av.'],
};

const largerWards: Told = {
  economy: ['better', 'En natt mindre att bemanna, men ombyggnaden tar fem år att få igen.'],
  quality: ['worse', 'Större avdelningar passar sämre för personer med demenssjukdom.'],
  staff: ['unclear', 'Färre ensamma nätter, men fler att ansvara för.'],
  'users:Boende med demenssjukdom': ['worse', 'Fler ansikten och mer oro i de gemensamma rummen.'],
};

const nothingInCare: Told = {
  economy: ['worse', 'Kostnaden per plats växer omkring två procent mer om året än i liknande kommuner.'],
  quality: ['worse', 'Andelen timvikarier fortsätter att öka.'],
  staff: ['worse', 'Sjukfrånvaron ligger kvar, och det blir svårare att rekrytera.'],
  organisation: ['same', 'Allt är som förut.'],
  'users:Boende i särskilt boende': ['worse', 'Fler olika personer i vardagen.'],
  children: ['notRelevant', 'Berör inga barn som brukare eller anhöriga.'],
  equality: ['worse', 'Fler deltider i ett yrke där de flesta är kvinnor.'],
  environment: ['notRelevant', 'Inget som går att mäta.'],
  law: ['same', 'Lagens krav på god kvalitet klaras än så länge.'],
  risks: ['worse', 'Att en influensavinter inte går att bemanna.'],
};

const nothingInPreschool: Told = {
  economy: ['worse', 'Kommunen betalar 1,7 mnkr om året för rum som ingen använder, och mer när barnen blir färre.'],
  quality: ['same', 'Barnen märker ingenting till en början.'],
  staff: ['worse', 'Fortsatt tunt vid öppning och stängning.'],
  organisation: ['same', 'Allt är som förut.'],
  'users:Barn i norra kommundelen': ['worse', 'Mycket små grupper, med få kamrater i samma ålder.'],
  children: ['worse', 'Pengarna går till rum i stället för till barnen.'],
  equality: ['same', 'Ingen skillnad.'],
  environment: ['worse', 'Tomma rum värms.'],
  law: ['same', 'Inga krav överträds.'],
  risks: ['worse', 'Att nedskärningen i stället får göras fort, i personalen.'],
};

export async function tellImpacts(teller: Teller): Promise<void> {
  await describe(teller, 'proposal', 'leave rooms', leaveRooms);
  await describe(teller, 'proposal', 'staffing unit', staffingUnit);
  await describe(teller, 'proposal', 'larger wards', largerWards);
  await describe(teller, 'focusArea', 'care', nothingInCare);
  await describe(teller, 'focusArea', 'preschool', nothingInPreschool);
  const { kernel, tx, actor } = teller;
  const saved = await saveChildAnswers(kernel, tx, actor, { kind: 'proposal', id: teller.id('leave rooms') }, 0, {
    whichChildren:
      'Fjorton barn mellan ett och fem år på paviljongen, och fyrtio på Björkens förskola som får nya kamrater.',
    voices: 'Barnen har ritat och berättat vad de vill ha med sig. De flesta pratar om kamraterna, två om sandlådan.',
    bestInterests: 'Att få flytta tillsammans, med sin personal, till en grupp med fler i samma ålder.',
    balancing:
      'Sex familjer får längre väg. Det vägs mot att barnen får kamrater och att pengar inte går till tomma rum.',
    followUp: 'Samtal med barn och vårdnadshavare efter en och sex månader. Rektorn berättar för nämnden.',
  });
  if (!saved.ok) throw new Error('the child impact assessment is there already');
}

async function describe(teller: Teller, kind: 'proposal' | 'focusArea', called: string, told: Told): Promise<void> {
  const { kernel, tx, actor } = teller;
  const entries = Object.entries(told).map(([key, [choice, words]], index): ImpactEntry => {
    const [, affected = ''] = key.split(':');
    return { key: affected === '' ? key : `group-${index}`, row: '', version: 0, affected, choice, words };
  });
  const saved = await saveImpacts(kernel, tx, actor, { kind, id: teller.id(called) }, entries);
  if (!saved.ok) throw new Error(`the consequences of ${called} are refused: ${JSON.stringify(saved)}`);
}
