import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { importIntoArchive } from '@samband/kolada';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a run of the tests keeps the archives that several of its files read. */
    archiveFolder: string;
  }
}

/** The archive of this name, for reading alone: the first test of a run that asks makes it, which takes seconds. */
export async function archiveMadeOnce(name: string, make: (place: string) => Promise<unknown>): Promise<string> {
  const place = path.join(inject('archiveFolder'), `${name}.duckdb`);
  if (existsSync(place)) return place;
  // Aside first: the test of another file may be looking, or making the same.
  const aside = path.join(inject('archiveFolder'), `${name}-${randomUUID()}.duckdb`);
  await make(aside);
  await rename(aside, place);
  return place;
}

const real = path.resolve(import.meta.dirname, '../../../../../shared/kolada');

/** Whether the real figures lie beside the repository. */
export const realFiguresPresent = existsSync(path.join(real, 'values-2010-2021.csv.gz'));

export function realArchive(): Promise<string> {
  return archiveMadeOnce('real', (place) =>
    importIntoArchive(place, {
      values: path.join(real, 'values-2010-2021.csv.gz'),
      catalogue: path.join(real, 'kpi-catalogue-v3-2026-03.json.gz'),
      units: path.join(real, 'municipality-v3-2026-03.json'),
      groups: path.join(real, 'municipality_groups-v3-2026-03.json.gz'),
    }),
  );
}
