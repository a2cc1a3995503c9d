import type { Command } from '../command-line/index.ts';

/** What is in force, with secrets masked. */
export function configCommand(environment: Record<string, string | undefined>): Command {
  return {
    words: 'config',
    usage: 'config [--json]',
    purpose: {
      sv: 'Visar inställningarna som gäller, med hemligheter dolda',
      en: 'Shows the settings in force, with secrets masked',
    },
    options: { json: { type: 'boolean' } },
    async run(call) {
      // Loaded when asked for: this door is every command's way to where the files lie, and what checks settings is slow to load.
      const { describeConfig } = await import('./settings.ts');
      const rows = describeConfig(environment, call.language);
      if (call.flag('json')) {
        call.print(JSON.stringify(rows, null, 2));
        return undefined;
      }
      for (const { name, value, origin, purpose } of rows) {
        call.print(
          `${name}=${value}${origin === 'environment' ? '' : call.language === 'sv' ? '  (förval)' : '  (default)'}`,
        );
        call.print(`    ${purpose}`);
      }
      return undefined;
    },
  };
}
