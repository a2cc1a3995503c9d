import { typeset } from './typst.ts';
import type { TypstJob } from './typst-job.ts';

export type TypstAnswer =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** The program of a process that sets one document at a time for the process that started it, and ends with it. */
process.on('message', (job: TypstJob) => {
  process.send!(answer(job));
});
process.on('disconnect', () => process.exit(0));

function answer(job: TypstJob): TypstAnswer {
  try {
    return { ok: true, pdf: typeset(job) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
