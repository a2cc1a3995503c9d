import type { FigureTable, Gender } from '../model.ts';
import { type Database, letGo, listOf, numbersOf } from './database.ts';
import { genderCode } from './schema.ts';

export interface BlockSelection {
  readonly gender: Gender;
  readonly years: readonly [number, number];
  /** Where each wanted KPI goes, by its number in the archive; -1 for those not wanted. */
  readonly place: Int32Array;
  readonly wanted: number;
}

/** Side by side these keep both the database and the copying busy; more gained nothing on two cores. */
const streams = 2;
/** Where more than this share is wanted, looking for each costs more than reading the neighbours too. */
const nearlyAll = 0.8;
/** Fewer than this are read by one question: starting another costs more than it gains. */
const few = 20;

/** Fills `table`, laid out as a FigureTable; what the archive does not hold becomes NaN. */
export async function readBlocks(
  database: Database,
  selection: BlockSelection,
  table: Pick<FigureTable, 'years' | 'units' | 'values'>,
): Promise<void> {
  const { place, wanted, years } = selection;
  const [yearCount, unitCount] = [table.years.length, table.units.length];
  // A slot is written once by its block, and only the gaps are filled afterwards: touching 330 MB twice costs a fifth of a second.
  const filled = new Uint32Array(wanted * yearCount);
  const read = async (where: string) => {
    const sql = `SELECT kpi, period, vals FROM block WHERE gender = ${genderCode[selection.gender]} AND period BETWEEN ${years[0]} AND ${years[1]} AND ${where}`;
    for await (const chunk of database.stream(sql)) {
      const [kpis, periods] = [numbersOf(chunk.getColumnVector(0)), numbersOf(chunk.getColumnVector(1))];
      const lists = listOf(chunk.getColumnVector(2));
      const items = numbersOf(lists.childVector);
      for (let row = 0; row < chunk.rowCount; row++) {
        const at = place[kpis[row]!]!;
        if (at < 0) continue;
        const slot = at * yearCount + periods[row]! - years[0];
        const [offset, length] = [lists.getEntryOffset(row), Math.min(lists.getEntryLength(row), unitCount)];
        table.values.set(items.subarray(offset, offset + length), slot * unitCount);
        filled[slot] = length;
      }
      letGo(items);
    }
  };
  await Promise.all(conditions(place).map(read));
  for (let slot = 0; slot < filled.length; slot++) {
    if (filled[slot]! < unitCount)
      table.values.fill(Number.NaN, slot * unitCount + filled[slot]!, (slot + 1) * unitCount);
  }
}

/** The wanted KPIs in equal parts, each a stretch of the file. */
function conditions(place: Int32Array): string[] {
  const listed = Array.from(place.keys()).filter((kpi) => place[kpi]! >= 0);
  const size = Math.ceil(listed.length / (listed.length < few ? 1 : streams));
  return Array.from({ length: listed.length === 0 ? 0 : Math.ceil(listed.length / size) }, (_, index) => {
    const part = listed.slice(index * size, (index + 1) * size);
    const [first, last] = [part[0]!, part[part.length - 1]!];
    const within = `kpi BETWEEN ${first} AND ${last}`;
    return part.length > nearlyAll * (last - first + 1) ? within : `${within} AND kpi IN (${part.join(',')})`;
  });
}
