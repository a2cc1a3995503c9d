export { allRows } from './all-rows.ts';
export {
  type CallOptions,
  type CheckedData,
  createKoladaClient,
  type KoladaClient,
  type KoladaClientOptions,
  type RequestEvent,
  type RetryOptions,
  type Silence,
} from './client.ts';
export {
  KoladaError,
  KoladaFormatError,
  KoladaHttpError,
  KoladaQueryError,
  KoladaTimeoutError,
  KoladaUnreachableError,
} from './errors.ts';
export {
  type Figure,
  figureOf,
  isPreliminary,
  missingReason,
  type PublicationState,
  publicationState,
  valueFor,
} from './figure.ts';
export type { DataQuery, ListQuery, OuDataQuery, OuListQuery } from './query.ts';
export { type RetryMoment, retryAfterMs, retryDelay } from './retry.ts';
export { groupsFromJson, kpisFromJson, municipalitiesFromJson } from './wire.ts';
