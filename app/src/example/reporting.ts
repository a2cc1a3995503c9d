import type { KeyFigure } from '@samband/analysis';
import type { Model } from './model.ts';
import { uniformStream } from './random.ts';

/** How a kind of figure is reported: the years asked, how many stay away, and what small municipalities keep secret. */
interface Reporting {
  readonly kpis: RegExp;
  readonly first?: number;
  readonly last?: number;
  readonly never?: readonly number[];
  /** Share of municipalities that never take part. */
  readonly absent?: number;
  /** Share of years that a taking-part municipality skips. */
  readonly skips?: number;
  /** Below so many inhabitants the groups are small and the answer is often secret. */
  readonly secretUnder?: number;
}

const kinds: readonly Reporting[] = [
  {
    kpis: /^U(00200|0020[1237]|11200|15200|17200|21200|23200|25200|30200)$|^N00898$/,
    absent: 0.2,
    skips: 0.35,
    secretUnder: 4_000,
  },
  { kpis: /^U00205$/, absent: 0.2, skips: 0.1 },
  { kpis: /^U31(50\d|90[23])$|^U33594$|^U35543$|^U30452$/, first: 2016, absent: 0.25, skips: 0.35, secretUnder: 9_000 },
  { kpis: /^U28(5|6)\d\d$|^N28140$/, first: 2016, absent: 0.08, skips: 0.2, secretUnder: 8_500 },
  { kpis: /^U2841[48]$/, skips: 0.25, secretUnder: 7_000 },
  { kpis: /^U(21401|23401|23431|31402|31462|31463|33401|21901)$/, absent: 0.06, skips: 0.2, secretUnder: 4_500 },
  { kpis: /^U2(1|3)(4[67]|50|52)\d$/, never: [2021], skips: 0.04, secretUnder: 3_800 },
  { kpis: /^U23495$/, last: 2023, skips: 0.1 },
  { kpis: /^N1(5613|5643|7673)$|^U1(5402|7508|154[01])$/, skips: 0.1, secretUnder: 3_200 },
  { kpis: /^U07/, absent: 0.3, skips: 0.2 },
  { kpis: /^N0053[0-3]$|^U00587$/, first: 2021, absent: 0.25, skips: 0.3 },
  { kpis: /^N(155|154[0-3]|1743|174[4-6]|U174)|^U154[56]|^U1744/, skips: 0.03, secretUnder: 3_800 },
  { kpis: /^N(288|2801[35]|28037)/, skips: 0.03, secretUnder: 4_000 },
  { kpis: /^N318|^N3191|^U318/, skips: 0.04, secretUnder: 3_600 },
  { kpis: /^N0009\d$/, skips: 0.05 },
];
const everyone: Reporting = { kpis: /^/, skips: 0.03, secretUnder: 2_600 };

/** Takes away what was not asked, not reported or is secret. The example municipality reports what its story needs. */
export function leaveOut(model: Model, figures: readonly KeyFigure[], storyteller: number): void {
  const units = model.municipalities.length;
  for (const figure of figures) {
    const series = model.seriesOf(figure.kpi);
    if (!series || figure.area === 'economy') continue;
    const kind = kinds.find(({ kpis }) => kpis.test(figure.kpi)) ?? everyone;
    const first = kind.first ?? 0;
    const last = Math.min(kind.last ?? 9999, figure.lastYear ?? 9999);
    // A survey is taken part in as a whole, so its questions share their absences.
    const takesPart = uniformStream(model.seed, `absent ${kind.kpis.source}`);
    const skipping = uniformStream(model.seed, `skips ${kind === everyone ? figure.kpi : kind.kpis.source}`);
    for (let u = 0; u < units; u += 1) {
      const absent = takesPart() < (kind.absent ?? 0);
      const small = model.municipalities[u]!.inhabitants < (kind.secretUnder ?? 0);
      for (let t = 0; t < model.years.length; t += 1) {
        const year = model.years[t]!;
        const chance = skipping();
        const notAsked = year < first || year > last || kind.never?.includes(year);
        const away = u !== storyteller && (absent || chance < (kind.skips ?? 0) + (small ? 0.55 : 0));
        if (notAsked || away) series[t * units + u] = Number.NaN;
      }
    }
  }
}
