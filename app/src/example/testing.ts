import { existsSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { writeExampleArchive } from './write.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a run of the tests keeps the example archive. */
    exampleFolder: string;
  }
}

/** The example archive at this place: made once in a run of the tests, which takes a second or two, and then copied. */
export async function placeExampleArchive(place: string): Promise<void> {
  const made = path.join(inject('exampleFolder'), 'example.duckdb');
  if (!existsSync(made)) {
    await writeExampleArchive(place);
    // Aside first: another file's test may be looking.
    await copyFile(place, `${made}.${process.pid}`);
    await rename(`${made}.${process.pid}`, made);
  } else await copyFile(made, place);
}
