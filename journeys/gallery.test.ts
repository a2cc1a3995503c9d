import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryPages, galleryShell } from '../app/src/foundation/ui/gallery/index.tsx';
import { tenantThemeCss, turboStyleHash } from '../app/src/foundation/ui/index.ts';
import { launchBrowser } from './browser.ts';

/** The gallery in a real browser, with the real stylesheet, script and content policy. */
const policy = `default-src 'self'; style-src 'self' ${turboStyleHash}; script-src 'self'; img-src 'self' data:`;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = new Map<string, Uint8Array>();
const submissions: string[] = [];
let server: Server;
let browser: Browser;
let base: string;

beforeAll(async () => {
  const bundle = await build({
    entryPoints: {
      theme: fileURLToPath(new URL('../app/src/foundation/ui/theme.css', import.meta.url)),
      main: fileURLToPath(new URL('../app/src/client/main.ts', import.meta.url)),
    },
    outdir: '/bundle',
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
  });
  for (const { path, contents } of bundle.outputFiles) files.set(path.replace('/bundle', ''), contents);
  server = createServer((request, response) => void answer(request.url ?? '/', request.method ?? 'GET', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
});

async function answer(url: string, method: string, response: import('node:http').ServerResponse): Promise<void> {
  const { pathname } = new URL(url, 'http://localhost');
  const file = files.get(pathname);
  const [, language = 'sv', name = ''] = pathname.split('/');
  const page = Object.entries(galleryPages).find(([key]) => key === name)?.[1];
  if (method === 'GET' && url.includes('?')) submissions.push(url);
  response.setHeader('Content-Security-Policy', policy);
  if (file !== undefined)
    response.setHeader('Content-Type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript').end(file);
  else if (pathname.startsWith('/tema/')) response.setHeader('Content-Type', 'text/css').end(tenantThemeCss('1d5c4d'));
  else if (page !== undefined) {
    const shell = { ...galleryShell, language: language === 'en' ? ('en' as const) : ('sv' as const), path: url };
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(String(await page(shell)));
  } else if (pathname === '/galleri' && url.includes('?'))
    response.writeHead(303, { Location: `/sv/nulage${url.slice(8)}` }).end();
  else response.writeHead(404).end();
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(base + path);
  return { page, complaints };
}

const phone = { width: 360, height: 780 };
const views = [
  ...Object.keys(galleryPages).flatMap((name) => [
    { name, language: 'sv', options: {} },
    { name, language: 'sv', options: { viewport: phone, colorScheme: 'dark' as const } },
  ]),
  { name: 'delar', language: 'en', options: {} },
  { name: 'hjulet', language: 'en', options: { colorScheme: 'dark' as const } },
];

test.each(views)(
  'axe finds nothing on $name in $language ($options.viewport.width $options.colorScheme)',
  async ({ name, language, options }) => {
    const { page, complaints } = await open(`/${language}/${name}`, options);
    await page.evaluate(axe);
    const found = await page.evaluate(
      "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 160))))",
    );
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.context().close();
  },
);

test('a changed filter sends itself, and the person stays where they were', async () => {
  const { page } = await open('/sv/nulage?ar=2020');
  await page.focus('select[name=ar]');
  await page.evaluate(
    "document.querySelector('select[name=ar]').dispatchEvent(new Event('change', { bubbles: true }))",
  );
  await page.waitForURL(/kommun=9000/);
  await page.waitForFunction("!document.documentElement.hasAttribute('aria-busy')");
  expect(await page.evaluate('document.activeElement.name')).toBe('ar');
  await page.context().close();
});

test('without JavaScript the filter has a button of its own', async () => {
  const { page } = await open('/sv/nulage', { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Visa', exact: true }).click();
  await page.waitForURL(/kommun=9000/);
  await page.context().close();
});

test('what was typed comes back after a reload, and can be thrown away', async () => {
  const { page } = await open('/sv/delar');
  await page.fill('#f-title', 'Tomma lokaler i norr');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  expect(await page.inputValue('#f-title')).toBe('Tomma lokaler i norr');
  await page.getByRole('button', { name: 'Släng det' }).click();
  expect(await page.inputValue('#f-title')).toBe('');
  await page.context().close();
});

test('the mark nearest the pointer says its value', async () => {
  const { page } = await open('/sv/nulage');
  const mark = page.locator('.chart-wide .is-line [data-tip] circle:last-child').last();
  await mark.hover();
  expect(await page.locator('.chart-tip').textContent()).toContain('2021: ');
  await page.context().close();
});

test('stylesheet and script are small enough', async () => {
  const { gzipSync } = await import('node:zlib');
  const size = (name: string) => gzipSync(files.get(name) ?? new Uint8Array(99_999)).length;
  expect(size('/theme.css')).toBeLessThan(35_000);
  expect(size('/main.js')).toBeLessThan(40_000);
});
