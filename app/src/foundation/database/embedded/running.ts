import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openHome } from './home.ts';
import { readPidFile, serversIn } from './processes.ts';
import { port } from './socket.ts';

/** Where the server that already works on this directory answers; undefined when none does or it is not ready. */
export function runningEmbeddedPostgres(
  dataDir: string,
): { host: string; port: number; user: string; database: string } | undefined {
  const home = openHome(dataDir, undefined, () => undefined);
  const lines = readPidFile(home);
  const [pid, host, state] = [Number(lines?.[0]), lines?.[4]?.trim(), lines?.[7]?.trim()];
  if (host === undefined || state !== 'ready' || !serversIn(home).includes(pid)) return undefined;
  return existsSync(join(host, `.s.PGSQL.${port}`))
    ? { host, port, user: 'postgres', database: 'postgres' }
    : undefined;
}
