/** Questions as callers pose them. */

/** Two of kpis, municipalities and years must be given; lists of any length (split 25 a list, as a cross product). */
export interface DataQuery {
  readonly kpis?: readonly string[];
  /** Municipalities, regions and Riket by four digits; a group id (`G…`) may stand here too and is then kept. */
  readonly municipalities?: readonly string[];
  readonly years?: readonly number[];
  /** `YYYY-MM-DD`: only rows changed since that date, deleted ones included and marked. */
  readonly fromDate?: string;
  /** Group rows that Kolada mixes into bulk answers are dropped unless asked for here. */
  readonly include?: 'units' | 'unitsAndGroups';
}

/** Two of kpis, ous and years must be given. */
export interface OuDataQuery {
  readonly kpis?: readonly string[];
  readonly ous?: readonly string[];
  readonly years?: readonly number[];
  readonly fromDate?: string;
}

/** A catalogue list: everything, those with these ids (in this order, unknown ones absent), or those whose title contains `title`. */
export interface ListQuery {
  readonly ids?: readonly string[];
  readonly title?: string;
}

export interface OuListQuery extends ListQuery {
  readonly municipality?: string;
}
