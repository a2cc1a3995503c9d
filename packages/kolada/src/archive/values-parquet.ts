import { type Database, numbersOf, quoted } from './database.ts';
import type { Faults } from './faults.ts';
import { genderCode } from './schema.ts';
import { type TakeFigure, valueColumns } from './values-csv.ts';

/** Reads the same five columns from a Parquet file (or a folder of parts, `DIR/*.parquet`). `line` is the row, from 1. */
export async function readValuesParquet(
  database: Database,
  path: string,
  unitIndex: ReadonlyMap<string, number>,
  faults: Faults,
  take: TakeFigure,
): Promise<number> {
  const source = `read_parquet(${quoted(path)})`;
  const columns = await database
    .all<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${source}`)
    .catch((error: unknown) =>
      faults.refuse({ fault: 'notParquet', value: error instanceof Error ? error.message : String(error) }),
    );
  const names = columns.map((column) => column.column_name);
  const absent = valueColumns.filter((column) => !names.includes(column));
  if (absent.length > 0) faults.refuse({ fault: 'wrongColumns', value: names.join(','), column: absent.join(',') });
  if (
    !/^(DOUBLE|FLOAT|.*INT.*|DECIMAL.*)$/.test(columns.find((column) => column.column_name === 'value')!.column_type)
  ) {
    faults.refuse({
      fault: 'notANumber',
      column: 'value',
      value: columns.find((column) => column.column_name === 'value')!.column_type,
    });
  }
  const units = [...unitIndex].map(([id, index]) => `(${quoted(id)}, ${index})`).join(',');
  const sql = `
    SELECT coalesce(CASE WHEN regexp_full_match(kpi, '[NU][0-9]{5}')
        THEN substr(kpi, 2)::INTEGER + CASE WHEN kpi[1] = 'U' THEN 100000 ELSE 0 END END, -1)::INTEGER AS code,
      coalesce(u.idx, -1)::INTEGER AS unit, coalesce(try_cast(period AS INTEGER), -1)::INTEGER AS year,
      coalesce(CASE gender WHEN 'T' THEN ${genderCode.T} WHEN 'K' THEN ${genderCode.K} WHEN 'M' THEN ${genderCode.M} END, -1)::INTEGER AS g,
      coalesce(value::DOUBLE, 'NaN'::DOUBLE) AS v, isinf(value::DOUBLE) IS TRUE OR isnan(value::DOUBLE) IS TRUE AS odd,
      kpi::VARCHAR, municipality::VARCHAR, period::VARCHAR, gender::VARCHAR, value::VARCHAR
    FROM ${source} LEFT JOIN (VALUES ${units === '' ? "('', -1)" : units}) u(id, idx) ON u.id = municipality::VARCHAR`;
  let line = 0;
  for await (const chunk of database.stream(sql)) {
    const column = (index: number) => chunk.getColumnVector(index);
    const [codes, unitsRead, years, genders, values] = [0, 1, 2, 3, 4].map((index) => numbersOf(column(index)));
    for (let row = 0; row < chunk.rowCount; row++) {
      line++;
      const [kpi, unit, year, gender] = [codes![row]!, unitsRead![row]!, years![row]!, genders![row]!];
      const told = (index: number) => ({ line, value: String(column(index).getItem(row)) });
      if (kpi < 0) faults.add({ fault: 'invalidKpi', column: 'kpi', ...told(6) });
      if (unit < 0) faults.add({ fault: 'unknownUnit', column: 'municipality', ...told(7) });
      if (year < 1900 || year > 2200) faults.add({ fault: 'invalidYear', column: 'period', ...told(8) });
      if (gender < 0) faults.add({ fault: 'invalidGender', column: 'gender', ...told(9) });
      if (column(5).getItem(row) === true) faults.add({ fault: 'notANumber', column: 'value', ...told(10) });
      if (kpi >= 0 && unit >= 0 && year >= 1900 && year <= 2200 && gender >= 0)
        take(kpi, unit, year, gender, values![row]!, line);
    }
    if (faults.full) break;
  }
  return line;
}
