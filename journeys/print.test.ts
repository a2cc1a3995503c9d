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
