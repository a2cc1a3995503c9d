/**
 * A parent that is killed with -9 cannot pass the signal on, and its child would live on holding the port and the database.
 * Loaded into a child (`node --import`), this asks it to end in order as soon as its parent is gone.
 */
export function followParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

followParent();
