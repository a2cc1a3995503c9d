import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Effekt',
    lead: 'Har nyckeltalet utvecklats annorlunda än hos andra sedan åtgärden kom? Ordet räknas fram med en fast regel.',
    says: 'Skillnad i skillnader säger hur mycket mer, eller mindre, nyckeltalet har ändrats i kommunen än i jämförelsekommunerna. Det som rör alla lika, som priser eller en ny lag, faller bort.',
    formula:
      'effekt = (egna medelvärdet efter − egna före) − (jämförelsekommunernas efter − deras före)\nväntad utveckling = jämförelsekommunernas, flyttad till kommunens nivå före åtgärden',
    computed:
      'Högst fem år före åtgärden används.\nFörst väljs de år där kommunen och minst hälften av de andra har värde, sedan de kommuner som har värde alla de åren. Inget fylls i.\nIntervallet visar hur mycket kommuners ändringar skiljer sig av sig själva: 95 procent, Students t på antalet jämförelsekommuner minus en.\nDessutom prövas varje jämförelsekommun som om det var den som hade åtgärden. Är kommunens ändring inte ovanlig bland dem talar det emot en effekt.',
    parts: {
      improved: {
        name: 'förbättring, försämring',
        text: 'Slumpen skulle ge en så stor skillnad färre än 5 gånger av 100, och ändringen är ovanlig bland kommunerna. För mått utan önskad riktning: högre, lägre.',
      },
      noClearDifference: {
        name: 'ingen tydlig skillnad',
        text: 'Skillnaden kan bero på slumpen. Det är inte samma sak som att åtgärden saknar effekt.',
      },
      tooEarly: { name: 'för tidigt att säga', text: 'Inget värde finns än från de år då åtgärden kan ha verkat.' },
      cannotTell: {
        name: 'går inte att säga',
        text: 'Mätmetoden har ändrats mellan åren, kommunen gick isär från de andra redan före åtgärden, eller så saknas det för många värden.',
      },
    },
    careful:
      'Att utvecklingen skiljer sig bevisar inte att åtgärden är orsaken. Andra åtgärder mot samma nyckeltal visas bredvid.\nMed bara sju liknande kommuner kan slumpen göra mycket; jämför gärna med alla.\nUtgångsvärdet fryses när effekten anges. En senare rättelse i Kolada flyttar det inte.',
    reference:
      'Bertrand, Duflo och Mullainathan (2004), Donald och Lang (2007) om intervallet; Abadie, Diamond och Hainmueller (2010) om prövningen bland andra kommuner. Resultaten är kontrollerade mot programmet R.',
  },
  {
    title: 'Effect',
    lead: 'Has the key figure developed differently from others since the action came? The word is computed by a fixed rule.',
    says: 'Difference-in-differences says how much more, or less, the key figure has changed in the municipality than in the comparison municipalities. What moves all alike, such as prices or a new law, falls away.',
    formula:
      "effect = (own mean after − own before) − (the comparison municipalities' after − theirs before)\nexpected development = the comparison municipalities', moved to the municipality's level before the action",
    computed:
      "At most five years before the action are used.\nFirst the years are chosen where the municipality and at least half of the others have a value, then the municipalities that have one in all those years. Nothing is filled in.\nThe interval shows how much municipalities' changes differ by themselves: 95 per cent, Student's t on the number of comparison municipalities less one.\nEach comparison municipality is also tried as if it were the one with the action. A change that is not unusual among them speaks against an effect.",
    parts: {
      improved: {
        name: 'improvement, worsening',
        text: 'Chance would give so large a difference fewer than 5 times in 100, and the change is unusual among the municipalities. For measures without wanted direction: higher, lower.',
      },
      noClearDifference: {
        name: 'no clear difference',
        text: 'The difference may be chance. That is not the same as the action having no effect.',
      },
      tooEarly: {
        name: 'too early to say',
        text: 'There is no value yet from the years when the action can have worked.',
      },
      cannotTell: {
        name: 'cannot be said',
        text: 'The method of measuring changed between the years, the municipality had drawn apart already before the action, or too many values are missing.',
      },
    },
    careful:
      'That the development differs does not prove that the action is the cause. Other actions on the same key figure are shown beside it.\nWith only seven similar municipalities chance can do much; compare with all of them too.\nThe baseline is frozen when the effect is stated. A later correction in Kolada does not move it.',
    reference:
      'Bertrand, Duflo and Mullainathan (2004), Donald and Lang (2007) on the interval; Abadie, Diamond and Hainmueller (2010) on the trial among other municipalities. The results are checked against the program R.',
  },
);
