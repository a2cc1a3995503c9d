import { createSnapshot, diffSnapshot, type Snapshot, type SnapshotDifference } from '@samband/kolada';
import type { Database } from '../../foundation/database/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { hashOfLink } from './shared-page.commands.ts';
import {
  freezeSituation,
  type LinkState,
  linkState,
  orderDifferences,
  type SharedSituation,
  usedKeyFigures,
  usedYears,
} from './shared-page.rules.ts';
import { type OpenedPage, presentPage } from './shared-page.store.ts';
import type { Situation } from './situation.queries.ts';

export { type ListedPage, listPages, readPage } from './shared-page.store.ts';

/** Freezes the page and the archive's series behind it. */
export async function freezePage(
  figures: Figures,
  situation: Situation,
  tenant: SharedSituation['tenant'],
  now: Date,
): Promise<{ readonly content: SharedSituation; readonly snapshot: Snapshot }> {
  const kpis = usedKeyFigures(situation.analysis);
  const snapshot = await createSnapshot(figures.archive, {
    kpis,
    years: usedYears(situation.analysis),
    groups: situation.comparison.used.map(({ id }) => id),
    now: () => now,
  });
  const { id, version, fetchedAt, exampleData } = figures.info;
  const content: SharedSituation = {
    format: 1,
    tenant: { name: tenant.name, colour: tenant.colour },
    ...freezeSituation(situation),
    titles: Object.fromEntries(figures.units.map((unit) => [unit.id, unit.title])),
    keyFigures: snapshot.kpis.map((kpi) => ({
      kpi: kpi.id,
      title: kpi.title,
      description: kpi.description,
      publicationDate: kpi.publicationDate,
      fetchedAt: kpi.fetchedAt,
    })),
    archive: { id, version, fetchedAt, exampleData },
    snapshotId: snapshot.id,
    frozenAt: now.toISOString(),
  };
  return { content, snapshot };
}

export type PresentedPage =
  | { readonly state: 'open'; readonly page: OpenedPage }
  | { readonly state: Exclude<LinkState, 'open'> | 'unknown' };

/** What the link opens. The transaction has no tenant: it sees the one row whose hash it presents. */
export async function presentedPage(database: Database, token: string, now: Date): Promise<PresentedPage> {
  // Anything else was never given out, and need not be looked up.
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return { state: 'unknown' };
  const page = await database.inScope({ tenantId: undefined, secretHash: hashOfLink(token) }, presentPage);
  if (page === undefined) return { state: 'unknown' };
  const state = linkState(page, now);
  return state === 'open' ? { state, page } : { state };
}

/** What today's archive says otherwise than the page did when it was frozen. */
export async function changesSince(
  figures: Figures,
  shared: { readonly content: SharedSituation; readonly snapshot: Snapshot },
): Promise<readonly SnapshotDifference[]> {
  const differences = await diffSnapshot(figures.archive, shared.snapshot);
  const compared = Object.values(shared.content.members).flat();
  return orderDifferences(differences, shared.content.choice.unit, compared);
}
