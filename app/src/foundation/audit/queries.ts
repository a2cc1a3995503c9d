import type { Transaction } from '../database/index.ts';
import type { AuditParts } from './parts.ts';
import { auditedTables, type EntryFilter, type EntryRow, entriesAfter, entriesBefore, entryAt } from './store.ts';
import type { TrailQuery } from './trail-address.rules.ts';

export const pageSize = 50;
const mostPeople = 200;

export interface TrailPage {
  readonly entries: readonly EntryRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly tables: readonly string[];
  readonly older: number | undefined;
  readonly newer: number | undefined;
  readonly tooManyPeople: boolean;
}

export async function trailPage(tx: Transaction, parts: AuditParts, query: TrailQuery): Promise<TrailPage> {
  const filter = await trailFilter(tx, parts, query);
  const upwards = query.after !== undefined;
  const found = upwards
    ? await entriesAfter(tx, filter, query.after ?? 0, pageSize + 1)
    : await entriesBefore(tx, filter, query.before, pageSize + 1);
  const more = found.length > pageSize;
  // The extra row only tells that there is more: it stands last going down, first going up.
  const entries = !more ? found : upwards ? found.slice(1) : found.slice(0, -1);
  return {
    entries,
    names: await namesOf(tx, parts, entries),
    tables: await auditedTables(tx),
    older: (upwards ? entries.length > 0 : more) ? entries.at(-1)?.sequence : undefined,
    newer: (upwards ? more : query.before !== undefined) ? entries[0]?.sequence : undefined,
    tooManyPeople: filter.personIds?.length === mostPeople,
  };
}

export async function trailFilter(tx: Transaction, parts: AuditParts, query: TrailQuery): Promise<EntryFilter> {
  return {
    personIds: query.person === '' ? undefined : await parts.peopleNamed(tx, query.person, mostPeople),
    table: query.table || undefined,
    objectId: query.object || undefined,
    from: query.from || undefined,
    to: query.to || undefined,
  };
}

export async function entryDetail(tx: Transaction, parts: AuditParts, sequence: number) {
  const entry = await entryAt(tx, sequence);
  return entry && { entry, names: await namesOf(tx, parts, [entry]) };
}

export function namesOf(tx: Transaction, parts: AuditParts, entries: readonly EntryRow[]) {
  const ids = entries.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
  return parts.peopleNames(tx, [...new Set(ids)]);
}

/** One batch of a file: entries older than `before`, newest first. */
export function trailBatch(
  tx: Transaction,
  filter: EntryFilter,
  before: number | undefined,
  size: number,
): Promise<readonly EntryRow[]> {
  return entriesBefore(tx, filter, before, size);
}
