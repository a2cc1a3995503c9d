import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadLimits, ReadResult } from './content.ts';
import { readPastedContent } from './pasted.ts';
import { readFile } from './read-file.ts';

/** What the child is asked, once. */
export interface ReadingOrder {
  /** A file's bytes, or a text that was pasted. */
  readonly content: Uint8Array | string;
  readonly name: string;
  readonly limits: ReadLimits;
}

/** What it answers, once; a fault is the program's, not the file's. */
export type ReadingAnswer = { readonly result: ReadResult } | { readonly fault: string };

const watch = path.join(import.meta.dirname, `process-watch${path.extname(import.meta.filename)}`);

/** The program of the process that reads one file and ends. */
process.once('message', (order: ReadingOrder) => {
  new Worker(watch, { workerData: { milliseconds: order.limits.milliseconds }, execArgv: [] }).unref();
  void read(order)
    .then(
      (result): ReadingAnswer => ({ result }),
      (error: unknown): ReadingAnswer => ({
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send!(answer, () => process.disconnect()));
});

async function read({ content, name, limits }: ReadingOrder): Promise<ReadResult> {
  return typeof content === 'string' ? readPastedContent(content, '', limits) : readFile(content, name, limits);
}
