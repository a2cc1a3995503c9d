import { expect, test } from 'vitest';
import { openJourney } from './journey.ts';

const journey = openJourney();
/** What an A4 has between its margins. */
const paper = { viewport: { width: 673, height: 985 } };

test.each(['/nulage', '/nyckeltal/N20900', '/kostnadstrad', '/nyckeltal'])(
  'on paper %s says what was chosen in words, without boxes, and nothing is wider than the page',
  async (path) => {
    const page = await journey.as('analyst', paper);
    await page.goto(journey.address + path);
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
  },
);

test('on paper a page says what is known: no row of fields for adding, and no line that is only a way on', async () => {
  const page = await journey.as('programmeLead', paper);
  const firstOf = async (list: string): Promise<string> => {
    await page.goto(journey.address + list);
    return (await page.locator(`main table a[href^="${list}/"]`).first().getAttribute('href')) ?? '';
  };
  const rows = [await firstOf('/fokus'), await firstOf('/atgarder'), await firstOf('/observationer')];
  for (const path of [...rows, '/nulage', '/nyckeltal/N20900', '/kostnadstrad', '/fokus', '/atgarder']) {
    await page.goto(journey.address + path);
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
});
