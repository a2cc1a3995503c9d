import { Secret, TOTP } from 'otpauth';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SambandRequest } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { createJobs, type Jobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { createMail, type Mail } from '../mail/index.ts';
import { Page } from '../ui/index.ts';
import { accountPanel } from './account.routes.tsx';
import { insertAccount, setPasswordHash, setTotp } from './account.store.ts';
import { createTenantWithAdministrator } from './administrator.commands.ts';
import { hashPassword } from './passwords.ts';
import { invitationLife, resetLife } from './session.rules.ts';
import { type Answer, address, type Browser, openHouse, password, type TestHouse } from './testing.ts';

let house: TestHouse;
let jobs: Jobs;
let mail: Mail;
let smtp: SMTPServer;
const inbox: Email[] = [];
let tenantNumber = 2000;

beforeAll(async () => {
  // The panel as it stands on a person's page.
  house = await openHouse({ routes: [{ method: 'get', path: '/panel/:id', access: 'signedIn', handle: panelPage }] });
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void PostalMime.parse(new Response(stream as unknown as BodyInit).body ?? '').then((message) => {
        inbox.push(message);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const { port } = smtp.server.address() as { port: number };
  const log = createLog('silent');
  mail = createMail({
    database: house.database,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Samband <samband@ekeberga.se>',
    log,
  });
  jobs = createJobs({ database: house.database, log, tasks: mail.tasks });
  await jobs.start();
});
afterAll(async () => {
  await jobs?.stop();
  mail?.close();
  await new Promise<void>((resolve) => (smtp ? smtp.close(() => resolve()) : resolve()));
  await house?.close();
});
beforeEach(() => {
  inbox.length = 0;
});

async function panelPage(request: SambandRequest): Promise<Response> {
  const panel = await accountPanel(request, request.params.id ?? '');
  return request.html(Page({ shell: request.shell(), title: 'Person', children: panel }));
}

async function mailTo(recipient: string): Promise<Email> {
  for (let tries = 0; tries < 200; tries++) {
    const found = inbox.findLast(({ to }) => to?.[0]?.address === recipient);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no mail to ${recipient}`);
}

function linkIn(message: Email): string {
  return new URL(/http:\/\/samband\.test\S+/.exec(message.text ?? '')?.[0] ?? '').pathname;
}

async function administrator(email: string): Promise<{ browser: Browser; tenantId: string; personId: string }> {
  const ids = await house.municipality({ code: String(tenantNumber++), name: 'Ekeberga kommun', email });
  const browser = house.browser();
  await browser.signIn(email);
  return { browser, ...ids };
}

async function personWithoutAccount(tenantId: string, name: string, email: string | null): Promise<string> {
  const id = newId();
  await house.database.pool.query('insert into tenancy.person (tenant_id, id, name, email) values ($1, $2, $3, $4)', [
    tenantId,
    id,
    name,
    email,
  ]);
  return id;
}

const chosen = 'fyra gröna stolar sjunger';
const both = (text: string) => ({ password: text, repeatedPassword: text });

describe('an invitation', () => {
  it('arrives by mail, sets the password, signs in, and works once', async () => {
    const { browser, tenantId } = await administrator('admin@a.se');
    const personId = await personWithoutAccount(tenantId, 'Bo Bäck', 'Bo@A.se');
    expect((await browser.post(`/personer/${personId}/bjud-in`, {})).location).toBe(
      `/organisation/personer/${personId}`,
    );
    const message = await mailTo('bo@a.se');
    expect(message.subject).toBe('Välkommen till Samband i Ekeberga kommun');
    expect(message.text).toContain('Hej Bo Bäck!');
    const link = linkIn(message);
    const invited = house.browser();
    expect((await invited.get(link)).text).toContain('Bo Bäck, välj ett lösenord');
    for (const [given, said] of [
      [both('kort'), 'för kort'],
      [both('lösenord2024!'), 'för lätt att gissa'],
      [{ password: chosen, repeatedPassword: `${chosen}!` }, 'inte lika'],
    ] as const) {
      const refused = await invited.post(link, given);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(said);
    }
    expect((await invited.post(link, both(chosen))).location).toBe('/');
    expect((await invited.get('/mitt-konto')).text).toContain('bo@a.se');
    for (const again of [
      await house.browser().get(link),
      await house.browser().post(link, both('en annans lösenord här')),
    ]) {
      expect(again.status).toBe(410);
      expect(again.text).toContain('redan använts');
    }
    expect((await house.browser().signIn('bo@a.se', chosen)).status).toBe(303);
    const { rows } = await house.database.pool.query(
      "select text, state from mail.message where recipient = 'bo@a.se'",
    );
    expect(rows).toEqual([{ text: '', state: 'sent' }]);
  });

  it('runs out after a week, and a new one replaces the old', async () => {
    const { browser, tenantId } = await administrator('admin@b.se');
    const personId = await personWithoutAccount(tenantId, 'Cia', 'cia@b.se');
    await browser.post(`/personer/${personId}/bjud-in`, {});
    const first = linkIn(await mailTo('cia@b.se'));
    inbox.length = 0;
    await browser.post(`/personer/${personId}/bjud-in`, {});
    const second = linkIn(await mailTo('cia@b.se'));
    expect((await house.browser().get(first)).status).toBe(404);
    house.forward(invitationLife + 1000);
    const late = await house.browser().post(second, both(chosen));
    expect(late.status).toBe(410);
    expect(late.text).toContain('Länkens tid har gått ut');
    expect((await house.browser().get('/bjuden/nonsens')).status).toBe(404);
    expect((await house.browser().get(second.replace('/bjuden/', '/aterstall/'))).status).toBe(404);
  });

  it('is refused with a reason, and only administrators may send one', async () => {
    const { browser, tenantId, personId } = await administrator('admin@c.se');
    const without = await personWithoutAccount(tenantId, 'Utan adress', null);
    const said = async (id: string) => {
      await browser.post(`/personer/${id}/bjud-in`, {});
      return (await browser.get('/mitt-konto')).text;
    };
    expect(await said(without)).toContain('saknar en hel e-postadress');
    expect(await said(personId)).toContain('redan ett konto');
    const other = await administrator('admin@d.se');
    expect((await other.browser.post(`/personer/${without}/bjud-in`, {})).status).toBe(404);
    await house.database.pool.query("update tenancy.role_assignment set role = 'analyst' where tenant_id = $1", [
      tenantId,
    ]);
    expect((await browser.post(`/personer/${without}/bjud-in`, {})).status).toBe(403);
  });

  it('for the first administrator of a new municipality comes from the command line', async () => {
    const parts = { database: house.database, address: () => address, now: house.now() };
    const made = await createTenantWithAdministrator(parts, { code: '2999', name: 'Nykommun', email: 'Chef@Ny.se' });
    if (!made.ok) throw new Error(made.reason);
    const browser = house.browser();
    expect((await browser.post(new URL(made.link).pathname, both(chosen))).location).toBe('/');
    expect((await browser.get('/mitt-konto')).text).toContain('Nykommun');
    const refused = { code: '2999', name: 'Nykommun', email: 'chef@ny.se' };
    expect(await createTenantWithAdministrator(parts, refused)).toEqual({ ok: false, reason: 'codeTaken' });
    expect(await createTenantWithAdministrator(parts, { ...refused, code: 'x' })).toEqual({
      ok: false,
      reason: 'badCode',
    });
    expect(await createTenantWithAdministrator(parts, { ...refused, code: '3000', email: 'x' })).toEqual({
      ok: false,
      reason: 'badEmail',
    });
  });
});

describe('a forgotten password', () => {
  it('gives the same answer whether there is an account or not, and mails a link that ends all sessions', async () => {
    const { browser } = await administrator('glom@e.se');
    const known = await house.browser().post('/glomt-losenord', { email: 'Glom@e.se' });
    const unknown = await house.browser().post('/glomt-losenord', { email: 'finns@inte.se' });
    const visible = ({ status, location, headers }: Answer) => [status, location, headers.getSetCookie()];
    expect(visible(known)).toEqual(visible(unknown));
    const link = linkIn(await mailTo('glom@e.se'));
    expect(inbox.some(({ to }) => to?.[0]?.address === 'finns@inte.se')).toBe(false);
    expect((await house.browser().post(link, both('glom bort allt detta'))).text).toContain('innehåller namnet');
    const fresh = house.browser();
    expect((await fresh.post(link, both(chosen))).location).toBe('/');
    expect((await browser.get('/mitt-konto')).status).toBe(401);
    expect((await house.browser().signIn('glom@e.se', password)).status).toBe(422);
    expect((await house.browser().get(link)).status).toBe(410);
  });

  it('runs out after an hour, and five in an hour is enough', async () => {
    await administrator('sen@e.se');
    await house.browser().post('/glomt-losenord', { email: 'sen@e.se' });
    const link = linkIn(await mailTo('sen@e.se'));
    house.forward(resetLife + 1000);
    expect((await house.browser().get(link)).text).toContain('Länkens tid har gått ut');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => house.browser().post('/glomt-losenord', { email: 'ofta@e.se' })),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await house.browser().post('/glomt-losenord', { email: 'inte en adress' })).status).toBe(422);
  });
});

describe('my account', () => {
  it('saves name and language, and refuses to overwrite what somebody else has changed', async () => {
    const { browser, personId } = await administrator('namn@f.se');
    const page = await browser.get('/mitt-konto');
    const version = page.hidden('version');
    expect((await browser.post('/mitt-konto', { name: 'Åsa Öst', language: 'en', version })).location).toBe(
      '/mitt-konto',
    );
    const after = await browser.get('/mitt-konto');
    expect(after.html).toContain('lang="en"');
    expect(after.html).toContain('value="Åsa Öst"');
    const digest = async () =>
      (await house.database.pool.query('select weekly_digest from identity.account where person_id = $1', [personId]))
        .rows;
    expect(await digest()).toEqual([{ weekly_digest: true }]);
    const no = { name: 'Åsa Öst', language: 'en', weeklyDigest: 'off', version: after.hidden('version') };
    expect((await browser.post('/mitt-konto', no)).location).toBe('/mitt-konto');
    expect(await digest()).toEqual([{ weekly_digest: false }]);
    expect((await browser.get('/mitt-konto')).html).toMatch(/name="weeklyDigest" value="off"[^>]*checked/);
    const stale = await browser.post('/mitt-konto', { name: 'Annat namn', language: 'sv', version });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="Annat namn"');
    const { rows } = await house.database.pool.query('select name from tenancy.person where id = $1', [personId]);
    expect(rows).toEqual([{ name: 'Åsa Öst' }]);
  });

  it('lists sessions, ends another, and never somebody else’s', async () => {
    const { browser } = await administrator('flera@g.se');
    const phone = house.browser();
    await phone.signIn('flera@g.se');
    const page = await browser.get('/mitt-konto');
    expect(page.text).toContain('Firefox, Windows (den här)');
    const end = /\/mitt-konto\/sessioner\/[0-9a-f-]+\/avsluta(?!-)/.exec(page.html)?.[0] ?? '';
    const stranger = await administrator('annan@g.se');
    await stranger.browser.post(end, {});
    expect((await phone.get('/mitt-konto')).status).toBe(200);
    await browser.post(end, {});
    expect((await phone.get('/mitt-konto')).status).toBe(401);
    const third = house.browser();
    await third.signIn('flera@g.se');
    await browser.post('/mitt-konto/sessioner/avsluta-andra', {});
    expect((await third.get('/mitt-konto')).status).toBe(401);
    expect((await browser.get('/mitt-konto')).text).toContain('En annan inloggning avslutades.');
  });

  it('changes the password under the old one, with a new secret for this session and the end of all others', async () => {
    const { browser } = await administrator('byter@h.se');
    const phone = house.browser();
    await phone.signIn('byter@h.se');
    const before = browser.session ?? '';
    expect((await browser.post('/mitt-konto/losenord', { currentPassword: 'fel', ...both(chosen) })).status).toBe(422);
    expect((await browser.post('/mitt-konto/losenord', { currentPassword: password, ...both(chosen) })).location).toBe(
      '/mitt-konto',
    );
    expect(browser.session).not.toBe(before);
    expect((await browser.get('/mitt-konto')).status).toBe(200);
    expect((await phone.get('/mitt-konto')).status).toBe(401);
    const thief = house.browser();
    thief.cookies.set('samband_session', before);
    expect((await thief.get('/mitt-konto')).status).toBe(401);
    expect((await mailTo('byter@h.se')).subject).toBe('Ditt lösenord till Samband har ändrats');
  });
});

describe('one-time codes', () => {
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() });

  async function switchedOn(
    email: string,
  ): Promise<{ browser: Browser; secret: string; codes: string[]; tenantId: string; personId: string }> {
    const { browser, ...ids } = await administrator(email);
    const page = await browser.get('/mitt-konto/engangskod');
    expect(page.html).toContain('data:image/svg+xml;base64,');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? '').replaceAll(' ', '');
    const sealed = page.hidden('sealed');
    const wrong = await browser.post('/mitt-konto/engangskod', { sealed, code: '000000', proofPassword: password });
    expect(wrong.status).toBe(422);
    const on = await browser.post('/mitt-konto/engangskod', {
      sealed: wrong.hidden('sealed'),
      code: codeOf(secret),
      proofPassword: password,
    });
    const codes = [...on.html.matchAll(/<code>([a-z0-9-]{19})<\/code>/g)].map(([, code]) => code ?? '');
    expect(codes).toHaveLength(10);
    return { browser, secret, codes, ...ids };
  }

  it('are asked for after the password, work once each, and carry the kept form with them', async () => {
    const { secret } = await switchedOn('kod@i.se');
    house.forward(60_000);
    const browser = house.browser();
    const kept = JSON.stringify({ path: '/anteckning', fields: { text: 'kvar' } });
    const step = await browser.post('/logga-in', { email: 'kod@i.se', password, till: '/', kept });
    expect(browser.session).toBeUndefined();
    const ticket = step.hidden('ticket');
    const code = codeOf(secret);
    const wrong = await browser.post('/logga-in/kod', { ticket, code: '123456', till: '/', kept: step.hidden('kept') });
    expect(wrong.status).toBe(422);
    const right = await browser.post('/logga-in/kod', { ticket, code, till: '/', kept: wrong.hidden('kept') });
    expect(right.hidden('text')).toBe('kvar');
    expect(browser.session).toBeDefined();
    const replay = house.browser();
    expect((await replay.post('/logga-in/kod', { ticket, code, till: '/', kept: '' })).status).toBe(422);
    house.forward(11 * 60_000);
    const late = await replay.post('/logga-in/kod', { ticket, code: codeOf(secret), till: '/', kept: '' });
    expect(late.text).toContain('Inloggningen tog för lång tid');
  });

  it('can be replaced by a recovery code, once', async () => {
    const { codes } = await switchedOn('papper@i.se');
    const ticket = (await house.browser().signIn('papper@i.se')).hidden('ticket');
    const use = () =>
      house.browser().post('/logga-in/kod', { ticket, code: (codes[3] ?? '').toUpperCase(), till: '/', kept: '' });
    expect((await use()).status).toBe(303);
    expect((await use()).status).toBe(422);
  });

  it('cannot be guessed', async () => {
    const { secret } = await switchedOn('gissa@i.se');
    house.forward(60_000);
    const ticket = (await house.browser().signIn('gissa@i.se')).hidden('ticket');
    const send = (code: string) => house.browser().post('/logga-in/kod', { ticket, code, till: '/', kept: '' });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => send(String(100_000 + n))));
    expect(answers.filter(({ status }) => status === 429).length).toBe(2);
    expect((await send(codeOf(secret))).status).toBe(429);
  });

  it('are still asked for after a reset by mail, and are switched off only with the password', async () => {
    const { browser, tenantId, personId } = await switchedOn('av@i.se');
    await house.browser().post('/glomt-losenord', { email: 'av@i.se' });
    const reset = house.browser();
    expect((await reset.post(linkIn(await mailTo('av@i.se')), both(chosen))).location).toBe('/logga-in');
    expect(reset.session).toBeUndefined();
    const back = house.browser();
    expect((await back.signIn('av@i.se', chosen)).text).toContain('Engångskod');
    expect((await browser.get('/mitt-konto')).status).toBe(401);
    const { rows } = await house.database.pool.query(
      'select totp_secret from identity.account where tenant_id = $1 and person_id = $2',
      [tenantId, personId],
    );
    expect(rows[0].totp_secret).toMatch(/^[\w-]{60,}$/);
    const { browser: other } = await switchedOn('stang@i.se');
    expect((await other.post('/mitt-konto/engangskod/av', { proofPassword: 'fel' })).status).toBe(422);
    expect((await other.post('/mitt-konto/engangskod/av', { proofPassword: password })).location).toBe('/mitt-konto');
    expect((await house.browser().signIn('stang@i.se')).status).toBe(303);
  });
});

describe('an account that an administrator looks after', () => {
  async function colleague(tenantId: string, email: string, role = 'analyst'): Promise<string> {
    const personId = await personWithoutAccount(tenantId, 'Kollega', email);
    await house.database.inScope({ tenantId }, async (tx) => {
      await insertAccount(tx, personId, email);
      await setPasswordHash(tx, personId, await hashPassword(password));
    });
    await house.database.pool.query(
      'insert into tenancy.role_assignment (tenant_id, id, person_id, role) values ($1, $2, $3, $4)',
      [tenantId, newId(), personId, role],
    );
    return personId;
  }
  const page = (browser: Browser, personId: string) => browser.get(`/panel/${personId}`);
  const version = async (browser: Browser, personId: string) => (await page(browser, personId)).hidden('version');

  it('is switched off, which ends its sessions at once, and opened again with the password it had', async () => {
    const { browser, tenantId } = await administrator('admin@m.se');
    const personId = await colleague(tenantId, 'kollega@m.se');
    const theirs = house.browser();
    await theirs.signIn('kollega@m.se');
    expect((await page(browser, personId)).text).toContain('Inloggad på ett ställe.');
    const off = await browser.post(`/personer/${personId}/konto`, {
      version: await version(browser, personId),
      open: 'off',
    });
    expect(off.location).toBe(`/organisation/personer/${personId}`);
    expect((await theirs.get('/mitt-konto')).status).toBe(401);
    const { rows } = await house.database.pool.query('select 1 from identity.session where person_id = $1', [personId]);
    expect(rows).toHaveLength(0);
    expect((await house.browser().signIn('kollega@m.se')).text).toContain('lösenordet stämmer inte');
    const shut = await page(browser, personId);
    expect(shut.text).toContain('Kontot är avstängt.');
    await browser.post(`/personer/${personId}/konto`, { version: shut.hidden('version'), open: 'on' });
    expect((await house.browser().signIn('kollega@m.se')).status).toBe(303);
    const trail = await house.database.pool.query(
      `select after ->> 'disabled' as disabled from audit.entry
       where table_name = 'identity.account' and row_key ->> 'person_id' = $1 and operation = 'update' and after ->> 'disabled' is distinct from before ->> 'disabled'
       order by sequence`,
      [personId],
    );
    expect(trail.rows.map(({ disabled }) => disabled)).toEqual(['true', 'false']);
  });

  it('is never the own one, so that no administrator can shut out the last', async () => {
    const { browser, tenantId, personId } = await administrator('admin@n.se');
    expect((await page(browser, personId)).text).toContain('Det här är ditt eget konto.');
    await browser.post(`/personer/${personId}/konto`, { version: '2', open: 'off' });
    await browser.post(`/personer/${personId}/engangskoder`, { version: '2' });
    expect((await browser.get('/mitt-konto')).status).toBe(200);
    const second = await colleague(tenantId, 'andra@n.se', 'administrator');
    const other = house.browser();
    await other.signIn('andra@n.se');
    const [mine, theirs] = [await version(browser, second), await version(other, personId)];
    await Promise.all([
      browser.post(`/personer/${second}/konto`, { version: mine, open: 'off' }),
      other.post(`/personer/${personId}/konto`, { version: theirs, open: 'off' }),
    ]);
    const left = await Promise.all([browser, other].map(async (each) => (await each.get('/mitt-konto')).status));
    expect(new Set(left)).toEqual(new Set([200, 401]));
  });

  it('is changed by nobody who saw it as it was before', async () => {
    const { browser, tenantId } = await administrator('admin@o.se');
    const personId = await colleague(tenantId, 'kollega@o.se');
    const seen = await version(browser, personId);
    await browser.post(`/personer/${personId}/konto`, { version: seen, open: 'off' });
    await browser.post(`/personer/${personId}/konto`, { version: seen, open: 'on' });
    expect((await page(browser, personId)).text).toContain('Kontot är avstängt.');
  });

  it('is out of reach for other roles, other municipalities, and administrators of a narrower part', async () => {
    const { browser, tenantId, personId } = await administrator('admin@p.se');
    const wide = await colleague(tenantId, 'bred@p.se');
    const narrow = await colleague(tenantId, 'smal@p.se', 'analyst');
    const stranger = await administrator('admin@q.se');
    expect((await stranger.browser.post(`/personer/${wide}/konto`, { version: '2', open: 'off' })).status).toBe(404);
    const theirs = house.browser();
    await theirs.signIn('smal@p.se');
    expect((await theirs.post(`/personer/${wide}/konto`, { version: '2', open: 'off' })).status).toBe(403);
    const department = newId();
    await house.database.pool.query("insert into tenancy.department (tenant_id, id, name) values ($1, $2, 'Skola')", [
      tenantId,
      department,
    ]);
    await house.database.pool.query(
      "update tenancy.role_assignment set role = 'administrator', department_id = $2 where person_id = $1",
      [narrow, department],
    );
    for (const path of ['konto', 'engangskoder', 'bjud-in'])
      for (const target of [wide, personId])
        expect((await theirs.post(`/personer/${target}/${path}`, { version: '2', open: 'off' })).status).toBe(403);
    expect((await browser.get('/mitt-konto')).status).toBe(200);
  });

  it('gets its one-time codes reset, and the person hears of it', async () => {
    const { browser, tenantId } = await administrator('admin@r.se');
    const personId = await colleague(tenantId, 'kollega@r.se');
    await house.database.inScope({ tenantId }, (tx) =>
      setTotp(tx, personId, { sealedSecret: 'x'.repeat(60), step: 1, recoveryHashes: [] }),
    );
    const theirs = house.browser();
    expect((await theirs.signIn('kollega@r.se')).text).toContain('Engångskod');
    expect(theirs.session).toBeUndefined();
    await browser.post(`/personer/${personId}/engangskoder`, { version: await version(browser, personId) });
    expect((await house.browser().signIn('kollega@r.se')).status).toBe(303);
    const message = await mailTo('kollega@r.se');
    expect(message.subject).toBe('Dina engångskoder till Samband har nollställts');
    expect((await page(browser, personId)).text).not.toContain('Nollställ');
  });

  it('is not invited anew while it is switched off', async () => {
    const { browser, tenantId } = await administrator('admin@s.se');
    const personId = await personWithoutAccount(tenantId, 'Ny', 'ny@s.se');
    await browser.post(`/personer/${personId}/bjud-in`, {});
    const link = linkIn(await mailTo('ny@s.se'));
    await browser.post(`/personer/${personId}/konto`, { version: await version(browser, personId), open: 'off' });
    expect((await house.browser().get(link)).status).toBe(404);
    inbox.length = 0;
    await browser.post(`/personer/${personId}/bjud-in`, {});
    expect((await page(browser, personId)).text).toContain('Kontot är avstängt. Öppna det först.');
  });
});

describe('the audit trail', () => {
  it('knows of every change to accounts, and holds no secret', async () => {
    const { rows } = await house.database.pool.query<{ row: string }>(
      "select e::text as row from audit.entry e where table_name like 'identity.%' or table_name like 'mail.%'",
    );
    expect(rows.length).toBeGreaterThan(20);
    const trail = rows.map(({ row }) => row).join('\n');
    expect(trail).not.toMatch(/argon2|\/bjuden\/|\/aterstall\//);
    for (const table of ['account', 'session', 'one_time_token']) {
      const kept = await house.database.pool.query(`select * from identity.${table}`);
      for (const row of kept.rows) {
        for (const value of [row.token_hash, row.totp_secret, row.password_hash, ...(row.recovery_hashes ?? [])]) {
          if (value) expect(trail).not.toContain(value);
        }
      }
    }
  });
});
