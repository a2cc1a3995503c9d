import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, what is wrong in the markup, and how much wider than the screen the page is. Axe itself needs the page's scripts to be on. */
export async function faultsOf(page: Page, script = true): Promise<readonly string[]> {
  const beyond = await widerThanScreen(page);
  return [
    ...(script ? await accessibilityFaults(page) : []),
    ...(await markupFaults(page)),
    ...(beyond > 0 ? [`${beyond} pixels wider than the screen`] : []),
  ];
}

/** The same on a phone and on a wide screen, for a page that is open. */
export async function faultsOnBoth(page: Page, script = true): Promise<readonly string[]> {
  const faults: string[] = [];
  const here = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id');
  for (const width of [390, 1300]) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await faultsOf(page, script)).map((fault) => `${here} at ${width}: ${fault}`));
  }
  return faults;
}

/**
 * What a label or a screen reader stumbles on and axe lets through: two of one id, so that a label belongs to another field; a form or a block within words;
 * a figure whose caption stands in the middle.
 */
function markupFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const inside = ':is(span, h1, h2, h3, h4, h5, h6, button, label) :is(form, div, p, ul, ol, table, section, figure)';
    return [
      ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'two of id ' + id)),
      ...[...document.querySelectorAll(inside)].map((each) => 'a block within words ' + each.outerHTML.slice(0, 200)),
      ...[...document.querySelectorAll('figcaption')]
        .filter((each) => each.previousElementSibling !== null && each.nextElementSibling !== null)
        .map((each) => 'a caption in the middle ' + each.outerHTML.slice(0, 200)),
    ];
  })()`);
}

function widerThanScreen(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

/** What axe finds against WCAG 2.2 A and AA and its own best practices: one line a fault, none when all is well. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 200))))",
  );
}
