export type Area =
  | 'preschool'
  | 'compulsorySchool'
  | 'afterSchool'
  | 'upperSecondarySchool'
  | 'elderCare'
  | 'lss'
  | 'socialAssistance'
  | 'premises'
  | 'staff'
  | 'economy';

export type SubArea =
  | 'homeCare'
  | 'residentialCare'
  | 'shortTermCare'
  | 'dayCare'
  | 'housing'
  | 'dailyActivities'
  | 'personalAssistance'
  | 'disabilityOutsideLss'
  | 'incomeSupport'
  | 'childWelfare'
  | 'addictionCare'
  | 'preschoolClass'
  | 'schoolTransport'
  | 'openPreschool'
  | 'preschool'
  | 'compulsorySchool'
  | 'afterSchool'
  | 'upperSecondarySchool'
  | 'elderCare'
  | 'lss'
  | 'socialAssistance'
  | 'propertyServices'
  | 'sickLeave'
  | 'engagement'
  | 'employment'
  | 'population'
  | 'taxBase'
  | 'accounts'
  | 'balanceSheet'
  | 'group'
  | 'operations'
  | 'business'
  | 'integration'
  | 'culture'
  | null;

export type FigurePerspective = 'resource' | 'volume' | 'quality' | 'structure';

/** What turns a gap per unit into kronor; see `kronorPerUnit` for how each kind is computed. */
export type Denominator =
  | { readonly kind: 'kpi'; readonly kpi: string }
  | { readonly kind: 'sum'; readonly kpis: readonly string[] }
  | { readonly kind: 'product'; readonly kpis: readonly string[]; readonly factor: number }
  | { readonly kind: 'quotient'; readonly kpis: readonly string[]; readonly by: string }
  | { readonly kind: 'firstOf'; readonly of: readonly Denominator[] }
  | {
      readonly kind: 'shareOfReference';
      readonly referenceKpi: string;
      readonly populationKpi: string;
      /** The same deviation in per cent and in million kronor: gives the reference amount where the reference itself is missing. */
      readonly deviationKpi: string;
      readonly amountKpi: string;
    };

/**
 * Why no denominator stands: Kolada has no count of the unit · the figure is not about money · the figure is itself a sum of
 * money · it is a figure of the accounts or of structure, where a gap is not a possible saving · it is an index.
 */
export type NoVolumeReason = 'noVolumeInKolada' | 'notMoney' | 'isAmount' | 'notASaving' | 'index';

export interface KeyFigure {
  readonly kpi: string;
  /** Our own short Swedish name, understandable alone. The catalogue's title stands beside it on every page. */
  readonly title: string;
  readonly area: Area;
  /** Other areas where the figure also belongs: premises costs of preschool belong to preschool too. */
  readonly alsoIn?: readonly Area[];
  readonly subArea?: SubArea;
  readonly perspective: FigurePerspective;
  /** Desired direction; null where none. Low cost is not good in itself: 'low' follows the logic of the resource index. */
  readonly direction: 'low' | 'high' | null;
  readonly unit: string;
  /** What a figure in kronor counts: all cost · cost without internal income and sales · net of all income · against a reference. */
  readonly costBase: 'gross' | 'cost' | 'net' | 'deviation' | null;
  readonly denominator: Denominator | null;
  readonly noVolumeReason?: NoVolumeReason;
  /** Near-identical figures share one, so that a list can show one thing once. */
  readonly phenomenon: string;
  readonly index?: {
    readonly area: Area;
    readonly kind: 'resource' | 'quality' | 'efficiency';
    readonly role: 'published' | 'component';
  };
  /** First year of a new method: never join across it. */
  readonly breaks?: readonly number[];
  /** Last year of a series that has ended. */
  readonly lastYear?: number;
  /** How central the figure is for the overall judgement of its area. */
  readonly weight: 1 | 2 | 3;
}
