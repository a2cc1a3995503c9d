import type { Transaction } from '../database/index.ts';
import type { Register } from './register.rules.ts';
import type { DueItem } from './reminder.rules.ts';
import { rowsDue } from './reminder.store.ts';

/** What is late or due by a day in these registers, by their own declarations of what to remind of. */
export async function itemsDue(
  tx: Transaction,
  registers: readonly Register[],
  until: string,
  personId?: string,
): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for (const register of registers) {
    const columnOf = (key: string) => register.columns.find((column) => column.key === key)!;
    for (const { date, person, over } of register.reminders ?? []) {
      const ended = Object.entries(over).map(([key, values = []]) => ({ column: columnOf(key), values }));
      const about = { date: columnOf(date), person: columnOf(person), over: ended, until, personId };
      for (const row of await rowsDue(tx, register, about)) {
        const people = [row[person]].flat() as readonly string[];
        const item = {
          register: register.name,
          rowId: row.id,
          title: String(row[register.heads]),
          day: String(row[date]),
        };
        for (const id of people) if (personId === undefined || id === personId) items.push({ ...item, personId: id });
      }
    }
  }
  return items;
}
