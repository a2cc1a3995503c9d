import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadLimits, ReadResult } from './content.ts';
import { readFile } from './read-file.ts';

/** What the child is asked, once. */
export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadLimits;
}

/** What it answers, once; a fault is the program's, not the file's. */
export type ReadingAnswer = { readonly result: ReadResult } | { readonly fault: string };

const watch = path.join(import.meta.dirname, `process-watch${path.extname(import.meta.filename)}`);

/** The program of the process that reads one file and ends. */
process.once('message', ({ bytes, name, limits }: ReadingOrder) => {
  new Worker(watch, { workerData: { milliseconds: limits.milliseconds }, execArgv: [] }).unref();
  void readFile(bytes, name, limits)
    .then(
      (result): ReadingAnswer => ({ result }),
      (error: unknown): ReadingAnswer => ({
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send!(answer, () => process.disconnect()));
});
