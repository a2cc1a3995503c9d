import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { crawl } from './crawl.ts';
import { openJourney } from './journey.ts';

/** Registers whose form demands something. */
const registers = [
  '/fokus/kandidater',
  '/fokus',
  '/orsaker',
  '/orsaker/orsak',
  '/orsaker/forslag',
  '/orsaker/underlag',
  '/orsaker/guider',
  '/orsaker/intervjuer',
  '/slutsatser',
  '/forslag',
  '/atgarder',
  '/uppfoljning/effekter',
  '/uppfoljning/nyttor',
  '/rapporter',
] as const;

const journey = openJourney();

test('axe finds nothing on any page that links lead to, in Swedish at 1300 pixels, and nothing is wider than the screen', async () => {
  const { faults, kinds } = await crawl(journey, { language: 'sv', width: 1300 });
  expect(faults).toEqual([]);
  // A crawl that ends early proves nothing.
  expect(kinds).toBeGreaterThan(30);
}, 600_000);

test('axe finds nothing on forms with errors, on what would be imported, or on what is pasted', async () => {
  const page = await journey.as('administrator');
  const faults: string[] = [];
  const send = async (path: string, form: string, pasted?: string) => {
    await page.goto(journey.address + path);
    if (pasted !== undefined) await page.locator(form).locator('textarea').first().fill(pasted);
    await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
    await page.locator(form).getByRole('button', { disabled: false }).last().click();
    await page.locator('main[data-left]').waitFor({ state: 'detached' });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}, sent: ${fault}`));
  };
  for (const path of registers) {
    // Without a title also where the form begins with one.
    await send(`${path}/ny?title=`, `main form[action="${path}"]`);
    expect(await page.locator('main [aria-invalid=true]').count(), path).toBeGreaterThan(0);
  }
  await send(
    '/atgarder/importera',
    'main form',
    'Åtgärd\tKlar senast\nStäda efter behov\t2027-01-31\nRing färre\tsnart',
  );
  await page.getByText('snart').first().waitFor();
  await page.goto(`${journey.address}/fokus`);
  const area = await page.getByRole('main').getByRole('link', { name: 'Lokaler i förskolan' }).getAttribute('href');
  const table = 'Område\tProblem\tOrsak\tFörslag till åtgärd\nFörskola - Måltider\tMat slängs\tFel antal\tRäkna barnen';
  await send(`${area}/orsaker/klistra`, 'main form', table);
  await page.getByText('Räkna barnen').first().waitFor();
  expect(faults).toEqual([]);
});
