// node archive-run.mjs import|duckdb-import|load|duckdb-load|export|duckdb-export …: one step each. Prints JSON.
import { DuckDBInstance } from '@duckdb/node-api';
import { exportArchive, importIntoArchive, openArchive } from '@samband/kolada';

const [step, ...files] = process.argv.slice(2);
const steps = {
  async import(archive, values, catalogue, units) {
    await importIntoArchive(archive, { values, catalogue, units });
  },
  async load(archive) {
    const opened = await openArchive(archive);
    const { values } = await opened.figures();
    await opened.close();
    return values.length;
  },
  async export(archive, parquetDir) {
    await exportArchive(archive, { parquetDir });
  },
  /** Reads the file as it is: no checks of units, duplicates or formats, no history. */
  'duckdb-import': (database, values) =>
    withDatabase(database, `CREATE TABLE figure AS SELECT * FROM read_csv('${values}') ORDER BY kpi, period`),
  async 'duckdb-load'(database) {
    const instance = await DuckDBInstance.create(database);
    const connection = await instance.connect();
    const read = await connection.runAndReadAll('SELECT kpi, municipality, period, value FROM figure');
    const columns = read.getColumns();
    const values = Float64Array.from(columns[3], (value) => value ?? Number.NaN);
    connection.closeSync();
    return values.length;
  },
  'duckdb-export': (database, folder) =>
    withDatabase(database, `COPY figure TO '${folder}/values.parquet' (FORMAT parquet, COMPRESSION zstd)`),
};

const began = performance.now();
const cells = await steps[step](...files);
console.log(JSON.stringify({ took: performance.now() - began, cells, rss: process.resourceUsage().maxRSS / 1024 }));

async function withDatabase(database, sql) {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}
