import { defineTexts } from '../../foundation/texts/index.ts';

export const texts = defineTexts(
  {
    title: 'Fyrfält',
    lead: 'Resurser mot kvalitet, med en prick för varje kommun som har båda.',
    says: 'Till höger ligger kommuner med låg kostnad, uppåt de med hög kvalitet. Linjerna delar bilden i fyra fält: billig och bra, dyr och bra, billig och svagare, dyr och svagare.\nAtt lära av är de kommuner som ligger bättre till på båda. Liknande kommuner nämns först.',
    formula: 'linjerna = medianen av resursindex och medianen av kvalitetsindex, för de kommuner som har båda',
    computed:
      'Båda axlarna är RKA:s publicerade index, 0–100 där 100 är bäst. En kommun som ligger på en linje räknas till den bättre sidan. Saknas ett av de två indexen finns ingen prick, och det står vilket som saknas.\nDe kommuner att lära av som inte är liknande ordnas efter hur mycket bättre de ligger till, resurser och kvalitet sammanlagt.',
    careful:
      'Där få har kvalitetsindex, som i LSS, visar bilden de kommuner som frågar sina brukare.\nAtt någon ligger bättre till på båda är ett skäl att ringa och fråga. Det bevisar inte att deras arbetssätt skulle fungera hos er.\nNära en linje avgör slumpen vilket fält kommunen hamnar i.',
    reference: 'Indexen är RKA:s. Var RKA drar linjerna är inte känt; att dra dem vid medianen är vårt val.',
  },
  {
    title: 'Four fields',
    lead: 'Resources against quality, with a dot for every municipality that has both.',
    says: 'To the right lie municipalities with low cost, upwards those with high quality. The lines divide the picture into four fields: cheap and good, dear and good, cheap and weaker, dear and weaker.\nTo learn from are the municipalities that do better on both. Similar municipalities are named first.',
    formula:
      'lines = the median of the resource index and the median of the quality index, of the municipalities that have both',
    computed:
      'Both axes are RKA’s published indices, 0–100 where 100 is best. A municipality on a line counts to the better side. Without one of the two indices there is no dot, and it is said which one is missing.\nThe municipalities to learn from that are not similar are ordered by how much better they do, resources and quality together.',
    careful:
      'Where few have a quality index, as in LSS, the picture is of the municipalities that ask their users.\nThat someone does better on both is a reason to call and ask. It does not prove that their way would work with you.\nNear a line, chance decides in which field the municipality falls.',
    reference:
      'The indices are RKA’s. Where RKA draws the lines is not known; to draw them at the median is our choice.',
  },
);
