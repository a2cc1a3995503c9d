import type { DataRow, DataValue, Gender, Group } from '../model.ts';
import { genders } from '../model.ts';

/** Kolada's own rule for a group: the unweighted mean of the members that have a value, and `count` says how many they were. */
export function groupRows(kpi: string, year: number, rows: readonly DataRow[], groups: readonly Group[]): DataRow[] {
  if (rows.length === 0) return [];
  const byUnit = new Map(rows.map((row) => [row.municipality, row]));
  const present = genders.filter((gender) => rows.some((row) => row.values.some((value) => value.gender === gender)));
  return groups.flatMap((group) => {
    const members = group.members.flatMap((member) => byUnit.get(member.id) ?? []);
    if (members.length === 0) return [];
    return { kpi, municipality: group.id, period: year, values: present.map((gender) => meanOf(members, gender)) };
  });
}

function meanOf(members: readonly DataRow[], gender: Gender): DataValue {
  let sum = 0;
  let count = 0;
  for (const member of members) {
    const value = member.values.find((each) => each.gender === gender)?.value ?? null;
    if (value === null) continue;
    sum += value;
    count++;
  }
  return { gender, count, status: '', value: count === 0 ? null : sum / count, isDeleted: false };
}
