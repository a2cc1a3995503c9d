import { type Command, exitCode } from '../command-line/index.ts';
import type { Database } from '../database/index.ts';
import { formatNumber } from '../format/index.ts';
import { defineTexts } from '../texts/index.ts';
import { verifyAudit } from './verification.ts';

const texts = defineTexts(
  {
    none: 'Det finns inga kommuner.',
    intact: (name: string, entries: string) => `${name}: ${entries} ändringar, kedjan är hel`,
    broken: (name: string, entries: string, sequence: string) =>
      `${name}: ${entries} ändringar, kedjan är BRUTEN från ändring ${sequence}. Jämför med en säkerhetskopia.`,
  },
  {
    none: 'There are no municipalities.',
    intact: (name, entries) => `${name}: ${entries} changes, the chain is whole`,
    broken: (name, entries, sequence) =>
      `${name}: ${entries} changes, the chain is BROKEN from change ${sequence}. Compare with a backup.`,
  },
);

/** Does every municipality's trail still say what it said when it was written? */
export function auditCommand(
  open: () => Promise<{ readonly database: Database; close(): Promise<void> }>,
  listTenants: (database: Database) => Promise<readonly { id: string; code: string; name: string }[]>,
): Command {
  return {
    words: 'audit verify',
    usage: 'audit verify [--json]',
    purpose: {
      sv: 'Kontrollerar granskningsspårets kedja för varje kommun',
      en: 'Checks the chain of the audit trail for every municipality',
    },
    options: { json: { type: 'boolean' } },
    async run(call) {
      const t = texts(call.language);
      const opened = await open();
      const { database } = opened;
      try {
        const tenants = await listTenants(database);
        const chains = await verifyAudit(
          database,
          tenants.map(({ id }) => id),
        );
        const rows = tenants.map(({ code, name }, index) => ({ code, name, ...chains[index]!.result }));
        if (call.flag('json')) call.print(JSON.stringify(rows, null, 2));
        else if (rows.length === 0) call.print(t.none);
        else {
          for (const row of rows) {
            const [name, entries] = [`${row.code} ${row.name}`, formatNumber(row.entries, call.language)];
            call.print(
              row.state === 'intact' ? t.intact(name, entries) : t.broken(name, entries, String(row.sequence)),
            );
          }
        }
        return rows.some(({ state }) => state === 'broken') ? exitCode.fault : exitCode.ok;
      } finally {
        await opened.close();
      }
    },
  };
}
