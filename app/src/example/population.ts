import type { Model } from './model.ts';

/** Inhabitants by age, as whole persons that add up. */
export function population(model: Model): void {
  const { municipalities } = model;
  const wobble = model.noise('population', 0.2);
  const total = model.set('N01951', 0, (u, t) => {
    const { inhabitants, growth } = municipalities[u]!;
    // Growth was strongest around 2016 and has ebbed since.
    const wave = [0, 1, 2.1, 3.4, 4.6, 5.6, 6.5, 7.3, 8.1, 8.8, 9.3, 9.7][t] ?? t * 0.8;
    return inhabitants * Math.exp(growth * wave + 0.002 * wobble(u, t));
  });
  const group = (kpi: string, share: number, byAgeing: number, yearly: number, byGrowth = 0): void => {
    const noise = model.noise(kpi, 0.97);
    model.set(kpi, 0, (u, t) => {
      const { ageing, growth } = municipalities[u]!;
      const part = share * Math.exp(byAgeing * ageing + yearly * t + byGrowth * growth * 100 + 0.02 * noise(u, t));
      return total(u, t) * part;
    });
  };
  group('infants', 0.0108, -0.1, -0.018, 0.05);
  group('N01926', 0.0575, -0.09, -0.006, 0.05);
  group('N01953', 0.116, -0.05, 0.008, 0.02);
  group('N01954', 0.045, -0.02, 0.008);
  group('N01956', 0.158, 0.12, 0.004);
  group('N01957', 0.054, 0.14, 0.019);
  const ages = ['infants', 'N01926', 'N01953', 'N01954', 'N01956', 'N01957'].map((kpi) => model.get(kpi));
  model.set('N01955', 0, (u, t) => total(u, t) - ages.reduce((sum, age) => sum + age(u, t), 0));
  model.set('N01958', 2, (u, t) => {
    const before = t >= 5 ? total(u, t - 5) : total(u, 0) * Math.exp(-municipalities[u]!.growth * (5 - t) * 0.8);
    return (total(u, t) / before - 1) * 100;
  });
  const [infants, oneToFive, sixToFifteen, sixteenToNineteen] = ages;
  const youth = model.set('inhabitants0to20', 0, (u, t) => {
    const teens = sixteenToNineteen!(u, t);
    return infants!(u, t) + oneToFive!(u, t) + sixToFifteen!(u, t) + teens * 1.24;
  });
  model.set('N33900', 2, (u, t) => (youth(u, t) / total(u, t)) * 100);
  model.set('inhabitants6to12', 0, (u, t) => sixToFifteen!(u, t) * 0.69);
  const six = model.get('inhabitants6to12');
  model.set('N13900', 2, (u, t) => (six(u, t) / total(u, t)) * 100);
  model.set('inhabitants65', 0, (u, t) => model.get('N01956')(u, t) + model.get('N01957')(u, t));
}
