// node sync-run.mjs ADDRESS ARCHIVE: one sync of everything, watching its own memory. Prints JSON.
import { createKoladaClient, syncArchive } from '@samband/kolada';
import { invented } from './invented-kolada.mjs';

const [address, archive] = process.argv.slice(2);
const samples = [];
const watch = setInterval(() => samples.push(process.memoryUsage.rss() / 2 ** 20), 100);
const began = performance.now();
const report = await syncArchive(archive, {
  client: createKoladaClient({ baseUrl: address }),
  selection: { everything: true },
  years: invented.years,
  genders: ['T'],
  // Whoever runs this may want to end it in the middle.
  onProgress: ({ kpisDone }) => process.send?.(kpisDone),
});
const took = performance.now() - began;
clearInterval(watch);
console.log(
  JSON.stringify({
    values: report.values,
    resumed: report.resumed,
    took,
    samples,
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);
