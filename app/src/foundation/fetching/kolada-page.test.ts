import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archiveStatus } from '@samband/kolada';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createJobs, type Jobs, prepareJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { fetchTask } from './fetch.commands.ts';
import { fetchJob } from './fetch.job.ts';
import { runFetchProcess } from './fetch-process.ts';
import { koladaRoutes } from './kolada-page.routes.tsx';
import { startTrial, type Trial } from './testing.ts';

const log = createLog('silent');
const page = '/administration/kolada';
let database: TestDatabase;
let trial: Trial;
let jobs: Jobs | undefined;
let tenant: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await prepareJobs(database, log);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await database.pool.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs');
  trial = await startTrial();
  tenant = await createTestTenant(database, ['administrator', 'analyst']);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await trial.end();
});

async function startJobs(): Promise<void> {
  const parts = { database, log, archive: trial.archive, koladaUrl: trial.simulator.url, millisecondsBetweenSigns: 50 };
  jobs = createJobs({ database, log, tasks: { [fetchTask]: fetchJob(parts) } });
  await jobs.start();
}

function browser(of = tenant): TestBrowser {
  const routes = koladaRoutes({ archive: trial.archive, exampleArchive: path.join(trial.folder, 'example.duckdb') });
  return serveRoutes(database, routes).browser(of.id, of.people.administrator);
}

const everything = { set: 'everything', from: '2019', to: '2020', genders: 'T' };

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await (await response).text())
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

/** Looks until the page says it, as somebody waiting would. */
async function until(as: TestBrowser, words: string | RegExp): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await textOf(as.get(page));
    if (text.search(words) >= 0) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the page never said ${words}`);
}

it('an administrator fetches, follows how it goes, and sees what there is and how it went', async () => {
  await startJobs();
  const as = browser();
  expect(await textOf(as.get(page))).toContain('Inget är hämtat ännu');
  trial.simulator.setFaults({ slowMs: 40 });
  expect((await as.post(`${page}/hamta`, everything)).headers.get('location')).toBe(page);
  const atWork = await until(as, 'av 200 nyckeltal');
  expect(atWork).toContain('Startad av Testperson administrator');
  const frame = await (await as.get(`${page}/forlopp`, { 'turbo-frame': 'forlopp' })).text();
  expect(frame).toMatch(/^<turbo-frame id="forlopp">/);
  trial.simulator.setFaults({});
  const done = await until(as, '24 000 värden för 200 nyckeltal');
  expect(done).toContain('Klar');
  expect(done).toContain('2019–2020');
  const ended = await (await as.get(`${page}/forlopp`, { 'turbo-frame': 'forlopp' })).text();
  expect(ended).toContain('data-page="/administration/kolada"');
});

it('the form says what is wrong beside each field and keeps what was typed', async () => {
  const response = await browser().post(`${page}/hamta`, {
    set: 'kpis',
    kpis: 'N15027, hej',
    from: '2020',
    to: '2010',
  });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('Det här är inga nyckeltals-id: HEJ.');
  expect(html).toContain('Skriv två årtal, det första inte senare än det andra.');
  expect(html).toContain('Välj minst ett.');
  expect(html).toContain('value="N15027, hej"');
});

it('a second fetch is refused with who began the first and when', async () => {
  const as = browser();
  await as.post(`${page}/hamta`, everything);
  const second = await as.post(`${page}/hamta`, everything);
  const flash = Buffer.from(/samband_flash=([^;]+)/.exec(second.headers.get('set-cookie') ?? '')![1]!, 'base64url');
  expect(JSON.parse(flash.toString())).toMatchObject({
    kind: 'warning',
    text: expect.stringMatching(/En hämtning pågår redan, startad av Testperson administrator \d{4}-/) as unknown,
  });
});

it('one at work is stopped, keeps what it has, and goes on from there', async () => {
  await startJobs();
  const as = browser();
  trial.simulator.setFaults({ slowMs: 60 });
  await as.post(`${page}/hamta`, everything);
  await until(as, /(75|100|125|150) av 200/);
  const id = /kolada\/([0-9a-f-]+)\/avbryt/.exec(await (await as.get(page)).text())![1]!;
  await as.post(`${page}/${id}/avbryt`, {});
  expect(await until(as, 'Avbruten')).toContain('Det som redan hämtats är sparat.');
  expect(existsSync(trial.archive)).toBe(false);
  trial.simulator.setFaults({});
  await as.post(`${page}/${id}/igen`, {});
  await until(as, 'Klar');
  const { rows } = await database.pool.query(
    "select outcome->'report'->>'resumed' as resumed from fetching.retrieval where tenant_id = $1 and state = 'done'",
    [tenant.id],
  );
  expect(Number(rows[0].resumed)).toBeGreaterThanOrEqual(75);
});

it('a fetch whose program stops in order is taken up when it starts again', async () => {
  await startJobs();
  const as = browser();
  // The worker leaves a job five seconds to end by itself.
  trial.simulator.setFaults({ slowMs: 1500 });
  await as.post(`${page}/hamta`, everything);
  await until(as, '0 av 200');
  await jobs?.stop();
  expect(await textOf(as.get(page))).toContain('Väntar på att börja');
  trial.simulator.setFaults({});
  await database.pool.query('select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs');
  await startJobs();
  await until(as, 'Klar');
}, 60_000);

it('a fetch whose program was killed is told as cut off after a minute, and can be gone on with', async () => {
  const as = browser();
  await as.post(`${page}/hamta`, everything);
  await database.pool.query(
    "update fetching.retrieval set state = 'running', seen_at = now() - interval '2 minutes' where tenant_id = $1",
    [tenant.id],
  );
  const text = await textOf(as.get(page));
  expect(text).toContain('Avbröts när programmet stängdes');
  expect(text).toContain('Fortsätt');
});

it('values that Kolada no longer answers with are kept, and counted by key figure on the page of the fetch', async () => {
  await runFetchProcess(trial.work());
  for (const unit of ['0122', '0123']) trial.simulator.revise('N00001', unit, 2020, 'T', null, { deleted: true });
  trial.simulator.revise('N00002', '0122', 2019, 'T', null, { deleted: true });
  await startJobs();
  const as = browser();
  // With a year more everything is asked for anew, not only what has changed.
  await as.post(`${page}/hamta`, { ...everything, from: '2018' });
  await until(as, 'Klar');
  const id = /kolada\/([0-9a-f-]{36})"/.exec(await (await as.get(page)).text())![1]!;
  const text = await textOf(as.get(`${page}/${id}`));
  expect(text).toContain(
    'Svarade utan en del av de värden som finns här; de är kvar: 2 N00001: 2 värden N00002: 1 värde',
  );
});

it('uploaded files are read, faults are shown by line, and nothing uploaded is left lying', async () => {
  await runFetchProcess(trial.work());
  await startJobs();
  const as = browser();
  const form = new FormData();
  const header = 'kpi,municipality,period,gender,value';
  form.set('values', new File([`${header}\nN00001,0001,2020,T,1\nN00001,9999,2021,T,x\n`], 'värden å.csv'));
  await as.postForm(`${page}/filer`, form);
  const failed = await until(as, 'Gick inte');
  expect(failed).toContain('Ingenting har lästs in');
  const id = /kolada\/([0-9a-f-]{36})"/.exec(await (await as.get(page)).text())![1]!;
  expect(await textOf(as.get(`${page}/${id}`))).toMatch(/värden å\.csv, rad 3/);
  expect(await archiveStatus(trial.archive)).toMatchObject({ version: 1 });
  form.set('values', new File([`${header}\nN00001,0001,2020,T,1\n`], 'värden.csv'));
  await as.postForm(`${page}/filer`, form);
  await until(as, '1 värden och 0 redovisade bortfall');
  expect(await archiveStatus(trial.archive)).toMatchObject({ version: 2 });
  expect(readdirSync(path.join(trial.folder, 'uploads'))).toEqual([]);
});

it('the municipality is chosen among Kolada’s, and changes what the pages show', async () => {
  await database.pool.query("update tenancy.tenant set figures = 'example' where tenant_id = $1", [tenant.id]);
  const as = browser();
  expect(await textOf(as.get(page))).toContain('Hämta först från Kolada');
  await runFetchProcess(trial.work());
  const before = await as.get(page);
  const html = await before.text();
  expect(html).toContain('Påhittad kommun 30 (0130)');
  const version = /name="version" value="(\d+)"/.exec(html)![1]!;
  expect((await as.post(`${page}/siffror`, { to: 'kolada', municipality: '9999', version })).status).toBe(422);
  await as.post(`${page}/siffror`, { to: 'kolada', municipality: '0130', version });
  const { rows } = await database.pool.query('select figures, code from tenancy.tenant where tenant_id = $1', [
    tenant.id,
  ]);
  expect(rows).toEqual([{ figures: 'kolada', code: '0130' }]);
  expect((await as.post(`${page}/siffror`, { to: 'kolada', municipality: '0131', version })).status).toBe(409);
});

it('a damaged archive is told of, and the page still works', async () => {
  writeFileSync(trial.archive, 'not an archive');
  const response = await browser().get(page);
  expect(response.status).toBe(200);
  expect(await textOf(response)).toMatch(/är inte ett arkiv|är skadat/);
});

it('only administrators of the whole municipality come here, and see their own municipality’s log', async () => {
  const as = browser();
  await as.post(`${page}/hamta`, everything);
  const other = await createTestTenant(database, ['administrator']);
  expect(await textOf(browser(other).get(page))).not.toContain('Testperson administrator 2');
  const routes = koladaRoutes({ archive: trial.archive, exampleArchive: trial.archive });
  const analyst = serveRoutes(database, routes).browser(tenant.id, tenant.people.analyst);
  expect((await analyst.get(page)).status).toBe(403);
  expect((await analyst.post(`${page}/hamta`, everything)).status).toBe(403);
});
