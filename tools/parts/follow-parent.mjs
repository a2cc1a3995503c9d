import { readFileSync } from 'node:fs';

/**
 * A parent that is killed with -9 cannot pass the signal on, and its child would live on holding the port and the database.
 * Loaded into a child (`node --import`), this asks it to end in order as soon as its parent is gone. npm puts a shell between
 * itself and what it runs, so behind a shell it is the shell's parent that counts too.
 */
const before = lineage();
const watching = setInterval(() => {
  if (lineage() === before) return;
  clearInterval(watching);
  process.kill(process.pid, 'SIGTERM');
}, 500).unref();

function lineage() {
  const parent = process.ppid;
  const [, name, above] = /\((.*)\) \S (\d+)/.exec(statusOf(parent)) ?? [];
  return name === 'sh' ? `${parent} ${above}` : String(parent);
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
