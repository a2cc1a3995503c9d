// The pages at ten visitors at a time, each asking for the next page as soon as the last has come: the example municipality, and a
// municipality in an archive of all of Kolada's size. The bound: a bare Hono server that sends the same page, ready made.
// The visitors run in a process of their own on the same machine, as do the application's PostgreSQL and its compression.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { runningEmbeddedPostgres } from '../app/dist/foundation/database/embedded/index.js';
import { similar } from './parts/full-size.mjs';
import {
  inOwnProcess,
  inTemporaryFolder,
  median,
  ms,
  percentile,
  printLoad,
  printTable,
  target,
  times2,
} from './parts/measured.mjs';
import { startSamband } from './parts/samband.mjs';

const visitors = 10;
const seconds = Number(process.env.SECONDS ?? 6);
const own = similar()[49].own.id;
const elsewhere = similar().map(({ own: { id } }) => id);

await inTemporaryFolder(async (folder) => {
  // The database runs as another account when root starts it.
  await chmod(folder, 0o755);
  const archive = path.join(folder, 'kolada.duckdb');
  await inOwnProcess('write-full-size.mjs', [archive]);
  const data = path.join(folder, 'data');
  await mkdir(data);
  printLoad();
  const samband = await startSamband(data, { SAMBAND_ARCHIVE: archive });
  try {
    const cookie = await samband.signIn('analyst');
    const results = [];
    const heads = [
      '',
      'req/s',
      'p50',
      'p95',
      'p99',
      'server ms/req',
      'HTML kB',
      'sent kB',
      'bound p95',
      'ratio',
      'bound req/s',
    ];
    const measure = async (what, paths, isTarget = true) =>
      results.push({ ...(await visit(folder, samband, cookie, what, paths)), isTarget });

    await measure('example: start page', ['/']);
    await measure('example: Nuläge', ['/nulage']);
    await measure('example: Nyckeltal, list', ['/nyckeltal']);
    await measure('example: Nyckeltal, search', [
      '/nyckeltal?q=hemtj%C3%A4nst',
      '/nyckeltal?q=lokaler',
      '/nyckeltal?q=N20900',
    ]);
    await measure('example: Nyckeltal, one', await listedKeyFigures(samband, cookie));
    await show(samband, 'kolada', own);
    await measure('all of Kolada: Nuläge', ['/nulage']);
    await measure(
      'all of Kolada: Nuläge, four choices',
      ['alla', 'liknande'].flatMap((who) => [2023, 2024].map((year) => `/nulage?ar=${year}&jamfor=${who}`)),
    );
    await measure('all of Kolada: Nyckeltal, list', ['/nyckeltal', '/nyckeltal?sida=40']);
    await measure('all of Kolada: Nyckeltal, search', [
      '/nyckeltal?q=hemtj%C3%A4nst',
      '/nyckeltal?q=m%C3%A4tv%C3%A4rde+77',
    ]);
    await measure('all of Kolada: Nyckeltal, one', await listedKeyFigures(samband, cookie));
    // Nothing is drawn beforehand: the hardest case, and not what people do ten at a time.
    await measure(
      'all of Kolada: Nuläge, never the same',
      elsewhere.flatMap((code) => [2021, 2022, 2023, 2024].map((year) => `/nulage?kommun=${code}&ar=${year}`)),
      false,
    );

    console.log(`\n${visitors} visitors, ${seconds} s a row. Milliseconds.\n`);
    printTable(
      heads,
      results.map(({ cells }) => cells),
    );
    const { now, most } = samband.memory();
    console.log(`\nMemory of the server: ${ms(now)} MB now, ${ms(most)} MB at most (PostgreSQL not counted).`);
    const scripts = await clientScripts();
    console.log(
      `Client JavaScript, the same on every page: ${scripts.map(({ name, gz }) => `${name} ${gz.toFixed(1)} kB gz`).join(', ')}.`,
    );

    console.log('\nTargets');
    for (const { what, p95, isTarget } of results)
      if (isTarget) target(`${what}: p95 under 50 ms`, p95 < 50, `${ms(p95)} ms`);
    const total = scripts.reduce((sum, { gz }) => sum + gz, 0);
    target('client JavaScript at most 40 kB gz', total <= 40, `${total.toFixed(1)} kB`);
    printLoad();
  } finally {
    await samband.stop();
  }
});

async function visit(folder, samband, cookie, what, paths) {
  const bytes = await pageOf(samband.origin, cookie, paths[0]);
  const file = path.join(folder, 'page.html');
  await writeFile(file, bytes.html);
  await load(folder, samband.origin, cookie, paths, 2);
  const used = samband.processor();
  const ours = await load(folder, samband.origin, cookie, paths, seconds);
  const perRequest = (samband.processor() - used) / ours.taken.length;
  const bound = await ofBareServer(file, (origin) => load(folder, origin, '', ['/'], Math.min(3, seconds)));
  const p95 = percentile(ours.taken, 0.95);
  const boundP95 = percentile(bound.taken, 0.95);
  const perSecond = ({ taken, elapsed }) => Math.round((1000 * taken.length) / elapsed);
  if (ours.wrong > 0) throw new Error(`${what}: ${ours.wrong} answers were not pages`);
  const sizes = [bytes.html.length, bytes.sent].map((size) => (size / 1024).toFixed(1));
  const cells = [
    what,
    perSecond(ours),
    ms(median(ours.taken)),
    ms(p95),
    ms(percentile(ours.taken, 0.99)),
    perRequest.toFixed(1),
    ...sizes,
    ms(boundP95),
    times2(p95 / boundP95),
    perSecond(bound),
  ];
  return { what, p95, cells };
}

/** The first of the list, as a person would open them. */
async function listedKeyFigures({ origin }, cookie) {
  const list = await (await fetch(`${origin}/nyckeltal`, { headers: { cookie } })).text();
  return [...new Set([...list.matchAll(/href="(\/nyckeltal\/[NU]\d{5})[?"]/g)].map(([, href]) => href))].slice(0, 5);
}

async function load(folder, origin, cookie, paths, forSeconds) {
  const file = path.join(folder, 'visit.json');
  await writeFile(file, JSON.stringify({ origin, cookie, paths, visitors, seconds: forSeconds }));
  return inOwnProcess('load.mjs', [file]);
}

async function ofBareServer(file, work) {
  const bare = fork(new URL('parts/static-page.mjs', import.meta.url), [file]);
  try {
    const [{ port }] = await once(bare, 'message');
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    bare.disconnect();
    await once(bare, 'exit');
  }
}

async function pageOf(origin, cookie, path) {
  const ask = (encoding) => fetch(origin + path, { headers: { cookie, 'accept-encoding': encoding } });
  const html = new Uint8Array(await (await ask('identity')).arrayBuffer());
  const compressed = await ask('zstd');
  await compressed.arrayBuffer();
  return { html, sent: Number(compressed.headers.get('content-length')) };
}

/** The municipality moves over to other figures, as an administrator would have it. */
async function show({ postgresFolder }, figures, code) {
  const client = new pg.Client(runningEmbeddedPostgres(postgresFolder));
  await client.connect();
  await client.query('update tenancy.tenant set figures = $1, code = $2', [figures, code]);
  await client.end();
}

async function clientScripts() {
  const folder = new URL('../app/dist/public/', import.meta.url);
  const { 'main.js': main } = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8'));
  const names = (await readdir(folder)).filter((name) => name === main);
  return Promise.all(
    names.map(async (name) => ({
      name,
      gz: gzipSync(await readFile(new URL(name, folder)), { level: 9 }).length / 1024,
    })),
  );
}
