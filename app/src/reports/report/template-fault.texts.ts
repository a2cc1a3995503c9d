import type { TemplateFaultKind } from '@samband/documents/word';
import { defineTexts, type Language } from '../../foundation/texts/index.ts';

const texts = defineTexts(
  {
    empty: () => 'Filen är tom.',
    tooLarge: () => 'Filen är för stor för att vara en mall.',
    expandsTooMuch: () => 'Filen är packad på ett sätt som gör den orimligt stor när den öppnas.',
    encrypted: () => 'Filen är skyddad med lösenord. Spara den utan lösenord.',
    oldWord: () => 'Filen är i Words äldre format. Spara den som .docx.',
    notWord: () => 'Filen är ingen Word-fil av typen .docx.',
    damaged: (part: string) =>
      `Filen är skadad${part === '' ? '' : ` (${part})`}. Öppna den i Word och spara den på nytt.`,
    strictFormat: () => 'Filen är sparad i formatet Strict Open XML. Spara den som vanligt Word-dokument (.docx).',
    macros: () => 'Filen innehåller makron. Spara den utan makron, som .docx.',
    activeContent: (part: string) => `Filen innehåller något som kan köras (${part}). Ta bort det och spara på nytt.`,
    outsideContent: (part: string) =>
      `Filen hämtar något från en annan plats när den öppnas (${part}). Lägg in det i filen i stället.`,
  },
  {
    empty: () => 'The file is empty.',
    tooLarge: () => 'The file is too large to be a template.',
    expandsTooMuch: () => 'The file is packed so that it becomes unreasonably large when it is opened.',
    encrypted: () => 'The file is protected by a password. Save it without one.',
    oldWord: () => 'The file is in the older format of Word. Save it as .docx.',
    notWord: () => 'The file is no Word file of the kind .docx.',
    damaged: (part) => `The file is damaged${part === '' ? '' : ` (${part})`}. Open it in Word and save it anew.`,
    strictFormat: () => 'The file is saved as Strict Open XML. Save it as an ordinary Word document (.docx).',
    macros: () => 'The file holds macros. Save it without macros, as .docx.',
    activeContent: (part) => `The file holds something that can run (${part}). Remove it and save anew.`,
    outsideContent: (part) =>
      `The file fetches something from elsewhere when it is opened (${part}). Put it into the file instead.`,
  },
);

/** Why a file cannot be a template, in a sentence. */
export function templateFaultText(
  { what, detail }: { readonly what: TemplateFaultKind; readonly detail: string },
  language: Language,
): string {
  return texts(language)[what](detail);
}
