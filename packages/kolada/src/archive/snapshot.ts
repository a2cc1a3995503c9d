import { createHash } from 'node:crypto';
import { type Gender, type Group, genders, type Kpi, type Municipality } from '../model.ts';
import type { Archive, ArchiveGroup } from './archive.ts';

/** What an analysis used, frozen: plain JSON, never changed afterwards. */
export interface Snapshot {
  /** Hash of units, years, KPIs, groups and series: the same content has the same id, whenever and from whichever version it was taken. */
  readonly id: string;
  readonly takenAt: string;
  readonly archive: { readonly id: string; readonly version: number; readonly exampleData: boolean };
  readonly units: readonly Municipality[];
  readonly years: readonly number[];
  readonly kpis: readonly (Kpi & { readonly fetchedAt: string | null })[];
  readonly groups: readonly ArchiveGroup[];
  /** `values[year index][unit index]`; null is missing, and `missing` says which of those were reported as such. */
  readonly series: readonly SnapshotSeries[];
}

export interface SnapshotSeries {
  readonly kpi: string;
  readonly gender: Gender;
  readonly values: readonly (readonly (number | null)[])[];
  readonly missing: readonly { readonly unit: string; readonly year: number; readonly status: string }[];
}

export interface SnapshotSelection {
  readonly kpis: readonly string[];
  readonly years?: readonly [number, number];
  /** Default T alone. */
  readonly genders?: readonly Gender[];
  /** Group ids whose members are to be kept. */
  readonly groups?: readonly string[];
  readonly now?: () => Date;
}

export type SnapshotDifference =
  | {
      readonly kind: 'value';
      readonly kpi: string;
      readonly year: number;
      readonly unit: string;
      readonly gender: Gender;
      readonly old: number | null;
      readonly new: number | null;
    }
  | {
      readonly kind: 'members';
      readonly group: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'groupTitle'; readonly group: string; readonly old: string; readonly new: string }
  | { readonly kind: 'groupVanished'; readonly group: string; readonly old: string }
  | {
      readonly kind: 'kpiText';
      readonly kpi: string;
      readonly field: 'title' | 'description' | 'publicationDate' | 'prelPublicationDate' | 'publPeriod';
      readonly old: string | null;
      readonly new: string | null;
    }
  | { readonly kind: 'kpiVanished'; readonly kpi: string; readonly old: string };

export async function createSnapshot(archive: Archive, selection: SnapshotSelection): Promise<Snapshot> {
  const { info } = archive;
  const wanted = new Set(selection.kpis);
  const chosen = new Set(selection.groups ?? []);
  const [units, kpis, groups, fetched] = await Promise.all([
    archive.units(),
    archive.kpis(),
    archive.groups(),
    archive.fetchedAt(selection.kpis),
  ]);
  const series: SnapshotSeries[] = [];
  let years: readonly number[] = [];
  for (const gender of genders.filter((each) => (selection.genders ?? ['T']).includes(each))) {
    const table = await archive.figures({
      kpis: [...wanted],
      gender,
      ...(selection.years ? { years: selection.years } : {}),
    });
    years = table.years;
    for (const [at, kpi] of table.kpis.entries()) {
      const values = years.map((_, year) => {
        const from = (at * years.length + year) * units.length;
        return Array.from(table.values.subarray(from, from + units.length), (value) =>
          Number.isNaN(value) ? null : value,
        );
      });
      const missing = (await archive.missing(kpi, gender)).filter((each) => years.includes(each.year));
      series.push({ kpi, gender, values, missing });
    }
  }
  const content = {
    units: units.map(({ id, title, type }) => ({ id, title, type })),
    years,
    kpis: kpis
      .filter((kpi) => wanted.has(kpi.id))
      .map((kpi) => ({ ...textOf(kpi), fetchedAt: fetched.get(kpi.id) ?? null })),
    groups: groups.filter((group) => chosen.has(group.id)),
    series,
  };
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
  return {
    id,
    takenAt: (selection.now?.() ?? new Date()).toISOString(),
    archive: { id: info.id, version: info.version, exampleData: info.exampleData },
    ...content,
  };
}

/** What no longer reads as it did in the snapshot. An empty list means that the analysis would come out the same. */
export async function diffSnapshot(archive: Archive, snapshot: Snapshot): Promise<readonly SnapshotDifference[]> {
  const [units, kpis, groups] = await Promise.all([archive.units(), archive.kpis(), archive.groups()]);
  const differences: SnapshotDifference[] = [];

  const kpiNow = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  for (const old of snapshot.kpis) {
    const kpi = kpiNow.get(old.id);
    if (!kpi || kpi.vanished) {
      differences.push({ kind: 'kpiVanished', kpi: old.id, old: old.title });
      continue;
    }
    for (const field of textFields) {
      if (old[field] !== kpi[field])
        differences.push({ kind: 'kpiText', kpi: old.id, field, old: old[field], new: kpi[field] });
    }
  }
  const groupNow = new Map(groups.map((group) => [group.id, group]));
  for (const old of snapshot.groups) differences.push(...compareGroup(old, groupNow.get(old.id)));
  differences.push(...(await compareValues(archive, snapshot, new Map(units.map((unit, index) => [unit.id, index])))));
  return differences;
}

async function compareValues(
  archive: Archive,
  snapshot: Snapshot,
  unitNow: ReadonlyMap<string, number>,
): Promise<readonly SnapshotDifference[]> {
  const differences: SnapshotDifference[] = [];
  const { years, series, units } = snapshot;
  if (years.length === 0) return differences;
  for (const gender of genders) {
    const ours = series.filter((each) => each.gender === gender);
    if (ours.length === 0) continue;
    const kpis = ours.map((each) => each.kpi);
    const table = await archive.figures({ kpis, gender, years: [years[0]!, years[years.length - 1]!] });
    for (const [at, { kpi, values }] of ours.entries()) {
      for (const [y, year] of years.entries()) {
        for (const [u, unit] of units.entries()) {
          const number = unitNow.get(unit.id);
          const now =
            number === undefined ? Number.NaN : table.values[(at * years.length + y) * table.units.length + number]!;
          const [was, is] = [values[y]![u] ?? null, Number.isNaN(now) ? null : now];
          if (was !== is) differences.push({ kind: 'value', kpi, year, unit: unit.id, gender, old: was, new: is });
        }
      }
    }
  }
  return differences;
}

function compareGroup(old: Group, now: Group | undefined): SnapshotDifference[] {
  if (!now) return [{ kind: 'groupVanished', group: old.id, old: old.title }];
  const [before, after] = [old.members.map((member) => member.id), now.members.map((member) => member.id)];
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  return [
    ...(old.title === now.title
      ? []
      : [{ kind: 'groupTitle' as const, group: old.id, old: old.title, new: now.title }]),
    ...(added.length + removed.length === 0 ? [] : [{ kind: 'members' as const, group: old.id, added, removed }]),
  ];
}

const textFields = ['title', 'description', 'publicationDate', 'prelPublicationDate', 'publPeriod'] as const;

function textOf(kpi: Kpi): Kpi {
  return {
    id: kpi.id,
    title: kpi.title,
    description: kpi.description,
    isDividedByGender: kpi.isDividedByGender,
    municipalityType: kpi.municipalityType,
    auspice: kpi.auspice,
    operatingArea: kpi.operatingArea,
    perspective: kpi.perspective,
    prelPublicationDate: kpi.prelPublicationDate,
    publicationDate: kpi.publicationDate,
    publPeriod: kpi.publPeriod,
    hasOuData: kpi.hasOuData,
  };
}
