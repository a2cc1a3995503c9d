import { sql } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids/index.ts';
import { createJobs, type JobRun } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { createMail } from '../mail/index.ts';
import { reminderJob, reminderTimes } from './index.ts';
import { queueDigests } from './reminder.commands.ts';
import { dayAfter, digestsOf, isDigestHour, isoWeek } from './reminder.rules.ts';
import { rowsDue } from './reminder.store.ts';
import { insertRow } from './row.store.ts';
import { createTrial, type Trial, thing } from './test-register.ts';

describe('the weekly digest', () => {
  it('goes out on the day and at the hour that the municipality has chosen, in Swedish time', () => {
    const [mondays, sundays] = [usual, { weekday: 7, hour: 16 }];
    expect(isDigestHour('2026-03-02 07:00', mondays)).toBe(true);
    expect(isDigestHour('2026-03-02 08:00', mondays)).toBe(false);
    expect(isDigestHour('2026-03-03 07:00', mondays)).toBe(false);
    expect(isDigestHour('2026-03-01 16:00', sundays)).toBe(true);
    expect(isDigestHour('2026-03-02 16:00', sundays)).toBe(false);
    expect(reminderTimes).toBe('0 * * * *');
  });

  it('belongs to the ISO week, which has its own year', () => {
    const weeks = {
      '2026-03-02': '2026-W10',
      '2027-01-01': '2026-W53',
      '2024-12-30': '2025-W01',
      '2026-01-05': '2026-W02',
    };
    for (const [day, week] of Object.entries(weeks)) expect(isoWeek(day)).toBe(week);
  });

  it('holds the person’s own, late first, and for managers what is late with others', () => {
    const item = (personId: string, day: string) => ({
      register: 'r',
      rowId: personId + day,
      title: 't',
      day,
      personId,
    });
    const items = [item('a', '2026-03-10'), item('a', '2026-02-27'), item('b', '2026-03-02')];
    const digests = digestsOf(
      items,
      '2026-03-02',
      new Map([
        ['a', ['c']],
        ['b', ['c']],
      ]),
    );
    expect([...digests.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b', 'c']);
    expect(digests.get('a')).toMatchObject({ late: [{ day: '2026-02-27' }], ahead: [{ day: '2026-03-10' }] });
    expect(digests.get('c')).toEqual({ late: [], ahead: [], lateWithOthers: [item('a', '2026-02-27')] });
  });
});

const log = createLog('silent');
const usual = { weekday: 1, hour: 7 };
const monday = '2026-03-02';
const people = { id: '', boss: '', head: '', unit: newId(), department: newId() };
let trial: Trial;
let received: Email[];
let stops: (() => Promise<void> | void)[];

const inTenant = <R>(work: Parameters<typeof trial.database.inScope<R>>[1]) =>
  trial.database.inScope({ tenantId: trial.own.id }, work);

async function add(title: string, due: string, values: object = {}): Promise<string> {
  return inTenant((tx) => insertRow(tx, thing, { title, due, owner: people.id, done: false, ...values }));
}

const queue = (day = monday) => queueDigests(trial, { id: trial.own.id, name: 'Ekeberga' }, day);

async function listen(port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void PostalMime.parse(new Response(stream as unknown as BodyInit).body ?? '').then((message) => {
        received.push(message);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  stops.push(close);
  return { port: (server.server.address() as { port: number }).port, close };
}

/** A process of the program: jobs, and mail through that server. */
async function start(port: number): Promise<void> {
  const mail = createMail({
    database: trial.database,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Samband <samband@ekeberga.se>',
    log,
  });
  const jobs = createJobs({ database: trial.database, log, tasks: mail.tasks });
  await jobs.start();
  await mail.resume();
  stops.push(async () => {
    await jobs.stop();
    mail.close();
  });
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250 && !(await condition()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await condition()).toBe(true);
}

const to = (email: Email) => email.to?.[0]?.address;
const byRecipient = () => new Map(received.map((email) => [to(email), email]));

describe('reminders', () => {
  beforeEach(async () => {
    trial = await createTrial();
    received = [];
    stops = [];
    const { own } = trial;
    Object.assign(people, { id: own.people.analyst, boss: newId(), head: newId(), unit: newId(), department: newId() });
    await inTenant(async (tx) => {
      const run = (query: ReturnType<typeof sql>) => query.execute(tx.tables<unknown>());
      const { unit, department, boss, head } = people;
      await run(sql`insert into tenancy.department (tenant_id, id, name) values (${own.id}, ${department}, 'Skola')`);
      await run(
        sql`insert into tenancy.unit (tenant_id, id, name, department_id) values (${own.id}, ${unit}, 'Centralskolan', ${department})`,
      );
      for (const [id, name] of [
        [boss, 'Rektor'],
        [head, 'Skolchef'],
      ] as const) {
        await run(
          sql`insert into tenancy.person (tenant_id, id, name, email) values (${own.id}, ${id}, ${name}, ${`${name.toLowerCase()}@ekeberga.se`})`,
        );
      }
      await run(
        sql`insert into tenancy.role_assignment (tenant_id, id, person_id, role, unit_id) values (${own.id}, ${newId()}, ${boss}, 'manager', ${unit})`,
      );
      await run(
        sql`insert into tenancy.role_assignment (tenant_id, id, person_id, role, department_id) values (${own.id}, ${newId()}, ${head}, 'manager', ${department})`,
      );
      await run(
        sql`update tenancy.person set unit_id = ${unit}, department_id = ${department} where id = any(${[people.id, boss]})`,
      );
    });
  });
  afterEach(async () => {
    for (const stop of stops.toReversed()) await stop();
    await trial?.drop();
  });

  it('reach each person with links, and the nearest manager when something is late', async () => {
    await add('Byt avtal', '2026-02-20');
    const near = await add('Fyll i planen', '2026-03-16', { helpers: [trial.own.people.staff] });
    await add('Långt fram', '2026-03-17');
    await add('Färdigt', '2026-02-01', { done: true });
    await start((await listen()).port);
    expect(await queue()).toBe(3);
    await until(() => received.length === 3);
    const mails = byRecipient();
    const own = mails.get('analyst@ekeberga.se');
    expect(own?.subject).toBe('Försenat: 1, och 1 att göra de närmaste två veckorna');
    expect(own?.text).toMatch(
      /Försenat\s+- Byt avtal \(sak\), 2026-02-20[\s\S]*De närmaste två veckorna\s+- Fyll i planen/,
    );
    expect(own?.text).toContain(`https://samband.ekeberga.se/saker/${near}`);
    expect(own?.text).not.toMatch(/Långt fram|Färdigt/);
    expect(mails.get('staff@ekeberga.se')?.subject).toBe('Att göra de närmaste två veckorna: 1');
    const manager = mails.get('rektor@ekeberga.se');
    expect(manager?.subject).toBe('Försenat hos dina medarbetare: 1');
    expect(manager?.text).toContain('Testperson analyst: Byt avtal (sak), 2026-02-20');
    expect(mails.has('skolchef@ekeberga.se')).toBe(false);
  });

  it('of a manager who is late go to the manager above', async () => {
    await add('Rektorns sak', '2026-02-20', { owner: people.boss });
    expect(await queue()).toBe(2);
    const { rows } = await trial.database.pool.query('select recipient from mail.message order by recipient');
    expect(rows.map(({ recipient }) => recipient)).toEqual(['rektor@ekeberga.se', 'skolchef@ekeberga.se']);
  });

  it('are queued once a week, with two processes at the same time and when repeated', async () => {
    await add('Byt avtal', '2026-03-03');
    const queued = await Promise.all([queue(), queue(), queue()]);
    expect(queued.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(await queue('2026-03-03')).toBe(0);
    expect(await queue(dayAfter(monday, 7))).toBe(2);
  });

  it('that a crash cut short are queued by the next run, and the others not again', async () => {
    await add('Byt avtal', '2026-02-20');
    const { house, ...rest } = trial;
    const failing = {
      ...rest,
      house: {
        ...house,
        recipients: async (tx: Parameters<typeof house.recipients>[0], ids: readonly string[]) => {
          if (ids.includes(people.boss)) throw new Error('the process ended here');
          return house.recipients(tx, ids);
        },
      },
    };
    const municipality = { id: trial.own.id, name: 'Ekeberga' };
    await expect(queueDigests(failing, municipality, monday)).rejects.toThrow('ended here');
    expect(await queue()).toBe(1);
    const { rows } = await trial.database.pool.query('select recipient from mail.message order by recipient');
    expect(rows.map(({ recipient }) => recipient)).toEqual(['analyst@ekeberga.se', 'rektor@ekeberga.se']);
  });

  it('wait while the mail server is down, and arrive once when it is back', async () => {
    await add('Byt avtal', '2026-03-03');
    const down = await listen();
    await down.close();
    await start(down.port);
    expect(await queue()).toBe(1);
    const waits = async () =>
      (await trial.database.pool.query('select fault from mail.message')).rows[0].fault !== null;
    await until(waits);
    expect(received).toEqual([]);
    expect(await queue()).toBe(0);
    await listen(down.port);
    await trial.database.pool.query('update mail.message set not_before = now()');
    await trial.database.pool.query(
      'select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs',
    );
    await until(() => received.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(received.map(to)).toEqual(['analyst@ekeberga.se']);
  });

  it('leave out who has said no to them, but not what is late with those one manages', async () => {
    await add('Byt avtal', '2026-02-20');
    await add('Rektorns sak', '2026-03-03', { owner: people.boss });
    for (const id of [people.id, people.boss]) {
      await inTenant((tx) =>
        sql`insert into identity.account (tenant_id, person_id, email, weekly_digest)
          values (${trial.own.id}, ${id}, ${`${id}@ekeberga.se`}, false)`.execute(tx.tables<unknown>()),
      );
    }
    expect(await queue()).toBe(1);
    const { rows } = await trial.database.pool.query('select recipient, text from mail.message');
    expect(rows).toMatchObject([{ recipient: 'rektor@ekeberga.se' }]);
    expect(rows[0].text).toContain('Testperson analyst: Byt avtal (sak), 2026-02-20');
    expect(rows[0].text).not.toContain('Rektorns sak');
  });

  it('tell of parts of rows too, with a link to the part', async () => {
    const rowId = await add('Långt fram', '2026-12-01');
    const part = { one: () => 'delmål', anchor: 'delmal' };
    const milestone = {
      register: 'trial.thing',
      rowId,
      title: 'Upphandla',
      day: '2026-03-05',
      personId: people.id,
      part,
    };
    const sources = [() => Promise.resolve([milestone])];
    expect(await queueDigests({ ...trial, sources }, { id: trial.own.id, name: 'Ekeberga' }, monday)).toBe(1);
    const { rows } = await trial.database.pool.query('select text from mail.message');
    expect(rows[0].text).toContain('- Upphandla (delmål), 2026-03-05');
    expect(rows[0].text).toContain(`/saker/${rowId}#delmal`);
  });

  it('never read a row that is done with', async () => {
    await add('Öppen', '2026-02-20');
    await add('Klar', '2026-02-20', { done: true });
    const due = thing.columns.find(({ key }) => key === 'due')!;
    const owner = thing.columns.find(({ key }) => key === 'owner')!;
    const done = { column: thing.columns.find(({ key }) => key === 'done')!, values: [true] };
    const about = { date: due, person: owner, over: [done], until: monday, personId: undefined };
    const rows = await inTenant((tx) => rowsDue(tx, thing, about));
    expect(rows.map(({ title }) => title)).toEqual(['Öppen']);
  });

  it('are not sent when nothing is due, to those without an address, or about what they may not read', async () => {
    await add('Långt fram', '2026-12-01');
    await add('Ingens', '2026-02-01', { owner: null });
    await add('Mentorns', '2026-02-01', { owner: trial.own.people.mentor });
    await inTenant((tx) =>
      sql`update tenancy.person set email = null where id = ${trial.own.people.staff}`.execute(tx.tables<unknown>()),
    );
    await add('Utan adress', '2026-03-03', { owner: trial.own.people.staff });
    const archived = await add('Arkiverad', '2026-02-01');
    await inTenant((tx) =>
      sql`update trial.thing set active = false where id = ${archived}`.execute(tx.tables<unknown>()),
    );
    expect(await queue()).toBe(0);
  });

  it('are of the municipality alone, and the job serves each at its hour', async () => {
    await add('Byt avtal', '2026-03-03');
    let ownTime = usual;
    const municipalities = () =>
      Promise.resolve([
        { id: trial.other.id, name: 'Granvik', digest: usual },
        { id: trial.own.id, name: 'Ekeberga', digest: ownTime },
      ]);
    const job = reminderJob({ ...trial, municipalities, log });
    const run = (dueAt: string): JobRun => ({
      ...{ payload: {}, tenantId: undefined, attempt: 1, dueAt: new Date(dueAt) },
      signal: new AbortController().signal,
    });
    await job(run('2026-03-02T05:00:00Z'));
    const count = async () => (await trial.database.pool.query('select 1 from mail.message')).rows.length;
    expect(await count()).toBe(0);
    await job(run('2026-03-02T06:00:00Z'));
    await job(run('2026-03-02T06:00:00Z'));
    expect(await count()).toBe(1);
    const { rows } = await trial.database.pool.query('select tenant_id from register.reminder_sent');
    expect(rows).toEqual([{ tenant_id: trial.own.id }]);
    ownTime = { weekday: 4, hour: 15 };
    await job(run('2026-03-09T06:00:00Z'));
    expect(await count()).toBe(1);
    await job(run('2026-03-12T14:00:00Z'));
    // By then it is late, and the manager is told too.
    expect(await count()).toBe(3);
  });

  it('stand on the start page of the person too', async () => {
    const id = await add('Byt avtal', '2026-02-27');
    const page = await (await trial.browser(trial.own.id, people.id).get('/')).text();
    expect(page).toContain(`href="/saker/${id}"`);
    expect(page).toContain('3 dagar sen');
    const others = await (await trial.browser(trial.own.id, trial.own.people.manager).get('/')).text();
    expect(others).not.toContain('Byt avtal');
  });
});
