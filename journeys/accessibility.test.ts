import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

/** Every page that a controller or an administrator reaches, in both languages, wide and on a phone. */
const pages = [
  '/',
  '/nulage',
  '/nulage?jamfor=egna&kommuner=',
  '/nulage?kommun=finnsinte&ar=1850',
  '/kostnadstrad',
  '/kostnadstrad?trad=lss',
  '/observationer',
  '/observationer/ny',
  '/nyckeltal',
  '/nyckeltal/N11033',
  '/finns-inte',
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

test.each([
  { language: 'sv', width: 1300 },
  { language: 'en', width: 390 },
])(
  'axe finds nothing on any page in $language at $width pixels, and nothing is wider than the screen',
  async ({ language, width }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'samband_language', value: language, url: application.address }]);
    const page = await context.newPage();
    await page.goto(`${application.address}/exempel/administrator`);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOn(page, path)));
    await context.close();
    expect(faults).toEqual([]);
  },
);

async function faultsOn(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(application.address + path);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`),
    ...(beyond > 0 ? [`${path}: ${beyond} pixels wider than the screen`] : []),
  ];
}
