import { type FileProblem, fileProblemText } from '../files/index.ts';
import type { Language } from '../texts/index.ts';
import type { CellFault, CellRemark } from './cell.rules.ts';
import type { BringProblem } from './draft.commands.ts';
import type { RefusedRun } from './run.store.ts';
import { texts } from './texts.ts';

/** What was done with a cell to make it fit. */
export function remarkText(remark: CellRemark, header: string, language: Language): string {
  const t = texts(language).plan;
  if (remark.what === 'period') return t.period(header, remark.text, remark.day);
  return remark.what === 'unknown' ? t.unknownKept(header, remark.text) : t.noDateKept(header, remark.text);
}

/** What is wrong with a cell, and what to do about it. */
export function faultText(fault: CellFault, language: Language): string {
  const t = texts(language).fault;
  return 'readings' in fault ? t[fault.what](fault.text, fault.readings.join(', ')) : t[fault.what](fault.text);
}

/** Why what was brought could not be taken, and what to do. */
export function problemText(problem: BringProblem, limitBytes: number, language: Language): string {
  const t = texts(language).problem;
  if (problem === 'tooLarge') return t.tooLarge(String(Math.floor(limitBytes / (1024 * 1024))));
  if (problem in t) return t[problem as Exclude<keyof typeof t, 'tooLarge'>];
  return fileProblemText(problem as FileProblem, limitBytes, language);
}

/** Why what went on beside the page saved nothing, and what to do. */
export function refusedText({ reason, titles = [] }: RefusedRun, language: Language): string {
  const t = texts(language);
  if (reason === 'goneOn') return t.receipt.goneOn(titles.join(', ').slice(0, 1000));
  return reason === 'inUse' ? t.receipt.inUse : reason === 'faults' ? t.preview.stillFaults : t.run.fault;
}
