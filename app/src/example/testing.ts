import { copyFile } from 'node:fs/promises';
import { archiveMadeOnce } from '../foundation/figures/testing.ts';
import { writeExampleArchive } from './write.ts';

/** The example archive at this place: made once in a run of the tests, and then copied. */
export async function placeExampleArchive(place: string): Promise<void> {
  await copyFile(await archiveMadeOnce('example', writeExampleArchive), place);
}
