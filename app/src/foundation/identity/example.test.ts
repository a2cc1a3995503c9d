import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleSignIn } from './example.commands.ts';
import { openHouse, type TestHouse } from './testing.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse({ example: true, mailOn: false });
});
afterAll(() => house?.close());

describe('the example', () => {
  it('says so when it has not been loaded', async () => {
    expect((await house.browser().get('/exempel')).text).toContain('inte inläst');
    expect((await house.browser().get('/exempel/administrator')).status).toBe(404);
  });

  it('lets anyone in as one of its roles, without a password', async () => {
    const { tenantId } = await house.municipality({
      code: '9999',
      name: 'Ekeberga',
      email: 'a@ekeberga.example',
      password: null,
    });
    await house.database.pool.query(
      "update tenancy.tenant set figures = 'example', example = true where tenant_id = $1",
      [tenantId],
    );
    const browser = house.browser();
    expect((await browser.get('/exempel')).text).toContain('Fortsätt som administratör');
    expect((await browser.get('/exempel/administrator')).location).toBe('/');
    const own = await browser.get('/mitt-konto');
    expect(own.status).toBe(200);
    expect(own.text).toContain('exempelperson');
    expect(own.text).toContain('Exempeldata');
    expect((await browser.get('/exempel/analyst')).status).toBe(404);
    expect((await browser.get('/exempel/administrator%27--')).status).toBe(404);
  });

  it('carries a form that met an expired session to whoever one signs in as', async () => {
    const browser = house.browser();
    const expired = await browser.post('/mitt-konto', { name: 'Nytt namn', version: '1', language: 'sv' });
    expect(expired.html).toContain('action="/exempel"');
    const choice = await browser.post('/exempel', { till: expired.hidden('till'), kept: expired.hidden('kept') });
    expect(choice.html).toContain('action="/exempel/administrator"');
    const back = await browser.post('/exempel/administrator', {
      till: choice.hidden('till'),
      kept: choice.hidden('kept'),
    });
    expect(back.text).toContain('Inget av detta har sparats än');
    expect(back.html).toContain('action="/mitt-konto"');
    expect(back.hidden('name')).toBe('Nytt namn');
    expect((await browser.get('/mitt-konto')).status).toBe(200);
  });

  it('is no way into a real municipality, nor past a password', async () => {
    const { database } = house;
    await house.municipality({ code: '1814', name: 'Lekhult', email: 'a@lekhult.se', password: null });
    expect(await exampleSignIn({ database, tenantCode: '1814', role: 'administrator' })).toBeUndefined();
    await database.pool.query(
      "update identity.account set password_hash = '$argon2id$x' where email = 'a@ekeberga.example'",
    );
    expect(await exampleSignIn({ database, tenantCode: '9999', role: 'administrator' })).toBeUndefined();
    await database.pool.query("update identity.account set password_hash = null where email = 'a@ekeberga.example'");
    const token = await exampleSignIn({ database, tenantCode: '9999', role: 'administrator' });
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('is not there when it is off', async () => {
    const off = await openHouse();
    expect((await off.browser().get('/exempel')).status).toBe(404);
    expect((await off.browser().get('/exempel/administrator')).status).toBe(404);
    await off.close();
  });
});

describe('without a mail server', () => {
  it('the administrator gets the invitation link to hand over, and a forgotten password leads to them', async () => {
    const { tenantId } = await house.municipality({ code: '1815', name: 'Granvik', email: 'admin@granvik.se' });
    const browser = house.browser();
    await browser.signIn('admin@granvik.se');
    const { rows } = await house.database.pool.query(
      "insert into tenancy.person (tenant_id, id, name, email) values ($1, gen_random_uuid(), 'Bo', 'bo@granvik.se') returning id",
      [tenantId],
    );
    const answer = await browser.post(`/personer/${rows[0].id}/bjud-in`, {});
    const link = /http:\/\/samband\.test(\/bjuden\/[\w-]{43})/.exec(answer.text)?.[1] ?? '';
    expect((await house.browser().get(link)).text).toContain('Bo, välj ett lösenord');
    expect((await house.browser().get('/glomt-losenord')).text).toContain('Mejl är inte inställt');
    expect((await house.browser().post('/glomt-losenord', { email: 'bo@granvik.se' })).status).toBe(503);
  });
});
