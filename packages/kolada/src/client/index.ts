export type {
  CallOptions,
  CheckedData,
  KoladaClient,
  KoladaClientOptions,
  RequestEvent,
  RetryOptions,
  Silence,
} from './client.ts';
export {
  KoladaError,
  KoladaFormatError,
  KoladaHttpError,
  KoladaQueryError,
  KoladaTimeoutError,
  KoladaUnreachableError,
} from './errors.ts';
export type { DataQuery, ListQuery, OuDataQuery, OuListQuery } from './query.ts';
