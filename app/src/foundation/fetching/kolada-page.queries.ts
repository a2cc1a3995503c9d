import {
  ArchiveError,
  type ArchiveErrorCode,
  type ArchiveKpi,
  type ArchiveStatus,
  archiveStatus,
  type Municipality,
  openArchive,
} from '@samband/kolada';
import type { Transaction } from '../database/index.ts';
import type { SambandRequest } from '../http/index.ts';
import { municipality, peopleNames } from '../tenancy/index.ts';
import { countFetches, currentFetch, type FetchRow, listFetches, readFetch, settleLost } from './fetch.store.ts';
import { logSize } from './fetch-order.rules.ts';

export interface KoladaPage {
  readonly archive: ArchiveView;
  readonly current: FetchRow | undefined;
  readonly log: readonly FetchRow[];
  readonly logTotal: number;
  readonly names: ReadonlyMap<string, string>;
  readonly source: SourceView;
}

export type ArchiveView =
  | {
      readonly ok: true;
      readonly status: ArchiveStatus;
      readonly municipalities: readonly Municipality[];
      readonly areas: readonly { readonly name: string; readonly kpis: number }[];
      readonly vanished: readonly ArchiveKpi[];
    }
  | { readonly ok: false; readonly reason: ArchiveErrorCode; readonly path: string };

export interface SourceView {
  readonly figures: 'kolada' | 'example';
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** Those of the example, where this installation has one. */
  readonly examples: readonly Municipality[];
}

export interface PageParts {
  readonly archive: string;
  readonly exampleArchive: string;
}

export async function koladaPage(request: SambandRequest, parts: PageParts, page: number): Promise<KoladaPage> {
  const [archive, examples, rows] = await Promise.all([
    viewArchive(parts.archive),
    municipalitiesOf(parts.exampleArchive),
    request.transaction(async (tx) => {
      await settleLost(tx);
      const current = await currentFetch(tx);
      const log = await listFetches(tx, logSize, (page - 1) * logSize);
      const people = [current, ...log].flatMap((row) => row?.created_by ?? []);
      return {
        current,
        log,
        logTotal: await countFetches(tx),
        names: await peopleNames(tx, [...new Set(people)]),
        tenant: await municipality(tx, request.person),
      };
    }),
  ]);
  const { tenant, ...fetches } = rows;
  const figures = tenant.figures === 'example' ? 'example' : 'kolada';
  return {
    ...fetches,
    archive,
    source: { figures, code: tenant.code, name: tenant.name, version: tenant.version, examples },
  };
}

async function viewArchive(path: string): Promise<ArchiveView> {
  try {
    const status = await archiveStatus(path);
    const archive = await openArchive(path);
    try {
      const [kpis, units] = [await archive.kpis(), await archive.units()];
      return {
        ok: true,
        status,
        municipalities: inSwedishOrder(units),
        areas: areasOf(kpis),
        vanished: kpis.filter(({ vanished }) => vanished),
      };
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) return { ok: false, reason: error.code, path };
    throw error;
  }
}

/** Empty where there is no archive to read. */
export async function municipalitiesOf(path: string): Promise<readonly Municipality[]> {
  try {
    const archive = await openArchive(path);
    try {
      return inSwedishOrder(await archive.units());
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) return [];
    throw error;
  }
}

function inSwedishOrder(units: readonly Municipality[]): readonly Municipality[] {
  const { compare } = new Intl.Collator('sv');
  return units.filter(({ type }) => type === 'K').sort((a, b) => compare(a.title, b.title));
}

function areasOf(kpis: readonly ArchiveKpi[]): readonly { name: string; kpis: number }[] {
  const counts = new Map<string, number>();
  for (const { operatingArea, municipalityType, vanished } of kpis) {
    if (operatingArea && municipalityType !== 'L' && !vanished)
      counts.set(operatingArea, (counts.get(operatingArea) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator('sv');
  return [...counts].map(([name, n]) => ({ name, kpis: n })).sort((a, b) => compare(a.name, b.name));
}

/** The fetch that goes on now; one whose process is gone is first marked as lost. */
export async function fetchUnderWay(tx: Transaction): Promise<FetchRow | undefined> {
  await settleLost(tx);
  return currentFetch(tx);
}

export async function fetchById(tx: Transaction, id: string): Promise<FetchRow | undefined> {
  await settleLost(tx);
  return readFetch(tx, id);
}
