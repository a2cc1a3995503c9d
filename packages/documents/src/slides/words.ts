import type { DocumentLanguage } from '../model/index.ts';

/** What slides say beside the words that all documents share. */
export interface SlideWords {
  /** As programs write a language: spelling is checked and speech chosen by it. */
  readonly tag: string;
  readonly missingFor: string;
  readonly layouts: Readonly<Record<LayoutName, string>>;
  readonly prompts: {
    readonly title: string;
    readonly kicker: string;
    readonly text: string;
    readonly lead: string;
    readonly source: string;
    readonly table: string;
    readonly picture: string;
  };
  /** What shapes are called where a person picks them out. */
  readonly names: {
    readonly logo: string;
    readonly line: string;
    readonly band: string;
    readonly footer: string;
    readonly number: string;
    readonly slide: string;
    readonly notes: string;
  };
  readonly rowsAndColumns: (rows: number, columns: number) => string;
}

export type LayoutName = 'title' | 'section' | 'content' | 'table' | 'picture';

const words: Readonly<Record<DocumentLanguage, SlideWords>> = {
  sv: {
    tag: 'sv-SE',
    missingFor: 'Värde saknas för',
    layouts: {
      title: 'Titelsida',
      section: 'Avsnitt',
      content: 'Rubrik och text',
      table: 'Rubrik och tabell',
      picture: 'Rubrik och diagram eller bild',
    },
    prompts: {
      title: 'Vad bilden säger',
      kicker: 'Avsnitt',
      text: 'Text',
      lead: 'Ingress',
      source: 'Källa',
      table: 'Tabell',
      picture: 'Diagram eller bild',
    },
    names: {
      logo: 'Logotyp',
      line: 'Linje',
      band: 'Band',
      footer: 'Sidfot',
      number: 'Bildnummer',
      slide: 'Bild',
      notes: 'Anteckningar',
    },
    rowsAndColumns: (rows, columns) =>
      `${rows} ${rows === 1 ? 'rad' : 'rader'}, ${columns} ${columns === 1 ? 'kolumn' : 'kolumner'}`,
  },
  en: {
    tag: 'en-GB',
    missingFor: 'No value for',
    layouts: {
      title: 'Title page',
      section: 'Section',
      content: 'Title and text',
      table: 'Title and table',
      picture: 'Title and chart or picture',
    },
    prompts: {
      title: 'What the slide says',
      kicker: 'Section',
      text: 'Text',
      lead: 'Lead',
      source: 'Source',
      table: 'Table',
      picture: 'Chart or picture',
    },
    names: {
      logo: 'Logotype',
      line: 'Line',
      band: 'Band',
      footer: 'Footer',
      number: 'Slide number',
      slide: 'Slide',
      notes: 'Notes',
    },
    rowsAndColumns: (rows, columns) =>
      `${rows} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`,
  },
};

export function slideWords(language: DocumentLanguage): SlideWords {
  return words[language];
}
