import { pathToFileURL } from 'node:url';
import { arrowFaults } from './boundaries/arrows.mjs';
import { nameFaults } from './boundaries/names.mjs';
import { roomFaults } from './boundaries/rooms.mjs';
import { readSources } from './boundaries/sources.mjs';
import { root } from './parts/repository.mjs';

/** Where a source reaches what it may not know (ARCHITECTURE.md): `file:line` and what to do instead. */
export function boundaryFaults(repository) {
  return readSources(repository).flatMap((source) =>
    [...nameFaults(source), ...arrowFaults(source), ...roomFaults(source)]
      .sort((a, b) => a.line - b.line)
      .map(({ line, advice }) => `${source.path}:${line} ${advice}`),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = boundaryFaults(root);
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? 'Every import keeps to its arrows.' : `\n${faults.length} to mend.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
