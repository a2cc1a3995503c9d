import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';
import { crawl } from './crawl.ts';

/** Registers whose form demands something. */
const registers = [
  '/fokus/kandidater',
  '/fokus',
  '/orsaker',
  '/orsaker/orsak',
  '/orsaker/forslag',
  '/orsaker/underlag',
  '/orsaker/guider',
  '/orsaker/intervjuer',
  '/slutsatser',
  '/forslag',
  '/atgarder',
  '/uppfoljning/effekter',
  '/uppfoljning/nyttor',
  '/rapporter',
] as const;

let application: Application;
let browser: Browser;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

test('axe finds nothing on any page that links lead to, in Swedish at 1300 pixels, and nothing is wider than the screen', async () => {
  const { faults, kinds } = await crawl(application, browser, { language: 'sv', width: 1300 });
  expect(faults).toEqual([]);
  // A crawl that ends early proves nothing.
  expect(kinds).toBeGreaterThan(30);
}, 600_000);

test('axe finds nothing on forms with errors, on what would be imported, or on what is pasted', async () => {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${application.address}/exempel/administrator`);
  const faults: string[] = [];
  const send = async (path: string, form: string, pasted?: string) => {
    await page.goto(application.address + path);
    if (pasted !== undefined) await page.locator(form).locator('textarea').first().fill(pasted);
    await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
    await page.locator(form).getByRole('button', { disabled: false }).last().click();
    await page.locator('main[data-left]').waitFor({ state: 'detached' });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}, sent: ${fault}`));
  };
  for (const path of registers) {
    await send(`${path}/ny`, `main form[action="${path}"]`);
    expect(await page.locator('main [aria-invalid=true]').count(), path).toBeGreaterThan(0);
  }
  await send(
    '/atgarder/importera',
    'main form',
    'Åtgärd\tKlar senast\nStäda efter behov\t2027-01-31\nRing färre\tsnart',
  );
  await page.getByText('snart').first().waitFor();
  await page.goto(`${application.address}/fokus`);
  const area = await page.getByRole('main').getByRole('link', { name: 'Lokaler i förskolan' }).getAttribute('href');
  const table = 'Område\tProblem\tOrsak\tFörslag till åtgärd\nFörskola - Måltider\tMat slängs\tFel antal\tRäkna barnen';
  await send(`${area}/orsaker/klistra`, 'main form', table);
  await page.getByText('Räkna barnen').first().waitFor();
  await context.close();
  expect(faults).toEqual([]);
});
