import { type Command, CommandError, exitCode } from '../command-line/index.ts';
import type { Database } from '../database/index.ts';
import { defineTexts } from '../texts/index.ts';
import { createTenantWithAdministrator } from './administrator.commands.ts';

const texts = defineTexts(
  {
    badCode: 'Koden ska vara kommunens fyra siffror, till exempel --code 1281.',
    codeTaken: 'Det finns redan en kommun med den koden. Ingenting har ändrats.',
    badName: 'Namnet ska vara 1–200 tecken, till exempel --name "Lunds kommun".',
    badEmail: 'Det är ingen e-postadress. Skriv till exempel --email administrator@kommunen.se.',
    created: (name: string, email: string) =>
      `${name} är skapad. Den första administratören (${email}) väljer lösenord genom länken:`,
  },
  {
    badCode: 'The code must be the municipality’s four digits, for example --code 1281.',
    codeTaken: 'There is already a municipality with that code. Nothing has been changed.',
    badName: 'The name must be 1–200 characters, for example --name "Lunds kommun".',
    badEmail: 'That is no e-mail address. Write for example --email administrator@kommunen.se.',
    created: (name, email) =>
      `${name} has been created. The first administrator (${email}) chooses a password through the link:`,
  },
);

/** A municipality with its first administrator; the link is printed, so that no mail server is needed. */
export function tenantCommand(
  open: () => Promise<{ readonly database: Database; readonly address: string; close(): Promise<void> }>,
): Command {
  return {
    words: 'tenant create',
    usage: 'tenant create --code 1281 --name "Lunds kommun" --email administrator@kommunen.se',
    purpose: {
      sv: 'Skapar en kommun med en första administratör',
      en: 'Creates a municipality with a first administrator',
    },
    options: { code: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' } },
    async run(call) {
      const input = { code: call.required('code'), name: call.required('name'), email: call.required('email') };
      const opened = await open();
      const { database, address } = opened;
      try {
        const parts = { database, address: () => address, now: new Date() };
        const answer = await createTenantWithAdministrator(parts, input);
        if (!answer.ok) throw new CommandError(exitCode.usage, texts(call.language)[answer.reason]);
        call.tell(texts(call.language).created(input.name.trim(), input.email));
        call.print(answer.link);
        return exitCode.ok;
      } finally {
        await opened.close();
      }
    },
  };
}
