import { z } from 'zod';
import { type Places, readPlaces } from './places.ts';

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

/** Every setting, with what it is for. The order here is the order of `samband config` and of docs/operations/configuration.md. */
const settings = {
  SAMBAND_HOST: setting(z.string().min(1).default('127.0.0.1'), 'Address to listen on.'),
  SAMBAND_PORT: setting(
    z.coerce.number().int().min(0).max(65535).default(3000),
    'Port to listen on; 0 picks a free one.',
  ),
  SAMBAND_ADDRESS: setting(
    z.url().optional(),
    'The address people use, for links in mail and for the check of where forms come from, e.g. https://samband.kommunen.se. Default: host and port.',
  ),
  SAMBAND_DATA: setting(
    z.string().min(1).optional(),
    'Folder for the embedded database and the archives. Default: data/ in the repository.',
  ),
  SAMBAND_DATABASE_USER: setting(
    z.string().min(1).optional(),
    'Started as root: the account that runs the embedded database. Default: samband where it exists, else nobody.',
  ),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
    'A PostgreSQL server, version 15 or later. Without it Samband starts its own.',
    'secret',
  ),
  SAMBAND_DATABASE_POOL: setting(z.coerce.number().int().min(2).max(200).default(10), 'Connections to the database.'),
  SAMBAND_ARCHIVE: setting(
    z.string().min(1).optional(),
    'File with the figures from Kolada. Default: kolada.duckdb in the data folder.',
  ),
  SAMBAND_FILES: setting(
    z.string().min(1).optional(),
    'Folder for the files that people attach. Default: files/ in the data folder.',
  ),
  SAMBAND_FILE_LIMIT: setting(
    z.coerce.number().int().min(1).max(2000).default(50),
    'Largest file that can be attached, in MB.',
  ),
  SAMBAND_KOLADA: setting(z.url().default('https://api.kolada.se/v3'), 'Where Kolada answers.'),
  SAMBAND_EXAMPLE: setting(
    flag.optional(),
    'on loads the example municipality and lets anyone who reaches the address sign in to it. Default: on with the embedded database and a loopback address, else off.',
  ),
  SMTP_URL: setting(
    z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    'Mail server. Without it mail waits in the queue and is shown to administrators.',
    'secret',
  ),
  SAMBAND_MAIL_FROM: setting(z.string().min(3).default('Samband <samband@localhost>'), 'Sender of mail.'),
  SAMBAND_SECRET: setting(
    z.string().min(32).optional(),
    'Key that encrypts one-time-code secrets, at least 32 characters. Default: made at the first start and kept in the data folder.',
    'secret',
  ),
  SAMBAND_PROXY: setting(
    flag.default(false),
    'on when a reverse proxy stands in front: the last address in X-Forwarded-For is believed.',
  ),
  SAMBAND_LOG: setting(
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    'Lowest level that is logged.',
  ),
  SAMBAND_METRICS: setting(
    flag.default(true),
    'off closes /metrics, which answers only addresses of the machine itself.',
  ),
} as const;

function setting<T extends z.ZodType>(schema: T, purpose: string, kind: 'open' | 'secret' = 'open') {
  return { schema, purpose, kind };
}

type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]['schema']> };

export interface Config extends Places {
  readonly host: string;
  readonly port: number;
  readonly address: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseUser: string | undefined;
  readonly databasePool: number;
  /** Of one attached file, in bytes. */
  readonly fileLimit: number;
  readonly koladaUrl: string;
  readonly example: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly secret: string | undefined;
  readonly behindProxy: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly metrics: boolean;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and checks the environment. `root` is the folder of the repository. Throws ConfigError naming every faulty variable. */
export function readConfig(environment: Record<string, string | undefined>, root: string): Config {
  const value = parse(environment);
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(value.SAMBAND_HOST);
  return {
    ...readPlaces(environment, root),
    host: value.SAMBAND_HOST,
    port: value.SAMBAND_PORT,
    address: value.SAMBAND_ADDRESS,
    databaseUrl: value.DATABASE_URL,
    databaseUser: value.SAMBAND_DATABASE_USER,
    databasePool: value.SAMBAND_DATABASE_POOL,
    fileLimit: value.SAMBAND_FILE_LIMIT * 1024 * 1024,
    koladaUrl: value.SAMBAND_KOLADA,
    example: value.SAMBAND_EXAMPLE ?? (value.DATABASE_URL === undefined && loopback),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.SAMBAND_MAIL_FROM,
    secret: value.SAMBAND_SECRET,
    behindProxy: value.SAMBAND_PROXY,
    logLevel: value.SAMBAND_LOG,
    metrics: value.SAMBAND_METRICS,
  };
}

/** One row per variable: what is in force, with secrets masked, and what it is for. */
export function describeConfig(environment: Record<string, string | undefined>) {
  const value = parse(environment);
  return Object.entries(settings).map(([name, { purpose, kind }]) => {
    const current = value[name as keyof Settings];
    return {
      name,
      value: current === undefined ? '' : kind === 'secret' ? '********' : display(current),
      origin: environment[name] ? 'environment' : 'default',
      purpose,
    };
  });
}

function display(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function parse(environment: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const parsed = Object.entries(settings).map(([name, { schema }]) => {
    // An empty variable is an unset one: that is how systemd and compose files spell "default".
    const result = schema.safeParse(environment[name] || undefined);
    if (!result.success) faults.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
    return [name, result.data];
  });
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return Object.fromEntries(parsed) as Settings;
}
