export interface ProductParts {
  /** What the difference in the first factor (volume) contributes. */
  readonly volume: number;
  /** What the difference in the second factor (cost per user) contributes. */
  readonly price: number;
}

/**
 * Decomposition of the difference between two products into the contribution of each factor, by midpoints
 * (Bennet 1920; with two factors also the Shapley value):
 *
 *     v₁p₁ − v₀p₀ = (v₁ − v₀)·(p₀ + p₁)/2 + (p₁ − p₀)·(v₀ + v₁)/2
 *
 * The parts add up exactly, no rest is left over, swapping the two sides changes only the sign, and a factor may be 0 or
 * negative. The logarithmic mean Divisia method also adds up, but has no value at 0, which happens (no users), and cannot be
 * explained in one sentence.
 *
 * @example
 * // 12 % of the 80+ use it at 300 000 kr, against 10 % at 250 000 kr: the difference 11 000 kr is
 * decomposeProduct(0.12, 300_000, 0.1, 250_000) // volume 5 500, price 5 500
 */
export function decomposeProduct(volume: number, price: number, otherVolume: number, otherPrice: number): ProductParts {
  return {
    volume: ((volume - otherVolume) * (price + otherPrice)) / 2,
    price: ((price - otherPrice) * (volume + otherVolume)) / 2,
  };
}

export interface NetCostParts {
  /** Expected from structure: the difference in reference cost. */
  readonly structure: number;
  /** The rest: ambition, quality and efficiency: the difference in deviation from reference cost. */
  readonly beyondStructure: number;
}

/**
 * Difference in net cost against another, split by reference cost (referenskostnad): what structure explains, and what is left.
 * All in the same unit, usually kr per inhabitant.
 *
 * @example decomposeNetCost(12_000, 10_000, 9_500, 9_000) // structure 1 000, beyondStructure 1 500
 */
export function decomposeNetCost(
  netCost: number,
  referenceCost: number,
  otherNetCost: number,
  otherReferenceCost: number,
): NetCostParts {
  return {
    structure: referenceCost - otherReferenceCost,
    beyondStructure: netCost - referenceCost - (otherNetCost - otherReferenceCost),
  };
}
