import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';
import { crawl } from './crawl.ts';

let application: Application;
let browser: Browser;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

test('axe finds nothing on any page that links lead to, in English at the 390 pixels of a phone, and nothing is wider than the screen', async () => {
  const { faults, kinds } = await crawl(application, browser, { language: 'en', width: 390 });
  expect(faults).toEqual([]);
  // A crawl that ends early proves nothing.
  expect(kinds).toBeGreaterThan(30);
}, 600_000);
