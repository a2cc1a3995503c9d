import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHtml } from '../packages/documents/src/html/index.ts';
import { interimReport } from '../packages/documents/src/pdf/example.test-data.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-html-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['sv', 1280, 'light'],
  ['sv', 390, 'light'],
  ['sv', 390, 'dark'],
  ['en', 1280, 'dark'],
] as const)(
  'a document as a page has no accessibility faults in %s, %i pixels wide and %s',
  async (language, width, colorScheme) => {
    const file = path.join(folder, `${language}.html`);
    writeFileSync(file, writeHtml({ ...interimReport, language }));
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.chart-line-own')).fill")).toBe('none');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
