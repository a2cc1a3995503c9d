import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from './drawing.tsx';
import { oneLine, wrapLines } from './wrapping.ts';

const long = 'Lokalförsörjningsplaneringsansvarsfördelning';

test('words stay whole as long as they fit a line', () => {
  expect(wrapLines('Tomma avdelningar i norr', 13, 110)).toEqual(['Tomma', 'avdelningar i', 'norr']);
});

test('a compound is broken where one of its words ends, else by the rule of one consonant', () => {
  expect(wrapLines(long, 13, 170)).toEqual(['Lokalförsörjnings-', 'planerings-', 'ansvarsfördelning']);
  expect(wrapLines('Kommunalförbundet', 13, 90)).toEqual(['Kommunal-', 'förbundet']);
});

test('soft hyphens say where a word may be broken, and are not seen elsewhere', () => {
  expect(wrapLines('barn\u00adomsorgs\u00adbehov', 13, 95)).toEqual(['barnomsorgs-', 'behov']);
  expect(wrapLines('barn\u00adomsorg', 13, 300)).toEqual(['barnomsorg']);
});

test('a space that says no to a break is none', () => {
  expect(wrapLines('dyrare än 89\u00a0% av alla', 13, 80)).toContain('89\u00a0% av alla');
});

test('what does not fit in the last line is marked', () => {
  expect(wrapLines('ett två tre fyra fem sex sju åtta', 13, 60, 2).at(-1)).toMatch(/…$/);
  expect(oneLine('ett två tre fyra', 13, 60)).toMatch(/…$/);
});

test('any text at any width gives lines that fit, and loses no letter', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'å', 'ö', 'M', 'i', 'j', 'k', ' ', '-', '/'),
    maxLength: 120,
  });
  fc.assert(
    fc.property(letters, fc.integer({ min: 30, max: 300 }), (text, width) => {
      const lines = wrapLines(text, 13, width);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
      const kept = (value: string) => value.replace(/[\s-]/g, '');
      expect(kept(lines.join(''))).toBe(kept(text));
    }),
  );
});

test('a width of nothing still ends', () => {
  expect(wrapLines('abc', 13, 0)).toEqual(['a', 'b', 'c']);
});
