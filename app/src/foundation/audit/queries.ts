import type { Transaction } from '../database/index.ts';
import { isId } from '../ids/index.ts';
import type { AuditParts } from './parts.ts';
import { auditedTables, type EntryFilter, type EntryRow, entriesAfter, entriesBefore, entryAt } from './store.ts';

export const pageSize = 50;
const mostPeople = 200;

/** As in the address; what does not fit is empty. */
export interface TrailQuery {
  readonly person: string;
  readonly table: string;
  readonly object: string;
  readonly from: string;
  readonly to: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export function readTrailQuery(query: URLSearchParams): TrailQuery {
  const text = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, 200);
  const date = (name: string) => (isCalendarDay(text(name)) ? text(name) : '');
  const table = text('tabell');
  return {
    person: text('person'),
    table: /^[a-z_]+\.[a-z_]+$/.test(table) ? table : '',
    object: isId(text('objekt').toLowerCase()) ? text('objekt').toLowerCase() : '',
    from: date('fran'),
    to: date('till'),
    before: sequenceOf(query.get('fore')),
    after: sequenceOf(query.get('efter')),
  };
}

function isCalendarDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function sequenceOf(text: string | null | undefined): number | undefined {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function trailHref(query: TrailQuery, change: Partial<TrailQuery> = {}, path = '/administration/granskning') {
  const { person, table, object, from, to, before, after } = {
    ...query,
    before: undefined,
    after: undefined,
    ...change,
  };
  const parameters = { person, tabell: table, objekt: object, fran: from, till: to, fore: before, efter: after };
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}

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
