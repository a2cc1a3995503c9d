import { expect, it } from 'vitest';
import { givesUp, isPermanent, secondsUntilNextAttempt } from './rules.ts';

it('the wait doubles after each failure, up to six hours', () => {
  expect([1, 2, 3, 10, 11, 1000].map(secondsUntilNextAttempt)).toEqual([30, 60, 120, 15_360, 21_600, 21_600]);
});

it('a message is given up after five days, not before', () => {
  const written = new Date('2026-03-02T09:00:00Z');
  expect(givesUp(written, new Date('2026-03-07T09:00:00Z'))).toBe(false);
  expect(givesUp(written, new Date('2026-03-07T09:00:01Z'))).toBe(true);
});

it('only a refusal of the recipient or the message itself is for good', () => {
  expect(isPermanent({ code: 'EENVELOPE', responseCode: 550 })).toBe(true);
  expect(isPermanent({ code: 'EMESSAGE', responseCode: 554 })).toBe(true);
  expect(isPermanent({ code: 'EENVELOPE', responseCode: 451 })).toBe(false);
  expect(isPermanent({ code: 'EAUTH', responseCode: 535 })).toBe(false);
  expect(isPermanent({ code: 'ESOCKET', responseCode: undefined })).toBe(false);
});
