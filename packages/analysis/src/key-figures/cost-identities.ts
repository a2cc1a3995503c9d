import type { Area, SubArea } from './types.ts';

export type UserRate =
  | { readonly kind: 'rate'; readonly kpi: string; readonly factor: number }
  | { readonly kind: 'counts'; readonly numerator: string; readonly denominators: readonly string[] };

/**
 * Identities that published costs obey, so that a tree may be drawn over them. `sum`: whole = the parts added. `product`:
 * whole = users per inhabitant × kronor per user, so that a gap of the whole can be told as "more users" and "dearer per user".
 * `tolerance` is the relative miss that 95 of 100 municipality-years stay within; `checked` says whether that was counted on
 * published values or follows from the two definitions (the counts of users are not in the same selection of values).
 */
export type CostIdentity = {
  readonly id: string;
  readonly area: Area;
  readonly subArea: SubArea;
  readonly whole: string;
  readonly tolerance: number;
  /** The years for which it holds, where a change of method ends or begins it. */
  readonly years?: readonly [from: number, to: number];
  readonly checked: 'values' | 'definition';
} & (
  | { readonly kind: 'sum'; readonly parts: readonly string[] }
  | {
      readonly kind: 'product';
      /** Cost per user, child or household. */
      readonly perUser: string;
      /** Users per inhabitant: either a published rate (with the factor that makes it a share) or a count over a count. */
      readonly users: UserRate;
    }
);

export const costIdentities: readonly CostIdentity[] = [
  {
    id: 'elder-care-by-form',
    area: 'elderCare',
    subArea: null,
    kind: 'sum',
    whole: 'N20048',
    parts: ['N21022', 'N23006', 'N20049'],
    tolerance: 0.03,
    checked: 'values',
  },
  {
    id: 'care-at-home-by-form',
    area: 'elderCare',
    subArea: 'homeCare',
    kind: 'sum',
    whole: 'N21022',
    parts: ['N21024', 'N21023', 'N21025', 'N21026'],
    tolerance: 0.001,
    checked: 'values',
  },
  {
    id: 'residential-care-users',
    area: 'elderCare',
    subArea: 'residentialCare',
    kind: 'product',
    whole: 'N23006',
    perUser: 'N23009',
    users: { kind: 'counts', numerator: 'N23805', denominators: ['N01957'] },
    tolerance: 0.03,
    checked: 'definition',
    years: [2016, 2023],
  },
  {
    // From 2024 the cost per user counts residential care alone.
    id: 'residential-care-users-2024',
    area: 'elderCare',
    subArea: 'residentialCare',
    kind: 'product',
    whole: 'N23001',
    perUser: 'N23009',
    users: { kind: 'counts', numerator: 'N23805', denominators: ['N01957'] },
    tolerance: 0.03,
    checked: 'definition',
    years: [2024, 9999],
  },
  {
    id: 'home-care-users',
    area: 'elderCare',
    subArea: 'homeCare',
    kind: 'product',
    whole: 'N21009',
    perUser: 'N21006',
    users: { kind: 'rate', kpi: 'N21701', factor: 0.01 },
    tolerance: 0.03,
    checked: 'definition',
  },
  {
    id: 'elder-care-age',
    area: 'elderCare',
    subArea: null,
    kind: 'product',
    whole: 'N20007',
    perUser: 'N20048',
    users: { kind: 'counts', numerator: 'N01957', denominators: ['N01956', 'N01957'] },
    tolerance: 0.001,
    checked: 'values',
  },
  {
    id: 'lss-by-measure',
    area: 'lss',
    subArea: null,
    kind: 'sum',
    whole: 'N25017',
    parts: ['N28012', 'N28009', 'N28008', 'N28011'],
    tolerance: 0.005,
    checked: 'values',
  },
  {
    id: 'lss-housing-users',
    area: 'lss',
    subArea: 'housing',
    kind: 'product',
    whole: 'N28012',
    perUser: 'N28013',
    users: { kind: 'rate', kpi: 'N28820', factor: 0.0001 },
    tolerance: 0.02,
    checked: 'definition',
  },
  {
    id: 'daily-activities-users',
    area: 'lss',
    subArea: 'dailyActivities',
    kind: 'product',
    whole: 'N28009',
    perUser: 'N28015',
    users: { kind: 'rate', kpi: 'N28819', factor: 0.0001 },
    tolerance: 0.05,
    checked: 'definition',
  },
  {
    id: 'preschool-enrolment',
    area: 'preschool',
    subArea: null,
    kind: 'product',
    whole: 'N11007',
    perUser: 'N11008',
    users: { kind: 'rate', kpi: 'N11800', factor: 0.01 },
    tolerance: 0.05,
    checked: 'definition',
  },
  {
    id: 'after-school-by-cost-type',
    area: 'afterSchool',
    subArea: null,
    kind: 'sum',
    whole: 'N13028',
    parts: ['N13030', 'N13029', 'N13031'],
    tolerance: 0.01,
    checked: 'values',
  },
  {
    id: 'school-by-cost-type',
    area: 'compulsorySchool',
    subArea: null,
    kind: 'sum',
    whole: 'N15008',
    parts: ['N15011', 'N15009', 'N15013', 'N15012', 'N15014', 'N15010'],
    tolerance: 0.02,
    checked: 'definition',
  },
  {
    id: 'income-support-households',
    area: 'socialAssistance',
    subArea: 'incomeSupport',
    kind: 'product',
    whole: 'U31001',
    perUser: 'N31849',
    users: { kind: 'counts', numerator: 'N31910', denominators: ['N01951'] },
    tolerance: 0.001,
    checked: 'values',
  },
];

/** What the parts say the whole should be; NaN where a part is missing. */
export function wholeFromParts(identity: CostIdentity, figureOf: (kpi: string) => number): number {
  if (identity.kind === 'sum') return identity.parts.reduce((sum, kpi) => sum + figureOf(kpi), 0);
  return figureOf(identity.perUser) * usersPerInhabitant(identity.users, figureOf);
}

export function usersPerInhabitant(users: UserRate, figureOf: (kpi: string) => number): number {
  if (users.kind === 'rate') return figureOf(users.kpi) * users.factor;
  return figureOf(users.numerator) / users.denominators.reduce((sum, kpi) => sum + figureOf(kpi), 0);
}
