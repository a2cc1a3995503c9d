import { describe, expect, it } from 'vitest';
import { keyFigureOf, kronorPerUnit } from './index.ts';

const lookUp =
  (values: Readonly<Record<string, number>>) =>
  (kpi: string): number =>
    values[kpi] ?? Number.NaN;
const worth = (kpi: string, gap: number, values: Readonly<Record<string, number>>): number => {
  const denominator = keyFigureOf(kpi)?.denominator;
  if (!denominator) throw new Error(`${kpi} has no denominator`);
  return gap * kronorPerUnit(denominator, lookUp(values));
};

describe('kronor per unit', () => {
  it('takes 1 000 kr per inhabitant times 20 000 inhabitants as 20 million', () => {
    expect(worth('N28016', 1_000, { N01951: 20_000 })).toBe(20_000_000);
  });

  it('adds two age groups for a cost per inhabitant 65+', () => {
    expect(worth('N20007', 500, { N01956: 3_000, N01957: 1_000 })).toBe(2_000_000);
  });

  it('finds the children of the own preschools from density and staff', () => {
    expect(worth('N11033', 4_000, { N11010: 5, N11104: 140 })).toBe(2_800_000);
  });

  it('finds inhabitants 0–20 years from a share in per cent', () => {
    expect(worth('N33002', 100, { N33900: 25, N01951: 10_000 })).toBeCloseTo(250_000, 6);
  });

  it('takes 2 per cent of a reference cost of 10 000 kr for 15 000 inhabitants as 3 million', () => {
    expect(worth('N20900', 2, { N20016: 10_000, N01951: 15_000 })).toBe(3_000_000);
  });

  it('uses the deviation in million kronor where the reference cost is missing', () => {
    expect(worth('N20900', 2, { N20900: 4, N20029: 6 })).toBe(3_000_000);
    expect(worth('N20900', 2, { N20900: 0.1, N20029: 0.15 })).toBeNaN();
  });

  it('takes the published users of residential care, else what cost per inhabitant and per user say', () => {
    const derived = { N23006: 150_000, N01957: 800, N23009: 1_000_000 };
    expect(worth('N23009', 10_000, derived)).toBe(1_200_000);
    expect(worth('N23009', 10_000, { ...derived, N23805: 125 })).toBe(1_250_000);
    expect(worth('N28015', 10_000, { N28009: 0, N01951: 9_000, N28015: 0 })).toBeNaN();
  });

  it('is not a number when a count is missing', () => {
    expect(worth('N23009', 10_000, {})).toBeNaN();
  });
});
