import type { Area, SubArea } from '../key-figure.ts';
import type { Finding, NearMiddle } from './finding.ts';

/** One structured part of the sentences that open the page; a text table makes Swedish of it. */
export interface LeadPart {
  readonly role: 'dearest' | 'worst' | 'also' | 'strength' | 'nearMiddle';
  readonly area: Area;
  readonly subArea: SubArea;
  readonly phenomenon: string;
  readonly kpi: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly side: 'above' | 'below' | 'near';
  readonly percentile: number;
  readonly comparisonMedian: number;
  readonly potentialKr: number | null;
}

/** What the page says first: the strongest deviation, two from other areas, one strength, one near the middle. */
export interface Lead {
  readonly parts: readonly LeadPart[];
}

/**
 * Chooses what the page says first. `dearest` when the strongest deviation is a cost, `worst` when it is not; `also`: the next two
 * deviations, each from a place not yet named; `strength`: the strongest good *quality*, since low cost is not good in itself;
 * `nearMiddle`: a cost in another part of the leading area if there is one, otherwise the first. Key figures that only
 * explain (weight 1) and the accounts of the whole municipality never lead: they are consequences of the rest. Nor does what is
 * unsafe (volatile, few persons, small group), or a cost whose weight in kronor is unknown, while safer things stand out.
 */
export function composeLead(findings: readonly Finding[], nearMiddle: readonly NearMiddle[]): Lead {
  const leading = findings.filter(
    ({ area, weight, perspective }) =>
      area !== 'economy' && weight > 1 && (perspective === 'resource' || perspective === 'quality'),
  );
  const parts: LeadPart[] = [];
  const named = new Set<string>();
  for (const finding of [...leading.filter(isSafe), ...leading]) {
    if (finding.kind !== 'deviation' || named.has(placeOf(finding)) || parts.length === 3) continue;
    named.add(placeOf(finding));
    const role = parts.length > 0 ? 'also' : finding.perspective === 'resource' ? 'dearest' : 'worst';
    parts.push(fromFinding(finding, role));
  }
  const good = [...leading.filter(isSafe), ...leading].find(
    (finding) => finding.kind === 'strength' && finding.perspective === 'quality',
  );
  if (good) parts.push(fromFinding(good, 'strength'));
  const near = nearestTo(parts[0]?.area, findings, nearMiddle);
  if (near) {
    const { perspective: _perspective, relativeDifference: _relativeDifference, ...place } = near;
    parts.push({ ...place, role: 'nearMiddle', side: 'near', potentialKr: null });
  }
  return { parts };
}

/** A part of the leading area that nothing stands out in says most; then anything in that area; then the first of all. */
function nearestTo(
  area: Area | undefined,
  findings: readonly Finding[],
  nearMiddle: readonly NearMiddle[],
): NearMiddle | undefined {
  const stirred = new Set(findings.filter((finding) => finding.area === area).map(({ subArea }) => subArea));
  const costs = nearMiddle.filter((row) => row.perspective === 'resource' && row.area !== 'economy');
  return (
    costs.find((row) => row.area === area && !stirred.has(row.subArea)) ??
    costs.find((row) => row.area === area) ??
    costs[0]
  );
}

function isSafe({ flags, perspective, potentialKr }: Finding): boolean {
  const unsafe = flags.some(({ code }) => code === 'volatile' || code === 'smallNumbers' || code === 'smallGroup');
  return !unsafe && (perspective === 'quality' || potentialKr !== null);
}

/** Two figures of elder care are one place; premises and staff belong to the area they serve. */
function placeOf({ area, subArea }: Finding): string {
  return area === 'premises' || area === 'staff' ? (subArea ?? area) : area;
}

function fromFinding(finding: Finding, role: LeadPart['role']): LeadPart {
  const { area, subArea, phenomenon, kpi, title, value, unit, year, side, percentile, comparison, potentialKr } =
    finding;
  return {
    role,
    area,
    subArea,
    phenomenon,
    kpi,
    title,
    value,
    unit,
    year,
    side,
    percentile,
    comparisonMedian: comparison.median,
    potentialKr,
  };
}
