import { formatNumber } from '../format/index.ts';
import type { Language } from '../texts/index.ts';
import type { FetchProgress } from './fetch-work.ts';
import { syncTexts } from './sync-command.texts.ts';

export interface ProgressLine {
  readonly show: (progress: FetchProgress) => void;
  /** Leaves the cursor on an empty line. */
  readonly end: () => void;
}

const millisecondsBetweenLines = 5000;

/** One line that is written over on a terminal; in a log a line now and then. */
export function progressLine(
  out: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean },
  language: Language,
  clock: () => number = Date.now,
): ProgressLine {
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownPhase: FetchProgress['phase'] | undefined;
  let width = 0;
  return {
    show(progress) {
      const text = progressText(progress, language);
      if (out.isTTY === true) {
        out.write(`\r${text.padEnd(width)}`);
        width = text.length;
        return;
      }
      const changed = progress.phase !== shownPhase && progress.phase !== 'done';
      if (!changed && clock() - shownAt < millisecondsBetweenLines) return;
      [shownAt, shownPhase] = [clock(), progress.phase];
      out.write(`${text}\n`);
    },
    end() {
      if (width > 0) out.write(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}

export function progressText(progress: FetchProgress, language: Language): string {
  const t = syncTexts(language);
  const number = (value: number) => formatNumber(value, language);
  if (progress.phase === 'catalogue') return t.catalogue;
  if (progress.phase === 'reading') return t.reading(number(progress.values));
  if (progress.phase !== 'figures') return t.publishing;
  const { kpisDone, kpisTotal, values, valuesPerSecond, secondsLeft } = progress;
  if (values === 0 && valuesPerSecond === 0) return t.asking(number(kpisDone), number(kpisTotal));
  const left = secondsLeft === null ? t.unknownTime : t.duration(secondsLeft);
  return t.syncing(number(kpisDone), number(kpisTotal), number(values), number(valuesPerSecond), left);
}
