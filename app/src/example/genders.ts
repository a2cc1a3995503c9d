import { keyFigureOf } from '@samband/analysis';
import type { Model } from './model.ts';
import { normalStream } from './random.ts';

/** How far apart women and men lie, and the women's share: the two weighed together give the total again. */
const gaps: Readonly<Record<string, readonly [gap: number, women: number]>> = {
  N00090: [2.6, 0.79],
  N15419: [6, 0.49],
  N15505: [17, 0.49],
  N17461: [6.4, 0.49],
  U21468: [-1, 0.66],
  U23471: [-0.8, 0.68],
  U23401: [2, 0.6],
  N31814: [1.6, 0.5],
};

/** Figures that are told for women and men as well. */
export const dividedByGender: readonly string[] = Object.keys(gaps);

/** What the total becomes for women or men in municipality `u`; -1 is the country. */
export function byGender(model: Model, kpi: string, gender: 'K' | 'M'): (u: number, total: number) => number {
  const [gap, women] = gaps[kpi]!;
  const normal = normalStream(model.seed, `gender ${kpi}`);
  const own = Float64Array.from({ length: model.municipalities.length }, () => gap * (1 + 0.2 * normal()));
  const most = keyFigureOf(kpi)?.unit === '%' ? 100 : Number.POSITIVE_INFINITY;
  return (u, total) => {
    const apart = u < 0 ? gap : own[u]!;
    const value = total + (gender === 'K' ? apart * (1 - women) : -apart * women);
    return Math.round(Math.max(0, Math.min(most, value)) * 10) / 10;
  };
}
