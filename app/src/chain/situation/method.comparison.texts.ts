import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Jämförelse',
    lead: 'Kommunens värde ställs mot andra kommuners samma år.',
    says: 'Du väljer vad du jämför med: liknande kommuner, kommungruppen enligt SKR, alla kommuner eller en egen lista. Kommunen själv räknas aldrig in i gruppen. Antalet kommuner som har ett värde (n) står alltid med.\nLiknande kommuner är Koladas egna grupper, en för varje område. De ändras från år till år, så analysen minns vilka som var med.',
    formula:
      'skillnad = kommunens värde − gruppens median\nskillnad i procent = skillnaden / medianen, utan tecken\npercentil = 100 × (antal lägre + halva antalet lika, kommunen själv medräknad) / antalet kommuner',
    computed:
      'Medianen är det mittersta värdet. Hälften av kommunerna ligger under och hälften över, så att några få ytterligheter inte drar i väg med jämförelsen.\nPlats 1 är det mest önskvärda värdet. Kommuner med samma värde delar plats. Saknar nyckeltalet önskad riktning är plats 1 det lägsta.\nFör en jämförelse krävs minst 50 andra kommuner bland alla, 5 i kommungruppen, 4 bland liknande och 1 i en egen lista. Annars visas ingen, och orsaken står där.',
    parts: {
      best: {
        name: 'Bästa fjärdedelen',
        text: 'Färre än en fjärdedel av kommunerna har ett mer önskvärt värde.',
      },
      middle: { name: 'Mittersta hälften', text: 'Varken bland de bästa eller bland de sämsta.' },
      worst: {
        name: 'Sämsta fjärdedelen',
        text: 'Färre än en fjärdedel av kommunerna har ett mindre önskvärt värde.',
      },
    },
    careful:
      'Klasserna jämför, de bedömer inte. Någon är alltid sämst, också när alla är bra.\nMedianen är inget ideal.\nEn grupp med färre än fem andra är liten: en enda kommun kan flytta medianen.\nJämför inte kronor mellan år. Priserna stiger för alla; se i stället hur avståndet till gruppen ändras.',
    reference:
      'Indelningen 25–50–25 är Koladas. Hur RKA gör när flera kommuner har samma värde är inte publicerat; regeln här är vår egen.',
  },
  {
    title: 'Comparison',
    lead: 'The municipality’s value is set against those of others in the same year.',
    says: 'You choose what to compare with: similar municipalities, SKR’s class, all municipalities or a list of your own. The municipality itself is never counted in the group. The number of municipalities with a value (n) is always shown.\nSimilar municipalities are Kolada’s own groups, one for each area. They change from year to year, so the analysis remembers who was in them.',
    formula:
      'difference = the municipality’s value − the group’s median\ndifference in per cent = the difference / the median, without sign\npercentile = 100 × (number lower + half the number equal, the municipality itself included) / number of municipalities',
    computed:
      'The median is the middle value. Half of the municipalities lie below and half above, so that a few extremes do not carry the comparison away.\nPlace 1 is the most desirable value. Municipalities with the same value share the place. Where the key figure has no desired direction, place 1 is the lowest.\nA comparison needs at least 50 others among all municipalities, 5 in the class, 4 among similar ones and 1 in a list of your own. Otherwise none is shown, and the reason stands there.',
    parts: {
      best: {
        name: 'Best quarter',
        text: 'Fewer than a quarter of the municipalities have a more desirable value.',
      },
      middle: { name: 'Middle half', text: 'Neither among the best nor among the worst.' },
      worst: {
        name: 'Worst quarter',
        text: 'Fewer than a quarter of the municipalities have a less desirable value.',
      },
    },
    careful:
      'The classes compare, they do not judge. Someone is always last, also when all are good.\nThe median is no ideal.\nA group of fewer than five others is small: a single municipality can move the median.\nDo not compare kronor between years. Prices rise for all; see instead how the distance to the group changes.',
    reference:
      'The division 25–50–25 is Kolada’s. What RKA does when several municipalities have the same value is not published; the rule here is our own.',
  },
);
