import type { Database } from './database.ts';

export interface Absent {
  readonly kpi: string;
  readonly figures: number;
}

/**
 * Every KPI that was asked for whole, with the number of figures in those of its years and genders that were not answered at all.
 * What is missing within an answered year is counted when the two are laid together.
 */
export async function countAbsentBlocks(database: Database): Promise<Map<string, number>> {
  const rows = await database.all<Absent>(
    `SELECT f.kpi, coalesce(sum(b.n + len(b.nulls)) FILTER (WHERE d.kpi IS NULL), 0)::INTEGER AS figures
     FROM staging.draft_fetch f LEFT JOIN old.kpi k ON k.id = f.kpi
     LEFT JOIN old.block b ON b.kpi = k.idx AND list_contains(f.years, b.period) AND list_contains(f.genders, b.gender)
     LEFT JOIN staging.draft d ON d.kpi = f.kpi AND d.gender = b.gender AND d.period = b.period
     WHERE f.source = 'api' AND f.from_date IS NULL GROUP BY f.kpi ORDER BY f.kpi`,
  );
  return new Map(rows.map(({ kpi, figures }) => [kpi, figures]));
}
