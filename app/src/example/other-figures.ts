import type { At, Model } from './model.ts';
import type { TraitArea } from './municipalities.ts';

interface Level {
  readonly kpi: string;
  readonly level: number;
  readonly spread: number;
  /** How much of an area's quality shows in the figure. */
  readonly area?: TraitArea;
  readonly byQuality?: number;
  readonly byBurden?: number;
  readonly byRural?: number;
  readonly yearly?: number;
  readonly decimals?: number;
  readonly bounds?: readonly [number, number];
}

const share = [0, 100] as const;
const engagement = (kpi: string, level: number, area: TraitArea): Level => ({
  kpi,
  level,
  spread: 2.2,
  area,
  byQuality: 1,
  decimals: 1,
  bounds: share,
});
const survey = (kpi: string, level: number, spread: number, area: TraitArea, byQuality = 2): Level => ({
  kpi,
  level,
  spread,
  area,
  byQuality,
  decimals: 0,
  bounds: share,
});

/** Figures that nothing else follows from: a usual level, a spread, and what they lean on. All our own guesses. */
// biome-ignore format: one figure a line
const levels: readonly Level[] = [
  engagement('U11200', 82, 'preschool'), engagement('U15200', 80, 'compulsorySchool'), engagement('U17200', 78, 'upperSecondarySchool'),
  engagement('U21200', 76, 'elderCare'), engagement('U23200', 76.5, 'elderCare'), engagement('U25200', 79, 'lss'), engagement('U30200', 78, 'socialAssistance'),
  engagement('U00201', 79.5, 'staff'), engagement('U00202', 80, 'staff'), engagement('U00203', 78.5, 'staff'),
  { kpi: 'N00898', level: 73, spread: 7, decimals: 0, bounds: share },
  { kpi: 'N11205', level: 8.6, spread: 1.7, decimals: 1, bounds: [1, 25] },
  survey('N00530', 74, 5, 'preschool'), survey('N00531', 70, 6, 'compulsorySchool'), survey('N00532', 68, 7, 'upperSecondarySchool'), survey('N00533', 58, 7, 'elderCare'),
  { kpi: 'N15814', level: 73, spread: 4.6, area: 'compulsorySchool', byQuality: 1.4, byRural: -2, yearly: 0.2, decimals: 1, bounds: share },
  { kpi: 'N15031', level: 84, spread: 3.6, area: 'compulsorySchool', byQuality: 1.2, byRural: -2.2, yearly: -0.1, decimals: 1, bounds: share },
  survey('U15402', 50, 17, 'compulsorySchool', 8), survey('U17508', 50, 17, 'upperSecondarySchool', 8),
  survey('N15613', 85, 4, 'compulsorySchool'), survey('N15643', 76, 5, 'compulsorySchool'), survey('N17673', 84, 4.4, 'upperSecondarySchool'),
  { kpi: 'N15820', level: 50, spread: 4, byBurden: -6.5, byRural: -3, yearly: 0.4, decimals: 0, bounds: share },
  { kpi: 'N15902', level: 5, spread: 1.8, byBurden: 1.2, decimals: 1, bounds: [0, 30] },
  { kpi: 'N13015', level: 38, spread: 9, area: 'afterSchool', byQuality: 4, yearly: -0.5, decimals: 1, bounds: share },
  { kpi: 'N17826', level: 84, spread: 4.5, area: 'upperSecondarySchool', byQuality: 1.2, byRural: -2, decimals: 1, bounds: share },
  { kpi: 'N17528', level: 1.6, spread: 0.6, byBurden: 0.3, decimals: 1, bounds: [0, 8] },
  { kpi: 'N20434', level: 6_300, spread: 560, area: 'elderCare', byQuality: -150, decimals: 0, bounds: [3_000, 11_000] },
  { kpi: 'U23420', level: 41, spread: 5, area: 'elderCare', byQuality: -1, decimals: 1, bounds: share },
  { kpi: 'N20206', level: 60, spread: 11, yearly: 2, decimals: 1, bounds: share },
  { kpi: 'N28140', level: 62, spread: 10, area: 'lss', byQuality: 3, decimals: 0, bounds: share },
  { kpi: 'N31858', level: 45, spread: 8, byBurden: 3, yearly: -0.6, decimals: 1, bounds: share },
  survey('U31505', 87, 6, 'socialAssistance'), survey('U31500', 86, 7, 'socialAssistance'), survey('U31501', 88, 5.5, 'socialAssistance'), survey('U31502', 83, 6.5, 'socialAssistance'),
  survey('U31503', 81, 7.5, 'socialAssistance'), survey('U31504', 65, 9, 'socialAssistance'), survey('U31506', 77, 7.5, 'socialAssistance'),
  survey('U33594', 86, 8, 'socialAssistance'), survey('U35543', 91, 7, 'socialAssistance'), survey('U30452', 87, 5.5, 'socialAssistance'),
  { kpi: 'U31902', level: 42, spread: 15, decimals: 0, bounds: [8, 100] },
  { kpi: 'U33401', level: 113, spread: 16, area: 'socialAssistance', byQuality: -4, decimals: 0, bounds: [20, 250] },
  survey('U11540', 74, 7, 'preschool', 1), survey('U11541', 71, 8, 'preschool', 1),
  { kpi: 'N00200', level: 73, spread: 4, decimals: 1, bounds: share }, { kpi: 'N00206', level: 73, spread: 7, yearly: 1.1, decimals: 1, bounds: share },
  { kpi: 'N00216', level: 10.2, spread: 1.7, yearly: 0.15, decimals: 1, bounds: [3, 30] }, { kpi: 'N00215', level: 11.6, spread: 1.9, yearly: 0.1, decimals: 1, bounds: [3, 30] },
  { kpi: 'N00214', level: 28, spread: 2.4, byRural: 0.8, decimals: 1, bounds: share },
  { kpi: 'N00997', level: 0.288, spread: 0.015, byBurden: -0.008, yearly: 0.002, decimals: 3, bounds: [0.2, 0.6] },
  { kpi: 'N40007', level: 620, spread: 210, decimals: 0, bounds: [20, 6_000] }, { kpi: 'N40010', level: 60, spread: 140, decimals: 0 },
  { kpi: 'N40003', level: 250, spread: 110, byRural: 60, yearly: 6, decimals: 0, bounds: [5, 4_000] },
  { kpi: 'U07446', level: 79, spread: 5, decimals: 0, bounds: share }, { kpi: 'U07447', level: 66, spread: 8, decimals: 0, bounds: share },
  { kpi: 'U07449', level: 71, spread: 6, decimals: 0, bounds: share }, { kpi: 'U07455', level: 77, spread: 5, decimals: 0, bounds: share },
  survey('U00587', 80, 4, 'staff', 0.5),
];

export function otherFigures(model: Model): void {
  for (const figure of levels) simple(model, figure);
  // What is asked in own upper secondary schools has no answer where there are none.
  const ownPupils = model.get('N17820');
  for (const kpi of ['U17200', 'U17508', 'N17673', 'N17826']) {
    const everywhere = model.get(kpi);
    model.set(kpi, 1, (u, t) => (Number.isNaN(ownPupils(u, t)) ? Number.NaN : everywhere(u, t)));
  }
  const mean = (...names: string[]): At => {
    const parts = names.map((name) => model.get(name));
    return (u, t) => parts.reduce((sum, part) => sum + part(u, t), 0) / parts.length;
  };
  model.set('U00200', 1, mean('U00201', 'U00202', 'U00203'));
  model.set('U00205', 1, mean('U00201'));
  model.set('U00207', 1, mean('U00200'));
  model.set('U07451', 0, mean('U07446', 'U07447', 'U07449', 'U07455'));
  model.set('N15813', 1, (u, t) => model.get('N15814')(u, t) - 0.6);
  model.set('N00209', 1, (u, t) => model.get('N00206')(u, t) - 12);
  model.set('N40009', 0, (u, t) => model.get('N40003')(u, t) * 0.82);
  const households = model.get('N31910');
  const response = model.get('U31902');
  model.set('U31903', 0, (u, t) => Math.min(400, households(u, t) * 0.42 * (response(u, t) / 100)));
  const sure = model.noise('automation', 0.95);
  model.set('U31341', 0, (u, t) => (sure(u, t) > 2.1 - 0.2 * t ? 1 : 0));
}

function simple(model: Model, figure: Level): void {
  const noise = model.noise(figure.kpi, 0.8);
  const [low, high] = figure.bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  model.set(figure.kpi, figure.decimals ?? 1, (u, t) => {
    const { quality, burden, rural } = model.municipalities[u]!;
    const leaning =
      (figure.area ? quality[figure.area] * (figure.byQuality ?? 0) : 0) +
      burden * (figure.byBurden ?? 0) +
      rural * (figure.byRural ?? 0);
    return Math.max(
      low,
      Math.min(high, figure.level + leaning + (figure.yearly ?? 0) * t + figure.spread * noise(u, t)),
    );
  });
}
