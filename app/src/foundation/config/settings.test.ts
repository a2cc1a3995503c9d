import { expect, test } from 'vitest';
import { ConfigError, describeConfig, readConfig } from './settings.ts';

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
