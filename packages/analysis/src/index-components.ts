import type { IndexArea } from './situation/index-row.ts';

/** 'certain': read in RKA's text, or recomputed to the published values. 'inferred': text certain, ids reasoned. */
export type Certainty = 'certain' | 'inferred';

export interface IndexComponent {
  readonly kpi: string;
  readonly wanted: 'low' | 'high';
  readonly weight: number;
}

export interface ComponentSet {
  readonly area: IndexArea;
  readonly kind: 'resource' | 'quality';
  readonly fromYear: number;
  /** Last year the set is known to hold; null = until further notice. */
  readonly toYear: number | null;
  readonly certainty: Certainty;
  /** What stands in when a component's value is missing that year. */
  readonly whenMissing: 'none' | 'yearBefore' | 'neighbouringYear';
  /** False where the ids are known not to give the published values: then nothing is computed. */
  readonly recompute: boolean;
  readonly components: readonly IndexComponent[];
}

const low = (kpi: string, weight = 1): IndexComponent => ({ kpi, wanted: 'low', weight });
const high = (kpi: string, weight = 1): IndexComponent => ({ kpi, wanted: 'high', weight });

/**
 * What goes into RKA's indices, by area and year. An ended component (U15457, U15459, U15461, U17449, U31462 after 2024;
 * U23495, U23496 after 2023) ends its set: later years need a new row here, not a guess.
 */
export const componentSets: readonly ComponentSet[] = [
  {
    area: 'preschool',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [low('N11032'), low('N11024')],
  },
  {
    area: 'preschool',
    kind: 'quality',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [high('N11810'), high('N11800'), low('N11010')],
  },
  {
    area: 'compulsorySchool',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'inferred',
    whenMissing: 'none',
    recompute: true,
    components: [low('U15049')],
  },
  {
    area: 'compulsorySchool',
    kind: 'quality',
    fromYear: 2016,
    toYear: 2024,
    certainty: 'inferred',
    whenMissing: 'none',
    recompute: true,
    components: [high('U15459'), high('U15457'), high('U15461'), high('U15402')],
  },
  {
    area: 'upperSecondarySchool',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [low('U17031')],
  },
  {
    area: 'upperSecondarySchool',
    kind: 'quality',
    fromYear: 2016,
    toYear: 2024,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [high('U17449', 3), high('U17508', 1)],
  },
  {
    area: 'elderCare',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [low('N20900')],
  },
  {
    area: 'elderCare',
    kind: 'quality',
    fromYear: 2016,
    toYear: 2022,
    certainty: 'inferred',
    whenMissing: 'neighbouringYear',
    recompute: false,
    components: [high('U21466'), high('U21463'), high('U23463'), high('U23470'), high('U23495'), low('U23401')],
  },
  {
    area: 'lss',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    // RKA's text lets LSS fall back on the year before; with that the resource half of 2016 misses, without it all
    // 276 municipalities agree, so it is the quality half that does.
    whenMissing: 'none',
    recompute: true,
    components: [low('N28013'), low('N28015'), low('N28018')],
  },
  {
    area: 'lss',
    kind: 'quality',
    fromYear: 2017,
    toYear: null,
    certainty: 'inferred',
    whenMissing: 'yearBefore',
    recompute: true,
    components: [high('U28663'), high('U28561')],
  },
  {
    area: 'socialAssistance',
    kind: 'resource',
    fromYear: 2016,
    toYear: null,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [low('U31003')],
  },
  {
    area: 'socialAssistance',
    kind: 'quality',
    fromYear: 2016,
    toYear: 2024,
    certainty: 'certain',
    whenMissing: 'none',
    recompute: true,
    components: [high('U31462'), low('N31814')],
  },
];

/** The set in force for an area, a half and a year; undefined where none is known. */
export function componentSetFor(area: IndexArea, kind: 'resource' | 'quality', year: number): ComponentSet | undefined {
  return componentSets.find(
    (set) =>
      set.area === area && set.kind === kind && set.fromYear <= year && (set.toYear === null || year <= set.toYear),
  );
}
