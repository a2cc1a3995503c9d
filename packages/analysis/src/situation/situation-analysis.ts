import type { FigureTable } from '../figure-table.ts';
import type { FourFields } from '../four-fields.ts';
import type { KeyFigure } from '../key-figure.ts';
import type { PublicationDates } from '../preliminary.ts';
import type { Comparison, ComparisonKind } from './comparison.ts';
import type { Finding, NearMiddle } from './finding.ts';
import type { IndexRow } from './index-row.ts';
import type { Lead } from './lead.ts';

export interface SituationQuestion {
  readonly figures: FigureTable;
  readonly keyFigures: readonly KeyFigure[];
  /** Municipalities only (no regions, no Riket). */
  readonly municipalities: readonly string[];
  readonly unit: string;
  readonly year: number;
  readonly comparison: Comparison;
  /** Code of Riket in the table, usually '0000'. */
  readonly riket?: string;
  /** ISO date; decides what is preliminary. Without it nothing is flagged preliminary. */
  readonly today?: string;
  readonly publication?: (kpi: string) => PublicationDates | undefined;
  /** Default 30. */
  readonly maxFindings?: number;
}

export interface SituationAnalysis {
  readonly unit: string;
  readonly year: number;
  readonly comparison: ComparisonKind;
  /** 18 rows: six areas × resource, quality, efficiency. */
  readonly indices: readonly IndexRow[];
  /** Strongest first; one row per phenomenon. */
  readonly findings: readonly Finding[];
  readonly nearMiddle: readonly NearMiddle[];
  /** Resource × quality per area. */
  readonly fourFields: readonly FourFields[];
  readonly lead: Lead;
  /** How many key figures could be judged, and how many could not, by reason. */
  readonly coverage: Coverage;
}

export interface Coverage {
  readonly judged: number;
  readonly noOwnValue: number;
  readonly tooFewReporting: number;
  readonly tooSmallGroup: number;
  readonly noDirection: number;
  readonly notInTable: number;
}
