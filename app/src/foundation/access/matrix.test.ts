import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registers, wire } from '../../wiring.ts';
import { readConfig } from '../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFigureStore } from '../figures/index.ts';
import { forPrograms, type Route, sessionCookie } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { fillRegisters } from '../register/testing.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { roles } from './index.ts';

/** What must never be seen by others: it stands in the names of everything that the first municipality has. */
const secretWord = 'Hemligstaden';
/** The ids that routes fill their examples with; the first municipality has rows with just these. */
const exampleIds = ['00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000001'];

/** What many forms ask for, so that more than their refusals are seen. */
const filledForm = {
  version: '1',
  title: 'Något',
  name: 'Något',
  email: 'nagon@hemligstaden.se',
  text: 'Något',
  comment: 'Något',
  reason: 'Något',
  state: 'ongoing',
  ids: exampleIds[0]!,
  gor: '-arkivera',
  till: '1',
  pasted: 'Rubrik\nNågot',
  content: 'Område\tProblem\tOrsak\tFörslag\nA - B\tC\tD\tE',
};

/** What is shown once and kept nowhere, secrets and a text that is carried through signing in, cannot be redirected to: those forms are sent without Turbo. */
const sentWithoutTurbo: ReadonlySet<string> = new Set([
  '/mitt-konto/engangskod',
  '/mitt-konto/atkomstnycklar',
  '/personer/:id/bjud-in',
  '/exempel',
]);

let database: TestDatabase;
let routes: readonly Route[];
let own: TestTenant;
let other: TestTenant;
let browser: (tenantId?: string, personId?: string) => TestBrowser;
let server: ReturnType<typeof serveRoutes>['server'];
let stop: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLog('silent');
  const missing = path.join(tmpdir(), 'samband-no-such-archive.duckdb');
  // No figures: a page that needs them says so, which is an answer too.
  const figures = createFigureStore({ kolada: missing, example: missing }, [], log);
  const config = readConfig({ SAMBAND_EXAMPLE: 'on', SAMBAND_DATA: tmpdir() }, tmpdir());
  const wiring = wire({
    config: { ...config, secret: 'for-this-test-and-nothing-else-at-all' },
    database,
    figures,
    log,
    version: '0.0.0',
    address: () => 'http://localhost',
  });
  stop = async () => {
    await wiring.stop();
    await figures.close();
  };
  routes = wiring.routes;
  own = await createTestTenant(database, roles, secretWord);
  other = await createTestTenant(database, roles, 'Grannstaden');
  ({ browser, server } = serveRoutes(database, routes, { navigation: wiring.navigation }));
  await fillOrganisation();
  await fillEveryRegister();
  await giveAccounts(own, 'hemligstaden.se');
  await giveAccounts(other, 'grannstaden.se');
});
afterAll(async () => {
  await stop?.();
  await database?.drop();
});

async function fillOrganisation() {
  await database.inScope({ tenantId: own.id }, async (tx) => {
    for (const id of exampleIds) {
      const name = `${secretWord} ${id.slice(-1)}`;
      const insert = (table: string, columns: string, values: string) =>
        sql
          .raw(`insert into tenancy.${table} (tenant_id, id, ${columns}) values ('${own.id}', '${id}', ${values})`)
          .execute(tx.tables<unknown>());
      await insert('committee', 'name, kind', `'${name}', 'committee'`);
      await insert('department', 'name', `'${name}'`);
      await insert('unit', 'name, department_id', `'${name}', '${id}'`);
      await insert('person', 'name, email', `'${name}', '${id.slice(-1)}@hemligstaden.se'`);
      await insert('role_assignment', 'person_id, role', `'${id}', 'analyst'`);
      await sql`insert into situation.observation (tenant_id, id, title, experience) values (${own.id}, ${id}, ${name}, ${name})`.execute(
        tx.tables<unknown>(),
      );
    }
  });
}

/**
 * Three rows in every register: the one that routes fill their examples with, one that it points at and one that points at it. No two rows of
 * the same line have the same id, as no two rows ever have.
 */
async function fillEveryRegister() {
  const [example] = exampleIds;
  const above = new Map<string, string>(registers.map(({ name }) => [name, newId()]));
  const pointsAt = (reference: string) => above.get(reference) ?? example!;
  const filling = { tenantId: own.id, words: `${secretWord} 0` };
  await fillRegisters(database, registers, { ...filling, id: ({ name }) => above.get(name)!, pointsAt });
  await fillRegisters(database, registers, { ...filling, id: () => example!, pointsAt });
  await fillRegisters(database, registers, { ...filling, id: () => newId(), pointsAt: () => example! });
}

/** Whoever is signed in has an account. */
async function giveAccounts({ id, people }: TestTenant, domain: string) {
  await database.inScope({ tenantId: id }, async (tx) => {
    for (const [role, personId] of Object.entries(people)) {
      await sql`insert into identity.account (tenant_id, person_id, email) values (${id}, ${personId}, ${`${role.toLowerCase()}@${domain}`})`.execute(
        tx.tables<unknown>(),
      );
    }
  });
}

const pathOf = ({ path: pattern, example }: Route) => example ?? pattern;
const nameOf = (route: Route) => `${route.method.toUpperCase()} ${route.path}`;
/** As a person does it, or where the address is for programs, as a program with the person's token. */
const visit = (as: TestBrowser, route: Route) => {
  if (forPrograms(route.path)) return as.send(methodOf(route), pathOf(route), route.method === 'get' ? undefined : {});
  return route.method === 'get' ? as.get(pathOf(route)) : as.post(pathOf(route), {});
};
const methodOf = ({ method }: Route) => method.toUpperCase() as 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Runs through every route and tells which did not answer as they should. */
async function faultsOf(check: (route: Route) => Promise<string | undefined>): Promise<readonly string[]> {
  const faults: string[] = [];
  const left = routes.values();
  // A few visitors at a time: server and database each have something to do.
  const visitor = async () => {
    for (const route of left) {
      const fault = await check(route);
      if (fault !== undefined) faults.push(`${nameOf(route)}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, visitor));
  return faults.toSorted((a, b) => a.localeCompare(b));
}

describe('every route', () => {
  test('can be visited: a path with parameters gives an example, and none stands twice', async () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => route.path.includes(':') && route.example === undefined).map(nameOf)).toEqual([]);
    const names = routes.map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('of a register has rows to tell of', async () => {
    for (const { name, path: at, read } of registers) {
      const reader = browser(own.id, own.people[read.roles[0]!]);
      const told = (await (await reader.send('GET', `/api/v1${at}`)).json()) as { total: number; rows: unknown };
      expect(told.total, name).toBe(3);
      expect(JSON.stringify(told.rows)).toContain(secretWord);
    }
  });

  test('that needs an account asks whoever is not signed in to sign in', async () => {
    const faults = await faultsOf(async (route) => {
      const { status } = await visit(browser(), route);
      const right = route.access === 'anyone' ? status !== 401 && status !== 403 && status !== 500 : status === 401;
      return right ? undefined : String(status);
    });
    expect(faults).toEqual([]);
  });

  test.each(roles)('answers %s as its access says, and never with a fault', async (role) => {
    const faults = await faultsOf(async (route) => {
      const { status } = await visit(browser(own.id, own.people[role]), route);
      const allowed = typeof route.access === 'string' || route.access.roles.includes(role);
      const right = allowed ? status !== 401 && status !== 403 && status < 500 : status === 403;
      // Without figures a page that shows them is not available, and says so.
      return right || (allowed && status === 503) ? undefined : String(status);
    });
    expect(faults).toEqual([]);
  });

  test.each(roles)('tells %s of another municipality nothing of this one', async (role) => {
    const faults = await faultsOf(async (route) => {
      const response = await visit(browser(other.id, other.people[role]), route);
      if (response.status === 500) return '500';
      const told = `${await response.text()} ${response.headers.get('location') ?? ''}`;
      return told.includes(secretWord) || told.toLowerCase().includes('hemligstaden')
        ? 'told of the other municipality'
        : undefined;
    });
    expect(faults).toEqual([]);
  });

  // Turbo shows the answer to a form only when it is a redirect or a refusal: a page of 200 would be thrown away, unseen.
  test.each([
    ['empty', {}],
    ['filled', filledForm],
  ])('answers a form that is %s with a redirect or a refusal, never with a page of 200', async (_, form) => {
    const as = browser(own.id, own.people.administrator);
    const faults = await faultsOf(async (route) => {
      if (route.method === 'get' || forPrograms(route.path) || sentWithoutTurbo.has(route.path)) return undefined;
      const response = await as.post(pathOf(route), form);
      const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
      return response.status === 200 && isPage ? '200 with a page' : undefined;
    });
    expect(faults).toEqual([]);
  });

  test('takes no form from another site', async () => {
    const faults = await faultsOf(async (route) => {
      if (route.method === 'get') return undefined;
      const { status } = await server.request(pathOf(route), {
        method: methodOf(route),
        headers: {
          cookie: `${sessionCookie}=${own.id}.${own.people.administrator}`,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'cross-site',
        },
      });
      return status === 403 ? undefined : String(status);
    });
    expect(faults).toEqual([]);
  });

  test('bears what is no form, no page number and no text', async () => {
    const as = browser(own.id, own.people.administrator);
    const odd =
      '?q=%00%25%27%22%3Cscript%3E&sida=-1&sortera=__proto__&efter=x&fore=9e99&fran=2026-99-99&tabell=%27&year=abc&compare=%00&till=//x';
    const faults = await faultsOf(async (route) => {
      const form = { version: '99999999999999', active: '\0', name: '\0', q: '😀'.repeat(100) };
      const json = { version: 1e20, title: '\0', state: { code: '\0' }, causes: [[1]], __proto__: null, x: '😀' };
      const response =
        route.method === 'get'
          ? await as.get(pathOf(route) + odd)
          : forPrograms(route.path)
            ? await as.send(methodOf(route), pathOf(route), json, { 'if-match': '"\u00e5"' })
            : await as.post(pathOf(route), form);
      return response.status === 500 ? '500' : undefined;
    });
    expect(faults).toEqual([]);
  });
});
