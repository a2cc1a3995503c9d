import { defineTexts } from '../texts/index.ts';

const sv = {
  SAMBAND_HOST: 'Adressen att lyssna på.',
  SAMBAND_PORT: 'Porten att lyssna på; 0 tar en ledig.',
  SAMBAND_ADDRESS:
    'Adressen som används av dem som besöker Samband, för länkar i e-post och för kontrollen av varifrån formulär kommer. Förval: adress och port.',
  SAMBAND_DATA: 'Mapp för den egna databasen och arkiven. Förval: data/ i programmets mapp.',
  SAMBAND_DATABASE_USER:
    'När programmet startas som root: kontot som kör den egna databasen. Förval: samband om det finns, annars nobody.',
  DATABASE_URL: 'En PostgreSQL-server, version 15 eller senare. Utan den startar Samband en egen.',
  SAMBAND_DATABASE_POOL: 'Antal förbindelser med databasen.',
  SAMBAND_ARCHIVE: 'Fil med siffrorna från Kolada. Förval: kolada.duckdb i datamappen.',
  SAMBAND_FILES: 'Mapp för filer som bifogas. Förval: files/ i datamappen.',
  SAMBAND_FILE_LIMIT: 'Största fil som kan bifogas, i MB.',
  SAMBAND_KOLADA: 'Var Kolada svarar.',
  SAMBAND_EXAMPLE:
    'on läser in exempelkommunen och låter alla som når adressen logga in i den. Förval: on med den egna databasen och en adress som bara den egna maskinen når, annars off.',
  SMTP_URL: 'E-postserver. Utan den väntar breven i kön och visas för administratörer.',
  SAMBAND_MAIL_FROM: 'Avsändare av e-post.',
  SAMBAND_SECRET:
    'Nyckel som krypterar engångskodernas hemligheter. Förval: görs vid första starten och sparas i datamappen.',
  SAMBAND_PROXY: 'on när en omvänd proxy står framför: den sista adressen i X-Forwarded-For tas för sann.',
  SAMBAND_LOG: 'Lägsta nivå som loggas.',
  SAMBAND_METRICS: 'off stänger /metrics, som bara svarar maskinen själv.',
};

export type SettingName = keyof typeof sv;

const en: Readonly<Record<SettingName, string>> = {
  SAMBAND_HOST: 'Address to listen on.',
  SAMBAND_PORT: 'Port to listen on; 0 picks a free one.',
  SAMBAND_ADDRESS:
    'The address people use, for links in mail and for the check of where forms come from. Default: host and port.',
  SAMBAND_DATA: 'Folder for the embedded database and the archives. Default: data/ in the repository.',
  SAMBAND_DATABASE_USER:
    'Started as root: the account that runs the embedded database. Default: samband where it exists, else nobody.',
  DATABASE_URL: 'A PostgreSQL server, version 15 or later. Without it Samband starts its own.',
  SAMBAND_DATABASE_POOL: 'Connections to the database.',
  SAMBAND_ARCHIVE: 'File with the figures from Kolada. Default: kolada.duckdb in the data folder.',
  SAMBAND_FILES: 'Folder for the files that people attach. Default: files/ in the data folder.',
  SAMBAND_FILE_LIMIT: 'Largest file that can be attached, in MB.',
  SAMBAND_KOLADA: 'Where Kolada answers.',
  SAMBAND_EXAMPLE:
    'on loads the example municipality and lets anyone who reaches the address sign in to it. Default: on with the embedded database and a loopback address, else off.',
  SMTP_URL: 'Mail server. Without it mail waits in the queue and is shown to administrators.',
  SAMBAND_MAIL_FROM: 'Sender of mail.',
  SAMBAND_SECRET:
    'Key that encrypts one-time-code secrets. Default: made at the first start and kept in the data folder.',
  SAMBAND_PROXY: 'on when a reverse proxy stands in front: the last address in X-Forwarded-For is believed.',
  SAMBAND_LOG: 'Lowest level that is logged.',
  SAMBAND_METRICS: 'off closes /metrics, which answers only addresses of the machine itself.',
};

const allowedSv: Readonly<Record<SettingName, string>> = {
  SAMBAND_HOST: 'Tillåtet: en IP-adress eller ett värdnamn utan http:// och port, till exempel 127.0.0.1.',
  SAMBAND_PORT: 'Tillåtet: ett heltal från 0 till 65535, till exempel 3000.',
  SAMBAND_ADDRESS:
    'Tillåtet: en webbadress med http:// eller https:// och inget efter värdnamnet (och porten), till exempel https://samband.kommunen.se.',
  SAMBAND_DATA: 'Tillåtet: sökvägen till en mapp.',
  SAMBAND_DATABASE_USER: 'Tillåtet: namnet på ett konto på maskinen.',
  DATABASE_URL: 'Tillåtet: en adress som börjar med postgres:// eller postgresql://.',
  SAMBAND_DATABASE_POOL: 'Tillåtet: ett heltal från 2 till 200.',
  SAMBAND_ARCHIVE: 'Tillåtet: sökvägen till en fil.',
  SAMBAND_FILES: 'Tillåtet: sökvägen till en mapp.',
  SAMBAND_FILE_LIMIT: 'Tillåtet: ett heltal från 1 till 2000.',
  SAMBAND_KOLADA: 'Tillåtet: en webbadress med http:// eller https://, till exempel https://api.kolada.se/v3.',
  SAMBAND_EXAMPLE: 'Tillåtet: on eller off.',
  SMTP_URL: 'Tillåtet: en adress som börjar med smtp:// eller smtps:// och har ett värdnamn.',
  SAMBAND_MAIL_FROM: 'Tillåtet: en e-postadress, med eller utan namn, till exempel Samband <samband@kommunen.se>.',
  SAMBAND_SECRET: 'Tillåtet: minst 32 tecken.',
  SAMBAND_PROXY: 'Tillåtet: on eller off.',
  SAMBAND_LOG: 'Tillåtet: debug, info, warn, error eller silent.',
  SAMBAND_METRICS: 'Tillåtet: on eller off.',
};

const allowedEn: Readonly<Record<SettingName, string>> = {
  SAMBAND_HOST: 'Allowed: an IP address or a host name without http:// and port, for example 127.0.0.1.',
  SAMBAND_PORT: 'Allowed: a whole number from 0 to 65535, for example 3000.',
  SAMBAND_ADDRESS:
    'Allowed: a web address with http:// or https:// and nothing after the host name (and the port), for example https://samband.kommunen.se.',
  SAMBAND_DATA: 'Allowed: the path of a folder.',
  SAMBAND_DATABASE_USER: 'Allowed: the name of an account on the machine.',
  DATABASE_URL: 'Allowed: an address that begins with postgres:// or postgresql://.',
  SAMBAND_DATABASE_POOL: 'Allowed: a whole number from 2 to 200.',
  SAMBAND_ARCHIVE: 'Allowed: the path of a file.',
  SAMBAND_FILES: 'Allowed: the path of a folder.',
  SAMBAND_FILE_LIMIT: 'Allowed: a whole number from 1 to 2000.',
  SAMBAND_KOLADA: 'Allowed: a web address with http:// or https://, for example https://api.kolada.se/v3.',
  SAMBAND_EXAMPLE: 'Allowed: on or off.',
  SMTP_URL: 'Allowed: an address that begins with smtp:// or smtps:// and has a host name.',
  SAMBAND_MAIL_FROM: 'Allowed: an e-mail address, with or without a name, for example Samband <samband@kommunen.se>.',
  SAMBAND_SECRET: 'Allowed: at least 32 characters.',
  SAMBAND_PROXY: 'Allowed: on or off.',
  SAMBAND_LOG: 'Allowed: debug, info, warn, error or silent.',
  SAMBAND_METRICS: 'Allowed: on or off.',
};

export const settingTexts = defineTexts(
  {
    purpose: sv,
    allowed: allowedSv,
    heading: (n: number) =>
      n === 1
        ? 'En inställning är fel. Rätta miljövariabeln och försök igen:'
        : `${n} inställningar är fel. Rätta miljövariablerna och försök igen:`,
    wrong: (value: string) => `”${value}” går inte att använda.`,
    wrongSecret: 'värdet går inte att använda (det är hemligt och visas inte).',
    folder: (variable: string, folder: string, code: string) =>
      `${variable}: mappen ${folder} går inte att använda (${code}). Det ska vara en mapp som finns eller kan skapas, och som programmet får skriva i.`,
  },
  {
    purpose: en,
    allowed: allowedEn,
    heading: (n) =>
      n === 1
        ? 'One setting is wrong. Correct the environment variable and try again:'
        : `${n} settings are wrong. Correct the environment variables and try again:`,
    wrong: (value) => `“${value}” cannot be used.`,
    wrongSecret: 'the value cannot be used (it is secret and not shown).',
    folder: (variable, folder, code) =>
      `${variable}: the folder ${folder} cannot be used (${code}). It must be a folder that exists or can be made, and that the program may write in.`,
  },
);
