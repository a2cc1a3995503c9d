import { defineTexts, type Language } from '../texts/index.ts';
import type { FileProblem } from './kinds.rules.ts';

const texts = defineTexts(
  {
    kinds: 'PDF, bilder (PNG, JPEG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument, text, CSV och e-post (.eml)',
    problems: {
      empty: () => 'Filen är tom.',
      tooLarge: (limit: string) => `Filen är större än ${limit}, som är det största som tas emot.`,
      program: () => 'Filen är ett program. Program tas inte emot.',
      active: () => 'Filen är en webbsida, XML eller SVG, som kan innehålla program. Spara den som PDF eller bild.',
      macros: () => 'Dokumentet innehåller makron. Spara det utan makron (.docx, .xlsx eller .pptx).',
      oldOffice: () =>
        'Filen är i ett äldre Officeformat, skyddad med lösenord eller ett Outlook-meddelande. Spara den som .docx, .xlsx, .pptx eller PDF, utan lösenord.',
      otherKind: () => 'Filens namn slutar som en annan sorts fil än den är. Spara den på nytt från sitt program.',
      damaged: () => 'Filen är skadad eller avklippt. Öppna den i sitt program och spara den på nytt.',
      unknownKind: (_limit: string, kinds: string) => `Filen är av ett slag som inte tas emot. Tas emot: ${kinds}.`,
    },
  },
  {
    kinds: 'PDF, pictures (PNG, JPEG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument, text, CSV and mail (.eml)',
    problems: {
      empty: () => 'The file is empty.',
      tooLarge: (limit) => `The file is larger than ${limit}, the most that is received.`,
      program: () => 'The file is a program. Programs are not received.',
      active: () => 'The file is a web page, XML or SVG, which can hold programs. Save it as PDF or as a picture.',
      macros: () => 'The document holds macros. Save it without macros (.docx, .xlsx or .pptx).',
      oldOffice: () =>
        'The file is in an older Office format, protected by a password, or an Outlook message. Save it as .docx, .xlsx, .pptx or PDF, without a password.',
      otherKind: () => 'The name of the file ends as another kind of file than it is. Save it anew from its program.',
      damaged: () => 'The file is damaged or cut off. Open it in its program and save it anew.',
      unknownKind: (_limit, kinds) => `The file is of a kind that is not received. Received are: ${kinds}.`,
    },
  },
);

/** Why a file was not received, and what to do. */
export function fileProblemText(problem: FileProblem, limitBytes: number, language: Language): string {
  const { problems, kinds } = texts(language);
  return problems[problem](`${Math.round(limitBytes / (1024 * 1024))} MB`, kinds);
}

/** The kinds that are received, for the help of a file field. */
export function fileKindsText(language: Language): string {
  return texts(language).kinds;
}
