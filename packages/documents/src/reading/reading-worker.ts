import { parentPort, workerData } from 'node:worker_threads';
import type { ReadLimits } from './content.ts';
import { readFile } from './read-file.ts';

/** The program of the thread that reads one file and ends. */
const { bytes, name, limits } = workerData as {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadLimits;
};

parentPort!.postMessage(await readFile(bytes, name, limits));
