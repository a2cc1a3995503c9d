import { expect, test } from 'vitest';
import { ConfigError, describeConfig, localAddress, readConfig } from './settings.ts';

test('without any variable the program is a local one with an example and a database of its own', () => {
  const config = readConfig({}, '/srv/samband');
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, example: true });
  expect(config.dataFolder).toBe('/srv/samband/data');
  expect(config.archive).toBe('/srv/samband/data/kolada.duckdb');
  expect(config.filesFolder).toBe('/srv/samband/data/files');
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ DATABASE_URL: '', SAMBAND_PORT: '' }, '/srv').port).toBe(3000);
});

test('the example is closed as soon as others can reach the server, unless it is asked for', () => {
  expect(readConfig({ SAMBAND_HOST: '0.0.0.0' }, '/srv').example).toBe(false);
  expect(readConfig({ DATABASE_URL: 'postgres://localhost/samband' }, '/srv').example).toBe(false);
  expect(readConfig({ SAMBAND_HOST: '0.0.0.0', SAMBAND_EXAMPLE: 'on' }, '/srv').example).toBe(true);
});

test('every faulty variable is named at once', () => {
  const faulty = { SAMBAND_PORT: 'hundra', SAMBAND_EXAMPLE: 'ja', DATABASE_URL: 'mysql://x', SAMBAND_SECRET: 'kort' };
  expect(() => readConfig(faulty, '/srv')).toThrow(ConfigError);
  expect(() => readConfig(faulty, '/srv')).toThrow(
    /SAMBAND_PORT[\s\S]*DATABASE_URL[\s\S]*SAMBAND_EXAMPLE[\s\S]*SAMBAND_SECRET/,
  );
});

test('what is in force is described with secrets masked', () => {
  const rows = describeConfig({ DATABASE_URL: 'postgres://user:hemligt@db/samband', SAMBAND_PORT: '8080' });
  const text = JSON.stringify(rows);
  expect(text).not.toContain('hemligt');
  expect(rows.find(({ name }) => name === 'DATABASE_URL')).toMatchObject({ value: '********', origin: 'environment' });
  expect(rows.find(({ name }) => name === 'SAMBAND_PORT')).toMatchObject({ value: '8080', origin: 'environment' });
  expect(rows.every(({ purpose }) => purpose.length > 10)).toBe(true);
});

function faultOf(environment: Record<string, string>): ConfigError {
  try {
    readConfig(environment, '/srv');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test.each([
  ['SAMBAND_PORT', 'hundra', 'ett heltal från 0 till 65535'],
  ['SAMBAND_PORT', '70000', 'ett heltal från 0 till 65535'],
  ['SAMBAND_PORT', '1e3', 'ett heltal från 0 till 65535'],
  ['SAMBAND_HOST', '999.1.1.1', 'en IP-adress eller ett värdnamn'],
  ['SAMBAND_HOST', 'http://localhost:3000', 'en IP-adress eller ett värdnamn'],
  ['SAMBAND_ADDRESS', 'samband.kommunen.se', 'https://samband.kommunen.se'],
  ['SAMBAND_ADDRESS', 'https://kommunen.se/samband', 'inget efter värdnamnet'],
  ['SAMBAND_KOLADA', 'api.kolada.se', 'https://api.kolada.se/v3'],
  ['SAMBAND_EXAMPLE', 'ja', 'on eller off'],
  ['SAMBAND_LOG', 'allt', 'debug, info, warn, error eller silent'],
  ['SAMBAND_MAIL_FROM', 'Samband', 'en e-postadress'],
])('%s=%s is refused in Swedish: the variable, what stands there and what may stand there', (name, value, allowed) => {
  const { message, english } = faultOf({ [name]: value });
  expect(message).toContain(`${name}: ”${value}” går inte att använda. Tillåtet: `);
  expect(message).toContain(allowed);
  expect(message).not.toMatch(/invalid|expected|too small/i);
  expect(english).toContain(`${name}: “${value}” cannot be used. Allowed: `);
});

test('what is wrong with a secret is said without saying it', () => {
  const { message, english } = faultOf({
    DATABASE_URL: 'mysql://user:sesam@db',
    SAMBAND_SECRET: 'sesam',
    SMTP_URL: 'smtp://',
  });
  expect(message + english).not.toContain('sesam');
  expect(message).toMatch(/^3 inställningar är fel[\s\S]*postgres:\/\/[\s\S]*smtp:\/\/[\s\S]*minst 32 tecken/);
});

test('the address of an installation is an origin, and one of IPv6 stands in brackets', () => {
  expect(readConfig({ SAMBAND_ADDRESS: 'https://samband.kommunen.se/' }, '/srv').address).toBe(
    'https://samband.kommunen.se',
  );
  expect(localAddress('::1', 3000)).toBe('http://[::1]:3000');
});

test('what settings are for is told in the language that is asked for', () => {
  expect(describeConfig({})[1]!.purpose).toContain('Porten');
  expect(describeConfig({}, 'en')[1]!.purpose).toContain('Port to listen');
});
