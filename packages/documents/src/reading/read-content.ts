import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadLimits, ReadProblem, ReadResult } from './content.ts';
import { kindOfFile } from './file-kind.ts';
import { usualReadLimits } from './limits.ts';

export interface ReadOptions {
  /** The file's name; it decides only between kinds of text. */
  readonly name: string;
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Threads that read at the same time; other files wait for their turn. */
const mostAtOnce = 2;
/** What one thread may keep, in megabytes: of objects, and of bytes beside them, which V8 does not limit. */
const heap = 384;
const mostBeside = 512;
/** How often the bytes are looked at, in milliseconds. */
const between = 100;

/**
 * Reads a file of any kind that is read here, told by its content. The work is done in a thread of its own, which is ended when it takes too much time or
 * memory: a file cannot hold up or bring down the program. Throws only when it is aborted, with the signal's reason, or at a fault of the program.
 */
export async function readContent(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...usualReadLimits, ...options.limits };
  if (bytes.length > limits.bytes) return { ok: false, problem: 'tooLarge' };
  const kind = kindOfFile(bytes, options.name);
  if (kind.is === 'problem') return { ok: false, problem: kind.problem };
  await turn();
  try {
    options.signal?.throwIfAborted();
    return await readInThread(bytes, options, limits);
  } finally {
    giveTurn();
  }
}

let reading = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (reading < mostAtOnce) {
    reading++;
    return;
  }
  // The turn is handed over, so that nobody can come between.
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function giveTurn(): void {
  const next = waiting.shift();
  if (next === undefined) reading--;
  else next();
}

const program = path.join(import.meta.dirname, `reading-worker${path.extname(import.meta.filename)}`);

function readInThread(bytes: Uint8Array, { name, signal }: ReadOptions, limits: ReadLimits): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: { bytes, name, limits },
      // Without what the asking program was started with: not all of it is allowed in a thread, and none of it is a file's business.
      execArgv: [],
      argv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
    });
    const end = (settle: () => void) => {
      clearTimeout(tooLong);
      clearInterval(looking);
      signal?.removeEventListener('abort', abort);
      void worker.terminate();
      settle();
    };
    const stop = (problem: ReadProblem) => end(() => resolve({ ok: false, problem }));
    const abort = () => end(() => reject(signal!.reason));
    const tooLong = setTimeout(() => stop('tookTooLong'), limits.milliseconds);
    const looking = setInterval(() => {
      worker
        .getHeapStatistics()
        .then(({ external_memory }) => {
          if (external_memory > mostBeside * 1024 * 1024) stop('expandsTooMuch');
        })
        // It has just ended, which is told below.
        .catch(() => undefined);
    }, between);
    signal?.addEventListener('abort', abort);
    worker.once('message', (result: ReadResult) => end(() => resolve(result)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stop('expandsTooMuch');
      else end(() => reject(error));
    });
    worker.once('exit', (code) => end(() => reject(new Error(`the reading thread ended with ${code}`))));
  });
}
