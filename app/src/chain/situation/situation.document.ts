import type { Finding, IndexRow } from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import type { Situation } from './situation.queries.ts';
import { areaSlugs, indexKindSlugs } from './slug.rules.ts';
import { vocabulary } from './vocabulary.texts.ts';

/**
 * The analysis as JSON: documented in docs/operations/situation-json.md and kept stable. Fields are added, never renamed.
 * Words are Swedish, as the pages say them; numbers are in full precision.
 */
export function situationDocument(figures: Figures, { choice, analysis, comparison }: Situation) {
  const words = vocabulary('sv');
  return {
    municipality: { code: choice.unit, name: figures.title(choice.unit) },
    year: choice.year,
    comparison: {
      kind: choice.compareWith.kind === 'class' ? 'group' : choice.compareWith.kind,
      groups: comparison.used.map(({ id, title, edition, members }) => ({ id, title, edition, members })),
      ...(choice.compareWith.kind === 'own' ? { units: choice.compareWith.units } : {}),
    },
    source: {
      values: figures.info.exampleData ? words.source.example : words.source.values,
      computed: figures.info.exampleData ? words.source.example : words.source.computed,
      exampleData: figures.info.exampleData,
    },
    snapshot: {
      archive: figures.info.id,
      version: figures.info.version,
      publishedAt: figures.info.publishedAt,
      fetchedAt: figures.info.fetchedAt,
    },
    indices: analysis.indices.map(indexEntry),
    findings: analysis.findings.map(findingEntry),
    nearMiddle: analysis.nearMiddle.map((near) => ({
      area: areaSlugs[near.area],
      phenomenon: near.phenomenon,
      kpi: near.kpi,
      title: near.title,
      value: near.value,
      unit: near.unit,
      year: near.year,
      percentile: near.percentile,
      comparison: { median: near.comparisonMedian },
    })),
  };
}

function indexEntry(row: IndexRow) {
  return {
    area: areaSlugs[row.area],
    kind: indexKindSlugs[row.kind],
    kpi: row.kpi,
    year: row.year,
    published: row.published,
    own: row.own,
    similarMedian: row.similarMedian,
    rank: row.rank,
    n: row.n,
  };
}

function findingEntry(finding: Finding) {
  const words = vocabulary('sv');
  return {
    rank: finding.rank,
    kind: finding.kind,
    area: areaSlugs[finding.area],
    phenomenon: finding.phenomenon,
    kpi: finding.kpi,
    title: finding.title,
    value: finding.value,
    unit: finding.unit,
    year: finding.year,
    direction: finding.direction,
    percentile: finding.percentile,
    comparison: { median: finding.comparison.median, n: finding.comparison.n, rank: finding.comparison.rank },
    trend: { slope: finding.trend.slope, word: words.trend[finding.trend.word], n: finding.trend.n },
    potentialKr: finding.potentialKr,
    flags: finding.flags.map(({ code }) => code),
    strength: finding.strength,
    strengthParts: finding.parts,
    alsoSeenIn: finding.alsoSeenIn.map(({ kpi }) => kpi),
  };
}
