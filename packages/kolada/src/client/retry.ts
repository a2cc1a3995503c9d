/** When to ask again. Pure: time and chance are passed in. */
export interface RetryMoment {
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly baseMs: number;
  readonly maxMs: number;
  /** 0 ≤ random < 1. */
  readonly random: number;
  /** The header as it came: seconds or an HTTP date. */
  readonly retryAfter?: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A server that asks for a longer pause than this wants us to come back another day, not to hang. */
const longestPauseMs = 5 * 60_000;

/**
 * Milliseconds to wait, or `undefined` when the server asks for more patience than is sensible.
 * Doubling from `baseMs` up to `maxMs`, of which the upper half is left to chance so that many clients do not return in step;
 * never earlier than Retry-After.
 */
export function retryDelay(moment: RetryMoment): number | undefined {
  const ceiling = Math.min(moment.maxMs, moment.baseMs * 2 ** (moment.attempt - 1));
  const backoff = Math.round(ceiling / 2 + (ceiling / 2) * moment.random);
  const asked = retryAfterMs(moment.retryAfter ?? null, moment.now);
  if (asked === undefined) return backoff;
  if (asked > longestPauseMs) return undefined;
  return Math.max(backoff, asked);
}

/** RFC 9110 §10.2.3: `120` or `Wed, 21 Oct 2026 07:28:00 GMT`; anything else is as if it were absent. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2},/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
