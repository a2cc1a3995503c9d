import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Trend',
    lead: 'Ordet för utvecklingen räknas fram med en fast regel. Ingen skriver det för hand.',
    says: 'Trenden säger om värdet har rört sig åt ett håll under de senaste åren, och hur mycket per år. Den bygger på högst tio år och går aldrig över ett byte av metod.',
    formula:
      'lutning = medianen av (senare värde − tidigare värde) / (antal år emellan), för alla par av år\nfem till tio år ger tio till fyrtiofem sådana par',
    computed:
      'Lutningen är den mittersta av alla lutningar mellan två år. Några få udda år ändrar den inte.\nOm rörelsen är säker avgörs av hur många par av år som stiger och hur många som sjunker (Mann–Kendall). Luckor i serien fylls inte i.',
    parts: {
      rising: {
        name: 'ökar, minskar',
        text: 'Slumpen skulle ge en så tydlig rörelse färre än 5 gånger av 100, och ändringen under perioden är minst 1 procent av nivån.',
      },
      unchanged: {
        name: 'oförändrad',
        text: 'Ändringen ligger med 95 procents säkerhet inom 5 procent av nivån, åt båda håll, eller är säker men mindre än 1 procent.',
      },
      uncertain: { name: 'ingen säker trend', text: 'Varken det ena eller det andra går att säga.' },
      short: { name: 'för tidigt att säga', text: 'Färre än fem värden.' },
    },
    careful:
      'Kostnader är i löpande priser. Att en kostnad ökar betyder ofta bara att priserna stiger; se utvecklingen mot jämförelsen.\nEn trend är ingen prognos.\nMått som är medelvärden över flera år följer sig själva, och verkar säkrare än de är.',
    reference:
      'Theil (1950) och Sen (1968) om lutningen, Mann (1945) och Kendall (1975) om prövningen. Resultaten är kontrollerade mot programmet R.',
  },
  {
    title: 'Trend',
    lead: 'The word for the development is computed by a fixed rule. Nobody types it.',
    says: 'The trend says whether the value has moved in one direction over the latest years, and by how much a year. It rests on at most ten years and never crosses a change of method.',
    formula:
      'slope = the median of (later value − earlier value) / (years between), for all pairs of years\nfive to ten years thus make ten to forty-five such pairs',
    computed:
      'The slope is the middle one of all slopes between two years. A few odd years do not change it.\nWhether the movement is certain is decided by how many pairs of years rise and how many fall (Mann–Kendall). Gaps in the series are not filled in.',
    parts: {
      rising: {
        name: 'rising, falling',
        text: 'Chance would give so clear a movement fewer than 5 times in 100, and the change over the period is at least 1 per cent of the level.',
      },
      unchanged: {
        name: 'unchanged',
        text: 'The change lies with 95 per cent confidence within 5 per cent of the level, either way, or is certain but less than 1 per cent.',
      },
      uncertain: { name: 'no certain trend', text: 'Neither the one nor the other can be said.' },
      short: { name: 'too early to say', text: 'Fewer than five values.' },
    },
    careful:
      'Costs are in current prices. That a cost rises often says only that prices do; look at the development against the comparison.\nA trend is no forecast.\nMeasures that are means over several years follow themselves, and seem more certain than they are.',
    reference:
      'Theil (1950) and Sen (1968) on the slope, Mann (1945) and Kendall (1975) on the test. The results are checked against the program R.',
  },
);
