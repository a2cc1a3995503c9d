import { counted, defineTexts, word } from '../texts/index.ts';

export const syncTexts = defineTexts(
  {
    catalogue: 'Hämtar katalog, kommuner och grupper …',
    reading: (rows: string) => `Läser filen … ${counted(rows, 'rad', 'rader')}`,
    publishing: 'För in i arkivet …',
    syncing: (done: string, total: string, values: string, rate: string, left: string) =>
      `${done} av ${total} nyckeltal · ${values} värden · ${rate}/s · ${left}`,
    asking: (done: string, total: string) => `${done} av ${total} nyckeltal · väntar på Koladas svar`,
    unknownTime: 'räknar ut tiden',
    duration: (seconds: number) =>
      seconds < 90
        ? `${seconds} s kvar`
        : seconds < 5400
          ? `${Math.round(seconds / 60)} min kvar`
          : `${(seconds / 3600).toFixed(1).replace('.', ',')} tim kvar`,
    badYears: (text: string) => `Åren ”${text}” går inte att förstå. Skriv till exempel --years 2010-2025.`,
    badGenders: (text: string) => `Könen ”${text}” går inte att förstå. Skriv till exempel --genders T,K,M.`,
    badKpis: (ids: string) => `Det här är inga nyckeltals-id (N eller U och fem siffror): ${ids}`,
    badBaseUrl: (text: string) =>
      `”${text}” är ingen webbadress. Skriv till exempel --base-url https://api.kolada.se/v3.`,
    whichYears: 'Ange år: --years 2010-2025',
    whatToSync:
      'Ange vad som ska hämtas: --starter, --all, --kpis N20900,N11033, --areas "Äldreomsorg" eller --kpi-groups G2KPI…',
    done: (values: string, kpis: string, revisions: string, version: number) =>
      `Klart: ${values} nya eller ändrade värden för ${kpis} nyckeltal; ${revisions} av dem fanns förut med annat värde. Arkivet är nu version ${version}.`,
    resumed: (kpis: string) => `${kpis} nyckeltal var redan hämtade av en avbruten körning.`,
    unknown: (ids: string) => `Finns inte i Koladas katalog: ${ids}`,
    emptied: (kpis: string) => `Svarade tomt och är kvar som de var: ${kpis}`,
    absent: (kpis: string) => `Svarade utan så många av de värden som finns i arkivet, och de är kvar: ${kpis}`,
    failed: (kpi: string, message: string) => `${kpi} kunde inte läsas och är kvar som det var: ${message}`,
    shrunk: (list: string, had: string, got: string) =>
      `Listan ${list} kom med ${counted(got, 'post', 'poster')} i stället för ${had} och användes inte.`,
    vanished: (n: string) => `${n} nyckeltal har försvunnit ur Koladas katalog och är kvar som de var.`,
    stopped: (command: string) => `Avbrutet. Det som redan hämtats är sparat. Fortsätt med:\n  ${command}`,
    goOn: (command: string) => `Fortsätt med:\n  ${command}`,
    simulating: (url: string) => `Simulatorn svarar på ${url}`,
    simulatingWhat: {
      archive: (path: string) => `med siffrorna i ${path}`,
      example: 'med exempelkommunernas påhittade siffror',
      generated: (kpis: string, units: string, years: string) =>
        `med ${kpis} påhittade nyckeltal för ${counted(units, 'kommun', 'kommuner')} och regioner, ${years}`,
    },
    simulatingHow: (url: string) =>
      `Prova: samband kolada sync --archive prov.duckdb --starter --years 2015-2024 --base-url ${url}\nAvsluta med Ctrl-C.`,
    badPort: (text: string) => `”${text}” är ingen port (0–65535).`,
    portTaken: (port: number) => `Port ${port} används redan. Välj en annan med --port.`,
    badFault: (text: string, known: string) => `Felet ”${text}” finns inte. De som finns: ${known}`,
    badCount: (option: string, text: string) => `--${option} ska vara ett heltal över 0; fick ”${text}”.`,
    snapshotKpis: (ids: string) => `Finns inte i arkivet: ${ids}`,
    snapshotGroups: (ids: string) => `Grupper som inte finns i arkivet: ${ids}`,
    snapshotWritten: (file: string, id: string) => `Skrev ögonblicksbilden ${id} till ${file}`,
    snapshotExists: (file: string) => `${file} finns redan. En ögonblicksbild ändras aldrig; välj ett annat namn.`,
    snapshotMissing: (file: string) => `${file} finns inte eller får inte läsas.`,
    snapshotBroken: (file: string) => `${file} är ingen ögonblicksbild från samband kolada snapshot.`,
    noDifference: 'Inget har ändrats sedan ögonblicksbilden togs.',
    differences: (n: string) => `${n} skillnader sedan ögonblicksbilden togs:`,
    missing: 'saknas',
    difference: {
      members: (group: string, added: string, removed: string) => `grupp ${group}: nya ${added}; borta ${removed}`,
      groupTitle: (group: string) => `grupp ${group}, namn`,
      groupVanished: (group: string, title: string) => `grupp ${group} ”${title}” finns inte längre hos Kolada`,
      kpiVanished: (kpi: string, title: string) => `${kpi} ”${title}” finns inte längre hos Kolada`,
      field: {
        title: 'namn',
        description: 'definition',
        publicationDate: 'publiceringsdatum',
        prelPublicationDate: 'preliminärt publiceringsdatum',
        publPeriod: 'publicerad period',
      },
      none: 'inga',
    },
  },
  {
    catalogue: 'Fetching catalogue, municipalities and groups …',
    reading: (rows) => `Reading the file … ${counted(rows, 'row', 'rows')}`,
    publishing: 'Merging into the archive …',
    syncing: (done, total, values, rate, left) =>
      `${done} of ${counted(total, 'key figure', 'key figures')} · ${counted(values, 'value', 'values')} · ${rate}/s · ${left}`,
    asking: (done, total) => `${done} of ${counted(total, 'key figure', 'key figures')} · waiting for Kolada’s answer`,
    unknownTime: 'reckoning the time',
    duration: (seconds) =>
      seconds < 90
        ? `${seconds} s left`
        : seconds < 5400
          ? `${Math.round(seconds / 60)} min left`
          : `${(seconds / 3600).toFixed(1)} h left`,
    badYears: (text) => `The years "${text}" cannot be understood. Write for example --years 2010-2025.`,
    badGenders: (text) => `The genders "${text}" cannot be understood. Write for example --genders T,K,M.`,
    badKpis: (ids) => `These are no key figure ids (N or U and five digits): ${ids}`,
    badBaseUrl: (text) => `"${text}" is no web address. Write for example --base-url https://api.kolada.se/v3.`,
    whichYears: 'Give years: --years 2010-2025',
    whatToSync:
      'Say what to fetch: --starter, --all, --kpis N20900,N11033, --areas "Äldreomsorg" or --kpi-groups G2KPI…',
    done: (values, kpis, revisions, version) =>
      `Done: ${values} new or changed values for ${counted(kpis, 'key figure', 'key figures')}; ${revisions} of them stood with another value before. The archive is now version ${version}.`,
    resumed: (kpis) => `${counted(kpis, 'key figure', 'key figures')} had been fetched by an interrupted run.`,
    unknown: (ids) => `Not in Kolada's catalogue: ${ids}`,
    emptied: (kpis) => `Answered empty and are kept as they were: ${kpis}`,
    absent: (kpis) => `Answered without so many of the values in the archive, which are kept: ${kpis}`,
    failed: (kpi, message) => `${kpi} could not be read and is kept as it was: ${message}`,
    shrunk: (list, had, got) =>
      `The list ${list} came with ${counted(got, 'entry', 'entries')} instead of ${had} and was not used.`,
    vanished: (n) =>
      `${counted(n, 'key figure has', 'key figures have')} vanished from Kolada's catalogue and ${word(n, 'is kept as it was', 'are kept as they were')}.`,
    stopped: (command) => `Interrupted. What has been fetched is kept. Go on with:\n  ${command}`,
    goOn: (command) => `Go on with:\n  ${command}`,
    simulating: (url) => `The simulator answers at ${url}`,
    simulatingWhat: {
      archive: (path) => `with the figures in ${path}`,
      example: 'with the example municipalities’ invented figures',
      generated: (kpis, units, years) =>
        `with ${kpis} invented key figures for ${counted(units, 'municipality', 'municipalities')} and regions, ${years}`,
    },
    simulatingHow: (url) =>
      `Try: samband kolada sync --archive trial.duckdb --starter --years 2015-2024 --base-url ${url}\nEnd with Ctrl-C.`,
    badPort: (text) => `"${text}" is no port (0–65535).`,
    portTaken: (port) => `Port ${port} is in use. Choose another with --port.`,
    badFault: (text, known) => `There is no fault "${text}". There are: ${known}`,
    badCount: (option, text) => `--${option} must be a whole number above 0; got "${text}".`,
    snapshotKpis: (ids) => `Not in the archive: ${ids}`,
    snapshotGroups: (ids) => `Groups that are not in the archive: ${ids}`,
    snapshotWritten: (file, id) => `Wrote snapshot ${id} to ${file}`,
    snapshotExists: (file) => `${file} exists already. A snapshot is never changed; choose another name.`,
    snapshotMissing: (file) => `${file} does not exist or may not be read.`,
    snapshotBroken: (file) => `${file} is no snapshot from samband kolada snapshot.`,
    noDifference: 'Nothing has changed since the snapshot was taken.',
    differences: (n) => `${n} differences since the snapshot was taken:`,
    missing: 'missing',
    difference: {
      members: (group, added, removed) => `group ${group}: new ${added}; gone ${removed}`,
      groupTitle: (group) => `group ${group}, name`,
      groupVanished: (group, title) => `group ${group} "${title}" is no longer at Kolada`,
      kpiVanished: (kpi, title) => `${kpi} "${title}" is no longer at Kolada`,
      field: {
        title: 'name',
        description: 'definition',
        publicationDate: 'publication date',
        prelPublicationDate: 'preliminary publication date',
        publPeriod: 'published period',
      },
      none: 'none',
    },
  },
);
