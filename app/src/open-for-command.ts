import path from 'node:path';
import { type Config, localAddress, makeFolder } from './foundation/config/index.ts';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from './foundation/database/embedded/index.ts';
import { connect, type Database, migrate } from './foundation/database/index.ts';
import { migrations } from './slices.ts';

/** The database as a command meets it, and what a command needs to know of the installation. */
export interface OpenedForCommand {
  readonly database: Database;
  /** Where people reach Samband, for links. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens the same database as the server: the one in DATABASE_URL, else the embedded one. That is joined when the server has it
 * running, and otherwise started for the command and stopped again.
 */
export async function openForCommand(config: Config): Promise<OpenedForCommand> {
  const { connection, stop } = await findOrStart(config);
  const database = connect({ ...connection, max: 2 }, () => undefined);
  const close = async () => {
    await database.close();
    await stop();
  };
  try {
    await migrate(database.pool, await migrations());
  } catch (error) {
    await close();
    throw error;
  }
  return { database, address: config.address ?? localAddress(config.host, config.port), close };
}

async function findOrStart(config: Config) {
  const nothing = () => Promise.resolve();
  if (config.databaseUrl !== undefined) return { connection: { connectionString: config.databaseUrl }, stop: nothing };
  await makeFolder('SAMBAND_DATA', config.dataFolder);
  const dataDir = path.join(config.dataFolder, 'postgres');
  const running = runningEmbeddedPostgres(dataDir);
  if (running !== undefined) return { connection: running, stop: nothing };
  const embedded = await startEmbeddedPostgres({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
  return { connection: embedded.connection, stop: () => embedded.stop() };
}
