import { costDeviation } from './expected-cost.ts';
import type { Model } from './model.ts';

export function preschool(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const oneToFive = model.get('N01926');
  const trait = (u: number) => municipalities[u]!;

  const [n1, n2, n3, n4, n5, n6, n7, n8] = Array.from({ length: 8 }, (_, i) => model.noise(`preschool ${i}`));
  const enrolled = model.set('N11800', 1, (u, t) =>
    Math.min(98, 84.5 + 0.35 * t - 1.6 * trait(u).rural - 1.4 * trait(u).burden + 2.6 * n1!(u, t)),
  );
  model.set('N11820', 1, (u, t) => Math.min(95, enrolled(u, t) - 15.5 + 2 * n2!(u, t)));
  const children = model.set('N11807', 0, (u, t) => (oneToFive(u, t) * enrolled(u, t)) / 100);
  const privateShare = model.set('N11710', 1, (u, t) =>
    Math.max(0, 15 - 7 * trait(u).rural + 5 * Math.log(trait(u).inhabitants / 15_000) + 5 * n3!(u, t)),
  );
  const own = model.set('N11730', 0, (u, t) => children(u, t) * (1 - privateShare(u, t) / 100));

  const target = model.set(
    'childrenPerStaff',
    2,
    (u, t) => 5.32 - 0.02 * t + 0.36 * n4!(u, t) - 0.1 * trait(u).quality.preschool,
  );
  const staff = model.set('N11104', 0, (u, t) => Math.max(4, own(u, t) / target(u, t)));
  const density = model.set('N11010', 3, (u, t) => own(u, t) / staff(u, t));
  const privateStaff = model.set('N11105', 0, (u, t) =>
    Math.max(0, (children(u, t) - own(u, t)) / (density(u, t) - 0.1)),
  );
  const allStaff = model.set('N11103', 0, (u, t) => staff(u, t) + privateStaff(u, t));
  model.set('N11102', 2, (u, t) => children(u, t) / allStaff(u, t));
  model.set('N11011', 2, (u, t) =>
    privateStaff(u, t) > 0 ? (children(u, t) - own(u, t)) / privateStaff(u, t) : Number.NaN,
  );

  const staffCost = model.set(
    'N11034',
    0,
    (u, t) =>
      price[t]! *
      97_500 *
      (5.3 / density(u, t)) ** 0.8 *
      Math.exp(0.03 * trait(u).dearness.preschool + 0.025 * n5!(u, t)),
  );
  const premises = model.set(
    'N11033',
    0,
    (u, t) => price[t]! * 18_200 * Math.exp(0.24 * n6!(u, t) - 0.04 * trait(u).rural),
  );
  model.set('N11020', 0, (u, t) => premises(u, t) * 0.965);
  const cost = model.set(
    'N11032',
    0,
    (u, t) =>
      staffCost(u, t) +
      premises(u, t) +
      price[t]! * 13_900 * Math.exp(0.18 * n7!(u, t) + 0.08 * trait(u).dearness.preschool),
  );
  model.set('N11009', 1, (u, t) => (staffCost(u, t) / cost(u, t)) * 100);
  const perChild = model.set('N11008', 0, (u, t) => cost(u, t) * (1 - 0.0011 * privateShare(u, t)));
  const net = model.set('N11037', 0, (u, t) => perChild(u, t) * 0.912);
  model.set('N11006', 0, (u, t) => (perChild(u, t) * children(u, t)) / inhabitants(u, t));
  model.set('N11007', 0, (u, t) => (perChild(u, t) * children(u, t)) / oneToFive(u, t));
  const open = model.set('N11005', 0, (u, t) => Math.max(0, price[t]! * (38 - 14 * trait(u).rural + 26 * n8!(u, t))));
  const netPerInhabitant = model.set(
    'N11031',
    0,
    (u, t) => (net(u, t) * children(u, t)) / inhabitants(u, t) + open(u, t),
  );
  costDeviation(
    model,
    { reference: 'N11025', percent: 'N11024', millions: 'N11038' },
    netPerInhabitant,
    (u, t) => (oneToFive(u, t) / inhabitants(u, t)) * (1 - 0.02 * trait(u).rural - 0.015 * trait(u).burden),
  );

  const [q1, q2, q3, q4] = Array.from({ length: 4 }, (_, i) => model.noise(`preschool quality ${i}`));
  const licensed = model.set('N11810', 1, (u, t) =>
    Math.min(80, Math.max(12, 41 - 0.3 * t + 5.5 * trait(u).quality.preschool + 2 * trait(u).rural + 6 * q1!(u, t))),
  );
  model.set('N11808', 1, (u, t) => licensed(u, t) * (1 - 0.0016 * privateShare(u, t)));
  model.set('N11043', 1, (u, t) => licensed(u, t) + 1.6 + 0.5 * q2!(u, t));
  model.set('N11023', 1, (u, t) => licensed(u, t) + 4.2 + 1.2 * q3!(u, t));
  model.set('N11813', 2, (u, t) => density(u, t) / (licensed(u, t) / 100));
  const group = model.set('N11703', 1, (u, t) => 16.3 - 0.15 * t + 1.5 * q4!(u, t));
  model.set('N11046', 1, (u, t) => group(u, t) - 3.1);
}
