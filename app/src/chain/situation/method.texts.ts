import { defineTexts } from '../../foundation/texts/index.ts';

/** What the method pages have in common; each page's own words lie in `method.<page>.texts.ts`. */
export const texts = defineTexts(
  {
    title: 'Så räknar Samband',
    lead: 'En sida för varje sätt att räkna: vad det säger, hur det räknas, vad man ska vara försiktig med och varifrån metoden kommer.',
    principle: 'Gemensamt för allt',
    principles:
      'Ett värde är ett tal eller saknas. Det som saknas är aldrig noll.\nBara kommuner jämförs och rangordnas, inte regioner och inte riket.\nVärden som visas som de är publicerade märks ”Källa: Kolada”. Det som räknas fram här märks ”Egen bearbetning av data från Kolada”. RKA har inte granskat det.\nSamma regler gäller alla kommuner. Ingenting i dem vet vilken kommun som frågar.',
    pages: 'Metoderna',
    says: 'Vad det säger',
    computed: 'Så räknas det',
    formula: 'Formeln i ord',
    parts: 'Vad orden betyder',
    part: 'Ord',
    meaning: 'Betyder',
    careful: 'Var försiktig med',
    reference: 'Varifrån metoden kommer',
  },
  {
    title: 'How Samband computes',
    lead: 'One page for each way of computing: what it says, how it is computed, what to be careful of and where the method comes from.',
    principle: 'Common to all',
    principles:
      'A value is a number or missing. What is missing is never zero.\nOnly municipalities are compared and ranked, no regions and not the country.\nValues shown as they were published are marked “Source: Kolada”. What is computed here is marked “Own processing of data from Kolada”. RKA has not reviewed it.\nThe same rules hold for all municipalities. Nothing in them knows which municipality asks.',
    pages: 'The methods',
    says: 'What it says',
    computed: 'How it is computed',
    formula: 'The formula in words',
    parts: 'What the words mean',
    part: 'Word',
    meaning: 'Means',
    careful: 'Be careful of',
    reference: 'Where the method comes from',
  },
);
