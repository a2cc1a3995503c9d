import { stat } from 'node:fs/promises';
import { openArchive } from './archive.ts';
import type { ArchiveInfo } from './archive-file.ts';
import { holderOf } from './lock.ts';
import { stagingPath } from './writer.ts';

export interface ArchiveStatus extends ArchiveInfo {
  readonly path: string;
  readonly bytes: number;
  readonly units: number;
  readonly kpisWithValues: number;
  readonly vanishedKpis: number;
  readonly groups: number;
  readonly revisions: number;
  /** A writer at work now. */
  readonly writer: { readonly pid: number; readonly since: string } | null;
  /** A sync that was cut off and can be taken up again lies beside the archive. */
  readonly unfinishedSync: boolean;
}

export async function archiveStatus(path: string): Promise<ArchiveStatus> {
  const archive = await openArchive(path);
  try {
    const [kpis, units, groups, revisions] = await Promise.all([
      archive.kpis(),
      archive.units(),
      archive.groups(),
      archive.revisions(),
    ]);
    const writer = (await holderOf(path)) ?? null;
    return {
      ...archive.info,
      path,
      bytes: (await stat(path)).size,
      units: units.length,
      kpisWithValues: kpis.filter((kpi) => kpi.valueCount > 0).length,
      vanishedKpis: kpis.filter((kpi) => kpi.vanished).length,
      groups: groups.length,
      revisions: revisions.length,
      writer,
      unfinishedSync: writer === null && (await stat(stagingPath(path, 'sync')).catch(() => undefined)) !== undefined,
    };
  } finally {
    await archive.close();
  }
}
