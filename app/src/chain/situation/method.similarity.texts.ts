import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Liknande kommuner',
    lead: 'Vilka kommuner som liknar vår: Koladas grupper, eller en egen sökning.',
    says: 'När du jämför med liknande kommuner används Koladas publicerade grupper, en för varje område, så som de såg ut när analysen gjordes.\nEn egen likhetssökning utgår från nyckeltal och vikter som någon har valt. Den är vår egen och kallas alltid ”egen likhetsgrupp”.',
    formula:
      'standardiserat värde = (värdet − medianen) / spridningen mellan kommuner\navstånd = roten ur det vägda medelvärdet av de kvadrerade skillnaderna i standardiserat värde',
    computed:
      'Avståndet 0 betyder lika i allt, 1 att kommunerna i genomsnitt skiljer sig lika mycket som kommuner brukar göra. Varje villkors andel av avståndet visas.\nEtt villkor som en av de två kommunerna saknar räknas inte. Har de mindre än 60 procent av vikten gemensamt jämförs de inte alls.',
    careful:
      'Välj villkor bland förutsättningar, som folkmängd, ålder och avstånd. Välj inte bland det du vill jämföra, som kostnader och kvalitet.\nVillkor som följer varandra räknas dubbelt, till exempel folkmängd och antal barn.\nKoladas grupper byter medlemmar mellan åren. Jämför två år med samma grupp.',
    reference:
      'Koladas grupper bygger på ett skillnadsindex hos RKA vars formel inte är publicerad. Den egna sökningen är ett vägt euklidiskt avstånd.',
  },
  {
    title: 'Similar municipalities',
    lead: 'Which municipalities are like ours: Kolada’s groups, or a search of our own.',
    says: 'When you compare with similar municipalities, Kolada’s published groups are used, one for each area, as they were when the analysis was made.\nA similarity search of our own starts from key figures and weights that someone has chosen. It is ours and always called “own similarity group”.',
    formula:
      'standardised value = (value − median) / spread between municipalities\ndistance = the root of the weighted mean of the squared differences in standardised value',
    computed:
      'Distance 0 means alike in everything, 1 that the municipalities differ on average as much as municipalities usually do. The share of each criterion in the distance is shown.\nA criterion that one of the two lacks is not counted. With less than 60 per cent of the weight in common they are not compared at all.',
    careful:
      'Choose criteria among conditions, such as population, ages and distances. Do not choose among what you want to compare, such as costs and quality.\nCriteria that follow each other count double, for instance population and number of children.\nKolada’s groups change members between years. Compare two years with the same group.',
    reference:
      'Kolada’s groups rest on a difference index at RKA whose formula is not published. Our own search is a weighted Euclidean distance.',
  },
);
