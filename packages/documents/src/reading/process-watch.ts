import { workerData } from 'node:worker_threads';

/**
 * Ends the process when it takes more memory than a file may, or much more time: whoever asked may be gone. It looks from a thread of its own, because the one
 * that reads may be busy for as long as it likes; V8 limits the objects that are kept, but not the bytes beside them.
 */
const mostMemory = 800 * 1024 * 1024;
const between = 50;
const { milliseconds } = workerData as { readonly milliseconds: number };
const until = performance.now() + 2 * milliseconds;

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory || performance.now() > until) process.kill(process.pid, 'SIGKILL');
}, between);
