import path from 'node:path';
import { situationOnce } from '../../chain/situation/index.ts';
import type { Figures } from '../../foundation/figures/index.ts';
import { isThere, reportFileKinds, reportFileName, writeReportFile, writtenReport } from './report-file.ts';
import type { ReportOrder, ReportReply } from './report-messages.ts';
import { situationReport } from './situation-report.document.ts';
import { situationMaterial } from './situation-report.queries.ts';

/** Writes the report of one municipality as the files that are asked for, those that are not there already. */
export async function writeReportOf(figures: Figures, order: ReportOrder, unit: string): Promise<ReportReply> {
  const { year, compareWith, language, day, folders, anew } = order;
  const name = (kind: (typeof reportFileKinds)[number]) =>
    reportFileName({ code: unit, name: figures.title(unit) }, year, kind);
  const wanted = [];
  for (const kind of reportFileKinds) {
    const folder = folders[kind];
    if (folder === undefined) continue;
    if (anew || !(await isThere(path.join(folder, name(kind))))) wanted.push({ kind, folder });
  }
  if (wanted.length === 0) return { unit, state: 'wasThere' };
  const answer = situationMaterial(figures, { unit, year, compareWith }, day, situationOnce);
  if (!answer.ok) return { unit, state: 'noComparison', reason: answer.reason };
  const document = await situationReport({ material: answer.material, language, day });
  for (const { kind, folder } of wanted) {
    const content = await writtenReport(document, kind);
    try {
      await writeReportFile(folder, name(kind), content);
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (code === undefined || syscall === undefined) throw error;
      return { unit, state: 'notWritable', code };
    }
  }
  return { unit, state: 'written' };
}
