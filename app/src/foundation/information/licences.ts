import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * The packages that the program runs on, with their licences, read from what is installed: from the program's own package.json through
 * everything it depends on. Our own packages are passed through but not listed.
 */
export async function readLicences(programFolder: string): Promise<readonly Licence[]> {
  const found = new Map<string, Licence>();
  const waiting = [programFolder];
  const seen = new Set(waiting);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const read = await readManifest(folder);
    if (read === undefined) continue;
    const { name, version, license } = read;
    const own = folder === programFolder || name.startsWith('@samband/');
    if (!own) found.set(`${name} ${version}`, { name, version, licence: licenceName(license) });
    for (const dependency of Object.keys({ ...read.dependencies, ...read.optionalDependencies })) {
      const next = await installedIn(folder, dependency);
      if (next !== undefined && !seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  );
}

function licenceName(license: z.infer<typeof manifest>['license']): string {
  return typeof license === 'string' ? license : (license?.type ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As Node itself looks: in the folder's own node_modules, then in those above it. */
async function installedIn(folder: string, dependency: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules', dependency);
    if ((await readManifest(candidate)) !== undefined) return candidate;
    if (path.dirname(at) === at) return undefined;
  }
}

async function readManifest(folder: string): Promise<z.infer<typeof manifest> | undefined> {
  try {
    return manifest.parse(JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')));
  } catch {
    // Not installed: an optional package for another platform.
    return undefined;
  }
}
