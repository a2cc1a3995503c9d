import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Kostnadsträd',
    lead: 'Varifrån en kostnadsskillnad kommer, i kronor. Delarna summerar till helheten.',
    says: 'En verksamhets kostnad per invånare delas upp i sina delar, och en rest som inget nyckeltal täcker. För delar med brukare delas skillnaden i två: fler eller färre brukare, och dyrare eller billigare per brukare.',
    formula:
      'kostnad per invånare = brukare per invånare × kostnad per brukare\nfler brukare = skillnaden i brukare per invånare × medelvärdet av de två kostnaderna per brukare\ndyrare per brukare = skillnaden i kostnad per brukare × medelvärdet av de två andelarna brukare',
    computed:
      'De två delarna blir tillsammans exakt skillnaden, utan rest. Byter man plats på kommunen och jämförelsen byter svaret bara tecken. Varje belopp gångras med kommunens invånare, eller invånare i åldern.\nJämförelsen är medelvärdet för de kommuner i gruppen som har alla delar. Medelvärden av delar blir medelvärdet av helheten; det blir inte medianer. Därför skiljer sig beloppet lite från potentialen, som använder medianen.\nNettokostnaden mot referenskostnaden delas i struktur (skillnaden i referenskostnad) och resten: ambition, kvalitet och effektivitet.',
    careful:
      'Brukare per invånare är räknat ur de två kostnaderna. I några områden räknas brukarna på olika sätt, så andelen är nästan rätt men inte exakt.\nDyrare per brukare är inte slöseri. Tyngre behov ser likadana ut.\nSaknar kommunen en del ritas inget träd, och det står vilken del. En kommun i jämförelsen som saknar en del räknas inte med.',
    reference: 'Uppdelningen kommer från Bennet (1920). Med två faktorer är den också Shapleyvärdet.',
  },
  {
    title: 'Cost tree',
    lead: 'Where a cost difference comes from, in kronor. The parts add up to the whole.',
    says: 'The cost of a service per inhabitant is divided into its parts, and a rest that no key figure covers. For parts with users the difference is split in two: more or fewer users, and dearer or cheaper per user.',
    formula:
      'cost per inhabitant = users per inhabitant × cost per user\nmore users = the difference in users per inhabitant × the mean of the two costs per user\ndearer per user = the difference in cost per user × the mean of the two shares of users',
    computed:
      'The two parts together are exactly the difference, without rest. If the municipality and the comparison change places, only the sign of the answer changes. Every amount is multiplied by the municipality’s inhabitants, or inhabitants of the age.\nThe comparison is the mean of the municipalities of the group that have every part. Means of parts make the mean of the whole; medians do not. The amount therefore differs a little from the potential, which uses the median.\nNet cost against reference cost is divided into structure (the difference in reference cost) and the rest: ambition, quality and efficiency.',
    careful:
      'Users per inhabitant are computed from the two costs. In some areas the users are counted in different ways, so the share is nearly right but not exact.\nDearer per user is not waste. Heavier needs look the same.\nIf the municipality lacks a part no tree is drawn, and it is said which. A municipality of the comparison that lacks a part is left out.',
    reference: 'The decomposition comes from Bennet (1920). With two factors it is also the Shapley value.',
  },
);
