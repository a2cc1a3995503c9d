import { counted, defineTexts, word } from '../../foundation/texts/index.ts';

export const importTexts = defineTexts(
  {
    title: 'Läs in värden',
    target: 'Värden för egna nyckeltal',
    columns: { code: 'Kod', title: 'Nyckeltal', unit: 'Enhet', year: 'År', gender: 'Kön', value: 'Värde' },
    yearColumns: (years: string) => `Kolumnerna ${years} läses som värden för de åren.`,
    lead: 'Värden för egna nyckeltal från en Excel- eller CSV-fil. Du ser vad som händer innan något sparas, och samma fil en gång till ändrar ingenting.',
    file: 'Fil',
    fileHelp: 'Excel (.xlsx) eller CSV, högst 10 MB och 50 000 rader.',
    upload: 'Visa vad som händer',
    template: 'Hämta en mall',
    templateName: 'egna-nyckeltal-mall',
    sheet: 'Värden',
    how: 'Så skrivs filen',
    howRows:
      'En rad per värde. Kod eller Nyckeltal säger vilket nyckeltal; Enhet lämnas tom för hela kommunen. Heter flera enheter lika, skriv förvaltning och enhet med snedstreck: Skola / Ekskolan.',
    howGender: 'Kön är T, K eller M och kan utelämnas.',
    howValue: 'Värde är ett tal med decimalkomma eller decimalpunkt, eller ett ord för varför det saknas:',
    problem: {
      noFile: 'Välj en fil att läsa in.',
      tooLarge: 'Filen är större än 10 MB. Dela upp den i flera filer.',
      tooManyRows: 'Filen har fler än 50 000 rader. Dela upp den i flera filer.',
      oldExcel:
        'Filen är i det gamla Excel-formatet (.xls) eller skyddad med lösenord. Spara den som .xlsx utan lösenord.',
      unreadable: 'Filen gick inte att läsa som Excel eller CSV. Öppna den i Excel och spara den på nytt som .xlsx.',
      empty: 'Filen är tom.',
      noHeader:
        'Första raden måste ha rubrikerna År och Värde, och Kod eller Nyckeltal. Hämta mallen för att se hur det ska se ut.',
      onlyHeader: 'Filen har rubriker men inga rader.',
    },
    columnTwice: (column: string) => `Kolumnen ”${column}” finns två gånger. Ta bort eller byt namn på en av dem.`,
    preview: 'Så här blir det',
    previewLead: (file: string, rows: string) =>
      `${file} har ${counted(rows, 'rad', 'rader')}. Ingenting är sparat än.`,
    previewFaults: (n: number, rows: string) =>
      n === 1
        ? `Ett fel i ${counted(rows, 'rad', 'rader')} måste rättas i filen. Ingenting är sparat.`
        : `${n} fel i ${counted(rows, 'rad', 'rader')} måste rättas i filen. Ingenting är sparat.`,
    nothing: 'Allt i filen finns redan. Det finns inget att spara.',
    ignored: (columns: string) => `Dessa kolumner känns inte igen och läses inte: ${columns}.`,
    counts: (added: string, changed: string, same: string) =>
      `${added} nya värden, ${changed} ändrade och ${same} som redan finns.`,
    faults: 'Att rätta i filen',
    row: 'Rad',
    column: 'Kolumn',
    what: 'Vad som är fel',
    rows: 'Rad för rad',
    contents: 'Innehåll',
    effect: 'Det som händer',
    effects: { new: 'nytt värde', changed: 'ändras', same: 'finns redan' },
    changedFrom: (before: string) => `ändras från ${before}`,
    moreRows: (shown: string, all: string) => `De första ${shown} av ${counted(all, 'rad', 'rader')} visas.`,
    apply: 'Läs in',
    again: 'Välj en annan fil',
    applied: (n: string) => `${n} ${word(n, 'värde är inläst', 'värden är inlästa')}.`,
    fault: {
      unknownKeyFigure: (value: string) =>
        `Det finns inget eget nyckeltal ”${value}”. Kontrollera stavningen, eller lägg upp det först.`,
      archived: (value: string) => `Nyckeltalet ”${value}” är arkiverat. Ta tillbaka det först, eller ta bort raden.`,
      otherTitle: (value: string) => `”${value}” är ett annat nyckeltal än det som koden på raden säger.`,
      unknownUnit: (value: string) =>
        `Det finns ingen enhet ”${value}” i organisationen. Lämna tomt för hela kommunen.`,
      ambiguousUnit: (value: string) =>
        `Det finns flera enheter som heter ”${value}”. Skriv också förvaltningen: Förvaltning / ${value}.`,
      closedUnit: (value: string) => `Flera nedlagda enheter heter ”${value}”. Skriv också förvaltningen.`,
      notAYear: (value: string) => `”${value}” är inget år. Skriv fyra siffror, till exempel 2025.`,
      notAGender: (value: string) => `”${value}” är inget av T, K och M.`,
      notByGender: () => 'Nyckeltalet är inte uppdelat på kön. Ändra det på nyckeltalets sida, eller skriv T.',
      notANumber: (value: string) => `”${value}” är inget tal. Skriv till exempel 1234,5.`,
      tooLarge: (value: string) => `”${value}” är för stort för att vara ett nyckeltal.`,
      valueMissing: () => 'Värdet är tomt. Skriv ett tal, eller varför det saknas, till exempel sekretess.',
      twice: (row: string) => `Samma nyckeltal, enhet, år och kön står redan på rad ${row}. Ta bort en av raderna.`,
    },
  },
  {
    title: 'Read in values',
    target: 'Values of own key figures',
    columns: { code: 'Code', title: 'Key figure', unit: 'Unit', year: 'Year', gender: 'Gender', value: 'Value' },
    yearColumns: (years) => `The columns ${years} are read as values of those years.`,
    lead: 'Values of own key figures from an Excel or CSV file. You see what will happen before anything is saved, and the same file once more changes nothing.',
    file: 'File',
    fileHelp: 'Excel (.xlsx) or CSV, at most 10 MB and 50,000 rows.',
    upload: 'Show what will happen',
    template: 'Get a template',
    templateName: 'own-key-figures-template',
    sheet: 'Values',
    how: 'How the file is written',
    howRows:
      'A row a value. Code or Key figure says which key figure; Unit is left empty for the whole municipality. Where several units have one name, write department and unit with a slash: Schools / Oak School.',
    howGender: 'Gender is T, K or M and may be left out.',
    howValue: 'Value is a number with a decimal comma or point, or a word for why it is missing:',
    problem: {
      noFile: 'Choose a file to read in.',
      tooLarge: 'The file is larger than 10 MB. Divide it into several files.',
      tooManyRows: 'The file has more than 50,000 rows. Divide it into several files.',
      oldExcel:
        'The file is in the old Excel format (.xls) or protected by a password. Save it as .xlsx without a password.',
      unreadable: 'The file could not be read as Excel or CSV. Open it in Excel and save it anew as .xlsx.',
      empty: 'The file is empty.',
      noHeader:
        'The first row must have the headers Year and Value, and Code or Key figure. Get the template to see what it should look like.',
      onlyHeader: 'The file has headers but no rows.',
    },
    columnTwice: (column) => `The column “${column}” is there twice. Remove or rename one of them.`,
    preview: 'This is what will happen',
    previewLead: (file, rows) => `${file} has ${counted(rows, 'row', 'rows')}. Nothing is saved yet.`,
    previewFaults: (n, rows) =>
      n === 1
        ? `One fault in ${counted(rows, 'row', 'rows')} must be mended in the file. Nothing is saved.`
        : `${n} faults in ${counted(rows, 'row', 'rows')} must be mended in the file. Nothing is saved.`,
    nothing: 'Everything in the file is there already. There is nothing to save.',
    ignored: (columns) => `These columns are not known and are not read: ${columns}.`,
    counts: (added, changed, same) =>
      `${counted(added, 'new value', 'new values')}, ${changed} changed and ${same} that are there already.`,
    faults: 'To mend in the file',
    row: 'Row',
    column: 'Column',
    what: 'What is wrong',
    rows: 'Row by row',
    contents: 'Contents',
    effect: 'What happens',
    effects: { new: 'new value', changed: 'changes', same: 'there already' },
    changedFrom: (before) => `changes from ${before}`,
    moreRows: (shown, all) => `The first ${shown} of ${counted(all, 'row', 'rows')} are shown.`,
    apply: 'Read in',
    again: 'Choose another file',
    applied: (n) => `${counted(n, 'value is', 'values are')} read in.`,
    fault: {
      unknownKeyFigure: (value) => `There is no own key figure “${value}”. Check the spelling, or define it first.`,
      archived: (value) => `The key figure “${value}” is archived. Bring it back first, or remove the row.`,
      otherTitle: (value) => `“${value}” is another key figure than the one the row's code names.`,
      unknownUnit: (value) =>
        `There is no unit “${value}” in the organisation. Leave it empty for the whole municipality.`,
      ambiguousUnit: (value) =>
        `There are several units called “${value}”. Write the department too: Department / ${value}.`,
      closedUnit: (value) => `Several closed units are called “${value}”. Write the department too.`,
      notAYear: (value) => `“${value}” is no year. Write four digits, for instance 2025.`,
      notAGender: (value) => `“${value}” is none of T, K and M.`,
      notByGender: () => 'The key figure is not divided by gender. Change that on its page, or write T.',
      notANumber: (value) => `“${value}” is no number. Write for instance 1234.5.`,
      tooLarge: (value) => `“${value}” is too large to be a key figure.`,
      valueMissing: () => 'The value is empty. Write a number, or why it is missing, for instance confidential.',
      twice: (row) => `The same key figure, unit, year and gender is on row ${row} already. Remove one of the rows.`,
    },
  },
);
