import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../identity/testing.ts';
import { enqueueMail } from './enqueue.ts';
import { mailRoutes } from './routes.tsx';

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse({ routes: mailRoutes(true) });
});
afterAll(() => house?.close());

it('administrators see what waits, without its text, and can hurry it', async () => {
  const { tenantId } = await house.municipality({ code: '1814', name: 'Ekeberga', email: 'admin@ekeberga.se' });
  await house.municipality({ code: '1815', name: 'Granvik', email: 'admin@granvik.se' });
  const browser = house.browser();
  await browser.signIn('admin@ekeberga.se');
  expect((await browser.get('/administration/post')).text).toContain('Inga meddelanden har skrivits än');
  const mail = { to: 'bo@ekeberga.se', subject: 'Välkommen', text: 'hemlig länk' };
  const id = await house.database.inScope({ tenantId }, (tx) => enqueueMail(tx, mail));
  const page = await browser.get('/administration/post');
  expect(page.text).toContain('Ett meddelande väntar.');
  expect(page.text).toContain('bo@ekeberga.se');
  expect(page.html).not.toContain('hemlig länk');
  await house.database.pool.query("update mail.message set not_before = now() + interval '5 hours'");
  expect((await browser.post(`/administration/post/${id}/forsok`, {})).location).toBe('/administration/post');
  const { rows } = await house.database.pool.query('select not_before <= now() as due from mail.message');
  expect(rows).toEqual([{ due: true }]);

  const stranger = house.browser();
  await stranger.signIn('admin@granvik.se');
  expect((await stranger.get('/administration/post')).text).not.toContain('bo@ekeberga.se');
  await stranger.post(`/administration/post/${id}/forsok`, {});
  expect((await stranger.get('/administration/post')).text).toContain('väntar inte längre');
  await house.database.pool.query("update tenancy.role_assignment set role = 'auditor' where tenant_id = $1", [
    tenantId,
  ]);
  expect((await browser.get('/administration/post')).status).toBe(403);
});
