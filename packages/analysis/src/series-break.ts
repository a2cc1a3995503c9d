/** A change of method: figures from `fromYear` on must not be joined with earlier ones. */
export interface SeriesBreak {
  readonly kpis: readonly string[];
  readonly fromYear: number;
  readonly why: 'newReferenceCostMethod' | 'newAnswerLevels' | 'newModel';
}

/** Breaks that RKA has stated; the key figure map may add more per key figure. */
export const knownBreaks: readonly SeriesBreak[] = [
  {
    // Nettokostnadsavvikelse, per cent and million kronor.
    kpis: [
      'N00097',
      'N11024',
      'N11038',
      'N13020',
      'N13032',
      'N15001',
      'N15045',
      'N17001',
      'N17030',
      'N20900',
      'N20029',
      'N28018',
      'N28021',
      'N30001',
      'N30026',
    ],
    fromYear: 2019,
    why: 'newReferenceCostMethod',
  },
  { kpis: ['U20404', 'U20900'], fromYear: 2023, why: 'newAnswerLevels' },
  { kpis: ['U31003', 'U31004', 'U31002', 'U31904'], fromYear: 2020, why: 'newModel' },
];

/** All break years of a kpi: the known ones and those the map declares, ascending. */
export function breaksOf(kpi: string, declared: readonly number[] = []): readonly number[] {
  const years = new Set(declared);
  for (const known of knownBreaks) if (known.kpis.includes(kpi)) years.add(known.fromYear);
  return [...years].sort((a, b) => a - b);
}

/** First year of the method in force in `year`; null when no break lies before it. */
export function methodSince(breaks: readonly number[], year: number): number | null {
  return breaks.findLast((fromYear) => fromYear <= year) ?? null;
}
