import type { Area, SituationAnalysis } from '@samband/analysis';
import type { SnapshotDifference } from '@samband/kolada';
import { z } from 'zod';
import type { UsedGroup } from '../../foundation/figures/index.ts';
import type { Choice } from './choice.rules.ts';
import type { Situation } from './situation.queries.ts';
import { areaSlugs } from './slug.rules.ts';

/** As JSON keeps it: a typed array is a list, and what is missing (NaN) is null. */
export type Frozen<T> = T extends Float64Array
  ? readonly (number | null)[]
  : T extends readonly (infer U)[]
    ? readonly Frozen<U>[]
    : T extends number
      ? T | null
      : T extends object
        ? { readonly [K in keyof T]: Frozen<T[K]> }
        : T;

/** What the catalogue said of a key figure on the page, and when its values were fetched. */
export interface SharedKeyFigure {
  readonly kpi: string;
  readonly title: string;
  readonly description: string;
  readonly publicationDate: string | null;
  readonly fetchedAt: string | null;
}

/** Everything that the page needs, so that it is drawn without the archive and without the municipality's other rows. */
export interface SharedSituation {
  readonly format: 1;
  readonly tenant: { readonly name: string; readonly colour: string };
  readonly choice: Choice;
  readonly analysis: Frozen<SituationAnalysis>;
  readonly groups: readonly UsedGroup[];
  readonly classMedians: readonly (number | null)[];
  /** Members of the comparison by area; empty when all municipalities are. */
  readonly members: Readonly<Partial<Record<Area, readonly string[]>>>;
  readonly titles: Readonly<Record<string, string>>;
  readonly keyFigures: readonly SharedKeyFigure[];
  readonly archive: {
    readonly id: string;
    readonly version: number;
    readonly fetchedAt: string;
    readonly exampleData: boolean;
  };
  /** The content's own id: the same figures, members and texts have the same, whenever they were frozen. */
  readonly snapshotId: string;
  readonly frozenAt: string;
}

/** The analysis and whom it was compared with, ready for JSON. */
export function freezeSituation({ choice, analysis, comparison, classMedians }: Situation) {
  const { kind, unitsFor } = comparison.comparison;
  const areas = Object.keys(areaSlugs) as readonly Area[];
  return {
    choice,
    analysis: frozenCopy(analysis) as Frozen<SituationAnalysis>,
    groups: comparison.used,
    classMedians,
    members: kind === 'all' ? {} : Object.fromEntries(areas.map((area) => [area, [...unitsFor(area, null)]])),
  };
}

function frozenCopy(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value, numberOrNull);
  if (Array.isArray(value)) return value.map(frozenCopy);
  if (typeof value === 'number') return numberOrNull(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, frozenCopy(each)]));
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The situation as the pages' own views take it. */
export function thawSituation(
  content: Pick<SharedSituation, 'choice' | 'analysis' | 'classMedians' | 'groups' | 'members'>,
): Situation {
  const { choice, groups, members } = content;
  const frozen = content.analysis;
  const analysis = {
    ...frozen,
    indices: frozen.indices.map((row) => ({ ...row, values: typed(row.values) })),
    findings: frozen.findings.map((finding) => ({
      ...finding,
      series: {
        years: finding.series.years,
        own: typed(finding.series.own),
        comparisonMedian: typed(finding.series.comparisonMedian),
      },
    })),
    fourFields: frozen.fourFields.map((fields) => ({
      ...fields,
      resourceLine: fields.resourceLine ?? Number.NaN,
      qualityLine: fields.qualityLine ?? Number.NaN,
    })),
    // All other numbers are numbers when they are frozen; a test compares the whole before and after.
  } as unknown as SituationAnalysis;
  return {
    choice,
    analysis,
    comparison: {
      comparison: { kind: choice.compareWith.kind, unitsFor: (area) => members[area] ?? [] },
      used: groups,
    },
    classMedians: content.classMedians,
  };
}

function typed(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}

/** The key figures that the page shows or counts with, each once. */
export function usedKeyFigures({ indices, findings, nearMiddle }: SituationAnalysis): readonly string[] {
  const used = [
    ...indices.map(({ kpi }) => kpi),
    ...findings.flatMap(({ kpi, alsoSeenIn, potential }) => [
      kpi,
      ...alsoSeenIn.map((seen) => seen.kpi),
      ...potential.kpis,
    ]),
    ...nearMiddle.map(({ kpi }) => kpi),
  ];
  return [...new Set(used)];
}

export function usedYears({ year, indices, findings }: SituationAnalysis): readonly [number, number] {
  const years = [year, ...indices.map((row) => row.year), ...findings.flatMap(({ series }) => series.years)];
  return [Math.min(...years), Math.max(...years)];
}

export const validities = ['30', '365', 'untilRevoked'] as const;
export type Validity = (typeof validities)[number];

export const shareForm = z.object({
  title: z.string().trim().min(1, 'titleMissing').max(200, 'titleTooLong'),
  validity: z.enum(validities, 'validityMissing'),
});
export type ShareFault = {
  readonly field: 'title' | 'validity';
  readonly reason: 'titleMissing' | 'titleTooLong' | 'validityMissing';
};

export function expiresAfter(validity: Validity, now: Date): Date | null {
  return validity === 'untilRevoked' ? null : new Date(now.getTime() + Number(validity) * 86_400_000);
}

export type LinkState = 'open' | 'expired' | 'revoked';

export function linkState(page: { readonly expiresAt: Date | null; readonly revokedAt: Date | null }, now: Date) {
  if (page.revokedAt !== null) return 'revoked';
  return page.expiresAt !== null && page.expiresAt <= now ? 'expired' : 'open';
}

/** What changes the reading most comes first: texts and members, then one's own figures, those compared with, the rest. */
export function orderDifferences(
  differences: readonly SnapshotDifference[],
  own: string,
  compared: readonly string[],
): readonly SnapshotDifference[] {
  const near = new Set(compared);
  const place = (difference: SnapshotDifference) =>
    difference.kind !== 'value' ? 0 : difference.unit === own ? 1 : near.has(difference.unit) ? 2 : 3;
  return differences
    .map((difference, index) => ({ difference, index, place: place(difference) }))
    .sort((a, b) => a.place - b.place || latestFirst(a.difference, b.difference) || a.index - b.index)
    .map(({ difference }) => difference);
}

function latestFirst(a: SnapshotDifference, b: SnapshotDifference): number {
  return a.kind === 'value' && b.kind === 'value' ? b.year - a.year : 0;
}
