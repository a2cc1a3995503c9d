import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facit } from './facit.test-data.ts';
import { type Payback, type ProposalEconomyInput, proposalEconomy } from './proposal-economy.ts';
import type { Hours, YellowBenefit } from './proposal-economy-benefits.ts';
import { splitKronor } from './split-kronor.ts';

type Computed = Extract<ReturnType<typeof proposalEconomy>, { ok: true }>;

function computed(input: ProposalEconomyInput): Computed {
  const economy = proposalEconomy(input);
  if (!economy.ok) throw new Error(economy.reason);
  return economy;
}

/** A proposal whose net is as given: what is below 0 is a running cost, the rest a running saving. */
function withNet(net: readonly number[], discountRate = 4): ProposalEconomyInput {
  return {
    startYear: 2025,
    years: net.length,
    priceLevelYear: 2025,
    discountRate,
    costs: [{ kind: 'running', kronor: net.map((amount) => Math.max(0, -amount)) }],
    benefits: [{ colour: 'green', kind: 'running', kronor: net.map((amount) => Math.max(0, amount)) }],
    financing: [],
  };
}

const kitchens: ProposalEconomyInput = {
  startYear: 2025,
  years: 4,
  priceLevelYear: 2024,
  discountRate: 4,
  costs: [
    { kind: 'oneOff', kronor: [300_000, 0, 0, 0] },
    { kind: 'running', kronor: [0, 20_000, 20_000, 20_000] },
  ],
  benefits: [
    { colour: 'green', kind: 'running', kronor: [0, 150_000, 150_000, 150_000] },
    { colour: 'yellow', hours: [0, 400, 800, 800] },
    { colour: 'yellow', hours: [10, 0, 0, 0] },
    { colour: 'red' },
  ],
  financing: [{ kronor: [200_000, 0, 0, 0] }, { kronor: [100_000, 20_000, 20_000, 20_000] }],
};

describe('the economy of a proposal', () => {
  for (const { case: name, rate, net, npv, payback, discounted } of facit('proposal-economy.csv')) {
    test(`has the net present value and payback of exact arithmetic in the case ${name}`, () => {
      const economy = computed(withNet(net!.split(' ').map(Number), Number(rate)));
      expect(Math.abs(economy.netPresentValue - Number(npv))).toBeLessThanOrEqual(
        1e-8 * Math.max(1, Math.abs(Number(npv))),
      );
      const years = (found: Payback) => (found.ok ? String(found.years) : '');
      expect(years(economy.payback)).toBe(payback);
      expect(years(economy.discountedPayback)).toBe(discounted);
    });
  }

  test('tells costs, savings, net and cumulated year by year', () => {
    const economy = computed(kitchens);
    expect(economy.years.map(({ year, net, cumulated }) => [year, net, cumulated])).toEqual([
      [2025, -300_000, -300_000],
      [2026, 130_000, -170_000],
      [2027, 130_000, -40_000],
      [2028, 130_000, 90_000],
    ]);
    expect([economy.cost, economy.saving, economy.net]).toEqual([360_000, 450_000, 90_000]);
    expect(economy.netPresentValue).toBeCloseTo(60_761.83, 2);
    expect(economy).toMatchObject({ discountedTo: 2025, priceLevelYear: 2024 });
    expect(economy.payback).toEqual({ ok: true, years: 4, year: 2028, lasting: true });
  });

  test('says whether the financing covers the costs, by year and in all', () => {
    expect(computed(kitchens).financing).toMatchObject({ given: true, balanced: true, difference: 0 });
    const short = computed({ ...kitchens, financing: [{ kronor: [200_000, 20_000, 20_000, 50_000] }] }).financing;
    expect(short).toMatchObject({ balanced: false, difference: -70_000 });
    expect(short.years.map(({ difference }) => difference)).toEqual([-100_000, 0, 0, 30_000]);
    const wrongYear = computed({ ...kitchens, financing: [{ kronor: [320_000, 0, 20_000, 20_000] }] }).financing;
    expect(wrongYear).toMatchObject({ balanced: false, difference: 0 });
    expect(computed({ ...kitchens, financing: [] }).financing.given).toBe(false);
  });

  test('keeps hours and unvalued benefits apart from kronor', () => {
    const economy = computed(kitchens);
    expect(economy.yellow.total).toEqual({ hours: 2010 });
    expect(economy.yellow.byYear.map(({ hours }) => hours)).toEqual([10, 400, 800, 800]);
    expect(economy.redBenefits).toBe(1);
    const moneyOnly = computed({ ...kitchens, benefits: kitchens.benefits.slice(0, 1) });
    expect(moneyOnly.years).toEqual(economy.years);
  });

  test('does not compile when hours are added to kronor or stand as a saving', () => {
    const hours: Hours = { hours: 8 };
    const yellow: YellowBenefit = { colour: 'yellow', hours: [1] };
    // @ts-expect-error hours are not a number
    const sum: unknown = 1000 + hours;
    // @ts-expect-error a yellow benefit has no kronor
    const input: ProposalEconomyInput = { ...withNet([0]), costs: [yellow] };
    expect([sum, input]).toHaveLength(2);
  });

  test('says why there is no payback', () => {
    const paybackOf = (net: number[]) => computed(withNet(net)).payback;
    expect(paybackOf([0, 10, 10])).toEqual({ ok: false, reason: 'nothingToPayBack', remaining: 0 });
    expect(paybackOf([-10, -10])).toEqual({ ok: false, reason: 'noSavings', remaining: 20 });
    expect(paybackOf([-10, 4, 4])).toEqual({ ok: false, reason: 'notWithinPeriod', remaining: 2 });
    expect(paybackOf([-10, 12, -8, 9])).toEqual({ ok: true, years: 2, year: 2026, lasting: false });
  });

  test('refuses what it cannot use, with the line and the year', () => {
    const with_ = (change: Partial<ProposalEconomyInput>) => proposalEconomy({ ...kitchens, ...change });
    expect(with_({ years: 11 })).toEqual({ ok: false, reason: 'yearsOutOfRange' });
    expect(with_({ years: 0 })).toEqual({ ok: false, reason: 'yearsOutOfRange' });
    expect(with_({ priceLevelYear: Number.NaN })).toEqual({ ok: false, reason: 'yearsOutOfRange' });
    expect(with_({ discountRate: -100 })).toEqual({ ok: false, reason: 'rateOutOfRange' });
    expect(with_({ discountRate: Number.NaN })).toEqual({ ok: false, reason: 'rateOutOfRange' });
    expect(with_({ costs: [{ kind: 'oneOff', kronor: [1, 2, 3] }] })).toEqual({
      ok: false,
      reason: 'wrongNumberOfYears',
      line: { list: 'costs', index: 0, year: null },
    });
    expect(with_({ benefits: [{ colour: 'red' }, { colour: 'yellow', hours: [0, 1, Number.NaN, 2] }] })).toEqual({
      ok: false,
      reason: 'amountMissing',
      line: { list: 'benefits', index: 1, year: 2027 },
    });
    expect(with_({ financing: [{ kronor: [0, 0, 0, -1] }] })).toEqual({
      ok: false,
      reason: 'negativeAmount',
      line: { list: 'financing', index: 0, year: 2028 },
    });
  });

  const kronor = fc.integer({ min: 0, max: 50_000_000 });
  const nets = fc.array(fc.integer({ min: -9_000_000, max: 9_000_000 }), { minLength: 1, maxLength: 10 });

  test('has the plain sum as its net present value when the rate is 0, and then the same payback discounted or not', () => {
    fc.assert(
      fc.property(nets, (net) => {
        const economy = computed(withNet(net, 0));
        expect(economy.netPresentValue).toBe(economy.net);
        expect(economy.net).toBe(net.reduce((sum, amount) => sum + amount, 0));
        expect(economy.discountedPayback).toEqual(economy.payback);
      }),
    );
  });

  test('is worth less the higher the rate, and is paid back no sooner, when the costs come first', () => {
    const rate = fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(kronor, fc.array(kronor, { maxLength: 9 }), rate, rate, (cost, savings, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((r) =>
          computed(withNet([-cost, ...savings], r)),
        );
        expect(high!.netPresentValue).toBeLessThanOrEqual(low!.netPresentValue + 1e-6);
        const years = ({ discountedPayback: back }: Computed) => {
          if (back.ok) return back.years;
          return back.reason === 'nothingToPayBack' ? 0 : Number.POSITIVE_INFINITY;
        };
        expect(years(high!)).toBeGreaterThanOrEqual(years(low!));
      }),
    );
  });

  test('adds up: the last cumulated is the net, and what two proposals are worth together is the sum of each', () => {
    fc.assert(
      fc.property(nets, (net) => {
        const economy = computed(withNet(net));
        const twice = computed({
          ...withNet(net),
          costs: [...withNet(net).costs, ...withNet(net).costs],
          benefits: [...withNet(net).benefits, ...withNet(net).benefits],
        });
        expect(economy.saving - economy.cost).toBe(economy.net);
        expect(twice.netPresentValue).toBeCloseTo(2 * economy.netPresentValue, 5);
      }),
    );
  });
});

describe('kronor split by shares', () => {
  test('always sum to the whole, in whole kronor at most one from the exact share', () => {
    expect(splitKronor(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitKronor(1, [0, 0.2, 0.8])).toEqual([0, 0, 1]);
    const shares = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((share) => share > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), shares, (whole, list) => {
        const parts = splitKronor(whole, list);
        const sum = list.reduce((total, share) => total + share, 0);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(whole);
        parts.forEach((part, i) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (whole * list[i]!) / sum)).toBeLessThan(1.000001);
        });
      }),
    );
  });

  test('give a year with a balanced financing', () => {
    const cost = [1_000_001, 333_333, 7];
    const parts = cost.map((amount) => splitKronor(amount, [60, 30, 10]));
    const economy = computed({
      ...withNet(cost.map((amount) => -amount)),
      financing: [0, 1, 2].map((source) => ({ kronor: parts.map((part) => part[source]!) })),
    });
    expect(economy.financing.balanced).toBe(true);
  });

  test('throw on shares that say nothing', () => {
    expect(() => splitKronor(10, [0, 0])).toThrow('shares');
    expect(() => splitKronor(10, [-1, 2])).toThrow('shares');
    expect(() => splitKronor(0.5, [1])).toThrow('whole kronor');
  });
});
