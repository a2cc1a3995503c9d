// node load.mjs REQUESTS.json: so many visitors, each with a connection of their own, each asking for the next page when the last byte of
// the one before has come. In a process of its own. Prints JSON.
import { readFile } from 'node:fs/promises';
import http from 'node:http';

const { origin, cookie, paths, visitors, seconds } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const agent = new http.Agent({ keepAlive: true, maxSockets: visitors });
const headers = {
  cookie,
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'sv',
  connection: 'keep-alive',
};
const taken = [];
let next = 0;
let wrong = 0;

async function visit(until) {
  while (performance.now() < until) {
    const path = paths[next++ % paths.length];
    const began = performance.now();
    const status = await ask(path);
    if (status === 200) taken.push(performance.now() - began);
    else if (wrong++ === 0) console.error(`${path} answered ${status}`);
  }
}

function ask(path) {
  return new Promise((resolve, reject) => {
    http
      .get(new URL(path, origin), { agent, headers }, (response) => {
        response.on('end', () => resolve(response.statusCode)).resume();
      })
      .on('error', reject);
  });
}

const began = performance.now();
await Promise.all(Array.from({ length: visitors }, () => visit(began + seconds * 1000)));
const elapsed = performance.now() - began;
agent.destroy();
console.log(JSON.stringify({ taken: taken.map((ms) => Math.round(ms * 100) / 100), elapsed, wrong }));
