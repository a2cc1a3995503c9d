import type { DocumentLanguage } from './document.ts';

/** What the writers themselves say in a document. */
export interface DocumentWords {
  readonly contents: string;
  readonly figure: string;
  readonly table: string;
  readonly appendix: string;
  readonly section: string;
  readonly source: string;
  readonly page: string;
  readonly of: string;
  readonly continued: string;
  readonly footnotes: string;
  readonly missing: string;
}

const words: Readonly<Record<DocumentLanguage, DocumentWords>> = {
  sv: {
    contents: 'Innehåll',
    figure: 'Figur',
    table: 'Tabell',
    appendix: 'Bilaga',
    section: 'Avsnitt',
    source: 'Källa',
    page: 'Sida',
    of: 'av',
    continued: 'forts.',
    footnotes: 'Fotnoter',
    missing: 'saknas',
  },
  en: {
    contents: 'Contents',
    figure: 'Figure',
    table: 'Table',
    appendix: 'Appendix',
    section: 'Section',
    source: 'Source',
    page: 'Page',
    of: 'of',
    continued: 'cont.',
    footnotes: 'Footnotes',
    missing: 'missing',
  },
};

export function documentWords(language: DocumentLanguage): DocumentWords {
  return words[language];
}
