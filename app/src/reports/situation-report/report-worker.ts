import { parentPort, workerData } from 'node:worker_threads';
import { keyFigureMap } from '@samband/analysis';
import { openArchive } from '@samband/kolada/archive';
import { readFigures } from '../../foundation/figures/index.ts';
import type { ReportOrder, ReportReply } from './report-messages.ts';
import { writeReportOf } from './write-reports.ts';

/** One thread: reads the archive for itself, says that it is ready, and then writes one report for each code that it is sent. */
const order = workerData as ReportOrder;
const archive = await openArchive(order.archive);
const figures = await readFigures(
  archive,
  keyFigureMap.map(({ kpi }) => kpi),
  'mapped',
);

parentPort!.on('message', (unit: string) => {
  writeReportOf(figures, order, unit)
    .catch((error: unknown): ReportReply => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { unit, state: 'fault', message };
    })
    .then((reply) => parentPort!.postMessage(reply));
});
parentPort!.postMessage('ready');
