// node fetch-run.mjs ADDRESS PATHS.json: the same questions, three at a time, only fetched and parsed. Prints JSON.
import { readFile } from 'node:fs/promises';

const [address, file] = process.argv.slice(2);
const paths = JSON.parse(await readFile(file, 'utf8'));
const began = performance.now();
let values = 0;
await Promise.all(
  Array.from({ length: 3 }, async () => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      const answer = await (await fetch(new URL(path, address))).json();
      for (const row of answer.values) values += row.values?.length ?? 0;
    }
  }),
);
console.log(JSON.stringify({ values, took: performance.now() - began, rss: process.resourceUsage().maxRSS / 1024 }));
