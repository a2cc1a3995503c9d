import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { isId } from '../ids/index.ts';
import { makeFolder, syncFolder } from './durable.ts';

/** Those of a tenant's contents that some committed row refers to. */
export type Referred = (tenantId: string, sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

export interface Swept {
  /** Contents that were laid aside, brought back, and taken away for good; and what was left half received. */
  readonly laidAside: number;
  readonly broughtBack: number;
  readonly removed: number;
  readonly unfinished: number;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Two steps, so that no moment is a bad one: between the question whether a row refers to a content and its removal somebody may put the same content anew. It then is laid
 * aside at most, can be read all the same, and comes back with the next sweep.
 */
export async function sweepFolder(folder: string, referred: Referred, now: Date): Promise<Swept> {
  const counts = { laidAside: 0, broughtBack: 0, removed: 0, unfinished: 0 };
  for (const tenantId of (await names(folder)).filter(isId)) {
    const tenant = path.join(folder, tenantId);
    const old = (name: string) => isOlderThanADay(path.join(tenant, name), now);

    for (const name of await names(path.join(tenant, 'incoming'))) {
      if (!(await old(path.join('incoming', name)))) continue;
      await rm(path.join(tenant, 'incoming', name), { force: true });
      counts.unfinished++;
    }

    const orphans = (await names(path.join(tenant, 'orphans'))).filter(isHash);
    const needed = orphans.length === 0 ? new Set() : await referred(tenantId, orphans);
    for (const sha256 of orphans) {
      const place = path.join(tenant, 'orphans', sha256);
      if (needed.has(sha256)) {
        await move(place, path.join(tenant, sha256.slice(0, 2), sha256.slice(2)));
        counts.broughtBack++;
      } else if (await isOlderThanADay(place, now)) {
        await rm(place, { force: true });
        counts.removed++;
      }
    }

    for (const start of (await names(tenant)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      const kept = (await names(path.join(tenant, start))).map((rest) => start + rest).filter(isHash);
      const aged: string[] = [];
      for (const sha256 of kept) if (await old(path.join(start, sha256.slice(2)))) aged.push(sha256);
      const inUse = aged.length === 0 ? new Set() : await referred(tenantId, aged);
      for (const sha256 of aged.filter((each) => !inUse.has(each))) {
        const aside = path.join(tenant, 'orphans', sha256);
        const place = path.join(tenant, start, sha256.slice(2));
        // The day aside is counted from now.
        await utimes(place, now, now);
        await move(place, aside);
        counts.laidAside++;
      }
    }
  }
  return counts;
}

async function move(from: string, to: string): Promise<void> {
  await makeFolder(path.dirname(to));
  await rename(from, to);
  await syncFolder(path.dirname(to));
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

async function isOlderThanADay(place: string, now: Date): Promise<boolean> {
  try {
    return now.getTime() - (await stat(place)).mtimeMs > day;
  } catch (error) {
    // It has just come to its place, or somebody else has taken it away.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
