/** Figures for the gallery, the same at every run: a small generator of even numbers, no clock and no chance. */
export function evenNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Roughly bell-shaped around the middle, within 0–100. */
export function indexValues(seed: number, count = 290, middle = 50): number[] {
  const next = evenNumbers(seed);
  return Array.from({ length: count }, () =>
    Math.max(0, Math.min(100, middle + (next() + next() + next() - 1.5) * 55)),
  );
}

export const towns = [
  'Ekeberga',
  'Alvik',
  'Björnhult',
  'Dalsby',
  'Fagerås',
  'Granvik',
  'Hallstorp',
  'Lindköp',
  'Norrsele',
  'Sundhed',
] as const;

export function exampleUnits(seed: number, low: number, high: number) {
  return indexValues(seed).map((value, index) => ({
    code: String(9000 + index),
    name: towns[index] ?? `Kommun ${index}`,
    value: low + (value / 100) * (high - low),
  }));
}

export const exampleYears = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];
