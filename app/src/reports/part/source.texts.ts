import { defineTexts } from '../../foundation/texts/index.ts';

/** Whose figures they are. A writer puts "Källa: " before it. */
export const sourceTexts = defineTexts(
  {
    published: (years: string, fetched: string) => `Kolada, värden för ${years}, hämtade ${fetched}.`,
    computed: (years: string, fetched: string) =>
      `Egen bearbetning av data från Kolada, värden för ${years}, hämtade ${fetched}.`,
    both: (years: string, fetched: string) =>
      `Kolada, värden för ${years}, hämtade ${fetched}. Medianer, lägen och trender: Egen bearbetning av data från Kolada.`,
    local: (years: string, from: string) =>
      `Kommunens egna uppgifter${from === '' ? '' : ` (${from})`}, värden för ${years}.`,
    example: (years: string) => `Exempeldata, framtagna av Samband, för ${years}.`,
    documentation: (organisation: string, day: string) => `${organisation}, dokumentation i Samband ${day}.`,
    kinds: {
      published: 'publicerat värde, Källa: Kolada',
      preliminary: 'preliminärt värde, Källa: Kolada',
      computed: 'Egen bearbetning av data från Kolada',
      local: 'kommunens egna uppgifter',
      example: 'exempeldata',
    },
    list: {
      title: 'Källor',
      caption: 'Varje siffras år, slag och hämtning',
      code: 'Id',
      figure: 'Nyckeltal',
      years: 'År',
      kind: 'Slag och källa',
      fetched: 'Hämtat',
      source: (day: string) => `Samband, sammanställt ${day}.`,
    },
  },
  {
    published: (years, fetched) => `Kolada, values of ${years}, fetched ${fetched}.`,
    computed: (years, fetched) => `Own processing of data from Kolada, values of ${years}, fetched ${fetched}.`,
    both: (years, fetched) =>
      `Kolada, values of ${years}, fetched ${fetched}. Medians, positions and trends: Own processing of data from Kolada.`,
    local: (years, from) => `The municipality's own data${from === '' ? '' : ` (${from})`}, values of ${years}.`,
    example: (years) => `Example data, made by Samband, for ${years}.`,
    documentation: (organisation, day) => `${organisation}, documentation in Samband ${day}.`,
    kinds: {
      published: 'published value, Source: Kolada',
      preliminary: 'preliminary value, Source: Kolada',
      computed: 'Own processing of data from Kolada',
      local: "the municipality's own data",
      example: 'example data',
    },
    list: {
      title: 'Sources',
      caption: 'The year, kind and retrieval of each figure',
      code: 'Id',
      figure: 'Key figure',
      years: 'Years',
      kind: 'Kind and source',
      fetched: 'Fetched',
      source: (day) => `Samband, put together ${day}.`,
    },
  },
);
