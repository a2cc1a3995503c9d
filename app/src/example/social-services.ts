import { costDeviation } from './expected-cost.ts';
import type { At, Model } from './model.ts';

const ageShares: readonly (readonly [string, number])[] = [
  ['N31870', 34],
  ['N31871', 5],
  ['N31872', 10],
  ['N31873', 7.2],
  ['N31874', 7.8],
  ['N31875', 7.2],
  ['N31876', 6.6],
  ['N31877', 6],
  ['N31878', 5.3],
  ['N31879', 4.8],
  ['N31880', 3.6],
  ['N31881', 2.5],
];
const householdShares: readonly (readonly [string, number])[] = [
  ['N31886', 36],
  ['N31887', 3],
  ['N31888', 24],
  ['N31889', 15.5],
  ['N31890', 4.5],
  ['N31891', 15.5],
];

export function socialServices(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const young = model.get('inhabitants0to20');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`social ${name}`, staying);
  const [n1, n2, n3, n4, n5, n6] = Array.from({ length: 6 }, (_, i) => noise(`level ${i}`));

  // Income support. Fewer households each year since 2016.
  const burden: At = (u, t) => 0.38 * trait(u).burden + 0.24 * n1!(u, t) - 0.022 * t;
  const households = model.set('N31910', 0, (u, t) =>
    Math.max(12, inhabitants(u, t) * 0.0215 * Math.exp(burden(u, t))),
  );
  const perHousehold = model.set(
    'N31849',
    0,
    (u, t) => 43_500 * (1 + 0.026 * t) * Math.exp(0.06 * trait(u).dearness.socialAssistance + 0.1 * n2!(u, t)),
  );
  model.set('N31006', 0, (u, t) => perHousehold(u, t) * 0.985);
  const paid = model.set('U31001', 0, (u, t) => (perHousehold(u, t) * households(u, t)) / inhabitants(u, t));
  model.set('N31004', 0, (u, t) => paid(u, t) * 0.91);
  model.set('N31857', 0, (u, t) => (perHousehold(u, t) * households(u, t)) / 1_000);
  const recipients = model.set('N31848', 0, (u, t) => households(u, t) * (1.78 + 0.08 * n3!(u, t)));
  model.set('N31807', 2, (u, t) => (recipients(u, t) / inhabitants(u, t)) * 100);
  model.set('N31869', 0, (u, t) => recipients(u, t) * 0.58);
  const handling = model.set(
    'N31003',
    0,
    (u, t) =>
      price[t]! * 275 * Math.exp(0.16 * trait(u).burden + 0.1 * trait(u).dearness.socialAssistance + 0.16 * n4!(u, t)),
  );
  const cost = model.set('N31001', 0, (u, t) => paid(u, t) * 0.94 + handling(u, t));
  const net = model.set('N31008', 0, (u, t) => cost(u, t) * 0.945);
  const expected: At = (u, t) => Math.exp(0.33 * trait(u).burden - 0.01 * t);
  const level = model.countryRatio(net, expected, inhabitants);
  const modelled = model.set('U31004', 0, (u, t) => expected(u, t) * level(t));
  const country = model.countryRatio(net, () => 1, inhabitants);
  model.set('U31003', 0, (u, t) => (net(u, t) / modelled(u, t)) * country(t));

  // Child welfare, addiction care and the whole.
  const child = model.set(
    'N33001',
    0,
    (u, t) =>
      price[t]! *
      1_720 *
      Math.exp(0.17 * trait(u).burden + 0.1 * trait(u).dearness.socialAssistance + 0.17 * n5!(u, t)),
  );
  const perYoung = model.set('N33006', 0, (u, t) => (child(u, t) * inhabitants(u, t)) / young(u, t));
  const mix = noise('mix', 0.7);
  const homes = model.set('N33002', 0, (u, t) => perYoung(u, t) * Math.max(0.08, 0.31 + 0.08 * mix(u, t)));
  const foster = model.set('N33004', 0, (u, t) => perYoung(u, t) * Math.max(0.1, 0.36 - 0.05 * mix(u, t)));
  model.set('N33021', 0, (u, t) => perYoung(u, t) - homes(u, t) - foster(u, t));
  model.set('N33818', 1, (u, t) => 9.2 * Math.exp(0.22 * trait(u).burden + 0.2 * n5!(u, t)));
  const addiction = model.set(
    'N35001',
    0,
    (u, t) => price[t]! * 520 * Math.exp(0.16 * trait(u).burden + 0.3 * n6!(u, t)),
  );
  model.set('N35024', 0, (u, t) => addiction(u, t) * 0.82);
  const whole = model.set('N30101', 0, (u, t) => cost(u, t) + child(u, t) + addiction(u, t) + price[t]! * 190);
  const wholeNet = model.set('N30005', 0, (u, t) => whole(u, t) * 0.93);
  costDeviation(model, { reference: 'N30007', percent: 'N30001', millions: 'N30026' }, wholeNet, (u) =>
    Math.exp(0.24 * trait(u).burden - 0.04 * trait(u).rural),
  );

  // Outcomes.
  const [o1, o2, o3, o4] = ['long', 'returning', 'waiting', 'young'].map((name) => noise(name, 0.75));
  const long = model.set('N31814', 1, (u, t) =>
    Math.max(8, 35 + 0.2 * t + 2.4 * trait(u).burden - 2.6 * trait(u).quality.socialAssistance + 5 * o1!(u, t)),
  );
  model.set('N31816', 2, (u, t) => (long(u, t) / 100) * ((recipients(u, t) * 0.66) / (inhabitants(u, t) * 0.79)) * 100);
  model.set('U31801', 1, (u, t) => Math.max(2, long(u, t) * 0.52 + 1.5 * o2!(u, t)));
  model.set('U31462', 0, (u, t) => Math.min(100, 80 + 2.6 * trait(u).quality.socialAssistance + 5 * o2!(u, t)));
  const waiting = model.set('U31402', 0, (u, t) =>
    Math.max(1, 14.5 * Math.exp(0.3 * o3!(u, t) - 0.1 * trait(u).quality.socialAssistance)),
  );
  model.set('U31463', 0, (u, t) => Math.max(0, Math.min(95, 38 + 3.1 * (waiting(u, t) - 14))));
  const share = model.get('N31807');
  model.set('U31803', 2, (u, t) => share(u, t) * 1.62);
  model.set('U31804', 2, (u, t) => share(u, t) * Math.exp(0.72 + 0.12 * o4!(u, t)));

  dividedInto(model, ageShares, 100);
  dividedInto(model, householdShares, 98.5);
}

/** Shares that add up to their sum, with a little more or less of each in every municipality. */
function dividedInto(model: Model, shares: readonly (readonly [string, number])[], sum: number): void {
  const drawn = shares.map(([kpi, share]) => {
    const own = model.noise(`share ${kpi}`, 0.8);
    return (u: number, t: number) => share * Math.exp(0.13 * own(u, t));
  });
  shares.forEach(([kpi], at) => {
    model.set(kpi, 2, (u, t) => (drawn[at]!(u, t) / drawn.reduce((total, each) => total + each(u, t), 0)) * sum);
  });
}
