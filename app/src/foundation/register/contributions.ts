import { may } from '../access/index.ts';
import type { MineSource } from '../home/index.ts';
import { unseenMentions } from './comment.store.ts';
import { commentTexts } from './comment.texts.ts';
import type { Kernel } from './kernel.ts';
import { itemsDue } from './reminder.queries.ts';
import { dayAfter, daysAhead } from './reminder.rules.ts';

/** What is late or near in the registers and is a person's to do. */
export function registerDue(kernel: Kernel): MineSource {
  return async (tx, { actor, language, day }) => {
    const readable = kernel.registers.filter(({ read }) => may(actor, read));
    return (await itemsDue(tx, readable, dayAfter(day, daysAhead), actor.personId)).map((item) => {
      const register = readable.find(({ name }) => name === item.register)!;
      return {
        href: `${register.path}/${item.rowId}`,
        title: item.title,
        due: item.day,
        note: register.texts(language).one,
      };
    });
  };
}

/** Comments in the registers that name a person who has not opened them. That they are opened is not audited, so they are asked for each time. */
export function registerMentions(kernel: Kernel): MineSource {
  return async (tx, { actor, language }) => {
    const registerOf = (name: string) => kernel.registers.find((one) => one.name === name && may(actor, one.read));
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
    return named;
  };
}
