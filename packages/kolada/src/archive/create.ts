import { stat } from 'node:fs/promises';
import { type FigureTable, type Gender, type Group, genders, type Kpi, type Municipality } from '../model.ts';
import { countNumbers } from './block.ts';
import type { Database } from './database.ts';
import { ArchiveError } from './errors.ts';
import { genderCode } from './schema.ts';
import { listValue, TableWriter } from './table-writer.ts';
import { ArchiveWriter } from './writer.ts';

export interface ArchiveContent {
  readonly kpis: readonly Kpi[];
  /** In this order they are numbered, and so they stand in every FigureTable read back. */
  readonly units: readonly Municipality[];
  readonly groups?: readonly Group[];
  readonly kpiGroups?: readonly Group[];
  /** Figures per gender; NaN is not stored. Every KPI and unit must be among those above. */
  readonly tables: Readonly<Partial<Record<Gender, FigureTable>>>;
  readonly exampleData?: boolean;
  /** What tells this archive from others, through all its versions; default a new one. */
  readonly id?: string;
  /** ISO; default now. */
  readonly fetchedAt?: string;
  readonly now?: () => Date;
  /** Puts the new archive in the place of one that is there. */
  readonly replace?: boolean;
}

/** Writes an archive from figures in memory: example data, benchmarks. Forty million values take some ten seconds. */
export async function createArchive(path: string, content: ArchiveContent): Promise<{ readonly values: number }> {
  if (!content.replace && (await stat(path).catch(() => undefined))) {
    throw new ArchiveError(
      'exists',
      path,
      `there is already a file at ${path}; choose another name, or ask for it to be replaced`,
    );
  }
  const now = (content.now?.() ?? new Date()).toISOString();
  const fetchedAt = content.fetchedAt ?? now;
  const writer = await ArchiveWriter.begin(path, {
    purpose: 'import',
    now,
    replace: true,
    exampleData: content.exampleData ?? false,
    ...(content.id === undefined ? {} : { id: content.id }),
  });
  try {
    const { staging, database } = writer;
    await staging.stageUnits(content.units, now);
    await staging.stageKpis(content.kpis, now);
    if (content.groups) await staging.stageGroups(content.groups, now);
    if (content.kpiGroups) await staging.stageKpiGroups(content.kpiGroups, now);
    const notes = new Map<string, { years: Set<number>; genders: Gender[] }>();
    for (const gender of genders) {
      for (const kpi of content.tables[gender]?.kpis ?? []) {
        const note = notes.get(kpi) ?? { years: new Set(), genders: [] };
        for (const year of content.tables[gender]!.years) note.years.add(year);
        note.genders.push(gender);
        notes.set(kpi, note);
      }
    }
    await staging.stageBlocks(
      [],
      [...notes].map(([kpi, note]) => ({
        kpi,
        source: 'generated' as const,
        fromDate: null,
        years: [...note.years].sort((a, b) => a - b),
        genders: note.genders,
        fetchedAt,
      })),
    );
    const published = await writer.publish(async () => {
      let values = 0;
      for (const gender of genders) {
        const table = content.tables[gender];
        if (table) values += await writeTable(database, gender, table, content.units, fetchedAt, path);
      }
      return values;
    });
    return { values: published.figures };
  } finally {
    await writer.close();
  }
}

async function writeTable(
  database: Database,
  gender: Gender,
  table: FigureTable,
  units: readonly Municipality[],
  fetchedAt: string,
  path: string,
): Promise<number> {
  const rows = await database.all<{ idx: number; id: string }>('SELECT idx, id FROM next.kpi ORDER BY idx');
  const numberOf = new Map(rows.map(({ idx, id }) => [id, idx]));
  const unitNumbers = table.units.map((unit) => units.findIndex((each) => each.id === unit));
  const sameUnits = unitNumbers.every((number, index) => number === index);
  const order = table.kpis
    .map((kpi, at) => ({ number: numberOf.get(kpi) ?? -1, at }))
    .sort((a, b) => a.number - b.number);
  if (unitNumbers.includes(-1) || (order[0]?.number ?? 0) < 0) {
    throw new ArchiveError(
      'unwritable',
      path,
      'the figures speak of a KPI or a unit that is not in the lists given with them',
    );
  }
  let values = 0;
  await database.run('BEGIN TRANSACTION');
  const writer = await TableWriter.open(database, 'next', 'block');
  for (const { number, at } of order) {
    for (let year = 0; year < table.years.length; year++) {
      const from = (at * table.years.length + year) * table.units.length;
      const given = table.values.subarray(from, from + table.units.length);
      const n = countNumbers(given);
      if (n === 0) continue;
      values += n;
      const figures = sameUnits ? given : reorder(given, unitNumbers, units.length);
      writer.add(genderCode[gender], number, table.years[year]!, n, fetchedAt, listValue([]), listValue(figures));
    }
  }
  writer.close();
  await database.run('COMMIT');
  return values;
}

function reorder(given: Float64Array, unitNumbers: readonly number[], units: number): Float64Array {
  const figures = new Float64Array(units).fill(Number.NaN);
  given.forEach((value, index) => {
    figures[unitNumbers[index]!] = value;
  });
  return figures;
}
