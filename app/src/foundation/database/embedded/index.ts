export { EmbeddedDatabaseError, type EmbeddedDatabaseErrorCode } from './errors.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './launcher.ts';
export { runningEmbeddedPostgres } from './running.ts';
