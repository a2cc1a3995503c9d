import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Försiktighet',
    lead: 'Vad märkena vid ett värde betyder, och när det är värt att vänta med slutsatsen.',
    says: 'Ett märke säger att värdet är osäkrare än andra. Det gör inte värdet fel. Märken sänker styrkan i rangordningen, så att osäkra fynd kommer längre ner.',
    formula:
      'ostadighet = medianen av |året före − 2 × året + året efter|, omräknad till en standardavvikelse\ndet är hur mycket värdet hoppar vid sidan av en jämn utveckling',
    computed:
      'I rangordningen räknas ostadigheten på avståndet till medianen för alla kommuner. Det som rör alla lika gör inte avvikelsen osäkrare.',
    parts: {
      volatile: {
        name: 'varierar mycket mellan år',
        text: 'Hoppen är minst hälften så stora som den vanliga spridningen mellan kommuner.',
      },
      small: {
        name: 'bygger på små tal',
        text: 'Färre än 100 personer bakom värdet, där antalet är känt. Kolada döljer själv de minsta.',
      },
      few: { name: 'få kommuner har värde', text: 'Färre än hälften av kommunerna har redovisat.' },
      group: { name: 'få att jämföra med', text: 'Färre än fem andra i jämförelsen.' },
      break: {
        name: 'ny metod',
        text: 'Måttet räknas på ett nytt sätt från det år som står. Ingen trend går över det.',
      },
      preliminary: {
        name: 'preliminärt, inte slutligt publicerat',
        text: 'Kolada märker inte enskilda värden. Katalogens datum för publicering avgör.',
      },
      older: {
        name: 'värde från ett tidigare år',
        text: 'Det senaste värdet, högst två år gammalt, jämfört med andras samma år.',
      },
      gaps: { name: 'luckor i serien', text: 'Ett eller flera år saknas. De fylls inte i.' },
    },
    careful:
      'Ett hopp i en liten kommun kan vara sant. Fråga verksamheten.\nSaknade värden är inte noll. Orsaken står där värdet skulle ha stått, när den är känd.\nGranska statistiken innan du drar slutsatser: är det rätt verksamhet, rätt år och rätt konto?',
    reference: 'Ostadigheten bygger på von Neumann m.fl. (1941), här med median i stället för medelvärde.',
  },
  {
    title: 'Caution',
    lead: 'What the marks beside a value mean, and when it is worth waiting with the conclusion.',
    says: 'A mark says that the value is less certain than others. It does not make the value wrong. Marks lower the strength in the ranking, so that uncertain findings come further down.',
    formula:
      'unsteadiness = the median of |the year before − 2 × the year + the year after|, turned into a standard deviation\nthat is how much the value jumps beside a steady development',
    computed:
      'In the ranking the unsteadiness is that of the distance to the median of all municipalities. What moves all alike does not make a deviation less certain.',
    parts: {
      volatile: {
        name: 'varies much between years',
        text: 'The jumps are at least half as large as the usual spread between municipalities.',
      },
      small: {
        name: 'rests on small numbers',
        text: 'Fewer than 100 persons behind the value, where the number is known. Kolada itself hides the smallest.',
      },
      few: { name: 'few municipalities report', text: 'Fewer than half of the municipalities have reported.' },
      group: { name: 'few to compare with', text: 'Fewer than five others in the comparison.' },
      break: {
        name: 'new method',
        text: 'The measure is computed in a new way from the year given. No trend crosses it.',
      },
      preliminary: {
        name: 'preliminary, not finally published',
        text: 'Kolada does not mark single values. The catalogue’s dates of publication decide.',
      },
      older: {
        name: 'value of an earlier year',
        text: 'The latest value, at most two years old, compared with those of others in the same year.',
      },
      gaps: { name: 'gaps in the series', text: 'One or several years are missing. They are not filled in.' },
    },
    careful:
      'A jump in a small municipality may be true. Ask those who do the work.\nMissing values are not zero. The reason stands where the value would have stood, when it is known.\nReview the statistics before you draw conclusions: is it the right service, the right year and the right account?',
    reference: 'The unsteadiness builds on von Neumann et al. (1941), here with the median instead of the mean.',
  },
);
