import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Potential i kronor',
    lead: 'Vad avståndet till jämförelsens median motsvarar i kronor per år.',
    says: 'Ett avstånd på 1 000 kronor per invånare säger mer när det står i miljoner. Positivt betyder dyrare än medianen med så mycket per år, negativt billigare.',
    formula: 'kronor = (kommunens värde − jämförelsens median) × den volym som värdet är räknat på',
    computed:
      'Volymen beror på nyckeltalet: invånare, eller invånare i åldern, för kronor per invånare; brukare för kronor per brukare; en hundradel av referenskostnaden för en avvikelse i procent. Värde och volym gäller samma kommun och samma år.',
    careful:
      'Det är en storlek, inte en besparing. Talet säger vad avståndet motsvarar om inget annat skiljer.\nEn del förklaras av strukturen, till exempel åldrar och avstånd. Se avvikelsen från referenskostnaden och kostnadsträdet.\nLägg aldrig ihop belopp från flera nyckeltal: helheten och dess delar räknas då två gånger.\nSaknas volymen visas inget belopp, och orsaken står där.',
    reference: 'Egen beräkning. Vilken volym som hör till vilket nyckeltal står i Sambands karta över nyckeltal.',
  },
  {
    title: 'Potential in kronor',
    lead: 'What the distance to the comparison’s median amounts to in kronor a year.',
    says: 'A distance of 1,000 kronor per inhabitant says more in millions. Positive means dearer than the median by so much a year, negative cheaper.',
    formula: 'kronor = (the municipality’s value − the comparison’s median) × the volume that the value is counted on',
    computed:
      'The volume depends on the key figure: inhabitants, or inhabitants of the age, for kronor per inhabitant; users for kronor per user; a hundredth of the reference cost for a deviation in per cent. Value and volume are of the same municipality and year.',
    careful:
      'It is a size, not a saving. The number says what the distance amounts to if nothing else differs.\nStructure, such as ages and distances, explains a part. Look at the deviation from the reference cost and at the cost tree.\nNever add amounts of several key figures: the whole and its parts are then counted twice.\nWhere the volume is missing no amount is shown, and the reason stands there.',
    reference: 'Our own calculation. Which volume belongs to which key figure stands in Samband’s map of key figures.',
  },
);
