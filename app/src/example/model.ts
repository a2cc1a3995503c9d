import type { ExampleMunicipality } from './municipalities.ts';
import { normalStream } from './random.ts';
import { tellStory } from './story.ts';

/** One number per year and municipality. */
export type Series = Float64Array;
/** A number for municipality `u` in year number `t`. */
export type At = (u: number, t: number) => number;

/** Wages and prices against the first year: our own assumption, with the dear years 2022–2023. */
const yearlyRise = [0.029, 0.024, 0.031, 0.03, 0.026, 0.028, 0.025, 0.019, 0.027, 0.044, 0.05, 0.034];

/**
 * The figures as they come into being. An area computes its drivers (users, cost per user), then what follows from them, so
 * that identities hold; a story is told on the drivers, so that it holds in everything that follows.
 */
export class Model {
  readonly seed: number;
  readonly years: readonly number[];
  readonly municipalities: readonly ExampleMunicipality[];
  readonly price: readonly number[];
  readonly #series = new Map<string, Series>();
  readonly #storyteller: number;

  constructor(
    seed: number,
    years: readonly number[],
    municipalities: readonly ExampleMunicipality[],
    storyteller: number,
  ) {
    this.seed = seed;
    this.years = years;
    this.municipalities = municipalities;
    this.#storyteller = storyteller;
    let level = 1;
    this.price = years.map((_, t) => {
      if (t > 0) level *= 1 + (yearlyRise[t % yearlyRise.length] ?? 0.028);
      return level;
    });
  }

  /** A name that is no KPI id is a driver of others and is not published. */
  set(name: string, decimals: number | null, at: At): At {
    const units = this.municipalities.length;
    const series = new Float64Array(this.years.length * units);
    const scale = decimals === null ? 0 : 10 ** decimals;
    for (let t = 0; t < this.years.length; t += 1) {
      for (let u = 0; u < units; u += 1) {
        const value = at(u, t);
        series[t * units + u] = decimals === null ? value : Math.round(value * scale) / scale;
      }
      tellStory(name, this.years[t]!, series.subarray(t * units, (t + 1) * units), this.#storyteller, decimals);
    }
    this.#series.set(name, series);
    return this.get(name);
  }

  get(name: string): At {
    const series = this.#series.get(name);
    if (!series) throw new Error(`The example figures need ${name} before it has been made`);
    const units = this.municipalities.length;
    return (u, t) => series[t * units + u]!;
  }

  seriesOf(name: string): Series | undefined {
    return this.#series.get(name);
  }

  /** Standardised noise that mostly stays from year to year: 0 keeps nothing, 1 everything. */
  noise(name: string, staying = 0.95): At {
    const normal = normalStream(this.seed, name);
    const units = this.municipalities.length;
    const moving = Math.sqrt(1 - staying * staying);
    const lasting = Float64Array.from({ length: units }, normal);
    const drift = Float64Array.from({ length: units }, normal);
    // The storyteller is ordinary in all that its story does not name.
    lasting[this.#storyteller]! *= 0.4;
    const values = new Float64Array(this.years.length * units);
    for (let t = 0; t < this.years.length; t += 1) {
      for (let u = 0; u < units; u += 1) {
        values[t * units + u] = staying * lasting[u]! + moving * (0.8 * normal() + 0.06 * (t - 6) * drift[u]!);
      }
    }
    return (u, t) => values[t * units + u]!;
  }

  /** Σ a·b / Σ c·b over all municipalities a year: what brings an expected cost to the country's level. */
  countryRatio(numerator: At, denominator: At, weight: At): (t: number) => number {
    const ratios = this.years.map((_, t) => {
      let above = 0;
      let below = 0;
      for (let u = 0; u < this.municipalities.length; u += 1) {
        above += numerator(u, t) * weight(u, t);
        below += denominator(u, t) * weight(u, t);
      }
      return above / below;
    });
    return (t) => ratios[t]!;
  }
}
