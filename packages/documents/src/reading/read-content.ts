import { fork } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadLimits, ReadProblem, ReadResult } from './content.ts';
import { kindOfFile } from './file-kind.ts';
import { usualReadLimits } from './limits.ts';
import type { ReadingAnswer, ReadingOrder } from './reading-child.ts';

export interface ReadOptions {
  /** The file's name; it decides only between kinds of text. */
  readonly name: string;
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Processes that read at the same time; other files wait for their turn. */
const mostAtOnce = 2;

/**
 * Reads a file of any kind that is read here, told by its content; or a text that was pasted. The work is done in a process of its own, which is ended when it takes too much time or
 * memory: a file cannot hold up or bring down the program. (In a thread it could: V8 ends the whole process when one allocation is too large for a thread.) Throws only when it is aborted, with the signal's reason, or at a fault of the program.
 */
export async function readContent(content: Uint8Array | string, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...usualReadLimits, ...options.limits };
  if (content.length > limits.bytes) return { ok: false, problem: 'tooLarge' };
  if (typeof content !== 'string') {
    const kind = kindOfFile(content, options.name);
    if (kind.is === 'problem') return { ok: false, problem: kind.problem };
  }
  await turn();
  try {
    options.signal?.throwIfAborted();
    return await readInChild(content, { name: options.name, limits }, options.signal);
  } finally {
    giveTurn();
  }
}

const pieceSize = 256 * 1024;

function* piecesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += pieceSize) yield content.subarray(at, at + pieceSize);
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

const program = path.join(import.meta.dirname, `reading-child${path.extname(import.meta.filename)}`);

/** Objects that it may keep, in megabytes; and it may read the program's files, but write, start and load nothing. */
const bounds = ['--max-old-space-size=384', '--permission', '--allow-fs-read=*', '--allow-worker'];

function readInChild(
  content: Uint8Array | string,
  about: Pick<ReadingOrder, 'name' | 'limits'>,
  signal: AbortSignal | undefined,
): Promise<ReadResult> {
  const order: ReadingOrder =
    typeof content === 'string' ? { ...about, pasted: content } : { ...about, bytes: content.length };
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      // Nothing of what the asking program was started with is a file's business, but where Windows keeps what Node needs.
      execArgv: bounds,
      env: { SystemRoot: process.env.SystemRoot },
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    });
    const end = (settle: () => void) => {
      clearTimeout(tooLong);
      signal?.removeEventListener('abort', abort);
      child.removeAllListeners().on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const stop = (problem: ReadProblem) => end(() => resolve({ ok: false, problem }));
    const abort = () => end(() => reject(signal!.reason));
    const tooLong = setTimeout(() => stop('tookTooLong'), order.limits.milliseconds);
    signal?.addEventListener('abort', abort);
    child.once('message', (answer: ReadingAnswer) => {
      if ('result' in answer) end(() => resolve(answer.result));
      else end(() => reject(new Error(`the reading of a file failed: ${answer.fault}`)));
    });
    child.once('error', (error) => end(() => reject(error)));
    child.once('exit', (code, endedBy) => {
      // By its own watch, or by V8, which aborts when objects find no room (Windows has codes of its own for that).
      if (endedBy !== null || code === 134 || (code ?? 0) > 255) stop('expandsTooMuch');
      else end(() => reject(new Error(`the process that reads ended with ${code}`)));
    });
    // What goes wrong with sending is told by its end.
    child.send(order, () => undefined);
    child.stdin!.on('error', () => undefined);
    // Piece by piece, since a message of 50 MB would hold up the program while it is written.
    if (typeof content === 'string') child.stdin!.end();
    else Readable.from(piecesOf(content)).pipe(child.stdin!);
  });
}
