import { may } from '../access/index.ts';
import type { Database, Transaction } from '../database/index.ts';
import { enqueueMail } from '../mail/index.ts';
import type { Language } from '../texts/index.ts';
import type { House, Kernel } from './kernel.ts';
import { itemsDue } from './reminder.queries.ts';
import { type Digest, type DueItem, dayAfter, daysAhead, digestsOf, isLate, isoWeek } from './reminder.rules.ts';
import { insertReminderSent } from './reminder.store.ts';
import { reminderTexts } from './reminder.texts.ts';

export interface DigestParts {
  readonly database: Database;
  readonly kernel: Kernel;
  readonly house: House;
  /** What is due besides the rows of registers, such as parts of them. */
  readonly sources?: readonly DueSource[];
}

/** What is due by a day, for those who should do it. */
export type DueSource = (tx: Transaction, until: string) => Promise<readonly DueItem[]>;

export interface Municipality {
  readonly id: string;
  readonly name: string;
}

/**
 * Queues the week's digest for each person who has something late or near, and for the managers of those who are late. Each in a transaction of its own, with the mark
 * that it has been queued: repeated after a crash, or by another process at the same time, it goes on with those who are left. Answers how many were queued.
 */
export async function queueDigests(parts: DigestParts, municipality: Municipality, day: string): Promise<number> {
  const { database, kernel, house } = parts;
  const inTenant = <R>(work: (tx: Transaction) => Promise<R>) =>
    database.inScope({ tenantId: municipality.id, origin: 'samband' }, work);
  const digests = await inTenant(async (tx) => {
    const until = dayAfter(day, daysAhead);
    const items = [...(await itemsDue(tx, kernel.registers, until))];
    for (const source of parts.sources ?? []) items.push(...(await source(tx, until)));
    const late = [...new Set(items.filter((item) => isLate(item, day)).map(({ personId }) => personId))];
    return digestsOf(items, day, late.length === 0 ? new Map() : await house.managersOf(tx, late, day));
  });
  let queued = 0;
  for (const [personId, digest] of digests) {
    if (await inTenant((tx) => queueDigest(parts, tx, municipality, personId, digest, day))) queued += 1;
  }
  return queued;
}

async function queueDigest(
  { kernel, house }: DigestParts,
  tx: Transaction,
  municipality: Municipality,
  personId: string,
  whole: Digest,
  day: string,
): Promise<boolean> {
  const person = await house.actorOf(tx, personId);
  const recipient = (await house.recipients(tx, [personId])).get(personId);
  if (person === undefined || recipient === undefined) return false;
  const readable = ({ register }: DueItem) => may(person, kernel.registers.find(({ name }) => name === register)!.read);
  // Who wants no digest is still told what is late with those they manage.
  const own = (items: readonly DueItem[]) => (recipient.weeklyDigest ? items.filter(readable) : []);
  const { late, ahead, lateWithOthers } = {
    late: own(whole.late),
    ahead: own(whole.ahead),
    lateWithOthers: whole.lateWithOthers.filter(readable),
  };
  if (late.length + ahead.length + lateWithOthers.length === 0) return false;
  if (!(await insertReminderSent(tx, personId, isoWeek(day)))) return false;
  const { language, name, email } = recipient;
  const t = reminderTexts(language);
  const others = [...new Set(lateWithOthers.map((item) => item.personId))];
  const names = (await kernel.references.get('person')?.labels(tx, others, language)) ?? new Map<string, string>();
  const about = { kernel, house, language };
  const sections = [
    section(about, t.late, late),
    section(about, t.ahead, ahead),
    section(about, t.lateWithOthers, lateWithOthers, (item) => names.get(item.personId)),
  ];
  await enqueueMail(tx, {
    to: email,
    subject: t.subject(late.length, ahead.length, lateWithOthers.length),
    text: [t.greeting(name), ...sections.flat(), t.ending(municipality.name), house.address()]
      .join('\n\n')
      .concat('\n'),
  });
  return true;
}

const mostLines = 50;

function section(
  { kernel, house, language }: { readonly kernel: Kernel; readonly house: House; readonly language: Language },
  heading: string,
  items: readonly DueItem[],
  whose: (item: DueItem) => string | undefined = () => undefined,
): readonly string[] {
  if (items.length === 0) return [];
  const t = reminderTexts(language);
  const lines = items.slice(0, mostLines).map((item) => {
    const register = kernel.registers.find(({ name }) => name === item.register)!;
    const one = item.part?.one(language) ?? register.texts(language).one;
    const anchor = item.part === undefined ? '' : `#${item.part.anchor}`;
    const who = whose(item);
    const words = who === undefined ? t.line(item.title, one, item.day) : t.lineOf(who, item.title, one, item.day);
    return `- ${words}\n  ${new URL(`${register.path}/${item.rowId}${anchor}`, house.address()).href}`;
  });
  const left = items.length - lines.length;
  return [[heading, ...lines, ...(left > 0 ? [t.andMore(left)] : [])].join('\n')];
}
