import type { DataRow, Group, Kpi, Municipality, Ou, OuDataRow } from '../model.ts';
import { allRows } from './all-rows.ts';
import { KoladaFormatError, KoladaQueryError } from './errors.ts';
import { followPages, inOrder, type ReadPage } from './paging.ts';
import type { DataQuery, ListQuery, OuDataQuery, OuListQuery } from './query.ts';
import {
  dataQuestions,
  type ListPath,
  type ListQuestion,
  listQuestions,
  ouDataQuestions,
  type Question,
} from './question.ts';
import { explainSilence, silentKpis } from './silence.ts';
import { createTransport } from './transport.ts';
import { type Asked, readDataPage, readGroups, readKpis, readMunicipalities, readOuDataPage, readOus } from './wire.ts';

export interface KoladaClientOptions {
  /** Default `https://api.kolada.se/v3`. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Requests in flight at once; default 3. */
  readonly concurrency?: number;
  /** For one attempt, body included; default 60 000. */
  readonly timeoutMs?: number;
  readonly retry?: RetryOptions;
  /** Default 5; unlimited towards the own machine. */
  readonly requestsPerSecond?: number;
  /** Cancels everything the client does. */
  readonly signal?: AbortSignal;
  readonly onRequest?: (event: RequestEvent) => void;
}

export interface RetryOptions {
  /** Attempts in all, the first included; default 5. */
  readonly attempts?: number;
  /** Default 500. */
  readonly baseMs?: number;
  /** Default 30 000. */
  readonly maxMs?: number;
}

export type RequestEvent =
  | {
      readonly kind: 'answered';
      readonly endpoint: string;
      readonly attempt: number;
      readonly status: number;
      readonly ms: number;
      readonly bytes: number;
    }
  | {
      readonly kind: 'retrying';
      readonly endpoint: string;
      readonly attempt: number;
      readonly delayMs: number;
      readonly reason: string;
    }
  /** Kolada answered 200 with nothing for these KPIs (for the whole question when it named none): a question, not a fact. See `explainSilence`. */
  | { readonly kind: 'emptyAnswer'; readonly query: DataQuery | OuDataQuery; readonly silentKpis: readonly string[] };

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Why nothing came back for `id` (a KPI or a unit) though Kolada said 200. */
export interface Silence {
  readonly id: string;
  readonly reason: 'unknownKpi' | 'unknownUnit' | 'wrongUnitType' | 'noRows';
}

export interface CheckedData {
  readonly rows: readonly DataRow[];
  /** Empty when every asked KPI gave at least one row. */
  readonly silences: readonly Silence[];
}

export interface KoladaClient {
  kpis(query?: ListQuery, options?: CallOptions): Promise<readonly Kpi[]>;
  /** `undefined` when the catalogue does not know the id. */
  kpi(id: string, options?: CallOptions): Promise<Kpi | undefined>;
  kpiGroups(query?: ListQuery, options?: CallOptions): Promise<readonly Group[]>;
  municipalities(query?: ListQuery, options?: CallOptions): Promise<readonly Municipality[]>;
  municipalityGroups(query?: ListQuery, options?: CallOptions): Promise<readonly Group[]>;
  ous(query: OuListQuery, options?: CallOptions): Promise<readonly Ou[]>;

  /** Rows one by one, in the order of the split question. */
  data(query: DataQuery, options?: CallOptions): AsyncIterable<DataRow>;
  /**
   * The fast path: at most 5 000 rows at a time, never an empty page. Name the municipalities in the question where you can:
   * an answer without unit filter is nine tenths group rows that are fetched only to be dropped.
   */
  dataPages(query: DataQuery, options?: CallOptions): AsyncIterable<readonly DataRow[]>;
  ouData(query: OuDataQuery, options?: CallOptions): AsyncIterable<OuDataRow>;
  ouDataPages(query: OuDataQuery, options?: CallOptions): AsyncIterable<readonly OuDataRow[]>;

  /** All rows of a question, and for every asked KPI without a row the reason found in the catalogue. */
  checkedData(query: DataQuery, options?: CallOptions): Promise<CheckedData>;
  explainSilence(query: DataQuery, silentKpis: readonly string[], options?: CallOptions): Promise<readonly Silence[]>;
}

/** One client a process: its queue is what keeps us polite towards Kolada. */
export function createKoladaClient(options: KoladaClientOptions = {}): KoladaClient {
  const baseUrl = parseBaseUrl(options.baseUrl ?? 'https://api.kolada.se/v3');
  const transport = createTransport(options, baseUrl);

  /** All rows of a list; with ids, in the order of the ids. */
  async function list<Row extends { readonly id: string }>(
    path: ListPath,
    read: ReadPage<Row>,
    query: OuListQuery,
    { signal }: CallOptions = {},
  ): Promise<readonly Row[]> {
    const asks = listQuestions(baseUrl, path, query).map(
      ({ url, ids }) =>
        (cancel: AbortSignal) =>
          followPages(transport, url, onlyAsked(read, ids), cancel),
    );
    const rows: Row[] = [];
    for await (const page of inOrder(asks, transport.concurrency, signal)) rows.push(...page);
    if (query.ids === undefined) return rows;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return query.ids.flatMap((id) => byId.get(id) ?? []);
  }

  async function* pages<Row extends { readonly kpi: string }>(
    questions: readonly Question[],
    read: (body: unknown, endpoint: string, asked: Asked) => ReturnType<ReadPage<Row>>,
    query: DataQuery | OuDataQuery,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly Row[], void> {
    const asks = questions.map(
      ({ url, asked }) =>
        (cancel: AbortSignal) =>
          followPages(transport, url, (body, endpoint) => read(body, endpoint, asked), cancel),
    );
    const heard = new Set<string>();
    for await (const page of inOrder(asks, transport.concurrency, signal)) {
      for (const row of page) heard.add(row.kpi);
      yield page;
    }
    const silent = silentKpis(query, heard);
    if (silent) options.onRequest?.({ kind: 'emptyAnswer', query, silentKpis: silent });
  }

  const client: KoladaClient = {
    kpis: (query = {}, call) => list('kpi', readKpis, query, call),
    kpi: async (id, call) => (await list('kpi', readKpis, { ids: [id] }, call))[0],
    kpiGroups: (query = {}, call) => list('kpi_groups', readGroups, query, call),
    municipalities: (query = {}, call) => list('municipality', readMunicipalities, query, call),
    municipalityGroups: (query = {}, call) => list('municipality_groups', readGroups, query, call),
    ous: (query, call) => list('ou', readOus, query, call),
    dataPages: (query, call) => pages(dataQuestions(baseUrl, query), readDataPage, query, call?.signal),
    ouDataPages: (query, call) => pages(ouDataQuestions(baseUrl, query), readOuDataPage, query, call?.signal),
    data: (query, call) => oneByOne(client.dataPages(query, call)),
    ouData: (query, call) => oneByOne(client.ouDataPages(query, call)),
    async checkedData(query, call) {
      const rows = await allRows(client.data(query, call));
      const silent = silentKpis(query, new Set(rows.map((row) => row.kpi)));
      return { rows, silences: silent ? await explainSilence(client, query, silent, call) : [] };
    },
    explainSilence: (query, silent, call) => explainSilence(client, query, silent, call),
  };
  return client;
}

async function* oneByOne<Row>(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, void> {
  for await (const page of pages) yield* page;
}

/** A row with another id than those asked for means that Kolada ignored the ids and began to list everything. */
function onlyAsked<Row extends { readonly id: string }>(read: ReadPage<Row>, ids: ListQuestion['ids']): ReadPage<Row> {
  if (ids === undefined) return read;
  return (body, endpoint) => {
    const page = read(body, endpoint);
    const stray = page.rows.findIndex((row) => !ids.has(row.id));
    if (stray < 0) return page;
    throw new KoladaFormatError(endpoint, `values[${stray}].id`, 'ett efterfrågat id', page.rows[stray]?.id);
  };
}

function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new KoladaQueryError(
      'baseUrl',
      `baseUrl ska vara en webbadress, till exempel https://api.kolada.se/v3; fick ${text}`,
    );
  }
  return url;
}
