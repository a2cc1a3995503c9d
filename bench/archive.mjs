// Files into the archive, the archive into memory, and out to Parquet: one million rows, beside DuckDB doing the bare reading and writing
// (no checks, no history, no order to rely on).
import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { generatedSource } from '@samband/kolada';
import {
  inOwnProcess,
  inTemporaryFolder,
  median,
  ms,
  printLoad,
  printTable,
  spread,
  times2,
} from './parts/measured.mjs';

const rows = 1_000_000;

await inTemporaryFolder(async (folder) => {
  const at = (name) => path.join(folder, name);
  await writeFiles(at);
  printLoad();
  const runs = { import: [], load: [], export: [], 'duckdb-import': [], 'duckdb-load': [], 'duckdb-export': [] };
  for (let i = 0; i < 3; i++) {
    const [archive, database] = [at(`${i}.duckdb`), at(`${i}-table.duckdb`)];
    const run = async (step, ...files) => runs[step].push(await inOwnProcess('archive-run.mjs', [step, ...files]));
    await run('import', archive, at('values.csv'), at('kpi.json'), at('municipality.json'));
    await run('duckdb-import', database, at('values.csv'));
    await run('load', archive);
    await run('duckdb-load', database);
    await mkdir(at(`${i}-table`));
    await run('export', archive, at(`${i}-archive`));
    await run('duckdb-export', database, at(`${i}-table`));
  }
  const line = (what, step) => {
    const [ours, theirs] = [step, `duckdb-${step}`].map((name) => runs[name].map(({ took }) => took));
    const rate = Math.round((1000 * rows) / median(ours)).toLocaleString('sv');
    return [
      what,
      spread(ours),
      rate,
      spread(theirs),
      times2(median(ours) / median(theirs)),
      ms(Math.max(...runs[step].map(({ rss }) => rss))),
    ];
  };
  console.log(`\n${rows.toLocaleString('sv')} rows. Milliseconds: median (least–greatest).\n`);
  printTable(
    ['', 'Samband', 'rows/s', 'DuckDB alone', 'Samband takes', 'memory, MB'],
    [
      line('import of CSV', 'import'),
      line('open and load into one block', 'load'),
      line('export to Parquet', 'export'),
    ],
  );
  console.log(
    `\nFile: ${ms((await stat(at('0.duckdb'))).size / 2 ** 20)} MB, with units, catalogue and history; DuckDB's table ${ms((await stat(at('0-table.duckdb'))).size / 2 ** 20)} MB.`,
  );
  printLoad();
});

async function writeFiles(at) {
  const years = Array.from({ length: 22 }, (_, i) => 2003 + i);
  const source = generatedSource({ kpis: Math.ceil(rows / (311 * years.length)), units: 311, years });
  const [kpis, units] = [source.kpis(), source.municipalities()];
  await writeFile(at('kpi.json'), JSON.stringify(kpis.map(asKolada)));
  await writeFile(at('municipality.json'), JSON.stringify(units));
  const file = createWriteStream(at('values.csv'));
  file.write('kpi,municipality,period,gender,value\n');
  let left = rows;
  for (const { id } of kpis) {
    for (const year of years) {
      const lines = source
        .rows(id, year)
        .slice(0, left)
        .map(({ municipality, values: [{ value }] }) => `${id},${municipality},${year},T,${value ?? ''}\n`);
      left -= lines.length;
      if (!file.write(lines.join(''))) await new Promise((resolve) => file.once('drain', resolve));
    }
  }
  file.end();
  await finished(file);
}

/** The names that Kolada's own catalogue has. */
function asKolada(kpi) {
  return {
    id: kpi.id,
    title: kpi.title,
    description: kpi.description,
    is_divided_by_gender: kpi.isDividedByGender,
    municipality_type: kpi.municipalityType,
    auspice: kpi.auspice,
    operating_area: kpi.operatingArea,
    perspective: kpi.perspective,
    prel_publication_date: null,
    publication_date: null,
    publ_period: null,
    has_ou_data: false,
  };
}
