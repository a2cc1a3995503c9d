import type { ArchiveError } from '@samband/kolada';
import { defineTexts } from '../../foundation/texts/index.ts';

function archiveSentence(code: ArchiveError['code'], path: string): string {
  switch (code) {
    case 'missing':
      return `Det finns inget arkiv i ${path}. Läs in ett med "samband kolada import --archive ${path} …" eller hämta med "samband kolada sync".`;
    case 'locked':
      return `Arkivet ${path} är upptaget av en annan hämtning. Vänta tills den är klar.`;
    case 'newerFormat':
      return `Arkivet ${path} är gjort av en nyare version av Samband. Uppgradera programmet; arkivet är orört.`;
    default:
      return `Arkivet ${path} går inte att läsa (${code}). Filen är orörd: ta fram en säkerhetskopia eller läs in på nytt till en annan fil.`;
  }
}

export const commandTexts = defineTexts(
  {
    whichMunicipality: 'Vilken kommun? Ange kod eller namn: samband situation 1281',
    unknownMunicipality: (text: string, nearest: string) =>
      `Det finns ingen kommun som heter ”${text}”. ${nearest} Alla kommuner: samband situation --list`,
    yearWithoutFigures: (year: string, years: string) =>
      `Det finns inga nyckeltal för år ${year}. År med nyckeltal: ${years}.`,
    badYear: (text: string) => `”${text}” är inget årtal. Skriv fyra siffror: --year 2023`,
    archive: archiveSentence,
    noSimilar: 'Arkivet har ingen grupp liknande kommuner för kommunen. Välj --compare group, all eller egna koder.',
    noClass: 'Kommunens kommungrupp finns inte i arkivet. Välj --compare similar, all eller egna koder.',
    emptySet: 'Ange minst en annan kommun att jämföra med.',
    wrote: (file: string) => `Skrev ${file}`,
    heading: (name: string, year: number, comparison: string) => `${name} ${year}, jämfört med ${comparison}`,
    indices: 'Index (0–100, 100 bäst)',
    findings: 'Det sticker ut',
    against: 'mot',
    strength: 'styrka',
    nearMiddle: 'Nära mitten:',
    ownCalculation: 'egen beräkning',
    fetched: (date: string) => `Värden hämtade ${date}.`,
    whichKpi: 'Vilket nyckeltal? Ange id eller ord: samband kpi N20900, samband kpi hemtjänst kostnad',
    noKpi: (text: string, nearest: string) => `Inget nyckeltal heter eller handlar om ”${text}”. ${nearest}`,
    noValues: (kpi: string) => `${kpi} finns i katalogen men har inga värden i arkivet.`,
    vanished: (date: string) => `Finns inte längre i Koladas katalog (sågs senast ${date}).`,
    years: (first: number, last: number) => `Värden ${first}–${last}`,
    unknownArea: (text: string, areas: string) => `Okänt område ”${text}”. Välj ett av ${areas}.`,
    published: 'publicerat',
    own: 'eget',
    fromHalves: 'ur halvorna',
    indexHeading: (area: string, year: number) => `Index för ${area} ${year}. Percentilregel: typ 1.`,
  },
  {
    whichMunicipality: 'Which municipality? Give a code or a name: samband situation 1281',
    unknownMunicipality: (text, nearest) =>
      `There is no municipality called “${text}”. ${nearest} All municipalities: samband situation --list`,
    yearWithoutFigures: (year, years) => `There are no key figures for ${year}. Years with key figures: ${years}.`,
    badYear: (text) => `“${text}” is no year. Write four digits: --year 2023`,
    archive: (code, path) =>
      code === 'missing'
        ? `There is no archive at ${path}. Read one in with "samband kolada import --archive ${path} …" or fetch with "samband kolada sync".`
        : code === 'locked'
          ? `The archive ${path} is in use by another fetch. Wait until it is done.`
          : code === 'newerFormat'
            ? `The archive ${path} was made by a newer version of Samband. Upgrade the program; the archive is untouched.`
            : `The archive ${path} cannot be read (${code}). The file is untouched: use a backup, or import anew to another file.`,
    noSimilar:
      'The archive has no group of similar municipalities for this one. Choose --compare group, all or codes of your own.',
    noClass:
      'The SKR class of the municipality is not in the archive. Choose --compare similar, all or codes of your own.',
    emptySet: 'Give at least one other municipality to compare with.',
    wrote: (file) => `Wrote ${file}`,
    heading: (name, year, comparison) => `${name} ${year}, compared with ${comparison}`,
    indices: 'Indices (0–100, 100 best)',
    findings: 'Standing out',
    against: 'vs',
    strength: 'strength',
    nearMiddle: 'Near the middle:',
    ownCalculation: 'own calculation',
    fetched: (date) => `Values fetched ${date}.`,
    whichKpi: 'Which key figure? Give an id or words: samband kpi N20900, samband kpi hemtjänst kostnad',
    noKpi: (text, nearest) => `No key figure is called or is about “${text}”. ${nearest}`,
    noValues: (kpi) => `${kpi} is in the catalogue but has no values in the archive.`,
    vanished: (date) => `No longer in Kolada's catalogue (last seen ${date}).`,
    years: (first, last) => `Values ${first}–${last}`,
    unknownArea: (text, areas) => `Unknown area “${text}”. Choose one of ${areas}.`,
    published: 'published',
    own: 'own',
    fromHalves: 'from halves',
    indexHeading: (area, year) => `Indices for ${area} ${year}. Percentile rule: type 1.`,
  },
);
