/**
 * Cumulative distribution function of the standard normal distribution, Φ(z).
 * Series of Marsaglia (2004), "Evaluating the normal distribution", J. Stat. Software 11(4), for |z| ≤ 5, and the continued
 * fraction of the upper tail beyond; absolute error under 1e-14, relative error of a tail under 1e-9.
 *
 * @example normalDistribution(1.959963984540054) // 0.975
 */
export function normalDistribution(z: number): number {
  if (z > 0) return 1 - normalDistribution(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < -3) return density * tailRatio(-z);
  let term = -z;
  let sum = -z;
  for (let i = 3; term > 1e-18 * sum; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 - sum * density;
}

/** Mills' ratio (1 − Φ(x)) / φ(x) by its continued fraction, evaluated from the inside. */
function tailRatio(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k -= 1) fraction = x + k / fraction;
  return 1 / fraction;
}
