export { boundedMemory } from './bounded-memory.ts';
export type { ListShrunk } from './catalogue.ts';
export type { SyncProgress } from './pace.ts';
export type { SyncSelection } from './selection.ts';
export { type SyncClient, type SyncOptions, type SyncReport, syncArchive } from './sync.ts';
