import { ConfigError } from './foundation/config/index.ts';
import { startSamband } from './start.ts';

/** `npm start`: everything up, then the addresses; SIGINT or SIGTERM: everything down in order, also in the middle of starting. */
const starting = startSamband(process.env);
starting.catch(tell);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C means now.
    if (stopping) process.exit(1);
    stopping = true;
    starting.then((samband) => samband.stop()).then(() => process.exit(0), tell);
  });
}

function tell(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof ConfigError) process.stderr.write(`\n${error.english}\n`);
  if (error instanceof Error && !hasSentence(error)) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

/** Faults with a sentence that says what to do need no stack trace. */
function hasSentence(error: Error): boolean {
  return [
    'ConfigError',
    'ListenError',
    'DatabaseUnreachableError',
    'EmbeddedDatabaseError',
    'MigrationError',
    'ArchiveError',
  ].includes(error.name);
}
