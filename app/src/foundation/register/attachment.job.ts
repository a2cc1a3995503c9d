import type { Database } from '../database/index.ts';
import type { Files } from '../files/index.ts';
import type { Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { contentsInUse } from './attachment.store.ts';

export const sweepTask = 'register.sweepFiles';

/** Takes away contents that no attachment has, and none of `more` needs: each tells which of some contents are in use. */
export function sweepJob(parts: {
  readonly database: Database;
  readonly files: Files;
  readonly log: Log;
  readonly more?: readonly (typeof contentsInUse)[];
}): Task {
  const { database, files, log, more = [] } = parts;
  return async () => {
    const swept = await files.sweep(
      (tenantId, sha256s) =>
        database.inScope({ tenantId, origin: 'samband' }, async (tx) => {
          const used = new Set<string>();
          for (const ask of [contentsInUse, ...more]) for (const one of await ask(tx, sha256s)) used.add(one);
          return used;
        }),
      new Date(),
    );
    log.info(swept, 'files swept');
  };
}
