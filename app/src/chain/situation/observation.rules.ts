import type { Finding } from '@samband/analysis';
import { z } from 'zod';
import type { CompareWith } from './choice.rules.ts';

export const experiencedBy = ['staff', 'users', 'relatives', 'managers', 'elected', 'residents'] as const;
export type ExperiencedBy = (typeof experiencedBy)[number];
export const agreements = ['agrees', 'disagrees'] as const;
export type Agreement = (typeof agreements)[number];

/** A figure as it stood when the observation was made, with what one needs to draw and to trust it. */
export interface FrozenFigure {
  readonly title: string;
  readonly unit: string;
  readonly value: number;
  readonly year: number;
  readonly comparisonMedian: number;
  readonly comparisonN: number;
  readonly percentile: number;
  readonly rank: number;
  readonly of: number;
  readonly trend: Finding['trend']['word'];
  readonly potentialKr: number | null;
  readonly direction: 'low' | 'high';
  readonly kind: Finding['kind'];
  /** What its strength was made of; missing in what was kept by an early version. */
  readonly parts?: Finding['parts'];
  readonly archive: {
    readonly id: string;
    readonly version: number;
    readonly fetchedAt: string;
    readonly exampleData: boolean;
  };
}

export interface FigureToKeep {
  readonly kpi: string;
  readonly municipality: string;
  readonly year: number;
  readonly comparison: CompareWith['kind'];
  readonly frozen: FrozenFigure;
}

export function freeze(finding: Finding, archive: FrozenFigure['archive']): FrozenFigure {
  return {
    title: finding.title,
    unit: finding.unit,
    value: finding.value,
    year: finding.year,
    comparisonMedian: finding.comparison.median,
    comparisonN: finding.comparison.n,
    percentile: finding.percentile,
    rank: finding.rankAmongAll,
    of: finding.nAmongAll,
    trend: finding.trend.word,
    potentialKr: finding.potentialKr,
    direction: finding.direction,
    kind: finding.kind,
    parts: finding.parts,
    archive,
  };
}

/** What the form holds; every fault is a code that the text table speaks of. */
export const observationForm = z
  .object({
    title: z.string().trim().min(1, 'titleMissing').max(200, 'titleTooLong'),
    area: z.string().max(40),
    department: z.string().max(40),
    note: z.string().trim().max(20_000, 'textTooLong'),
    experience: z.string().trim().max(20_000, 'textTooLong'),
    experiencedBy: z.enum(experiencedBy).or(z.literal('')),
    agreement: z.enum(agreements).or(z.literal('')),
  })
  .superRefine((form, context) => {
    if (form.experience !== '' && form.experiencedBy === '') {
      context.addIssue({ code: 'custom', path: ['experiencedBy'], message: 'whoExperiences' });
    }
    if (form.agreement !== '' && form.experience === '') {
      context.addIssue({ code: 'custom', path: ['experience'], message: 'experienceMissing' });
    }
  });
export type ObservationForm = z.infer<typeof observationForm>;
export const observationFields = [
  'title',
  'area',
  'department',
  'note',
  'experience',
  'experiencedBy',
  'agreement',
] as const;
export type ObservationField = (typeof observationFields)[number];
export type ObservationValues = Readonly<Record<ObservationField, string>>;
export type ObservationFault = {
  readonly field: ObservationField;
  readonly reason:
    | 'titleMissing'
    | 'titleTooLong'
    | 'textTooLong'
    | 'whoExperiences'
    | 'experienceMissing'
    | 'unknownDepartment';
};
