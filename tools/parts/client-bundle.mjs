import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { inRoot } from './repository.mjs';

const publicFolder = inRoot('app', 'dist', 'public');

/**
 * What browsers fetch: app/src/client/*.ts and app/src/client/style.css, each bundled with what it imports and named
 * by its content, with fonts as files of their own. `manifest.json` maps the plain name to the hashed one
 * (`{"main.js": "main-4GHQ2K7X.js"}`), so that everything under public/ can be cached for ever.
 */
export async function bundleClient() {
  const { build } = await import('esbuild');
  await build(await clientBuildOptions());
}

/** Options for esbuild, shared by a single build and by the watching one. */
export async function clientBuildOptions({ minify = true } = {}) {
  mkdirSync(publicFolder, { recursive: true });
  return {
    entryPoints: entryPoints(),
    outdir: publicFolder,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    loader: { '.woff2': 'file', '.woff': 'empty', '.svg': 'file', '.png': 'file' },
    minify,
    sourcemap: minify ? false : 'linked',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: inRoot(),
    plugins: [{ name: 'manifest', setup: (build) => build.onEnd(writeManifest) }],
  };
}

function entryPoints() {
  const client = inRoot('app', 'src', 'client');
  const scripts = existsSync(client)
    ? readdirSync(client).filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    : [];
  const style = join(client, 'style.css');
  return [...scripts.map((name) => join(client, name)), ...(existsSync(style) ? [style] : [])];
}

/** Runs after every build: writes the manifest and the compressed siblings, and clears files of earlier builds. */
function writeManifest({ metafile, errors }) {
  if (errors.length > 0 || !metafile) return;
  const manifest = {};
  const kept = new Set(['manifest.json']);
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const file = basename(path);
    kept.add(file);
    if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, '.js')] = file;
    if (/\.(js|css|svg)$/.test(file)) for (const name of compress(file)) kept.add(name);
  }
  writeFileSync(join(publicFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of readdirSync(publicFolder)) if (!kept.has(name)) rmSync(join(publicFolder, name));
}

/** Siblings that the server hands to browsers that accept them, made once here instead of at every request. */
function compress(file) {
  const content = readFileSync(join(publicFolder, file));
  const siblings = { [`${file}.br`]: brotliCompressSync(content), [`${file}.gz`]: gzipSync(content, { level: 9 }) };
  for (const [name, bytes] of Object.entries(siblings)) writeFileSync(join(publicFolder, name), bytes);
  return Object.keys(siblings);
}
