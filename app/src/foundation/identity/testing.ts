import type { Hono } from 'hono';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createMetrics, createServer, type Route, sessionCookie } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { prepareJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { insertAccount, setPasswordHash } from './account.store.ts';
import { createIdentity } from './identity.ts';
import { hashPassword } from './passwords.ts';
import { insertAdministrator, insertTenant } from './person.store.ts';

export const password = 'korrekt häst batteri';
export const secret = 'a secret of the tests that is long enough';
export const address = 'http://samband.test';

/** A whole server on a database of its own, with a clock that the test turns. */
export interface TestHouse {
  readonly database: TestDatabase;
  readonly app: Hono;
  readonly now: () => Date;
  forward(milliseconds: number): void;
  browser(): Browser;
  /** A municipality with an administrator who signs in with `password`; null for an account without one. */
  municipality(given: {
    code: string;
    name: string;
    email: string;
    password?: string | null;
  }): Promise<{ tenantId: string; personId: string }>;
  close(): Promise<void>;
}

export async function openHouse(
  options: { routes?: readonly Route[]; example?: boolean; mailOn?: boolean } = {},
): Promise<TestHouse> {
  const database = await createTestDatabase();
  const log = createLog('silent');
  await prepareJobs(database, log);
  let now = new Date('2026-03-02T09:00:00Z');
  const identity = createIdentity({
    database,
    secret,
    address: () => address,
    mailOn: options.mailOn ?? true,
    example: options.example ?? false,
  });
  const app = createServer({
    routes: [...identity.routes, ...(options.routes ?? [])],
    database,
    log,
    metrics: createMetrics(database.pool),
    publicFolder: '.',
    address: () => address,
    behindProxy: true,
    now: () => now,
    authenticate: identity.authenticate,
    authenticateToken: identity.authenticateToken,
    signInPage: identity.signInPage,
    assets: { stylesheet: '/static/a.css', script: '/static/a.js', version: 'test' },
    navigation: () => [],
  });
  return {
    database,
    app,
    now: () => now,
    forward(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    browser: () => new Browser(app),
    async municipality(given) {
      const ids = { tenantId: newId(), personId: newId() };
      const hash = given.password === null ? undefined : await hashPassword(given.password ?? password);
      await database.inScope({ tenantId: ids.tenantId }, async (tx) => {
        await insertTenant(tx, { ...ids, code: given.code, name: given.name });
        await insertAdministrator(tx, { ...ids, roleId: newId() }, given.email);
        await insertAccount(tx, ids.personId, given.email);
        if (hash !== undefined) await setPasswordHash(tx, ids.personId, hash);
      });
      return ids;
    },
    close: () => database.drop(),
  };
}

/** As much of a browser as the flows need: cookies, forms, and an address of its own. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono;
  origin = '192.0.2.1';

  constructor(app: Hono) {
    this.#app = app;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, {});
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    return this.#send(path, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(body.length),
        'Sec-Fetch-Site': 'same-origin',
      },
    });
  }

  signIn(email: string, given = password): Promise<Answer> {
    return this.post('/logga-in', { email, password: given, till: '/mitt-konto', kept: '' });
  }

  get session(): string | undefined {
    return this.cookies.get(sessionCookie);
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('X-Forwarded-For', this.origin);
    headers.set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0');
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#app.request(new URL(path, address), { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return new Answer(response, await response.text());
  }
}

export class Answer {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly html: string;

  constructor(response: Response, html: string) {
    this.status = response.status;
    this.location = response.headers.get('location');
    this.headers = response.headers;
    this.html = html;
  }

  /** The value of a hidden field, as the browser would send it back. */
  hidden(name: string): string {
    const input = [...this.html.matchAll(/<input type="hidden"[^>]*>/g)]
      .map(([tag]) => tag)
      .find((tag) => tag.includes(`name="${name}"`));
    return withoutEntities(/value="([^"]*)"/.exec(input ?? '')?.[1] ?? '');
  }

  /** The page as text, without tags. */
  get text(): string {
    return withoutEntities(this.html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
  }
}

function withoutEntities(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
