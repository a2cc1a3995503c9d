import { may } from '../access/index.ts';
import type { MineSource } from '../home/index.ts';
import { unseenMentions } from './comment.store.ts';
import { commentTexts } from './comment.texts.ts';
import type { Kernel } from './kernel.ts';
import { itemsDue } from './reminder.queries.ts';
import { dayAfter, daysAhead } from './reminder.rules.ts';

/** What waits for a person in the registers: comments that name them and that they have not opened, and what is late or near. */
export function registerMine(kernel: Kernel): MineSource {
  return async (tx, { actor, language, day }) => {
    const readable = kernel.registers.filter(({ read }) => may(actor, read));
    const registerOf = (name: string) => readable.find((register) => register.name === name);
    const due = (await itemsDue(tx, readable, dayAfter(day, daysAhead), actor.personId)).map((item) => {
      const register = registerOf(item.register)!;
      return {
        href: `${register.path}/${item.rowId}`,
        title: item.title,
        due: item.day,
        note: register.texts(language).one,
      };
    });
    const t = commentTexts(language);
    const mentions = (await unseenMentions(tx, actor.personId)).filter((mention) => registerOf(mention.register));
    const by = mentions.flatMap((mention) => mention.by ?? []);
    const people = (await kernel.references.get('person')?.labels(tx, [...new Set(by)], language)) ?? new Map();
    const named = [];
    for (const { commentId, register: name, rowId, by: writer } of mentions) {
      const register = registerOf(name)!;
      const title = (await kernel.references.get(name)!.labels(tx, [rowId], language)).get(rowId);
      if (title === undefined) continue;
      const who = (writer !== null && people.get(writer)) || t.someone;
      named.push({
        href: `${register.path}/${rowId}#kommentar-${commentId}`,
        title: t.mine(who, title),
        note: t.mineNote,
        news: true,
      });
    }
    return [...named, ...due];
  };
}
