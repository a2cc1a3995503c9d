import path from 'node:path';
import { type Command, runCommand } from './foundation/command-line/index.ts';
import { readPlaces } from './foundation/config/terminal.ts';
import type { Language } from './foundation/texts/index.ts';

/** The program `samband`. Speaks English where the machine does, else Swedish. */
const environment = process.env;
const language: Language = /^en/.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '')
  ? 'en'
  : 'sv';
const root = path.resolve(import.meta.dirname, '..', '..');
const archive = () => readPlaces(environment, root).archive;
const config = async () => (await import('./foundation/config/index.ts')).readConfig(environment, root);
const open = async () => (await import('./open-for-command.ts')).openForCommand(await config());

/** Commands by their first word, loaded when that word is said: a figure from the archive must not wait for the whole server to load. */
const groups: Readonly<Record<string, () => Promise<readonly Command[]>>> = {
  situation: async () => [(await import('./chain/situation/terminal.ts')).situationCommand(archive)],
  kpi: async () => [(await import('./chain/situation/terminal.ts')).kpiCommand(archive)],
  index: async () => [(await import('./chain/situation/terminal.ts')).indexCommand(archive)],
  report: async () => [(await import('./reports/situation-report/terminal.ts')).reportCommand(archive)],
  kolada: async () =>
    (await import('./foundation/fetching/terminal.ts')).koladaCommands({
      archive,
      koladaUrl: async () => (await config()).koladaUrl,
      writeExample: async (file) => (await import('./example/index.ts')).writeExampleArchive(file),
    }),
  audit: async () => {
    const { listTenants } = await import('./foundation/tenancy/index.ts');
    return [(await import('./foundation/audit/terminal.ts')).auditCommand(open, listTenants)];
  },
  import: async () => [
    (await import('./foundation/intake/terminal.ts')).importCommand(async () =>
      (await import('./open-for-import.ts')).openForImport(await config()),
    ),
  ],
  tenant: async () => [(await import('./foundation/identity/terminal.ts')).tenantCommand(open)],
  config: async () => [(await import('./foundation/config/terminal.ts')).configCommand(environment)],
};

// `samband … | head` closes the pipe when it has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const args = process.argv.slice(2);
  const asked = Object.hasOwn(groups, args[0] ?? '') ? [groups[args[0] ?? '']!] : Object.values(groups);
  const commands = (await Promise.all(asked.map((load) => load()))).flat();
  process.exitCode = await runCommand(commands, args, language, {
    print: (text) => void process.stdout.write(`${text}\n`),
    tell: (text) => void process.stderr.write(`${text}\n`),
  });
} catch (error) {
  const fault = error instanceof Error ? error : new Error(String(error));
  const hasSentence = ['ConfigError', 'DatabaseUnreachableError', 'EmbeddedDatabaseError', 'MigrationError'];
  const english = language === 'en' && 'english' in fault ? String(fault.english) : undefined;
  const native = hasSentence.includes(fault.name) ? fault.message : fault.stack;
  process.stderr.write(`${english ?? native ?? fault.message}\n`);
  process.exitCode = 1;
}
