import type { Kpi, Municipality } from '../model.ts';
import type { CallOptions, KoladaClient, Silence } from './client.ts';
import type { DataQuery, OuDataQuery } from './query.ts';

/** Kolada answers 200 and nothing to an unknown KPI, an unknown unit and a region's KPI asked for a municipality. Here the silence is read. */

/** The asked KPIs that gave no row, or `undefined` when all spoke. Silence about changes since a date is normal and not reported. */
export function silentKpis(query: DataQuery | OuDataQuery, heard: ReadonlySet<string>): readonly string[] | undefined {
  if (query.fromDate !== undefined) return undefined;
  if (query.kpis === undefined) return heard.size === 0 ? [] : undefined;
  const silent = query.kpis.filter((kpi) => !heard.has(kpi));
  return silent.length > 0 ? silent : undefined;
}

export async function explainSilence(
  client: Pick<KoladaClient, 'kpis' | 'municipalities'>,
  query: DataQuery,
  silent: readonly string[],
  call: CallOptions = {},
): Promise<readonly Silence[]> {
  const asked = query.municipalities?.filter((id) => !id.startsWith('G')) ?? [];
  const known = new Map(asked.length > 0 ? (await client.municipalities({}, call)).map((unit) => [unit.id, unit]) : []);
  const unknownUnits = asked.filter((id) => !known.has(id)).map((id): Silence => ({ id, reason: 'unknownUnit' }));
  const catalogue = new Map((await client.kpis({ ids: silent }, call)).map((kpi) => [kpi.id, kpi]));
  const units = query.municipalities?.map((id) => known.get(id) ?? id);
  const reasons = silent.map((id): Silence => {
    const kpi = catalogue.get(id);
    if (kpi === undefined) return { id, reason: 'unknownKpi' };
    return { id, reason: units?.every((unit) => isWrongKind(kpi, unit)) ? 'wrongUnitType' : 'noRows' };
  });
  return [...reasons, ...unknownUnits];
}

/** A unit that Kolada does not know, and a group, are of no kind. Riket is filed as a region but has figures of both kinds. */
function isWrongKind(kpi: Kpi, unit: Municipality | string): boolean {
  if (typeof unit === 'string' || unit.id === '0000') return false;
  return kpi.municipalityType !== 'A' && kpi.municipalityType !== unit.type;
}
