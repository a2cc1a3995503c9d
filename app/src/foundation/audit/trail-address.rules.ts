import { isId } from '../ids/index.ts';

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
