import type { ArchiveErrorCode, ImportFault, ImportReport, KoladaError, SyncReport } from '@samband/kolada';
import type { FetchOrder } from './fetch-order.rules.ts';

/** What a fetching process is told to do; it goes between processes as JSON. */
export type FetchWork =
  | { readonly kind: 'sync'; readonly archive: string; readonly koladaUrl: string; readonly order: FetchOrder }
  | { readonly kind: 'import'; readonly archive: string; readonly files: ImportFiles };

export interface ImportFiles {
  readonly values?: string;
  readonly catalogue?: string;
  readonly units?: string;
  readonly groups?: string;
  readonly kpiGroups?: string;
}

export type FetchPhase = 'catalogue' | 'figures' | 'publishing' | 'reading' | 'merging' | 'done';

export interface FetchProgress {
  readonly phase: FetchPhase;
  readonly kpisDone: number;
  readonly kpisTotal: number;
  /** Figures received, or rows of a file read. */
  readonly values: number;
  readonly valuesPerSecond: number;
  readonly secondsLeft: number | null;
}

export type FetchOutcome =
  | { readonly kind: 'synced'; readonly report: SyncReport }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  /** Called off; what had been fetched is kept for the next time. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: FetchFault };

export type FetchFault =
  | { readonly code: 'archive'; readonly reason: ArchiveErrorCode; readonly writer: Writer | null }
  | {
      readonly code: 'kolada';
      readonly reason: KoladaError['code'];
      readonly status: number | null;
      /** In Swedish, as the client says it. */
      readonly message: string;
    }
  | { readonly code: 'files'; readonly faults: readonly ImportFault[] }
  | { readonly code: 'diskFull' }
  /** The process ended without a word: killed, or out of memory. */
  | { readonly code: 'died'; readonly how: string }
  | { readonly code: 'program'; readonly message: string };

/** Whoever writes the archive now. */
export interface Writer {
  readonly pid: number;
  readonly since: string;
}
