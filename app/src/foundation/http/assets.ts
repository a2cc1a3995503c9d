import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ShellAssets } from '../ui/index.ts';

/** Reads the build's manifest: hashed names of the stylesheet and the script. */
export async function readAssets(publicFolder: string, version: string): Promise<ShellAssets> {
  const manifest = JSON.parse(await readFile(path.join(publicFolder, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  const named = (name: string) => {
    const href = manifest[name];
    if (href === undefined) throw new Error(`${name} is missing in ${publicFolder}/manifest.json; run npm run build`);
    return `/static/${href}`;
  };
  return { stylesheet: named('style.css'), script: named('main.js'), version };
}
