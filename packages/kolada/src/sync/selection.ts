import type { Group, Kpi } from '../model.ts';

/** What to fetch; the parts add up. */
export interface SyncSelection {
  readonly kpis?: readonly string[];
  /** Ids of KPI groups; their members are fetched. */
  readonly kpiGroups?: readonly string[];
  /** Kolada's own labels, as the catalogue has them today. */
  readonly operatingAreas?: readonly string[];
  readonly everything?: boolean;
  /** Leaves out the KPIs that only regions have. */
  readonly municipalitiesOnly?: boolean;
}

export interface Selected {
  readonly kpis: readonly Kpi[];
  /** Asked for by id (of KPI, group or area) but not in Kolada's catalogue. */
  readonly unknown: readonly string[];
}

export function selectKpis(selection: SyncSelection, catalogue: readonly Kpi[], kpiGroups: readonly Group[]): Selected {
  const byId = new Map(catalogue.map((kpi) => [kpi.id, kpi]));
  const groups = new Map(kpiGroups.map((group) => [group.id, group]));
  const chosen = new Set<string>();
  const unknown: string[] = [];
  const choose = (id: string) => {
    if (byId.has(id)) chosen.add(id);
    else unknown.push(id);
  };
  for (const id of selection.kpis ?? []) choose(id);
  for (const id of selection.kpiGroups ?? []) {
    const group = groups.get(id);
    if (!group) unknown.push(id);
    // A group may list a KPI that has left the catalogue; that is Kolada's affair, not a misspelling.
    else for (const member of group.members) if (byId.has(member.id)) chosen.add(member.id);
  }
  for (const area of selection.operatingAreas ?? []) {
    const found = catalogue.filter((kpi) => kpi.operatingArea === area);
    if (found.length === 0) unknown.push(area);
    for (const kpi of found) chosen.add(kpi.id);
  }
  if (selection.everything) for (const kpi of catalogue) chosen.add(kpi.id);
  const kpis = catalogue.filter(
    (kpi) => chosen.has(kpi.id) && !(selection.municipalitiesOnly && kpi.municipalityType === 'L'),
  );
  return { kpis, unknown: [...new Set(unknown)] };
}

export interface Batch {
  readonly kpis: readonly string[];
  readonly type: Kpi['municipalityType'];
  /** Only what changed since this day; null asks for everything. */
  readonly fromDate: string | null;
}

/** KPIs that can be asked for in one question: same kind of unit, same day since. */
export function batchKpis(kpis: readonly Kpi[], fromDates: ReadonlyMap<string, string>, size: number): Batch[] {
  const alike = new Map<string, { type: Kpi['municipalityType']; fromDate: string | null; ids: string[] }>();
  for (const kpi of kpis) {
    const fromDate = fromDates.get(kpi.id) ?? null;
    const key = `${kpi.municipalityType} ${fromDate}`;
    const one = alike.get(key) ?? { type: kpi.municipalityType, fromDate, ids: [] };
    one.ids.push(kpi.id);
    alike.set(key, one);
  }
  return [...alike.values()].flatMap(({ type, fromDate, ids }) =>
    Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
      type,
      fromDate,
      kpis: ids.slice(index * size, (index + 1) * size),
    })),
  );
}

/** A day earlier than the fetch, since Kolada's day and ours need not begin together; asking for too much costs little. */
export function dayBefore(fetchedAt: string): string {
  return new Date(Date.parse(fetchedAt) - 86_400_000).toISOString().slice(0, 10);
}
