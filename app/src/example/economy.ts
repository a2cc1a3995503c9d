import type { At, Model } from './model.ts';

/** The accounts: what the areas cost, what it is paid with, and what stands in the balance sheet. */
export function economy(model: Model): void {
  const { municipalities, price, years } = model;
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`economy ${name}`, staying);
  const sumOf = (...names: string[]): At => {
    const parts = names.map((name) => model.get(name));
    return (u, t) => parts.reduce((sum, part) => sum + part(u, t), 0);
  };

  const education = model.set(
    'N10038',
    0,
    (u, t) => sumOf('N11031', 'afterSchoolNet', 'N15028', 'N17014')(u, t) + price[t]! * 900,
  );
  model.set('N10037', 0, (u, t) => education(u, t) * 1.118);
  const other = noise('other');
  const net = model.set(
    'N00096',
    0,
    (u, t) =>
      education(u, t) +
      sumOf('N20014', 'N28016', 'N25021', 'N30005')(u, t) +
      price[t]! * 8_600 * Math.exp(0.06 * trait(u).rural + 0.1 * other(u, t)),
  );
  const cost = model.set('N00095', 0, (u, t) => net(u, t) * (1.166 + 0.012 * other(u, t)));
  model.set('N03067', 0, (u, t) => net(u, t) * 1.006);
  model.set('N03066', 0, (u, t) => cost(u, t) * 1.037);
  const areas = [
    ['N11031', 'N11025'],
    ['afterSchoolNet', 'N13021'],
    ['N15028', 'N15018'],
    ['N17014', 'N17016'],
    ['N20014', 'N20016'],
    ['N30005', 'N30007'],
  ] as const;
  const real = sumOf(...areas.map(([each]) => each));
  const expected = sumOf(...areas.map(([, each]) => each));
  model.set('N00097', 2, (u, t) => (real(u, t) / expected(u, t) - 1) * 100);

  // Income statement: net cost, taxes, grants and the result add up.
  const [r1, r2, b1, b2, b3, b4, b5, b6, b7, b8] = Array.from({ length: 10 }, (_, i) => noise(`account ${i}`));
  const netCost = model.set('N03011', 0, (u, t) => -net(u, t) * 1.012);
  const depreciation = model.set('N03012', 0, (u, t) => -price[t]! * 2_350 * Math.exp(0.24 * b1!(u, t)));
  const income = model.set('N03014', 0, (u, t) => cost(u, t) * 0.218 * Math.exp(0.12 * b2!(u, t)));
  model.set('N03013', 0, (u, t) => netCost(u, t) - income(u, t) - depreciation(u, t));
  const rate = model.set(
    'N00901',
    2,
    (u, t) => 21.55 + 0.02 * t + 0.35 * trait(u).rural + 0.4 * trait(u).burden + 0.5 * b3!(u, t),
  );
  const base = model.set(
    'N00903',
    0,
    (u, t) => price[t]! * 168_000 * Math.exp(-0.055 * trait(u).rural - 0.075 * trait(u).burden + 0.05 * b4!(u, t)),
  );
  const taxes = model.set('N03010', 0, (u, t) => ((base(u, t) * rate(u, t)) / 100) * 1.02);
  const financial = model.set('N03108', 0, (u, t) => 190 + 420 * b5!(u, t) + (years[t] === 2021 ? 350 : 0));
  const good = [2.4, 2.1, 2.6, 3.4, 2.5, 1.6, 1.9, 4.1, 5.2, 3.6, 1.2, 0.6];
  const share = model.set('N03102', 2, (u, t) => (good[t] ?? 2) + 1.1 * r1!(u, t) + 1.2 * noise0(r2!, u, t));
  const funds: At = (u, t) => (-netCost(u, t) - financial(u, t)) / (1 - share(u, t) / 100);
  model.set('N03009', 0, (u, t) => funds(u, t) - taxes(u, t));
  const result = model.set('N03007', 0, (u, t) => (funds(u, t) * share(u, t)) / 100);
  model.set('N03107', 0, result);
  model.set('N03008', 0, () => 0);

  const balance = (group: boolean, ids: readonly string[]): { assets: At; debt: At; equity: At } => {
    const scale = group ? 1.62 : 1;
    const [fixed, financialAssets, current, total, pensions, provisions, long, short, debts, equity] = ids;
    const [a, d] = [noise(`assets ${scale}`, 0.99), noise(`debt ${scale}`, 0.98)];
    const one = model.set(fixed!, 0, (u, t) => scale * price[t]! * 43_000 * Math.exp(0.3 * a(u, t)));
    const two = model.set(
      financialAssets!,
      0,
      (u, t) => (group ? 1_500 : 6_400) * price[t]! * Math.exp(0.5 * b6!(u, t)),
    );
    const three = model.set(current!, 0, (u, t) => scale * price[t]! * 14_200 * Math.exp(0.28 * b7!(u, t)));
    const assets = model.set(total!, 0, (u, t) => one(u, t) + two(u, t) + three(u, t));
    const drawn = (u: number, t: number) => Math.max(0.2, Math.min(0.88, (group ? 0.62 : 0.5) + 0.13 * d(u, t)));
    const pension = pensions
      ? model.set(pensions, 0, (u, t) => price[t]! * 2_700 * Math.exp(0.35 * b8!(u, t)))
      : () => 0;
    const provision = model.set(
      provisions!,
      0,
      (u, t) => price[t]! * (group ? 5_200 : 750) * Math.exp(0.4 * b8!(u, t)),
    );
    const brief = model.set(short!, 0, (u, t) => scale * price[t]! * 11_000 * Math.exp(0.15 * b1!(u, t)));
    const lasting = model.set(long!, 0, (u, t) =>
      Math.max(0, assets(u, t) * drawn(u, t) - pension(u, t) - provision(u, t) - brief(u, t)),
    );
    const debt = model.set(debts!, 0, (u, t) => pension(u, t) + provision(u, t) + brief(u, t) + lasting(u, t));
    return { assets, debt, equity: model.set(equity!, 0, (u, t) => assets(u, t) - debt(u, t)) };
  };
  const commitments: At = (u, t) => 15_500 - 620 * t + 900 * b8!(u, t);
  const own = balance(false, [
    'N03041',
    'N03042',
    'N03043',
    'N03039',
    'N03044',
    'N03045',
    'N03046',
    'N03047',
    'N03125',
    'N03036',
  ]);
  model.set('N03002', 1, (u, t) => ((own.equity(u, t) - commitments(u, t)) / own.assets(u, t)) * 100);
  const group = balance(true, [
    'N03051',
    'N03052',
    'N03053',
    'N03049',
    '',
    'N03054',
    'N03055',
    'N03056',
    'N03126',
    'N03038',
  ]);
  model.set('N03034', 1, (u, t) => ((group.equity(u, t) - commitments(u, t)) / group.assets(u, t)) * 100);

  // The group: the municipality and its companies.
  const groupResult = model.set('N03035', 0, (u, t) => result(u, t) + 700 + 420 * b6!(u, t));
  model.set('N03111', 0, groupResult);
  model.set('N03057', 0, () => 0);
  const groupFunds = model.set('N03060', 0, funds);
  model.set('N03112', 2, (u, t) => (groupResult(u, t) / groupFunds(u, t)) * 100);
  const groupNet = model.set('N03058', 0, (u, t) => netCost(u, t) * 0.975);
  const groupDepreciation = model.set('N03063', 0, (u, t) => depreciation(u, t) * 1.8);
  const groupIncome = model.set('N03061', 0, (u, t) => income(u, t) * 1.68);
  model.set('N03062', 0, (u, t) => groupNet(u, t) - groupIncome(u, t) - groupDepreciation(u, t));
  model.set('N03059', 0, (u, t) => financial(u, t) - 480);
}

/** Results swing from year to year more than other figures. */
function noise0(noise: At, u: number, t: number): number {
  return noise(u, t) - (t > 0 ? 0.6 * noise(u, t - 1) : 0);
}
