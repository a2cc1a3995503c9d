import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

/** A folder of the whole run, where the first test that wants an archive leaves it for the others. */
export default function folderForTestRun(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'samband-test-run-'));
  project.provide('archiveFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
