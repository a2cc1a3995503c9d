import type { At, Model } from './model.ts';

/**
 * Reference cost and net cost deviation: the structure's expectation is brought to the country's net cost, so that the country
 * as a whole deviates by nothing.
 */
export function costDeviation(
  model: Model,
  ids: { readonly reference: string; readonly percent: string; readonly millions: string },
  netPerInhabitant: At,
  structure: At,
): void {
  const inhabitants = model.get('N01951');
  const level = model.countryRatio(netPerInhabitant, structure, inhabitants);
  const reference = model.set(ids.reference, 0, (u, t) => structure(u, t) * level(t));
  model.set(ids.percent, 2, (u, t) => (netPerInhabitant(u, t) / reference(u, t) - 1) * 100);
  model.set(ids.millions, 2, (u, t) => ((netPerInhabitant(u, t) - reference(u, t)) * inhabitants(u, t)) / 1e6);
}
