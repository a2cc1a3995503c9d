/**
 * What a list shows is in its address: search words, filters, sort and page. So a list can be shared, bookmarked and gone back to,
 * and works without JavaScript. Whatever does not fit in an address falls back to the list's own start.
 */
export interface ListState<Sort extends string = string, Filter extends string = string> {
  readonly q: string;
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  /** Empty when the filter is not set. */
  readonly filters: Readonly<Record<Filter, string>>;
}

export interface ListShape<Sort extends string = string, Filter extends string = string> {
  readonly sorts: readonly [Sort, ...Sort[]];
  readonly filters: readonly Filter[];
  /** The first sort begins descending: newest first. */
  readonly newestFirst?: boolean;
  readonly pageSize: number;
}

// A search word longer than this is a pasted text; nothing matches it, and it must not make the address unusable.
const longestSearch = 200;
const lastPage = 1_000_000;

export function readListState<Sort extends string, Filter extends string>(
  query: URLSearchParams,
  shape: ListShape<Sort, Filter>,
): ListState<Sort, Filter> {
  const sort = shape.sorts.find((name) => name === query.get('sortera')) ?? shape.sorts[0];
  const order = query.get('ordning');
  const startsDescending = sort === shape.sorts[0] && shape.newestFirst === true;
  const page = Number(query.get('sida') ?? 1);
  const filters = Object.fromEntries(shape.filters.map((name) => [name, clean(query.get(name) ?? '')]));
  return {
    q: clean(query.get('q') ?? ''),
    sort,
    descending: order === 'fallande' || (order !== 'stigande' && startsDescending),
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
    filters: filters as Record<Filter, string>,
  };
}

function clean(text: string): string {
  return text.replaceAll('\0', '').normalize('NFC').trim().slice(0, longestSearch);
}

/** The address of the same list with something changed. Everything but a change of page begins again at page 1. */
export function listHref<Sort extends string, Filter extends string>(
  path: string,
  state: ListState<Sort, Filter>,
  change: Partial<ListState<Sort, Filter>> = {},
): string {
  const next = { ...state, page: 1, ...change };
  const query = new URLSearchParams();
  if (next.q !== '') query.set('q', next.q);
  for (const [name, value] of Object.entries<string>(next.filters)) if (value !== '') query.set(name, value);
  query.set('sortera', next.sort);
  query.set('ordning', next.descending ? 'fallande' : 'stigande');
  if (next.page > 1) query.set('sida', String(next.page));
  return `${path}?${query}`;
}

/** For a column's header: sorts by it, and the other way when it already is sorted by it. */
export function sortLink<Sort extends string, Filter extends string>(
  path: string,
  state: ListState<Sort, Filter>,
  sort: Sort,
): { href: string; direction: 'ascending' | 'descending' | undefined } {
  const current = state.sort === sort;
  return {
    href: listHref(path, state, { sort, descending: current && !state.descending }),
    direction: current ? (state.descending ? 'descending' : 'ascending') : undefined,
  };
}

/** `%`, `_` and `\` are letters to the person who searches. */
export function likePattern(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
