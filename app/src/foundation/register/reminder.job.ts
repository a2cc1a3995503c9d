import type { Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { formatDate, formatDateTime } from '../ui/index.ts';
import { type DigestParts, type Municipality, queueDigests } from './reminder.commands.ts';
import { type DigestTime, isDigestHour } from './reminder.rules.ts';

export const reminderTask = 'register.remind';

/** Every hour: each municipality has chosen its own. */
export const reminderTimes = '0 * * * *';

export interface ReminderParts extends DigestParts {
  readonly municipalities: () => Promise<readonly (Municipality & { readonly digest: DigestTime })[]>;
  readonly log: Log;
}

export function reminderJob(parts: ReminderParts): Task {
  return async ({ dueAt }) => {
    if (dueAt === undefined) return;
    const faults: unknown[] = [];
    for (const municipality of await parts.municipalities()) {
      if (!isDigestHour(formatDateTime(dueAt), municipality.digest)) continue;
      try {
        const queued = await queueDigests(parts, municipality, formatDate(dueAt));
        parts.log.info({ tenant: municipality.id, queued }, 'reminders queued');
      } catch (error) {
        // The others get theirs; the job is tried again for what is left.
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'reminders were not queued everywhere');
  };
}
