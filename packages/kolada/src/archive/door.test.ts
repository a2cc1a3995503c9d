import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('loads neither the client nor the simulator nor zod for who reads an archive', () => {
  const loaded = new Set<string>();
  load(resolve(import.meta.dirname, 'index.ts'));
  expect(loaded).toContain('@duckdb/node-api');
  expect([...loaded].filter((each) => /^zod|[/](client|simulator|sync)[/]/.test(each))).toEqual([]);

  /** What stands as a plain import or export; types are erased, and `import()` waits until it is reached. */
  function load(file: string): void {
    if (loaded.has(file)) return;
    loaded.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, what = '', from = ''] of code.matchAll(/^(?:im|ex)port ([^;]*?)from '([^']+)';/gms)) {
      const types = /^\{(?<names>.*)\}\s*$/s
        .exec(what)
        ?.groups?.names?.split(',')
        .filter((name) => name.trim() !== '');
      if (what.startsWith('type ') || types?.every((name) => name.trim().startsWith('type '))) continue;
      if (from.startsWith('.')) load(resolve(dirname(file), from));
      else loaded.add(from);
    }
  }
});
