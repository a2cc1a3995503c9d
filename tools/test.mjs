import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { isBuilt } from './parts/freshness.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { inRoot } from './parts/repository.mjs';
import { runOnPinnedNode } from './parts/run.mjs';
import { addUp, integrationTests, readCounts, summary } from './parts/test-counts.mjs';

// npm test                      everything
// npm test -- --integration     only what needs a database: for one more server, named in DATABASE_URL
const onlyIntegration = process.argv.includes('--integration');

const results = mkdtempSync(join(tmpdir(), 'samband-results-'));
const counts = await everything().finally(() => rmSync(results, { recursive: true, force: true }));
console.log(`\n${summary(counts)}`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

async function everything() {
  await ensureInstalled();
  if (!isBuilt() && !(await build())) {
    console.log('The build failed, see above; no tests were run.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (onlyIntegration) {
    const files = integrationTests();
    // Without a file named, vitest would run every test.
    return files.length === 0 ? addUp([]) : vitest('integration', '--project', 'app', ...files);
  }
  return addUp([
    await vitest('code', ...['kolada', 'analysis', 'documents', 'app'].flatMap((name) => ['--project', name])),
    await vitest('journeys', '--project', 'journeys'),
  ]);
}

async function vitest(name, ...which) {
  const file = join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const code = await runOnPinnedNode([program, 'run', '--passWithNoTests', ...reporters, ...which]);
  return readCounts(file, code);
}
