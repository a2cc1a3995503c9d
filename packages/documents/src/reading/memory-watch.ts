/**
 * Ends the process when it takes more memory than a file may. It looks from a thread of its own, because the one that reads may be busy for as long as it
 * likes; V8 limits the objects that are kept, but not the bytes beside them.
 */
const most = 800 * 1024 * 1024;
const between = 50;

setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL');
}, between);
