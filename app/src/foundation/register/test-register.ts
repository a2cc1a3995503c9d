import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { definePermission } from '../access/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFiles } from '../files/index.ts';
import { homeRoutes } from '../home/index.ts';
import { sessionCookie } from '../http/index.ts';
import { mailRecipients } from '../identity/index.ts';
import { actorOfJob, managersOf, organisationReferences, withWholes } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestTenant } from '../tenancy/testing.ts';
import {
  attachmentRoutes,
  choice,
  createKernel,
  date,
  defineRegister,
  file,
  type House,
  type Kernel,
  lookUpRoutes,
  reference,
  registerDue,
  registerMentions,
  registerRoutes,
  richText,
  text,
  vocabularyRoutes,
  yes,
} from './index.ts';

const readers = definePermission('trial.read', ['analyst', 'manager', 'staff', 'administrator', 'programmeLead']);
const writers = definePermission('trial.write', ['analyst', 'manager', 'administrator', 'programmeLead']);

const words = {
  title: 'Saker',
  one: 'sak',
  create: 'Ny sak',
  empty: 'Ingen sak',
  fields: {
    title: 'Rubrik',
    description: 'Beskrivning',
    sort: 'Sort',
    due: 'Klar senast',
    owner: 'Ansvarig',
    helpers: 'Hjälper till',
    department: 'Förvaltning',
    contract: 'Avtal',
    done: 'Klar',
  },
};

/** A register of no slice's, with the kinds of field that few registers have. */
export const thing = defineRegister({
  name: 'trial.thing',
  path: '/saker',
  read: readers,
  write: writers,
  texts: () => words,
  fields: {
    title: text({ required: true }),
    description: richText(),
    sort: choice('sort'),
    due: date(),
    owner: reference('person'),
    helpers: reference('person', { many: true }),
    department: reference('department'),
    contract: file(),
    done: yes(),
  },
  heads: 'title',
  list: ['description', 'sort'],
  scope: { department: 'department' },
  reminders: [
    { date: 'due', person: 'owner', over: { done: [true] } },
    { date: 'due', person: 'helpers', over: { done: [true] } },
  ],
});

/** Another that fewer may read. */
export const secret = defineRegister({
  name: 'trial.secret',
  path: '/hemligt',
  read: definePermission('trial.readSecret', ['analyst']),
  write: definePermission('trial.writeSecret', ['analyst']),
  texts: () => ({ ...words, title: 'Hemligheter', one: 'hemlighet', fields: { title: 'Rubrik' } }),
  fields: { title: text({ required: true }) },
  heads: 'title',
  list: [],
});

const rowColumns = `tenant_id uuid not null, id uuid not null, active boolean not null default true, version integer not null default 1,
  created_at timestamptz not null default now(), created_by uuid, changed_at timestamptz not null default now(), changed_by uuid,
  title text not null, search text generated always as (lower(title)) stored, primary key (tenant_id, id)`;

export interface Trial {
  readonly database: TestDatabase;
  readonly kernel: Kernel;
  readonly house: House;
  readonly folder: string;
  readonly own: TestTenant;
  readonly other: TestTenant;
  readonly browser: ReturnType<typeof serveRoutes>['browser'];
  readonly server: ReturnType<typeof serveRoutes>['server'];
  /** Of somebody in the own municipality. */
  readonly cookie: (personId: string | undefined) => string;
  drop(): Promise<void>;
}

const fileLimit = 1024 * 1024;

export async function createTrial(): Promise<Trial> {
  const database = await createTestDatabase();
  await database.pool.query(`create schema trial;
    create table trial.thing (${rowColumns}, description text not null default '', sort text, due date, owner uuid,
      helpers uuid[] not null default '{}', department uuid, contract uuid, done boolean not null default false);
    create table trial.secret (${rowColumns});
    select foundation.protect(t), audit.audited(t) from unnest(array['trial.thing', 'trial.secret']::regclass[]) t`);
  const folder = await mkdtemp(path.join(tmpdir(), 'samband-trial-'));
  const house: House = {
    files: createFiles(folder),
    fileLimit,
    address: () => 'https://samband.ekeberga.se',
    actorOf: actorOfJob,
    recipients: mailRecipients,
    managersOf,
  };
  const kernel = createKernel({
    registers: [thing, secret],
    references: organisationReferences,
    vocabularies: [
      {
        name: 'sort',
        title: () => 'Sorter',
        help: () => 'Sorter av saker.',
        start: (language) =>
          language === 'sv' ? { large: 'Stor', small: 'Liten' } : { large: 'Large', small: 'Small' },
      },
    ],
    withWholes,
    house,
  });
  const roles = ['analyst', 'manager', 'staff', 'administrator', 'programmeLead', 'mentor'] as const;
  const own = await createTestTenant(database, roles, 'Ekeberga');
  const other = await createTestTenant(database, roles, 'Granvik');
  for (const [tenant, domain] of [
    [own, 'ekeberga.se'],
    [other, 'granvik.se'],
  ] as const) {
    await database.inScope({ tenantId: tenant.id }, async (tx) => {
      for (const [role, id] of Object.entries(tenant.people)) {
        await sql`update tenancy.person set email = ${`${role.toLowerCase()}@${domain}`} where id = ${id}`.execute(
          tx.tables<unknown>(),
        );
      }
    });
  }
  const { browser, server } = serveRoutes(database, [
    ...registerRoutes(kernel, thing),
    ...registerRoutes(kernel, secret),
    ...attachmentRoutes(kernel),
    ...vocabularyRoutes(kernel),
    ...lookUpRoutes(kernel),
    ...homeRoutes({
      wheel: [],
      mine: [registerDue(kernel), registerMentions(kernel)],
      effects: [],
      firstSteps: [],
      standing: [],
      example: () => Promise.resolve(undefined),
    }),
  ]);
  return {
    ...{ database, kernel, house, folder, own, other, browser, server },
    cookie: (personId) => `${sessionCookie}=${own.id}.${personId}`,
    async drop() {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
