import type { Area, IndexArea, IndexKind } from '@samband/analysis';

/** Areas as addresses, the command line and the JSON spell them: Swedish, without å, ä, ö. Part of the stable interface. */
export const areaSlugs: Readonly<Record<Area, string>> = {
  preschool: 'forskola',
  compulsorySchool: 'grundskola',
  afterSchool: 'fritidshem',
  upperSecondarySchool: 'gymnasieskola',
  elderCare: 'aldreomsorg',
  lss: 'lss',
  socialAssistance: 'ekonomiskt-bistand',
  premises: 'lokaler',
  staff: 'personal',
  economy: 'ekonomi',
};

export const indexKindSlugs: Readonly<Record<IndexKind, 'resurs' | 'kvalitet' | 'effektivitet'>> = {
  resource: 'resurs',
  quality: 'kvalitet',
  efficiency: 'effektivitet',
};

const indexAreas: readonly IndexArea[] = [
  'preschool',
  'compulsorySchool',
  'upperSecondarySchool',
  'elderCare',
  'lss',
  'socialAssistance',
];

export function indexAreaOf(slug: string): IndexArea | undefined {
  return indexAreas.find((area) => areaSlugs[area] === slug);
}

export const indexAreaSlugs: readonly string[] = indexAreas.map((area) => areaSlugs[area]);

const areas = Object.keys(areaSlugs) as readonly Area[];

export function areaOfSlug(slug: string): Area | undefined {
  return areas.find((area) => areaSlugs[area] === slug);
}
