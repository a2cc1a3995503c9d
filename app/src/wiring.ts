import {
  costTreeRoutes,
  costTreeTexts,
  experiencePanel,
  observationRoutes,
  observationTexts,
  readSituation,
  situationRoutes,
  situationTexts,
} from './chain/situation/index.ts';
import { type Actor, may, type Permission } from './foundation/access/index.ts';
import type { Config } from './foundation/config/index.ts';
import type { Database } from './foundation/database/index.ts';
import { type FigureStore, fetchJob, fetchTask, koladaRoutes } from './foundation/figures/index.ts';
import type { Route, ServerParts } from './foundation/http/index.ts';
import { createIdentity } from './foundation/identity/index.ts';
import { createJobs } from './foundation/jobs/index.ts';
import type { Log } from './foundation/log/index.ts';
import { createMail } from './foundation/mail/index.ts';
import type { Language } from './foundation/texts/index.ts';
import type { NavigationEntry } from './foundation/ui/index.ts';

export interface WiringParts {
  readonly config: Config & { readonly secret: string };
  readonly database: Database;
  readonly figures: FigureStore;
  readonly log: Log;
  readonly version: string;
  readonly address: () => string;
}

export interface Wiring extends Pick<ServerParts, 'authenticate' | 'signInPage' | 'navigation'> {
  readonly routes: readonly Route[];
  /** Begins the work that needs no request: jobs, and mail that waits. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** The slices, and the few lines that run against the stream. */
export function wire(parts: WiringParts): Wiring {
  const { config, database, figures, log } = parts;
  const mail = createMail({ database, smtpUrl: config.smtpUrl, from: config.mailFrom, log });
  const identity = createIdentity({
    database,
    secret: config.secret,
    address: parts.address,
    mailOn: mail.on,
    example: config.example,
  });
  const { archive, exampleArchive, koladaUrl } = config;
  const jobs = createJobs({
    database,
    log,
    tasks: { ...mail.tasks, [fetchTask]: fetchJob({ database, log, archive, koladaUrl }) },
  });
  return {
    routes: [
      ...identity.routes,
      ...mail.routes,
      ...koladaRoutes({ archive, exampleArchive }),
      ...situationRoutes({ figures, experience: experiencePanel }),
      ...costTreeRoutes(figures),
      ...observationRoutes(figures),
    ],
    authenticate: identity.authenticate,
    signInPage: identity.signInPage,
    navigation,
    async ready() {
      await jobs.start();
      await mail.resume();
    },
    async stop() {
      await jobs.stop();
      mail.close();
    },
  };
}

/** The entries of the head, in the order of the steering cycle; each is shown to those who may open it. */
const entries: readonly {
  readonly href: string;
  readonly permission: Permission;
  readonly label: (language: Language) => string;
}[] = [
  { href: '/nulage', permission: readSituation, label: (language) => situationTexts(language).navigation },
  { href: '/kostnadstrad', permission: readSituation, label: (language) => costTreeTexts(language).navigation },
  { href: '/observationer', permission: readSituation, label: (language) => observationTexts(language).title },
];

function navigation(language: Language, actor: Actor): readonly NavigationEntry[] {
  return entries
    .filter(({ permission }) => may(actor, permission))
    .map(({ href, label }) => ({ href, label: label(language) }));
}
