import { costDeviation } from './expected-cost.ts';
import type { At, Model } from './model.ts';

export function disability(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`disability ${name}`, staying);
  const perTenThousand =
    (rate: At, least: number): At =>
    (u, t) =>
      Math.max(least, (rate(u, t) * inhabitants(u, t)) / 10_000);

  const [n1, n2, n3, n4, n5, n6, n7, n8] = Array.from({ length: 8 }, (_, i) => noise(`level ${i}`));
  const need: At = (u, t) => 0.1 * trait(u).burden + 0.16 * n1!(u, t) + 0.008 * t;
  const housed = model.set(
    'N28801',
    0,
    perTenThousand((u, t) => 27.5 * Math.exp(need(u, t) + 0.05 * n2!(u, t)), 3),
  );
  model.set('N28820', 2, (u, t) => (housed(u, t) / inhabitants(u, t)) * 10_000);
  const active = model.set(
    'N28804',
    0,
    perTenThousand((u, t) => 36 * Math.exp(0.9 * need(u, t) + 0.06 * n3!(u, t)), 3),
  );
  model.set('N28819', 2, (u, t) => (active(u, t) / inhabitants(u, t)) * 10_000);
  model.set('N28892', 2, (u, t) => 71 * Math.exp(0.95 * need(u, t) + 0.03 * n4!(u, t)));
  model.set('N28818', 2, (u, t) => 4.6 * Math.exp(0.24 * n5!(u, t)));

  const perResident = model.set(
    'N28013',
    0,
    (u, t) => price[t]! * 842_000 * Math.exp(0.085 * trait(u).dearness.lss + 0.08 * n6!(u, t)),
  );
  const housing = model.set('N28012', 0, (u, t) => (perResident(u, t) * housed(u, t)) / inhabitants(u, t));
  model.set('N28037', 0, (u, t) => perResident(u, t) * 0.805);
  const perParticipant = model.set(
    'N28015',
    0,
    (u, t) => price[t]! * 166_000 * Math.exp(0.11 * trait(u).dearness.lss + 0.17 * n7!(u, t)),
  );
  const activities = model.set('N28009', 0, (u, t) => (perParticipant(u, t) * active(u, t)) / inhabitants(u, t));
  const per = (kpi: string, level: number, spread: number): At => {
    const own = noise(kpi);
    return model.set(kpi, 0, (u, t) => price[t]! * level * Math.exp(spread * own(u, t) + 0.03 * trait(u).dearness.lss));
  };
  const assistance = per('N28008', 1_060, 0.3);
  const other = per('N28011', 390, 0.38);
  const whole = model.set('N25017', 0, (u, t) => housing(u, t) + activities(u, t) + assistance(u, t) + other(u, t));
  const net = model.set('N28016', 0, (u, t) => whole(u, t) * 0.945);
  costDeviation(
    model,
    { reference: 'N28026', percent: 'N28018', millions: 'N28021' },
    net,
    (u, t) => 0.62 * Math.exp(need(u, t)) + 0.38,
  );
  per('N25021', 1_080, 0.32);
  per('N25031', 310, 0.4);
  const sol = model.get('N25021');
  const elders = model.get('N20043');
  const both = model.set('N20001', 0, (u, t) => elders(u, t) + whole(u, t) + sol(u, t));
  model.set('N20011', 0, (u, t) => both(u, t) * 0.86);
  model.set('N28033', 0, (u, t) => price[t]! * 410 * Math.exp(0.6 * need(u, t) + 0.22 * n8!(u, t)));
  model.set('N28040', 3, (u, t) => 1 + 0.045 * n1!(u, t) + 0.01 * n8!(u, t));
  model.set('N28050', 1, (u, t) => 77 + 2.4 * n8!(u, t));

  const answer = (kpi: string, level: number, byQuality: number, spread: number): void => {
    const own = noise(kpi, 0.6);
    model.set(kpi, 0, (u, t) =>
      Math.max(25, Math.min(100, level + byQuality * trait(u).quality.lss + spread * own(u, t))),
    );
  };
  answer('U28663', 80, 3, 5.5);
  answer('U28567', 73, 3, 6.5);
  answer('U28570', 77, 2.6, 6);
  answer('U28563', 81, 2.6, 5.5);
  answer('U28561', 75, 2.6, 6.5);
  answer('U28538', 76, 2.6, 6);
  answer('U28532', 70, 2.6, 6.5);
  answer('U28619', 91, 1.8, 5);
  const [d1, d2] = [noise('decision', 0.6), noise('waiting', 0.6)];
  model.set('U28414', 0, (u, t) => Math.max(5, 47 * Math.exp(0.34 * d1!(u, t) - 0.08 * trait(u).quality.lss)));
  model.set('U28418', 0, (u, t) => Math.max(5, 140 * Math.exp(0.6 * d2!(u, t))));
}
