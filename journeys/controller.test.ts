import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openJourney } from './journey.ts';
import { press, tabTo } from './keyboard.ts';

const journey = openJourney();

describe.each([{ script: true }, { script: false }])(
  'a controller without a mouse (JavaScript: $script)',
  ({ script }) => {
    test('signs in, changes comparison, opens a key figure, keeps an observation and exports to Excel', async () => {
      const page = await journey.visitor({ javaScriptEnabled: script });
      await page.goto(`${journey.address}/exempel`);
      await press(page, 'link', 'Fortsätt som controller');
      await page.waitForURL(/\/$/);
      await press(page, 'link', 'Nuläge');
      await page.waitForURL(/nulage/);
      expect(await page.locator('h1').textContent()).toContain('nuläge');

      await tabTo(page, 'combobox', 'Jämför med');
      await page.keyboard.press('End');
      if (script) await page.keyboard.press('ArrowUp');
      else {
        await page.keyboard.press('ArrowUp');
        await press(page, 'button', 'Visa');
      }
      await page.waitForURL(/jamfor=alla/);

      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'link', 'Excel')]);
      expect(download.suggestedFilename()).toMatch(/^Nuläge .+\.xlsx$/);
      expect(
        readFileSync(await download.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');

      const first = page
        .getByRole('table', { name: /avviker mest/ })
        .getByRole('rowheader')
        .first()
        .getByRole('link')
        .first();
      const title = (await first.textContent()) ?? '';
      await press(page, 'button', `Behåll ${title} som observation`);
      await page.waitForURL(/observationer\/[0-9a-f-]{36}/);
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await page.getByRole('status').first().textContent()).toMatch(/behållen/i);

      await press(page, 'link', 'Nuläge');
      await page.waitForURL(/nulage/);
      await press(page, 'link', title);
      await page.waitForURL(/nyckeltal\/[NU]\d{5}/);
      expect(await page.locator('h1').textContent()).not.toBe('');
    });
  },
);
