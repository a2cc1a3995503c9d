import { formatNumber } from '../format/index.ts';
import { counted, defineTexts } from '../texts/index.ts';

const quoted = (words: readonly string[]) => words.map((word) => `”${word}”`).join(', ');
const inEnglish = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

export const texts = defineTexts(
  {
    start: {
      file: 'Fil att läsa in',
      fileHelp: (limit: string) =>
        `Word (.docx), Excel (.xlsx), PDF, CSV eller text. Högst ${limit} MB. Du ser vad som hittas innan något sparas.`,
      send: 'Läs filen',
      form: 'Läs in en fil',
      into: (register: string) =>
        `Det som läses in föreslås till ${register}. Det går att välja ett annat register i nästa steg.`,
      paste: 'Klistra in i stället',
      earlier: 'Tidigare importer',
      underWay: 'Det du har påbörjat',
      going: { preview: 'raderna gås igenom', import: 'importeras', undo: 'ångras' },
      waits: (when: string) => `inläst ${when}, väntar på att du säger ja`,
    },
    paste: {
      title: 'Klistra in',
      titleInto: (register: string) => `Klistra in till ${register}`,
      lead: 'Kopiera en tabell i Word, Excel eller på en webbsida och klistra in den här. Ta med rubrikraden.',
      field: 'Tabellen',
      help: 'Flera tabeller på en gång går bra. Rubriker ovanför en tabell följer med.',
      send: 'Visa vad som hittas',
      name: (when: string) => `Inklistrat ${when}.txt`,
      file: 'Läs en fil i stället',
      nothing: 'Klistra in tabellen först.',
    },
    found: {
      title: 'Det här hittades',
      lead: (tables: number, rows: string) =>
        tables === 1
          ? `En tabell med ${counted(rows, 'rad', 'rader')}. Inget är sparat än.`
          : `${tables} tabeller med tillsammans ${rows} rader. Inget är sparat än.`,
      table: (n: number) => `Tabell ${n}`,
      people: 'lista över personer',
      size: (columns: number, rows: number) =>
        `${counted(columns, 'kolumn', 'kolumner')}, ${counted(rows, 'rad', 'rader')}`,
      targetOf: (n: number) => `Var ska tabell ${n} läsas in?`,
      suits: (register: string, percent: number) => `${register}, passar till ${percent} %`,
      suiting: 'Passar',
      others: 'Andra register',
      elsewhere: 'Utan register',
      keep: 'Behåll som bilaga',
      skip: 'Ta inte med',
      excel: 'Hämta som Excel',
      excelOf: (n: number) => `Hämta som Excel: tabell ${n}`,
      look: (n: number) => `Visa de första raderna i tabell ${n}`,
      group: 'Rubrik ovanför',
      next: 'Fortsätt',
      discard: 'Kasta',
      discarded: 'Det inlästa har kastats. Inget har sparats.',
      before: (title: string, day: string) =>
        `Samma fil importerades ${day} som ${title}. Det som redan finns läggs inte till igen.`,
      seeBefore: 'Se den importen',
      onlyOthers:
        'Du får inte skriva i något av de register som tabellerna passar till. Tabellerna går att behålla som bilagor eller ladda ned som Excel.',
      nothingChosen: 'Välj ett register eller Behåll som bilaga för minst en tabell.',
    },
    remark: {
      trackedChanges: (n: number, _d: string) =>
        `Dokumentet har ${counted(n, 'spårad ändring', 'spårade ändringar')}. Det läses som om alla var godkända.`,
      macros: (_n: number, _d: string) => 'Filen har makron. De har inte körts.',
      nestedTable: (n: number, _d: string) =>
        `${counted(n, 'tabell ligger', 'tabeller ligger')} inuti en annan och läses som text i dess cell.`,
      formulas: (n: number, _d: string) =>
        `${counted(n, 'cell har en formel', 'celler har formler')}. Det senast uträknade värdet läses.`,
      formulaErrors: (n: number, d: string) =>
        `${counted(n, 'formel visar', 'formler visar')} ett fel${d === '' ? '' : ` (${d})`} och läses som ${n === 1 ? 'tom' : 'tomma'}.`,
      formulasWithoutValue: (n: number, d: string) =>
        `${counted(n, 'formel är inte uträknad', 'formler är inte uträknade')}${d === '' ? '' : ` (${d})`} och läses som ${n === 1 ? 'tom' : 'tomma'}. Öppna filen i Excel, spara den och läs in den igen.`,
      comments: (n: number, _d: string) => `${counted(n, 'kommentar', 'kommentarer')} i dokumentet läses inte.`,
      hiddenSheet: (n: number, d: string) =>
        `${counted(n, 'dolt blad läses', 'dolda blad läses')} inte${d === '' ? '' : `: ${d}`}.`,
      emptyRowsPassedBy: (n: number, _d: string) =>
        `${counted(formatNumber(n, 'sv'), 'tom rad', 'tomma rader')} hoppades över.`,
      tableWithoutHeader: (n: number, _d: string) =>
        `${counted(n, 'tabell saknar', 'tabeller saknar')} rubrikrad. Kolumnerna känns bara igen på innehållet.`,
      otherKindThanName: (_n: number, _d: string) =>
        'Filens namn slutar som en annan sorts fil än den är. Den läses som det den är.',
      pagesWithoutText: (n: number, d: string) =>
        `${counted(n, 'sida', 'sidor')} har ingen text${d === '' ? '' : ` (${d})`}; de är troligen inskannade bilder.`,
    },
    columns: {
      title: (register: string) => `Kolumner till ${register}`,
      lead: (n: number, position: number, of: number) =>
        `Tabell ${n}${of > 1 ? `, nummer ${position} av ${of} som läses in` : ''}. Ändra det som inte stämmer. Inget är sparat än.`,
      table: 'Kolumnerna i tabellen',
      column: 'Kolumn',
      unnamed: (n: number) => `Kolumn ${n}`,
      first: 'Första värdena',
      field: 'Blir',
      fieldOf: (header: string) => `Vad blir kolumnen ${header}?`,
      note: 'Anteckning',
      confidence: 'Hur säkert',
      sure: { high: 'säkert', middle: 'troligen', low: 'osäkert', none: 'känns inte igen', chosen: 'valt' },
      because: { sameWord: 'samma ord', likeWord: 'liknande ord', content: 'av innehållet', none: '' },
      once: 'Gäller alla rader',
      onceLead: 'Det som inte står i tabellen men är lika för alla rader.',
      mustOnce: 'Måste väljas',
      lacksColumn: (field: string) => `Välj vilken kolumn som är ${field}. Varje rad måste ha det.`,
      lacksOnce: (field: string) => `Välj ${field} för alla rader.`,
      leave: 'Står i tabellen eller saknas',
      more: 'Fler fält som kan vara lika för alla rader',
      dates: 'Datum',
      year: 'År för datum utan år',
      yearHelp: 'Till exempel ”v. 37” eller ”13/9”.',
      order: 'Hur skrivs datum som 03/04/2021?',
      orders: {
        none: 'De tre talen säger det själva',
        dayFirst: 'dag först',
        monthFirst: 'månad först',
        yearFirst: 'år först',
      },
      sameName: 'Rader med samma namn som en rad som redan finns',
      sameNames: { change: 'ändrar den som finns', add: 'läggs till som nya' },
      next: 'Visa rad för rad',
      back: 'Tillbaka till tabellerna',
    },
    plan: {
      noPlace: (headers: readonly string[]) =>
        `Registret har ingen plats för ${quoted(headers)}. Det läses inte in, men finns kvar i originalfilen.`,
      keptAsNote: (headers: readonly string[], field: string) =>
        `${quoted(headers)} ${headers.length === 1 ? 'är inget eget fält och läggs' : 'är inga egna fält och läggs'} i ”${field}”.`,
      period: (header: string, text: string, day: string) => `${header}: ”${text}” läses som ${day}.`,
      unknownKept: (header: string, text: string) =>
        `${header}: ”${text}” finns inte i Samband och läggs som anteckning.`,
      noDateKept: (header: string, text: string) => `${header}: ”${text}” är inget datum och läggs som anteckning.`,
      shortened: (most: number, field: string) => `Namnet kortas till ${most} tecken. Hela texten läggs i ”${field}”.`,
      sums: (places: readonly number[]) =>
        `${counted(places.length, 'rad är en summa av andra och läses', 'rader är summor av andra och läses')} inte in: rad ${places.join(', ')}.`,
      importedBefore: 'Raden har importerats tidigare.',
      newWords: (vocabulary: string, words: readonly string[]) =>
        `Nya ord som läggs till i ordlistan ${vocabulary}: ${words.join(', ')}.`,
    },
    fault: {
      noDate: (text: string, _r = '') =>
        `”${text}” är inget datum. Skriv till exempel 2021-09-13, eller gör kolumnen till anteckning.`,
      ambiguous: (text: string, readings = '') =>
        `”${text}” kan betyda ${readings.replace(', ', ' eller ')}. Ange under Kolumner hur datum skrivs.`,
      noYear: (text: string, _r = '') => `”${text}” saknar år. Ange under Kolumner vilket år det gäller.`,
      noSuchDay: (text: string, _r = '') => `”${text}” finns inte i kalendern. Rätta dagen.`,
      endsBeforeStart: (text: string, _r = '') => `”${text}” slutar innan det börjar. Rätta dagarna.`,
      several: (text: string, _r = '') => `”${text}” är flera datum. Behåll ett, eller gör kolumnen till anteckning.`,
      unknownWord: (text: string) =>
        `”${text}” finns inte att välja på. Rätta stavningen, eller lägg till det i Samband först.`,
      ambiguousWord: (text: string) =>
        `”${text}” kan vara flera. Skriv också det som skiljer dem åt, till exempel förvaltningen.`,
    },
    preview: {
      title: 'Det här läggs till',
      lead: (added: string, changed: string, there: string) =>
        `${counted(added, 'ny rad', 'nya rader')}, ${changed} som ändras och ${there} som redan finns. Inget är sparat än.`,
      nothingNew: 'Allt finns redan. Att importera ändrar inget i registren.',
      into: (register: string) => `Till ${register}`,
      missing: (fields: string) =>
        `Det saknas något som varje rad måste ha: ${fields}. Välj vilken kolumn det är, eller vad som gäller för alla rader.`,
      toColumns: 'Ändra kolumnerna',
      before: (title: string, day: string) =>
        `Samma tabell lästes in ${day} ur ${title}. Alla rader finns redan, och inget läggs till.`,
      faults: (n: string) => `${counted(n, 'rad har', 'rader har')} fel`,
      faultsHelp:
        'Inget läses in förrän felen är borta. Rätta värdena här nedanför, ändra kolumnerna, eller utelämna raderna. Raderna som är rätt finns kvar.',
      leaveOut: (n: number, said: string) =>
        n === 1 ? 'Utelämna raden med fel' : `Utelämna de ${said} raderna med fel`,
      leaveOutHelp: (n: number) => `${n === 1 ? 'Raden läses' : 'De läses'} inte in. Antalet står på kvittot.`,
      isLeftOut: 'utelämnas',
      bringBack: 'Ta med raderna med fel igen',
      saveMended: 'Spara rättningarna',
      leaveOutRow: 'Utelämna raden',
      bringBackRow: 'Ta med raden igen',
      choose: 'Välj',
      onePerLine: 'Ett värde på varje rad.',
      asDay: 'Till exempel 2026-09-13.',
      show: 'Visa rader',
      shows: {
        all: 'Alla',
        new: 'Läggs till',
        changed: 'Ändras',
        there: 'Finns redan',
        faulty: 'Har fel',
        out: 'Utelämnade',
      },
      row: 'Rad',
      page: (n: number) => `sida ${n}`,
      state: 'Vad händer',
      content: 'Innehåll',
      states: { new: 'läggs till', changed: 'ändras', there: 'finns redan', faulty: 'har fel', out: 'utelämnas' },
      was: (text: string) => `var ${text}`,
      wasEmpty: 'var tomt',
      kept: (n: number) => `${counted(n, 'tabell behålls', 'tabeller behålls')} som bilaga till importen.`,
      keptHeading: 'Bilagor',
      apply: (n: string) => `Importera ${counted(n, 'rad', 'rader')}`,
      applyKept: 'Importera',
      back: 'Tillbaka till tabellerna',
      stillFaults:
        'Något har ändrats sedan förhandsgranskningen, eller så finns fel kvar. Inget har sparats. Se vad som är fel.',
    },
    run: {
      titles: { preview: 'Går igenom raderna', import: 'Importerar', undo: 'Ångrar importen' },
      beginning: {
        preview: (total: string) => `Läser ${counted(total, 'rad', 'rader')}.`,
        import: (total: string) => `Går igenom ${counted(total, 'rad', 'rader')} en sista gång.`,
        undo: (total: string) => `Kontrollerar att ingen har arbetat vidare med ${counted(total, 'raden', 'raderna')}.`,
      },
      sofar: (done: string, total: string) => `${done} av ${counted(total, 'rad', 'rader')}.`,
      percent: (percent: number) => `${percent} procent klart.`,
      saving: {
        preview: 'Snart klart.',
        import: 'Sparar och skriver i händelseloggen. Nu går det inte längre att avbryta.',
        undo: 'Sparar och skriver i händelseloggen. Nu går det inte längre att avbryta.',
      },
      stopping: 'Avbryter. Inget sparas.',
      mayLeave: {
        preview: 'Du kan lämna sidan. Filen finns kvar under Importera.',
        import: 'Du kan lämna sidan. Importen fortsätter och syns under Importera.',
        undo: 'Du kan lämna sidan. Ångrandet fortsätter och syns på importens sida.',
      },
      stop: { preview: 'Avbryt', import: 'Avbryt importen', undo: 'Avbryt ångrandet' },
      stopHelp: {
        preview: 'Inget är sparat än.',
        import: 'Avbryter du nu sparas ingen rad, och du är tillbaka i förhandsgranskningen.',
        undo: 'Avbryter du nu står importen kvar som den är.',
      },
      stopped: {
        preview: 'Genomgången avbröts. Filen finns kvar, och inget är sparat.',
        import: 'Importen avbröts. Ingen rad har sparats.',
        undo: 'Ångrandet avbröts. Importen står kvar som den var.',
      },
      done: { preview: 'Raderna är genomgångna.', import: 'Importen är klar.', undo: 'Importen är ångrad.' },
      next: {
        preview: { done: 'Se rad för rad', stopped: 'Till tabellerna' },
        import: { done: 'Se kvittot', stopped: 'Till förhandsgranskningen' },
        undo: { done: 'Till importen', stopped: 'Till importen' },
      },
      look: 'Se hur långt det har kommit',
      fault:
        'Något gick fel hos oss, och inget har sparats. Försök igen; går det inte då heller, kontakta den som sköter Samband.',
    },
    receipt: {
      done: (added: string, changed: string, already: string) =>
        `Importerat: ${added} nya och ${changed} ändrade rader; ${already} fanns redan.`,
      nothingNew: 'Allt i filen fanns redan. Inget har lagts till.',
      what: 'Det som lästes in',
      register: 'Register',
      table: 'Tabell',
      added: 'Nya',
      changed: 'Ändrade',
      already: 'Fanns redan',
      leftOut: 'Utelämnade',
      undo: 'Ångra hela importen',
      undoHelp:
        'Det som lades till tas bort ur registren och det som ändrades får tillbaka sina värden. Originalfilen finns kvar.',
      undone: 'Importen är ångrad. Registren står som före den.',
      isBeingUndone: 'Importen ångras just nu.',
      inUse:
        'Något som importerades används nu av annat, så inget har ångrats. Arkivera eller ändra de raderna var för sig.',
      alreadyUndone: 'Importen är redan ångrad.',
      goneOn: (titles: string) =>
        `Någon har arbetat vidare med det som importerades, så inget har ångrats: ${titles}. Arkivera eller ändra de raderna var för sig.`,
      isUndone: (day: string) => `Importen ångrades ${day}. Registren står som före den.`,
      notYours: 'Den som får skriva i registren ovan kan ångra importen.',
      download: (name: string) => `Ladda ner ${name}`,
    },
    problem: {
      noTables:
        'Det finns ingen tabell i det som lästes. Kontrollera att det är rätt fil, och att tabellen har rader och kolumner.',
      empty: 'Filen är tom.',
      tooLarge: (limit: string) => `Filen är större än ${limit} MB, som är det största som tas emot. Dela upp den.`,
      tooManyTables: 'Filen har fler än 500 tabeller. Dela upp den i flera filer.',
      tooManyRows: 'Filen har för många rader. Dela upp den i flera filer.',
      tooManyPages: 'Filen har för många sidor. Dela upp den i flera filer.',
      expandsTooMuch: 'Filen blir orimligt stor när den packas upp. Öppna den i sitt program och spara den på nytt.',
      tookTooLong: 'Filen tog för lång tid att läsa. Dela upp den, eller spara bara de sidor som behövs.',
      encrypted: 'Filen är skyddad med lösenord. Spara den utan lösenord och försök igen.',
      oldOffice:
        'Filen är i ett äldre Office-format (.doc eller .xls) eller skyddad med lösenord. Spara den som .docx eller .xlsx, utan lösenord.',
      damaged: 'Filen är skadad och går inte att läsa. Öppna den i sitt program och spara den på nytt.',
      unknownKind:
        'Filen är av ett slag som inte läses, till exempel .odt, .ods eller .rtf. Öppna den i sitt program och spara den som Word (.docx), Excel (.xlsx), PDF, CSV eller text.',
      otherKindThanName: 'Filens namn slutar som en annan sorts fil än den är. Spara den på nytt från sitt program.',
      noText: 'Filen har bara bilder och ingen text, till exempel ett inskannat papper. Läs in originalet i stället.',
    },
  },
  {
    start: {
      file: 'File to bring',
      fileHelp: (limit) =>
        `Word (.docx), Excel (.xlsx), PDF, CSV or text. At most ${limit} MB. You see what is found before anything is saved.`,
      send: 'Read the file',
      form: 'Bring a file',
      into: (register) => `What is read is suggested for ${register}. Another register can be chosen in the next step.`,
      paste: 'Paste instead',
      earlier: 'Earlier imports',
      underWay: 'What you have begun',
      going: { preview: 'its rows are gone through', import: 'is imported', undo: 'is undone' },
      waits: (when) => `read ${when}, waits for your yes`,
    },
    paste: {
      title: 'Paste',
      titleInto: (register) => `Paste into ${register}`,
      lead: 'Copy a table in Word, Excel or on a web page and paste it here. Bring the header row.',
      field: 'The table',
      help: 'Several tables at once are fine. Headings above a table come along.',
      send: 'Show what is found',
      name: (when) => `Pasted ${when}.txt`,
      file: 'Read a file instead',
      nothing: 'Paste the table first.',
    },
    found: {
      title: 'This was found',
      lead: (tables, rows) =>
        tables === 1
          ? `One table with ${counted(rows, 'row', 'rows')}. Nothing has been saved yet.`
          : `${tables} tables with ${rows} rows together. Nothing has been saved yet.`,
      table: (n) => `Table ${n}`,
      people: 'list of people',
      size: (columns, rows) => `${counted(columns, 'column', 'columns')}, ${counted(rows, 'row', 'rows')}`,
      targetOf: (n) => `Where should table ${n} go?`,
      suits: (register, percent) => `${register}, suits by ${percent} %`,
      suiting: 'Suits',
      others: 'Other registers',
      elsewhere: 'Without a register',
      keep: 'Keep as an attachment',
      skip: 'Leave it out',
      excel: 'Download as Excel',
      excelOf: (n) => `Download as Excel: table ${n}`,
      look: (n) => `Show the first rows of table ${n}`,
      group: 'Heading above',
      next: 'Continue',
      discard: 'Throw away',
      discarded: 'What was read has been thrown away. Nothing has been saved.',
      before: (title, day) =>
        `The same file was imported on ${day} as ${title}. What is there already is not added again.`,
      seeBefore: 'See that import',
      onlyOthers:
        'You may not write in any of the registers that the tables suit. The tables can be kept as attachments or downloaded as Excel.',
      nothingChosen: 'Choose a register, or Keep as an attachment, for at least one table.',
    },
    remark: {
      trackedChanges: (n) =>
        `The document has ${counted(n, 'tracked change', 'tracked changes')}. It is read as if all were accepted.`,
      macros: () => 'The file has macros. They have not been run.',
      nestedTable: (n) => `${counted(n, 'table lies', 'tables lie')} within another and is read as text in its cell.`,
      formulas: (n) => `${counted(n, 'cell has a formula', 'cells have formulas')}. The value last calculated is read.`,
      formulaErrors: (n, d) =>
        `${counted(n, 'formula shows', 'formulas show')} an error${d === '' ? '' : ` (${d})`} and ${n === 1 ? 'is' : 'are'} read as empty.`,
      formulasWithoutValue: (n, d) =>
        `${counted(n, 'formula has', 'formulas have')} not been calculated${d === '' ? '' : ` (${d})`} and ${n === 1 ? 'is' : 'are'} read as empty. Open the file in Excel, save it and bring it again.`,
      comments: (n) => `${counted(n, 'comment', 'comments')} in the document are not read.`,
      hiddenSheet: (n, d) =>
        `${counted(n, 'hidden sheet is', 'hidden sheets are')} not read${d === '' ? '' : `: ${d}`}.`,
      emptyRowsPassedBy: (n) => `${counted(formatNumber(n, 'en'), 'empty row was', 'empty rows were')} passed by.`,
      tableWithoutHeader: (n) =>
        `${counted(n, 'table has', 'tables have')} no header row. Columns are known by their content only.`,
      otherKindThanName: () =>
        'The name of the file ends as another kind of file than it is. It is read as what it is.',
      pagesWithoutText: (n, d) =>
        `${counted(n, 'page has', 'pages have')} no text${d === '' ? '' : ` (${d})`}; probably scanned pictures.`,
    },
    columns: {
      title: (register) => `Columns for ${register}`,
      lead: (n, position, of) =>
        `Table ${n}${of > 1 ? `, number ${position} of ${of} that are brought in` : ''}. Change what is not right. Nothing has been saved yet.`,
      table: 'The columns of the table',
      column: 'Column',
      unnamed: (n) => `Column ${n}`,
      first: 'First values',
      field: 'Becomes',
      fieldOf: (header) => `What does the column ${header} become?`,
      note: 'Note',
      confidence: 'How sure',
      sure: { high: 'sure', middle: 'likely', low: 'unsure', none: 'not known', chosen: 'chosen' },
      because: { sameWord: 'same word', likeWord: 'similar word', content: 'by its content', none: '' },
      once: 'Holds for all rows',
      onceLead: 'What does not stand in the table but is the same for all rows.',
      mustOnce: 'Must be chosen',
      lacksColumn: (field) => `Choose which column is ${field}. Every row must have it.`,
      lacksOnce: (field) => `Choose ${field} for all rows.`,
      leave: 'Stands in the table, or is missing',
      more: 'More fields that may be the same for all rows',
      dates: 'Dates',
      year: 'Year of dates without one',
      yearHelp: 'For example “v. 37” or “13/9”.',
      order: 'How are dates like 03/04/2021 written?',
      orders: {
        none: 'The three numbers tell it themselves',
        dayFirst: 'day first',
        monthFirst: 'month first',
        yearFirst: 'year first',
      },
      sameName: 'Rows that are called the same as one that is there',
      sameNames: { change: 'change the one that is there', add: 'are added beside it' },
      next: 'Show row by row',
      back: 'Back to the tables',
    },
    plan: {
      noPlace: (headers) =>
        `The register has no place for ${inEnglish(headers)}. It is not read in, but stays in the original file.`,
      keptAsNote: (headers, field) =>
        `${inEnglish(headers)} ${headers.length === 1 ? 'is no field of its own and is' : 'are no fields of their own and are'} put in “${field}”.`,
      period: (header, text, day) => `${header}: “${text}” is read as ${day}.`,
      unknownKept: (header, text) => `${header}: “${text}” is not known here and is kept as a note.`,
      noDateKept: (header, text) => `${header}: “${text}” is no date and is kept as a note.`,
      shortened: (most, field) => `The name is shortened to ${most} characters. The whole text is put in “${field}”.`,
      sums: (places) =>
        `${counted(places.length, 'row only adds up others and is', 'rows only add up others and are')} not brought in: row ${places.join(', ')}.`,
      importedBefore: 'The row has been imported before.',
      newWords: (vocabulary, words) =>
        `New words that will be added to the vocabulary ${vocabulary}: ${words.join(', ')}.`,
    },
    fault: {
      noDate: (text) => `“${text}” is no date. Write for example 2021-09-13, or make the column a note.`,
      ambiguous: (text, readings = '') =>
        `“${text}” may mean ${readings.replace(', ', ' or ')}. Say under Columns how dates are written.`,
      noYear: (text) => `“${text}” lacks its year. Say under Columns which year it is.`,
      noSuchDay: (text) => `“${text}” is not in the calendar. Mend the day.`,
      endsBeforeStart: (text) => `“${text}” ends before it begins. Mend the days.`,
      several: (text) => `“${text}” is several dates. Keep one, or make the column a note.`,
      unknownWord: (text) => `“${text}” cannot be chosen. Mend the spelling, or add it first.`,
      ambiguousWord: (text) =>
        `“${text}” may be several. Write also what tells them apart, for example the department.`,
    },
    preview: {
      title: 'This will be added',
      lead: (added, changed, there) =>
        `${counted(added, 'new row', 'new rows')}, ${changed} that change and ${there} that are there already. Nothing has been saved yet.`,
      nothingNew: 'All of it is there already. To import changes nothing in the registers.',
      into: (register) => `Into ${register}`,
      missing: (fields) =>
        `Something is missing that every row must have: ${fields}. Choose which column it is, or what holds for all rows.`,
      toColumns: 'Change the columns',
      before: (title, day) =>
        `The same table was brought in on ${day} from ${title}. All rows are there already, and nothing is added.`,
      faults: (n) => `${counted(n, 'row has', 'rows have')} faults`,
      faultsHelp:
        'Nothing is brought in until the faults are gone. Mend the values below, change the columns, or leave the rows out. The rows that are right stay.',
      leaveOut: (n, said) => (n === 1 ? 'Leave out the row with a fault' : `Leave out the ${said} rows with faults`),
      leaveOutHelp: (n) => `${n === 1 ? 'It is' : 'They are'} not brought in. The number stands on the receipt.`,
      isLeftOut: 'is left out',
      bringBack: 'Take the rows with faults along again',
      saveMended: 'Save what was mended',
      leaveOutRow: 'Leave the row out',
      bringBackRow: 'Bring the row back',
      choose: 'Choose',
      onePerLine: 'One value on each line.',
      asDay: 'For example 2026-09-13.',
      show: 'Show rows',
      shows: {
        all: 'All',
        new: 'Added',
        changed: 'Changed',
        there: 'There already',
        faulty: 'With faults',
        out: 'Left out',
      },
      row: 'Row',
      page: (n) => `page ${n}`,
      state: 'What happens',
      content: 'Content',
      states: {
        new: 'is added',
        changed: 'changes',
        there: 'is there already',
        faulty: 'has a fault',
        out: 'is left out',
      },
      was: (text) => `was ${text}`,
      wasEmpty: 'was empty',
      kept: (n) => `${counted(n, 'table is', 'tables are')} kept as an attachment of the import.`,
      keptHeading: 'Attachments',
      apply: (n) => `Import ${counted(n, 'row', 'rows')}`,
      applyKept: 'Import',
      back: 'Back to the tables',
      stillFaults:
        'Something has changed since the preview, or faults remain. Nothing has been saved. See what is wrong.',
    },
    run: {
      titles: { preview: 'Going through the rows', import: 'Importing', undo: 'Undoing the import' },
      beginning: {
        preview: (total) => `Reading ${counted(total, 'row', 'rows')}.`,
        import: (total) => `Going through ${counted(total, 'row', 'rows')} a last time.`,
        undo: (total) => `Checking that nobody has gone on with the ${counted(total, 'row', 'rows')}.`,
      },
      sofar: (done, total) => `${done} of ${counted(total, 'row', 'rows')}.`,
      percent: (percent) => `${percent} per cent done.`,
      saving: {
        preview: 'Soon done.',
        import: 'Saving and writing the audit trail. It can no longer be stopped.',
        undo: 'Saving and writing the audit trail. It can no longer be stopped.',
      },
      stopping: 'Stopping. Nothing is saved.',
      mayLeave: {
        preview: 'You can leave this page. The file stays under Import.',
        import: 'You can leave this page. The import goes on and is seen under Import.',
        undo: 'You can leave this page. The undoing goes on and is seen on the page of the import.',
      },
      stop: { preview: 'Stop', import: 'Stop the import', undo: 'Stop the undoing' },
      stopHelp: {
        preview: 'Nothing has been saved yet.',
        import: 'If you stop now no row is saved, and you are back in the preview.',
        undo: 'If you stop now the import stands as it is.',
      },
      stopped: {
        preview: 'It was stopped. The file is still here, and nothing has been saved.',
        import: 'The import was stopped. No row has been saved.',
        undo: 'The undoing was stopped. The import stands as it was.',
      },
      done: {
        preview: 'The rows have been gone through.',
        import: 'The import is done.',
        undo: 'The import is undone.',
      },
      next: {
        preview: { done: 'See row by row', stopped: 'To the tables' },
        import: { done: 'See the receipt', stopped: 'To the preview' },
        undo: { done: 'To the import', stopped: 'To the import' },
      },
      look: 'See how far it has come',
      fault:
        'Something went wrong on our side, and nothing has been saved. Try again; if that fails too, tell whoever looks after Samband.',
    },
    receipt: {
      done: (added, changed, already) =>
        `Imported: ${added} new and ${changed} changed rows; ${already} were there already.`,
      nothingNew: 'All of the file was there already. Nothing has been added.',
      what: 'What was brought in',
      register: 'Register',
      table: 'Table',
      added: 'New',
      changed: 'Changed',
      already: 'There already',
      leftOut: 'Left out',
      undo: 'Undo the whole import',
      undoHelp:
        'What was added is taken out of the registers, and what was changed gets its values back. The original file stays.',
      isBeingUndone: 'The import is being undone right now.',
      undone: 'The import has been undone. The registers stand as before it.',
      inUse:
        'Something that was imported is now used by other things, so nothing has been undone. Archive or change those rows one by one.',
      alreadyUndone: 'The import has been undone already.',
      goneOn: (titles) =>
        `Somebody has gone on with what was imported, so nothing has been undone: ${titles}. Archive or change those rows one by one.`,
      isUndone: (day) => `The import was undone on ${day}. The registers stand as before it.`,
      notYours: 'Whoever may write in the registers above can undo the import.',
      download: (name) => `Download ${name}`,
    },
    problem: {
      noTables:
        'There is no table in what was read. Check that it is the right file, and that the table has rows and columns.',
      empty: 'The file is empty.',
      tooLarge: (limit) => `The file is larger than ${limit} MB, the most that is received. Divide it.`,
      tooManyTables: 'The file has more than 500 tables. Divide it into several files.',
      tooManyRows: 'The file has too many rows. Divide it into several files.',
      tooManyPages: 'The file has too many pages. Divide it into several files.',
      expandsTooMuch:
        'The file becomes unreasonably large when it is unpacked. Open it in its program and save it anew.',
      tookTooLong: 'The file took too long to read. Divide it, or save only the pages that are needed.',
      encrypted: 'The file is protected by a password. Save it without a password and try again.',
      oldOffice:
        'The file is in an old Office format (.doc or .xls) or protected by a password. Save it as .docx or .xlsx, without a password.',
      damaged: 'The file is damaged and cannot be read. Open it in its program and save it anew.',
      unknownKind:
        'The file is of a kind that is not read, such as .odt, .ods or .rtf. Open it in its program and save it as Word (.docx), Excel (.xlsx), PDF, CSV or text.',
      otherKindThanName: 'The name of the file ends as another kind of file than it is. Save it anew from its program.',
      noText: 'The file has pictures only and no text, for example a scanned paper. Bring the original instead.',
    },
  },
);
