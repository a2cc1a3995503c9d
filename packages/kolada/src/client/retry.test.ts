import { describe, expect, it } from 'vitest';
import { retryAfterMs, retryDelay } from './retry.ts';

const now = Date.parse('2026-03-12T10:00:00Z');
const moment = { attempt: 1, baseMs: 500, maxMs: 30_000, random: 0, now };

describe('the pause before a new attempt', () => {
  it('doubles with each attempt and stops at its ceiling', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => retryDelay({ ...moment, attempt, random: 0.999999 }));
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('leaves its upper half to chance', () => {
    expect(retryDelay({ ...moment, attempt: 3, random: 0 })).toBe(1000);
    expect(retryDelay({ ...moment, attempt: 3, random: 0.5 })).toBe(1500);
  });

  it('is never shorter than Retry-After', () => {
    expect(retryDelay({ ...moment, retryAfter: '7' })).toBe(7000);
    expect(retryDelay({ ...moment, retryAfter: 'Thu, 12 Mar 2026 10:00:09 GMT' })).toBe(9000);
    expect(retryDelay({ ...moment, retryAfter: '0' })).toBe(250);
  });

  it('is no pause at all when the server asks for more than five minutes', () => {
    expect(retryDelay({ ...moment, retryAfter: '3600' })).toBeUndefined();
  });
});

describe('Retry-After', () => {
  it('is read as seconds or as an HTTP date, and a date in the past is now', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Thu, 12 Mar 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(retryAfterMs('Thu, 12 Mar 2020 10:00:30 GMT', now)).toBe(0);
  });

  it('that is nonsense is as if absent', () => {
    for (const text of [null, '', 'soon', '-5', '1.5', '2026-03-12', 'Xxx, 99 Foo'])
      expect(retryAfterMs(text, now)).toBeUndefined();
  });
});
