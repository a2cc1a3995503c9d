import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startSamband } from './start.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing may have been made when the start was refused. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const data = path.join(folder, 'data');
  const said = await startSamband({ SAMBAND_DATA: data, SAMBAND_LOG: 'silent', ...environment }).then(
    () => 'started',
    (error: Error) => error.message,
  );
  expect(existsSync(data)).toBe(false);
  return said;
}

test('an address that this machine does not have is refused before a database is made', async () => {
  // A block kept for documentation: no machine has it.
  expect(await refusal({ SAMBAND_HOST: '192.0.2.1' })).toContain('Rätta SAMBAND_HOST');
});

test('a port that is taken is refused before a database is made', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  expect(await refusal({ SAMBAND_PORT: String(port) })).toContain(`Port ${port} på 127.0.0.1 används redan`);
  holder.close();
});

test('a faulty setting is refused before a database is made', async () => {
  expect(await refusal({ SAMBAND_ADDRESS: 'kommunen' })).toContain('SAMBAND_ADDRESS: ”kommunen” går inte att använda');
});

test('a data folder that is a file is told with its variable', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, 'here already');
  const said = await startSamband({ SAMBAND_DATA: file, SAMBAND_PORT: '0', SAMBAND_LOG: 'silent' }).catch(
    (error: Error) => error.message,
  );
  expect(said).toContain(`SAMBAND_DATA: mappen ${file} går inte att använda (EEXIST)`);
});
