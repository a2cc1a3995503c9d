import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one benchmark, gone when it ends, however it ends. */
export async function inTemporaryFolder(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'samband-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a script of bench/parts in a process of its own; what it prints is JSON. `wall` counts from before the process started. */
export async function inOwnProcess(script, args, { execArgv = [], environment = {} } = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, [...execArgv, new URL(script, import.meta.url).pathname, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return { wall: performance.now() - began, ...JSON.parse(out) };
}

/** Milliseconds of each of `count` runs. */
export async function times(count, run) {
  const taken = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await run(i);
    taken.push(performance.now() - began);
  }
  return taken;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Nearest-rank percentile. */
export function percentile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** "412 (398–455)": median, least and greatest. */
export function spread(taken) {
  return taken.length === 1
    ? ms(taken[0])
    : `${ms(median(taken))} (${ms(Math.min(...taken))}–${ms(Math.max(...taken))})`;
}

export function ms(milliseconds) {
  return milliseconds < 10
    ? milliseconds.toFixed(1)
    : Math.round(milliseconds).toLocaleString('en').replaceAll(',', ' ');
}

export function times2(ratio) {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;
}

/** Rows under their heads, the first column to the left and the rest to the right. */
export function printTable(heads, rows) {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  for (const row of all) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
}

const misses = [];

/** A target of the project: printed, and remembered, so that the run can end by saying what was missed. */
export function target(what, isMet, figure) {
  if (!isMet) misses.push(what);
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${what}: ${figure}`);
}

/** Other work on the machine makes every number worse; whoever reads them must see it. */
export function printLoad() {
  console.log(
    `Load of the machine (1, 5 min): ${loadavg()
      .slice(0, 2)
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  );
}
