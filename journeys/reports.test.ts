import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOnBoth } from './accessibility.ts';
import { openJourney } from './journey.ts';

const journey = openJourney();

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
    const page = await journey.as('programmeLead', { javaScriptEnabled: script });
    await page.context().addCookies([{ name: 'samband_language', value: language, url: journey.address }]);
    const faults: string[] = [];
    const look = async () => faults.push(...(await faultsOnBoth(page, script)));

    await page.goto(`${journey.address}/fokus`);
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
    const page = await journey.as('elected', { javaScriptEnabled: script });
    await page.goto(`${journey.address}/rapporter`);
    expect(await page.locator('h1').textContent()).not.toContain('Rapporter');
    await page.goto(`${journey.address}/rapporter/faststallda`);
    const faults = [...(await faultsOnBoth(page, script))];
    await page.getByRole('link', { name: 'Delrapport våren' }).first().click();
    await page.waitForURL(/\/faststallda\/[0-9a-f-]{36}$/);
    faults.push(...(await faultsOnBoth(page, script)));
    expect(await page.locator('.report-document').textContent()).toContain('Skrivet för hand.');
    const file = await page.request.get(`${page.url()}/rapport.pdf`);
    expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(faults).toEqual([]);
  });
});
