import { createArchive } from '@samband/kolada';
import { exampleEdition } from './edition.ts';
import { generateExampleFigures } from './generate.ts';

/** When the invented figures say they were fetched: after the last year's publication. */
const fetchedAt = '2025-10-06T04:00:00.000Z';

/** The id of the archive with this program's example figures. */
export const exampleArchiveId = `ekeberga-${exampleEdition}`;

/** Writes the example archive, marked as example data, in place of an earlier one. */
export async function writeExampleArchive(path: string, seed?: number): Promise<{ readonly values: number }> {
  const { kpis, units, groups, tables } = generateExampleFigures(seed);
  return createArchive(path, {
    kpis,
    units,
    groups,
    tables,
    exampleData: true,
    ...(seed === undefined ? { id: exampleArchiveId } : {}),
    fetchedAt,
    now: () => new Date(fetchedAt),
    replace: true,
  });
}
