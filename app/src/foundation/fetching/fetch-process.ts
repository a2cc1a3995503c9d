import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { boundedMemory } from '@samband/kolada';
import type { FetchOutcome, FetchProgress, FetchWork } from './fetch-work.ts';

export interface FetchOptions {
  /** Called off: the process saves what it has and ends. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
  readonly onStart?: (pid: number) => void;
}

/** Source files run as they are under the tests; the built ones end otherwise. */
const program = path.join(import.meta.dirname, `fetch-child${path.extname(import.meta.filename)}`);

/**
 * Fetches or imports in a process of its own, so that neither a crash nor a peak of memory touches the one that asks. Whatever happens to it becomes an
 * outcome; when the asking process goes away, it saves and ends.
 */
export function runFetchProcess(work: FetchWork, options: FetchOptions = {}): Promise<FetchOutcome> {
  const child = fork(program, {
    execArgv: [...boundedMemory.execArgv],
    env: { ...process.env, ...boundedMemory.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => {
    let outcome: FetchOutcome | undefined;
    const complaint = lastWords(child);
    const stop = () => child.connected && child.send('stop');
    child.on('message', (message: FetchProgress | FetchOutcome) => {
      if ('kind' in message) outcome = message;
      else options.onProgress?.(message);
    });
    child.once('error', (error) => {
      outcome ??= { kind: 'failed', fault: { code: 'died', how: error.message } };
      if (child.pid === undefined) resolve(outcome);
    });
    child.once('close', (code, signal) => {
      options.signal?.removeEventListener('abort', stop);
      const how = signal ?? [`${code}`, complaint()].filter(Boolean).join(': ');
      resolve(outcome ?? { kind: 'failed', fault: { code: 'died', how } });
    });
    if (child.pid === undefined) return;
    options.onStart?.(child.pid);
    options.signal?.addEventListener('abort', stop, { once: true });
    child.send(work);
    if (options.signal?.aborted) stop();
  });
}

/** The first telling line of what the process wrote as it fell. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (data: Buffer) => {
    text = (text + data.toString()).slice(-4000);
  });
  return () => /^(?:FATAL|\w*Error).*$/m.exec(text)?.[0].slice(0, 200) ?? '';
}
