import type { CompareWith } from '../../chain/situation/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { ReportFolders } from './report-file.ts';

/** What is to be written of each municipality. */
export interface ReportOrder {
  readonly year: number;
  readonly compareWith: CompareWith;
  readonly language: Language;
  /** As 2026-03-02. */
  readonly day: string;
  readonly folders: ReportFolders;
  /** Writes also what is there already. */
  readonly anew: boolean;
}

/** What became of one municipality's report. */
export type ReportReply =
  | { readonly unit: string; readonly state: 'written' | 'wasThere' }
  | { readonly unit: string; readonly state: 'noComparison'; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' }
  /** The file system refused: the place, and its word. */
  | { readonly unit: string; readonly state: 'notWritable'; readonly code: string }
  | { readonly unit: string; readonly state: 'fault'; readonly message: string };
