import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

let application: Application;
let browser: Browser;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

test.each(['/nulage', '/nyckeltal/N20900', '/kostnadstrad', '/nyckeltal'])(
  'on paper %s says what was chosen in words, without boxes, and nothing is wider than the page',
  async (path) => {
    // What an A4 has between its margins.
    const context = await browser.newContext({ viewport: { width: 673, height: 985 } });
    const page = await context.newPage();
    await page.goto(`${application.address}/exempel/analyst`);
    await page.goto(application.address + path);
    await page.emulateMedia({ media: 'print' });
    const boxes: string[] =
      await page.evaluate(`[...document.querySelectorAll('main select, main input:not([type=hidden])')]
      .filter((field) => field.checkVisibility())
      .map((field) => [getComputedStyle(field), field.name])
      .filter(([style]) => style.borderTopWidth !== '0px' || style.backgroundImage !== 'none' || style.appearance !== 'none')
      .map(([, name]) => name)`);
    expect(boxes).toEqual([]);
    expect(await page.locator('main select').first().isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await context.close();
  },
);

test('on paper a page says what is known: no row of fields for adding, and no line that is only a way on', async () => {
  const context = await browser.newContext({ viewport: { width: 673, height: 985 } });
  const page = await context.newPage();
  await page.goto(`${application.address}/exempel/programmeLead`);
  const firstOf = async (list: string): Promise<string> => {
    await page.goto(application.address + list);
    return (await page.locator(`main table a[href^="${list}/"]`).first().getAttribute('href')) ?? '';
  };
  const rows = [await firstOf('/fokus'), await firstOf('/atgarder'), await firstOf('/observationer')];
  for (const path of [...rows, '/nulage', '/nyckeltal/N20900', '/kostnadstrad', '/fokus', '/atgarder']) {
    await page.goto(application.address + path);
    await page.emulateMedia({ media: 'print' });
    const left = await page.evaluate(`[
      ...[...document.querySelectorAll('main form[method=post]')].filter((form) => form.offsetHeight > 4 && !form.querySelector('table')),
      ...document.querySelectorAll('main button, main .ds-button'),
      ...[...document.querySelectorAll('main p')].filter((line) => {
        const links = [...line.querySelectorAll('a')].filter((link) => link.checkVisibility()).map((link) => link.textContent).join('');
        return links !== '' && line.textContent.replace(/[·\\s]/g, '') === links.replace(/\\s/g, '');
      }),
    ].filter((left) => left.checkVisibility()).map((left) => left.textContent.trim().slice(0, 60))`);
    expect({ path, left }).toEqual({ path, left: [] });
  }
  await context.close();
});
