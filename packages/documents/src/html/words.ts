import type { DocumentLanguage } from '../model/index.ts';

/** What only a page on a screen says. */
export interface HtmlWords {
  readonly skip: string;
  readonly footnote: string;
  readonly back: string;
}

const words: Readonly<Record<DocumentLanguage, HtmlWords>> = {
  sv: { skip: 'Hoppa till innehållet', footnote: 'Fotnot', back: 'Tillbaka till texten' },
  en: { skip: 'Skip to the content', footnote: 'Footnote', back: 'Back to the text' },
};

export function htmlWords(language: DocumentLanguage): HtmlWords {
  return words[language];
}
