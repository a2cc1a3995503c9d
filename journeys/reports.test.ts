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
  { script: true, language: 'sv' },
  { script: false, language: 'sv' },
])('a report ($language, JavaScript: $script)', ({ script, language }) => {
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
    await page.waitForURL(/\/rapporter\/[0-9a-f-]{36}\?vid=/);
    // One goes on from the part that one has written in: without scripts the place in the address says so, and Tab begins there.
    if (!script) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(word('Sammanfattning', 'Summary'));
    if (script && english) await moveByDragAndKeys(page);
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

describe.each(['sv', 'en'])('the pages around a report, in %s', (language) => {
  const word = (sv: string, en: string) => (language === 'en' ? en : sv);

  test('have nothing that axe finds: lists, forms with faults, the template, what has changed, and two who write at once', async () => {
    const page = await journey.as('programmeLead');
    await page.context().addCookies([{ name: 'samband_language', value: language, url: journey.address }]);
    const faults: string[] = [];
    const look = async () => faults.push(...(await faultsOnBoth(page, true)));
    const go = async (path: string) => {
      await page.goto(journey.address + path);
      await look();
    };
    const press = async (name: string) => {
      await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
      await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
      await page.locator('main[data-left]').waitFor({ state: 'detached' });
      await look();
    };
    for (const path of ['/rapporter', '/rapporter?q=finnsinte', '/rapporter/faststallda', '/rapporter/mall'])
      await go(path);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'mall.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('Ingen Word-fil'),
    });
    await press(word('Lägg in mallen', 'Add the template'));

    await go('/rapporter/ny');
    await page.locator('input[name="year"]').fill('snart');
    await press(word('Spara', 'Save'));
    expect(await page.locator('main [aria-invalid=true]').count()).toBe(1);
    await page.locator('input[name="year"]').fill('2023');
    await press(word('Spara', 'Save'));
    await page.waitForURL(/[0-9a-f-]{36}$/);
    const report = new URL(page.url()).pathname;

    const part = (await page
      .getByRole('link', { name: /^(Skriv text i|Write text in) S/ })
      .first()
      .getAttribute('href'))!;
    await go(part);
    const other = await page.context().newPage();
    await other.goto(journey.address + part);
    await other.locator('textarea[name="textBefore"]').fill('Den andras text');
    await other.getByRole('button', { name: word('Spara', 'Save'), exact: true }).click();
    await other.waitForURL(/[0-9a-f-]{36}\?vid=/);
    await page.locator('textarea[name="textBefore"]').fill('Min text');
    await press(word('Spara', 'Save'));
    for (const text of ['Min text', 'Den andras text']) {
      expect(await page.getByRole('main').textContent()).toContain(text);
    }

    await go(`${report}/andra`);
    await page.locator('input[name="year"]').fill('2024');
    await press(word('Spara', 'Save'));
    await go(`${report}/andringar`);
    expect(await page.locator('main del').count()).toBeGreaterThan(3);
    await press(word('Ta in allt', 'Take in all'));
    await page.goto(`${journey.address}${report}/forhandsvisning`);
    expect(await page.getByRole('main').textContent()).toContain('Den andras text');
    await go(`${report}/andringar`);

    const sheet = word(
      'Rubrik\tSlag\tÅr för nuläget\tJämför med\tSpråk\nAv ett program\tNulägesrapport\t2024\tAlla kommuner\tSvenska',
      'Title\tKind\tYear of the situation\tCompare with\tLanguage\nBy a program\tSituation report\t2024\tAll municipalities\tSwedish',
    );
    await page.goto(`${journey.address}/rapporter/importera`);
    await page.locator('main textarea').fill(sheet);
    await page.locator('main form').getByRole('button').last().click();
    await page.waitForURL(/importera\/[0-9a-f-]{36}/);
    await page
      .getByRole('main')
      .getByRole('button', { name: word('Läs in', 'Import') })
      .first()
      .click();
    await page.waitForURL(/handelser/);
    await go('/rapporter');
    await page.getByRole('link', { name: word('Av ett program', 'By a program') }).click();
    await page.getByText(word('Rapporten är inte sammansatt än', 'The report has not been put together yet')).waitFor();
    await look();
    await go(`${new URL(page.url()).pathname}/andringar`);
    expect(faults).toEqual([]);
  }, 120_000);
});
