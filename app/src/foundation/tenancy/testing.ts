import { sql } from 'kysely';
import type { Role, Scope } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import {
  createMetrics,
  createServer,
  RefusedError,
  type Route,
  type ServerParts,
  sessionCookie,
} from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { loadActingPerson } from './actor.store.ts';
import { insertRole } from './role.store.ts';

/** A municipality for tests, with one person for each role that is asked for. */
export interface TestTenant {
  readonly id: string;
  readonly people: Readonly<Partial<Record<Role, string>>>;
}

export async function createTestTenant(
  database: Database,
  roles: readonly Role[],
  name = 'Provkommun',
): Promise<TestTenant> {
  const id = newId();
  const people: Partial<Record<Role, string>> = {};
  await database.inScope({ tenantId: id, origin: 'samband' }, async (tx) => {
    await sql`insert into tenancy.tenant (tenant_id, code, name) values (${id}, '9999', ${name})`.execute(
      tx.tables<unknown>(),
    );
  });
  for (const role of roles) people[role] = await createTestPerson(database, id, role);
  return { id, people };
}

export async function createTestPerson(
  database: Database,
  tenantId: string,
  role: Role,
  scope: Scope = { kind: 'municipality' },
): Promise<string> {
  const id = newId();
  await database.inScope({ tenantId, origin: 'samband' }, async (tx) => {
    await sql`insert into tenancy.person (tenant_id, id, name) values (${tenantId}, ${id}, ${`Testperson ${role}`})`.execute(
      tx.tables<unknown>(),
    );
    await insertRole(tx, newId(), id, { role, scope, validFrom: null, validTo: null });
  });
  return id;
}

export interface TestBrowser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  postForm(path: string, form: FormData, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** As a program does it: JSON, with the person's access token. */
  send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** The real server over these routes; whoever holds the cookie or the token `<tenant>.<person>` is that person. */
export function serveRoutes(
  database: Database,
  routes: readonly Route[],
  parts: Partial<Pick<ServerParts, 'signInPage' | 'navigation'>> = {},
) {
  const now = new Date('2026-03-02T09:00:00Z');
  const authenticate: ServerParts['authenticate'] = async (token) => {
    const [tenantId = '', personId = ''] = token.split('.');
    const found = await database.inScope({ tenantId }, (tx) =>
      loadActingPerson(tx, personId, now.toISOString().slice(0, 10)),
    );
    if (found === undefined) return undefined;
    const { name, roles, tenant } = found;
    return { actor: { tenantId, personId, sessionId: newId(), name, roles }, tenant, language: 'sv' };
  };
  const server = createServer({
    routes,
    database,
    log: createLog('silent'),
    metrics: createMetrics(database.pool),
    publicFolder: '.',
    address: () => 'http://localhost',
    behindProxy: false,
    now: () => now,
    authenticate,
    authenticateToken: async (token) => {
      const signedIn = await authenticate(token, now);
      if (signedIn === undefined) throw new RefusedError(401);
      return { ...signedIn, token: { name: 'Provnyckel', mayWrite: true } };
    },
    signInPage: () => new Response('sign in', { status: 401 }),
    assets: { stylesheet: '/static/theme.css', script: '/static/main.js', version: '0.0.0' },
    navigation: () => [],
    ...parts,
  });
  const browser = (tenantId?: string, personId?: string): TestBrowser => {
    const cookie: Record<string, string> =
      tenantId === undefined ? {} : { cookie: `${sessionCookie}=${tenantId}.${personId}` };
    const send = async (path: string, init: RequestInit) => await server.request(path, init);
    return {
      get: (path, headers = {}) => send(path, { headers: { ...cookie, ...headers } }),
      post: (path, fields, headers = {}) =>
        send(path, { method: 'POST', headers: { ...cookie, ...headers }, body: new URLSearchParams(fields) }),
      postForm: (path, form, headers = {}) =>
        send(path, { method: 'POST', headers: { ...cookie, ...headers }, body: form }),
      send: (method, path, body, headers = {}) =>
        send(path, {
          method,
          headers: {
            ...(tenantId === undefined ? {} : { authorization: `Bearer ${tenantId}.${personId}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
    };
  };
  return { browser, server };
}
