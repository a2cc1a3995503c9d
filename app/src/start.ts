import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import type pg from 'pg';
import { tellChain } from './example/chain.ts';
import { loadExample } from './example/municipality.ts';
import { type Config, localAddress, makeFolder, readConfig } from './foundation/config/index.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './foundation/database/embedded/index.ts';
import { connect, migrate } from './foundation/database/index.ts';
import { createFigureStore } from './foundation/figures/index.ts';
import { createServer, ensureListenable, listen, readAssets } from './foundation/http/index.ts';
import { createLog } from './foundation/log/index.ts';
import { migrations } from './slices.ts';
import { wire, wireKernel } from './wiring.ts';

export interface Samband {
  readonly address: string;
  stop(): Promise<void>;
}

/** configuration → database → figures → wiring → listen. What has been started is stopped again when a later step fails. */
export async function startSamband(environment: Record<string, string | undefined>): Promise<Samband> {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const config = readConfig(environment, root);
  const log = createLog(config.logLevel);
  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    // What can be refused is refused before a database is made.
    await ensureListenable(config.host, config.port);
    await makeFolder('SAMBAND_DATA', config.dataFolder);
    await makeFolder('SAMBAND_FILES', config.filesFolder);
    const { connection, embedded } = await openDatabase(config);
    if (embedded) {
      stops.push(() => embedded.stop());
      // Without its database the program can only answer errors; whoever supervises it should start both again.
      void embedded.died.then((error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      });
    }
    const database = connect({ ...connection, max: config.databasePool }, (error) => {
      // While everything is closed in order, a connection that the server ends is no news.
      if (!stopping) log.warn({ fault: error.message }, 'idle connection');
    });
    stops.push(() => database.close());
    const ran = await migrate(database.pool, await migrations());
    if (ran.length > 0) log.info({ migrations: ran }, 'migrated');
    const figures = createFigureStore(
      { kolada: config.archive, example: config.exampleArchive },
      keyFigureMap.map(({ kpi }) => kpi),
      log,
    );
    stops.push(() => figures.close());
    const example = config.example ? await loadExample(database, config.exampleArchive) : undefined;
    if (example) {
      const today = new Date().toISOString().slice(0, 10);
      const told = await tellChain({ database, figures, kernel: wireKernel(figures), today });
      if (told) log.info({}, 'the example has its story');
    }
    const version = await readVersion();
    const secret = config.secret ?? (await keptSecret(config.dataFolder));
    let address = config.address ?? localAddress(config.host, config.port);
    const wiring = wire({
      config: { ...config, secret },
      database,
      figures,
      log,
      version,
      address: () => address,
    });
    stops.push(() => wiring.stop());
    await wiring.ready();
    const app = createServer({
      ...wiring,
      database,
      log,
      publicFolder: path.join(import.meta.dirname, 'public'),
      assets: await readAssets(path.join(import.meta.dirname, 'public'), version),
      address: () => address,
      behindProxy: config.behindProxy,
      now: () => new Date(),
    });
    const listening = await listen(app, config.host, config.port);
    stops.push(() => listening.close(10_000));
    if (config.address === undefined) address = localAddress(config.host, listening.port);
    process.stdout.write(greeting(address, example?.roles ?? []));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(
  config: Config,
): Promise<{ connection: pg.PoolConfig; embedded: EmbeddedPostgres | undefined }> {
  if (config.databaseUrl !== undefined)
    return { connection: { connectionString: config.databaseUrl }, embedded: undefined };
  const embedded = await startEmbeddedPostgres({
    dataDir: path.join(config.dataFolder, 'postgres'),
    user: config.databaseUser,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return { connection: embedded.connection, embedded };
}

async function readVersion(): Promise<string> {
  const file = await readFile(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** Made once: codes that are encrypted with it must still open after the next start. */
async function keptSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'secret');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('hex');
    await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}

function greeting(address: string, roles: readonly { readonly role: string; readonly title: string }[]): string {
  const width = Math.max(0, ...roles.map(({ title }) => title.length));
  return [
    '',
    `Samband är igång: ${address}`,
    ...(roles.length > 0 ? ['', 'Logga in i exempelkommunen Ekeberga som'] : []),
    ...roles.map(({ role, title }) => `  ${title.padEnd(width)}  ${address}/exempel/${role}`),
    '',
    'Avsluta med Ctrl-C.',
    '',
  ].join('\n');
}
