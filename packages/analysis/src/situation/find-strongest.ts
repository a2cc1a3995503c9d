import { type Evaluation, evaluate, type PublicationContext } from './evaluation.ts';
import type { SeenIn } from './finding.ts';
import type { Candidates } from './judge-everything.ts';
import { emptyJudgement, judge } from './judgement.ts';
import type { SameOrder } from './same-order.ts';
import { strongestPositions } from './strongest-positions.ts';
import type { Survey, Target } from './survey.ts';

/** A phenomenon: the key figure that shows it strongest, and the others that show it too. */
export interface Phenomenon {
  readonly strongest: Evaluation;
  readonly also: { readonly evaluation: Evaluation; readonly because: SeenIn['because'] }[];
}

/** A phenomenon with its place in the list: strength, less for each stronger one that says something alike. */
export interface RankedPhenomenon extends Phenomenon {
  readonly priority: number;
}

/** So many more than asked for are ordered by priority, so that one can step back and another come in. */
const SPARE = 10;

/** What each stronger phenomenon of the same area, perspective and kind leaves of a priority. */
const SAID_ALREADY = 0.9;

/**
 * The phenomena of a municipality that come first, without evaluating every candidate: certainty can only lower a strength, so the
 * work stops when the next candidate's greatest possible strength is under the weakest of the strongest found. Candidates of a chosen
 * phenomenon that come later are still attached to it.
 */
export function findStrongest(
  survey: Survey,
  target: Target,
  candidates: Candidates,
  most: number,
  context: PublicationContext,
  isSame: SameOrder,
): RankedPhenomenon[] {
  if (most <= 0) return [];
  const evaluateAt = (position: number): Evaluation => {
    const surveyed = survey.keyFigures[position]!;
    return evaluate(survey, surveyed, target, judge(survey, surveyed, target, emptyJudgement()), context);
  };
  const evaluated = new Map<number, Evaluation>();
  const pool = most + SPARE;
  let strongest: Phenomenon[] = [];
  for (let count = 4 * pool; ; count *= 2) {
    const { positions, isAll } = strongestPositions(candidates, count);
    for (const position of positions) if (!evaluated.has(position)) evaluated.set(position, evaluateAt(position));
    strongest = grouped([...evaluated.values()], pool, isSame);
    if (isAll) break;
    const mostToCome = candidates[positions.at(-1)!]!;
    const weakest = strongest.at(-1)!.strongest.strength;
    if (strongest.length === pool && rounded(mostToCome) < rounded(weakest)) break;
  }
  const chosen = prioritised(strongest).slice(0, most);
  attachTheRest(survey, candidates, chosen, evaluated, evaluateAt);
  return chosen;
}

/** Candidates of a chosen phenomenon that were too weak to be evaluated on the way. */
function attachTheRest(
  survey: Survey,
  candidates: Candidates,
  chosen: readonly Phenomenon[],
  evaluated: ReadonlyMap<number, Evaluation>,
  evaluateAt: (position: number) => Evaluation,
): void {
  for (const { strongest, also } of chosen) {
    for (const position of survey.positionsOf(strongest.surveyed.keyFigure.phenomenon)) {
      if (candidates[position] === 0 || evaluated.has(position)) continue;
      also.push({ evaluation: evaluateAt(position), because: 'phenomenon' });
    }
  }
  for (const { also } of chosen) also.sort((a, b) => strongerFirst(a.evaluation, b.evaluation));
}

/**
 * The strongest phenomena, strongest first. Key figures of one phenomenon in the map belong together. An unmapped one joins
 * whatever orders the municipalities as it does; a mapped phenomenon joins another only in the same place and perspective.
 */
function grouped(evaluations: readonly Evaluation[], most: number, isSame: SameOrder): Phenomenon[] {
  const phenomena: Phenomenon[] = [];
  const mapped = new Map<string, Phenomenon>();
  for (const evaluation of [...evaluations].sort(strongerFirst)) {
    const { phenomenon } = evaluation.surveyed.keyFigure;
    const known = phenomenon === '' ? undefined : mapped.get(phenomenon);
    if (known) {
      known.also.push({ evaluation, because: 'phenomenon' });
      continue;
    }
    if (phenomena.length === most) continue;
    const like = phenomena.find(
      ({ strongest }) => mayBeSame(evaluation, strongest) && sameMunicipalities(evaluation, strongest, isSame),
    );
    const joined = like ?? { strongest: evaluation, also: [] };
    if (like) like.also.push({ evaluation, because: 'correlation' });
    else phenomena.push(joined);
    if (phenomenon !== '') mapped.set(phenomenon, joined);
  }
  return phenomena;
}

function mayBeSame({ surveyed: a }: Evaluation, { surveyed: b }: Evaluation): boolean {
  if (a.keyFigure.phenomenon === '' || b.keyFigure.phenomenon === '') return true;
  return a.place === b.place && a.keyFigure.perspective === b.keyFigure.perspective;
}

function sameMunicipalities(a: Evaluation, b: Evaluation, isSame: SameOrder): boolean {
  return isSame(a.surveyed.k, a.judgement.year, b.surveyed.k, b.judgement.year);
}

/** A list in which one area fills the top says less than one that names several; so what is alike steps back a little. */
function prioritised(phenomena: readonly Phenomenon[]): RankedPhenomenon[] {
  const said = new Map<string, number>();
  const ranked = phenomena.map((phenomenon) => {
    const { surveyed, strength } = phenomenon.strongest;
    const alike = `${surveyed.keyFigure.area}/${surveyed.keyFigure.perspective}/${isDeviation(phenomenon.strongest)}`;
    const before = said.get(alike) ?? 0;
    said.set(alike, before + 1);
    return { ...phenomenon, priority: strength * SAID_ALREADY ** before };
  });
  return ranked.sort(
    (a, b) =>
      rounded(b.priority) - rounded(a.priority) ||
      Number(isDeviation(b.strongest)) - Number(isDeviation(a.strongest)) ||
      b.priority - a.priority ||
      strongerFirst(a.strongest, b.strongest),
  );
}

/** Strengths that agree to two decimals are equal; then what is worse than the comparison comes before what is better. */
function strongerFirst(a: Evaluation, b: Evaluation): number {
  return (
    rounded(b.strength) - rounded(a.strength) ||
    Number(isDeviation(b)) - Number(isDeviation(a)) ||
    b.strength - a.strength ||
    (a.surveyed.keyFigure.kpi < b.surveyed.keyFigure.kpi ? -1 : 1)
  );
}

function rounded(strength: number): number {
  return Math.round(strength * 100);
}

/** On the side that is not desired. */
export function isDeviation({ surveyed, judgement }: Evaluation): boolean {
  return surveyed.keyFigure.direction === 'low' ? judgement.gap > 0 : judgement.gap < 0;
}
