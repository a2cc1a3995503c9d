import type { Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { formatDate, formatDateTime } from '../ui/index.ts';
import { type DigestParts, type Municipality, queueDigests } from './reminder.commands.ts';
import { isDigestHour } from './reminder.rules.ts';

export const reminderTask = 'register.remind';

/** Mondays at five and at six in UTC: one of them is seven in Sweden, in winter the one and in summer the other. */
export const reminderTimes = '0 5,6 * * 1';

export interface ReminderParts extends DigestParts {
  readonly municipalities: () => Promise<readonly Municipality[]>;
  readonly log: Log;
}

export function reminderJob(parts: ReminderParts): Task {
  return async ({ dueAt }) => {
    if (dueAt === undefined || !isDigestHour(formatDateTime(dueAt))) return;
    const faults: unknown[] = [];
    for (const municipality of await parts.municipalities()) {
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
