import { counted, defineTexts } from '../texts/index.ts';

export const commandTexts = defineTexts(
  {
    noFile: 'Skriv vilken fil som ska importeras.',
    unreadable: (file: string) => `Det går inte att läsa ${file}.`,
    whichTenant: (codes: string) => `Det finns flera kommuner. Välj en med --tenant: ${codes}.`,
    noTenant: (code: string, codes: string) => `Det finns ingen kommun ${code}. Det finns: ${codes}.`,
    noRegister: (word: string, registers: string) => `Det finns inget register ${word}. Det finns: ${registers}.`,
    badSet: (part: string) => `”${part}” är inte skrivet som fält=värde.`,
    badYear: (text: string) => `”${text}” är inget år. Skriv till exempel --year 2021.`,
    table: (number: number, heading: string, rows: string, register: string) =>
      `Tabell ${number}${heading === '' ? '' : ` – ${heading}`}: ${counted(rows, 'rad', 'rader')} → ${register}`,
    counts: (added: string, changed: string, there: string, faulty: string) =>
      `  ${added} nya, ${changed} ändras, ${there} finns redan, ${faulty} har fel`,
    fault: (row: string, column: string, text: string) => `  rad ${row}${column === '' ? '' : `, ${column}`}: ${text}`,
    missing: (fields: string) => `  Det saknas något som varje rad måste ha: ${fields}. Ange med --set "fält=värde".`,
    unknownField: (word: string, nearest: string) => `Det finns inget fält ${word} att ange för alla rader. ${nearest}`,
    unknownValue: (field: string, text: string, nearest: string) =>
      `${field}: ”${text}” finns inte.${nearest === '' ? ' Det finns inget att välja ännu.' : ` ${nearest}`}`,
    passedBy: (number: number, heading: string, register: string) =>
      `Tabell ${number}${heading === '' ? '' : ` – ${heading}`} passar inte i registret ${register}. Den är inte med.`,
    nothingSuits: 'Ingen tabell passar till något register. Ange ett med --into.',
    faults: 'Inget har sparats. Rätta felen i filen, eller kör igen med --leave-out-faults.',
    dryRun: 'Inget har sparats (--dry-run).',
    done: (added: string, changed: string, already: string, leftOut: string) =>
      `Importerat: ${added} nya, ${changed} ändrade, ${already} fanns redan, ${leftOut} utelämnade.`,
    seeIt: (address: string) => `Kvitto, originalfil och ångra: ${address}`,
  },
  {
    noFile: 'Write which file is to be imported.',
    unreadable: (file) => `It is not possible to read ${file}.`,
    whichTenant: (codes) => `There are several municipalities. Choose one by --tenant: ${codes}.`,
    noTenant: (code, codes) => `There is no municipality ${code}. There are: ${codes}.`,
    noRegister: (word, registers) => `There is no register ${word}. There are: ${registers}.`,
    badSet: (part) => `“${part}” is not written as field=value.`,
    badYear: (text) => `“${text}” is no year. Write for example --year 2021.`,
    table: (number, heading, rows, register) =>
      `Table ${number}${heading === '' ? '' : ` – ${heading}`}: ${counted(rows, 'row', 'rows')} → ${register}`,
    counts: (added, changed, there, faulty) =>
      `  ${added} new, ${changed} change, ${there} are there already, ${faulty} have faults`,
    fault: (row, column, text) => `  row ${row}${column === '' ? '' : `, ${column}`}: ${text}`,
    missing: (fields) => `  Something is missing that every row must have: ${fields}. Give it by --set "field=value".`,
    unknownField: (word, nearest) => `There is no field ${word} to give for all rows. ${nearest}`,
    unknownValue: (field, text, nearest) =>
      `${field}: “${text}” does not exist.${nearest === '' ? ' There is nothing to choose yet.' : ` ${nearest}`}`,
    passedBy: (number, heading, register) =>
      `Table ${number}${heading === '' ? '' : ` – ${heading}`} does not suit the register ${register}. It is left out.`,
    nothingSuits: 'No table suits any register. Give one by --into.',
    faults: 'Nothing has been saved. Mend the faults in the file, or run again with --leave-out-faults.',
    dryRun: 'Nothing has been saved (--dry-run).',
    done: (added, changed, already, leftOut) =>
      `Imported: ${added} new, ${changed} changed, ${already} were there already, ${leftOut} left out.`,
    seeIt: (address) => `Receipt, original file and undoing: ${address}`,
  },
);
