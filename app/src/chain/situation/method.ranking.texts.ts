import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Rangordningen: Det sticker ut',
    lead: 'Alla nyckeltal med en önskad riktning bedöms med samma regel. Listan visar de starkaste först.',
    says: 'Listan svarar på frågan: var skiljer sig kommunen mest, längst, säkrast och med mest pengar? Det som ligger på den oönskade sidan av jämförelsens median är en avvikelse, den på den önskade sidan en styrka.\nEtt nyckeltal sticker ut om det ligger utanför den mittersta hälften av alla kommuner, åt samma håll som från jämförelsens median, eller om det ligger utanför hela jämförelsegruppen. Nära mitten är det som ligger i den mittersta hälften och inte långt från jämförelsen.',
    formula:
      'styrka = (50 % hur långt + 20 % hur länge + 30 % hur mycket pengar) × hur säkert × hur viktigt\nutan kronor: 85 % av vägningen av hur långt och hur länge, gånger hur säkert och hur viktigt',
    computed: 'Styrkan är ett tal mellan 0 och 1, liksom varje del.',
    parts: {
      far: {
        name: 'Hur långt',
        text: 'Hälften är avståndet till jämförelsens median, mätt i den vanliga spridningen mellan kommuner, fullt vid tre sådana. Hälften är hur långt ut bland alla kommuner värdet ligger.',
      },
      long: { name: 'Hur länge', text: 'Antal år i rad utanför den mittersta hälften, av fem.' },
      money: {
        name: 'Hur mycket pengar',
        text: 'Roten ur avståndet i kronor per invånare, fullt vid 2 000 kronor per invånare och år. Det är ungefär 3 procent av en kommuns nettokostnad.',
      },
      sure: {
        name: 'Hur säkert',
        text: 'Minskar när värdet varierar mycket, bygger på få personer, är gammalt eller preliminärt, när metoden nyss ändrats, när serien har luckor eller när få kommuner har svarat. Aldrig under 0,4.',
      },
      important: {
        name: 'Hur viktigt',
        text: 'Nyckeltal som avgör bedömningen av ett område väger 1, de som hör till 0,8 och de som förklarar 0,6. En låg kostnad väger 0,8 av det, för låg kostnad är inte bra i sig.',
      },
    },
    more: 'Nyckeltal som mäter samma sak, eller ordnar kommunerna nästan lika, blir en rad. De övriga står under ”syns också i”.\nNär flera fynd kommer från samma område och perspektiv får vart och ett av de senare nio tiondelar av föregående vikt, så att listan inte fylls av ett enda område.',
    careful:
      'Listan visar vad som skiljer sig. Den visar inte vad som är fel, och inte varför.\nDet som är likadant överallt, eller som Kolada inte mäter, hamnar aldrig här.\nStyrkor som skiljer sig mindre än 0,05 säger samma sak.\nFråga verksamheten, och skriv en observation när deras erfarenhet säger något annat.',
    reference:
      'Andelarna och gränserna är våra egna tumregler, satta en gång för alla kommuner. De ordnar en lista; de mäter ingenting.',
  },
  {
    title: 'The ranking: what stands out',
    lead: 'Every key figure with a desired direction is judged by the same rule. The list shows the strongest first.',
    says: 'The list answers the question: where does the municipality differ most, for longest, most certainly and by most money? What lies on the undesired side of the comparison’s median is a deviation, on the desired side a strength.\nA key figure stands out if it lies outside the middle half of all municipalities, in the same direction as from the comparison’s median, or outside the whole comparison group. Near the middle is what lies in the middle half and not far from the comparison.',
    formula:
      'strength = (50 % how far + 20 % how long + 30 % how much money) × how sure × how important\nwithout kronor: 85 % of the weighing of how far and how long, times how sure and how important',
    computed: 'The strength is a number between 0 and 1, and so is each part.',
    parts: {
      far: {
        name: 'How far',
        text: 'Half is the distance to the comparison’s median, measured in the usual spread between municipalities, full at three of them. Half is how far out among all municipalities the value lies.',
      },
      long: { name: 'How long', text: 'Years in a row outside the middle half, of five.' },
      money: {
        name: 'How much money',
        text: 'The root of the distance in kronor per inhabitant, full at 2,000 kronor per inhabitant and year. That is about 3 per cent of a municipality’s net cost.',
      },
      sure: {
        name: 'How sure',
        text: 'Less when the value varies much, rests on few persons, is old or preliminary, when the method changed recently, when the series has gaps or when few municipalities have reported. Never under 0.4.',
      },
      important: {
        name: 'How important',
        text: 'Key figures that decide the judgement of an area weigh 1, those that belong to it 0.8 and those that explain 0.6. A low cost weighs 0.8 of that, since low cost is not good in itself.',
      },
    },
    more: 'Key figures that measure the same thing, or order the municipalities almost alike, become one row. The others stand under “also seen in”.\nWhen several findings come from the same area and perspective, each later one gets nine tenths of the weight before it, so that one area does not fill the list.',
    careful:
      'The list shows what differs. It does not show what is wrong, and not why.\nWhat is alike everywhere, or what Kolada does not measure, never comes here.\nStrengths that differ by less than 0.05 say the same.\nAsk those who do the work, and write an observation when their experience says something else.',
    reference:
      'The shares and limits are our own rules of thumb, set once for all municipalities. They order a list; they measure nothing.',
  },
);
