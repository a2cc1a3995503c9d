/** What the address of a request asks for, or why Kolada would refuse it. */
export type SimulatedQuestion =
  | (Paging & {
      readonly kind: 'list';
      readonly path: ListName;
      readonly ids: ReadonlySet<string> | undefined;
      readonly title: string | undefined;
      readonly municipality: string | undefined;
    })
  | (Paging & {
      readonly kind: 'data';
      readonly root: 'data' | 'oudata';
      readonly kpis: readonly string[] | undefined;
      readonly units: readonly string[] | undefined;
      readonly years: readonly number[] | undefined;
      readonly fromDate: string | undefined;
      /** Fewer than two of three: answered with nothing, as is a question whose parameters are all misspelt. */
      readonly unfiltered: boolean;
    })
  | { readonly kind: 'refused'; readonly status: 404 | 422; readonly detail: unknown };

interface Paging {
  readonly page: number;
  readonly perPage: number;
}

const listNames = ['kpi', 'kpi_groups', 'municipality', 'municipality_groups', 'ou'] as const;
export type ListName = (typeof listNames)[number];

const idsInList = 25;
const notFound: SimulatedQuestion = { kind: 'refused', status: 404, detail: 'Not Found' };

class Invalid extends Error {
  readonly place: readonly string[];
  constructor(place: readonly string[], message: string) {
    super(message);
    this.place = place;
  }
}

export function parseQuestion(url: URL, perPageLimit: number): SimulatedQuestion {
  const [root, version, ...parts] = readable(url.pathname).replace(/\/$/, '').split('/');
  const name = parts[0];
  if (root !== '' || version !== 'v3' || name === undefined) return notFound;
  try {
    const paging: Paging = {
      page: wholeNumber(url, 'page', 1, 1, Number.MAX_SAFE_INTEGER),
      perPage: wholeNumber(url, 'per_page', perPageLimit, 1, perPageLimit),
    };
    if (name === 'data' || name === 'oudata') return dataQuestion(url, name, parts.slice(1), paging);
    const path = listNames.find((each) => each === name);
    if (path === undefined || parts.length > 2) return notFound;
    return {
      kind: 'list',
      path,
      ids: parts[1] === undefined ? undefined : new Set(idList(['path', 'id'], parts[1])),
      title: url.searchParams.get('title') ?? undefined,
      municipality: url.searchParams.get('municipality') ?? undefined,
      ...paging,
    };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { kind: 'refused', status: 422, detail: [{ type: 'value_error', loc: error.place, msg: error.message }] };
  }
}

/** A path that is not percent-encoded text is a path that does not exist. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function dataQuestion(url: URL, root: 'data' | 'oudata', path: readonly string[], paging: Paging): SimulatedQuestion {
  const unitName = root === 'data' ? 'municipality' : 'ou';
  const asked = path.length === 0 ? fromParameters(url, unitName) : fromPath(path, unitName);
  if (asked === undefined) return notFound;
  const list = (name: string) => {
    const text = asked.get(name);
    return text === undefined ? undefined : idList([path.length === 0 ? 'query' : 'path', name], text);
  };
  const years = list('year')?.map((year) => {
    if (!/^\d{4}$/.test(year)) throw new Invalid(['path', 'year'], 'Input should be a valid year');
    return Number(year);
  });
  const fromDate = url.searchParams.get('from_date') ?? undefined;
  if (fromDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(fromDate)) {
    throw new Invalid(['query', 'from_date'], 'Input should be a valid date');
  }
  const unfiltered = asked.size < 2;
  return { kind: 'data', root, kpis: list('kpi'), units: list(unitName), years, fromDate, unfiltered, ...paging };
}

/** `/data/kpi/N1/year/2020`: names and lists in turn, in any order, at least two of them. */
function fromPath(path: readonly string[], unitName: string): Map<string, string> | undefined {
  const asked = new Map<string, string>();
  for (let at = 0; at < path.length; at += 2) {
    const name = path[at] ?? '';
    const ids = path[at + 1];
    if (![unitName, 'kpi', 'year'].includes(name) || asked.has(name) || !ids) return undefined;
    asked.set(name, ids);
  }
  return asked.size < 2 ? undefined : asked;
}

/** Only these names count; any other is ignored without a word, which is the trap. */
function fromParameters(url: URL, unitName: string): Map<string, string> {
  const names = [
    ['kpi', 'kpi_id'],
    [unitName, `${unitName}_id`],
    ['year', 'year'],
  ] as const;
  const asked = new Map<string, string>();
  for (const [name, parameter] of names) {
    const ids = url.searchParams.getAll(parameter).join();
    if (ids !== '') asked.set(name, ids);
  }
  return asked;
}

function idList(place: readonly string[], text: string): string[] {
  const ids = text.split(',').filter((id) => id !== '');
  if (ids.length <= idsInList) return ids;
  throw new Invalid(place, `List should have at most ${idsInList} items after validation, not ${ids.length}`);
}

function wholeNumber(url: URL, name: string, standard: number, least: number, most: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return standard;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Invalid(['query', name], `Input should be a whole number from ${least} to ${most}`);
}
