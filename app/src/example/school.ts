import { costDeviation } from './expected-cost.ts';
import type { At, Model } from './model.ts';

const clampShare = (value: number): number => Math.max(0, Math.min(100, value));

export function compulsorySchool(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const sixToFifteen = model.get('N01953');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`school ${name}`, staying);

  const pupils = model.set('N15835', 0, (u, t) => sixToFifteen(u, t) * 0.982);
  const firstClass = model.set('N15828', 0, (u, t) => pupils(u, t) * 0.099);
  const oneToNine = model.set('N15829', 0, (u, t) => pupils(u, t) - firstClass(u, t));
  const elsewhere = noise('elsewhere');
  const ownShare = model.set('ownSchoolShare', 3, (u, t) =>
    Math.max(0.55, Math.min(1, 0.9 + 0.06 * trait(u).rural + 0.05 * elsewhere(u, t))),
  );
  const ownFirst = model.set('N11805', 0, (u, t) => firstClass(u, t) * ownShare(u, t));
  const own = model.set('N15809', 0, (u, t) => oneToNine(u, t) * ownShare(u, t));
  const ownAll = model.set('N15833', 0, (u, t) => ownFirst(u, t) + own(u, t));
  const size = noise('size');
  model.set(
    'N15752',
    0,
    (u, t) => 210 * Math.exp(0.16 * Math.log(trait(u).inhabitants / 15_000) - 0.22 * trait(u).rural + 0.2 * size(u, t)),
  );

  const part = (kpi: string, level: number, spread: number, byRural: number, byDearness: number): At => {
    const own = noise(kpi);
    return model.set(kpi, 0, (u, t) => {
      const { rural, dearness } = trait(u);
      return (
        price[t]! * level * Math.exp(byRural * rural + byDearness * dearness.compulsorySchool + spread * own(u, t))
      );
    });
  };
  const parts = [
    part('N15011', 51_500, 0.035, 0.05, 0.045),
    part('N15009', 16_900, 0.17, 0.02, 0.05),
    part('N15013', 6_100, 0.11, 0.06, 0.03),
    part('N15012', 3_600, 0.2, 0, 0.04),
    part('N15014', 2_900, 0.16, -0.02, 0),
    part('N15010', 8_800, 0.18, 0.02, 0.06),
  ];
  const cost = model.set('N15008', 0, (u, t) => parts.reduce((sum, each) => sum + each(u, t), 0));
  const first = part('N15053', 52_000, 0.14, 0.03, 0.05);
  const firstPremises = model.set('N15054', 0, (u, t) => first(u, t) * 0.19);
  model.set('N15005', 0, (u, t) => first(u, t) * 1.01);
  const all = model.set('N15060', 0, (u, t) => (cost(u, t) * own(u, t) + first(u, t) * ownFirst(u, t)) / ownAll(u, t));
  model.set('N15061', 0, (u, t) => (parts[1]!(u, t) * own(u, t) + firstPremises(u, t) * ownFirst(u, t)) / ownAll(u, t));
  const transport = part('U15015', 3_300, 0.3, 0.5, 0);
  const home = model.set('N15027', 0, (u, t) => all(u, t) * (0.97 + 0.03 * ownShare(u, t)) + transport(u, t) * 0.9);
  model.set('N15006', 0, (u, t) => home(u, t) * 1.045);
  const net = model.set('U15011', 0, (u, t) => home(u, t) * 0.898);
  const netPerInhabitant = model.set('N15028', 0, (u, t) => (net(u, t) * pupils(u, t)) / inhabitants(u, t));
  costDeviation(
    model,
    { reference: 'N15018', percent: 'N15001', millions: 'N15045' },
    netPerInhabitant,
    (u, t) => (sixToFifteen(u, t) / inhabitants(u, t)) * (1 + 0.035 * trait(u).rural + 0.02 * trait(u).burden),
  );
  const reference = model.get('N15018');
  model.set('N15058', 0, (u, t) => (reference(u, t) * inhabitants(u, t)) / pupils(u, t));
  const perChild: At = (u, t) => (reference(u, t) * inhabitants(u, t)) / sixToFifteen(u, t);
  const country = model.countryRatio(perChild, () => 1, sixToFifteen);
  model.set('U15049', 0, (u, t) => all(u, t) * 0.93 * (country(t) / perChild(u, t)));
  const teachers = noise('teachers');
  model.set(
    'N15034',
    1,
    (u, t) => 12.2 - 0.7 * trait(u).rural - 0.3 * trait(u).dearness.compulsorySchool + 0.6 * teachers(u, t),
  );

  const [m, p, e, y] = ['merit', 'passing', 'eligible', 'year six'].map((name) => noise(name, 0.55));
  const merit = model.set('meritDeviation', 1, (u, t) => 3.6 * trait(u).quality.compulsorySchool + 7.5 * m!(u, t));
  model.set('U15459', 1, merit);
  const expected: At = (u, t) => 219 + 0.9 * t - 9 * trait(u).burden - 1.5 * trait(u).rural;
  model.set('N15505', 1, (u, t) => expected(u, t) + merit(u, t));
  model.set('N15507', 1, (u, t) => expected(u, t) + merit(u, t) * 0.9 + 1.5);
  model.set('N15567', 1, (u, t) => expected(u, t) + merit(u, t) + 4.4);
  const passing = model.set('U15457', 1, (u, t) => 0.38 * merit(u, t) + 3.6 * p!(u, t));
  model.set('N15419', 1, (u, t) => clampShare(74 - 4.6 * trait(u).burden + passing(u, t)));
  model.set('N15508', 1, (u, t) => clampShare(74.8 - 4.6 * trait(u).burden + passing(u, t) * 0.9));
  model.set('N15561', 1, (u, t) => clampShare(76.4 - 4.2 * trait(u).burden + passing(u, t)));
  const eligible = model.set('U15461', 1, (u, t) => 0.2 * merit(u, t) + 2.3 * e!(u, t));
  model.set('N15436', 1, (u, t) => clampShare(84.6 - 3 * trait(u).burden + eligible(u, t)));
  model.set('N15428', 1, (u, t) => clampShare(85.2 - 3 * trait(u).burden + eligible(u, t) * 0.9));
  model.set('N15564', 1, (u, t) => clampShare(86.9 - 2.7 * trait(u).burden + eligible(u, t)));
  model.set('N15540', 1, (u, t) =>
    clampShare(75 - 4.2 * trait(u).burden + 1.6 * trait(u).quality.compulsorySchool + 4.4 * y!(u, t)),
  );
}

export function afterSchool(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const ages = model.get('inhabitants6to12');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string) => model.noise(`after school ${name}`);
  const [n1, n2, n3, n4] = ['enrolled', 'density', 'premises', 'other'].map(noise);
  const enrolled = model.set('N13800', 1, (u, t) => 53 - 5.5 * trait(u).rural - 3 * trait(u).burden + 4 * n1!(u, t));
  const children = model.set('N13801', 0, (u, t) => (ages(u, t) * enrolled(u, t)) / 100);
  const density = model.set('N13014', 1, (u, t) => Math.max(11, 20.6 - 1.2 * trait(u).rural + 2.7 * n2!(u, t)));
  model.set('N13805', 1, (u, t) => density(u, t) + 0.2);
  const staff = model.set(
    'N13030',
    0,
    (u, t) => price[t]! * 23_400 * (20 / density(u, t)) ** 0.55 * Math.exp(0.07 * trait(u).dearness.afterSchool),
  );
  const premises = model.set('N13029', 0, (u, t) => price[t]! * 4_900 * Math.exp(0.33 * n3!(u, t)));
  const other = model.set('N13031', 0, (u, t) => price[t]! * 4_400 * Math.exp(0.28 * n4!(u, t)));
  const cost = model.set('N13028', 0, (u, t) => staff(u, t) + premises(u, t) + other(u, t));
  const perChild = model.set('N13008', 0, (u, t) => cost(u, t) * 0.992);
  model.set('N13007', 0, (u, t) => (perChild(u, t) * children(u, t)) / ages(u, t));
  const net = model.set(
    'afterSchoolNet',
    0,
    (u, t) => (perChild(u, t) * 0.8 * children(u, t)) / inhabitants(u, t) + price[t]! * 60,
  );
  costDeviation(
    model,
    { reference: 'N13021', percent: 'N13020', millions: 'N13032' },
    net,
    (u, t) => (ages(u, t) / inhabitants(u, t)) * Math.exp(-0.07 * trait(u).rural - 0.04 * trait(u).burden),
  );
}
