import path from 'node:path';
import { type Migration, readMigrations } from './foundation/database/index.ts';

/** Folders with migrations, in the order they run: a later slice may refer to an earlier one's tables. */
const slicesWithTables = {
  foundation: 'foundation/database',
  audit: 'foundation/audit',
  tenancy: 'foundation/tenancy',
  jobs: 'foundation/jobs',
  identity: 'foundation/identity',
  mail: 'foundation/mail',
  fetching: 'foundation/fetching',
  register: 'foundation/register',
  intake: 'foundation/intake',
  situation: 'chain/situation',
  guidance: 'chain/guidance',
  focus: 'chain/focus',
  causes: 'chain/causes',
  actions: 'chain/actions',
  followup: 'chain/followup',
  reports: 'reports/report',
} as const;

export async function migrations(): Promise<readonly Migration[]> {
  const lists = await Promise.all(
    Object.entries(slicesWithTables).map(([slice, folder]) =>
      readMigrations(slice, path.join(import.meta.dirname, folder, 'migrations')),
    ),
  );
  return lists.flat();
}
