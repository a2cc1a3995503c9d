import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { createJobs, type Jobs, prepareJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { enqueueMail } from './enqueue.ts';
import { createMail, type Mail } from './mail.ts';
import { claimMessage } from './message.store.ts';

const log = createLog('silent');
const tenantId = newId();
let database: TestDatabase;
let received: Email[];
let running: { jobs: Jobs; mail: Mail }[];
let servers: SMTPServer[];

beforeEach(async () => {
  database = await createTestDatabase();
  await prepareJobs(database, log);
  await database.inScope({ tenantId }, (tx) =>
    tx
      .tables<{ 'tenancy.tenant': { tenant_id: string; code: string; name: string } }>()
      .insertInto('tenancy.tenant')
      .values({ tenant_id: tenantId, code: '1814', name: 'Ekeberga kommun' })
      .execute(),
  );
  received = [];
  running = [];
  servers = [];
});
afterEach(async () => {
  for (const { jobs, mail } of running) {
    await jobs.stop();
    mail.close();
  }
  for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.drop();
});

async function listen(options: SMTPServerOptions = {}, port = 0): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void PostalMime.parse(new Response(stream as unknown as BodyInit).body ?? '').then((message) => {
        received.push(message);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return (server.server.address() as { port: number }).port;
}

async function start(smtpUrl: string | undefined): Promise<Mail> {
  const mail = createMail({ database, smtpUrl, from: 'Samband <samband@ekeberga.se>', log });
  const jobs = createJobs({ database, log, tasks: mail.tasks });
  await jobs.start();
  await mail.resume();
  running.push({ jobs, mail });
  return mail;
}

const letter = {
  to: 'bo@ekeberga.se',
  subject: 'Åtgärder å ä ö',
  text: 'Första raden\n\n.\nAndra raden på svenska: åäö\n',
};
const send = (mail: Partial<typeof letter> = {}) =>
  database.inScope({ tenantId }, (tx) => enqueueMail(tx, { ...letter, ...mail }));

async function row(id: string) {
  const { rows } = await database.pool.query('select * from mail.message where id = $1', [id]);
  return rows[0];
}

async function untilState(id: string, condition: (message: Awaited<ReturnType<typeof row>>) => boolean) {
  for (let tries = 0; tries < 250; tries++) {
    const message = await row(id);
    if (condition(message)) return message;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`message ${id} never came there: ${JSON.stringify(await row(id))}`);
}

describe('mail', () => {
  it('arrives whole, and its text is forgotten here', async () => {
    await start(`smtp://127.0.0.1:${await listen()}`);
    const id = await send();
    const sent = await untilState(id, ({ state }) => state === 'sent');
    expect(sent).toMatchObject({ text: '', html: null, attempts: 1, fault: null });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      subject: letter.subject,
      from: { name: 'Samband', address: 'samband@ekeberga.se' },
      to: [{ address: letter.to }],
      messageId: `<${id}@ekeberga.se>`,
    });
    expect(received[0]?.text?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
  });

  it('is not sent when what caused it is undone', async () => {
    await start(`smtp://127.0.0.1:${await listen()}`);
    const undone = database.inScope({ tenantId }, async (tx) => {
      await enqueueMail(tx, letter);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await send({ subject: 'Efteråt' });
    for (let tries = 0; tries < 100 && received.length === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(received.map(({ subject }) => subject)).toEqual(['Efteråt']);
  });

  it('waits while the mail server is down, and arrives once when it is back', async () => {
    const port = await listen();
    await new Promise<void>((resolve) => servers.pop()?.close(() => resolve()));
    await start(`smtp://127.0.0.1:${port}`);
    const id = await send();
    const waiting = await untilState(id, ({ fault }) => fault !== null);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, text: letter.text });
    expect(waiting.not_before.getTime() - Date.now()).toBeGreaterThan(20_000);
    await listen({}, port);
    await database.pool.query('update mail.message set not_before = now()');
    await database.pool.query('select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs');
    await untilState(id, ({ state }) => state === 'sent');
    expect(received.map(({ messageId }) => messageId)).toEqual([`<${id}@ekeberga.se>`]);
  });

  it('that the server will never take is given up with the reason; a passing refusal is not', async () => {
    const answers = [
      Object.assign(new Error('greylisted'), { responseCode: 451 }),
      Object.assign(new Error('no such user'), { responseCode: 550 }),
    ];
    const port = await listen({ onRcptTo: (_address, _session, done) => done(answers.shift()) });
    await start(`smtp://127.0.0.1:${port}`);
    const passing = await send();
    expect(await untilState(passing, ({ fault }) => fault !== null)).toMatchObject({ state: 'queued' });
    const final = await send();
    const failed = await untilState(final, ({ state }) => state === 'failed');
    expect(failed.fault).toContain('no such user');
    expect(failed.text).toBe('');
  });

  it('without a mail server waits, and is sent by the next start that has one', async () => {
    await start(undefined);
    const id = await send();
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await database.pool.query('select 1 from graphile_worker.jobs');
      if (rows.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 });
    await running.pop()?.jobs.stop();
    await start(`smtp://127.0.0.1:${await listen()}`);
    await untilState(id, ({ state }) => state === 'sent');
    expect(received).toHaveLength(1);
  });

  it('that another process is sending is left alone until that process must be dead', async () => {
    const id = await send();
    const mine = await database.inScope({ tenantId }, (tx) => claimMessage(tx, id, 300));
    expect(mine.kind).toBe('claimed');
    await start(`smtp://127.0.0.1:${await listen()}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(received).toHaveLength(0);
    const { rows } = await database.pool.query(
      "select run_at > now() + interval '4 minutes' as later from graphile_worker.jobs",
    );
    expect(rows).toEqual([{ later: true }]);
    await database.pool.query('update mail.message set claimed_until = now()');
    await database.pool.query('select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs');
    await untilState(id, ({ state }) => state === 'sent');
    expect(received).toHaveLength(1);
  });

  it('is sent once by two processes that both try', async () => {
    const port = await listen();
    await start(`smtp://127.0.0.1:${port}`);
    await start(`smtp://127.0.0.1:${port}`);
    const ids = await Promise.all(Array.from({ length: 10 }, () => send()));
    for (const { mail } of running) await mail.resume();
    for (const id of ids) await untilState(id, ({ state }) => state === 'sent');
    expect(received).toHaveLength(ids.length);
    expect(new Set(received.map(({ messageId }) => messageId))).toEqual(
      new Set(ids.map((id) => `<${id}@ekeberga.se>`)),
    );
  });

  it('cannot be given a second recipient or header through its address or subject', async () => {
    await start(`smtp://127.0.0.1:${await listen()}`);
    const id = await send({ subject: 'Hej\r\nBcc: annan@ekeberga.se' });
    await untilState(id, ({ state }) => state === 'sent');
    expect(received[0]?.bcc).toBeUndefined();
    expect(received[0]?.to).toHaveLength(1);
    const list = await send({ to: 'bo@ekeberga.se, annan@ekeberga.se' });
    await untilState(list, ({ fault, state }) => fault !== null || state === 'sent');
    expect(received.flatMap(({ to }) => to ?? []).some(({ address }) => address === 'annan@ekeberga.se')).toBe(false);
  });
});
