import type { Model } from './model.ts';

/** Sick leave with the years of the pandemic in it, staff and their engagement. */
export function staff(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`staff ${name}`, staying);
  const [n1, n2, n3, n4, n5] = Array.from({ length: 5 }, (_, i) => noise(`level ${i}`, 0.75));
  const bySickYear = [5.9, 6.3, 6.8, 6.9, 6.7, 6.5, 6.4, 7.9, 7.6, 8.1, 7.2, 7];
  const sick = model.set('N00090', 1, (u, t) =>
    Math.max(3.4, (bySickYear[t] ?? 7) + 0.12 * trait(u).burden - 0.22 * trait(u).quality.staff + 0.72 * n1!(u, t)),
  );
  model.set('N00091', 1, (u, t) => Math.max(12, 39 + 1.6 * (sick(u, t) - 7) + 5 * n2!(u, t)));
  model.set('N00092', 1, (u, t) => sick(u, t) * 0.86);
  model.set('N00093', 1, (u, t) => sick(u, t) * 0.95);
  model.set('N00094', 1, (u, t) => sick(u, t) * 1.09);
  const employed = model.set(
    'N00098',
    0,
    (u, t) => inhabitants(u, t) * 0.0745 * Math.exp(0.06 * trait(u).rural + 0.06 * n3!(u, t)),
  );
  const care = model.set('N20041', 0, (u, t) => employed(u, t) * 0.36 * Math.exp(0.05 * n4!(u, t)));
  model.set('N00080', 0, (u, t) => employed(u, t) * 0.018 * Math.exp(0.3 * n4!(u, t)));
  model.set('N00078', 0, (u, t) => employed(u, t) * 0.016 * Math.exp(0.28 * n5!(u, t)));
  model.set('N00079', 0, (u, t) => employed(u, t) * 0.041 * Math.exp(0.18 * n5!(u, t)));
  model.set('N00003', 0, (u, t) => (employed(u, t) / inhabitants(u, t)) * 545_000 * price[t]!);
  const hourly = model.set('N20205', 1, (u, t) => Math.max(3, 13.2 + 0.55 * (sick(u, t) - 7) + 2.4 * n5!(u, t)));
  model.set(
    'N00205',
    1,
    (u, t) => (hourly(u, t) * care(u, t) * 1.1 + 5.2 * (employed(u, t) - care(u, t))) / employed(u, t),
  );
}
