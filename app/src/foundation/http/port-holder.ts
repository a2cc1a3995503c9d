import { readdir, readFile, readlink } from 'node:fs/promises';

/** Which program listens on a TCP port, for the sentence that says so. Linux tells it in /proc, and only about processes we may look into. */
export async function portHolder(
  port: number,
): Promise<{ readonly pid: number; readonly program: string } | undefined> {
  const sockets = new Set([...(await listeners('/proc/net/tcp', port)), ...(await listeners('/proc/net/tcp6', port))]);
  if (sockets.size === 0) return undefined;
  for (const entry of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue;
    const files = await readdir(`/proc/${entry}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${entry}/fd/${file}`).catch(() => '');
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode === undefined || !sockets.has(inode)) continue;
      const command = (await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ').trim();
      return { pid: Number(entry), program: command.slice(0, 120) };
    }
  }
  return undefined;
}

/** Socket inodes in state LISTEN (0A) on the port, from the table's hexadecimal columns. */
async function listeners(table: string, port: number): Promise<readonly string[]> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    return local?.endsWith(wanted) && state === '0A' && inode ? [inode] : [];
  });
}
