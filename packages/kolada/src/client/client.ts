import type { DataRow, Group, Kpi, Municipality, Ou, OuDataRow } from '../model.ts';
import type { DataQuery, ListQuery, OuDataQuery, OuListQuery } from './query.ts';

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
