import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadLimits, ReadResult } from './content.ts';
import { readPastedContent } from './pasted.ts';
import { readFile } from './read-file.ts';

/** What the child is asked, once: to read a text that was pasted, or a file of so many bytes, which come over its standard input. */
export type ReadingOrder = { readonly name: string; readonly limits: ReadLimits } & (
  | { readonly pasted: string }
  | { readonly bytes: number }
);

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

async function read(order: ReadingOrder): Promise<ReadResult> {
  const { name, limits } = order;
  return 'pasted' in order
    ? readPastedContent(order.pasted, '', limits)
    : readFile(await received(order.bytes), name, limits);
}

async function received(bytes: number): Promise<Uint8Array> {
  const content = new Uint8Array(bytes);
  let at = 0;
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}
