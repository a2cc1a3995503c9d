import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaryFaults } from './boundaries.mjs';
import { root } from './parts/repository.mjs';

it('every source of this repository keeps to its arrows and rooms', () => {
  expect(boundaryFaults(root)).toEqual([]);
});

describe('arrows', () => {
  it('the foundation knows no slice', () => {
    expect(faultsOf('foundation/http/server.ts', "import { page } from '../../chain/situation/index.ts';")).toMatch(
      /^app\/src\/foundation\/http\/server.ts:1 imports .*the foundation knows no slice/,
    );
  });

  it('a slice of the chain uses those to its left, through their doors', () => {
    expect(faultsOf('chain/causes/rules.ts', "import { a } from '../focus/index.ts';")).toBe('');
    expect(faultsOf('chain/causes/commands.ts', "import { a } from '../focus/commands.ts';")).toContain(
      'go through the door, app/src/chain/focus/index.ts',
    );
    expect(faultsOf('chain/focus/rules.ts', "import { a } from '../causes/index.ts';")).toContain(
      'an event in wiring.ts',
    );
  });

  it('wings use the chain but not each other; decisions and reports stand to the right', () => {
    expect(faultsOf('programme/risks/commands.ts', "import { a } from '../../chain/actions/index.ts';")).toBe('');
    expect(faultsOf('programme/risks/commands.ts', "import { a } from '../../quality/deviations/index.ts';")).toContain(
      'programme may not use quality',
    );
    expect(faultsOf('decisions/matters/queries.ts', "import { a } from '../../services/premises/index.ts';")).toBe('');
    expect(faultsOf('services/premises/queries.ts', "import { a } from '../../decisions/matters/index.ts';")).toContain(
      'services may not use decisions',
    );
    expect(faultsOf('decisions/matters/queries.ts', "import { a } from '../../reports/interim/index.ts';")).toContain(
      'decisions may not use reports',
    );
  });

  it('only start-up code knows the wiring, and it may use every door', () => {
    expect(
      faultsOf(
        'wiring.ts',
        "import { a } from './chain/actions/index.ts';\nimport { b } from './decisions/matters/index.ts';",
      ),
    ).toBe('');
    expect(faultsOf('wiring.ts', "import { a } from './chain/actions/store.ts';")).toContain('go through the door');
    expect(faultsOf('chain/actions/commands.ts', "import { a } from '../../wiring.ts';")).toContain(
      'start-up code stands above',
    );
  });

  it('packages know nothing of the application or of each other, in any form of import', () => {
    const imports = [
      "import { a } from '../../../app/src/foundation/texts/index.ts';",
      "import type { b } from '@samband/kolada';",
      "export * from '../../kolada/src/model.ts';",
      "const c = await import('../../kolada/src/index.ts');",
      'import {\n  d,\n} from "samband";',
    ];
    const found = faults({ 'packages/analysis/src/index.ts': imports.join('\n') });
    expect(found.map((fault) => fault.split(' ')[0])).toEqual(
      [1, 2, 3, 4, 5].map((line) => `packages/analysis/src/index.ts:${line}`),
    );
  });

  it('a test sets up what it needs from anywhere', () => {
    expect(faultsOf('foundation/http/server.test.ts', "import { a } from '../../chain/situation/queries.ts';")).toBe(
      '',
    );
  });
});

describe('rooms', () => {
  it('a rule knows no clock, chance, waiting, SQL, web or file', () => {
    for (const line of ['Date.now();', 'new Date();', 'Math.random();', 'await x;']) {
      expect(faultsOf('chain/focus/goal.rules.ts', `const a = ${line}`)).toContain('pass the value in');
    }
    for (const target of ['node:fs', 'kysely', 'hono', './store.ts', './goal.queries.ts']) {
      expect(faultsOf('chain/focus/rules.ts', `import { a } from '${target}';`)).toContain('into rules');
    }
    expect(
      faultsOf(
        'chain/focus/rules.ts',
        "// Date.now() would make it untestable\nconst a = 'await x';\nconst b = new Date(2020, 1);",
      ),
    ).toBe('');
  });

  it('SQL lies in the store', () => {
    expect(faultsOf('chain/focus/queries.ts', "db.selectFrom('focus.goal')")).toContain('outside the store');
    expect(faultsOf('chain/focus/commands.ts', 'sql`select 1`')).toContain('outside the store');
    expect(faultsOf('chain/focus/goal.store.ts', "sql`select 1`; db.insertInto('focus.goal')")).toBe('');
  });

  it('a view takes types from a query, never its values; a route passes no store by', () => {
    expect(
      faultsOf(
        'chain/focus/views.tsx',
        "import type { Row } from './queries.ts';\nimport { type Goal } from './store.ts';",
      ),
    ).toBe('');
    expect(faultsOf('chain/focus/goal.view.tsx', "import { goals } from './queries.ts';")).toContain('into views');
    expect(faultsOf('chain/focus/routes.tsx', "import { insert } from './store.ts';")).toContain('into routes');
  });

  it('texts hold no logic', () => {
    expect(faultsOf('chain/focus/texts.ts', 'export const a = (n: number) => {\n  if (n) return 1;\n};')).toContain(
      'texts.ts:2 says if ( in texts',
    );
  });
});

it('a folder or file without a noun is named', () => {
  expect(faultsOf('chain/focus/utils/dates.ts', '')).toContain('look for the missing noun');
  expect(faultsOf('foundation/helpers.ts', '')).toContain('look for the missing noun');
});

function faultsOf(path: string, content: string): string {
  return faults({ [`app/src/${path}`]: content }).join('\n');
}

function faults(files: Record<string, string>): string[] {
  const repository = mkdtempSync(join(tmpdir(), 'samband-boundaries-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), content);
    }
    return boundaryFaults(repository);
  } finally {
    rmSync(repository, { recursive: true });
  }
}
