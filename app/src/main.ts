import { startSamband } from './start.ts';

/** `npm start`: everything up, then the addresses; SIGINT or SIGTERM: everything down in order. */
const samband = await startSamband(process.env).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  if (error instanceof Error && !isExpected(error)) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C means now.
    if (stopping) process.exit(1);
    stopping = true;
    samband.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        process.exit(1);
      },
    );
  });
}

/** Faults with a sentence that says what to do need no stack trace. */
function isExpected(error: Error): boolean {
  return ['ConfigError', 'PortTakenError', 'EmbeddedDatabaseError', 'MigrationError', 'ArchiveError'].includes(
    error.name,
  );
}
