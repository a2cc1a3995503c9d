import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('no more than the places are at work at once, all come in order, and one that fails gives its place on', async () => {
  const turns = new Turns(2);
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const work = (number: number) => async () => {
    begun.push(number);
    most = Math.max(most, ++running);
    await soon();
    running--;
    if (number % 3 === 0) throw new Error(`fault ${number}`);
    return number;
  };
  const ended = await Promise.allSettled(Array.from({ length: 9 }, (_, number) => turns.take(work(number))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(begun.map((number) => number % 3 !== 0));
  await expect(turns.take(work(10))).resolves.toBe(10);
});
