import { isIP } from 'node:net';
import { z } from 'zod';
import type { Language } from '../texts/index.ts';
import { type Places, readPlaces } from './places.ts';
import { type SettingName, settingTexts } from './settings.texts.ts';

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

/** Digits alone: what Number reads besides (`1e3`, `0x1F`, blanks) is more likely a mistake than a wish. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

/** A name or an address of this machine. Only digits and dots are an IP address, or a mistyped one. */
const isHost = (text: string) =>
  isIP(text) !== 0 || (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text));

const webAddress = z.url({ protocol: /^https?$/, hostname: /^.+$/ });

/** An origin and nothing more: pages, forms and links in mail are put after it. */
const origin = z
  .string()
  .refine((text) => /^https?:\/\/[^/?#]+\/?$/i.test(text) && URL.canParse(text))
  .transform((text) => new URL(text).origin);

/** As the driver reads it: without a host it is a socket, and a blank in it is escaped. */
const isDatabaseAddress = (text: string) =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replaceAll(' ', '%20'), 'postgres://base');

/** Every setting. The order here is the order of `samband config` and of docs/operations/configuration.md; what each is for stands in the texts. */
const settings = {
  SAMBAND_HOST: z.string().refine(isHost).default('127.0.0.1'),
  SAMBAND_PORT: whole(0, 65_535).default(3000),
  SAMBAND_ADDRESS: origin.optional(),
  SAMBAND_DATA: z.string().optional(),
  SAMBAND_DATABASE_USER: z.string().optional(),
  DATABASE_URL: z.string().refine(isDatabaseAddress).optional(),
  SAMBAND_DATABASE_POOL: whole(2, 200).default(10),
  SAMBAND_ARCHIVE: z.string().optional(),
  SAMBAND_FILES: z.string().optional(),
  SAMBAND_FILE_LIMIT: whole(1, 2000).default(50),
  SAMBAND_KOLADA: webAddress.default('https://api.kolada.se/v3'),
  SAMBAND_EXAMPLE: flag.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /^.+$/ }).optional(),
  SAMBAND_MAIL_FROM: z
    .string()
    .regex(/^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .default('Samband <samband@localhost>'),
  SAMBAND_SECRET: z.string().min(32).optional(),
  SAMBAND_PROXY: flag.default(false),
  SAMBAND_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SAMBAND_METRICS: flag.default(true),
} as const satisfies Record<SettingName, z.ZodType>;

const secrets: ReadonlySet<string> = new Set<SettingName>(['DATABASE_URL', 'SMTP_URL', 'SAMBAND_SECRET']);

type Settings = { [K in SettingName]: z.infer<(typeof settings)[K]> };

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

/** Something outside the program that the operator can put right; the message is Swedish, and the same is said in English. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly english: string;
  constructor(said: Readonly<Record<Language, string>>) {
    super(said.sv);
    this.english = said.en;
  }
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

/** Where the program is reached when nothing else is said. An IPv6 address stands in brackets. */
export function localAddress(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** One row per variable: what is in force, with secrets masked, and what it is for. */
export function describeConfig(environment: Record<string, string | undefined>, language: Language = 'sv') {
  const value = parse(environment);
  const { purpose } = settingTexts(language);
  return settingNames.map((name) => {
    const current = value[name];
    return {
      name,
      value: current === undefined ? '' : secrets.has(name) ? '********' : display(current),
      origin: environment[name] ? 'environment' : 'default',
      purpose: purpose[name],
    };
  });
}

function display(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

const settingNames = Object.keys(settings) as readonly SettingName[];

function parse(environment: Record<string, string | undefined>): Settings {
  const faulty: SettingName[] = [];
  const parsed = settingNames.map((name) => {
    // An empty variable is an unset one: that is how systemd and compose files spell "default".
    const result = settings[name].safeParse(environment[name] || undefined);
    if (!result.success) faulty.push(name);
    return [name, result.data];
  });
  if (faulty.length > 0)
    throw new ConfigError({ sv: said(faulty, environment, 'sv'), en: said(faulty, environment, 'en') });
  return Object.fromEntries(parsed) as Settings;
}

/** The variable, what stands in it (never a secret), and what may stand there. */
function said(faulty: readonly SettingName[], environment: Record<string, string | undefined>, language: Language) {
  const t = settingTexts(language);
  const lines = faulty.map((name) => {
    const what = secrets.has(name) ? t.wrongSecret : t.wrong((environment[name] ?? '').slice(0, 100));
    return `  ${name}: ${what} ${t.allowed[name]}`;
  });
  return [t.heading(faulty.length), ...lines].join('\n');
}
