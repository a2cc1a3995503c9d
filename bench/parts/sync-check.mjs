// node sync-check.mjs KPIS ARCHIVE: is every figure in the archive what the invented Kolada has? Prints JSON.
import { createHash } from 'node:crypto';
import { openArchive } from '@samband/kolada';
import { invented, inventedKolada } from './invented-kolada.mjs';

const source = inventedKolada(Number(process.argv[2]));
const archive = await openArchive(process.argv[3]);
const kpis = source.kpis().map(({ id }) => id);
const [ours, theirs] = [createHash('sha256'), createHash('sha256')];
let [values, nulls] = [0, 0];
for (let at = 0; at < kpis.length; at += 100) {
  const table = await archive.figures({ kpis: kpis.slice(at, at + 100), years: invented.years });
  ours.update(table.values);
  theirs.update(Float64Array.from(figuresOf(table.kpis, table.years)));
}
const { info } = archive;
await archive.close();
const [held, had] = [ours.digest('hex'), theirs.digest('hex')];
const same = held === had && info.values === values && info.nulls === nulls && info.kpis === kpis.length;
console.log(JSON.stringify({ same, held, had, values: info.values, nulls: info.nulls, kpis: info.kpis }));

function* figuresOf(some, years) {
  for (const kpi of some) {
    for (const year of years) {
      for (const row of source.rows(kpi, year)) {
        const [{ value }] = row.values;
        if (value === null) nulls++;
        else values++;
        yield value ?? Number.NaN;
      }
    }
  }
}
