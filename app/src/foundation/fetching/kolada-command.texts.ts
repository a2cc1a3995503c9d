import type { ArchiveErrorCode, ImportFault, ImportFaultCode } from '@samband/kolada';
import { counted, defineTexts, type Language } from '../texts/index.ts';

const sv: Readonly<Record<ImportFaultCode, string>> = {
  fileMissing: 'filen finns inte eller får inte läsas',
  notGzip: 'filen heter .gz men är inte packad med gzip, eller är avbruten',
  wrongEncoding: 'texten är inte UTF-8',
  wrongColumns: 'fel kolumner; de ska vara kpi,municipality,period,gender,value',
  wrongFieldCount: 'fel antal fält på raden',
  lineTooLong: 'raden är för lång för att vara en rad med värden',
  decimalComma: 'decimalkomma; skriv decimalpunkt',
  notANumber: 'är inget tal',
  invalidKpi: 'är inget nyckeltals-id (N eller U och fem siffror)',
  unknownUnit: 'är ingen kommun eller region som arkivet känner',
  invalidYear: 'är inget årtal',
  invalidGender: 'är inte T, K eller M',
  duplicateRow: 'samma nyckeltal, kommun, år och kön finns redan i filen',
  duplicateId: 'samma id finns två gånger',
  notJson: 'är inte JSON',
  notParquet: 'är inte Parquet',
  wrongField: 'fältet saknas eller har fel slag av värde',
  truncatedPage: 'listan är bara en sida av flera; hämta hela',
  empty: 'filen är tom',
  unitsMissing: 'arkivet känner inga kommuner ännu; ange --units',
};

const en: Readonly<Record<ImportFaultCode, string>> = {
  fileMissing: 'the file does not exist or may not be read',
  notGzip: 'the file is named .gz but is not gzip, or is cut off',
  wrongEncoding: 'the text is not UTF-8',
  wrongColumns: 'wrong columns; they must be kpi,municipality,period,gender,value',
  wrongFieldCount: 'wrong number of fields on the line',
  lineTooLong: 'the line is too long to be a line of values',
  decimalComma: 'decimal comma; write a decimal point',
  notANumber: 'is not a number',
  invalidKpi: 'is not a key figure id (N or U and five digits)',
  unknownUnit: 'is no municipality or region that the archive knows',
  invalidYear: 'is not a year',
  invalidGender: 'is not T, K or M',
  duplicateRow: 'the same key figure, municipality, year and gender stands already in the file',
  duplicateId: 'the same id stands twice',
  notJson: 'is not JSON',
  notParquet: 'is not Parquet',
  wrongField: 'the field is missing or has the wrong kind of value',
  truncatedPage: 'the list is one page of several; fetch the whole',
  empty: 'the file is empty',
  unitsMissing: 'the archive knows no municipalities yet; give --units',
};

/** One fault as a line: file, line, column, what stood there, what is wrong with it. */
export function importFaultText(fault: ImportFault, language: Language): string {
  const words = koladaTexts(language);
  const place = [
    fault.file,
    ...(fault.line === undefined ? [] : [words.line(fault.line)]),
    ...(fault.column === undefined ? [] : [words.column(fault.column)]),
  ].join(', ');
  const value = fault.value === undefined ? '' : ` ”${fault.value}”`;
  const first = fault.firstLine === undefined ? '' : ` (${words.firstOn(fault.firstLine)})`;
  return `${place}:${value} ${(language === 'sv' ? sv : en)[fault.fault]}${first}`;
}

export const koladaTexts = defineTexts(
  {
    line: (n: number) => `rad ${n}`,
    column: (name: string) => `kolumn ${name}`,
    firstOn: (n: number) => `först på rad ${n}`,
    refused: (faults: string) => `Ingenting har lästs in, och arkivet är som det var:\n${faults}`,
    nothingGiven: 'Ange minst en fil: --values, --catalogue, --units, --groups eller --kpi-groups.',
    imported: (version: number, numbers: string, nulls: string, kpis: number, revisions: number) =>
      `Version ${version}: ${numbers} värden och ${nulls} redovisade bortfall för ${kpis} nyckeltal, ${revisions} ändrade sedan förut.`,
    withoutCatalogue: (kpis: string) => `Saknas i katalogen: ${kpis}`,
    archive: (code: ArchiveErrorCode, path: string): string =>
      ({
        missing: `Det finns inget arkiv i ${path}.`,
        exists: `Det finns redan en fil i ${path}.`,
        locked: `Arkivet ${path} skrivs av en annan inläsning. Vänta tills den är klar.`,
        damaged: `Arkivet ${path} är skadat och går inte att läsa. Filen är orörd: ta fram en säkerhetskopia eller läs in på nytt till en annan fil.`,
        newerFormat: `Arkivet ${path} är gjort av en nyare version av Samband. Uppgradera programmet; arkivet är orört.`,
        notAnArchive: `${path} är inte ett arkiv från Samband.`,
        closed: `Arkivet ${path} är stängt.`,
        unwritable: `Det går inte att skriva ${path}. Kontrollera rättigheter och ledigt utrymme. Det som fanns där är orört.`,
      })[code],
    reading: (rows: string) => `läser … ${counted(rows, 'rad', 'rader')}`,
    merging: 'för in i arkivet …',
    exported: (folder: string) => `Skrev Parquet-filer i ${folder}`,
    status: {
      file: 'Fil',
      version: 'Version',
      published: 'Gäller sedan',
      fetched: 'Värden hämtade',
      values: 'Värden',
      nulls: 'Redovisade bortfall',
      kpis: 'Nyckeltal i katalogen',
      withValues: 'varav med värden',
      vanished: 'varav försvunna hos Kolada',
      years: 'År',
      units: 'Kommuner och regioner',
      groups: 'Grupper',
      revisions: 'Ändringar genom tiden',
      size: 'Storlek',
      writer: (pid: number, since: string) => `Skrivs just nu av process ${pid} sedan ${since}`,
      unfinished: 'En avbruten hämtning väntar på att fortsätta: kör samband kolada sync igen.',
      example: 'Exempeldata: påhittade värden.',
    },
  },
  {
    line: (n) => `line ${n}`,
    column: (name) => `column ${name}`,
    firstOn: (n) => `first on line ${n}`,
    refused: (faults) => `Nothing has been read in, and the archive is as it was:\n${faults}`,
    nothingGiven: 'Give at least one file: --values, --catalogue, --units, --groups or --kpi-groups.',
    imported: (version, numbers, nulls, kpis, revisions) =>
      `Version ${version}: ${counted(numbers, 'value', 'values')} and ${counted(nulls, 'reported gap', 'reported gaps')} for ${counted(kpis, 'key figure', 'key figures')}, ${revisions} changed since before.`,
    withoutCatalogue: (kpis) => `Not in the catalogue: ${kpis}`,
    archive: (code, path) =>
      ({
        missing: `There is no archive at ${path}.`,
        exists: `There is a file at ${path} already.`,
        locked: `The archive ${path} is being written by another run. Wait until it is done.`,
        damaged: `The archive ${path} is damaged and cannot be read. The file is untouched: use a backup, or import anew to another file.`,
        newerFormat: `The archive ${path} was made by a newer version of Samband. Upgrade the program; the archive is untouched.`,
        notAnArchive: `${path} is not an archive of Samband's.`,
        closed: `The archive ${path} is closed.`,
        unwritable: `${path} cannot be written. Check rights and free space. What was there is untouched.`,
      })[code],
    reading: (rows) => `reading … ${counted(rows, 'row', 'rows')}`,
    merging: 'merging into the archive …',
    exported: (folder) => `Wrote Parquet files in ${folder}`,
    status: {
      file: 'File',
      version: 'Version',
      published: 'In force since',
      fetched: 'Values fetched',
      values: 'Values',
      nulls: 'Reported gaps',
      kpis: 'Key figures in the catalogue',
      withValues: 'of which with values',
      vanished: 'of which vanished at Kolada',
      years: 'Years',
      units: 'Municipalities and regions',
      groups: 'Groups',
      revisions: 'Changes through time',
      size: 'Size',
      writer: (pid, since) => `Being written by process ${pid} since ${since}`,
      unfinished: 'An interrupted fetch waits to be taken up: run samband kolada sync again.',
      example: 'Example data: invented values.',
    },
  },
);
