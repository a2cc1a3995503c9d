import { costDeviation } from './expected-cost.ts';
import type { At, Model } from './model.ts';
import { uniformStream } from './random.ts';

const clampShare = (value: number): number => Math.max(0, Math.min(100, value));

/** Three in four municipalities run a school of their own; for the others every figure of own schools is not applicable. */
export function upperSecondarySchool(model: Model): void {
  const { municipalities, price } = model;
  const inhabitants = model.get('N01951');
  const ages = model.get('N01954');
  const trait = (u: number) => municipalities[u]!;
  const noise = (name: string, staying?: number) => model.noise(`upper secondary ${name}`, staying);
  const chance = uniformStream(model.seed, 'own upper secondary school');
  const owns = municipalities.map(
    ({ inhabitants: size }) => chance() < 1 / (1 + Math.exp(-(Math.log(size) - Math.log(8_200)) * 2.2)),
  );
  const ifOwn =
    (at: At): At =>
    (u, t) =>
      owns[u] ? at(u, t) : Number.NaN;

  const pupils = model.set('N17800', 0, (u, t) => ages(u, t) * 0.77);
  const staying = noise('staying');
  const ownShare = model.set('N17895', 1, (u, t) =>
    owns[u] ? Math.max(8, Math.min(92, 50 + 7 * Math.log(trait(u).inhabitants / 15_000) + 12 * staying(u, t))) : 0,
  );
  model.set(
    'N17820',
    0,
    ifOwn((u, t) => pupils(u, t) * (ownShare(u, t) / 100) * 1.06),
  );
  const [n1, n2, n3, n4, n5] = ['teaching', 'premises', 'other', 'transport', 'teachers'].map((name) => noise(name));
  const smallness: At = (u) => Math.max(0, 1.1 - 0.35 * Math.log(trait(u).inhabitants / 6_000));
  const teaching = model.set(
    'N17010',
    0,
    ifOwn(
      (u, t) =>
        price[t]! *
        52_000 *
        Math.exp(0.14 * smallness(u, t) + 0.07 * trait(u).dearness.upperSecondarySchool + 0.06 * n1!(u, t)),
    ),
  );
  const premises = model.set(
    'N17008',
    0,
    ifOwn((u, t) => price[t]! * 17_800 * Math.exp(0.16 * smallness(u, t) + 0.19 * n2!(u, t))),
  );
  const other = model.set(
    'upperSecondaryOther',
    0,
    ifOwn((u, t) => price[t]! * 25_000 * Math.exp(0.14 * n3!(u, t))),
  );
  const cost = model.set(
    'N17007',
    0,
    ifOwn((u, t) => teaching(u, t) + premises(u, t) + other(u, t)),
  );
  const mix = noise('mix');
  model.set('N17801', 1, (u, t) => clampShare(29 + 3.5 * trait(u).rural + 3 * trait(u).burden + 2.5 * mix(u, t)));
  model.set('N17803', 1, (u, t) => clampShare(13 + 2.6 * trait(u).burden + 1.8 * n4!(u, t)));
  const vocational = model.get('N17801');
  model.set(
    'U17031',
    0,
    ifOwn((u, t) => cost(u, t) * (1 + (30 - vocational(u, t)) * 0.004)),
  );
  const bought: At = (u, t) => price[t]! * 104_000 * Math.exp(0.02 * trait(u).rural);
  const perPupil = model.set('N17005', 0, (u, t) => {
    const part = ownShare(u, t) / 100;
    return (
      (part > 0 ? part * cost(u, t) : 0) +
      (1 - part) * bought(u, t) +
      price[t]! * 4_000 * Math.exp(0.25 * trait(u).rural)
    );
  });
  model.set('U17025', 0, (u, t) => price[t]! * 3_900 * Math.exp(0.3 * trait(u).rural + 0.2 * n4!(u, t)));
  const net = model.set('U17023', 0, (u, t) => perPupil(u, t) * 0.955);
  const netPerInhabitant = model.set('N17014', 0, (u, t) => (net(u, t) * pupils(u, t)) / inhabitants(u, t));
  costDeviation(
    model,
    { reference: 'N17016', percent: 'N17001', millions: 'N17030' },
    netPerInhabitant,
    (u, t) => (ages(u, t) / inhabitants(u, t)) * (1 + 0.03 * trait(u).rural),
  );
  const reference = model.get('N17016');
  model.set('N17029', 0, (u, t) => (reference(u, t) * inhabitants(u, t)) / pupils(u, t));
  model.set(
    'N17817',
    1,
    ifOwn((u, t) => 12.3 - 1.1 * smallness(u, t) + 0.9 * n5!(u, t)),
  );

  const [d4, d3, da, dv, g] = ['four years', 'three years', 'academic', 'vocational', 'grades'].map((name) =>
    noise(name, 0.6),
  );
  const quality: At = (u) => trait(u).quality.upperSecondarySchool;
  const deviation = model.set(
    'U17449',
    1,
    ifOwn((u, t) => 2.2 * quality(u, t) + 4.6 * d4!(u, t)),
  );
  const deviation3 = model.set(
    'U17448',
    1,
    ifOwn((u, t) => 0.8 * deviation(u, t) + 2.8 * d3!(u, t)),
  );
  const expected: At = (u, t) => 69 + 0.25 * t - 3.6 * trait(u).burden;
  const four = model.set(
    'N17467',
    1,
    ifOwn((u, t) => clampShare(expected(u, t) + deviation(u, t))),
  );
  model.set('N17461', 1, (u, t) => clampShare(expected(u, t) + 2 + (owns[u] ? deviation(u, t) * 0.6 : 3 * d4!(u, t))));
  model.set(
    'N17459',
    1,
    ifOwn((u, t) => clampShare(four(u, t) + 6.4)),
  );
  model.set('N17457', 1, (u, t) => clampShare(model.get('N17461')(u, t) + 6.1));
  const three = model.set(
    'N17451',
    1,
    ifOwn((u, t) => clampShare(expected(u, t) - 5.2 + deviation3(u, t))),
  );
  model.set('N17445', 1, (u, t) =>
    clampShare(expected(u, t) - 2.8 + (owns[u] ? deviation3(u, t) * 0.6 : 3.4 * d3!(u, t))),
  );
  model.set(
    'N17444',
    1,
    ifOwn((u, t) => clampShare(three(u, t) + 5.6)),
  );
  model.set(
    'N17452',
    1,
    ifOwn((u, t) => clampShare(three(u, t) + 18 + 3 * da!(u, t))),
  );
  model.set(
    'N17453',
    1,
    ifOwn((u, t) => clampShare(three(u, t) + 13 + 4 * dv!(u, t))),
  );
  model.set(
    'N17691',
    1,
    ifOwn((u, t) => 13.9 + 0.02 * t - 0.22 * trait(u).burden + 0.12 * quality(u, t) + 0.3 * g!(u, t)),
  );
}
