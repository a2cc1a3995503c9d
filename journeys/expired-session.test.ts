import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { openJourney } from './journey.ts';

const journey = openJourney();
const password = 'tallkotte regnar sakta';

test.each([{ script: true }, { script: false }])(
  'a form sent after the session has ended is kept through signing in, and saved as it was written (JavaScript: $script)',
  async ({ script }) => {
    const email = `analys-${script}@kommun.example`;
    const page = await journey.visitor({ javaScriptEnabled: script });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await chooseFirstPassword(page, await invite(email));
    const note = 'Första raden med "citat" & <b>tecken</b>.\n\nTredje raden, å ä ö.';

    await page.goto(`${journey.address}/observationer/ny`);
    await page.getByLabel('Vad har ni sett?').fill('Dyra lokaler i norr');
    await page.getByLabel('Område').selectOption({ label: 'Lokaler' });
    await page.getByLabel('Beskriv').fill(note);
    await endSessionsElsewhere(email);
    await page.getByRole('button', { name: 'Spara' }).click();

    await page.getByText('Du har loggats ut. Texten du skrev är kvar.').waitFor();
    if (script) expect(await accessibilityFaults(page)).toEqual([]);
    await signIn(page, email);
    await page.getByText('Inget av detta har sparats än').waitFor();
    if (script) expect(await accessibilityFaults(page)).toEqual([]);
    // As it was written, line by line, and without the codes that stand for choices.
    const shown = page.getByRole('list', { name: 'Det du skrev' }).getByRole('listitem');
    expect(await shown.allInnerTexts()).toEqual(['Dyra lokaler i norr', note]);
    await page.getByRole('button', { name: 'Skicka det jag skrev' }).click();

    await page.waitForURL(/observationer\/[0-9a-f-]{36}/);
    expect(await page.locator('h1').textContent()).toBe('Dyra lokaler i norr');
    const [saved] = await page.locator('main').allInnerTexts();
    expect(saved).toContain(note);
    expect(saved).toContain('Lokaler');
    if (script) {
      await page.goto(`${journey.address}/observationer/ny`);
      expect(await page.getByLabel('Vad har ni sett?').inputValue()).toBe('');
    }
    expect(complaints.filter((each) => !each.includes('401'))).toEqual([]);
  },
);

test('who opens the form anew after signing in again finds what was typed, until it is saved', async () => {
  const email = 'igen@kommun.example';
  const page = await journey.visitor();
  await chooseFirstPassword(page, await invite(email));
  await page.goto(`${journey.address}/observationer/ny`);
  await page.getByLabel('Vad har ni sett?').fill('Halvskriven');
  await endSessionsElsewhere(email);
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Du har loggats ut.').waitFor();
  await signIn(page, email);
  await page.getByText('Inget av detta har sparats än').waitFor();

  await page.goto(`${journey.address}/observationer/ny`);
  expect(await page.getByLabel('Vad har ni sett?').inputValue()).toBe('Halvskriven');
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.waitForURL(/observationer\/[0-9a-f-]{36}/);
  expect(await page.locator('h1').textContent()).toBe('Halvskriven');
});

/** As an administrator does it: a person, a role, and the link to hand over. */
async function invite(email: string): Promise<string> {
  const page = await journey.as('administrator');
  await page.goto(`${journey.address}/organisation/personer/ny`);
  await page.getByLabel('Namn').fill('Ny analytiker');
  await page.getByLabel('E-post').fill(email);
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await page.getByLabel('Roll').selectOption({ label: 'Controller' });
  await page.getByLabel('Gäller').first().selectOption('municipality');
  await page.getByRole('button', { name: 'Ge en roll' }).click();
  await page.getByRole('button', { name: 'Bjud in till Samband' }).click();
  return (await page.locator('code').textContent()) ?? '';
}

async function chooseFirstPassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
  await page.locator('main').getByRole('button').first().click();
  await page.waitForURL(/\/$/);
}

/** From another machine, as somebody does who forgot to sign out on the first. */
async function endSessionsElsewhere(email: string): Promise<void> {
  const page = await journey.visitor({ javaScriptEnabled: false });
  await page.goto(`${journey.address}/logga-in?till=/mitt-konto`);
  await signIn(page, email);
  await page.getByRole('button', { name: 'Avsluta alla andra' }).click();
  await page.getByText('avslutades').waitFor();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Lösenord').fill(password);
  await page.locator('main').getByRole('button', { name: 'Logga in' }).click();
}
