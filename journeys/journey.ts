import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

/** The program and a browser for the tests of one file: both are there from before the first test until after the last. */
export interface Journey {
  readonly application: Application;
  readonly address: string;
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Whoever has not signed in, in a browser of their own. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** Somebody with this role in the example municipality, in a browser of their own. */
  as(role: string, options?: BrowserContextOptions): Promise<Page>;
}

export function openJourney(): Journey {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  const newContext = (options: BrowserContextOptions = {}) =>
    browser.newContext({ viewport: { width: 1300, height: 900 }, locale: 'sv-SE', ...options });
  const visitor = async (options?: BrowserContextOptions) => (await newContext(options)).newPage();
  return {
    get application() {
      return application;
    },
    get address() {
      return application.address;
    },
    newContext,
    visitor,
    async as(role, options) {
      const page = await visitor(options);
      await page.goto(`${application.address}/exempel/${role}`);
      return page;
    },
  };
}
