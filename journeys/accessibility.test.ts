import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { type Application, startApplication } from './application.ts';
import { launchBrowser } from './browser.ts';

/** States that no link leads to: nothing found, a wrong address, an error, an empty choice. */
const unlinked = [
  '/nulage?jamfor=egna&kommuner=',
  '/nulage?kommun=finnsinte&ar=1850',
  '/kostnadstrad?ar=2013&trad=lss',
  '/nyckeltal?q=finnsintealls',
  '/nyckeltal/N99999',
  '/observationer?visa=arkiverade',
  '/sok?q=',
  '/sok?q=hemtj%C3%A4nst',
  '/finns-inte',
] as const;

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
  'axe finds nothing on any page that links lead to, in $language at $width pixels, and nothing is wider than the screen',
  async ({ language, width }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'samband_language', value: language, url: application.address }]);
    const page = await context.newPage();
    await page.goto(`${application.address}/exempel/administrator`);
    const faults: string[] = [];
    const seen = new Set<string>();
    const waiting: string[] = ['/', ...unlinked];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(kindOf(path))) continue;
      seen.add(kindOf(path));
      faults.push(...(await faultsOn(page, path)));
      waiting.push(...(await linksOf(page)));
    }
    await context.close();
    expect(faults).toEqual([]);
    // A crawl that ends early proves nothing.
    expect(seen.size).toBeGreaterThan(30);
  },
  600_000,
);

test('axe finds nothing on forms with errors, on what would be imported, or on what is pasted', async () => {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${application.address}/exempel/administrator`);
  const faults: string[] = [];
  const send = async (path: string, form: string, pasted?: string) => {
    await page.goto(application.address + path);
    if (pasted !== undefined) await page.locator(form).locator('textarea').first().fill(pasted);
    await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
    await page.locator(form).getByRole('button', { disabled: false }).last().click();
    await page.locator('main[data-left]').waitFor({ state: 'detached' });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}, sent: ${fault}`));
  };
  for (const path of registers) {
    await send(`${path}/ny`, `main form[action="${path}"]`);
    expect(await page.locator('main [aria-invalid=true]').count(), path).toBeGreaterThan(0);
  }
  await send(
    '/atgarder/importera',
    'main form',
    'Åtgärd\tKlar senast\nStäda efter behov\t2027-01-31\nRing färre\tsnart',
  );
  await page.getByText('snart').first().waitFor();
  await page.goto(`${application.address}/fokus`);
  const area = await page.getByRole('main').getByRole('link', { name: 'Lokaler i förskolan' }).getAttribute('href');
  const table = 'Område\tProblem\tOrsak\tFörslag till åtgärd\nFörskola - Måltider\tMat slängs\tFel antal\tRäkna barnen';
  await send(`${area}/orsaker/klistra`, 'main form', table);
  await page.getByText('Räkna barnen').first().waitFor();
  await context.close();
  expect(faults).toEqual([]);
});

/** One page of each kind: another key figure, person or month is drawn by the same lines. */
function kindOf(path: string): string {
  if (unlinked.some((each) => each === path)) return path;
  const { pathname, searchParams } = new URL(path, application.address);
  const view = searchParams.get('vy') ?? '';
  // The thread can be drawn from anything.
  const from = (searchParams.get('av') ?? '').replace(/:.*/, '');
  return `${pathname} ${view} ${from}`.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[NU]\d{5}/g, ':').trim();
}

/** Where one can go from here: no files, no other sites, and nothing that changes who one is. */
async function linksOf(page: Page): Promise<readonly string[]> {
  const links: string[] = await page.evaluate(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => new URL(link.getAttribute('href'), location.href).href)",
  );
  return links.flatMap((link) => {
    const { origin, pathname, search } = new URL(link);
    const leads = origin === application.address && !/^\/(exempel|sprak|static)\b|\.[a-z]{3,4}$/.test(pathname);
    return leads ? [pathname + search] : [];
  });
}

async function faultsOn(page: Page, path: string): Promise<readonly string[]> {
  const answer = await page.goto(application.address + path);
  const beyond: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return [
    ...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`),
    ...(beyond > 0 ? [`${path}: ${beyond} pixels wider than the screen`] : []),
    ...((answer?.status() ?? 500) >= 500 ? [`${path}: answers ${answer?.status()}`] : []),
  ];
}
