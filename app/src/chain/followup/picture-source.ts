import { defineTexts, type Language } from '../../foundation/texts/index.ts';
import type { Outcome } from './outcome.queries.ts';

const texts = defineTexts(
  {
    kolada: 'Källa: Kolada. Egen bearbetning av data från Kolada.',
    example: 'Exempeldata: kommunen och alla siffror är påhittade.',
    local: (source: string) => `Källa: kommunens egna siffror${source === '' ? '' : ` (${source})`}.`,
  },
  {
    kolada: 'Source: Kolada. Own processing of data from Kolada.',
    example: 'Example data: the municipality and all figures are invented.',
    local: (source) => `Source: the municipality's own figures${source === '' ? '' : ` (${source})`}.`,
  },
);

/** The source as it stands in a picture that travels without its page. */
export function pictureSource({ history }: Outcome, language: Language): string {
  const t = texts(language);
  const { source } = history;
  if (source.kind === 'local') return t.local(source.source);
  return source.archive.exampleData ? t.example : t.kolada;
}
