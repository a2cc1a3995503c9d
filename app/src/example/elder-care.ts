import { costDeviation } from './expected-cost.ts';
import type { At, Model } from './model.ts';

export function elderCare(model: Model): void {
  const { municipalities, price, years } = model;
  const inhabitants = model.get('N01951');
  const aged80 = model.get('N01957');
  const aged65to79 = model.get('N01956');
  const aged65 = model.get('inhabitants65');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`elder care ${name}`, staying);

  // Home care.
  const [h1, h2, h3, h4, h5, h6] = [
    'home share',
    'hours',
    'home cost',
    'many hours',
    'old with home care',
    'user time',
  ].map((name) => noise(name));
  const atHome = model.set('N21701', 1, (u, t) =>
    Math.max(4, 8.3 - 0.04 * t + 0.5 * trait(u).burden + 1.35 * h1!(u, t)),
  );
  const homeUsers = model.set('N21702', 0, (u, t) => Math.max(20, (atHome(u, t) * aged65(u, t)) / 100));
  const old = model.set('N21704', 1, (u, t) => atHome(u, t) * 2.28 + 0.8 * h5!(u, t));
  const hours = model.set('N21826', 1, (u, t) => 33.5 * Math.exp(0.19 * h2!(u, t)));
  model.set('N21706', 1, (u, t) => Math.max(0.5, 4.1 + 0.11 * (hours(u, t) - 33) + 1.2 * h4!(u, t)));
  const perHomeUser = model.set(
    'N21006',
    0,
    (u, t) =>
      price[t]! *
      262_000 *
      (hours(u, t) / 33.5) ** 0.75 *
      Math.exp(0.06 * trait(u).dearness.elderCare + 0.03 * trait(u).rural + 0.07 * h3!(u, t)),
  );
  model.set('U21901', 1, (u, t) => 63 - 1.6 * trait(u).dearness.elderCare - 1.5 * trait(u).rural + 5.5 * h6!(u, t));
  const home = model.set('N21009', 0, (u, t) => (perHomeUser(u, t) * homeUsers(u, t)) / aged65(u, t));
  const of80 =
    (per65: At): At =>
    (u, t) =>
      (per65(u, t) * aged65(u, t)) / aged80(u, t);
  const home80 = model.set('N21024', 0, of80(home));

  // Short-term care, day care and the rest in ordinary homes.
  const perOld = (kpi: string, level: number, spread: number): At => {
    const own = noise(kpi);
    return model.set(
      kpi,
      0,
      (u, t) => price[t]! * level * Math.exp(spread * own(u, t) + 0.05 * trait(u).dearness.elderCare),
    );
  };
  const short = perOld('N21023', 11_200, 0.38);
  const day = perOld('N21025', 1_500, 0.6);
  const rest = perOld('N21026', 1_900, 0.7);
  model.set('N21021', 0, (u, t) => (short(u, t) * aged80(u, t)) / aged65(u, t));
  model.set('N21817', 2, (u, t) => (short(u, t) / (price[t]! * 11_200)) * 0.42);
  model.set('N21818', 2, (u, t) => (day(u, t) / (price[t]! * 1_500)) * 0.45);
  const ordinary = model.set('N21022', 0, (u, t) => home80(u, t) + short(u, t) + day(u, t) + rest(u, t));
  const open = perOld('N20049', 2_300, 0.5);

  // Residential care. Until 2023 the cost per user also counts other housing.
  const [r1, r2, r3, r4, r5] = ['residential share', 'residential cost', 'stay', 'bought', 'premises'].map((name) =>
    noise(name),
  );
  const share = model.set('shareInResidentialCare', 2, (u, t) =>
    Math.max(6, 13.2 - 0.18 * t + 0.4 * trait(u).rural + 1.7 * r1!(u, t)),
  );
  const users = model.set('N23805', 0, (u, t) =>
    Math.max(12, (share(u, t) / 100) * aged80(u, t) + 0.0085 * aged65to79(u, t)),
  );
  model.set('N23801', 1, (u, t) => share(u, t));
  model.set('N23890', 2, (u, t) => (users(u, t) / aged65(u, t)) * 100);
  model.set('N20892', 1, (u, t) => share(u, t) + old(u, t));
  model.set('N20891', 1, (u, t) => (users(u, t) / aged65(u, t)) * 100 + atHome(u, t));
  const perUser = model.set(
    'N23009',
    0,
    (u, t) =>
      price[t]! *
      742_000 *
      Math.exp(
        0.075 * trait(u).dearness.elderCare + 0.02 * trait(u).quality.elderCare - 0.025 * r1!(u, t) + 0.065 * r2!(u, t),
      ),
  );
  const product: At = (u, t) => (perUser(u, t) * users(u, t)) / aged80(u, t);
  const residential = model.set('N23006', 0, (u, t) => (years[t]! >= 2024 ? product(u, t) / 0.975 : product(u, t)));
  model.set('N23001', 0, (u, t) => (years[t]! >= 2024 ? product(u, t) : product(u, t) * 0.975));
  model.set('N23005', 0, (u, t) => (residential(u, t) * aged80(u, t)) / aged65(u, t));
  model.set('N23706', 0, (u, t) => 720 * Math.exp(0.16 * r3!(u, t)));
  const bought = model.set('N23804', 1, (u, t) => Math.max(0, 12 - 8 * trait(u).rural + 9 * r4!(u, t)));
  model.set('N20805', 1, (u, t) => bought(u, t) * 0.9 + 1.5);
  const premises = model.set(
    'N20058',
    0,
    (u, t) => price[t]! * 4_700 * Math.exp(0.2 * r5!(u, t) + 0.4 * Math.log(share(u, t) / 13)),
  );
  model.set('N20060', 0, (u, t) => premises(u, t) * 0.74);

  // The whole.
  const whole80 = model.set('N20048', 0, (u, t) => ordinary(u, t) + residential(u, t) + open(u, t));
  model.set('N20007', 0, (u, t) => (whole80(u, t) * aged80(u, t)) / aged65(u, t));
  const whole = model.set('N20043', 0, (u, t) => (whole80(u, t) * aged80(u, t)) / inhabitants(u, t));
  const net = model.set('N20014', 0, (u, t) => whole(u, t) * 0.951);
  model.set('N20050', 1, (u, t) => 73 + 2.2 * r4!(u, t));
  costDeviation(
    model,
    { reference: 'N20016', percent: 'N20900', millions: 'N20029' },
    net,
    (u, t) =>
      ((aged80(u, t) + 0.13 * aged65to79(u, t)) / inhabitants(u, t)) *
      (1 + 0.02 * trait(u).rural + 0.015 * trait(u).burden),
  );

  // What users say: one latent quality, and each question's own noise.
  const answer = (kpi: string, level: number, byQuality: number, spread: number): At => {
    const own = noise(kpi, 0.75);
    return model.set(kpi, 0, (u, t) =>
      Math.max(20, Math.min(100, level - 0.12 * t + byQuality * trait(u).quality.elderCare + spread * own(u, t))),
    );
  };
  const homeTreatment = answer('U21504', 96, 1, 1.7);
  model.set('U21466', 0, (u, t) => homeTreatment(u, t) - 20 + 0.5 * trait(u).quality.elderCare);
  answer('U21468', 89.5, 2, 3.3);
  answer('U21463', 86, 2, 3.4);
  answer('U21505', 87, 1.8, 3.2);
  answer('U23471', 81.5, 3, 4.6);
  const treatment = answer('U23520', 93, 1.4, 2.3);
  model.set('U23463', 0, (u, t) => Math.max(20, treatment(u, t) - 34 + trait(u).quality.elderCare));
  answer('U23461', 79, 2.4, 4.1);
  answer('U23470', 63, 3.2, 6.2);
  answer('U23467', 72, 2.6, 5.2);
  answer('U23521', 87, 2, 3.6);
  answer('U23465', 64, 2.4, 5.8);
  answer('U23475', 75, 2, 4.8);
  const [w1, w2, c1, e1] = ['waiting', 'long waiting', 'continuity', 'education'].map((name) => noise(name, 0.7));
  const waiting = model.set('U23401', 0, (u, t) =>
    Math.max(3, 40 * Math.exp(0.42 * w1!(u, t) - 0.1 * trait(u).quality.elderCare)),
  );
  model.set('U23431', 0, (u, t) => Math.max(0, Math.min(70, (waiting(u, t) - 18) * 0.38 + 4 * w2!(u, t))));
  model.set('U21401', 0, (u, t) => Math.max(6, 15.2 + 0.05 * t - 0.7 * trait(u).quality.elderCare + 1.9 * c1!(u, t)));
  model.set('U23495', 0, (u, t) => Math.min(100, 83 - 0.6 * t + 2 * trait(u).quality.elderCare + 6 * e1!(u, t)));
}
