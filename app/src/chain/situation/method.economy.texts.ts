import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Kalkyl för ett förslag',
    lead: 'Vad ett förslag kostar och ger i kronor under högst tio år, i ett års priser.',
    says: 'Kalkylen visar netto per år, när pengarna är tillbaka och vad hela förslaget är värt i dag. Bara gröna nyttor, de som är kronor, räknas. Timmar och det som inte värderas står bredvid och läggs aldrig till.',
    formula:
      'netto per år = gröna nyttor − engångskostnader − löpande kostnader\nnettonuvärde = summan av netto / (1 + räntan) upphöjt till antalet år sedan början\nåterbetalning = det första år då det samlade nettot inte längre är minus',
    computed:
      'Alla belopp är i samma års priser, och räntan är realränta: den tar inte med prisökningar. Det första året diskonteras inte.\nRäntan är kommunens egen, om inte förslaget säger något annat.\nFinansieringen ska gå ihop med kostnaderna varje år; skillnaden visas.',
    careful:
      'Ett positivt nuvärde säger inte att pengarna blir över: någon måste sänka en budget. Därför bekräftas nyttan av en ekonom.\nHögre ränta gör senare besparingar mindre värda. Pröva med två räntor om slutsatsen hänger på den.',
    reference: 'Kontrollerat mot räkning med hela bråk och mot publicerade exempel.',
  },
  {
    title: 'The economy of a proposal',
    lead: 'What a proposal costs and gives in kronor over at most ten years, in the prices of one year.',
    says: 'The calculation shows the net of each year, when the money is back and what the whole proposal is worth today. Only green benefits, those in kronor, count. Hours and what is not valued stand beside, and are never added.',
    formula:
      'net of a year = green benefits − one-off costs − running costs\nnet present value = the sum of net / (1 + the rate) to the power of the years since the start\npayback = the first year when the cumulated net is no longer negative',
    computed:
      "All amounts are in the prices of the same year, and the rate is real: it leaves out rising prices. The first year is not discounted.\nThe rate is the municipality's own, unless the proposal says otherwise.\nThe financing should meet the costs of each year; the difference is shown.",
    careful:
      'A positive present value does not say that money is left over: somebody has to lower a budget. That is why an economist confirms the benefit.\nA higher rate makes later savings worth less. Try two rates if the conclusion hangs on it.',
    reference: 'Checked against computing with whole fractions and against published examples.',
  },
);
