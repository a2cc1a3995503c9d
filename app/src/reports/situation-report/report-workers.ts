import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportOrder, ReportReply } from './report-messages.ts';

const program = path.join(import.meta.dirname, `report-worker${path.extname(import.meta.filename)}`);

/** What a writer of PDF keeps of each document is given back when its thread ends. */
const mostPerThread = 60;

/**
 * Writes the reports of many municipalities, on all cores. Each thread takes the next one when it is done with the last, and a new thread takes over after a while, so
 * that memory is the same after three hundred as after thirty. Rejects when a thread ends of itself.
 */
export async function writeReports(
  order: ReportOrder,
  units: readonly string[],
  told: (reply: ReportReply) => void,
  threads = availableParallelism(),
): Promise<void> {
  const left = units.values();
  const count = Math.max(1, Math.min(threads, units.length));
  const running = new Set<Worker>();
  try {
    await Promise.all(Array.from({ length: count }, () => oneAfterAnother()));
  } finally {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }

  async function oneAfterAnother(): Promise<void> {
    for (let next = left.next(); !next.done; ) next = await oneThread(next.value);
  }

  /** Works until the thread has done its share; gives the unit that it did not come to, if any. */
  function oneThread(first: string): Promise<IteratorResult<string, undefined>> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: order, execArgv: [] });
      running.add(worker);
      let done = 0;
      const end = (next: IteratorResult<string, undefined>) => {
        running.delete(worker);
        worker.removeAllListeners('exit');
        void worker.terminate().then(() => resolve(next), reject);
      };
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`a thread that writes reports ended with ${code}`)));
      worker.on('message', (reply: ReportReply | 'ready') => {
        if (reply === 'ready') {
          worker.postMessage(first);
          return;
        }
        told(reply);
        done += 1;
        const next = left.next();
        if (next.done || done >= mostPerThread) end(next);
        else worker.postMessage(next.value);
      });
    });
  }
}
