import { median } from './median.ts';
import type { IndexArea } from './situation/index-row.ts';

/** One municipality in the four fields: x = resource index, y = quality index (both 0–100, 100 best). */
export interface FourFieldPoint {
  readonly unit: string;
  readonly resource: number;
  readonly quality: number;
}

/** Better on both counts than the municipality that asks. */
export interface RoleModel extends FourFieldPoint {
  /** In the comparison group; these come first. */
  readonly similar: boolean;
  readonly resourceAdvantage: number;
  readonly qualityAdvantage: number;
}

export type Field = 'cheapGood' | 'dearGood' | 'cheapWeak' | 'dearWeak';

export interface FourFields {
  readonly area: IndexArea;
  readonly year: number;
  /** Where the lines are drawn: the medians over municipalities that have both indices (own choice; RKA's is unknown). */
  readonly resourceLine: number;
  readonly qualityLine: number;
  readonly lineRule: 'median';
  readonly points: readonly FourFieldPoint[];
  readonly own: FourFieldPoint | null;
  readonly ownField: Field | null;
  readonly missing: readonly ('resource' | 'quality')[];
  readonly roleModels: readonly RoleModel[];
}

/**
 * Four fields (fyrfältsdiagram): municipalities by resource index (x) and quality index (y), with lines at the medians of those
 * that have both. Role models are better on *both* indices than the own municipality; similar municipalities are named first,
 * then by the sum of the two advantages. Published indices only where given; the caller decides what it passes in.
 *
 * Missing: a municipality without both indices has no point; the own one's missing half is named.
 *
 * @example fourFields({ area: 'preschool', year: 2020, municipalities: ['a', 'b'], resource: [40, 60], quality: [40, 70], unit: 'a', similar: ['b'] }).roleModels // b, +20, +30
 */
export function fourFields(question: {
  readonly area: IndexArea;
  readonly year: number;
  readonly municipalities: readonly string[];
  readonly resource: ArrayLike<number>;
  readonly quality: ArrayLike<number>;
  readonly unit: string;
  readonly similar: readonly string[];
}): FourFields {
  const { area, year, municipalities, resource, quality, unit } = question;
  const similar = new Set(question.similar);
  const points: FourFieldPoint[] = [];
  municipalities.forEach((code, i) => {
    const point = { unit: code, resource: resource[i]!, quality: quality[i]! };
    if (!Number.isNaN(point.resource) && !Number.isNaN(point.quality)) points.push(point);
  });
  const resourceLine = median(points.map((point) => point.resource));
  const qualityLine = median(points.map((point) => point.quality));
  const own = points.find((point) => point.unit === unit) ?? null;
  const position = municipalities.indexOf(unit);
  const missing: ('resource' | 'quality')[] = [];
  if (position < 0 || Number.isNaN(resource[position]!)) missing.push('resource');
  if (position < 0 || Number.isNaN(quality[position]!)) missing.push('quality');
  return {
    area,
    year,
    resourceLine,
    qualityLine,
    lineRule: 'median',
    points,
    own,
    ownField: own && fieldOf(own, resourceLine, qualityLine),
    missing,
    roleModels: own ? roleModelsOf(own, points, similar) : [],
  };
}

/** On a line counts as the better side. A high resource index is a low cost. */
function fieldOf(point: FourFieldPoint, resourceLine: number, qualityLine: number): Field {
  const cheap = point.resource >= resourceLine;
  const good = point.quality >= qualityLine;
  if (cheap) return good ? 'cheapGood' : 'cheapWeak';
  return good ? 'dearGood' : 'dearWeak';
}

function roleModelsOf(
  own: FourFieldPoint,
  points: readonly FourFieldPoint[],
  similar: ReadonlySet<string>,
): RoleModel[] {
  return points
    .filter((point) => point.resource > own.resource && point.quality > own.quality)
    .map((point) => ({
      ...point,
      similar: similar.has(point.unit),
      resourceAdvantage: point.resource - own.resource,
      qualityAdvantage: point.quality - own.quality,
    }))
    .sort(
      (a, b) =>
        Number(b.similar) - Number(a.similar) ||
        b.resourceAdvantage + b.qualityAdvantage - (a.resourceAdvantage + a.qualityAdvantage) ||
        (a.unit < b.unit ? -1 : 1),
    );
}
