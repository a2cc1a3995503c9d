import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { field, type Route } from '../http/index.ts';
import { noteAttempt } from './attempt.store.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { absoluteLimit, idleLimit } from './session.rules.ts';
import { openHouse, password, secret, type TestHouse } from './testing.ts';
import { createVault } from './vault.ts';

const notes: Record<string, string>[] = [];
const routes: readonly Route[] = [
  {
    method: 'post',
    path: '/anteckning',
    access: 'signedIn',
    async handle(request) {
      const fields = await request.fields();
      notes.push({ text: field(fields, 'text'), by: request.person.personId });
      return request.redirect('/');
    },
  },
  {
    method: 'get',
    path: '/rapport',
    access: 'signedIn',
    handle: (request) => request.json({ name: request.person.name }),
  },
];

let house: TestHouse;
let anna: { tenantId: string; personId: string };

beforeAll(async () => {
  house = await openHouse({ routes });
  anna = await house.municipality({ code: '1814', name: 'Ekeberga kommun', email: 'anna@ekeberga.se' });
  await house.municipality({ code: '1815', name: 'Granvik kommun', email: 'gast@mentor.se' });
  await house.municipality({ code: '1816', name: 'Tallnäs kommun', email: 'gast@mentor.se' });
});
afterAll(() => house?.close());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

describe('signing in', () => {
  it('leads to the page that was asked for, under a new secret in an HttpOnly cookie', async () => {
    const browser = house.browser();
    const asked = await browser.get('/rapport?ar=2024');
    expect(asked.status).toBe(401);
    expect(asked.hidden('till')).toBe('/rapport?ar=2024');
    const answer = await browser.post('/logga-in', {
      email: ' Anna@Ekeberga.se ',
      password,
      till: asked.hidden('till'),
      kept: '',
    });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/rapport?ar=2024');
    expect(answer.headers.getSetCookie().join()).toMatch(/samband_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    expect((await browser.get('/rapport')).html).toContain('anna@ekeberga.se');
    const first = browser.session;
    await browser.signIn('anna@ekeberga.se');
    expect(browser.session).not.toBe(first);
  });

  it('never leads to another site', async () => {
    const places = [
      'https://evil.test/',
      '//evil.test',
      '/\\evil.test',
      '/\t/evil.test',
      'javascript:alert(1)',
      '/logga-ut',
    ];
    const answers = await Promise.all(
      places.map((till) => house.browser().post('/logga-in', { email: 'anna@ekeberga.se', password, till, kept: '' })),
    );
    expect(answers.map(({ location }) => location)).toEqual(places.map(() => '/'));
  });

  it('says the same to a wrong password, an unknown address and an account without password', async () => {
    await house.municipality({ code: '1817', name: 'Utan', email: 'utan@ekeberga.se', password: null });
    const answers = await Promise.all(
      ['anna@ekeberga.se', 'ingen@ekeberga.se', 'utan@ekeberga.se'].map((email) =>
        house.browser().signIn(email, 'fel lösenord här'),
      ),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('E-postadressen eller lösenordet stämmer inte.');
    }
    const bare = answers.map(({ html }) => html.replace(/value="[^"]*@[^"]*"/g, '').replace(/[0-9a-f-]{36}/g, ''));
    expect(new Set(bare).size).toBe(1);
  });

  it('takes as long for an unknown address as for a wrong password: the same work, and never less than a quarter of a second', async () => {
    const [known, unknown]: [number[], number[]] = [[], []];
    const hash = await hashPassword(password);
    // The hash that stands in for a missing one is made at its first use.
    await passwordFits('fel lösenord här', null);
    for (let round = 0; round < 15; round++) {
      known.push(await timed(() => passwordFits('fel lösenord här', hash)));
      unknown.push(await timed(() => passwordFits('fel lösenord här', null)));
    }
    const ratio = middle(unknown) / middle(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
    await house.municipality({ code: '1819', name: 'Avstängd', email: 'avstangd@ekeberga.se' });
    await house.database.pool.query("update identity.account set disabled = true where email = 'avstangd@ekeberga.se'");
    for (const email of ['anna@ekeberga.se', 'okand@ekeberga.se', 'avstangd@ekeberga.se']) {
      // A timer may be a millisecond early.
      expect(await timed(() => house.browser().signIn(email, 'fel lösenord här'))).toBeGreaterThan(245);
    }
  });

  it('lets a person with accounts in several municipalities choose', async () => {
    const browser = house.browser();
    const choice = await browser.signIn('gast@mentor.se');
    expect(choice.status).toBe(200);
    expect(choice.text).toContain('Granvik kommun');
    expect(choice.text).toContain('Tallnäs kommun');
    expect(choice.text).not.toContain('Ekeberga');
    expect(browser.session).toBeUndefined();
    const ticket = choice.hidden('ticket');
    const foreign = await browser.post('/logga-in/kommun', { ticket, tenant: anna.tenantId, till: '/', kept: '' });
    expect(foreign.status).toBe(422);
    const tenant = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Tallnäs/.exec(choice.html)?.[1] ?? '';
    const answer = await browser.post('/logga-in/kommun', { ticket, tenant, till: '/rapport', kept: '' });
    expect(answer.location).toBe('/rapport');
    expect((await browser.get('/mitt-konto')).text).toContain('Tallnäs kommun');
  });

  it('stops guessing at one address, says when to try again, and forgets after a quarter of an hour', async () => {
    const email = 'gissad@ekeberga.se';
    await house.municipality({ code: '1818', name: 'Gissad', email });
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        const browser = house.browser();
        browser.origin = `198.51.100.${n}`;
        return browser.signIn(email, 'fel lösenord här');
      }),
    );
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(10);
    const refused = await house.browser().signIn(email);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Vänta 15 minuter');
    expect(refused.headers.get('retry-after')).toBe('900');
    house.forward(15 * 60_000 + 1000);
    expect((await house.browser().signIn(email)).status).toBe(303);
  });

  it('stops guessing from one origin at many addresses, but does not count who gets in', async () => {
    await house.database.pool.query('delete from identity.attempt');
    const crowd = house.browser();
    crowd.origin = '203.0.113.9';
    for (let n = 0; n < 3; n++) expect((await crowd.signIn('anna@ekeberga.se')).status).toBe(303);
    const { rows } = await house.database.pool.query('select count(*) from identity.attempt');
    expect(rows[0].count).toBe(0);
    const subject = createVault(secret).subject('sign-in origin', crowd.origin);
    await house.database.inScope({ tenantId: undefined }, async (tx) => {
      for (let n = 0; n < 99; n++) await noteAttempt(tx, [{ subject, most: 100 }], 900, house.now());
    });
    expect((await crowd.signIn('nr100@ekeberga.se', 'fel lösenord här')).status).toBe(422);
    expect((await crowd.signIn('anna@ekeberga.se')).status).toBe(429);
    expect((await house.browser().signIn('anna@ekeberga.se')).status).toBe(303);
  });

  it('keeps no address among the attempts', async () => {
    const { rows } = await house.database.pool.query('select subject from identity.attempt');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ subject }) => /^[0-9a-f]{64}$/.test(subject))).toBe(true);
  });
});

describe('a session', () => {
  it('ends after twelve idle hours, and after fourteen days however busy', async () => {
    const idle = house.browser();
    await idle.signIn('anna@ekeberga.se');
    house.forward(idleLimit - 1000);
    expect((await idle.get('/rapport')).status).toBe(200);
    house.forward(idleLimit + 1000);
    expect((await idle.get('/rapport')).status).toBe(401);
    const busy = house.browser();
    await busy.signIn('anna@ekeberga.se');
    for (let hours = 0; hours < absoluteLimit / idleLimit - 1; hours++) {
      house.forward(idleLimit - 60_000);
      expect((await busy.get('/rapport')).status).toBe(200);
    }
    house.forward(idleLimit);
    house.forward(-60_000);
    await busy.get('/rapport');
    house.forward(60 * 60_000);
    expect((await busy.get('/rapport')).status).toBe(401);
  });

  it('ends when the person signs out, is made inactive, or has their account switched off', async () => {
    const out = house.browser();
    await out.signIn('anna@ekeberga.se');
    const stolen = house.browser();
    stolen.cookies.set('samband_session', out.session ?? '');
    expect((await out.post('/logga-ut', {})).location).toBe('/logga-in');
    expect((await stolen.get('/rapport')).status).toBe(401);
    for (const change of [
      'update tenancy.person set active = false where id = $1',
      'update identity.account set disabled = true where person_id = $1',
    ]) {
      const { personId } = await house.municipality({ code: '1900', name: 'Kort', email: 'kort@kort.se' });
      const browser = house.browser();
      await browser.signIn('kort@kort.se');
      expect((await browser.get('/rapport')).status).toBe(200);
      await house.database.pool.query(change, [personId]);
      expect((await browser.get('/rapport')).status).toBe(401);
      await house.database.pool.query('update identity.account set email = $1 where person_id = $2', [
        `${personId}@kort.se`,
        personId,
      ]);
    }
  });

  it('costs two questions a page, and one more at most once a minute', async () => {
    const browser = house.browser();
    await browser.signIn('anna@ekeberga.se');
    // Beginning, settings, the two questions, the commit.
    const questions = vi.spyOn(pg.Client.prototype, 'query');
    await browser.get('/rapport');
    expect(questions).toHaveBeenCalledTimes(5);
    questions.mockRestore();
    const seen = async () =>
      (
        await house.database.pool.query<{ xmin: string }>(
          'select xmin from identity.session where person_id = $1 order by created_at desc limit 1',
          [anna.personId],
        )
      ).rows[0]?.xmin;
    const first = await seen();
    await browser.get('/rapport');
    expect(await seen()).toBe(first);
    house.forward(61_000);
    await browser.get('/rapport');
    expect(await seen()).not.toBe(first);
    const audited = await house.database.pool.query(
      "select distinct operation from audit.entry where table_name = 'identity.session' and tenant_id = $1 order by 1",
      [anna.tenantId],
    );
    expect(audited.rows.map(({ operation }) => operation)).toEqual(['delete', 'insert']);
  });

  it('that has expired keeps the form: through sign-in the text comes back, and only a press sends it', async () => {
    const browser = house.browser();
    await browser.signIn('anna@ekeberga.se');
    house.forward(idleLimit + 60_000);
    const text = 'Rad ett med "citat" & <b>å</b>\nrad två 🌲';
    const expired = await browser.post('/anteckning', { text, version: '3', password: 'hemlig sak här' });
    expect(expired.status).toBe(401);
    expect(expired.text).toContain('Du har loggats ut. Texten du skrev är kvar.');
    expect(expired.html).not.toContain('hemlig sak');
    const wrong = await browser.post('/logga-in', {
      email: 'anna@ekeberga.se',
      password: 'fel',
      till: '/',
      kept: expired.hidden('kept'),
    });
    const back = await browser.post('/logga-in', {
      email: 'anna@ekeberga.se',
      password,
      till: '/',
      kept: wrong.hidden('kept'),
    });
    expect(back.status).toBe(200);
    expect(back.text).toContain('Inget av detta har sparats än');
    expect(back.html).toContain('action="/anteckning"');
    expect(back.html).not.toContain('<b>å</b>');
    expect(notes).toHaveLength(0);
    await browser.post('/anteckning', { text: back.hidden('text'), version: back.hidden('version') });
    expect(notes).toEqual([{ text, by: anna.personId }]);
  });

  it('that has expired sends a kept form nowhere but to this site', async () => {
    const answers = await Promise.all(
      ['https://evil.test/', '//evil.test/x', 'javascript:alert(1)'].map((path) => {
        const kept = JSON.stringify({ path, fields: { text: 'x' } });
        return house.browser().post('/logga-in', { email: 'anna@ekeberga.se', password, till: '/', kept });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  });

  it('that has expired says so honestly when the text is too large to keep', async () => {
    const tooLarge = await house.browser().post('/anteckning', { text: 'x'.repeat(250_000) });
    expect(tooLarge.status).toBe(401);
    expect(tooLarge.text).toContain('för stort för att sparas undan');
    const largest = await house.browser().post('/anteckning', { text: 'å'.repeat(150_000) });
    const back = await house
      .browser()
      .post('/logga-in', { email: 'anna@ekeberga.se', password, till: '/', kept: largest.hidden('kept') });
    expect(back.hidden('text')).toHaveLength(150_000);
  });
});

describe('before a municipality is known', () => {
  const all = sql<{ table: string; rows: number }>`
    select 'account' as table, count(*)::int as rows from identity.account
    union all select 'session', count(*)::int from identity.session
    union all select 'link', count(*)::int from identity.one_time_token
    union all select 'person', count(*)::int from tenancy.person
    union all select 'tenant', count(*)::int from tenancy.tenant order by 1`;
  const counts = (scope: Parameters<TestHouse['database']['inScope']>[0]) =>
    house.database.inScope(scope, async (tx) => {
      const { rows } = await all.execute(tx.tables<unknown>());
      return Object.fromEntries(rows.map((row) => [row.table, row.rows]));
    });

  it('nothing is seen without a secret or an address', async () => {
    expect(await counts({ tenantId: undefined })).toEqual({ account: 0, session: 0, link: 0, person: 0, tenant: 0 });
    expect(await counts({ tenantId: undefined, secretHash: '0'.repeat(64), signInEmail: 'x@y.se' })).toEqual({
      account: 0,
      session: 0,
      link: 0,
      person: 0,
      tenant: 0,
    });
  });

  it('an address opens exactly its accounts, and a session exactly itself and its account', async () => {
    await house.browser().signIn('anna@ekeberga.se');
    expect(await counts({ tenantId: undefined, signInEmail: 'gast@mentor.se' })).toEqual({
      account: 2,
      session: 0,
      link: 0,
      person: 0,
      tenant: 0,
    });
    const { rows } = await house.database.pool.query<{ token_hash: string }>(
      'select token_hash from identity.session limit 1',
    );
    expect(await counts({ tenantId: undefined, secretHash: rows[0]?.token_hash })).toEqual({
      account: 1,
      session: 1,
      link: 0,
      person: 0,
      tenant: 0,
    });
  });

  it('what is opened cannot be changed, and the attempts cannot be read', async () => {
    const changed = await house.database.inScope({ tenantId: undefined, signInEmail: 'anna@ekeberga.se' }, (tx) =>
      sql`update identity.account set disabled = true returning 1`.execute(tx.tables<unknown>()),
    );
    expect(changed.rows).toHaveLength(0);
    await expect(
      house.database.inScope({ tenantId: anna.tenantId }, (tx) =>
        sql`select * from identity.attempt`.execute(tx.tables<unknown>()),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
