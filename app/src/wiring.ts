import path from 'node:path';
import { auditTitles } from './audit-titles.texts.ts';
import {
  action,
  actionReferences,
  actionRoutes,
  actionsFirstStep,
  actionsSearch,
  actionsVocabularies,
  actionsWheel,
  conclusion,
  milestonesInDigest,
  ownMilestones,
  proposal,
  proposalRoutes,
  proposalsMine,
  underWaySearch,
  underWayWheel,
} from './chain/actions/index.ts';
import {
  cause,
  causesOfFocus,
  causesReferences,
  causesRoutes,
  causesSearch,
  causesVocabularies,
  causesWheel,
  causeTable,
  evidence,
  guide,
  interview,
  problem,
  readCauses,
  suggestion,
} from './chain/causes/index.ts';
import {
  candidate,
  focusArea,
  focusFirstSteps,
  focusReferences,
  focusRoutes,
  focusSearch,
  focusWheel,
  observationSlot,
} from './chain/focus/index.ts';
import {
  actionSlot,
  baselineOf,
  benefit,
  effectSearch,
  expectedEffect,
  followupReferences,
  followupRoutes,
  followupTexts,
  homeEffects,
  overviewPath,
  readFollowup,
  threadOfKind,
  threadRoutes,
  threadSlot,
} from './chain/followup/index.ts';
import { guidanceRoutes, guidanceSlot, guidanceVocabularies } from './chain/guidance/index.ts';
import {
  costTreeRoutes,
  costTreeTexts,
  experiencePanel,
  keyFigureRoutes,
  localKeyFigureRoutes,
  localValues,
  methodRoutes,
  observationRoutes,
  observationTexts,
  readSituation,
  sharedPageRoutes,
  similarityRoutes,
  situationFirstSteps,
  situationReferences,
  situationRoutes,
  situationSearch,
  situationTexts,
  situationWheel,
} from './chain/situation/index.ts';
import { type Actor, may, type Permission } from './foundation/access/index.ts';
import { auditRoutes } from './foundation/audit/index.ts';
import type { Config } from './foundation/config/index.ts';
import type { Database } from './foundation/database/index.ts';
import { fetchJob, fetchTask, koladaRoutes } from './foundation/fetching/index.ts';
import { type FigureStore, FiguresMissingError } from './foundation/figures/index.ts';
import { createFiles } from './foundation/files/index.ts';
import { type HomeSource, homeRoutes } from './foundation/home/index.ts';
import { createMetrics, type Route, type ServerParts } from './foundation/http/index.ts';
import { createIdentity, mailRecipients, readExample } from './foundation/identity/index.ts';
import { databaseProbe, informationRoutes, migrationsProbe, readLicences } from './foundation/information/index.ts';
import {
  contentsOfDrafts,
  createIntake,
  type Intake,
  imported,
  intakeRoutes,
  intakeTasks,
  pasteHref,
} from './foundation/intake/index.ts';
import { createJobs } from './foundation/jobs/index.ts';
import type { Log } from './foundation/log/index.ts';
import { createMail } from './foundation/mail/index.ts';
import {
  apiRoutes,
  attachmentRoutes,
  createKernel,
  type House,
  importTasks,
  type Kernel,
  lookUpRoutes,
  type Register,
  registerDue,
  registerMentions,
  reminderJob,
  reminderTask,
  reminderTimes,
  sweepJob,
  sweepTask,
  vocabularyRoutes,
  whileUnchanged,
} from './foundation/register/index.ts';
import {
  accessibilityContact,
  actorOfJob,
  digestTime,
  importRoutes,
  listTenants,
  manageMunicipality,
  managersOf,
  municipalityRoutes,
  organisationReferences,
  organisationRoutes,
  organisationSearch,
  organisationTarget,
  readOrganisation,
  roleRoutes,
  withWholes,
} from './foundation/tenancy/index.ts';
import { defineTexts, type Language } from './foundation/texts/index.ts';
import type { NavigationEntry } from './foundation/ui/index.ts';
import {
  adoptedPath,
  editionRoutes,
  readAdopted,
  report,
  reportRoutes,
  reportSearch,
  reportsOfFocus,
  reportTexts,
  templatePath,
  templatesInUse,
} from './reports/report/index.ts';
import { migrations } from './slices.ts';

export interface WiringParts {
  readonly config: Config & { readonly secret: string };
  readonly database: Database;
  readonly figures: FigureStore;
  readonly log: Log;
  readonly version: string;
  readonly address: () => string;
}

export interface Wiring
  extends Pick<ServerParts, 'authenticate' | 'authenticateToken' | 'signInPage' | 'navigation' | 'metrics'> {
  readonly routes: readonly Route[];
  /** Begins the work that needs no request: jobs, and mail that waits. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** Every register, for what is the same for all of them: their interface for machines, their tests, what hangs on their rows. */
export const registers: readonly Register[] = [
  candidate,
  focusArea,
  problem,
  cause,
  suggestion,
  evidence,
  guide,
  interview,
  conclusion,
  proposal,
  action,
  expectedEffect,
  benefit,
  imported,
  report,
];

/** What the registers share: what their fields can point at, and the municipality's vocabularies. */
export function wireKernel(figures: FigureStore, house?: House): Kernel {
  return createKernel({
    registers,
    references: [
      ...organisationReferences,
      ...situationReferences(figures),
      ...focusReferences,
      ...causesReferences,
      ...actionReferences,
      ...followupReferences,
    ],
    vocabularies: [...guidanceVocabularies, ...causesVocabularies, ...actionsVocabularies],
    pasteInto: (register) => (register === report.name ? undefined : pasteHref(register)),
    derivations: { [expectedEffect.name]: baselineOf(figures, today) },
    withWholes,
    ...(house && { house }),
  });
}

/** The way in: every register, and what slices take in ways of their own. */
export function wireIntake(parts: Pick<Intake, 'kernel' | 'files' | 'fileLimit'>): Intake {
  return createIntake({ ...parts, without: [report.name], more: [causeTable, localValues, organisationTarget] });
}

/** What the start page tells everyone alike is asked for once while nothing changes: each visitor would else compute every effect anew. */
function forAll(part: string) {
  return <T>(source: HomeSource<T>, place: number): HomeSource<T> =>
    (tx, asked) =>
      whileUnchanged(tx, ['home', part, place, asked.language, asked.day], () => source(tx, asked));
}

/** The same of what waits for each person, whose roles are audited too. */
function forEach<T>(source: HomeSource<T>, place: number): HomeSource<T> {
  return (tx, asked) =>
    whileUnchanged(tx, ['home', 'mine', place, asked.actor.personId, asked.language, asked.day], () =>
      source(tx, asked),
    );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
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
  const metrics = createMetrics(database.pool);
  const files = createFiles(config.filesFolder);
  const house: House = {
    files,
    fileLimit: config.fileLimit,
    address: parts.address,
    actorOf: actorOfJob,
    recipients: mailRecipients,
    managersOf,
  };
  const kernel = wireKernel(figures, house);
  const intake = wireIntake({ kernel, files, fileLimit: config.fileLimit });
  const jobs = createJobs({
    database,
    log,
    tasks: {
      ...mail.tasks,
      ...importTasks({ database, kernel, log, actorOf: actorOfJob }),
      ...intakeTasks({ database, intake, log, actorOf: actorOfJob }),
      [fetchTask]: fetchJob({ database, log, archive, koladaUrl }),
      [sweepTask]: sweepJob({ database, files, log, more: [contentsOfDrafts, templatesInUse] }),
      [reminderTask]: reminderJob({
        ...{ database, kernel, house, log, sources: [milestonesInDigest] },
        municipalities: async () =>
          (await listTenants(database)).map((tenant) => ({ ...tenant, digest: digestTime(tenant.settings) })),
      }),
    },
    recurring: [
      { task: sweepTask, at: '30 1 * * *', withinHours: 12 },
      { task: reminderTask, at: reminderTimes, withinHours: 24 },
    ],
  });
  return {
    routes: [
      ...homeRoutes({
        wheel: [situationWheel, focusWheel, causesWheel, actionsWheel, underWayWheel].map(forAll('wheel')),
        mine: [...[ownMilestones, proposalsMine, registerDue(kernel)].map(forEach), registerMentions(kernel)],
        effects: [homeEffects(figures)].map(forAll('effects')),
        firstSteps: [situationFirstSteps(figures), focusFirstSteps, actionsFirstStep].map(forAll('firstSteps')),
        standing: [],
        example: async () => (config.example ? readExample(database) : undefined),
      }),
      ...informationRoutes({
        version: parts.version,
        database,
        log,
        licences: () => readLicences(path.join(import.meta.dirname, '..')),
        probes: [
          databaseProbe(database),
          { name: 'migrations', check: async () => migrationsProbe(database, await migrations()).check() },
          { name: 'archive', check: () => archiveProbe(figures) },
        ],
        metrics,
        metricsOn: config.metrics,
        contact: accessibilityContact,
        searchSources: [
          ...situationSearch(figures),
          focusSearch,
          underWaySearch,
          causesSearch,
          ...actionsSearch,
          effectSearch,
          ...reportSearch,
          organisationSearch,
        ],
      }),
      ...identity.routes,
      ...organisationRoutes(identity.accountPanel),
      ...roleRoutes,
      ...importRoutes,
      ...municipalityRoutes([{ href: templatePath, label: (language) => reportTexts(language).templatePage.title }]),
      ...auditRoutes(auditTitles),
      ...mail.routes,
      ...koladaRoutes({ archive, exampleArchive }),
      ...sharedPageRoutes({ figures, address: parts.address }),
      ...similarityRoutes({ figures }),
      ...situationRoutes({ figures, experience: experiencePanel }),
      ...costTreeRoutes(figures),
      ...keyFigureRoutes({ figures, thread: threadOfKind(kernel, 'keyFigure') }),
      ...localKeyFigureRoutes(threadOfKind(kernel, 'keyFigure')),
      ...observationRoutes(figures, threadOfKind(kernel, 'observation'), observationSlot),
      ...methodRoutes,
      ...guidanceRoutes(kernel),
      ...causesRoutes(kernel, { thread: threadSlot(kernel) }),
      ...proposalRoutes(kernel, threadSlot(kernel)),
      ...actionRoutes(kernel, [threadOfKind(kernel, 'action'), actionSlot]),
      ...followupRoutes(kernel, figures),
      ...threadRoutes(kernel, figures, reportsOfFocus),
      ...lookUpRoutes(kernel),
      ...attachmentRoutes(kernel),
      ...vocabularyRoutes(kernel),
      ...intakeRoutes(intake),
      ...apiRoutes(kernel, { version: parts.version, address: parts.address }),
      ...editionRoutes({ files }),
      ...reportRoutes({ kernel, figures, files }),
      ...focusRoutes(kernel, [causesOfFocus, guidanceSlot('focus'), reportsOfFocus], {
        area: threadOfKind(kernel, 'focusArea'),
        candidate: threadOfKind(kernel, 'candidate'),
      }),
    ],
    metrics,
    authenticate: identity.authenticate,
    authenticateToken: identity.authenticateToken,
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

/** The pages can be served without figures; a damaged or newer archive is what an operator must hear of. */
async function archiveProbe(figures: FigureStore): Promise<void> {
  await figures.current('kolada').catch((error: unknown) => {
    if (error instanceof FiguresMissingError && error.reason === 'missing') return;
    throw error;
  });
}

const texts = defineTexts(
  {
    home: 'Hjulet',
    keyFigures: 'Nyckeltal',
    organisation: 'Organisation',
    administration: 'Administration',
    focus: 'Fokus',
    causes: 'Orsaker',
    actions: 'Åtgärder',
    impacts: 'Konsekvenser',
  },
  {
    home: 'The wheel',
    keyFigures: 'Key figures',
    organisation: 'Organisation',
    administration: 'Administration',
    focus: 'Focus',
    causes: 'Causes',
    actions: 'Actions',
    impacts: 'Consequences',
  },
);

interface MenuPage {
  readonly href: string;
  readonly permission?: Permission;
  readonly label: (language: Language) => string;
}

function registerPage({ path: href, read: permission, texts: words }: Register): MenuPage {
  return { href, permission, label: (language) => words(language).title };
}

/** The parts of the head, in the order of the steering cycle, each with its pages; shown to those who may open them. */
const menu: readonly { readonly label?: (language: Language) => string; readonly pages: readonly MenuPage[] }[] = [
  { pages: [{ href: '/', label: (language) => texts(language).home }] },
  {
    pages: [
      { href: '/nulage', permission: readSituation, label: (language) => situationTexts(language).navigation },
      { href: '/nyckeltal', permission: readSituation, label: (language) => texts(language).keyFigures },
      { href: '/kostnadstrad', permission: readSituation, label: (language) => costTreeTexts(language).navigation },
      { href: '/observationer', permission: readSituation, label: (language) => observationTexts(language).title },
    ],
  },
  {
    label: (language) => texts(language).focus,
    pages: [registerPage(focusArea), registerPage(candidate)],
  },
  { pages: [{ href: '/orsaker', permission: readCauses, label: (language) => texts(language).causes }] },
  {
    label: (language) => texts(language).actions,
    pages: [
      registerPage(conclusion),
      registerPage(proposal),
      { href: '/konsekvenser', permission: proposal.read, label: (language) => texts(language).impacts },
      registerPage(action),
    ],
  },
  {
    pages: [{ href: overviewPath, permission: readFollowup, label: (language) => followupTexts(language).navigation }],
  },
  {
    label: (language) => reportTexts(language).navigation,
    pages: [
      registerPage(report),
      {
        href: adoptedPath,
        permission: readAdopted,
        label: (language) => reportTexts(language).adoptedList.title,
      },
      // Documents go out there, and come in here.
      registerPage(imported),
    ],
  },
  {
    pages: [{ href: '/organisation', permission: readOrganisation, label: (language) => texts(language).organisation }],
  },
  {
    pages: [
      { href: '/administration', permission: manageMunicipality, label: (language) => texts(language).administration },
    ],
  },
];

function navigation(language: Language, actor: Actor): readonly NavigationEntry[] {
  return menu.flatMap(({ label, pages }) => {
    const open = pages
      .filter(({ permission }) => permission === undefined || may(actor, permission))
      .map((page) => ({ href: page.href, label: page.label(language) }));
    const first = open[0];
    return first === undefined ? [] : [{ href: first.href, label: label?.(language) ?? first.label, pages: open }];
  });
}
