/** What Kolada's API v3 speaks of, in our spelling. The wire format is translated in `client/wire.ts` and nowhere else. */

export type Gender = 'T' | 'K' | 'M';
export const genders: readonly Gender[] = ['T', 'K', 'M'];

export interface Kpi {
  /** `N` or `U` and five digits. Look-alikes exist (U17001 is an index, N17001 a cost deviation). */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly isDividedByGender: boolean;
  /** K municipalities, L regions, A both. */
  readonly municipalityType: 'K' | 'L' | 'A';
  readonly auspice: string | null;
  /** A label that Kolada rewrites at will; never a key. */
  readonly operatingArea: string;
  readonly perspective: string | null;
  readonly prelPublicationDate: string | null;
  readonly publicationDate: string | null;
  readonly publPeriod: string | null;
  readonly hasOuData: boolean;
}

export interface Municipality {
  /** Four digits as text; leading zeros matter. Riket is `0000` and, oddly, of type L. */
  readonly id: string;
  readonly title: string;
  readonly type: 'K' | 'L';
}

export interface GroupMember {
  readonly id: string;
  readonly title: string;
}

/** A municipality group (`G…`) or a KPI group (`G2KPI…`). Ids are reused while members change. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly GroupMember[];
}

/** An organisational unit: a school, a home. */
export interface Ou {
  readonly id: string;
  readonly title: string;
  readonly municipality: string;
}

export interface DataValue {
  readonly gender: Gender;
  readonly count: number;
  /** Open vocabulary; empty for real values and for some nulls. */
  readonly status: string;
  readonly value: number | null;
  readonly isDeleted: boolean;
}

export interface DataRow {
  readonly kpi: string;
  /** Municipality, region, Riket, or group id. */
  readonly municipality: string;
  readonly period: number;
  readonly values: readonly DataValue[];
}

export interface OuDataRow {
  readonly kpi: string;
  readonly ou: string;
  readonly period: number;
  readonly values: readonly DataValue[];
}

/** Why a figure is not a number. Kolada often does not say. */
export type MissingReason = 'notReported' | 'notApplicable' | 'secret' | 'notYetPublished' | 'unknown';

/** One dense block: value of KPI k, year y, unit u is `values[(k * years.length + y) * units.length + u]`; NaN is missing. */
export interface FigureTable {
  readonly kpis: readonly string[];
  readonly units: readonly string[];
  readonly years: readonly number[];
  readonly values: Float64Array;
}
