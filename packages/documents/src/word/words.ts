import type { DocumentLanguage } from '../model/index.ts';

/** What only Word documents say. */
export interface WordWords {
  readonly date: string;
  readonly caseNumber: string;
  readonly state: string;
  readonly author: string;
  /** Of a table, for whoever does not see it: "4 kolumner: Område, Kostnad. 12 rader." */
  tableDescription(columns: readonly string[], rows: number): string;
}

const words: Readonly<Record<DocumentLanguage, WordWords>> = {
  sv: {
    date: 'Datum',
    caseNumber: 'Diarienummer',
    state: 'Status',
    author: 'Upprättad av',
    tableDescription: (columns, rows) =>
      `${columns.length} ${columns.length === 1 ? 'kolumn' : 'kolumner'}: ${columns.join(', ')}. ${rows} ${rows === 1 ? 'rad' : 'rader'}.`,
  },
  en: {
    date: 'Date',
    caseNumber: 'Case number',
    state: 'Status',
    author: 'Drawn up by',
    tableDescription: (columns, rows) =>
      `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}: ${columns.join(', ')}. ${rows} ${rows === 1 ? 'row' : 'rows'}.`,
  },
};

export function wordWords(language: DocumentLanguage): WordWords {
  return words[language];
}

export const locales: Readonly<Record<DocumentLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };
