import { setTimeout as sleep } from 'node:timers/promises';

/** One queue for all requests of a client: so many at once, so many a second, and all of them still while Kolada asks for a pause. */
export interface Queue {
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  pause(ms: number): void;
}

export function createQueue(limits: { concurrency: number; requestsPerSecond: number }): Queue {
  const interval = 1000 / limits.requestsPerSecond;
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (running < limits.concurrency) {
      running++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const admitted = () => {
        signal.removeEventListener('abort', cancelled);
        resolve();
      };
      const cancelled = () => {
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(signal.reason);
      };
      waiting.push(admitted);
      signal.addEventListener('abort', cancelled, { once: true });
    });
  }

  /** The place is handed over to the next in line, so `running` does not change then. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  async function takeTurn(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = performance.now();
      if (now >= nextStart) {
        nextStart = now + interval;
        return;
      }
      await waitFor(nextStart - now, signal);
    }
  }

  return {
    async run(task, signal) {
      await enter(signal);
      try {
        await takeTurn(signal);
        return await task();
      } finally {
        leave();
      }
    },
    pause(ms) {
      nextStart = Math.max(nextStart, performance.now() + ms);
    },
  };
}

/** Rejects with the caller's own reason, where the timer of Node would wrap it. */
export async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
