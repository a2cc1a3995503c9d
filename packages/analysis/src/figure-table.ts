/**
 * One dense block of figures. The value of kpi k, year y, unit u is `values[(k * years.length + y) * units.length + u]`;
 * `NaN` is missing. Years ascend. Units are all of Kolada's (municipalities, regions, Riket) in archive order.
 */
export interface FigureTable {
  readonly kpis: readonly string[];
  readonly units: readonly string[];
  readonly years: readonly number[];
  readonly values: Float64Array;
}

/** Where a kpi, a unit and a year stand in a table. */
export interface FigurePositions {
  readonly kpi: ReadonlyMap<string, number>;
  readonly unit: ReadonlyMap<string, number>;
  readonly year: ReadonlyMap<number, number>;
}

const remembered = new WeakMap<FigureTable, FigurePositions>();

/** Positions of a table's keys. Remembered per table, since every question begins with them. */
export function positionsOf(table: FigureTable): FigurePositions {
  const known = remembered.get(table);
  if (known) return known;
  const expected = table.kpis.length * table.years.length * table.units.length;
  if (table.values.length !== expected) {
    throw new RangeError(
      `FigureTable holds ${table.values.length} values but ${table.kpis.length} key figures × ${table.years.length} years × ${table.units.length} units need ${expected}`,
    );
  }
  const positions = {
    kpi: new Map(table.kpis.map((kpi, index) => [kpi, index])),
    unit: new Map(table.units.map((unit, index) => [unit, index])),
    year: new Map(table.years.map((year, index) => [year, index])),
  };
  remembered.set(table, positions);
  return positions;
}

/** One figure, `NaN` when it is missing or when kpi, unit or year is not in the table. */
export function figureAt(table: FigureTable, kpi: string, unit: string, year: number): number {
  const positions = positionsOf(table);
  const k = positions.kpi.get(kpi);
  const u = positions.unit.get(unit);
  const y = positions.year.get(year);
  if (k === undefined || u === undefined || y === undefined) return Number.NaN;
  return table.values[(k * table.years.length + y) * table.units.length + u]!;
}

/** The figures of some units in one kpi and year, in the order of `units`; unknown units are `NaN`. */
export function figuresOf(table: FigureTable, kpi: string, year: number, units: readonly string[]): Float64Array {
  return Float64Array.from(units, (unit) => figureAt(table, kpi, unit, year));
}

/** One unit's figures over years, in the order of `years`. */
export function seriesOf(table: FigureTable, kpi: string, unit: string, years: readonly number[]): Float64Array {
  return Float64Array.from(years, (year) => figureAt(table, kpi, unit, year));
}
