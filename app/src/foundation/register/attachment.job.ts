import type { Database } from '../database/index.ts';
import type { Files } from '../files/index.ts';
import type { Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { contentsInUse } from './attachment.store.ts';

export const sweepTask = 'register.sweepFiles';

/** Takes away contents that no attachment has. */
export function sweepJob(parts: { readonly database: Database; readonly files: Files; readonly log: Log }): Task {
  const { database, files, log } = parts;
  return async () => {
    const swept = await files.sweep(
      (tenantId, sha256s) => database.inScope({ tenantId, origin: 'samband' }, (tx) => contentsInUse(tx, sha256s)),
      new Date(),
    );
    log.info(swept, 'files swept');
  };
}
