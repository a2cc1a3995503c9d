import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from './freshness.mjs';
import { inRoot, root } from './repository.mjs';

/**
 * What vitest reports. A file that could not even be loaded has no tests to count but has failed, and so has a run that ended badly
 * with every test green (an error outside any test): each counts as one.
 */
export function readCounts(file, exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function addUp(counts) {
  const sum = (name) => counts.reduce((total, each) => total + each[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The test files of the application that ask for a database. */
export function integrationTests() {
  return filesUnder(inRoot('app', 'src'))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /createTestDatabase|inject\('databaseUrl'\)/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
}
