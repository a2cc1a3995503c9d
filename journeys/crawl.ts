import type { Page } from 'playwright-core';
import { faultsOf } from './accessibility.ts';
import type { Journey } from './journey.ts';

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

export interface Crawled {
  readonly faults: readonly string[];
  /** How many kinds of pages were seen. */
  readonly kinds: number;
}

/** Goes to every page that links lead to, as an administrator, and tells what axe finds and what is wider than the screen. */
export async function crawl(
  journey: Journey,
  { language, width }: { readonly language: string; readonly width: number },
): Promise<Crawled> {
  const { address } = journey;
  const page = await journey.as('administrator', { viewport: { width, height: 900 } });
  await page.context().addCookies([{ name: 'samband_language', value: language, url: address }]);
  const faults: string[] = [];
  const seen = new Set<string>();
  const waiting: string[] = ['/', ...unlinked];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(address, path);
    if (seen.has(kind)) continue;
    seen.add(kind);
    faults.push(...(await faultsOn(page, address, path)));
    waiting.push(...(await linksOf(page, address)));
  }
  return { faults, kinds: seen.size };
}

/** One page of each kind: another key figure, person or month is drawn by the same lines. */
function kindOf(address: string, path: string): string {
  if (unlinked.some((each) => each === path)) return path;
  const { pathname, searchParams } = new URL(path, address);
  const view = searchParams.get('vy') ?? '';
  // The thread can be drawn from anything.
  const from = (searchParams.get('av') ?? '').replace(/:.*/, '');
  return `${pathname} ${view} ${from}`.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[NU]\d{5}/g, ':').trim();
}

/** Where one can go from here: no files, no other sites, and nothing that changes who one is. */
async function linksOf(page: Page, address: string): Promise<readonly string[]> {
  const links: string[] = await page.evaluate(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => new URL(link.getAttribute('href'), location.href).href)",
  );
  return links.flatMap((link) => {
    const { origin, pathname, search } = new URL(link);
    const leads = origin === address && !/^\/(exempel|sprak|static)\b|\.[a-z]{3,4}$/.test(pathname);
    return leads ? [pathname + search] : [];
  });
}

async function faultsOn(page: Page, address: string, path: string): Promise<readonly string[]> {
  const answer = await page.goto(address + path);
  return [
    ...(await faultsOf(page)).map((fault) => `${path}: ${fault}`),
    ...((answer?.status() ?? 500) >= 500 ? [`${path}: answers ${answer?.status()}`] : []),
  ];
}
