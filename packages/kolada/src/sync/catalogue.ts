import type { ArchiveWriter } from '../archive/writer.ts';
import type { Group, Kpi } from '../model.ts';
import type { SyncClient } from './sync.ts';

export interface ListShrunk {
  readonly list: 'kpi' | 'municipality' | 'municipality_groups' | 'kpi_groups';
  readonly had: number;
  readonly got: number;
}

export interface FetchedLists {
  readonly kpis: readonly Kpi[];
  readonly kpiGroups: readonly Group[];
  readonly shrunk: readonly ListShrunk[];
}

/** Fetches the four lists, which are small, anew in every run. A list less than half as long as before is reported and not taken. */
export async function stageCatalogue(
  writer: ArchiveWriter,
  client: Pick<SyncClient, 'kpis' | 'municipalities' | 'municipalityGroups' | 'kpiGroups'>,
  fetchedAt: string,
  signal: AbortSignal | undefined,
): Promise<FetchedLists> {
  const options = signal ? { signal } : {};
  const [units, kpis, groups, kpiGroups] = await Promise.all([
    client.municipalities({}, options),
    client.kpis({}, options),
    client.municipalityGroups({}, options),
    client.kpiGroups({}, options),
  ]);
  const shrunk: ListShrunk[] = [];
  const believe = async (list: ListShrunk['list'], table: string, got: number): Promise<boolean> => {
    const had = writer.info ? await countStanding(writer, table) : 0;
    if (got * 2 < had) shrunk.push({ list, had, got });
    return got * 2 >= had;
  };
  if (await believe('municipality', 'unit', units.length)) await writer.staging.stageUnits(units, fetchedAt);
  if (await believe('kpi', 'kpi_text', kpis.length)) await writer.staging.stageKpis(kpis, fetchedAt);
  if (await believe('municipality_groups', 'municipality_group', groups.length))
    await writer.staging.stageGroups(groups, fetchedAt);
  if (await believe('kpi_groups', 'kpi_group', kpiGroups.length))
    await writer.staging.stageKpiGroups(kpiGroups, fetchedAt);
  return { kpis, kpiGroups, shrunk };
}

async function countStanding(writer: ArchiveWriter, table: string): Promise<number> {
  const where = table === 'unit' ? '' : 'WHERE valid_to IS NULL';
  return (await writer.database.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM old.${table} ${where}`))?.n ?? 0;
}
