import type { Config } from './foundation/config/index.ts';
import { createFigureStore } from './foundation/figures/index.ts';
import { createFiles } from './foundation/files/index.ts';
import type { OpenedForImport } from './foundation/intake/terminal.ts';
import { createLog } from './foundation/log/index.ts';
import { listTenants } from './foundation/tenancy/index.ts';
import { openForCommand } from './open-for-command.ts';
import { wireIntake, wireKernel } from './wiring.ts';

/** The database with the registers around it, as the way in needs them from the command line. */
export async function openForImport(config: Config): Promise<OpenedForImport> {
  const opened = await openForCommand(config);
  const figures = createFigureStore(
    { kolada: config.archive, example: config.exampleArchive },
    [],
    createLog('silent'),
  );
  const intake = wireIntake({
    kernel: wireKernel(figures),
    files: createFiles(config.filesFolder),
    fileLimit: config.fileLimit,
  });
  return {
    database: opened.database,
    address: opened.address,
    intake,
    tenants: await listTenants(opened.database),
    async close() {
      await figures.close();
      await opened.close();
    },
  };
}
