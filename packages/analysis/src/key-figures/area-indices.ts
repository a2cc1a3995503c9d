import type { Area } from './types.ts';

export interface AreaIndices {
  readonly efficiency: string;
  readonly resource: string;
  readonly quality: string;
}

/** The indices that RKA publishes. U17001 and U20900 are indices; N17001 and N20900 are cost deviations. */
export const areaIndices: { readonly [area in Area]?: AreaIndices } = {
  preschool: { efficiency: 'U11901', resource: 'U11001', quality: 'U11404' },
  compulsorySchool: { efficiency: 'U15900', resource: 'U15010', quality: 'U15401' },
  upperSecondarySchool: { efficiency: 'U17900', resource: 'U17001', quality: 'U17401' },
  elderCare: { efficiency: 'U20900', resource: 'U20008', quality: 'U20404' },
  lss: { efficiency: 'U28900', resource: 'U28001', quality: 'U28408' },
  socialAssistance: { efficiency: 'U31904', resource: 'U31002', quality: 'U31401' },
};

export interface CostDeviation {
  readonly percent: string;
  readonly millionKronor: string;
  readonly referencePerInhabitant: string;
}

/** Net cost against reference cost; not comparable before 2019. */
export const costDeviations: { readonly [area in Area]?: CostDeviation } = {
  preschool: { percent: 'N11024', millionKronor: 'N11038', referencePerInhabitant: 'N11025' },
  compulsorySchool: { percent: 'N15001', millionKronor: 'N15045', referencePerInhabitant: 'N15018' },
  upperSecondarySchool: { percent: 'N17001', millionKronor: 'N17030', referencePerInhabitant: 'N17016' },
  elderCare: { percent: 'N20900', millionKronor: 'N20029', referencePerInhabitant: 'N20016' },
  lss: { percent: 'N28018', millionKronor: 'N28021', referencePerInhabitant: 'N28026' },
  socialAssistance: { percent: 'N30001', millionKronor: 'N30026', referencePerInhabitant: 'N30007' },
  afterSchool: { percent: 'N13020', millionKronor: 'N13032', referencePerInhabitant: 'N13021' },
};
