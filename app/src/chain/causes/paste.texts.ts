import { defineTexts } from '../../foundation/texts/index.ts';

export const pasteTexts = defineTexts(
  {
    title: 'Klistra in orsakstabell',
    lead: 'Kopiera tabellen i Word, Excel eller på en webbsida och klistra in den här. Du ser vad som läggs till innan något sparas.',
    field: 'Tabellen',
    help: 'Kolumnerna är Område, Problem/Utmaning, Orsak/Påverkas av och Förslag till åtgärd. Ta gärna med rubrikraden.',
    rules: 'Så läses tabellen',
    rule: {
      rows: 'Varje rad blir ett problem. Två rader slås aldrig ihop.',
      area: '”Särskilt boende - Personalkostnader” delas vid det sista bindestrecket med mellanslag omkring: enhet och kostnadsslag. Ett tomt Område är samma som på raden ovanför.',
      heading: 'En rad med bara en cell är en rubrik för raderna under den.',
      items:
        'I Orsak och Förslag blir varje rad och varje punkt en egen post. Flera meningar på samma rad hålls ihop: dela dem efteråt om de är flera orsaker.',
      again: 'Det som redan finns känns igen. Klistras samma tabell in igen läggs inget till.',
    },
    preview: 'Visa vad som läggs till',
    previewTitle: 'Det här läggs till',
    save: 'Lägg till',
    again: 'Ändra det inklistrade',
    summary: (rows: number, problems: number, causes: number, suggestions: number) =>
      `${rows === 1 ? '1 rad' : `${rows} rader`} lästes. ${problems === 1 ? '1 nytt problem' : `${problems} nya problem`}, ${causes === 1 ? '1 ny orsak' : `${causes} nya orsaker`} och ${suggestions === 1 ? '1 nytt förslag' : `${suggestions} nya förslag`} läggs till.`,
    nothingNew: (rows: number) => `${rows === 1 ? 'Raden' : `Alla ${rows} rader`} finns redan. Inget läggs till.`,
    faulty: (n: number) =>
      `${n === 1 ? 'En rad' : `${n} rader`} kan inte läsas. Inget läggs till förrän tabellen är rättad.`,
    done: (problems: number, causes: number, suggestions: number) =>
      `Tillagt: ${problems} problem, ${causes === 1 ? '1 orsak' : `${causes} orsaker`} och ${suggestions} förslag.`,
    doneNothing: 'Allt i tabellen fanns redan. Inget har lagts till.',
    newCostTypes: (words: string) => `Nya kostnadsslag som läggs till i ordlistan: ${words}.`,
    headings: (words: string) => `Rubriker som lästes: ${words}.`,
    columns: {
      line: 'Rad',
      area: 'Område',
      costType: 'Kostnadsslag',
      problem: 'Problem/Utmaning',
      causes: 'Orsaker',
      suggestions: 'Förslag',
      what: 'Vad händer',
    },
    state: { new: 'läggs till', more: 'får mer', there: 'finns redan', faulty: 'kan inte läsas' },
    goesOn: (line: number) => `hör till problemet på rad ${line}`,
    already: 'finns redan',
    fault: {
      noProblem: 'Problem saknas, och det finns inget problem ovanför att fortsätta på.',
      problemTooLong: 'Problemet är längre än 1 000 tecken.',
      itemTooLong: 'En orsak eller ett förslag är längre än 1 000 tecken. Dela det på flera rader.',
      areaTooLong: 'Området eller kostnadsslaget är längre än 200 tecken.',
    },
    problem: {
      noTable: 'Det inklistrade är ingen tabell. Kopiera hela tabellen, med alla kolumner, och försök igen.',
      noHeader:
        'Tabellen har inte de fyra vanliga kolumnerna. Ta med rubrikraden, så att vi ser vilken kolumn som är vad.',
      tooLarge: 'Tabellen är för stor. Dela den och klistra in i omgångar.',
      empty: 'Klistra in tabellen först.',
    },
  },
  {
    title: 'Paste a cause table',
    lead: 'Copy the table in Word, Excel or on a web page and paste it here. You see what will be added before anything is saved.',
    field: 'The table',
    help: 'The columns are Area, Problem/Challenge, Cause/Affected by and Suggestion for action. Please bring the header row.',
    rules: 'How the table is read',
    rule: {
      rows: 'Each row becomes a problem. Two rows are never merged.',
      area: '“Residential care - Staff costs” is split at the last hyphen with spaces around it: unit and cost type. An empty Area is the one of the row above.',
      heading: 'A row with one cell only is a heading for the rows below it.',
      items:
        'In Cause and Suggestion each line and each bullet becomes an item. Several sentences on one line are kept together: split them afterwards if they are several causes.',
      again: 'What is there already is recognised. The same table pasted again adds nothing.',
    },
    preview: 'Show what will be added',
    previewTitle: 'This will be added',
    save: 'Add',
    again: 'Change what was pasted',
    summary: (rows, problems, causes, suggestions) =>
      `${rows === 1 ? '1 row' : `${rows} rows`} read. ${problems === 1 ? '1 new problem' : `${problems} new problems`}, ${causes === 1 ? '1 new cause' : `${causes} new causes`} and ${suggestions === 1 ? '1 new suggestion' : `${suggestions} new suggestions`} will be added.`,
    nothingNew: (rows) => `${rows === 1 ? 'The row is' : `All ${rows} rows are`} there already. Nothing will be added.`,
    faulty: (n) => `${n === 1 ? 'One row' : `${n} rows`} cannot be read. Nothing is added until the table is mended.`,
    done: (problems, causes, suggestions) =>
      `Added: ${problems === 1 ? '1 problem' : `${problems} problems`}, ${causes === 1 ? '1 cause' : `${causes} causes`} and ${suggestions === 1 ? '1 suggestion' : `${suggestions} suggestions`}.`,
    doneNothing: 'All of the table was there already. Nothing has been added.',
    newCostTypes: (words) => `New cost types that will be added to the vocabulary: ${words}.`,
    headings: (words) => `Headings that were read: ${words}.`,
    columns: {
      line: 'Row',
      area: 'Area',
      costType: 'Cost type',
      problem: 'Problem/Challenge',
      causes: 'Causes',
      suggestions: 'Suggestions',
      what: 'What happens',
    },
    state: { new: 'is added', more: 'gets more', there: 'is there already', faulty: 'cannot be read' },
    goesOn: (line) => `belongs to the problem on row ${line}`,
    already: 'there already',
    fault: {
      noProblem: 'The problem is missing, and there is none above to go on with.',
      problemTooLong: 'The problem is longer than 1 000 characters.',
      itemTooLong: 'A cause or a suggestion is longer than 1 000 characters. Divide it into several lines.',
      areaTooLong: 'The area or the cost type is longer than 200 characters.',
    },
    problem: {
      noTable: 'What was pasted is no table. Copy the whole table, with all its columns, and try again.',
      noHeader:
        'The table does not have the four usual columns. Bring the header row, so that we see which column is which.',
      tooLarge: 'The table is too large. Divide it and paste in turns.',
      empty: 'Paste the table first.',
    },
  },
);
