import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Role } from '../access/index.ts';
import { createTestDatabase } from '../database/testing.ts';
import { createFigureStore, type FigureStore } from '../figures/index.ts';
import { createFiles } from '../files/index.ts';
import type { Route } from '../http/index.ts';
import { createJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { attachmentRoutes, type House, type Kernel } from '../register/index.ts';
import { actorOfJob } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser } from '../tenancy/testing.ts';
import { type Intake, intakeRoutes, intakeTasks } from './index.ts';

/** The way in over a real server and database, with a municipality of its own; `wireKernel` and `wireIntake` are those of wiring.ts. */
export async function openWayIn(
  wiring: {
    readonly wireKernel: (figures: FigureStore, house: House) => Kernel;
    readonly wireIntake: (parts: Pick<Intake, 'kernel' | 'files' | 'fileLimit'>) => Intake;
  },
  roles: readonly Role[],
  more: (kernel: Kernel) => readonly Route[] = () => [],
) {
  const log = createLog('silent');
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'samband-intake-'));
  const figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], log);
  const tenant = await createTestTenant(database, roles);
  const files = createFiles(folder);
  const fileLimit = 20 * 1024 * 1024;
  const kernel = wiring.wireKernel(figures, {
    ...{ files, fileLimit, address: () => 'http://localhost', actorOf: actorOfJob },
    recipients: () => Promise.resolve(new Map()),
    managersOf: () => Promise.resolve(new Map()),
  });
  const intake = wiring.wireIntake({ kernel, files, fileLimit });
  const { browser } = serveRoutes(database, [...intakeRoutes(intake), ...attachmentRoutes(kernel), ...more(kernel)]);
  const jobs = createJobs({ database, log, tasks: intakeTasks({ database, intake, log, actorOf: actorOfJob }) });
  await jobs.start();
  return {
    ...{ database, tenant, kernel, intake },
    as: (role: Role): TestBrowser => browser(tenant.id, tenant.people[role]),
    /** Rows of these tables in use, as they stand, without what every save moves: what undoing must bring back. */
    async standing(tables: readonly string[]): Promise<Record<string, readonly Record<string, unknown>[]>> {
      return database.inScope({ tenantId: tenant.id }, async (tx) => {
        const found: Record<string, readonly Record<string, unknown>[]> = {};
        for (const name of tables) {
          const { rows } = await sql<{ row: Record<string, unknown> }>`select one as row from
            (select to_jsonb(t) - 'version' - 'changed_at' - 'changed_by' as one from ${sql.table(name)} t) all_of_them
            where coalesce((one ->> 'active')::boolean, true) order by one ->> 'id', one ->> 'code'`.execute(
            tx.tables<unknown>(),
          );
          found[name] = rows.map(({ row }) => row);
        }
        return found;
      });
    },
    async close() {
      await jobs.stop();
      await figures.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the page says when what went on with an import beside it has come to its end. */
export async function ended(as: TestBrowser, id: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const page = await (await as.get(`/importera/${id}/forlopp`)).text();
    if (!page.includes('<progress')) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${id} goes on and on`);
}

/** The id in the address that a post answered with. */
export function idIn(response: Response): string {
  const location = response.headers.get('location') ?? '';
  const id = /\/importera\/(?:utkast\/)?([0-9a-f-]{36})/.exec(location)?.[1];
  if (response.status !== 303 || id === undefined) throw new Error(`answered ${response.status} ${location}`);
  return id;
}

export function upload(
  as: TestBrowser,
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  wanted = '',
): Promise<Response> {
  const form = new FormData();
  form.set('till', wanted);
  form.set('file', new File([content], name));
  return as.postForm('/importera', form);
}
