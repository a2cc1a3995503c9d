import type { FigureHistory } from '../situation/index.ts';

/** Where the key figure stands between its baseline and its target. */
export interface Progress {
  /** The latest value from the first year of effect on; undefined while there is none. */
  readonly latest: { readonly year: number; readonly value: number } | undefined;
  /** Share of the way from baseline to target, 1 when it is reached; undefined where there is no target or no way to go. */
  readonly share: number | undefined;
  readonly reached: boolean;
}

export function progressOf(
  { years, own }: Pick<FigureHistory, 'years' | 'own'>,
  effect: { readonly baseline: number | null; readonly effectFrom: number | null; readonly target: number | null },
): Progress {
  const { baseline, target, effectFrom } = effect;
  const at = years.findLastIndex((year, index) => year >= (effectFrom ?? 0) && !Number.isNaN(own[index]!));
  if (at === -1) return { latest: undefined, share: undefined, reached: false };
  const latest = { year: years[at]!, value: own[at]! };
  if (target === null || baseline === null || target === baseline) return { latest, share: undefined, reached: false };
  const share = (latest.value - baseline) / (target - baseline);
  return { latest, share, reached: share >= 1 };
}

/** A year from now, on the same day: the follow-up goes on until the target is met or someone closes with a reason. */
export function aYearLater(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = `${Number(year) + 1}-${month}-${date}`;
  // 29 February has no next year.
  return month === '02' && date === '29' ? `${Number(year) + 1}-02-28` : next;
}
