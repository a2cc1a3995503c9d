import { defineTexts } from '../texts/index.ts';

/** What programs are told, beyond what a person reads beside a field. */
export const apiTexts = defineTexts(
  {
    unknownField: (field: string) => `Fältet ${field} finns inte i registret. Kontrollera stavningen.`,
    readOnly: (field: string) => `${field} sätts av Samband och tas inte emot.`,
    wrongType: {
      text: 'Ska vara en text.',
      number: 'Ska vara ett tal, utan citattecken.',
      yesOrNo: 'Ska vara true eller false.',
      codeOrLabel: 'Ska vara en kod, ett id eller ett namn.',
      listOfCodes: 'Ska vara en lista med koder, id:n eller namn.',
    },
    unknownParameter: (name: string) => `Det finns inget urval som heter ${name}.`,
    unreadable: (name: string, value: string) => `${name} kan inte vara ”${value}”.`,
    parameters: 'Något i adressen efter frågetecknet går inte att läsa. Inga rader har valts ut.',
    disagrees: 'Värdena går inte ihop med varandra eller med det som redan finns. Inget har sparats.',
    notAnObject: 'Kroppen ska vara ett JSON-objekt med registrets fält.',
    badVersion: 'Versionen ska vara ett heltal, och densamma i If-Match som i kroppen.',
  },
  {
    unknownField: (field) => `The register has no field ${field}. Check the spelling.`,
    readOnly: (field) => `${field} is set by Samband and is not taken.`,
    wrongType: {
      text: 'Must be a text.',
      number: 'Must be a number, without quotation marks.',
      yesOrNo: 'Must be true or false.',
      codeOrLabel: 'Must be a code, an id or a name.',
      listOfCodes: 'Must be a list of codes, ids or names.',
    },
    unknownParameter: (name) => `There is no filter called ${name}.`,
    unreadable: (name, value) => `${name} cannot be “${value}”.`,
    parameters: 'Something in the address after the question mark cannot be read. No rows have been chosen.',
    disagrees: 'The values do not agree with each other or with what is there already. Nothing has been saved.',
    notAnObject: "The body must be a JSON object with the register's fields.",
    badVersion: 'The version must be a whole number, and the same in If-Match as in the body.',
  },
);
