import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/**
 * The TypeScript sources of the repository, by path from its root, with what each imports.
 * Sources are formatted by Biome, so a top-level statement begins in the first column and a comment line with // or *.
 */
export function readSources(root) {
  return ['app/src', 'packages']
    .flatMap((folder) => filesUnder(join(root, folder)))
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(root, path));
}

function readSource(root, path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return { path, lines: lines.map(withoutComment), imports: importsOf(path, lines) };
}

/** Each import as { line, target, type }: a relative one resolved to a path from the root, a package by its name. */
function importsOf(path, lines) {
  const text = lines.map((line) => (/^\s*(\/\/|\*|\/\*)/.test(line) ? '' : line)).join('\n');
  const statements = [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;'"]*?\sfrom\s+|)['"]([^'"\n]+)['"]/gm),
    ...text.matchAll(/\bimport\((\s*)(\s*)['"]([^'"\n]+)['"]\)/g),
  ];
  return statements.map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    target: match[3].startsWith('.') ? posix.join(dirname(path), match[3]) : match[3],
    type: match[1]?.trim() === 'type' || onlyTypes(match[2]),
  }));
}

/** `{ type A, type B } from` brings no value either. */
function onlyTypes(names) {
  const listed = /^\{([^}]*)\}/.exec(names.trim())?.[1];
  if (!listed) return false;
  const each = listed.split(',').map((name) => name.trim());
  return each.filter((name) => name !== '').every((name) => name.startsWith('type '));
}

/** What is said in comments and in strings is not done. */
function withoutComment(line) {
  if (/^\s*(\/\/|\*|\/\*)/.test(line)) return '';
  return line.replace(/'[^'\n]*'|"[^"\n]*"/g, "''").replace(/\s\/\/ .*$/, '');
}

export function filesUnder(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return ['dist', 'node_modules'].includes(entry.name) ? [] : filesUnder(path);
  });
}
