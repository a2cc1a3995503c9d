import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

let application: Application;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await application?.stop();
});

async function as(role: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${application.address}/exempel/${role}`);
  return page;
}

/** What axe finds on the page, on a wide screen and a phone, and whether anything is wider than either. */
async function faultsOn(page: Page, script: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  const here = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id');
  for (const width of [390, 1300]) {
    await page.setViewportSize({ width, height: 900 });
    if (script) faults.push(...(await accessibilityFaults(page)).map((fault) => `${here} at ${width}: ${fault}`));
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (over > 0) faults.push(`${here} is ${over} wider than ${width}`);
  }
  return faults;
}

/** To the third place by the pointer and back by keys, in English: focus goes along, and it is told where the part stands. */
async function moveByDragAndKeys(page: Page): Promise<void> {
  const told = page.locator('part-order [role="status"]');
  const place = async (words: string) => {
    await told.getByText(words).waitFor({ state: 'attached' });
    expect(await page.evaluate("document.activeElement.closest('.report-part').textContent")).toContain('Summary');
  };
  await page.setViewportSize({ width: 1300, height: 2600 });
  const line = (number: number) => `part-order > ol:first-of-type > li:nth-child(${number}) > .report-part`;
  await page.dragAndDrop(line(1), line(3), { targetPosition: { x: 200, y: 40 } });
  await place('Summary now stands as number 3 of');
  await page.keyboard.press('Alt+ArrowUp');
  await place('Summary now stands as number 2 of');
  await page.dragAndDrop(line(2), line(1), { targetPosition: { x: 200, y: 3 } });
  await place('Summary now stands as number 1 of');
}

describe.each([
  { script: true, language: 'en' },
  { script: false, language: 'sv' },
])('a report (JavaScript: $script)', ({ script, language }) => {
  const english = language === 'en';
  const word = (sv: string, en: string) => (english ? en : sv);

  test('is made, put together, written in, read and adopted, on a wide screen and on a phone', async () => {
    const page = await as('programmeLead', { javaScriptEnabled: script });
    await page.context().addCookies([{ name: 'samband_language', value: language, url: application.address }]);
    const faults: string[] = [];
    const look = async () => faults.push(...(await faultsOn(page, script)));

    await page.goto(`${application.address}/fokus`);
    await page.locator('main tbody a[href^="/fokus/"]').first().click();
    await page.getByRole('link', { name: word('Skapa delrapport', 'Create an interim report') }).click();
    await page.waitForURL(/\/rapporter\/ny/);
    // All else is filled in.
    await page.locator('input[name="title"]').fill('Delrapport våren');
    await look();
    await page.getByRole('button', { name: word('Spara', 'Save') }).click();
    await page.waitForURL(/\/rapporter\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: word('Delar', 'Parts'), exact: true }).waitFor();
    await look();

    await page.getByRole('link', { name: word('Skriv text i Sammanfattning', 'Write text in Summary') }).click();
    await page.waitForURL(/\/delar\//);
    await look();
    await page.locator('textarea[name="textBefore"]').fill('Skrivet för **hand**.');
    await page.getByRole('button', { name: word('Spara', 'Save'), exact: true }).click();
    await page.waitForURL(/\/rapporter\/[0-9a-f-]{36}(#.*)?$/);
    if (script) await moveByDragAndKeys(page);
    await page.getByRole('button', { name: word('Flytta ned Sammanfattning', 'Move down Summary') }).press('Enter');
    await page.getByRole('link', { name: word('Förhandsgranska', 'Preview') }).click();
    await page.waitForURL(/\/forhandsvisning$/);
    await expect(page.locator('.report-document strong', { hasText: 'hand' }).count()).resolves.toBe(1);
    const sections = await page.locator('.report-document h2').allTextContents();
    expect(sections.findIndex((title) => title.includes(word('Sammanfattning', 'Summary')))).toBe(1);
    await look();

    await page.goBack();
    await page.locator('input[name="body"]').fill('Styrgruppen');
    await page.getByRole('button', { name: word('Fastställ rapporten', 'Adopt the report') }).click();
    await page.getByRole('button', { name: word('Börja på en ny version', 'Begin a new version') }).waitFor();
    await look();
    expect(faults).toEqual([]);
  });

  test('that is adopted is read by the elected, who see no drafts', async () => {
    const page = await as('elected', { javaScriptEnabled: script });
    await page.goto(`${application.address}/rapporter`);
    expect(await page.locator('h1').textContent()).not.toContain('Rapporter');
    await page.goto(`${application.address}/rapporter/faststallda`);
    const faults = [...(await faultsOn(page, script))];
    await page.getByRole('link', { name: 'Delrapport våren' }).first().click();
    await page.waitForURL(/\/faststallda\/[0-9a-f-]{36}$/);
    faults.push(...(await faultsOn(page, script)));
    expect(await page.locator('.report-document').textContent()).toContain('Skrivet för hand.');
    const file = await page.request.get(`${page.url()}/rapport.pdf`);
    expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(faults).toEqual([]);
  });
});
