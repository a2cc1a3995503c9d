import type { Figures } from '../../foundation/figures/index.ts';
import type { ReportOrder, ReportReply } from './report-messages.ts';
import { writeReportOf } from './write-reports.ts';

/** Pages are set, and charts drawn, two at a time elsewhere than here; a third report is composed meanwhile, and a fourth is being kept. */
const atATime = 4;

/**
 * Writes the reports of many municipalities, on both cores: what is composed here is set in other processes and drawn in other threads. No more than a few are held at a time, so that memory
 * is the same after three hundred as after thirty. `told` says after each whether to go on.
 */
export async function writeReports(
  figures: Figures,
  order: ReportOrder,
  units: readonly string[],
  told: (reply: ReportReply) => boolean,
): Promise<void> {
  const left = units.values();
  let goesOn = true;
  const oneAfterAnother = async () => {
    for (const unit of left) {
      if (!goesOn) return;
      const reply = await writeReportOf(figures, order, unit).catch((error: unknown): ReportReply => {
        const message = error instanceof Error ? error.message : String(error);
        return { unit, state: 'fault', message };
      });
      goesOn &&= told(reply);
    }
  };
  await Promise.all(Array.from({ length: atATime }, oneAfterAnother));
}
