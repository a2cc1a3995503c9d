import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Index för resurser, kvalitet och effektivitet',
    lead: 'Tre tal mellan 0 och 100 per område. 100 är bäst: lägst kostnad eller högst kvalitet.',
    says: 'RKA publicerar index i sex områden: förskola, grundskola, gymnasieskola, äldreomsorg, LSS och ekonomiskt bistånd. Det publicerade värdet är det som gäller. Där det saknas visar sidan en egen beräkning, och den är alltid märkt som det.\nEtt index säger var kommunen ligger bland alla kommuner samma år. Det säger inte om verksamheten är bra.',
    formula:
      'poäng = 100 × (värdet − det låga värdet) / (det höga värdet − det låga värdet), lägst 0 och högst 100\nför kostnader vänds skalan, så att den lägsta kostnaden ger 100',
    computed:
      'Varje ingående nyckeltal får poäng bland alla kommuner. Det låga värdet är percentil 2,5 och det höga percentil 97,5. Percentilen är ett värde som någon kommun har, utan mellanräkning (typ 1).\nDärefter tas det vägda medelvärdet av poängen, och medelvärdet läggs ut på samma sätt en gång till. Effektivitetsindex är medelvärdet av resursindex och kvalitetsindex, utlagt likadant.\nSaknas ett enda ingående värde blir det inget eget index, och orsaken visas. Under 40 kommuner räknas inget.',
    careful:
      'Index är relativt: när en annan kommun ändrar sina siffror flyttas vårt.\nEfter en ändrad metod går åren inte att jämföra: kvalitetsindex för äldreomsorg 2023, modellen bakom ekonomiskt bistånd 2020.\nSkiljer sig den egna beräkningen från det publicerade har underlaget ändrats sedan RKA räknade. Använd det publicerade.\nI områden där få frågar sina brukare, som LSS, finns index för få kommuner.',
    reference:
      'RKA:s beskrivningar av nyckeltalen i Kolada. Regeln för percentilen är inte publicerad; den har bestämts genom att räkna om publicerade effektivitetsindex ur sina två halvor.',
  },
  {
    title: 'Indices of resources, quality and efficiency',
    lead: 'Three numbers between 0 and 100 for each area. 100 is best: the lowest cost or the highest quality.',
    says: 'RKA publishes indices in six areas: preschool, compulsory school, upper secondary school, elder care, LSS and social assistance. The published value is the one that counts. Where it is missing the page shows a calculation of our own, always marked as such.\nAn index says where the municipality lies among all municipalities in the same year. It does not say whether the service is good.',
    formula:
      'score = 100 × (value − low value) / (high value − low value), at least 0 and at most 100\nfor costs the scale is turned, so that the lowest cost gives 100',
    computed:
      'Each component gets a score among all municipalities. The low value is percentile 2.5 and the high one percentile 97.5. The percentile is a value that some municipality has, without interpolation (type 1).\nThen the weighted mean of the scores is taken, and the mean is laid out in the same way once more. The efficiency index is the mean of the resource and quality indices, laid out likewise.\nIf a single component is missing there is no index of our own, and the reason is shown. With fewer than 40 municipalities none is computed.',
    careful:
      'An index is relative: when another municipality changes its figures, ours moves.\nYears cannot be compared across a change of method: the quality index of elder care 2023, the model behind social assistance 2020.\nIf our calculation differs from the published one, the inputs have been revised since RKA computed it. Use the published one.\nWhere few ask their users, as in LSS, few municipalities have an index.',
    reference:
      'RKA’s descriptions of the key figures in Kolada. The percentile rule is not published; it was settled by recomputing published efficiency indices from their two halves.',
  },
);
