import path from 'node:path';
import { indexCommand, kpiCommand, situationCommand } from './chain/situation/index.ts';
import { writeExampleArchive } from './example/index.ts';
import { auditCommand } from './foundation/audit/index.ts';
import { runCommand } from './foundation/command-line/index.ts';
import { ConfigError, configCommand, readConfig } from './foundation/config/index.ts';
import { koladaCommands } from './foundation/figures/index.ts';
import { tenantCommand } from './foundation/identity/index.ts';
import { listTenants } from './foundation/tenancy/index.ts';
import type { Language } from './foundation/texts/index.ts';
import { openForCommand } from './open-for-command.ts';

/** The program `samband`. Speaks English where the machine does, else Swedish. */
const environment = process.env;
const language: Language = /^en/.test(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '')
  ? 'en'
  : 'sv';
const root = path.resolve(import.meta.dirname, '..', '..');
const config = () => readConfig(environment, root);
const archive = () => config().archive;
const open = () => openForCommand(config());

const commands = [
  situationCommand(archive),
  kpiCommand(archive),
  indexCommand(archive),
  ...koladaCommands({
    archive,
    koladaUrl: () => config().koladaUrl,
    writeExample: writeExampleArchive,
  }),
  auditCommand(open, listTenants),
  tenantCommand(open),
  configCommand(environment),
];

// `samband … | head` closes the pipe when it has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await runCommand(commands, process.argv.slice(2), language, {
    print: (text) => void process.stdout.write(`${text}\n`),
    tell: (text) => void process.stderr.write(`${text}\n`),
  });
} catch (error) {
  const expected = error instanceof ConfigError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
}
