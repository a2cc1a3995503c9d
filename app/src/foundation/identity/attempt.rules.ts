export const attemptWindowSeconds = 15 * 60;

/**
 * Ten guesses a quarter of an hour at one address is far above what a tired person needs and far below what a guesser needs. A whole town hall
 * may share one network origin, so that limit is wide and counts failures only.
 */
export const signInLimits = { address: 10, origin: 100 } as const;
/**
 * Ten wrong codes a day. Of a million codes three are right at any time, so somebody who already has the password and keeps trying for a year has
 * about one chance in ninety.
 */
export const codeLimit = 10;
export const codeWindowSeconds = 24 * 60 * 60;
export const resetWindowSeconds = 60 * 60;
export const resetLimits = { address: 5, origin: 30 } as const;

/** For the sentence to the person, and for Retry-After. */
export function minutesUntil(next: Date, now: Date): number {
  return Math.max(1, Math.ceil((next.getTime() - now.getTime()) / 60_000));
}
