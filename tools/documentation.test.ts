import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeConfig } from '../app/src/foundation/config/index.ts';

const root = join(import.meta.dirname, '..');

interface Document {
  readonly path: string;
  readonly text: string;
}

const documents = filesUnder(root, (name) => name.endsWith('.md')).map(readDocument);

function readDocument(path: string): Document {
  return { path: relative(root, path), text: readFileSync(path, 'utf8') };
}

function filesUnder(folder: string, wanted: (name: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return wanted(entry.name) ? [path] : [];
    const leftOut = ['node_modules', 'dist', 'data'].includes(entry.name) || entry.name.startsWith('.');
    return entry.isDirectory() && !leftOut ? filesUnder(path, wanted) : [];
  });
}

/** Where each match stands, for the message: `README.md: docs/x.md`. */
function found(pattern: RegExp, within = documents): readonly { readonly path: string; readonly match: string }[] {
  return within.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, match]) => ({ path, match: match! })));
}

/** The anchor of a heading, as code hosts make it. */
function anchorOf(heading: string): string {
  return heading
    .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function isBroken(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? join(root, from) : join(root, dirname(from), file);
  if (!statSync(path, { throwIfNoEntry: false })) return true;
  if (anchor === undefined) return false;
  return !found(/^#{1,6} (.+)$/gm, [readDocument(path)]).some(({ match }) => anchorOf(match) === anchor);
}

describe('the documents', () => {
  it('lead only to files and headings that exist', () => {
    const links = found(/\]\((?!https?:|mailto:)([^)\s]+)\)/g);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ path, match }) => isBroken(path, match))).toEqual([]);
  });

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    expect(found(/\bnpm run ([a-z-]+)/g).filter(({ match }) => !(match in scripts))).toEqual([]);
  });

  it('name only commands that the program has, and tell of each', () => {
    const words = filesUnder(join(root, 'app', 'src'), (name) => name.endsWith('.command.ts'))
      .flatMap((path) => found(/^ +words: '([a-z ]+)'/gm, [readDocument(path)]))
      .map(({ match }) => match);
    const known = new Set(words.flatMap((word) => [word, word.split(' ')[0]]));
    const called = found(/\bnpx samband ((?:(?:kolada|audit|tenant) )?[a-z]+)/g);
    expect(called.filter(({ match }) => !known.has(match))).toEqual([]);
    const told = found(/^## samband ([a-z ]+)$/gm, [readDocument(join(root, 'docs/operations/command-line.md'))]);
    expect(told.map(({ match }) => match).toSorted()).toEqual(words.toSorted());
  });

  it('list every setting with its default, in the order of the program', () => {
    const page = readFileSync(join(root, 'docs/operations/configuration.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (\S.*?) \|/gm)].map(([, name, value]) => [name, value]);
    const settings = describeConfig({}).map(({ name, value }) => [name, value === '' ? '–' : `\`${value}\``]);
    expect(rows).toEqual(settings);
  });

  it('name only tests that exist', () => {
    const tests = filesUnder(root, (name) => /\.test\.tsx?$/.test(name)).map((path) => relative(root, path));
    const named = found(
      /`([\w./-]+\.test\.tsx?)`/g,
      documents.filter(({ path }) => path === 'ARCHITECTURE.md'),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ match }) => !tests.some((test) => test.endsWith(`/${match}`) || test === match))).toEqual(
      [],
    );
  });
});
